// Names of everything in a plan that has an id.
import { element } from "../element.js";

const MATRIX = "budget_matrix";

const namesOf = (data) => {
  const of = (list) => (list ?? []).map((one) => [one.id, one.name ?? one.title ?? one.position ?? ""]);
  const { plan, lao } = data;
  const tactics = plan.strategies.flatMap((one) => one.tactics);
  const idp = of((data.idp?.rows ?? []).map((one) => ({ id: one.id, name: one.position })));
  return new Map([...of(data.projects?.projects), ...of(plan.strategies), ...of(tactics), ...idp, ...of(lao.departments), ...of(plan.local_strategies), ...of(plan.values), ...of(plan.documents), [MATRIX, "ตารางงบประมาณ"]]);
};
// The ids as suggestions of a box.
export const idList = (data) => {
  const options = [...namesOf(data)].map(([value, name]) => element("option", { value, textContent: name }));
  return element("datalist", { id: "form-ids" }, options);
};
// Returns a remark of a box: empty for an id of the plan.
export const isNamed = (data) => {
  const known = namesOf(data);
  return (id) => (known.has(id.trim()) ? "" : "ไม่มีรหัสนี้ในแผน ตรวจว่าพิมพ์ถูก รายการที่ยกเลิกแล้วใส่ได้");
};
