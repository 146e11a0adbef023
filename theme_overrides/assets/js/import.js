// The page /import/: converts office files that the officer chooses or drops to a review workbook, with the same Python code
// as `phaen import`, in a worker (import-worker.js). Nothing is sent; only this site's own files are fetched.
import { element, notice } from "./element.js";
import { fileDrop } from "./file-drop.js";

const place = document.querySelector("[data-import-page]");
const MOST_FILES = 10;

const field = (label, box) => element("p", { className: "verify__field" }, element("label", { htmlFor: box.id, textContent: label }), box);
const code = element("input", { type: "text", id: "import-code", autocomplete: "off", maxLength: 20 });
const cycle = element("input", { type: "text", id: "import-cycle", autocomplete: "off", maxLength: 20 });
const input = element("input", { type: "file", multiple: true, id: "import-file", accept: ".docx,.xlsx" });
const drop = fileDrop(input, "เลือกไฟล์ .docx หรือ .xlsx หรือลากไฟล์มาวางในกรอบนี้", (files) => readAll(files));
const status = element("p", { className: "quiet" });
status.setAttribute("role", "status");
const results = element("div");
place.replaceChildren(field("รหัส อปท. (ถ้าทราบ)", code), field("รอบแผน เช่น 2570-2572 (ถ้าทราบ)", cycle), drop, status, results);

let worker;
let serial = 0;
const waiting = new Map();
const lost = () => {
  worker?.terminate();
  worker = undefined;
  for (const one of waiting.values()) one({ problem: "โปรแกรมอ่านไฟล์หยุดทำงาน โหลดหน้านี้ใหม่แล้วลองอีกครั้ง หรือใช้คำสั่ง phaen import ในเครื่อง" });
  waiting.clear();
};
const review = (files, whose) => {
  if (!worker) {
    worker = new Worker(new URL("assets/import-worker.js", document.baseURI), { type: "module" });
    worker.addEventListener("error", lost);
    worker.addEventListener("message", ({ data }) => {
      if (data.status) status.textContent = data.status;
      else {
        waiting.get(data.id)?.(data);
        waiting.delete(data.id);
      }
    });
  }
  serial += 1;
  return new Promise((resolve) => {
    waiting.set(serial, resolve);
    worker.postMessage({ id: serial, files, whose }, files.map(({ bytes }) => bytes));
  });
};

let address = "";
const show = (name, { book, lines, problem }) => {
  if (address) URL.revokeObjectURL(address);
  address = "";
  if (problem) {
    status.textContent = "ยังไม่ได้สมุดงาน";
    results.replaceChildren(notice("warn", problem));
    return;
  }
  address = URL.createObjectURL(new Blob([book], { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" }));
  const link = element("a", { href: address, download: `ตรวจทาน ${name.replace(/\.[^.]*$/, "")}.xlsx`, textContent: "ดาวน์โหลดสมุดงานตรวจทาน" });
  results.replaceChildren(
    element("p", { className: "notice notice--good" }, link),
    element("ul", {}, ...lines.map((line) => element("li", { textContent: line }))),
  );
  status.textContent = "อ่านเสร็จแล้ว";
};
let turn = 0;
const readAll = async (chosen) => {
  turn += 1;
  const mine = turn;
  if (!chosen.length) return;
  results.replaceChildren();
  status.textContent = "กำลังเตรียมโปรแกรมอ่านไฟล์ ครั้งแรกใช้เวลาครู่หนึ่ง ...";
  try {
    const files = await Promise.all(chosen.slice(0, MOST_FILES).map(async (file) => ({ name: file.name, bytes: await file.arrayBuffer() })));
    const whose = code.value.trim() || cycle.value.trim() ? `${code.value.trim()}/${cycle.value.trim()}` : "";
    const answer = await review(files, whose);
    if (mine === turn) show(chosen[0].name, answer);
  } catch {
    if (mine === turn) show("", { problem: "อ่านไฟล์นี้ไม่ได้ โฟลเดอร์ให้เลือกทีละไฟล์" });
  }
};
