// The worker of /import/: Python (Pyodide) and the program, loaded from the folder of this file as listed in bundle.json
// (generator/intake/browser_bundle.py). Receives files as names and bytes, returns the review workbook or an error.
import { loadPyodide } from "./pyodide.mjs";

const here = (name) => new URL(name, import.meta.url).href;
const bytesOf = async (name) => {
  const answer = await fetch(here(name));
  if (!answer.ok) throw new Error(name);
  return answer.arrayBuffer();
};

const begin = async () => {
  const bundle = await (await fetch(here("bundle.json"))).json();
  const python = await loadPyodide({ indexURL: here("./") });
  for (const wheel of bundle.wheels) python.unpackArchive(await bytesOf(wheel), "wheel");
  python.unpackArchive(await bytesOf(bundle.program), "zip", { extractDir: "/program" });
  python.runPython('import os, sys\nsys.path.insert(0, "/program")\nos.environ["PYTHAINLP_READ_ONLY"] = "1"');
  return { python, review: python.pyimport("generator.intake.browser").review_in_browser };
};

let begun;
addEventListener("message", async ({ data: { id, files, whose } }) => {
  try {
    const { python, review } = await (begun ??= begin());
    postMessage({ status: "กำลังอ่านไฟล์ ..." });
    const given = python.toPy(files.map(({ name, bytes }) => [name, new Uint8Array(bytes)]));
    const found = review(given, whose);
    const [book, lines, problem] = found.toJs();
    given.destroy();
    found.destroy();
    postMessage({ id, book, lines, problem });
  } catch (error) {
    console.error(String(error));
    begun = undefined;
    postMessage({ id, problem: "โปรแกรมอ่านไฟล์ทำงานไม่สำเร็จ โหลดหน้านี้ใหม่แล้วลองอีกครั้ง หรือใช้คำสั่ง phaen import ในเครื่อง" });
  }
});
