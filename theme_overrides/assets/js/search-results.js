// The results of the search page: lists of names and of sections, and a file of all results for spreadsheets.
export const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

export const PART_WORDS = {
  project: "โครงการ",
  position: "ตำแหน่งใน IDP",
  strategy: "ยุทธศาสตร์",
  document: "เนื้อหาของแผน",
  results: "ผลการดำเนินงาน",
  guidelines: "แนวทาง",
  identity: "ข้อมูล อปท.",
  year: "ปีงบประมาณ",
  evidence: "หลักฐาน ITA",
  files: "ไฟล์ดาวน์โหลด",
};

const baht = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const money = (amount) => `${baht.format(amount)} บาท`;

// Highlights the words of the query; all strings are inserted as text.
const emphasised = (pieces) => pieces.map(([text, isMarked]) => (isMarked ? element("mark", { textContent: text }) : text));

export const link = (root, address, ...children) => element("a", { href: root + address }, ...children);

export const VARIANT_WORDS = "ชื่อที่พิมพ์ในเอกสาร:"; // as in generator/search/finder.py

export const namesList = (root, names, words) => {
  const list = element("ul", { className: "results" });
  for (const { item, variant } of names) {
    const detail = [words[item.kind], variant && `${VARIANT_WORDS} ${variant}`, item.detail].filter(Boolean).join(" · ");
    list.append(element("li", {}, link(root, item.address, item.title), element("small", { textContent: detail })));
  }
  return list;
};

// A section for display: its data from the bundle, and its texts from its LAO's file.
export const shownSections = async (full, module, root, found) => {
  const numbers = found.map(([number]) => number);
  const laos = [...new Set(numbers.map((number) => full.sections[number].lao))];
  const texts = new Map(await Promise.all(laos.map(async (lao) => [lao, await module.loadTexts(root, full.laos[lao])])));
  return numbers.flatMap((number) => {
    const { lao, index, part, baht: amount } = full.sections[number];
    const own = texts.get(lao)[index];
    if (!own) return []; // the LAO's file is newer than the bundle
    const [title, text, address] = own;
    return [{ lao: full.laos[lao], part, amount, title, text, address, facets: full.facetsOf(number) }];
  });
};

