// An answer to a finding of the checks.
import { element } from "../element.js";
import { arabic } from "../thai-digits.js";
import { asText, group } from "./fields.js";
import { words } from "./page-data.js";
import { idTable, planEntry } from "./plan-entry.js";
import { today } from "./thai-values.js";

export const schema = "plan";
const FEWEST_LETTERS = 3; // of an answer, as in rule ACK-004

const plain = (code) => arabic(code).trim().toUpperCase();
const meaning = (code) => words.rules[plain(code)] ?? "ไม่มีข้อสังเกตรหัสนี้ หรือเป็นข้อผิดพลาดที่ต้องแก้ ชี้แจงไม่ได้";
const isWorded = (text) => ((text.match(/\p{L}/gu) ?? []).length < FEWEST_LETTERS ? "คำชี้แจงต้องเป็นถ้อยคำที่ผู้อ่านเข้าใจ" : "");
const LAYOUT = { code: { hint: meaning, list: "form-codes" }, reason: { hint: isWorded, kind: "area" }, date: {} };

export const form = (data, whole) => {
  const codes = element("datalist", { id: "form-codes" }, Object.entries(words.rules).map(([value, title]) => element("option", { value, textContent: title })));
  const code = new URLSearchParams(location.search).get("code");
  const top = group(whole, "Acknowledgement", LAYOUT, { code: asText(code), date: asText(today()) });
  const about = idTable(data, whole, "Acknowledgement");
  const value = () => {
    const { code: typed, ...rest } = top.record();
    const ids = about.ids();
    return { ...(typed ? { code: plain(typed) } : {}), ...(ids.length ? { ids } : {}), ...rest };
  };
  return planEntry("acknowledged", data, whole, { nodes: [codes, ...top.labelled(), about.node], groups: [top, about], value });
};
