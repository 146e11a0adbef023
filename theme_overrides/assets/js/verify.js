// The page /verify/: hashes files that the reader chooses or drops, in the browser, and looks up the hash in the site's
// manifests (generator/history/manifests.py). Nothing is sent; only this site's own manifests are fetched.
import { element, notice } from "./element.js";
import { fileDrop } from "./file-drop.js";
import { arabic } from "./thai-digits.js";

const place = document.querySelector("[data-verify-page]");
const { root } = document.querySelector(".site-header").dataset;
const SCHEMA = 1;
const MOST_FILES = 20;
const LARGEST = 500 * 1024 * 1024; // the browser needs the whole file in memory to hash it
const FEW_LAOS = 50; // up to this many LAOs, all manifests are searched if no code is given
const MOST_GUESSED = 20;
const READ = 4 * 1024 * 1024; // bytes at the beginning of a file that are searched for codes of LAOs

const absolute = (path) => new URL(`${root}/${path}`, document.baseURI).href;
const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const sha256 = async (bytes) => hex(await crypto.subtle.digest("SHA-256", bytes));
// A manifest whose hash is not in the root manifest is ignored.
const load = async (path, expected) => {
  const answer = await fetch(absolute(path), { cache: "no-cache" });
  if (!answer.ok) throw new Error(path);
  const bytes = await answer.arrayBuffer();
  const hash = await sha256(bytes);
  if (expected && hash !== expected) return { hash, unfit: true, files: {} };
  const data = JSON.parse(new TextDecoder().decode(bytes));
  if (data.schema !== SCHEMA) throw new Error(path);
  return { ...data, hash };
};
let loaded;
const rootManifest = () => (loaded ??= load("manifest.json").catch((error) => ((loaded = undefined), Promise.reject(error))));
const below = new Map();
const manifestBelow = (path, expected) => {
  if (!below.has(path)) below.set(path, load(path, expected).catch(() => ({ unfit: true, files: {} })));
  return below.get(path);
};

