// The search page: names from the finder, and sections of plans that contain the words, filtered by facets. The address
// contains the query, so that a search can be shared: ?q=, a name of FACET_WORDS, ?sort=, or ?title= for the LAOs that have
// one project title.
const FACET_WORDS = {
  kind: "ประเภทของผล",
  province: "จังหวัด",
  type: "ประเภท อปท.",
  lao: "อปท.",
  year: "ปีงบประมาณ",
  department: "ส่วนราชการ",
  strategy: "ยุทธศาสตร์ของแผน",
  competency: "สมรรถนะ",
  budget: "งบประมาณของโครงการ",
};
const ORDERS = { best: "ตรงที่สุดก่อน", most: "งบประมาณมากไปน้อย", least: "งบประมาณน้อยไปมาก" };
const GUESSED = { marks: 1, some: 2, similar: 3, near: 4 }; // as in generator/search/merged_results.py
const MOST_NAMES = 200;
const FIRST_NAMES = 3;
const PAGE = 10;
const MOST_ROWS = 1000;
const MOST_OPTIONS = 150;
const WAIT = 150;
const SLOW = 300; // milliseconds until a message says that the search is running
const LONGEST = 200;
const SHARED = 256; // titles per file of finder_index.py

export const searchPage = (finderModule, text, results) => {
  const { element, link } = results;
  const { KIND_WORDS, loadFinder, keyWords } = finderModule;
  const { PART_WORDS } = results;
  const place = document.querySelector("[data-search-page]");
  const { root } = document.querySelector(".site-header").dataset;
  const absolute = (address) => new URL(root + address, document.baseURI).href;
  const collator = new Intl.Collator("th");
  const number = new Intl.NumberFormat("en");

  const form = element("form", { className: "search-page__form", method: "get" });
  const box = element("input", { className: "search__box", type: "search", name: "q", maxLength: LONGEST });
  const status = element("p", { className: "quiet" });
  status.setAttribute("role", "status");
  const shown = element("div");
  const save = element("button", { className: "button", type: "button", textContent: "บันทึกผลเป็นไฟล์ CSV", hidden: true });
  const selects = Object.fromEntries([...Object.keys(FACET_WORDS), "sort"].map((name) => [name, element("select", { name, id: `facet-${name}` })]));
  let rows = async () => [];
  let turn = 0;
  // Restores the length of the list and the scroll position when the reader comes back from a result. Browsers do that only
  // while the page is in their back/forward cache.
  let left = history.state ?? {};
  let isShown = false;
  const extent = { sections: PAGE, allNames: false };

  // An address may be typed by hand: with Thai digits, the word จังหวัด, or an unknown order.
  const asked = () => {
    const wanted = Object.assign(Object.create(null), Object.fromEntries(new URLSearchParams(location.search)));
    if (wanted.q) wanted.q = wanted.q.slice(0, LONGEST);
    if (wanted.title) wanted.title = wanted.title.slice(0, 2000);
    for (const name of ["year", "lao"]) wanted[name] &&= keyWords(wanted[name]).join("");
    wanted.province &&= wanted.province.replace(/^จังหวัด/, "");
    wanted.sort = Object.hasOwn(ORDERS, wanted.sort ?? "") ? wanted.sort : "best";
    return wanted;
  };
  const isName = (kind) => !kind || Object.hasOwn(KIND_WORDS, kind);
  const isPart = (kind) => !kind || Object.hasOwn(PART_WORDS, kind);
  const isNarrowed = (wanted) => Object.keys(FACET_WORDS).some((name) => wanted[name]) || wanted.sort !== "best";

  // ---- Facets ----

  let laoNames = new Map();
  const optionWords = {
    kind: (value) => KIND_WORDS[value] ?? PART_WORDS[value],
    lao: (value) => laoNames.get(value),
    year: (value) => `พ.ศ. ${value}`,
    budget: (value) => {
      const [least, most] = text.BUDGETS[value];
      if (!least) return `ไม่เกิน ${number.format(most)} บาท`;
      return most === Infinity ? `มากกว่า ${number.format(least - 1)} บาท` : `${number.format(least)} ถึง ${number.format(most)} บาท`;
    },
  };
  const fill = (name, values, chosen) => {
    const options = values.map(([value, count]) => {
      const words = optionWords[name]?.(value) ?? value;
      return element("option", { value, textContent: count === undefined ? words : `${words} (${number.format(count)})` });
    });
    // A value from the address stays visible and removable, even without results.
    if (chosen && !values.some(([value]) => value === chosen)) options.push(element("option", { value: chosen, textContent: chosen }));
    selects[name].replaceChildren(element("option", { value: "", textContent: "ทั้งหมด" }), ...options);
    selects[name].value = chosen ?? "";
    selects[name].parentElement.hidden = options.length < 2 && !chosen && document.activeElement !== selects[name];
  };
  const inOrder = {
    year: (a, b) => Number(b[0]) - Number(a[0]),
    budget: (a, b) => Object.keys(text.BUDGETS).indexOf(a[0]) - Object.keys(text.BUDGETS).indexOf(b[0]),
  };
  const inWords = (name) => (a, b) => collator.compare(...[a, b].map(([value]) => optionWords[name]?.(value) ?? value));
  const fillFacets = (full, bundles, words, narrowing, wanted) => {
    const counts = full?.facetCounts(words, narrowing) ?? {};
    laoNames = new Map(full?.laos.map(({ code, name }) => [code, name]));
    for (const name of ["type", "lao", "year", "department", "strategy", "competency", "budget"]) {
      const most = name === "lao" ? Infinity : MOST_OPTIONS;
      const values = [...(counts[name] ?? [])].filter(([value]) => value).sort((a, b) => b[1] - a[1]).slice(0, most);
      fill(name, values.sort(inOrder[name] ?? inWords(name)), wanted[name]);
    }
    const provinces = bundles.length > 1 ? bundles.filter(([, title]) => title).map(([, title]) => [title]) : [...(counts.province ?? [])].filter(([value]) => value);
    fill("province", provinces.sort((a, b) => collator.compare(a[0], b[0])), wanted.province);
    const kinds = [...Object.keys(KIND_WORDS), ...Object.keys(PART_WORDS).filter((part) => !(part in KIND_WORDS))];
    fill("kind", kinds.map((kind) => [kind, counts.part?.get(kind)]), wanted.kind);
  };

  // ---- Results ----

  const findNames = (finder, wanted) => {
    const { q = "", kind, province } = wanted;
    const others = Object.keys(FACET_WORDS).filter((name) => wanted[name] && name !== "kind" && name !== "province");
    if (!isName(kind) || others.length || wanted.sort !== "best") return [];
    const allowed = ({ item }) =>
      (!kind || item.kind === kind) && (!province || (item.kind === "lao" && item.detail.endsWith(`จังหวัด${province}`)));
    // Empty box: everything of a kind, and the LAOs of a province.
    if (!q.trim() && (kind || province)) return finder.items.map((item) => ({ item, match: "whole" })).filter(allowed).slice(0, MOST_NAMES);
    return finder.find(q, MOST_NAMES).filter(allowed);
  };

  const bundleFor = (bundles, { province }) => (bundles.length === 1 ? bundles[0] : bundles.find(([, title]) => title && title === province))?.[0];

  const showNames = (names, heading) => {
    if (!names.length) return [];
    extent.allNames = left.allNames ?? false;
    const few = results.namesList(root, extent.allNames ? names : names.slice(0, FIRST_NAMES), KIND_WORDS);
    const parts = heading ? [element("h2", { textContent: heading }), few] : [few];
    if (names.length > FIRST_NAMES && !extent.allNames) {
      const more = element("button", { className: "button", type: "button", textContent: `แสดงชื่อทั้งหมด ${number.format(names.length)} รายการ` });
      more.addEventListener("click", () => {
        const all = results.namesList(root, names, KIND_WORDS);
        few.replaceWith(all);
        more.remove();
        extent.allNames = true;
        all.children[FIRST_NAMES].querySelector("a").focus();
      });
      parts.push(more);
    }
    return parts;
  };

  const showSections = async (full, found, words) => {
    if (!found.length) return [];
    const items = element("ul", { className: "results" });
    const more = element("button", { className: "button", type: "button" });
    let from = 0;
    const add = async (until) => {
      const first = items.children.length;
      const sections = await results.shownSections(full, text, root, found.slice(from, until));
      from = until;
      items.append(...sections.map((section) => results.sectionItem(root, section, words, text)));
      extent.sections = until;
      more.hidden = until >= found.length;
      more.textContent = `แสดงเพิ่มอีก ${Math.min(PAGE, found.length - until)} รายการ`;
      return items.children[first];
    };
    more.addEventListener("click", async () => (await add(extent.sections + PAGE))?.querySelector("a").focus());
    await add(left.sections ?? PAGE);
    return [element("h2", { textContent: "ในแผน" }), items, more];
  };

  const showFound = async (wanted, mine) => {
    const finder = await loadFinder(root);
    const words = text.plainWords(keyWords(wanted.q ?? ""));
    const narrowing = { ...wanted, part: wanted.kind && isPart(wanted.kind) ? wanted.kind : undefined };
    let failed = false;
    const or = (fallback) => () => {
      failed = true;
      return fallback;
    };
    const bundles = await text.loadBundles(root).catch(or([]));
    const bundle = words.length || isNarrowed(wanted) ? bundleFor(bundles, wanted) : undefined;
    const full = bundle ? await text.loadFullText(root, bundle).catch(or(undefined)) : undefined;
    if (mine !== turn) return;
    const { found, near } = full && isPart(wanted.kind) ? full.find(words, narrowing, wanted.sort) : { found: [], near: "" };
    let names = findNames(finder, wanted);
    // A project of a single plan is listed among the sections, which show more of it.
    if (found.length) names = names.filter(({ item }) => item.kind !== "project" || item.laos > 1);
    fillFacets(full, bundles, words, narrowing, wanted);
    const emphasis = near ? [near] : words;
    const sections = await showSections(full, found, emphasis);
    if (mine !== turn) return;
    const guessed = GUESSED[names[0]?.match] ?? 0;
    const heading = names[0]?.match === "similar" ? "ชื่อที่ใกล้เคียง" : "ชื่อที่ตรงกัน";
    const listed = showNames(names, found.length > 0 && heading);
    shown.replaceChildren(...(found.length && guessed > (GUESSED[found[0][1]] ?? 0) ? [...sections, ...listed] : [...listed, ...sections]));
    const ask = !full && bundles.length > 1;
    status.textContent = results.sentence(wanted, { words, names, found, ask, failed, narrowed: isNarrowed(wanted), many: MOST_NAMES, keyOf: (one) => keyWords(one).join("") });
    rows = async () => {
      const all = found.length ? await results.shownSections(full, text, root, found.slice(0, MOST_ROWS)) : [];
      return [...names.map((one) => results.nameRow(absolute, KIND_WORDS, one)), ...all.map((one) => results.sectionRow(absolute, emphasis, text, one))];
    };
    save.hidden = !names.length && !found.length;
  };

  // The LAOs that have a project of one title, by province.
  const showTitle = async (title) => {
    const { data } = await loadFinder(root);
    const at = data.titles.findIndex(([one]) => one === title);
    shown.replaceChildren();
    save.hidden = at < 0;
    if (at < 0) {
      status.textContent = "ไม่มีโครงการชื่อนี้ในเว็บไซต์นี้แล้ว";
      return;
    }
    const [, lao, cycle, id] = data.titles[at];
    const places = cycle === undefined ? (await (await fetch(`${root}/finder/titles/${Math.floor(at / SHARED)}.json`)).json())[at % SHARED] : [[lao, cycle, id]];
    const byProvince = new Map();
    const table = [];
    for (const [place, plan, project] of places) {
      const [, name, detail] = data.laos[place];
      const province = detail.match(/จังหวัด(.*)$/)?.[1] ?? "ไม่ทราบจังหวัด";
      const address = `/lao/${data.laos[place][0]}/${plan}/projects/#p-${project}`;
      if (!byProvince.has(province)) byProvince.set(province, []);
      byProvince.get(province).push([name, plan, address]);
      table.push([KIND_WORDS.project, title, `แผน ${plan}`, name, province, "", "", "", "", "", absolute(address)]);
    }
    rows = async () => table;
    status.textContent = `โครงการ “${title}” มีใน ${new Set(places.map(([place]) => place)).size} อปท.`;
    for (const province of [...byProvince.keys()].sort(collator.compare)) {
      const list = element("ul", { className: "results" });
      for (const [name, plan, address] of byProvince.get(province)) list.append(element("li", {}, link(root, address, `${name} แผน ${plan}`)));
      shown.append(element("h2", { textContent: province }), list);
    }
  };

  const show = async () => {
    const mine = (turn += 1);
    const wanted = asked();
    if (document.activeElement !== box) box.value = wanted.q ?? wanted.title ?? "";
    selects.sort.value = wanted.sort;
    panel.hidden = Boolean(wanted.title);
    const slow = setTimeout(() => {
      if (mine === turn) status.textContent = "กำลังค้น…";
    }, SLOW);
    try {
      if (wanted.title) await showTitle(wanted.title);
      else await showFound(wanted, mine);
      if (mine !== turn) return;
      if (left.top) scrollTo(0, left.top);
      left = {};
      isShown = true;
    } catch {
      status.textContent = "โหลดข้อมูลสำหรับค้นหาไม่ได้ ตรวจการเชื่อมต่อแล้วลองใหม่";
    } finally {
      clearTimeout(slow);
    }
  };

  // Typing replaces the address, so that not every letter is a step of the browser's history; a selected value adds a step.
  let waiting;
  const typed = (wait, change = "replaceState") => {
    const question = new URLSearchParams();
    if (box.value) question.set("q", box.value);
    const before = asked();
    for (const [name, select] of Object.entries(selects)) {
      const value = select.options.length ? select.value : before[name]; // still loading: the value in the address
      if (value && value !== "best") question.set(name, value);
    }
    history[change](null, "", `${location.pathname}${question.size ? `?${question}` : ""}`);
    left = {}; // a new query starts at the top
    clearTimeout(waiting);
    waiting = setTimeout(show, wait);
  };

  for (const [value, textContent] of Object.entries(ORDERS)) selects.sort.append(element("option", { value, textContent }));
  const facets = element("fieldset", { className: "facets" }, element("legend", { className: "visually-hidden", textContent: "จำกัดผลการค้นหา" }));
  for (const [name, words] of Object.entries({ ...FACET_WORDS, sort: "เรียงตาม" })) {
    const label = element("label", { textContent: words, htmlFor: selects[name].id });
    facets.append(element("div", { hidden: name !== "sort" }, label, selects[name]));
  }
  const panel = element("details", { className: "more search-page__narrowing" }, element("summary", { textContent: "จำกัดผลการค้นหา" }), facets);
  panel.open = matchMedia("(min-width: 60em)").matches || isNarrowed(asked());
  form.append(element("label", { textContent: "ค้นหา" }, box));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    typed(0);
  });
  box.addEventListener("input", () => typed(WAIT));
  for (const select of Object.values(selects)) select.addEventListener("change", () => typed(0, "pushState"));
  save.addEventListener("click", async () => results.download(await rows()));
  addEventListener("popstate", show);
  addEventListener("pagehide", () => {
    if (isShown) history.replaceState({ ...extent, top: scrollY }, "");
  });
  place.replaceChildren(form, panel, status, shown, save);
  show();
};
