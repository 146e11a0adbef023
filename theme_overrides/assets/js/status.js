// Says of a plan whether it is in force today, and which day that is: a page is made once and read for years. The words of
// every state stand in the page, as on the pages of fiscal years; without scripts it names the day since which its own state holds.
(() => {
  const words = { "not-yet-in-force": "waiting", "in-force": "current", expired: "past" };
  const lines = document.querySelectorAll(".status[data-first]");
  if (!lines.length) return;
  const now = new Date();
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Bangkok" }).format(now); // 2026-11-29
  for (const line of lines) {
    const { first, last, zero } = line.dataset;
    const state = day < first ? "not-yet-in-force" : day > last ? "expired" : "in-force";
    const badge = line.querySelector(".state");
    badge.textContent = line.getAttribute(`data-${state}`);
    badge.className = `state state--${words[state]}`;
    const digits = zero === "๐" ? "thai" : "latn";
    const written = new Intl.DateTimeFormat(`th-TH-u-ca-buddhist-nu-${digits}`, {
      day: "numeric",
      month: "long",
      timeZone: "Asia/Bangkok",
      year: "numeric",
    }).formatToParts(now);
    const part = (type) => written.find((one) => one.type === type).value;
    line.querySelector(".status__day").textContent = `ณ วันที่ ${part("day")} ${part("month")} ${part("year")} `;
    const [ce, month] = day.split("-").map(Number);
    const fiscal = new Intl.NumberFormat(`th-u-nu-${digits}`, { useGrouping: false }).format(ce + 543 + (month > 9));
    const year = line.querySelector(".status__year");
    if (year && year.textContent !== fiscal) {
      year.textContent = fiscal;
      year.closest("a")?.removeAttribute("href"); // it led to the year that was
    }
    if (state !== line.dataset.state) line.querySelector(".status__since").remove(); // true of the state before
  }
})();
