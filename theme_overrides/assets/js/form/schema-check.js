// Checks a record against a JSON Schema: the part of draft-07 that generator/exports/yaml_schema.py writes.
const TYPES = {
  array: Array.isArray,
  boolean: (value) => typeof value === "boolean",
  null: (value) => value === null,
  number: (value) => typeof value === "number",
  object: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  string: (value) => typeof value === "string",
};
const resolve = (schema, whole) => (schema.$ref ? whole.definitions[schema.$ref.split("/").pop()] : schema);
// Errors as [path, reason]; the reason names the key by its Thai term.
export const violations = (reference, value, whole, path = []) => {
  const schema = resolve(reference, whole);
  if (schema.anyOf) {
    const tries = schema.anyOf.map((one) => violations(one, value, whole, path));
    if (tries.some((wrong) => !wrong.length)) return [];
    const near = schema.anyOf.findIndex((one) => [resolve(one, whole).type].flat().some((type) => TYPES[type]?.(value)));
    return near < 0 ? [[path, "ไม่ตรงกับรูปแบบของข้อมูล"]] : tries[near];
  }
  if (schema.enum && !schema.enum.includes(value)) return [[path, "ไม่ใช่คำที่กำหนด"]];
  if (schema.type && ![schema.type].flat().some((type) => TYPES[type](value))) return [[path, "ไม่ตรงกับรูปแบบของข้อมูล"]];
  if (TYPES.array(value)) return value.flatMap((one, at) => violations(schema.items ?? {}, one, whole, [...path, at]));
  if (!TYPES.object(value)) return [];
  const known = schema.properties ?? {};
  const missing = (schema.required ?? []).filter((key) => !(key in value)).map((key) => [[...path, key], `ต้องกรอก${known[key]?.title ?? key}`]);
  const inside = Object.entries(value).flatMap(([key, one]) => {
    if (key in known) return violations(known[key], one, whole, [...path, key]);
    return schema.additionalProperties === false ? [[[...path, key], "รูปแบบของข้อมูลไม่มีหัวข้อนี้"]] : [];
  });
  return [...missing, ...inside];
};
