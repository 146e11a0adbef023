// What a form gives: the YAML to copy or to save, whether it is complete, and the officer's own plan.yml with the entry added.
import { element } from "../element.js";
import { filling } from "./fields.js";
import { violations } from "./schema-check.js";

const WAIT = 200; // milliseconds after the last key
let form = null;
let file = null; // the officer's own plan.yml
let waiting;

const button = (textContent, more = {}) => element("button", { type: "button", className: "button", textContent, ...more });
const status = element("p", { className: "form__status", attributes: { role: "status" } });
const where = element("p", { id: "form-where" });
const text = element("textarea", { className: "form__text", id: "form-text", readOnly: true, rows: 14, spellcheck: false, attributes: { "aria-describedby": where.id } });
const copy = button("คัดลอก");
const save = button("ดาวน์โหลดไฟล์");
const own = element("input", { type: "file", id: "form-own", accept: ".yml,.yaml" });
const ownSaid = element("p", { className: "form__said", hidden: true, attributes: { role: "status" } });
const saveOwn = button("ดาวน์โหลด plan.yml ที่เพิ่มรายการแล้ว", { hidden: true });
const ownField = element(
  "div",
  { className: "form__field" },
  element("label", { htmlFor: own.id, textContent: "หรือเลือก plan.yml ในเครื่องของท่าน ให้หน้านี้เพิ่มรายการให้ (ไฟล์ไม่ถูกส่งออกจากเครื่อง)" }),
  own,
  ownSaid,
  saveOwn,
);
export const output = element(
  "section",
  { hidden: true, attributes: { "aria-labelledby": "form-result" } },
  element("p", { className: "form__title", id: "form-result", textContent: "สิ่งที่ได้" }),
  status,
  where,
  element("label", { htmlFor: text.id, textContent: "ข้อมูลในรูปแบบ YAML" }),
  text,
  element("p", { className: "form__buttons" }, copy, save),
  ownField,
);

export const say = (node, said) => {
  node.hidden = !said;
  if (node.textContent !== said) node.textContent = said;
};
const COMPLETE = "ครบตามรูปแบบของข้อมูลแล้ว คัดลอกหรือดาวน์โหลดได้ แล้วตรวจด้วย phaen check ก่อนส่ง";
// Checks all fields and writes the text again; returns the number of problems.
const refresh = () => {
  if (!form?.value) return 0;
  for (const one of form.groups) one.check();
  const wrong = filling.fields.filter((one) => one.problem).length;
  const lacks = form.lacks();
  const others = wrong || lacks ? [] : violations(form.whole, form.value(), form.whole);
  text.value = form.text();
  const said = wrong ? `ยังมี ${wrong} ช่องที่ต้องกรอกหรือแก้` : lacks || (others.length ? `${others[0][1]} (${others[0][0].join(" › ")})` : COMPLETE);
  say(status, said);
  if (form.insert && file !== null) {
    const made = form.insert(file);
    saveOwn.hidden = made === null;
    say(ownSaid, made === null ? "เพิ่มลงในไฟล์นี้ไม่ได้ ตรวจว่าเป็น plan.yml ของรอบแผนนี้ หรือคัดลอกไปวางเอง" : "");
  }
  return wrong + (lacks ? 1 : 0) + others.length;
};
filling.changed = () => {
  filling.isDirty = true;
  clearTimeout(waiting);
  waiting = setTimeout(refresh, WAIT);
};
// Shows the output of a form; a form without value has none.
export const showOutput = (made) => {
  form = made;
  output.hidden = !form.value;
  ownField.hidden = !form.insert;
  save.hidden = Boolean(form.insert);
  where.textContent = form.where;
  refresh();
};

// Returns whether there are no problems; otherwise shows all of them and focuses the first.
const isReady = () => {
  clearTimeout(waiting);
  for (const one of filling.fields) one.isTouched = true;
  const wrong = refresh();
  filling.fields.find((one) => one.problem)?.box.focus();
  return !wrong;
};
const download = (content, name) => {
  filling.isDirty = false;
  const link = element("a", { download: name, href: URL.createObjectURL(new Blob([content], { type: "application/yaml" })) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};
copy.addEventListener("click", async () => {
  if (!isReady()) return;
  try {
    await navigator.clipboard.writeText(text.value);
    say(status, "คัดลอกแล้ว");
  } catch {
    text.select(); // without https a page has no access to the clipboard
    say(status, "เลือกข้อความไว้แล้ว กด Ctrl+C เพื่อคัดลอก");
  }
});
save.addEventListener("click", () => {
  if (isReady()) download(text.value, form.name);
});
saveOwn.addEventListener("click", () => {
  const made = isReady() && form.insert(file);
  if (made) download(made, "plan.yml");
});
own.addEventListener("change", async () => {
  const bytes = await own.files[0]?.arrayBuffer().catch(() => null);
  try {
    file = bytes ? new TextDecoder("utf-8", { fatal: true }).decode(bytes) : null;
  } catch {
    file = null;
  }
  say(ownSaid, own.files.length && file === null ? "อ่านไฟล์นี้ไม่ได้ ต้องเป็นไฟล์ข้อความที่บันทึกเป็น UTF-8" : "");
  refresh();
});
addEventListener("beforeunload", (event) => {
  if (filling.isDirty) event.preventDefault();
});
