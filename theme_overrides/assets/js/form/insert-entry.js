// Appends an entry to a list in the officer's own plan.yml; all other bytes stay the same. Returns null if the list is
// written in a way that needs manual editing.
import { arabic } from "../thai-digits.js";
import { yamlItem } from "./yaml-text.js";

export const insertItem = (written, key, value, cycle) => {
  const end = written.includes("\r\n") ? "\r\n" : "\n";
  const lines = written.split(/\r?\n/);
  const ofCycle = lines.some((line) => /^cycle\s*:/.test(line) && arabic(line).replace(/\s/g, "").includes(`:${cycle}`));
  const starts = lines.flatMap((line, at) => (new RegExp(`^${key}\\s*:`).test(line) ? [at] : []));
  if (!ofCycle || starts.length > 1 || lines.some((line) => /^(?:---|\.\.\.)/.test(line)) || /\t/.test(written)) return null;
  if (!starts.length) {
    while (lines.length && !lines.at(-1).trim()) lines.pop();
    return [...lines, `${key}:`, ...yamlItem(value, "  "), ""].join(end);
  }
  const [start] = starts;
  const after = lines[start].slice(lines[start].indexOf(":") + 1).replace(/(?:^|\s)#.*$/, "").trim();
  if (after === "[]") return [...lines.slice(0, start), `${key}:`, ...yamlItem(value, "  "), ...lines.slice(start + 1)].join(end);
  if (after) return null;
  let last = start;
  let at = start + 1;
  for (; at < lines.length && !/^[^\s#-]/.test(lines[at]); at += 1) if (/^(?:\s+\S|-)/.test(lines[at])) last = at;
  if (/^[\]}]/.test(lines[at] ?? "")) return null; // a bracket of the list itself
  const dash = lines.slice(start + 1, last + 1).find((line) => line.trim() && !/^\s*#/.test(line)) ?? "  - ";
  const indent = /^( *)-(?: |$)/.exec(dash)?.[1];
  if (indent === undefined) return null;
  return [...lines.slice(0, last + 1), ...yamlItem(value, indent), ...lines.slice(last + 1)].join(end);
};
