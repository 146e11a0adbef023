// Records as YAML, as generator/drafting/yaml_writer.py writes it, with quotes around every text that is not plain.
const FORBIDDEN = /[^\t\n -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/gu;
const UNSEEN = /[\t\n\u00a0\u00ad\u061c\u180e\u2000-\u200f\u202a-\u202f\u205f-\u206f\u3000\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;
const PLAIN = /^[0-9A-Za-z\u0e01-\u0e3a\u0e40-\u0e46\u0e50-\u0e59](?:[0-9A-Za-z\u0e01-\u0e3a\u0e3f-\u0e4e\u0e50-\u0e59 .,()/%+-]*[0-9A-Za-z\u0e01-\u0e3a\u0e3f-\u0e4e\u0e50-\u0e59.)%-])?$/;
const escape = (letter) => {
  if (letter === "\n") return "\\n";
  if (letter === "\t") return "\\t";
  const code = letter.codePointAt(0).toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
};
const scalar = (written) => {
  const text = written.replace(/\r\n?/g, "\n").replace(FORBIDDEN, "");
  if (PLAIN.test(text) && !/^null$/i.test(text)) return text;
  if (text.search(UNSEEN) < 0) return `'${text.replaceAll("'", "''")}'`;
  return `"${text.replace(/["\\]/g, "\\$&").replace(UNSEEN, escape)}"`;
};
// Lines of a record.
export const yaml = (record, indent = "") =>
  Object.entries(record).flatMap(([key, value]) => {
    if (typeof value === "string") return [`${indent}${key}: ${scalar(value)}`];
    if (!Array.isArray(value)) return [`${indent}${key}:`, ...yaml(value, `${indent}  `)];
    if (!value.length) return [`${indent}${key}: []`];
    return [`${indent}${key}:`, ...value.flatMap((item) => yamlItem(item, `${indent}  `))];
  });
// Lines of an item of a list.
export const yamlItem = (item, indent) => {
  if (typeof item === "string") return [`${indent}- ${scalar(item)}`];
  return yaml(item, `${indent}  `).map((line, number) => (number ? line : `${indent}- ${line.trimStart()}`));
};