export const sectionItem = (root, section, words, { excerpt, marked }) => {
  const { lao, part, amount, title, text, address } = section;
  const cycle = address.match(/\/(\d{4}-\d{4})\//)?.[1];
  const detail = [PART_WORDS[part], lao.name, cycle && `แผน ${cycle}`, amount !== undefined && money(amount)];
  return element(
    "li",
    {},
    link(root, address, ...emphasised(marked(title, words))),
    element("small", { textContent: detail.filter(Boolean).join(" · ") }),
    ...(text ? [element("p", { className: "results__excerpt" }, ...emphasised(excerpt(text, words)))] : []),
  );
};

const WEAKLY = {
  marks: "วรรณยุกต์หรือเครื่องหมายต่างจากที่พิมพ์",
  some: "ไม่มีหัวข้อใดในแผนมีครบทุกคำ จึงแสดงหัวข้อที่มีบางคำ",
  near: "ไม่พบทั้งข้อความในแผน จึงแสดงหัวข้อที่มีบางส่วนของคำค้น",
};
const EXACT_IN_PLANS = ["title", "text", "words"];
const PLACES = ["lao", "province"];
const PLACE_WORDS = ["องค์การบริหารส่วนตำบล", "องค์การบริหารส่วนจังหวัด", "เทศบาล", "ตำบล", "อำเภอ", "จังหวัด"];
const count = new Intl.NumberFormat("en");

// Whether a name is not on the site: an LAO or a place that the query names as such, or text that is in no plan. `key`: the
// normalised query.
const isAbsent = (key, keyOf, names, ofPlans) => {
  const place = PLACE_WORDS.map(keyOf).find((word) => key.startsWith(word) && [...key].length >= [...word].length + 2);
  if (place) return !names.some(({ item, match }) => match !== "similar" && PLACES.includes(item.kind));
  const hasName = names.length > 0 && names[0].match !== "similar";
  return !hasName && !EXACT_IN_PLANS.includes(ofPlans);
};

// The result of a search in words: how many and how well they match, what is not on the site, and what to do if nothing is
// found. Uses the same words as generator/search/answer_words.py. `many`: limit of names; `ask`: plans are searched once a
// province is chosen; `failed`: their texts could not be loaded; `keyOf`: normalises a text.
export const sentence = (wanted, { words, names, found, ask, failed, narrowed, many, keyOf }) => {
  const q = [...(wanted.q ?? "").trim()].slice(0, 60).join("");
  const [ofNames, ofPlans] = [names[0]?.match, found[0]?.[1]];
  const [similar, nothing] = [ofNames === "similar", !names.length && !found.length];
  const before = [];
  if (nothing && narrowed) before.push(`ไม่มีผลตามตัวกรองที่เลือก${q ? `สำหรับ “${q}”` : ""}`, "ลองเลือก “ทั้งหมด” ในตัวกรองบางข้อ");
  else if (nothing && !words.length) before.push(q ? "พิมพ์ตัวอักษรหรือตัวเลขที่ต้องการค้น" : "พิมพ์ชื่อ อปท. อำเภอ จังหวัด ชื่อโครงการ หรือข้อความในแผน หรือเลือกตัวกรอง");
  else {
    const counts = [
      names.length && !similar && `ชื่อ ${count.format(names.length)} รายการ${names.length >= many ? "แรก" : ""}`,
      found.length && `ในแผน ${count.format(found.length)} แห่ง`,
    ].filter(Boolean);
    const what = nothing && !ask && !failed ? " " : "ชื่อ ";
    if (!narrowed && isAbsent(keyOf(wanted.q ?? ""), keyOf, names, ofPlans)) before.push(`ไม่มี${what}“${q}” ในเว็บไซต์นี้`);
    if (counts.length) before.push(`พบ${counts.join(" และ")}`);
    if (similar) before.push(`ชื่อที่ใกล้เคียง ${count.format(names.length)} รายการ`);
    if (nothing) before.push("ลองพิมพ์บางส่วนของชื่อหรือข้อความ หรือตรวจตัวสะกด");
  }
  const more = [
    failed && "โหลดข้อความในแผนไม่ได้ ผลที่แสดงจึงมีเฉพาะชื่อ",
    ask && !failed && "เลือกจังหวัดเพื่อค้นข้อความในแผนด้วย",
    wanted.sort !== "best" && found.length > 0 && "เฉพาะหัวข้อที่ระบุจำนวนเงิน",
    ofNames === "marks" && "ชื่อที่พบมีวรรณยุกต์หรือเครื่องหมายต่างจากที่พิมพ์",
    WEAKLY[ofPlans],
  ];
  return [...before, ...more].filter(Boolean).join(" · ");
};

const cell = (value) => {
  const text = String(value ?? "");
  // Spreadsheets treat a cell that begins like a formula as one.
  const safe = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
};

export const CSV_HEAD = ["ประเภท", "ชื่อ", "รายละเอียด", "อปท.", "จังหวัด", "ปีงบประมาณ", "ส่วนราชการ", "ยุทธศาสตร์", "งบประมาณ (บาท)", "ข้อความ", "ที่อยู่"];

export const nameRow = (absolute, words, { item, variant }) => [words[item.kind], item.title, variant ? `${VARIANT_WORDS} ${variant} · ${item.detail}` : item.detail, "", "", "", "", "", "", "", absolute(item.address)];

export const sectionRow = (absolute, words, { excerpt }, { lao, part, amount, title, text, address, facets }) => {
  const said = excerpt(text, words).map(([piece]) => piece).join("");
  const lists = [facets.year, facets.department, facets.strategy].map((values) => values.join("; "));
  return [PART_WORDS[part], title, "", lao.name, lao.province, ...lists, amount, said, absolute(address)];
};

export const download = (rows) => {
  const lines = [CSV_HEAD, ...rows].map((row) => row.map(cell).join(","));
  const file = new Blob([`\ufeff${lines.join("\r\n")}\r\n`], { type: "text/csv;charset=utf-8" });
  const address = URL.createObjectURL(file);
  element("a", { href: address, download: "search.csv" }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
};
