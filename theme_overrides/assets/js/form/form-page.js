// The page /form/: small forms for frequent changes of a plan: the results of a round, an amendment, a correction, an answer
// to a finding. Reads the plan's plan.json and the JSON Schemas of this site, checks while the officer types, and writes
// YAML to copy or to save. Nothing is sent. This module chooses plan and form, and loads only the module of that form.
import { element, notice } from "../element.js";
import { arabic } from "../thai-digits.js";
import { filling } from "./fields.js";
import { output, say, showOutput } from "./form-output.js";
import { json, place } from "./page-data.js";

const SCHEMA = 1; // of plan.json
const FORMS = {
  results: ["รายงานผลการดำเนินงาน", () => import("./results-form.js")],
  amendment: ["บันทึกการปรับปรุงแผน", () => import("./amendment-form.js")],
  correction: ["บันทึกการแก้ที่คัดผิด", () => import("./correction-form.js")],
  answer: ["ชี้แจงข้อสังเกต", () => import("./answer-form.js")],
};

const asked = new URLSearchParams(location.search);
const body = element("div");
let turn = 0; // of the last form asked for
const open = async (code, cycle, kind, mine) => {
  const [title, load] = FORMS[kind];
  const [{ form, schema }, data] = await Promise.all([load(), json(`lao/${code}/${cycle}/data/plan.json`)]);
  if (data.schema !== SCHEMA) throw new Error("schema");
  const whole = await json(`data/schema/${schema}.json`);
  if (mine !== turn) return;
  // `focus` is the id of a box of the new form.
  const show = (chosen, focus) => {
    filling.fields = [];
    filling.isDirty = false;
    const made = form(data, whole, chosen, show);
    const legend = element("legend", { textContent: `${title} ${data.lao.full_name} รอบแผน ${data.plan.cycle}` });
    const banner = data.status.fictional === "no" ? null : notice("warn", "ข้อมูลสมมุติ");
    body.replaceChildren(element("fieldset", { className: "form__set" }, legend, banner, ...made.nodes));
    showOutput(made);
    if (focus) document.getElementById(focus).focus();
  };
  show({ year: asked.get("year") ?? undefined, months: asked.get("round") ?? undefined });
};

// The plan, from the address or from the officer's input: a code, or the address of a page of the plan.
const planIn = (written) => /(?<![0-9])([2-9][0-9]{6})(?:\/([0-9]{4}-[0-9]{4}))?(?![0-9])/.exec(arabic(written));
const whose = element("input", { type: "text", id: "form-plan", autocomplete: "off", maxLength: 300, value: asked.get("plan") ?? "" });
const which = element("select", { id: "form-kind" }, Object.entries(FORMS).map(([kind, [title]]) => element("option", { value: kind, textContent: title })));
which.value = Object.hasOwn(FORMS, asked.get("form") ?? "") ? asked.get("form") : "results";
const failed = element("p", { className: "notice notice--warn", hidden: true, attributes: { role: "alert" } });
const field = (label, box) => element("div", { className: "form__field" }, element("label", { htmlFor: box.id, textContent: label }), box);
const start = element(
  "form",
  { className: "form__start" },
  field("รหัส อปท. หรือที่อยู่ของหน้าแผน", whose),
  field("เรื่องที่จะบันทึก", which),
  element("button", { className: "button", textContent: "เปิดแบบกรอก" }),
);
const begin = async (isAsked) => {
  turn += 1;
  const mine = turn;
  const kind = which.value;
  const found = planIn(whose.value);
  say(failed, found ? "" : isAsked ? "ใส่รหัส อปท. ๗ หลัก หรือคัดลอกที่อยู่ของหน้าแผนมาวาง" : "");
  if (!found) return;
  const [, code, stated] = found;
  try {
    const cycle = stated ?? (await json(`lao/${code}/figures.json`)).plan?.cycle;
    if (!cycle) throw new Error("no plan");
    if (isAsked) history.replaceState(null, "", `?plan=${code}/${cycle}&form=${kind}`);
    await open(code, cycle, kind, mine);
  } catch {
    if (mine !== turn) return;
    body.replaceChildren();
    output.hidden = true;
    say(failed, "เปิดข้อมูลของแผนนี้ไม่ได้ ตรวจรหัส อปท. และรอบแผน แล้วลองใหม่");
  }
};
start.addEventListener("submit", (event) => {
  event.preventDefault();
  if (filling.isDirty && !confirm("ข้อมูลที่กรอกไว้จะหายไป เปิดแบบใหม่หรือไม่")) return;
  begin(true);
});
place.replaceChildren(start, failed, body, output);
begin(false);
