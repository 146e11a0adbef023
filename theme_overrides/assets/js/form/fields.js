// Fields of a form: a field is a box with its label, help and remark; a group is the fields of one record.
import { element } from "../element.js";
import { words } from "./page-data.js";
import { violations } from "./schema-check.js";
import { amountIn, isCount, isDay } from "./thai-values.js";

// The open form: its fields, whether anything was typed, and what to do after each change.
export const filling = { fields: [], isDirty: false, changed: () => {} };

const AS_PRINTED = "ข้อความที่ phaen check ตีความไม่ได้จะแสดงตามที่พิมพ์";
const NOT_ADDED = `${AS_PRINTED} และไม่นำไปรวมยอด`;
const DAY = "เขียนวัน เดือน และปี พ.ศ. เช่น 31 มี.ค. 2568";
// Errors (PROBLEMS) and remarks (HINTS), by key.
const mustBe = (test, said) => (text) => (test(text) ? "" : said);
const PROBLEMS = { as_of: mustBe(isDay, DAY), date: mustBe(isDay, DAY) };
const cell = mustBe(isDay, `${DAY} ${AS_PRINTED}`);
const people = mustBe(isCount, `เขียนเป็นจำนวนคน เช่น ๑๒ ${NOT_ADDED}`);
const HINTS = {
  announcement_date: cell,
  effective_date: cell,
  resolution_date: cell,
  people,
  spent: mustBe((text) => amountIn(text) !== null, `เขียนเป็นจำนวนเงิน เช่น ๑๐,๐๐๐ ${NOT_ADDED}`),
  total: people,
  trained: people,
};

let serial = 0;
// A field of a record: `read` returns its text, or the value of the file if the field was not touched.
export const control = (key, schema, { kind = "line", required = false, start = "", kept, hint, list } = {}) => {
  serial += 1;
  const id = `form-${serial}`;
  const said = element("p", { className: "form__said", hidden: true, id: `${id}-said` });
  const attributes = { "aria-describedby": said.id, ...(list ? { list } : {}), ...(required ? { "aria-required": "true" } : {}) };
  let box;
  if (kind === "choice") {
    box = element("select", { id, attributes }, element("option", { value: "", textContent: "ไม่ระบุ" }));
    box.append(...words.choices[key].map(([value, word]) => element("option", { value, textContent: word })));
  } else {
    box = element(kind === "area" ? "textarea" : "input", { id, autocomplete: "off", attributes, ...(kind === "area" ? { rows: 2 } : { type: "text" }) });
  }
  box.value = start;
  const begun = box.value; // a line has no breaks
  const one = { box, key, said, isTouched: false, problem: "" };
  one.read = () => {
    const text = box.value.trim();
    return kept !== undefined && box.value === begun ? kept : text || undefined;
  };
  one.check = (found = "") => {
    const text = box.value.trim();
    one.problem = found || (text && (PROBLEMS[key]?.(text) ?? "")) || "";
    const shown = (one.isTouched && one.problem) || (text && (HINTS[key]?.(text) || hint?.(text))) || "";
    if (said.textContent !== shown) said.textContent = shown;
    said.hidden = !shown;
    box.toggleAttribute("aria-invalid", false);
    if (one.isTouched && one.problem) box.setAttribute("aria-invalid", "true");
  };
  box.addEventListener("input", filling.changed);
  box.addEventListener("change", () => {
    one.isTouched = true;
    filling.changed();
  });
  one.labelled = () => {
    const help = schema.description ? element("small", { id: `${id}-help`, textContent: schema.description }) : null;
    if (help) box.setAttribute("aria-describedby", `${help.id} ${said.id}`);
    const title = element("label", { htmlFor: id, textContent: `${schema.title}${required ? " (ต้องกรอก)" : ""}` });
    return element("div", { className: "form__field" }, title, help, box, said);
  };
  filling.fields.push(one);
  return one;
};
// A record of the format as fields: `layout` lists its keys and their form, `values` has their initial values.
export const group = (whole, definition, layout, values = {}) => {
  const schema = definition ? whole.definitions[definition] : whole;
  const needed = new Set(schema.required ?? []);
  const fields = Object.entries(layout).map(([key, options]) => control(key, schema.properties[key], { required: needed.has(key), ...options, ...values[key] }));
  const record = () => Object.fromEntries(fields.map((one) => [one.key, one.read()]).filter(([, value]) => value !== undefined));
  const check = (said = record()) => {
    const wrong = new Map(violations(schema, said, whole).map(([[key], reason]) => [key, reason]));
    for (const one of fields) one.check(wrong.get(one.key));
  };
  return { fields, record, check, clear: () => fields.forEach((one) => one.check()), labelled: () => fields.map((one) => one.labelled()) };
};
// Options of a field with an initial text, which is written back unchanged.
export const asText = (value) => (value ? { start: value, kept: value } : {});
