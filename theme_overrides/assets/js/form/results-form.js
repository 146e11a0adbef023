// The results of a round: a table of projects and one of staff. The output is the whole file of the round.
import { element, notice } from "../element.js";
import { table } from "./field-table.js";
import { asText, filling, group } from "./fields.js";
import { countKept, evidenceKept, moneyKept, plannedBaht } from "./kept-cells.js";
import { words } from "./page-data.js";
import { amountIn, dayOf } from "./thai-values.js";
import { yaml } from "./yaml-text.js";

export const schema = "results";
const TEXTS = ["indicator_result", "problems", "suggestions"];
const LAYOUT = { status: { kind: "choice" }, spent: {}, people: {}, ...Object.fromEntries(TEXTS.map((key) => [key, { kind: "area" }])) };
const STAFF = { position_type: {}, total: {}, trained: {} };

const yearsOf = (cycle) => {
  const [first, last] = cycle.split("-").map(Number);
  return Array.from({ length: last - first + 1 }, (_, at) => String(first + at));
};
// The chosen year, otherwise the running fiscal year, otherwise the last of the plan.
const yearOf = (years, chosen) => {
  const now = new Date();
  const running = String(now.getFullYear() + 543 + (now.getMonth() >= 9 ? 1 : 0));
  return [chosen, running, years.at(-1)].find((one) => years.includes(one));
};
const select = (label, id, options, value, take) => {
  const box = element("select", { id }, options.map(([one, word]) => element("option", { value: one, textContent: word })));
  box.value = value;
  box.addEventListener("change", () => {
    if (filling.isDirty && !confirm("ข้อมูลที่กรอกไว้จะหายไป เปลี่ยนต่อหรือไม่")) box.value = value;
    else take(box.value, id);
  });
  return element("div", { className: "form__field" }, element("label", { htmlFor: id, textContent: label }), box);
};
// The round's earlier report, the file for the new one, and whether this site shows too little of it to write it again.
const fileOf = ({ results, status }, year, months) => {
  const at = results.findIndex((one) => String(one.fiscal_year) === year && one.round === months);
  const old = results[at];
  const taken = new Set([...status.results_files, ...status.partly_unread_files]);
  const file = old ? status.results_files[at] : [`results/${year}.yml`, `results/${year}-${months}.yml`].find((one) => !taken.has(one));
  const isHidden = old && (status.texts_withheld || status.partly_unread_files.includes(file) || old.projects.some((one) => one.status === "unread"));
  return { old, file, isHidden: !file || isHidden };
};
// Returns a remark on an amount that is more than the plan has for the project, whatever the basis of its amounts.
const isPlanned = (project) => (text) => {
  const planned = project.budget ? plannedBaht(project) : null;
  if (planned === null || Number(amountIn(text)) <= planned) return "";
  return `มากกว่างบประมาณของโครงการในแผน ${planned.toLocaleString("en")} บาท ตรวจว่าพิมพ์ถูก ถ้าถูก ให้บอกเหตุผลในช่องปัญหาและอุปสรรค`;
};
// A row of a project: its fields, with the initial values of an earlier entry.
const projectRow = (whole, project, entry) => {
  const { status, spent, people } = entry ?? {};
  const values = {
    status: asText(status === "not_stated" ? "" : status),
    spent: { ...moneyKept(spent), hint: isPlanned(project) },
    people: countKept(people),
    ...Object.fromEntries(TEXTS.map((key) => [key, asText(entry?.[key])])),
  };
  const evidence = evidenceKept(entry?.evidence ?? []);
  const one = group(whole, "ProjectResult", LAYOUT, values);
  const { check, record } = one;
  one.record = () => {
    const written = record();
    if (!Object.keys(written).length && !evidence.length) return null;
    return { project: project.id, ...written, ...(evidence.length ? { evidence } : {}) };
  };
  one.check = () => check({ project: project.id, ...record() });
  return [[project.name, element("small", { className: "form__note", textContent: project.id })], one];
};
const projectTable = (data, whole, old) => {
  const entries = new Map();
  for (const one of old?.projects ?? []) entries.set(one.project, [...(entries.get(one.project) ?? []), one]);
  const known = data.projects?.projects ?? [];
  const others = [...entries.keys()].filter((id) => !known.some((one) => one.id === id)).map((id) => ({ id, name: id }));
  const rows = [...known, ...others].flatMap((project) => (entries.get(project.id) ?? [undefined]).map((entry) => projectRow(whole, project, entry)));
  const terms = ["project", ...Object.keys(LAYOUT)].map((key) => whole.definitions.ProjectResult.properties[key].title);
  return table("form-projects", whole.properties.projects.title, terms, rows);
};
const staffRow = (whole, values) => {
  const one = group(whole, "StaffTrained", STAFF, values);
  const { check, record } = one;
  const isBlank = () => !one.fields[1].box.value.trim() && !one.fields[2].box.value.trim();
  one.record = () => (isBlank() ? null : record());
  one.check = () => (isBlank() ? one.clear() : check(record()));
  return [null, one];
};
const staffTable = (data, whole, old) => {
  const kinds = [...new Set(data.lao.staff_counts.map((one) => one.position_type))];
  const before = (old?.staff ?? []).map((one) => ({ position_type: asText(one.position_type), total: countKept(one.total), trained: countKept(one.trained) }));
  const rows = before.length ? before : (kinds.length ? kinds : [""]).map((kind) => ({ position_type: asText(kind) }));
  const terms = Object.keys(STAFF).map((key) => whole.definitions.StaffTrained.properties[key].title);
  const row = (values) => staffRow(whole, values);
  return table("form-staff", whole.properties.staff.title, terms, rows.map(row), () => row({}), "เพิ่มประเภทตำแหน่ง");
};

