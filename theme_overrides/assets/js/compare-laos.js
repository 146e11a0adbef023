// The page /compare/: two to four LAOs side by side. The address contains the selection (?lao=5440101&lao=...), so that a
// comparison can be shared. Reads one small file per LAO, and one per province with the quartiles of each type; the finder
// has the names. All strings are inserted as text, never as HTML.
import { element, notice } from "./element.js";
import { arabic } from "./thai-digits.js";

const place = document.querySelector("[data-compare-laos]");
const FEWEST = 2;
const MOST = 4;
const MOST_FOUND = 8;
const WAIT = 150;
const words = JSON.parse(place.dataset.words);
const { root, finder } = document.querySelector(".site-header").dataset;
const site = (address) => new URL(root + address, document.baseURI).href;
const number = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

const small = (text) => element("small", { className: "compare-laos__note", textContent: text });
const empty = (text) => element("span", { className: "empty", textContent: text });

// ---- Selected LAOs ----

const asked = () => {
  const codes = new URLSearchParams(location.search).getAll("lao").map((code) => arabic(code).trim());
  return [...new Set(codes)].filter((code) => /^[2-9][0-9]{6}$/.test(code)).slice(0, MOST);
};
let codes = asked();
const choose = (chosen) => {
  codes = chosen;
  const query = chosen.map((code) => `lao=${code}`).join("&");
  history.pushState(null, "", query ? `?${query}` : location.pathname);
};

// ---- Data of an LAO ----

const files = new Map();
const read = (address) => {
  if (!files.has(address)) {
    const reading = fetch(site(address)).then((answer) => {
      if (answer.status === 404) return null;
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    });
    files.set(address, reading);
    reading.catch(() => files.delete(address));
  }
  return files.get(address);
};
const known = async (code) => {
  const lao = await read(`/lao/${code}/figures.json`);
  const spreads = lao?.province ? await read(`/province/${lao.province.slug}/spreads.json`).catch(() => null) : null;
  return { code, lao, plan: lao?.plan, among: spreads?.types[lao.type], isCounted: lao?.fictional === "no" || spreads?.all_made_up };
};

// ---- cells ----

const quartile = (measure, value) => (words.measures[measure][1] ? whole : number).format(Number(value));
const spreadOf = ({ lao, plan, among, isCounted }, measure) => {
  const spread = among?.measures[measure];
  const value = plan.comparable[measure];
  if (!spread || value === undefined || !isCounted) return null;
  if (plan.cycle !== among.cycle) return small(`${lao.type}ในจังหวัดส่วนใหญ่เป็นแผนรอบ ${among.cycle} จึงไม่เทียบ`);
  if (!spread.quartiles) return small(`${lao.type}ในจังหวัด: ${words.few}`);
  const [lower, median, upper] = spread.quartiles;
  const where = Number(value) < Number(lower) ? "below" : Number(value) > Number(upper) ? "above" : "middle";
  const middle = `ค่ากลาง ${quartile(measure, median)} (ช่วงกลาง ${quartile(measure, lower)}–${quartile(measure, upper)})`;
  return [small(`${lao.type}ในจังหวัด ${whole.format(spread.counted)} แห่ง: ${middle}`), small(`แห่งนี้${words.where[where]}`)];
};
const counted = (measure) => (one) => {
  const value = one.plan[measure];
  if (value === null) return [empty(one.plan.partial ? words.outside : words.not_here)];
  const reason = one.plan.not_comparable[measure];
  return [number.format(value), reason ? small(`ไม่นำไปเทียบ: ${words.reasons[reason]}`) : spreadOf(one, measure)];
};
const ofBasis = ({ plan }) => (plan.basis === "whole_cycle" ? "whole_cycle" : "per_year");
const money = (one) => {
  const { plan } = one;
  if (plan.total_baht === null) return [empty(plan.projects === null && plan.partial ? words.outside : words.reasons.no_amount)];
  const reason = plan.not_comparable[ofBasis(one)];
  return [
    `${number.format(Number(plan.total_baht))} บาท`,
    small(words.basis[plan.basis ?? ""]),
    reason && reason !== "no_basis" ? small(`ไม่นำไปเทียบ: ${words.reasons[reason]}`) : spreadOf(one, ofBasis(one)),
  ];
};
const perHead = (one) => {
  const measure = `${ofBasis(one)}_head`;
  const value = one.plan.comparable[measure];
  if (value === undefined) return [empty(words.reasons[one.plan.not_comparable[measure]])];
  const people = `จำนวนบุคลากรที่บันทึกไว้ ${whole.format(one.plan.people)} คน`;
  return [`${whole.format(Number(value))} บาท`, small(`${words.basis[one.plan.basis]} ${people}`), spreadOf(one, measure)];
};
const findings = ({ plan }) => {
  const kinds = ["errors", "warnings", "notices"];
  const said = kinds.map((kind, at) => plan.findings[kind] && `${words.severity[at]} ${whole.format(plan.findings[kind])}`).filter(Boolean);
  return said.length ? [element("a", { href: site(`${plan.address}#quality`), textContent: said.join(" · ") })] : ["ไม่พบ"];
};
const strategies = ({ plan }) => {
  if (!plan.strategies.length) return [empty(plan.partial ? words.outside : words.not_stated)];
  const items = plan.strategies.map((one) => {
    const baht = one.total_baht === null ? words.reasons.no_amount : `${number.format(Number(one.total_baht))} บาท`;
    return element("li", {}, `${one.number ?? ""} ${one.name}`.trim(), small(`${whole.format(one.projects)} โครงการ · ${baht}`));
  });
  return [element("ul", {}, ...items)];
};
const planCell = ({ plan }) => [
  element("a", { href: site(plan.address), textContent: `รอบ ${plan.cycle}` }),
  small([words.state[plan.state], plan.legal === "not_announced" ? "" : words.legal[plan.legal]].filter(Boolean).join(" · ")),
  plan.partial ? small(words.reasons.partial) : null,
];
const without = ({ lao }) => {
  if (!lao) return [empty("ไม่พบ อปท. รหัสนี้ในเว็บไซต์นี้")];
  return [empty(lao.drafts ? words.reasons.draft : words.standing[lao.standing])];
};

