// A table of fields, one record per row.
import { element } from "../element.js";
import { filling } from "./fields.js";

const headsOf = (id, titles) => element("thead", {}, element("tr", {}, titles.map((title, at) => element("th", { id: `${id}-${at}`, scope: "col", textContent: title }))));
// A row is [heading or null, group]; `more` creates a row.
export const table = (id, caption, titles, rows, more, word) => {
  const body = element("tbody");
  const groups = [];
  const add = ([heading, one]) => {
    const row = element("tr");
    const at = groups.push(one) - 1;
    if (heading) row.append(element("th", { id: `${id}-row-${at}`, scope: "row" }, heading));
    one.fields.forEach((field, column) => {
      const head = `${id}-${column + (heading ? 1 : 0)}`;
      if (heading) field.box.setAttribute("aria-labelledby", `${id}-row-${at} ${head}`);
      else field.box.setAttribute("aria-label", `${titles[column]} แถวที่ ${at + 1}`);
      row.append(element("td", { attributes: { "data-label": titles[column + (heading ? 1 : 0)] } }, element("div", {}, field.box, field.said)));
    });
    body.append(row);
    return one;
  };
  rows.forEach(add);
  const whole = element("table", { className: "table table--stack form__table" }, element("caption", { id: `${id}-caption`, textContent: caption }), headsOf(id, titles), body);
  const node = element("div", { className: "table-scroll", tabIndex: 0, attributes: { role: "region", "aria-labelledby": `${id}-caption` } }, whole);
  // Rows added later are included.
  const check = () => groups.forEach((one) => one.check());
  const records = () => groups.map((one) => one.record()).filter(Boolean);
  if (!more) return { node, check, records };
  const button = element("button", { type: "button", className: "button", textContent: word });
  button.addEventListener("click", () => {
    add(more()).fields[0].box.focus();
    filling.changed();
  });
  return { node: element("div", {}, node, button), check, records };
};
