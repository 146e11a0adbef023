// Adds a filter box and sort buttons to long tables and lists marked with <table data-tools> or <div data-filter="selector">.
// Without scripts all rows are shown. Texts match as in the search (folding.js).
(() => {
  const { keyWords, withoutMarks } = globalThis.folding;
  const THAI = new Intl.Collator("th", { numeric: true });
  const FEWEST = 8;

  const element = (name, properties) => Object.assign(document.createElement(name), properties);
  const count = (number) => number.toLocaleString("en");
  const key = (text) => keyWords(text).join("");

  // Whether one of the pieces contains all words in sequence, or each word is in any piece.
  const holds = (pieces, words) =>
    pieces.some((piece) => piece.includes(words.join(""))) ||
    (words.length > 1 && words.every((word) => pieces.some((piece) => piece.includes(word))));

  // A box with its label and the number of matches. `pieces` returns the texts of an item; `show` gets the matching items and
  // whether the list is filtered. If nothing matches exactly, texts that differ in tone marks match.
  const filterBox = (label, items, pieces, show) => {
    const box = element("div", { className: "filter" });
    const input = element("input", { type: "search", autocomplete: "off" });
    const said = element("output", { className: "filter__count" });
    const name = element("label", { textContent: label });
    name.append(input);
    box.append(name, said);
    let keys;
    input.addEventListener("input", () => {
      const typed = input.value.trim();
      keys ??= items.map((item) => pieces(item).map(key));
      const words = keyWords(typed);
      const some = typed !== "";
      let left = items;
      let marks = "";
      if (some) {
        left = words.length ? items.filter((_, place) => holds(keys[place], words)) : [];
        const bare = words.map(withoutMarks).filter(Boolean);
        if (!left.length && bare.length) {
          left = items.filter((_, place) => holds(keys[place].map(withoutMarks), bare));
          if (left.length) marks = " (วรรณยุกต์ต่างจากที่พิมพ์)";
        }
      }
      for (const item of items) item.hidden = true;
      for (const item of left) item.hidden = false;
      show(some);
      said.textContent = some ? `พบ ${count(left.length)} จาก ${count(items.length)} รายการ${marks}` : "";
      // The box is not printed.
      if (some) said.append(element("span", { className: "print-only", textContent: ` เพราะกรองด้วย “${typed}”` }));
    });
    return box;
  };

  // The cells of each row by column, including those below and beside spanning cells.
  const grid = (rows) => {
    const places = rows.map(() => []);
    rows.forEach((row, down) => {
      let column = 0;
      for (const cell of row.cells) {
        while (places[down][column]) column += 1;
        for (let y = down; y < Math.min(down + cell.rowSpan, rows.length); y += 1)
          for (let x = column; x < column + cell.colSpan; x += 1) places[y][x] = cell;
      }
    });
    return places;
  };

  // The number at the beginning of a cell; NaN for text and for ranges.
  const amount = (text) => {
    const plain = text.normalize("NFKC").replace(/[๐-๙]/g, (digit) => digit.charCodeAt(0) - 0x0e50).trim();
    const found = plain.match(/^-?[0-9][0-9,]*(\.[0-9]+)?(?!\s*(?:[-–—~]|ถึง)\s*[0-9]|[0-9,.]*[0-9])/);
    return found ? parseFloat(found[0].replaceAll(",", "")) : NaN;
  };

  // The text of a cell, without the headings that sorting adds before it.
  const said = (cell) => cell?.textContent.slice(cell.querySelector(".sorted-from")?.textContent.length ?? 0).trim() ?? "";

  const table = (one) => {
    const scroll = one.closest(".table-scroll") ?? one;
    const bodies = [...one.tBodies];
    const rows = bodies.flatMap((body) => [...body.rows]);
    const headings = rows.filter((row) => row.matches(".group"));
    const sums = rows.filter((row) => row.matches(".subtotal"));
    const width = Math.max(0, ...[...one.tHead.rows].map((row) => [...row.cells].reduce((all, cell) => all + cell.colSpan, 0)));
    // A row with one cell over all columns is a note: the table is empty, or a remark on the rows around it.
    const notes = rows.filter((row) => !row.matches(".group, .subtotal") && row.cells.length < 2 && width > 1);
    const others = new Set([...headings, ...sums, ...notes]);
    const entries = rows.filter((row) => !others.has(row));
    // Rows that share a cell cannot be sorted or filtered separately.
    if (entries.length < FEWEST || entries.some((row) => [...row.cells].some((cell) => cell.rowSpan > 1))) return;
    const totals = [...(one.tFoot?.rows ?? [])];
    let sorted = false;
    let filtered = false;

    // Headings are shown while a row below them is; sums are of all rows, so they are hidden while some rows are.
    const tidy = () => {
      for (const row of totals) row.hidden = filtered;
      for (const row of [...sums, ...notes]) row.hidden = filtered || sorted;
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
        }
      }
    };

    scroll.before(
      filterBox(one.dataset.tools, entries, (row) => [...row.cells].map(said), (some) => {
        filtered = some;
        tidy();
      }),
    );

    // A sorted row names its former headings, by their numbers if they have any.
    const under = new Map();
    let above = [];
    for (const row of rows) {
      const short = row.textContent.trim().match(/^\S+ที่ \S+/)?.[0] ?? row.textContent.trim();
      if (row.matches(".group--sub")) above = [above[0], short];
      else if (row.matches(".group")) above = [short];
      else under.set(row, above.filter(Boolean).join(" "));
    }
    const placed = entries.filter((row) => under.get(row)).map((row) => {
      const label = element("small", { className: "quiet sorted-from", textContent: `${under.get(row)} `, hidden: true });
      row.cells[0].prepend(label);
      return label;
    });

    const columns = grid([...one.tHead.rows]);
    const cells = new Map(entries.map((row) => [row, grid([row])[0]]));
    const home = rows.map((row) => [row, row.parentElement]);
    const sortable = [...one.tHead.querySelectorAll("[data-sort]")];
    const order = (heading, direction) => {
      for (const cell of sortable) cell.removeAttribute("aria-sort");
      sorted = direction !== "none";
      for (const label of placed) label.hidden = !sorted;
      if (!sorted) {
        for (const [row, body] of home) body.append(row);
      } else {
        const number = heading.dataset.sort === "number";
        const by = columns.map((row) => row.indexOf(heading)).find((column) => column >= 0);
        const sign = direction === "ascending" ? 1 : -1;
        const compare = number
          ? (a, b) => Number.isNaN(a) - Number.isNaN(b) || (Number.isNaN(a) ? 0 : sign * (a - b))
          : (a, b) => sign * THAI.compare(a, b);
        const value = (row) => {
          const text = said(cells.get(row)[by]);
          return number ? amount(text) : text;
        };
        const keyed = entries.map((row) => [value(row), row]);
        keyed.sort(([a], [b]) => compare(a, b));
        for (const [, row] of keyed) bodies[0].append(row);
        heading.setAttribute("aria-sort", direction);
      }
      tidy();
    };
    const NEXT = { none: "ascending", ascending: "descending", descending: "none" };
    for (const heading of sortable) {
      const button = element("button", { type: "button", className: "sort", title: "เรียงตามช่องนี้" });
      button.setAttribute("aria-label", `เรียงตาม${heading.textContent.trim()}`);
      button.addEventListener("click", () => order(heading, NEXT[heading.getAttribute("aria-sort") ?? "none"]));
      heading.append(" ", button);
    }
  };

  // Cards and lists under headings: a heading without matches is hidden too. Its text counts as text of all items below it.
  const list = (place) => {
    const items = [...document.querySelectorAll(place.dataset.filter)];
    if (items.length < FEWEST) return;
    const headingOf = (group) => {
      const before = group.previousElementSibling ?? group.closest(".block")?.previousElementSibling;
      return before?.matches("h2, h3") ? before : null;
    };
    const pieces = (item) => [...item.children, headingOf(item.parentElement)].map((part) => part?.textContent ?? "");
    place.append(
      filterBox(place.dataset.label, items, pieces, () => {
        for (const group of new Set(items.map((item) => item.parentElement))) {
          const heading = headingOf(group);
          group.hidden = [...group.children].every((item) => item.hidden);
          if (heading) heading.hidden = group.hidden;
        }
      }),
    );
  };

  for (const one of document.querySelectorAll("table[data-tools]")) table(one);
  for (const place of document.querySelectorAll("[data-filter]")) list(place);
})();