// ---- the table ----

const nameOf = ({ code, lao }) => lao?.short_name ?? code;
const heading = ({ code, lao }) => {
  if (!lao) return element("th", { scope: "col", textContent: code });
  const where = [lao.district && `อำเภอ${lao.district}`, lao.province && `จังหวัด${lao.province.name}`, words.made_up[lao.fictional]];
  return element(
    "th",
    { scope: "col" },
    element("a", { href: site(`/lao/${code}/`), textContent: lao.name }),
    small(where.filter(Boolean).join(" ")),
  );
};
const row = (title, all, cell) =>
  element(
    "tr",
    {},
    element("th", { scope: "row", textContent: title }),
    ...all.map((one) => {
      const inside = element("div", {}, ...(one.plan ? cell(one) : without(one)));
      return element("td", { attributes: { "data-label": nameOf(one) } }, inside);
    }),
  );
// Methods are equal if documents name the same entry of a national framework, or print the same words.
const methodKey = (method) => method.ref ?? method.name.replace(/\s+/g, "");
const methodRows = (all) => {
  const names = new Map();
  for (const one of all) for (const method of one.plan?.methods ?? []) if (!names.has(methodKey(method))) names.set(methodKey(method), method.name);
  const cell = (key) => (one) => {
    const method = one.plan.methods.find((other) => methodKey(other) === key);
    if (method) return [`${whole.format(method.positions)} ตำแหน่ง`];
    return [empty(one.plan.methods.length ? "ไม่มีในตารางของแผน" : words.not_here)];
  };
  const title = element("tr", { className: "group" }, element("th", { colSpan: all.length + 1, scope: "rowgroup", textContent: "วิธีการพัฒนาในแผนพัฒนารายบุคคล" }));
  return names.size ? [title, ...[...names].map(([key, name]) => row(name, all, cell(key)))] : [];
};
const table = (all) => {
  const caption = element("caption", { id: "compare-laos-caption", textContent: "ตัวเลขจากแผน วางไว้คู่กันตามลำดับที่เลือก" });
  const rows = [
    row("แผนที่นำมาเทียบ", all, planCell),
    row("โครงการ", all, counted("projects")),
    row("ตำแหน่งในแผนพัฒนารายบุคคล", all, counted("positions")),
    row("งบประมาณที่ระบุ", all, money),
    row("งบประมาณต่อคน", all, perHead),
    row("ข้อสังเกตในข้อมูลของแผน", all, findings),
    row("โครงการและเงินตามยุทธศาสตร์", all, strategies),
    ...methodRows(all),
  ];
  const head = element("thead", {}, element("tr", {}, element("th", { scope: "col", textContent: "เรื่อง" }), ...all.map(heading)));
  const made = element("table", { className: "table table--stack table--laos" }, caption, head, element("tbody", {}, ...rows));
  return element("div", { className: "table-scroll", tabIndex: 0, attributes: { role: "region", "aria-labelledby": caption.id } }, made);
};
const warnings = (all) => {
  const plans = all.map(({ plan }) => plan).filter(Boolean);
  const differ = (key) => new Set(plans.map((plan) => plan[key])).size > 1;
  const said = [];
  if (differ("cycle")) said.push("แผนเหล่านี้เป็นของคนละรอบ");
  if (differ("basis") || plans.some(({ basis }) => basis === null || basis === "not_stated")) said.push("จำนวนเงินไม่ได้เป็นฐานเดียวกันทุกแห่ง หรือเอกสารไม่ระบุฐาน จึงไม่ควรนำจำนวนเงินมาเทียบกัน");
  return said.map((text) => notice("warn", text));
};

