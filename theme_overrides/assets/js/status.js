// Updates whether a plan is in force, with the current day, because a page is built once and read for years. The page
// contains the words of every state; pages of fiscal years work the same way. Without scripts the page shows the state at
// build time, with its first day.
const words = { "not-yet-in-force": "waiting", "in-force": "current", expired: "past" };
const lines = document.querySelectorAll(".status[data-first]");
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
    year.closest("a")?.removeAttribute("href"); // it links to the year of the build
  }
  if (state !== line.dataset.state) line.querySelector(".status__since").remove(); // it belongs to the earlier state
}
