// A correction of what was copied wrongly from the document.
import { notice } from "../element.js";
import { asText, group } from "./fields.js";
import { idTable, planEntry } from "./plan-entry.js";
import { today } from "./thai-values.js";

export const schema = "plan";
const LAYOUT = { date: {}, kind: { kind: "choice" }, reason: { kind: "area" }, source_page: {}, before: {}, after: {} };

export const form = (data, whole) => {
  const top = group(whole, "Correction", LAYOUT, { date: asText(today()) });
  const about = idTable(data, whole, "Correction");
  const { check, record } = top;
  const value = () => {
    const { date, kind, ...rest } = record();
    return { ...(date ? { date } : {}), ...(kind ? { kind } : {}), ids: about.ids(), ...rest };
  };
  top.check = () => check(value());
  const after = notice("warn", "เมื่อวางแล้ว ให้แก้ค่าในไฟล์ข้อมูลให้ตรงกับค่าหลังแก้ไขด้วย");
  return planEntry("corrections", data, whole, { nodes: [...top.labelled(), about.node, after], groups: [top, about], value });
};