// ---- the page ----

const box = element("input", { className: "search__box", type: "search", id: "compare-box", maxLength: 200, autocomplete: "off" });
const form = element(
  "form",
  { className: "compare-laos__form", attributes: { role: "search", "aria-label": "เลือก อปท. ที่จะเทียบ" } },
  element("label", { htmlFor: box.id, textContent: "เพิ่ม อปท. ด้วยชื่อหรือรหัส" }),
  box,
);
const found = element("ul", { className: "compare-laos__found", hidden: true });
const chosen = element("ul", { className: "compare-laos__chosen" });
const status = element("p", { className: "quiet", attributes: { role: "status" } });
const shown = element("div");
let turn = 0;
let waiting;

const closeFound = () => {
  found.replaceChildren();
  found.hidden = true;
};
const add = (code) => {
  box.value = "";
  closeFound();
  choose([...codes, code]);
  box.focus();
  show().then(() => {
    // The maximum is reached: the box is hidden, so move the focus.
    if (form.hidden) chosen.querySelector("li:last-child button")?.focus();
  });
};
const remove = (code) => {
  choose(codes.filter((one) => one !== code));
  show().then(() => box.focus());
};
const find = async () => {
  const text = box.value.trim();
  const mine = ++turn;
  if (!text) return closeFound();
  try {
    const { loadFinder } = await import(site(`/${finder}`));
    const names = (await loadFinder(root)).find(text, 200);
    if (mine !== turn) return undefined;
    const laos = names.map(({ item }) => item).filter((item) => item.kind === "lao" && !codes.includes(item.codes[0]));
    found.replaceChildren(
      ...laos.slice(0, MOST_FOUND).map((item) => {
        const button = element("button", { type: "button", className: "compare-laos__name" }, item.title, small(item.detail));
        button.addEventListener("click", () => add(item.codes[0]));
        return element("li", {}, button);
      }),
    );
    found.hidden = !laos.length;
    status.textContent = laos.length ? `พบ ${whole.format(laos.length)} แห่ง` : "ไม่พบ อปท. ชื่อนี้ในเว็บไซต์นี้";
  } catch {
    status.textContent = "โหลดรายชื่อไม่ได้ ตรวจการเชื่อมต่อแล้วลองใหม่";
  }
  return undefined;
};
const show = async () => {
  const mine = ++turn;
  const full = codes.length >= MOST;
  form.hidden = full;
  try {
    const all = await Promise.all(codes.map(known));
    if (mine !== turn) return;
    chosen.replaceChildren(
      ...all.map((one) => {
        const button = element("button", { type: "button", className: "button", textContent: "เอาออก", attributes: { "aria-label": `เอา ${nameOf(one)} ออก` } });
        button.addEventListener("click", () => remove(one.code));
        return element("li", {}, element("span", { textContent: nameOf(one) }), button);
      }),
    );
    const enough = all.length >= FEWEST;
    shown.replaceChildren(...(all.length ? [...warnings(all), table(all)] : []));
    const counts = `เลือกไว้ ${all.length} แห่ง`;
    status.textContent = all.length ? `${counts} ${full ? "ครบแล้ว เอาออกก่อนจึงเพิ่มได้" : enough ? "เพิ่มได้อีก" : "เลือกอีกอย่างน้อยหนึ่งแห่งเพื่อเทียบ"}` : "ยังไม่ได้เลือก เลือกได้สองถึงสี่แห่ง";
  } catch {
    if (mine === turn) status.textContent = "โหลดตัวเลขไม่ได้ ตรวจการเชื่อมต่อแล้วโหลดหน้านี้ใหม่";
  }
};

box.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(find, WAIT);
});
box.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closeFound();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  find().then(() => found.querySelector("button")?.focus());
});
addEventListener("popstate", () => {
  codes = asked();
  show();
});
place.replaceChildren(form, found, chosen, status, shown);
show();
