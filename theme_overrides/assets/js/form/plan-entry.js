// What forms that add an entry to a list of plan.yml have in common: the block to paste, and a table of ids.
import { table } from "./field-table.js";
import { control } from "./fields.js";
import { insertItem } from "./insert-entry.js";
import { idList, isNamed } from "./plan-names.js";
import { yamlItem } from "./yaml-text.js";

export const planEntry = (key, data, whole, { nodes, groups, value, lacks = () => "" }) => {
  const { plan, lao } = data;
  const isFirst = !plan[key].length;
  const file = `${plan.cycle}/plan.yml`;
  return {
    nodes: [idList(data), ...nodes],
    groups,
    lacks,
    value: () => ({ [key]: [value()] }),
    whole: { ...whole, required: [] },
    where: isFirst ? `วางท้ายไฟล์ ${file} ของ อปท. ${lao.code}` : `วางต่อจากรายการสุดท้ายใต้ ${key}: ใน ${file} ของ อปท. ${lao.code}`,
    text: () => `${[...(isFirst ? [`${key}:`] : []), ...yamlItem(value(), "  ")].join("\n")}\n`,
    insert: (written) => insertItem(written, key, value(), plan.cycle),
  };
};
export const idTable = (data, whole, definition) => {
  const schema = whole.definitions[definition].properties.ids;
  const hint = isNamed(data);
  const row = (start = "") => {
    const field = control("ids", schema, { hint, list: "form-ids", start });
    return [null, { fields: [field], record: field.read, check: () => field.check() }];
  };
  const first = new URLSearchParams(location.search).get("ids") ?? "";
  const made = table("form-id-rows", schema.title, ["รหัส"], [row(first)], () => row(), "เพิ่มรายการ");
  return { ...made, ids: () => [...new Set(made.records())] };
};
