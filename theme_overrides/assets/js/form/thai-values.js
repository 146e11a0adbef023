// Interpretation of simple days, amounts and counts; `phaen check` interprets the rest.
import { arabic } from "../thai-digits.js";
import { words } from "./page-data.js";

const lastDay = (month, year) => new Date(Date.UTC(year - 543, month, 0)).getUTCDate();
// Day, month and year in figures or with the month's name; two digits of a year are 25xx.
const DAYS = [
  /^(?<day>[0-9]{1,2}) ?(?<sign>[/.-]) ?(?<month>[0-9]{1,2}) ?\k<sign> ?(?<year>[0-9]{4})$/,
  /^(?<day>[0-9]{1,2}) ?\/ ?(?<month>[0-9]{1,2}) ?\/ ?(?<year>[0-9]{2})$/,
  /^(?<year>[0-9]{4})(?<sign>[/-])(?<month>[0-9]{1,2})\k<sign>(?<day>[0-9]{1,2})$/,
  /^(?<day>[0-9]{1,2}) ?-? ?(?:เดือน ?)?(?<name>[ก-๎.]+?) ?-? ?(?:พ\.ศ\. ?)?(?<year>[0-9]{4}|[0-9]{2})$/,
];
export const isDay = (written) => {
  const text = arabic(written).replace(/\s+/g, " ").trim().replace(/^(?:วันที่|ณ วันที่) ?/, "");
  const found = DAYS.map((pattern) => pattern.exec(text)?.groups).find(Boolean);
  if (!found) return false;
  const month = found.name ? words.months[found.name.replaceAll(".", "")] : Number(found.month);
  const [day, year] = [Number(found.day), Number(found.year) + (found.year.length === 2 ? 2500 : 0)];
  return month >= 1 && month <= 12 && year >= 2400 && year <= 2700 && day >= 1 && day <= lastDay(month, year);
};
export const today = () => {
  const parts = new Intl.DateTimeFormat("th-TH-u-ca-buddhist-nu-latn", { day: "numeric", month: "long", timeZone: "Asia/Bangkok", year: "numeric" }).formatToParts(new Date());
  const part = (type) => parts.find((one) => one.type === type).value;
  return `${part("day")} ${part("month")} ${part("year")}`;
};
export const dayOf = (iso) => {
  const [year, month, day] = iso.split("-").map(Number);
  return `${day} ${words.month_names[month - 1]} ${year + 543}`;
};
const AMOUNT = /^(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]{1,2})?$/;
export const amountIn = (written) => {
  const text = arabic(written).trim().replace(/ ?บาท$/, "").replace(/\.-$/, "");
  return AMOUNT.test(text) ? text.replaceAll(",", "") : null;
};
export const isCount = (written) => /^(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?: ?คน)?$/.test(arabic(written).trim());
