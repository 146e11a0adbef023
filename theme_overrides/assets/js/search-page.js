// The search page: names that the finder finds, and sections of plans that hold the words, narrowed down by facets. What
// is asked for stands in the address, so that a search can be shared: ?q=, a name of FACET_WORDS, ?sort=, or ?title= for
// the LAOs that have one project title.
const FACET_WORDS = {
  kind: "ประเภทของผล",
  province: "จังหวัด",
  type: "ประเภท อปท.",
  year: "ปีงบประมาณ",
  department: "ส่วนราชการ",
  strategy: "ยุทธศาสตร์ของแผน",
  competency: "สมรรถนะ",
  budget: "งบประมาณของโครงการ",
};
const ORDERS = { best: "ตรงที่สุดก่อน", most: "งบประมาณมากไปน้อย", least: "งบประมาณน้อยไปมาก" };
const MOST_NAMES = 200;
const FIRST_NAMES = 5;
const PAGE = 10;
const MOST_ROWS = 1000;
const MOST_OPTIONS = 150;
const WAIT = 150;
const SHARED = 256; // titles in one file of finder_index.py

export const searchPage = (finderModule, text, results) => {
  const { element, link } = results;
  const { KIND_WORDS, loadFinder, keyWords } = finderModule;
  const { PART_WORDS } = results;
  const place = document.querySelector("[data-search-page]");
  const { root } = document.querySelector(".search").dataset;
  const absolute = (address) => new URL(root + address, document.baseURI).href;
  const collator = new Intl.Collator("th");
  const number = new Intl.NumberFormat("en");

  const form = element("form", { className: "search-page__form", method: "get" });
  const box = element("input", { className: "search__box", type: "search", name: "q", maxLength: 200 });
  const status = element("p", { className: "quiet" });
  status.setAttribute("role", "status");
  const shown = element("div");
  const save = element("button", { className: "button", type: "button", textContent: "บันทึกผลเป็นไฟล์ CSV", hidden: true });
  const selects = Object.fromEntries([...Object.keys(FACET_WORDS), "sort"].map((name) => [name, element("select", { name })]));
  let rows = async () => [];
  let turn = 0;

  const asked = () => Object.fromEntries(new URLSearchParams(location.search));
  const isName = (kind) => !kind || kind in KIND_WORDS;
  const isPart = (kind) => !kind || kind in PART_WORDS;

  // ---- narrowing ----

  const optionWords = {
    kind: (value) => KIND_WORDS[value] ?? PART_WORDS[value],
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
    // What the address asks for stays to be seen, and to be taken back, also where nothing has it.
    if (chosen && !values.some(([value]) => value === chosen)) options.push(element("option", { value: chosen, textContent: chosen }));
    selects[name].replaceChildren(element("option", { value: "", textContent: "ทั้งหมด" }), ...options);
    selects[name].value = chosen ?? "";
    selects[name].closest("label").hidden = options.length < 2 && !chosen;
  };
  const inOrder = {
    year: (a, b) => Number(b[0]) - Number(a[0]),
    budget: (a, b) => Object.keys(text.BUDGETS).indexOf(a[0]) - Object.keys(text.BUDGETS).indexOf(b[0]),
  };
  const fillFacets = (full, bundles, words, narrowing, wanted) => {
    const counts = full?.facetCounts(words, narrowing) ?? {};
    for (const name of ["type", "year", "department", "strategy", "competency", "budget"]) {
      const values = [...(counts[name] ?? [])].filter(([value]) => value).sort((a, b) => b[1] - a[1]).slice(0, MOST_OPTIONS);
      fill(name, values.sort(inOrder[name] ?? ((a, b) => collator.compare(a[0], b[0]))), wanted[name]);
    }
    const provinces = bundles.length > 1 ? bundles.filter(([, title]) => title).map(([, title]) => [title]) : [...(counts.province ?? [])].filter(([value]) => value);
    fill("province", provinces.sort((a, b) => collator.compare(a[0], b[0])), wanted.province);
    const kinds = [...Object.keys(KIND_WORDS), ...Object.keys(PART_WORDS).filter((part) => !(part in KIND_WORDS))];
    fill("kind", kinds.map((kind) => [kind, counts.part?.get(kind)]), wanted.kind);
  };

  // ---- what is found ----

  const findNames = (finder, wanted) => {
    const { q = "", kind, province } = wanted;
    const others = Object.keys(FACET_WORDS).filter((name) => wanted[name] && name !== "kind" && name !== "province");
    if (!isName(kind) || others.length || wanted.lao || (wanted.sort && wanted.sort !== "best")) return [];
    return finder.find(q, MOST_NAMES).filter(({ item }) =>
      (!kind || item.kind === kind) && (!province || (item.kind === "lao" && item.detail.endsWith(`จังหวัด${province}`))));
  };

  const bundleFor = (bundles, { province }) => (bundles.length === 1 ? bundles[0] : bundles.find(([, title]) => title && title === province))?.[0];

  const say = ({ q = "" }, names, found, near, full, bundles, narrowed) => {
    const similar = names[0]?.match === "similar";
    const match = found[0]?.[1];
    if (!q.trim() && !narrowed) return "พิมพ์ชื่อ อปท. อำเภอ จังหวัด ชื่อโครงการ หรือข้อความในแผน หรือเลือกตัวกรอง";
    const counts = [names.length && !similar && `ชื่อ ${number.format(names.length)} รายการ`, found.length && `ในแผน ${number.format(found.length)} แห่ง`].filter(Boolean);
    const elsewhere = !full && bundles.length > 1 ? " เลือกจังหวัดเพื่อค้นข้อความในแผนด้วย" : "";
    if (!counts.length) {
      return similar ? `ไม่พบ “${q}” ชื่อที่ใกล้เคียงมี ${names.length} รายการ${elsewhere}` : `ไม่พบ “${q}” ลองพิมพ์บางส่วนของชื่อหรือข้อความ หรือตรวจตัวสะกด${elsewhere}`;
    }
    const why = {
      marks: " วรรณยุกต์หรือเครื่องหมายต่างจากที่พิมพ์",
      some: " ไม่มีหัวข้อใดมีครบทุกคำ จึงแสดงหัวข้อที่มีบางคำ",
      near: ` ไม่พบทั้งข้อความ จึงแสดงที่มีบางส่วนของคำค้น`,
    };
    return `พบ${counts.join(" และ")}${(near || match in why) ? why[match] ?? "" : ""}${elsewhere}`;
  };

  const showNames = (names, heading) => {
    if (!names.length) return [];
    const list = results.namesList(root, names.slice(0, FIRST_NAMES), KIND_WORDS);
    const parts = heading ? [element("h2", { textContent: heading }), list] : [list];
    if (names.length > FIRST_NAMES) {
      const more = element("button", { className: "button", type: "button", textContent: `แสดงชื่อทั้งหมด ${number.format(names.length)} รายการ` });
      more.addEventListener("click", () => {
        const all = results.namesList(root, names, KIND_WORDS);
        list.replaceWith(all);
        more.remove();
        all.children[FIRST_NAMES].querySelector("a").focus();
      });
      parts.push(more);
    }
    return parts;
  };

  const showSections = async (full, found, words) => {
    if (!found.length) return [];
    const list = element("ul", { className: "results" });
    const more = element("button", { className: "button", type: "button", textContent: `แสดงเพิ่มอีก ${PAGE} รายการ` });
    let until = 0;
    const add = async () => {
      const first = list.children.length;
      const sections = await results.shownSections(full, text, root, found.slice(until, until + PAGE));
      until += PAGE;
      list.append(...sections.map((section) => results.sectionItem(root, section, words, text)));
      more.hidden = until >= found.length;
      return list.children[first];
    };
    more.addEventListener("click", async () => (await add())?.querySelector("a").focus());
    await add();
    return [element("h2", { textContent: "ในแผน" }), list, more];
  };

  const showFound = async (wanted, mine) => {
    const finder = await loadFinder(root);
    const bundles = await text.loadBundles(root).catch(() => []);
    const words = text.plainWords(keyWords(wanted.q ?? ""));
    const narrowing = { ...wanted, part: wanted.kind && isPart(wanted.kind) ? wanted.kind : undefined };
    const narrowed = Object.keys(FACET_WORDS).some((name) => wanted[name]) || wanted.lao || (wanted.sort && wanted.sort !== "best");
    const bundle = words.length || narrowed ? bundleFor(bundles, wanted) : undefined;
    if (bundle) status.textContent ||= "กำลังโหลดข้อความในแผน";
    const full = bundle ? await text.loadFullText(root, bundle).catch(() => undefined) : undefined;
    if (mine !== turn) return;
    const order = wanted.sort in ORDERS ? wanted.sort : "best";
    const { found, near } = full && isPart(wanted.kind) ? full.find(words, narrowing, order) : { found: [], near: "" };
    let names = findNames(finder, wanted);
    // What belongs to one plan stands among the sections, which say more of it.
    if (found.length) names = names.filter(({ item }) => item.kind !== "project" || item.laos > 1);
    fillFacets(full, bundles, words, narrowing, wanted);
    const emphasis = near ? [near] : words;
    const sections = await showSections(full, found, emphasis);
    const similar = names[0]?.match === "similar";
    const listed = showNames(names, found.length > 0 && (similar ? "ชื่อที่ใกล้เคียง" : "ชื่อที่ตรงกัน"));
    const parts = similar ? [...sections, ...listed] : [...listed, ...sections];
    if (mine !== turn) return;
    shown.replaceChildren(...parts);
    status.textContent = say(wanted, names, found, near, full, bundles, narrowed);
    rows = async () => {
      const sections = found.length ? await results.shownSections(full, text, root, found.slice(0, MOST_ROWS)) : [];
      return [...names.map((one) => results.nameRow(absolute, KIND_WORDS, one)), ...sections.map((one) => results.sectionRow(absolute, emphasis, text, one))];
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
    selects.sort.value = wanted.sort in ORDERS ? wanted.sort : "best";
    try {
      if (wanted.title) await showTitle(wanted.title);
      else await showFound(wanted, mine);
    } catch {
      status.textContent = "โหลดข้อมูลสำหรับค้นหาไม่ได้ ตรวจการเชื่อมต่อแล้วลองใหม่";
    }
  };

  // What is typed stands in the address at once, without a stop in the reader's way back for every letter.
  let waiting;
  const typed = (wait) => {
    const question = new URLSearchParams();
    if (box.value) question.set("q", box.value);
    for (const [name, select] of Object.entries(selects)) if (select.value && select.value !== "best") question.set(name, select.value);
    if (asked().lao) question.set("lao", asked().lao);
    history.replaceState(null, "", `${location.pathname}${question.size ? `?${question}` : ""}`);
    clearTimeout(waiting);
    waiting = setTimeout(show, wait);
  };

  for (const [value, textContent] of Object.entries(ORDERS)) selects.sort.append(element("option", { value, textContent }));
  const facets = element("fieldset", { className: "facets" }, element("legend", { className: "visually-hidden", textContent: "จำกัดผลการค้นหา" }));
  for (const [name, words] of Object.entries({ ...FACET_WORDS, sort: "เรียงตาม" })) facets.append(element("label", { textContent: words }, selects[name]));
  const narrowing = element("details", { className: "more search-page__narrowing" }, element("summary", { textContent: "จำกัดผลการค้นหา" }), facets);
  narrowing.open = matchMedia("(min-width: 60em)").matches || Object.keys(FACET_WORDS).some((name) => asked()[name]);
  form.append(element("label", { textContent: "ค้นหา" }, box));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    typed(0);
  });
  box.addEventListener("input", () => typed(WAIT));
  for (const select of Object.values(selects)) select.addEventListener("change", () => typed(0));
  save.addEventListener("click", async () => results.download(await rows()));
  addEventListener("popstate", show);
  place.replaceChildren(form, narrowing, status, shown, save);
  show();
};
