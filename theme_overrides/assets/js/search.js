// The search box of every page, in its header or, on the home page, under the heading: shows results while the reader types,
// for mouse, keyboard and screen reader. Nothing is loaded before the box is used. Enter without a selected result opens
// the search page, as without this script.
(() => {
  const { root, finder, page, text, results } = document.querySelector(".site-header").dataset;
  // A script's own imports are relative to the script; these addresses are the page's.
  const load = (address) => import(new URL(`${root}/${address}`, document.baseURI).href);

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      document.querySelector(".search__box")?.focus();
    }
  });
  if (document.querySelector("[data-search-page]")) {
    Promise.all([page, finder, text, results].map(load))
      .then(([{ searchPage }, ...modules]) => searchPage(...modules))
      .catch(() => {
        const place = document.querySelector("[data-search-page]");
        place.textContent = "โหลดสคริปต์สำหรับค้นหาไม่ได้ ตรวจการเชื่อมต่อแล้วโหลดหน้านี้ใหม่";
      });
  }

  const form = document.querySelector(".search");
  if (!form) return; // the search page has its own form
  const input = form.querySelector("input");
  const list = Object.assign(document.createElement("ul"), { className: "search__results", id: "search-results", hidden: true });
  const said = Object.assign(document.createElement("p"), { className: "visually-hidden" });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "ผลการค้นหา");
  said.setAttribute("role", "status");
  form.append(list, said);
  for (const [name, value] of Object.entries({
    role: "combobox",
    autocomplete: "off",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    "aria-expanded": "false",
  })) input.setAttribute(name, value);

  const MOST = 8;
  const options = () => [...list.children];
  let chosen = -1;
  let turn = 0;

  const show = (open) => {
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (!open) choose(-1);
  };
  const choose = (place) => {
    options()[chosen]?.setAttribute("aria-selected", "false");
    chosen = place;
    const option = options()[place];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };
  // Text that is in no name may still be in a plan.
  const further = (text, place, absent) => {
    const option = Object.assign(document.createElement("li"), { id: `search-result-${place}` });
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    const link = Object.assign(document.createElement("a"), { href: `${root}/search/?q=${encodeURIComponent(text)}`, tabIndex: -1 });
    const q = text.trim().slice(0, 40);
    link.append(Object.assign(document.createElement("span"), { textContent: `ค้น “${q}” ในแผนและทุกรายการ` }));
    if (absent) link.append(Object.assign(document.createElement("small"), { textContent: `ไม่มีชื่อ “${q}” ในเว็บไซต์นี้` }));
    option.append(link);
    return option;
  };
  const line = (found, words, place) => {
    const option = Object.assign(document.createElement("li"), { id: `search-result-${place}` });
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    const link = Object.assign(document.createElement("a"), { href: root + found.item.address, tabIndex: -1 });
    const title = Object.assign(document.createElement("span"), { textContent: found.item.title });
    const detail = Object.assign(document.createElement("small"), { textContent: [found.match === "similar" && "ชื่อใกล้เคียง", words[found.item.kind], found.variant && `ชื่อที่พิมพ์ในเอกสาร: ${found.variant}`, found.item.detail].filter(Boolean).join(" · ") });
    link.append(title, detail);
    option.append(link);
    return option;
  };

  const search = async () => {
    const mine = (turn += 1);
    const text = input.value;
    if (!text.trim()) {
      show(false);
      said.textContent = "";
      return;
    }
    try {
      const module = await load(finder);
      const all = await module.loadFinder(root);
      if (mine !== turn) return; // the reader has typed on
      const found = all.find(text, MOST);
      const similar = found[0]?.match === "similar";
      // Approximate matches come after the link to the search in plans, which may find exact ones.
      const names = found.map((one, place) => line(one, module.KIND_WORDS, place));
      const plans = further(text, found.length, similar || !found.length);
      list.replaceChildren(...(similar ? [plans, ...names] : [...names, plans]));
      chosen = -1;
      show(true);
      const count = found.length === MOST ? `${MOST} รายการแรก` : `${found.length} รายการ`;
      if (!found.length) said.textContent = `ไม่มีชื่อ “${text.trim().slice(0, 40)}” ในเว็บไซต์นี้ กด Enter เพื่อค้นข้อความในแผน`;
      else said.textContent = similar ? `ไม่มีชื่อ “${text.trim().slice(0, 40)}” ในเว็บไซต์นี้ มีชื่อใกล้เคียง ${count}` : `พบ ${count} เลือกด้วยปุ่มลูกศร`;
    } catch {
      show(false);
      said.textContent = "โหลดข้อมูลสำหรับค้นหาไม่ได้ กด Enter เพื่อไปที่หน้าค้นหา";
    }
  };

  input.addEventListener("input", search);
  input.addEventListener("focus", () => input.value && search());
  input.addEventListener("keydown", (event) => {
    const last = options().length - 1;
    const steps = { ArrowDown: chosen >= last ? -1 : chosen + 1, ArrowUp: chosen < 0 ? last : chosen - 1 };
    if (event.key in steps && !list.hidden) {
      event.preventDefault();
      choose(steps[event.key]);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      location.assign(options()[chosen].querySelector("a").href);
    } else if (event.key === "Escape") {
      if (list.hidden) input.value = "";
      show(false);
    }
  });
  document.addEventListener("click", (event) => {
    if (!form.contains(event.target)) show(false);
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) show(false);
  });
})();
