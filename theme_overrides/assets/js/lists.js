// Long tables and lists: a box that leaves only the rows one is looking for, and buttons in the heading that sort.
// Everything is there without it; what it adds is marked in the page: <table data-tools>, <div data-filter="selector">.
(() => {
  const THAI = new Intl.Collator("th", { numeric: true });
  const DIGITS = "๐๑๒๓๔๕๖๗๘๙";
  const arabic = (text) => text.replace(/[๐-๙]/g, (digit) => DIGITS.indexOf(digit));
  const folded = (text) => arabic(text).normalize("NFKC").replace(/\s+/g, "").toLowerCase();
  const amount = (cell) => parseFloat(arabic(cell.textContent).replace(/[^0-9.-]/g, ""));

  const element = (name, properties) => Object.assign(document.createElement(name), properties);

  // A box with its label, and how many are left. `show` is given the test that a text must pass; it returns that number.
  const filterBox = (label, total, show) => {
    const box = element("div", { className: "filter" });
    const input = element("input", { type: "search", autocomplete: "off" });
    const count = element("output", { className: "filter__count" });
    const name = element("label", { textContent: label });
    name.append(input);
    box.append(name, count);
    input.addEventListener("input", () => {
      const wanted = folded(input.value);
      const left = show((text) => folded(text).includes(wanted), wanted !== "");
      count.textContent = wanted ? `พบ ${left.toLocaleString("en")} จาก ${total.toLocaleString("en")} รายการ` : "";
    });
    return box;
  };

  const table = (one) => {
    const scroll = one.closest(".table-scroll") ?? one;
    const bodies = [...one.tBodies];
    const rows = bodies.flatMap((body) => [...body.rows]);
    const entries = rows.filter((row) => !row.matches(".group, .subtotal"));
    if (entries.length < 8) return;
    const sums = [...rows.filter((row) => row.matches(".subtotal")), ...(one.tFoot?.rows ?? [])];
    let sorted = false;
    let filtered = false;

    // Headings of groups stay while one of their rows is shown; sums are of all rows and go while some are hidden.
    const tidy = () => {
      for (const sum of sums) sum.hidden = filtered;
      let inner = false;
      let outer = false;
      for (const row of [...rows].reverse()) {
        if (row.matches(".group--sub")) {
          row.hidden = sorted || !inner;
          inner = false;
        } else if (row.matches(".group")) {
          row.hidden = sorted || !outer;
          inner = outer = false;
        } else if (!row.matches(".subtotal")) {
          inner ||= !row.hidden;
          outer ||= !row.hidden;
        } else if (sorted) {
          row.hidden = true;
        }
      }
    };

    scroll.before(
      filterBox(one.dataset.tools, entries.length, (matches, some) => {
        for (const row of entries) row.hidden = !matches(row.textContent);
        filtered = some;
        tidy();
        return entries.filter((row) => !row.hidden).length;
      }),
    );

    const headings = [...one.tHead.rows[one.tHead.rows.length - 1].cells].filter((cell) => cell.dataset.sort);
    const order = (heading, direction) => {
      for (const cell of headings) cell.removeAttribute("aria-sort");
      sorted = direction !== "none";
      if (!sorted) {
        for (const [row, body] of home) body.append(row);
      } else {
        heading.setAttribute("aria-sort", direction);
        const by = heading.cellIndex;
        const sign = direction === "ascending" ? 1 : -1;
        const compare =
          heading.dataset.sort === "number"
            ? (a, b) => (Number.isNaN(a) ? 1 : Number.isNaN(b) ? -1 : sign * (a - b))
            : (a, b) => sign * THAI.compare(a, b);
        const key = (row) => (heading.dataset.sort === "number" ? amount(row.cells[by]) : row.cells[by].textContent.trim());
        const keyed = entries.map((row) => [key(row), row]);
        keyed.sort(([a], [b]) => compare(a, b));
        for (const [, row] of keyed) bodies[0].append(row);
      }
      tidy();
    };
    const home = rows.map((row) => [row, row.parentElement]);
    const NEXT = { none: "ascending", ascending: "descending", descending: "none" };
    for (const heading of headings) {
      const button = element("button", { type: "button", className: "sort", title: "เรียงตามช่องนี้" });
      button.setAttribute("aria-label", `เรียงตาม${heading.textContent.trim()}`);
      button.addEventListener("click", () => order(heading, NEXT[heading.ariaSort ?? "none"]));
      heading.append(" ", button);
    }
  };

  // Cards and lists under headings: a heading without anything left goes too.
  const list = (place) => {
    const items = [...document.querySelectorAll(place.dataset.filter)];
    if (items.length < 8) return;
    place.append(
      filterBox(place.dataset.label, items.length, (matches) => {
        for (const item of items) item.hidden = !matches(item.textContent);
        for (const group of new Set(items.map((item) => item.parentElement))) {
          const heading = group.previousElementSibling ?? group.closest(".block")?.previousElementSibling;
          const empty = [...group.children].every((item) => item.hidden);
          group.hidden = empty;
          if (heading?.matches("h2, h3")) heading.hidden = empty;
        }
        return items.filter((item) => !item.hidden).length;
      }),
    );
  };

  for (const one of document.querySelectorAll("table[data-tools]")) table(one);
  for (const place of document.querySelectorAll("[data-filter]")) list(place);
})();
