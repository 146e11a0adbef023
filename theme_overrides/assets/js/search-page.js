// The search page: everything that the finder finds, by kind, with its address to share; the LAOs of one project title by
// province; and the list as a file. What is asked for stands in the address: ?q=, ?kind=, ?title=.
export const searchPage = ({ KIND_WORDS, loadFinder }) => {
  const MOST = 200;
  const place = document.querySelector("[data-search-page]");
  const { root } = document.querySelector(".search").dataset;
  const element = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const link = (address, text) => element("a", { href: root + address, textContent: text });
  const asked = () => new URLSearchParams(location.search);

  const form = element("form", { className: "search-page__form", method: "get" });
  const box = element("input", { className: "search__box", type: "search", name: "q", maxLength: 200 });
  const kinds = element("select", { name: "kind" });
  const status = element("p", { className: "quiet" });
  const results = element("div");
  const save = element("button", { className: "button", type: "button", textContent: "บันทึกผลเป็นไฟล์ CSV", hidden: true });
  let rows = [];

  const csv = (value) => {
    const text = String(value);
    // A cell that begins like a formula is one to a spreadsheet.
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return `"${safe.replaceAll('"', '""')}"`;
  };
  const download = () => {
    const lines = [["kind", "title", "detail", "address"], ...rows].map((row) => row.map(csv).join(","));
    const file = new Blob([`\ufeff${lines.join("\r\n")}\r\n`], { type: "text/csv;charset=utf-8" });
    const address = URL.createObjectURL(file);
    element("a", { href: address, download: "search.csv" }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  };
  const absolute = (address) => new URL(root + address, document.baseURI).href;

  const showTitle = async (finder, title) => {
    const at = finder.data.titles.findIndex(([one]) => one === title);
    results.replaceChildren();
    rows = [];
    if (at < 0) {
      status.textContent = "ไม่มีโครงการชื่อนี้ในเว็บไซต์นี้แล้ว";
      return;
    }
    const [, lao, cycle, id] = finder.data.titles[at];
    const size = 256;
    const places = cycle === undefined ? (await (await fetch(`${root}/finder/titles/${Math.floor(at / size)}.json`)).json())[at % size] : [[lao, cycle, id]];
    const byProvince = new Map();
    for (const [number, plan, project] of places) {
      const [code, name, detail] = finder.data.laos[number];
      const province = detail.match(/จังหวัด(.*)$/)?.[1] ?? "ไม่ทราบจังหวัด";
      const address = `/lao/${code}/${plan}/projects/#p-${project}`;
      if (!byProvince.has(province)) byProvince.set(province, []);
      byProvince.get(province).push([name, plan, address]);
      rows.push([KIND_WORDS.lao, name, `${detail} แผน ${plan}`, absolute(address)]);
    }
    status.textContent = `โครงการ “${title}” มีใน ${new Set(places.map(([number]) => number)).size} อปท.`;
    const collator = new Intl.Collator("th");
    for (const province of [...byProvince.keys()].sort(collator.compare)) {
      const list = element("ul", { className: "results" });
      for (const [name, plan, address] of byProvince.get(province)) list.append(element("li", {}, link(address, `${name} แผน ${plan}`)));
      results.append(element("h2", { textContent: province }), list);
    }
  };

  const showFound = (finder, text, kind) => {
    const all = finder.find(text, MOST).filter((one) => !kind || one.item.kind === kind);
    const similar = all[0]?.match === "similar";
    rows = all.map(({ item }) => [KIND_WORDS[item.kind], item.title, item.detail, absolute(item.address)]);
    const list = element("ul", { className: "results" });
    for (const { item } of all) {
      const detail = element("small", { textContent: [KIND_WORDS[item.kind], item.detail].filter(Boolean).join(" · ") });
      list.append(element("li", {}, link(item.address, item.title), detail));
    }
    results.replaceChildren(list);
    if (!text.trim()) status.textContent = "พิมพ์ชื่อ อปท. อำเภอ จังหวัด ชื่อโครงการ หรือบางส่วนของชื่อ";
    else if (similar) status.textContent = `ไม่พบ “${text}” ชื่อที่ใกล้เคียงมี ${all.length} รายการ`;
    else if (!all.length) status.textContent = `ไม่พบ “${text}” ลองพิมพ์บางส่วนของชื่อ หรือตรวจตัวสะกด`;
    else status.textContent = `พบ ${all.length === MOST ? `${MOST} รายการแรก` : `${all.length} รายการ`}`;
  };

  const show = async () => {
    const title = asked().get("title");
    box.value = asked().get("q") ?? title ?? "";
    kinds.value = asked().get("kind") ?? "";
    try {
      const finder = await loadFinder(root);
      if (title) await showTitle(finder, title);
      else showFound(finder, box.value, kinds.value);
      save.hidden = rows.length === 0;
    } catch {
      status.textContent = "โหลดข้อมูลสำหรับค้นหาไม่ได้ ตรวจการเชื่อมต่อแล้วลองใหม่";
    }
  };

  // What is typed stands in the address at once, without a stop in the reader's way back for every letter.
  const typed = () => {
    const question = new URLSearchParams();
    if (box.value) question.set("q", box.value);
    if (kinds.value) question.set("kind", kinds.value);
    history.replaceState(null, "", `${location.pathname}${question.size ? `?${question}` : ""}`);
    show();
  };

  kinds.append(element("option", { value: "", textContent: "ทั้งหมด" }));
  for (const [kind, words] of Object.entries(KIND_WORDS)) kinds.append(element("option", { value: kind, textContent: words }));
  status.setAttribute("role", "status");
  form.append(element("label", { textContent: "ค้นหา" }, box));
  const facets = element("fieldset", { className: "facets" }, element("label", { textContent: "ประเภทของผล" }, kinds));
  facets.prepend(element("legend", { className: "visually-hidden", textContent: "จำกัดผลการค้นหา" }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    typed();
  });
  box.addEventListener("input", typed);
  kinds.addEventListener("change", typed);
  save.addEventListener("click", download);
  addEventListener("popstate", show);
  place.replaceChildren(form, facets, status, results, save);
  show();
};