// Candidate LAOs of a file: codes that the reader typed, then codes in the file, the most frequent first.
const codesOf = (bytes, said, laos) => {
  const inText = new TextDecoder().decode(bytes.slice(0, READ));
  const counts = new Map();
  for (const [code] of inText.matchAll(/(?<![0-9])[2-9][0-9]{6}(?![0-9])/g)) {
    if (Object.hasOwn(laos, code)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const typed = [...arabic(said).matchAll(/(?<![0-9])[0-9]{7}(?![0-9])/g)].map(([code]) => code).filter((code) => Object.hasOwn(laos, code));
  const guessed = [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_GUESSED).map(([code]) => code);
  const all = Object.keys(laos);
  return [...new Set([...typed, ...guessed, ...(all.length <= FEW_LAOS ? all : [])])];
};

const find = async (bytes, hash, said) => {
  const site = await rootManifest();
  if (hash === site.hash) return { path: "manifest.json", site };
  if (hash === site.text) return { path: "text/manifest.json", site };
  for (const [path, known] of Object.entries(site.files)) if (known === hash) return { path, site };
  for (const [code, lao] of Object.entries(site.laos)) if (lao.manifest === hash) return { path: `lao/${code}/manifest.json`, code, site };
  const codes = codesOf(bytes, said, site.laos);
  const unfit = [];
  for (const code of codes) {
    const manifest = await manifestBelow(`lao/${code}/manifest.json`, site.laos[code].manifest);
    if (manifest.unfit) unfit.push(code);
    for (const [path, known] of Object.entries(manifest.files)) if (known.sha256 === hash) return { path, code, site };
  }
  const text = site.text ? await manifestBelow("text/manifest.json", site.text) : { files: {} };
  for (const [path, known] of Object.entries(text.files)) if (known === hash) return { path, site };
  return { site, looked: codes.length, unfit };
};

// ---- Display ----

const input = element("input", { type: "file", multiple: true, id: "verify-file" });
const whose = element("input", { type: "text", id: "verify-lao", autocomplete: "off", maxLength: 300 });
const status = element("p", { className: "quiet" });
status.setAttribute("role", "status");
const results = element("ol", { className: "verify__results" });
const drop = fileDrop(input, "เลือกไฟล์ หรือลากไฟล์มาวางในกรอบนี้", (files) => checkAll(files));
const field = element(
  "p",
  { className: "verify__field" },
  element("label", { htmlFor: whose.id, textContent: "รหัส อปท. หรือที่อยู่ของหน้าที่ได้ไฟล์มา (ถ้าทราบ)" }),
  whose,
);
place.replaceChildren(field, drop, status, results);

const facts = (rows) => {
  const list = element("dl", { className: "verify__facts" });
  for (const [word, value] of rows) if (value) list.append(element("dt", { textContent: word }), element("dd", {}, value));
  return list;
};
const code = (text) => element("code", { textContent: text });
const page = (path) => element("a", { href: absolute(path.replace(/index\.html$/, "")), textContent: path });
const cycleOf = (path) => /^lao\/[0-9]{7}\/([0-9]{4}-[0-9]{4})\//.exec(path)?.[1];

const title = (name) => element("p", { className: "verify__name", textContent: name });
const shown = (name, hash, found) => {
  const item = element("li", {}, title(name));
  if (!found.path) {
    const more = Object.keys(found.site.laos).length > found.looked ? " หากทราบว่าเป็นไฟล์ของ อปท. ใด กรอกรหัสหรือที่อยู่ของหน้าแล้วเลือกไฟล์อีกครั้ง" : "";
    item.append(notice("warn", `ไม่พบไฟล์นี้ในบัญชีไฟล์ปัจจุบันของเว็บไซต์ (ค้นบัญชีของ อปท. ${found.looked.toLocaleString("en")} แห่ง)${more}`));
    if (found.unfit.length) item.append(notice("problem", `บัญชีไฟล์ของ อปท. ${found.unfit.join(" ")} ไม่ตรงกับบัญชีหลัก จึงไม่ใช้ โปรดโหลดหน้านี้ใหม่ หากยังไม่ตรงโปรดแจ้งผู้ดูแลเว็บไซต์`));
    item.append(facts([["SHA-256", code(hash)]]));
    return item;
  }
  const lao = found.code && found.site.laos[found.code];
  const cycle = cycleOf(found.path);
  item.append(
    notice("good", "ตรงกับไฟล์ที่เว็บไซต์นี้เผยแพร่"),
    facts([
      ["ไฟล์", page(found.path)],
      ["อปท.", found.code && element("a", { href: absolute(`lao/${found.code}/`), textContent: found.code })],
      ["รอบแผน", cycle && element("a", { href: absolute(`lao/${found.code}/${cycle}/`), textContent: cycle })],
      ["เวอร์ชันของข้อมูล (commit)", (lao ? lao.commit : found.site.commit) && code(lao ? lao.commit : found.site.commit)],
      ["แฮชของข้อมูลต้นทาง", lao?.content && code(lao.content)],
      ["SHA-256", code(hash)],
    ]),
  );
  return item;
};

const check = async (file) => {
  if (file.size > LARGEST) return element("li", {}, title(file.name), notice("warn", "ไฟล์ใหญ่เกินกว่าที่เบราว์เซอร์ตรวจได้ ให้ตรวจด้วยตนเองตามขั้นตอนด้านล่าง"));
  try {
    const bytes = await file.arrayBuffer();
    const hash = await sha256(bytes);
    try {
      return shown(file.name, hash, await find(bytes, hash, whose.value));
    } catch {
      return element("li", {}, title(file.name), notice("warn", "โหลดบัญชีไฟล์ของเว็บไซต์นี้ไม่ได้ ตรวจการเชื่อมต่อแล้วลองใหม่ หรือตรวจด้วยตนเองตามขั้นตอนด้านล่าง"), facts([["SHA-256", code(hash)]]));
    }
  } catch {
    return element("li", {}, title(file.name), notice("warn", "อ่านไฟล์นี้ไม่ได้ โฟลเดอร์ให้เลือกทีละไฟล์"));
  }
};
let turn = 0;
const checkAll = async (files) => {
  const mine = (turn += 1);
  if (!files.length) return;
  status.textContent = "กำลังตรวจ ...";
  const items = [];
  for (const file of files.slice(0, MOST_FILES)) items.push(await check(file));
  if (mine !== turn) return; // the reader has chosen others
  results.replaceChildren(...items);
  const good = items.filter((item) => item.querySelector(".notice--good")).length;
  const left = files.length > MOST_FILES ? ` ตรวจเพียง ${MOST_FILES} ไฟล์แรก` : "";
  status.textContent = `ตรวจแล้ว ${items.length} ไฟล์ ตรงกัน ${good} ไฟล์${left}`;
};

if (!globalThis.crypto?.subtle) {
  place.replaceChildren(notice("warn", "เบราว์เซอร์ตรวจไฟล์ได้เฉพาะเมื่อเปิดเว็บไซต์ผ่าน https ให้ตรวจด้วยตนเองตามขั้นตอนด้านล่าง"));
}