export const form = (data, whole, chosen, again) => {
  const years = yearsOf(data.plan.cycle);
  const year = yearOf(years, chosen.year);
  const months = chosen.months === "6" ? "6" : "12";
  const { fiscal_year: ofYear, round: ofRound } = whole.properties;
  const choosing = [
    select(ofYear.title, "form-year", years.map((one) => [one, one]), year, (value, id) => again({ year: value, months }, id)),
    select(ofRound.title, "form-months", words.choices.round, months, (value, id) => again({ year, months: value }, id)),
  ];
  const { old, file, isHidden } = fileOf(data, year, months);
  if (isHidden) {
    const why = "ไฟล์เดิมของรอบนี้มีส่วนที่เว็บไซต์นี้อ่านไม่ได้หรือไม่แสดง จึงแก้จากหน้านี้ไม่ได้ ให้แก้ที่ไฟล์โดยตรงตามคู่มือ";
    return { nodes: [...choosing, notice("warn", why)], groups: [] };
  }
  const top = group(whole, "", { as_of: {} }, { as_of: asText(old && dayOf(old.as_of)) });
  const projects = projectTable(data, whole, old);
  const staff = staffTable(data, whole, old);
  const value = () => {
    const [done, trained] = [projects.records(), staff.records()];
    return { fiscal_year: year, round: months, ...top.record(), ...(done.length ? { projects: done } : {}), ...(trained.length ? { staff: trained } : {}) };
  };
  const notes = old ? [notice("warn", `รอบนี้รายงานแล้วใน ${file} ไฟล์ที่ได้ใช้แทนไฟล์เดิม หมายเหตุที่ขึ้นต้นด้วย # ในไฟล์เดิมไม่อยู่ในไฟล์ใหม่`)] : [];
  return {
    nodes: [...choosing, ...notes, ...top.labelled(), projects.node, staff.node],
    groups: [top, projects, staff],
    lacks: () => (projects.records().length || staff.records().length ? "" : "ยังไม่ได้กรอกผลของโครงการใด"),
    value,
    whole,
    name: file.split("/").pop(),
    where: `บันทึกเป็น ${data.plan.cycle}/${file} ในโฟลเดอร์ของ อปท. ${data.lao.code}`,
    text: () => `${yaml(value()).join("\n")}\n`,
  };
};
