// What the search page shows: lists of names and of sections, and all of it as a file for spreadsheets.
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

// The words of the query stand out; everything is text.
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

// A section as it is shown: what the bundle knows of it, and its texts from its LAO's file.
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
const count = new Intl.NumberFormat("en");

// What came of a search, in words: how much, how well, and what to do where there is nothing. `many`: names at most;
// `ask`: plans are searched once a province is chosen; `failed`: their texts could not be loaded.
export const sentence = (wanted, { words, names, found, ask, failed, narrowed, many }) => {
  const q = (wanted.q ?? "").trim().slice(0, 60);
  const [ofNames, ofPlans] = [names[0]?.match, found[0]?.[1]];
  const counts = [];
  if (names.length) counts.push(`${ofNames === "similar" ? "ชื่อที่ใกล้เคียง" : "ชื่อ"} ${count.format(names.length)} รายการ${names.length >= many ? "แรก" : ""}`);
  if (found.length) counts.push(`ในแผน ${count.format(found.length)} แห่ง`);
  let first = `พบ${counts.join(" และ")}`;
  if (ofNames === "similar" && !found.length) first = `ไม่พบ “${q}” ชื่อที่ใกล้เคียงมี ${names.length} รายการ`;
  else if (!counts.length && narrowed) first = `ไม่มีผลตามตัวกรองที่เลือก${q ? `สำหรับ “${q}”` : ""} ลองเลือก “ทั้งหมด” ในตัวกรองบางข้อ`;
  else if (!counts.length && words.length) first = `ไม่พบ “${q}” ลองพิมพ์บางส่วนของชื่อหรือข้อความ หรือตรวจตัวสะกด`;
  else if (!counts.length && q) first = "พิมพ์ตัวอักษรหรือตัวเลขที่ต้องการค้น";
  else if (!counts.length) first = "พิมพ์ชื่อ อปท. อำเภอ จังหวัด ชื่อโครงการ หรือข้อความในแผน หรือเลือกตัวกรอง";
  const more = [
    failed && "โหลดข้อความในแผนไม่ได้ ผลที่แสดงจึงมีเฉพาะชื่อ",
    ask && !failed && "เลือกจังหวัดเพื่อค้นข้อความในแผนด้วย",
    wanted.sort !== "best" && found.length > 0 && "เฉพาะหัวข้อที่ระบุจำนวนเงิน",
    ofNames === "marks" && "ชื่อที่พบมีวรรณยุกต์หรือเครื่องหมายต่างจากที่พิมพ์",
    WEAKLY[ofPlans],
  ];
  return [first, ...more].filter(Boolean).join(" · ");
};

const cell = (value) => {
  const text = String(value ?? "");
  // A cell that begins like a formula is one to a spreadsheet.
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
