// Cells of plan.json as initial values of fields, and as amounts.
import { amountIn } from "./thai-values.js";

// An existing cell is written back unchanged: its text, and its meaning if the text alone does not give it.
export const moneyKept = (cell) => {
  if (!cell) return {};
  const { printed, state, amount_baht: amount, basis } = cell;
  const meant = amount === null ? null : String(amount);
  if (state === "amount" && (Number(amountIn(printed)) !== Number(meant) || basis)) {
    return { start: printed, kept: { printed, amount: meant, ...(basis ? { basis } : {}) } };
  }
  if (state === "no_budget" && cell.says_more) return { start: printed, kept: { printed, no_budget: "yes" } };
  return { start: printed, kept: printed };
};
export const countKept = (cell) => {
  if (!cell) return {};
  return { start: cell.printed, kept: cell.given ? { printed: cell.printed, number: String(cell.number) } : cell.printed };
};
// The money of a project in all years of the plan; null if it is not known from amounts alone.
export const plannedBaht = ({ budget }) => {
  const cells = budget.columns.length ? budget.columns.map((one) => one.cell) : [budget];
  return cells.every((one) => one.state === "amount") ? cells.reduce((sum, one) => sum + Number(one.amount_baht), 0) : null;
};
// Files of plans write days in the Buddhist era, plan.json in the Common Era.
const BE_MINUS_CE = 543;
const dateKept = ({ printed, date, given }) => (given ? { printed, date: `${Number(date.slice(0, 4)) + BE_MINUS_CE}${date.slice(4)}` } : printed);
export const evidenceKept = (list) =>
  list.map(({ date, reviewed_for_personal_data: reviewed, ...one }) => ({
    ...Object.fromEntries(["title", "kind", "address", "file", "sha256"].filter((key) => one[key]).map((key) => [key, one[key]])),
    ...(date ? { date: dateKept(date) } : {}),
    ...(reviewed ? { reviewed_for_personal_data: "yes" } : {}),
  }));
