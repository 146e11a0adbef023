// The page of a plan's history: compares any two versions. revisions.json has the changes of each version. The difference of
// two versions combines all changes between them: the first "before" with the last "after".
import { element, notice } from "./element.js";

const place = document.querySelector("[data-compare-versions]");
const DATA = "revisions.json";
const MOST = 300; // sentences shown
const FIRST = 10; // of them, the others are folded

const isWhole = (change) => !change.field && (change.kind === "added" || change.kind === "removed");
const thingOf = (change) => JSON.stringify([change.part, change.thing, change.id || (isWhole(change) ? (change.after ?? change.before ?? change.name) : change.name)]);
// Items of a list without ids are identified by their text.
const isItem = (change) => !change.id && !isWhole(change) && (change.before === null || change.after === null);
const keyOf = (change) => JSON.stringify([thingOf(change), change.field, isItem(change) ? (change.after ?? change.before) : ""]);

// ---- Combining changes ----

const together = (one, next) => {
  const differences = [one.difference_baht, next.difference_baht];
  const difference = differences.every((value) => value !== null) ? String(Number(differences[0]) + Number(differences[1])) : null;
  return { ...next, before: one.before, difference_baht: difference, material: one.material || next.material, sentence: null };
};
// Results of a year are added or removed as a whole, regardless of other changes of that year.
const ofResults = (change) => change.part.startsWith("results/") && isWhole(change) && change.thing === place.dataset.results;
const put = (found, change) => {
  const inside = (one) => one.part === change.part && !ofResults(one);
  if (ofResults(change)) for (const [key, one] of found) if (inside(one)) found.delete(key);
  if (!ofResults(change) && [...found.values()].some((one) => one.part === change.part && one.kind === "added" && ofResults(one))) return;
  if (isWhole(change)) {
    const thing = thingOf(change);
    const cameHere = found.get(keyOf(change))?.kind === "added";
    for (const [key, one] of found) if (thingOf(one) === thing && !isWhole(one)) found.delete(key);
    const wentHere = found.get(keyOf(change))?.kind === "removed";
    if ((change.kind === "removed" && cameHere) || (change.kind === "added" && wentHere)) found.delete(keyOf(change));
    else found.set(keyOf(change), change);
    return;
  }
  const whole = found.get(JSON.stringify([thingOf({ ...change, kind: "added", field: "" }), "", ""]));
  if (whole?.kind === "added" && change.id) {
    found.set(keyOf(whole), { ...whole, name: change.name || whole.name, sentence: null });
    return;
  }
  const came = !change.id && change.before !== null && found.get(keyOf({ ...change, before: null, after: change.before }));
  if (came && came.before === null) {
    // Added between the two versions, then changed or removed.
    found.delete(keyOf(came));
    if (change.after !== null) found.set(keyOf({ ...change, before: null }), together(came, change));
    return;
  }
  const known = found.get(keyOf(change));
  const made = known ? together(known, change) : change;
  if (known && made.before === made.after) found.delete(keyOf(change));
  else found.set(keyOf(change), made);
};
const opposite = { added: "removed", removed: "added", budget_raised: "budget_lowered", budget_lowered: "budget_raised" };
const turned = (change) => ({
  ...change,
  kind: opposite[change.kind] ?? change.kind,
  before: change.after,
  after: change.before,
  difference_baht: change.difference_baht === null ? null : String(-Number(change.difference_baht)),
  sentence: null,
});
const between = (revisions, from, to) => {
  const [first, last] = from < to ? [from, to] : [to, from];
  const found = new Map();
  for (const revision of revisions) {
    if (revision.number > first && revision.number <= last) for (const change of revision.changes) put(found, change);
  }
  const changes = [...found.values()];
  return from < to ? changes : changes.map(turned);
};

// ---- Display ----

const quoted = (text) => `‘${text.length > 120 ? `${text.slice(0, 120)}…` : text}’`;
const sentence = (change) => {
  if (change.sentence) return change.sentence;
  const named = change.name ? ` ${quoted(change.name)}` : "";
  if (isWhole(change)) return change.kind === "added" ? `เพิ่ม${change.thing}${named}` : `ตัด${change.thing}${named} ออก`;
  const money = change.difference_baht === null ? "" : ` (${Number(change.difference_baht) > 0 ? "+" : ""}${Number(change.difference_baht).toLocaleString("en")} บาท)`;
  if (change.before === null) return `${change.thing}${named}: เพิ่ม${change.label} ${quoted(change.after)}`;
  if (change.after === null) return `${change.thing}${named}: ลบ${change.label} ${quoted(change.before)}`;
  return `${change.thing}${named}: ${change.label}เปลี่ยนจาก ${quoted(change.before)} เป็น ${quoted(change.after)}${money}`;
};
const status = element("p");
status.setAttribute("role", "status");
const list = element("ul", { className: "changes" });
const others = element("ul", { className: "changes" });
const word = element("summary");
const more = element("details", { className: "more" }, word, others);

const choice = (id, word, revisions, chosen) => {
  const select = element("select", { id });
  for (const { number } of revisions) select.append(element("option", { value: number, textContent: `รุ่นที่ ${number}`, selected: number === chosen }));
  return [select, element("p", { className: "compare__field" }, element("label", { htmlFor: id, textContent: word }), select)];
};
const numberIn = (name, revisions, otherwise) => {
  const asked = Number(new URLSearchParams(location.search).get(name));
  return revisions.some(({ number }) => number === asked) ? asked : otherwise;
};

const start = (revisions) => {
  const last = revisions.length;
  const [from, fromField] = choice("compare-from", "จาก", revisions, numberIn("from", revisions, Math.max(1, last - 1)));
  const [to, toField] = choice("compare-to", "ถึง", revisions, numberIn("to", revisions, last));
  const show = () => {
    const changes = between(revisions, Number(from.value), Number(to.value));
    status.textContent = `จากรุ่นที่ ${from.value} ถึงรุ่นที่ ${to.value} ต่างกัน ${changes.length.toLocaleString("en")} รายการ`;
    const items = changes.slice(0, MOST).map((change) => element("li", { textContent: sentence(change) }));
    if (changes.length > MOST) items.push(element("li", { textContent: `และอีก ${(changes.length - MOST).toLocaleString("en")} รายการ` }));
    list.replaceChildren(...items.slice(0, FIRST));
    others.replaceChildren(...items.slice(FIRST));
    word.textContent = `ดูอีก ${Math.max(0, changes.length - FIRST).toLocaleString("en")} รายการ`;
    more.hidden = items.length <= FIRST;
  };
  for (const select of [from, to]) {
    select.addEventListener("change", () => {
      history.replaceState(null, "", `?from=${from.value}&to=${to.value}${location.hash}`);
      show();
    });
  }
  place.replaceChildren(fromField, toField, status, list, more);
  show();
};
fetch(new URL(DATA, document.baseURI))
  .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(DATA))))
  .then((data) => start(data.revisions))
  .catch(() => place.replaceChildren(notice("warn", "โหลดข้อมูลสำหรับเทียบไม่ได้ โปรดลองใหม่ หน้าของแต่ละรุ่นยังเปิดอ่านได้ตามปกติ")));
