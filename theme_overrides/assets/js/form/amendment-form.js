// An amendment of a plan: the resolution, and a table of what it changed.
import { notice } from "../element.js";
import { thai } from "../thai-digits.js";
import { table } from "./field-table.js";
import { asText, filling, group } from "./fields.js";
import { planEntry } from "./plan-entry.js";
import { isNamed } from "./plan-names.js";

export const schema = "plan";
const LAYOUT = { number: {}, committee: {}, meeting: {}, resolution_date: {}, announcement_date: {}, effective_date: {}, reason: { kind: "area" } };

// What the plan says now about a project.
const valueNow = (data, id, what) => {
  const found = (data.projects?.projects ?? []).find((one) => one.id === id);
  if (!found) return "";
  const columns = (cell, text) => cell.printed || cell.columns.map((one) => `${one.heading.printed}: ${text(one)}`).join(" ");
  if (what === "budget") return columns(found.budget, (one) => one.cell.printed);
  if (what === "period") return columns(found.periods, (one) => one.printed);
  if (what === "responsible") return found.responsible?.printed ?? "";
  return what === "name" || what === "indicator" ? (found[what] ?? "") : "";
};
const itemRow = (data, whole, layout) => {
  const one = group(whole, "AmendedItem", layout);
  const [id, what, before] = one.fields;
  for (const { box } of [id, what]) {
    box.addEventListener("change", () => {
      if (!before.box.value) before.box.value = valueNow(data, id.box.value.trim(), what.box.value);
      filling.changed();
    });
  }
  const { check, record } = one;
  const isBlank = () => !Object.keys(record()).length;
  one.record = () => (isBlank() ? null : record());
  one.check = () => (isBlank() ? one.clear() : check(record()));
  return [null, one];
};

export const form = (data, whole) => {
  const number = thai(String(data.plan.amendments.length + 1));
  const top = group(whole, "Amendment", LAYOUT, { number: asText(number), committee: asText(data.plan.approval?.committee) });
  const layout = { id: { hint: isNamed(data), list: "form-ids" }, what: { kind: "choice" }, before: { kind: "area" }, after: { kind: "area" } };
  const { Amendment, AmendedItem } = whole.definitions;
  const titles = Object.keys(layout).map((key) => AmendedItem.properties[key].title);
  const row = () => itemRow(data, whole, layout);
  const items = table("form-items", Amendment.properties.items.title, titles, [row()], row, "เพิ่มรายการ");
  const value = () => {
    const filled = items.records();
    return { ...top.record(), ...(filled.length ? { items: filled } : {}) };
  };
  const after = notice("warn", "เมื่อวางแล้ว ให้แก้ค่าในไฟล์ข้อมูล เช่น projects.yml เป็นค่าใหม่ด้วย");
  const lacks = () => (items.records().length ? "" : "ยังไม่ได้กรอกรายการที่ปรับปรุง");
  return planEntry("amendments", data, whole, { nodes: [...top.labelled(), items.node, after], groups: [top, items], value, lacks });
};
