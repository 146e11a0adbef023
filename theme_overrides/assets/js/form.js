// The page /form/: small forms for frequent changes of a plan: the results of a round, an amendment, a correction, an answer
// to a finding. Reads the plan's plan.json and the JSON Schemas of this site, checks while the officer types, and writes
// YAML to copy or to save. Nothing is sent. All strings are inserted as text, never as HTML.
(() => {
  const place = document.querySelector("[data-form-page]");
  if (!place) return;
  const { root } = document.querySelector(".site-header").dataset;
  const words = JSON.parse(place.dataset.words);
  const MATRIX = "budget_matrix";
  const FEWEST_LETTERS = 3; // of an answer, as in rule ACK-004
  const WAIT = 200;

  const element = (name, properties = {}, ...children) => {
    const { attributes = {}, ...others } = properties;
    const made = Object.assign(document.createElement(name), others);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children.flat().filter((child) => child !== null && child !== undefined));
    return made;
  };
  const notice = (kind, text) => element("p", { className: `notice notice--${kind}`, textContent: text });
  const arabic = (text) => text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
  const thai = (text) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(Number(digit) + 0x0e50));

  // ---- YAML: as generator/drafting/yaml_writer.py writes it, with quotes around every text that is not plain ----

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
  const yaml = (record, indent = "") =>
    Object.entries(record).flatMap(([key, value]) => {
      if (typeof value === "string") return [`${indent}${key}: ${scalar(value)}`];
      if (!Array.isArray(value)) return [`${indent}${key}:`, ...yaml(value, `${indent}  `)];
      if (!value.length) return [`${indent}${key}: []`];
      return [`${indent}${key}:`, ...value.flatMap((item) => yamlItem(item, `${indent}  `))];
    });
  const yamlItem = (item, indent) => {
    if (typeof item === "string") return [`${indent}- ${scalar(item)}`];
    return yaml(item, `${indent}  `).map((line, number) => (number ? line : `${indent}- ${line.trimStart()}`));
  };

  // ---- JSON Schema: the part of draft-07 that generator/exports/yaml_schema.py writes ----

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
  const violations = (reference, value, whole, path = []) => {
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

  // ---- Interpretation of simple texts; `phaen check` interprets the rest ----

  const lastDay = (month, year) => new Date(Date.UTC(year - 543, month, 0)).getUTCDate();
  const isDay = (written) => {
    const text = arabic(written).replace(/\s+/g, " ").trim().replace(/^(?:วันที่|ณ วันที่) ?/, "");
    const figures = /^([0-9]{1,2}) ?\/ ?([0-9]{1,2}) ?\/ ?([0-9]{4})$/.exec(text);
    const named = /^([0-9]{1,2}) ?(?:เดือน ?)?([ก-๎.]+?) ?(?:พ\.ศ\. ?)?([0-9]{4})$/.exec(text);
    const found = figures ?? named;
    if (!found) return false;
    const month = figures ? Number(found[2]) : words.months[found[2].replaceAll(".", "")];
    const [day, year] = [Number(found[1]), Number(found[3])];
    return month >= 1 && month <= 12 && year >= 2400 && year <= 2700 && day >= 1 && day <= lastDay(month, year);
  };
  const today = () => {
    const parts = new Intl.DateTimeFormat("th-TH-u-ca-buddhist-nu-latn", { day: "numeric", month: "long", timeZone: "Asia/Bangkok", year: "numeric" }).formatToParts(new Date());
    const part = (type) => parts.find((one) => one.type === type).value;
    return `${part("day")} ${part("month")} ${part("year")}`;
  };
  const dayOf = (iso) => {
    const [year, month, day] = iso.split("-").map(Number);
    return `${day} ${words.month_names[month - 1]} ${year + 543}`;
  };
  const AMOUNT = /^(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]{1,2})?$/;
  const amountIn = (written) => {
    const text = arabic(written).trim().replace(/ ?บาท$/, "").replace(/\.-$/, "");
    return AMOUNT.test(text) ? text.replaceAll(",", "") : null;
  };
  const isCount = (written) => /^(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?: ?คน)?$/.test(arabic(written).trim());
  const AS_PRINTED = "จะแสดงตามที่พิมพ์ และไม่นำไปรวมยอด";
  const DAY = "เขียนวัน เดือน และปี พ.ศ. เช่น 31 มี.ค. 2568";
  // Errors (PROBLEMS) and remarks (HINTS), by key.
  const mustBe = (test, said) => (text) => (test(text) ? "" : said);
  const PROBLEMS = { as_of: mustBe(isDay, DAY), date: mustBe(isDay, DAY) };
  const cell = mustBe(isDay, `${DAY} มิฉะนั้นจะแสดงตามที่พิมพ์`);
  const people = mustBe(isCount, `เขียนเป็นจำนวนคน เช่น ๑๒ มิฉะนั้น${AS_PRINTED}`);
  const HINTS = {
    announcement_date: cell,
    effective_date: cell,
    resolution_date: cell,
    people,
    spent: mustBe((text) => amountIn(text) !== null, `เขียนเป็นจำนวนเงิน เช่น ๑๐,๐๐๐ มิฉะนั้น${AS_PRINTED}`),
    total: people,
    trained: people,
  };

  // ---- Fields ----

  let controls = [];
  let serial = 0;
  // A field of a record: `read` returns its text, or the value of the file if the field was not touched.
  const control = (key, schema, { kind = "line", label, describe = true, required = false, start = "", kept, hint, list } = {}) => {
    serial += 1;
    const id = `form-${serial}`;
    const said = element("p", { className: "form__said", hidden: true, id: `${id}-said` });
    const help = describe && schema.description ? element("small", { id: `${id}-help`, textContent: schema.description }) : null;
    const described = [help?.id, said.id].filter(Boolean).join(" ");
    const attributes = { "aria-describedby": described, ...(list ? { list } : {}), ...(required ? { "aria-required": "true" } : {}) };
    let box;
    if (kind === "choice") {
      box = element("select", { id, attributes }, element("option", { value: "", textContent: "ไม่ระบุ" }));
      box.append(...words.choices[key].map(([value, word]) => element("option", { value, textContent: word })));
    } else {
      box = element(kind === "area" ? "textarea" : "input", { id, autocomplete: "off", attributes, ...(kind === "area" ? { rows: 2 } : { type: "text" }) });
    }
    box.value = start;
    const begun = box.value; // a line has no breaks
    const one = { box, help, key, said, isTouched: false, problem: "" };
    one.read = () => {
      const text = box.value.trim();
      return kept !== undefined && box.value === begun ? kept : text || undefined;
    };
    one.check = (found = "") => {
      const text = box.value.trim();
      one.problem = found || (text && (PROBLEMS[key]?.(text) ?? "")) || "";
      const shown = (one.isTouched && one.problem) || (text && (hint ?? HINTS[key])?.(text)) || "";
      if (said.textContent !== shown) said.textContent = shown;
      said.hidden = !shown;
      box.toggleAttribute("aria-invalid", false);
      if (one.isTouched && one.problem) box.setAttribute("aria-invalid", "true");
    };
    box.addEventListener("input", changed);
    box.addEventListener("change", () => {
      one.isTouched = true;
      changed();
    });
    one.labelled = () => {
      const title = element("label", { htmlFor: id, textContent: `${label ?? schema.title}${required ? " (ต้องกรอก)" : ""}` });
      return element("div", { className: "form__field" }, title, help, box, said);
    };
    controls.push(one);
    return one;
  };
  // A record of the format as fields: `layout` lists its keys and their form, `values` has their initial values.
  const group = (whole, definition, layout, values = {}) => {
    const schema = definition ? whole.definitions[definition] : whole;
    const needed = new Set(schema.required ?? []);
    const fields = Object.entries(layout).map(([key, options]) => control(key, schema.properties[key], { required: needed.has(key), ...options, ...values[key] }));
    const record = () => Object.fromEntries(fields.map((one) => [one.key, one.read()]).filter(([, value]) => value !== undefined));
    const check = (said = record()) => {
      const wrong = new Map(violations(schema, said, whole).map(([[key], reason]) => [key, reason]));
      for (const one of fields) one.check(wrong.get(one.key));
    };
    return { fields, record, check, clear: () => fields.forEach((one) => one.check()) };
  };
  const heads = (id, titles) => element("thead", {}, element("tr", {}, titles.map((title, at) => element("th", { id: `${id}-${at}`, scope: "col", textContent: title }))));
  // A table of fields. A row is [heading or null, group]; `more` creates a row.
  const table = (id, caption, titles, rows, more, word) => {
    const body = element("tbody");
    const groups = [];
    const add = ([heading, one]) => {
      const row = element("tr");
      const at = groups.push(one) - 1;
      if (heading) row.append(element("th", { id: `${id}-row-${at}`, scope: "row" }, heading));
      one.fields.forEach((field, column) => {
        const head = `${id}-${column + (heading ? 1 : 0)}`;
        if (heading) field.box.setAttribute("aria-labelledby", `${id}-row-${at} ${head}`);
        else field.box.setAttribute("aria-label", `${titles[column]} แถวที่ ${at + 1}`);
        row.append(element("td", { attributes: { "data-label": titles[column + (heading ? 1 : 0)] } }, element("div", {}, field.box, field.said)));
      });
      body.append(row);
      return one;
    };
    rows.forEach(add);
    const made = element("table", { className: "table table--stack form__table" }, element("caption", { id: `${id}-caption`, textContent: caption }), heads(id, titles), body);
    const node = element("div", { className: "table-scroll", tabIndex: 0, attributes: { role: "region", "aria-labelledby": `${id}-caption` } }, made);
    if (!more) return { node, groups };
    const button = element("button", { type: "button", className: "button", textContent: word });
    button.addEventListener("click", () => {
      add(more()).fields[0].box.focus();
      changed();
    });
    return { node: element("div", {}, node, button), groups };
  };

  // Checks all rows of a table, including rows added later.
  const ofTable = ({ groups }) => ({ check: () => groups.forEach((one) => one.check()) });

  // ---- The plan ----

  const AS_TEXT = (value) => (value ? { start: value, kept: value } : {});
  // An existing cell is written back unchanged: its text, and its meaning if the text alone does not give it.
  const moneyKept = (cell) => {
    if (!cell) return {};
    const { printed, state, amount_baht: amount, basis } = cell;
    const meant = amount === null ? null : String(amount);
    if (state === "amount" && (Number(amountIn(printed)) !== Number(meant) || basis)) {
      return { start: printed, kept: { printed, amount: meant, ...(basis ? { basis } : {}) } };
    }
    if (state === "no_budget" && cell.says_more) return { start: printed, kept: { printed, no_budget: "yes" } };
    return { start: printed, kept: printed };
  };
  const countKept = (cell) => {
    if (!cell) return {};
    return { start: cell.printed, kept: cell.given ? { printed: cell.printed, number: String(cell.number) } : cell.printed };
  };
  const evidenceKept = (list) => list.map((one) => Object.fromEntries(["title", "address", "file", "sha256"].filter((key) => one[key]).map((key) => [key, one[key]])));
  const named = (data) => {
    const of = (list) => (list ?? []).map((one) => [one.id, one.name ?? one.title ?? one.position ?? ""]);
    const { plan, lao } = data;
    const tactics = plan.strategies.flatMap((one) => one.tactics);
    const idp = of((data.idp?.rows ?? []).map((one) => ({ id: one.id, name: one.position })));
    return new Map([...of(data.projects?.projects), ...of(plan.strategies), ...of(tactics), ...idp, ...of(lao.departments), ...of(plan.local_strategies), ...of(plan.values), ...of(plan.documents), [MATRIX, "ตารางงบประมาณ"]]);
  };
  const idList = (data) => {
    const options = [...named(data)].map(([value, name]) => element("option", { value, textContent: name }));
    return element("datalist", { id: "form-ids" }, options);
  };
  const isNamed = (data) => {
    const known = named(data);
    return (id) => (known.has(id.trim()) ? "" : "ไม่มีรหัสนี้ในแผน ตรวจว่าพิมพ์ถูก รายการที่ยกเลิกแล้วใส่ได้");
  };
  const valueNow = (data, id, what) => {
    const found = (data.projects?.projects ?? []).find((one) => one.id === id);
    if (!found) return "";
    const columns = (cell, text) => cell.printed || cell.columns.map((one) => `${one.heading.printed}: ${text(one)}`).join(" ");
    if (what === "budget") return columns(found.budget, (one) => one.cell.printed);
    if (what === "period") return columns(found.periods, (one) => one.printed);
    if (what === "responsible") return found.responsible?.printed ?? "";
    return what === "name" || what === "indicator" ? (found[what] ?? "") : "";
  };

  // ---- The four forms: each returns its nodes, its groups, and the text to paste or the file ----

  const results = (data, whole, chosen) => {
    const [first, last] = data.plan.cycle.split("-").map(Number);
    const years = Array.from({ length: last - first + 1 }, (_, at) => String(first + at));
    const now = new Date();
    const running = String(now.getFullYear() + 543 + (now.getMonth() >= 9 ? 1 : 0));
    const year = [chosen.year, running, years.at(-1)].find((one) => years.includes(one));
    const months = chosen.months === "6" ? "6" : "12";
    const select = (label, options, value, name) => {
      const box = element("select", { id: `form-${name}` }, options.map(([one, word]) => element("option", { value: one, textContent: word })));
      box.value = value;
      box.addEventListener("change", () => {
        if (isDirty && !confirm("ข้อมูลที่กรอกไว้จะหายไป เปลี่ยนต่อหรือไม่")) box.value = value;
        else again({ year, months, [name]: box.value }, box.id);
      });
      return element("div", { className: "form__field" }, element("label", { htmlFor: box.id, textContent: label }), box);
    };
    const choosing = [
      select(whole.properties.fiscal_year.title, years.map((one) => [one, one]), year, "year"),
      select(whole.properties.round.title, words.choices.round, months, "months"),
    ];
    const { status } = data;
    const at = data.results.findIndex((one) => String(one.fiscal_year) === year && one.round === months);
    const old = data.results[at];
    const taken = new Set([...status.results_files, ...status.partly_unread_files]);
    const file = old ? status.results_files[at] : [`results/${year}.yml`, `results/${year}-${months}.yml`].find((one) => !taken.has(one));
    const isHidden = old && (status.texts_withheld || status.partly_unread_files.includes(file) || old.projects.some((one) => one.status === "unread"));
    if (!file || isHidden) {
      const why = "ไฟล์เดิมของรอบนี้มีส่วนที่เว็บไซต์นี้อ่านไม่ได้หรือไม่แสดง จึงแก้จากหน้านี้ไม่ได้ ให้แก้ที่ไฟล์โดยตรงตามคู่มือ";
      return { nodes: [...choosing, notice("warn", why)], groups: [] };
    }
    const top = group(whole, "", { as_of: {} }, { as_of: AS_TEXT(old && dayOf(old.as_of)) });
    const entries = new Map();
    for (const one of old?.projects ?? []) entries.set(one.project, [...(entries.get(one.project) ?? []), one]);
    const known = data.projects?.projects ?? [];
    const others = [...entries.keys()].filter((id) => !known.some((one) => one.id === id)).map((id) => ({ id, name: id }));
    const layout = { status: { kind: "choice" }, spent: {}, people: {}, indicator_result: { kind: "area" }, problems: { kind: "area" }, suggestions: { kind: "area" } };
    const line = (project, entry) => {
      const said = entry && {
        status: AS_TEXT(entry.status === "not_stated" ? "" : entry.status),
        spent: moneyKept(entry.spent),
        people: countKept(entry.people),
        ...Object.fromEntries(["indicator_result", "problems", "suggestions"].map((key) => [key, AS_TEXT(entry[key])])),
      };
      const one = group(whole, "ProjectResult", layout, said);
      const written = one.record;
      one.record = () => {
        const record = written();
        const evidence = evidenceKept(entry?.evidence ?? []);
        return Object.keys(record).length || evidence.length ? { project: project.id, ...record, ...(evidence.length ? { evidence } : {}) } : null;
      };
      const test = one.check;
      one.check = () => test({ project: project.id, ...written() });
      return [[project.name, element("small", { className: "form__note", textContent: project.id })], one];
    };
    const rows = [...known, ...others].flatMap((project) => (entries.get(project.id) ?? [undefined]).map((entry) => line(project, entry)));
    const terms = (definition, keys) => keys.map((key) => whole.definitions[definition].properties[key].title);
    const projects = table("form-projects", whole.properties.projects.title, [terms("ProjectResult", ["project"]), terms("ProjectResult", Object.keys(layout))].flat(), rows);
    const person = (values) => {
      const one = group(whole, "StaffTrained", { position_type: {}, total: {}, trained: {} }, values);
      const written = one.record;
      const isBlank = () => !one.fields[1].box.value.trim() && !one.fields[2].box.value.trim();
      one.record = () => (isBlank() ? null : written());
      const test = one.check;
      one.check = () => (isBlank() ? one.clear() : test(written()));
      return [null, one];
    };
    const kinds = [...new Set(data.lao.staff_counts.map((one) => one.position_type))];
    const before = (old?.staff ?? []).map((one) => person({ position_type: AS_TEXT(one.position_type), total: countKept(one.total), trained: countKept(one.trained) }));
    const people = before.length ? before : (kinds.length ? kinds : [""]).map((kind) => person({ position_type: AS_TEXT(kind) }));
    const staff = table("form-staff", whole.properties.staff.title, terms("StaffTrained", ["position_type", "total", "trained"]), people, () => person({}), "เพิ่มประเภทตำแหน่ง");
    const filled = (groups) => groups.map((one) => one.record()).filter(Boolean);
    const value = () => {
      const [done, trained] = [filled(projects.groups), filled(staff.groups)];
      return { fiscal_year: year, round: months, ...top.record(), ...(done.length ? { projects: done } : {}), ...(trained.length ? { staff: trained } : {}) };
    };
    const notes = old ? [notice("warn", `รอบนี้รายงานแล้วใน ${file} ไฟล์ที่ได้ใช้แทนไฟล์เดิม หมายเหตุที่ขึ้นต้นด้วย # ในไฟล์เดิมไม่อยู่ในไฟล์ใหม่`)] : [];
    return {
      nodes: [...choosing, ...notes, ...top.fields.map((one) => one.labelled()), projects.node, staff.node],
      groups: [top, ofTable(projects), ofTable(staff)],
      lacks: () => (filled(projects.groups).length || filled(staff.groups).length ? "" : "ยังไม่ได้กรอกผลของโครงการใด"),
      value,
      whole,
      name: file.split("/").pop(),
      where: `บันทึกเป็น ${data.plan.cycle}/${file} ในโฟลเดอร์ของ อปท. ${data.lao.code}`,
      text: () => `${yaml(value()).join("\n")}\n`,
    };
  };

  // A form that adds an entry to a list of plan.yml.
  const entry = (key, data, whole, nodes, groups, value, lacks) => {
    const item = () => yamlItem(value(), "  ");
    const isFirst = !data.plan[key].length;
    return {
      nodes: [idList(data), ...nodes],
      groups,
      lacks,
      value: () => ({ [key]: [value()] }),
      whole: { ...whole, required: [] },
      name: `${key}.yml`,
      where: isFirst ? `วางท้ายไฟล์ ${data.plan.cycle}/plan.yml ของ อปท. ${data.lao.code}` : `วางต่อจากรายการสุดท้ายใต้ ${key}: ใน ${data.plan.cycle}/plan.yml ของ อปท. ${data.lao.code}`,
      text: () => `${[...(isFirst ? [`${key}:`] : []), ...item()].join("\n")}\n`,
      insert: (written) => insertItem(written, key, value(), data.plan.cycle),
    };
  };
  const idTable = (data, whole, definition) => {
    const schema = whole.definitions[definition].properties.ids;
    const row = (id = "") => {
      const field = control("ids", schema, { describe: false, hint: isNamed(data), list: "form-ids", start: id });
      return [null, { fields: [field], record: () => field.read(), check: () => field.check() }];
    };
    const made = table("form-id-rows", schema.title, ["รหัส"], [row(new URLSearchParams(location.search).get("ids") ?? "")], () => row(), "เพิ่มรายการ");
    return { ...made, ids: () => [...new Set(made.groups.map((one) => one.record()).filter(Boolean))] };
  };
  const amendments = (data, whole) => {
    const layout = { number: {}, committee: {}, meeting: {}, resolution_date: {}, announcement_date: {}, effective_date: {}, reason: { kind: "area" } };
    const top = group(whole, "Amendment", layout, { number: AS_TEXT(thai(String(data.plan.amendments.length + 1))), committee: AS_TEXT(data.plan.approval?.committee) });
    const row = () => {
      const one = group(whole, "AmendedItem", { id: { hint: isNamed(data), list: "form-ids" }, what: { kind: "choice" }, before: { kind: "area" }, after: { kind: "area" } });
      const [id, what, before] = one.fields;
      for (const field of [id, what]) {
        field.box.addEventListener("change", () => {
          if (!before.box.value) before.box.value = valueNow(data, id.box.value.trim(), what.box.value);
          changed();
        });
      }
      const written = one.record;
      const isBlank = () => !Object.keys(written()).length;
      one.record = () => (isBlank() ? null : written());
      const test = one.check;
      one.check = () => (isBlank() ? one.clear() : test(written()));
      return [null, one];
    };
    const { properties } = whole.definitions.AmendedItem;
    const items = table("form-items", whole.definitions.Amendment.properties.items.title, ["id", "what", "before", "after"].map((key) => properties[key].title), [row()], row, "เพิ่มรายการ");
    const filled = () => items.groups.map((one) => one.record()).filter(Boolean);
    const value = () => ({ ...top.record(), ...(filled().length ? { items: filled() } : {}) });
    const after = notice("warn", "เมื่อวางแล้ว ให้แก้ค่าในไฟล์ข้อมูล เช่น projects.yml เป็นค่าใหม่ด้วย");
    return entry("amendments", data, whole, [...top.fields.map((one) => one.labelled()), items.node, after], [top, ofTable(items)], value, () => (filled().length ? "" : "ยังไม่ได้กรอกรายการที่ปรับปรุง"));
  };
  const corrections = (data, whole) => {
    const layout = { date: {}, kind: { kind: "choice" }, reason: { kind: "area" }, source_page: {}, before: {}, after: {} };
    const top = group(whole, "Correction", layout, { date: AS_TEXT(today()) });
    const about = idTable(data, whole, "Correction");
    const written = top.record;
    const value = () => {
      const { date, kind, ...rest } = written();
      return { ...(date ? { date } : {}), ...(kind ? { kind } : {}), ids: about.ids(), ...rest };
    };
    const test = top.check;
    top.check = () => test(value());
    const after = notice("warn", "เมื่อวางแล้ว ให้แก้ค่าในไฟล์ข้อมูลให้ตรงกับค่าหลังแก้ไขด้วย");
    return entry("corrections", data, whole, [...top.fields.map((one) => one.labelled()), about.node, after], [top, ofTable(about)], value, () => "");
  };
  const acknowledged = (data, whole) => {
    const codes = element("datalist", { id: "form-codes" }, Object.entries(words.rules).map(([value, title]) => element("option", { value, textContent: title })));
    const plain = (code) => arabic(code).trim().toUpperCase();
    const known = (code) => words.rules[plain(code)] ?? "ไม่มีข้อสังเกตรหัสนี้ หรือเป็นข้อผิดพลาดที่ต้องแก้ ชี้แจงไม่ได้";
    const answer = (text) => ((text.match(/\p{L}/gu) ?? []).length < FEWEST_LETTERS ? "คำชี้แจงต้องเป็นถ้อยคำที่ผู้อ่านเข้าใจ" : "");
    const layout = { code: { hint: known, list: "form-codes" }, reason: { hint: answer, kind: "area" }, date: {} };
    const top = group(whole, "Acknowledgement", layout, { code: AS_TEXT(new URLSearchParams(location.search).get("code")), date: AS_TEXT(today()) });
    const about = idTable(data, whole, "Acknowledgement");
    const value = () => {
      const { code, ...rest } = top.record();
      const ids = about.ids();
      return { ...(code ? { code: plain(code) } : {}), ...(ids.length ? { ids } : {}), ...rest };
    };
    return entry("acknowledged", data, whole, [codes, ...top.fields.map((one) => one.labelled()), about.node], [top, ofTable(about)], value, () => "");
  };
  const FORMS = {
    results: ["รายงานผลการดำเนินงาน", results, "results"],
    amendment: ["บันทึกการปรับปรุงแผน", amendments, "plan"],
    correction: ["บันทึกการแก้ที่คัดผิด", corrections, "plan"],
    answer: ["ชี้แจงข้อสังเกต", acknowledged, "plan"],
  };

  // Appends an entry to a list in the officer's own plan.yml; all other bytes stay the same. Returns null if the list is
  // written in a way that needs manual editing.
  const insertItem = (written, key, value, cycle) => {
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

  // ---- The page ----

  let form = null;
  let isDirty = false;
  let waiting;
  let again = () => {};
  let file = null; // the officer's own plan.yml
  const asked = new URLSearchParams(location.search);

  const status = element("p", { className: "form__status", attributes: { role: "status" } });
  const text = element("textarea", { className: "form__text", id: "form-text", readOnly: true, rows: 14, spellcheck: false });
  const where = element("p", { id: "form-where" });
  text.setAttribute("aria-describedby", where.id);
  const copy = element("button", { type: "button", className: "button", textContent: "คัดลอก" });
  const save = element("button", { type: "button", className: "button", textContent: "ดาวน์โหลดไฟล์" });
  const own = element("input", { type: "file", id: "form-own", accept: ".yml,.yaml" });
  const saveOwn = element("button", { type: "button", className: "button", hidden: true, textContent: "ดาวน์โหลด plan.yml ที่เพิ่มรายการแล้ว" });
  const ownSaid = element("p", { className: "form__said", hidden: true, attributes: { role: "status" } });
  const ownField = element(
    "div",
    { className: "form__field" },
    element("label", { htmlFor: own.id, textContent: "หรือเลือก plan.yml ในเครื่องของท่าน ให้หน้านี้เพิ่มรายการให้ (ไฟล์ไม่ถูกส่งออกจากเครื่อง)" }),
    own,
    ownSaid,
    saveOwn,
  );
  const output = element(
    "section",
    { attributes: { "aria-labelledby": "form-result" } },
    element("p", { className: "form__title", id: "form-result", textContent: "สิ่งที่ได้" }),
    status,
    where,
    element("label", { htmlFor: text.id, textContent: "ข้อมูลในรูปแบบ YAML" }),
    text,
    element("p", { className: "form__buttons" }, copy, save),
    ownField,
  );
  const body = element("div");

  const say = (node, said) => {
    node.hidden = !said;
    if (node.textContent !== said) node.textContent = said;
  };
  const refresh = () => {
    if (!form?.value) return 0;
    for (const one of form.groups) one.check();
    const wrong = controls.filter((one) => one.problem).length;
    const lacks = form.lacks();
    const others = wrong || lacks ? [] : violations(form.whole, form.value(), form.whole);
    text.value = form.text();
    const said = wrong ? `ยังมี ${wrong} ช่องที่ต้องกรอกหรือแก้` : lacks || (others.length ? `${others[0][1]} (${others[0][0].join(" › ")})` : "ครบตามรูปแบบของข้อมูลแล้ว คัดลอกหรือดาวน์โหลดได้ แล้วตรวจด้วย phaen check ก่อนส่ง");
    say(status, said);
    if (form.insert && file !== null) {
      const made = form.insert(file);
      saveOwn.hidden = made === null;
      say(ownSaid, made === null ? "เพิ่มลงในไฟล์นี้ไม่ได้ ตรวจว่าเป็น plan.yml ของรอบแผนนี้ หรือคัดลอกไปวางเอง" : "");
    }
    return wrong + (lacks ? 1 : 0) + others.length;
  };
  const changed = () => {
    isDirty = true;
    clearTimeout(waiting);
    waiting = setTimeout(refresh, WAIT);
  };
  // Returns whether there are no problems; otherwise shows all of them and focuses the first.
  const isReady = () => {
    clearTimeout(waiting);
    for (const one of controls) one.isTouched = true;
    const wrong = refresh();
    controls.find((one) => one.problem)?.box.focus();
    return !wrong;
  };
  const download = (content, name) => {
    const link = element("a", { download: name, href: URL.createObjectURL(new Blob([content], { type: "application/yaml" })) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
  copy.addEventListener("click", async () => {
    if (!isReady()) return;
    try {
      await navigator.clipboard.writeText(text.value);
      say(status, "คัดลอกแล้ว");
    } catch {
      text.select(); // without https a page has no access to the clipboard
      say(status, "เลือกข้อความไว้แล้ว กด Ctrl+C เพื่อคัดลอก");
    }
  });
  save.addEventListener("click", () => {
    if (!isReady()) return;
    isDirty = false;
    download(text.value, form.name);
  });
  saveOwn.addEventListener("click", () => {
    const made = isReady() && form.insert(file);
    if (!made) return;
    isDirty = false;
    download(made, "plan.yml");
  });
  own.addEventListener("change", async () => {
    const bytes = await own.files[0]?.arrayBuffer().catch(() => null);
    try {
      file = bytes ? new TextDecoder("utf-8", { fatal: true }).decode(bytes) : null;
    } catch {
      file = null;
    }
    say(ownSaid, own.files.length && file === null ? "อ่านไฟล์นี้ไม่ได้ ต้องเป็นไฟล์ข้อความที่บันทึกเป็น UTF-8" : "");
    refresh();
  });
  addEventListener("beforeunload", (event) => {
    if (isDirty) event.preventDefault();
  });

  const json = async (path) => {
    const answer = await fetch(new URL(`${root}/${path}`, document.baseURI));
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  };
  const open = async (plan, kind) => {
    const [title, make, schema] = FORMS[kind];
    const [code, cycle] = plan.split("/");
    const data = await json(`lao/${code}/${cycle}/data/plan.json`);
    if (data.schema !== 1) throw new Error("schema");
    const whole = await json(`data/schema/${schema}.json`);
    const show = (chosen, focus) => {
      controls = [];
      isDirty = false;
      form = make(data, whole, chosen);
      const legend = element("legend", { textContent: `${title} ${data.lao.full_name} รอบแผน ${data.plan.cycle}` });
      const banner = data.status.fictional === "no" ? null : notice("warn", "ข้อมูลสมมุติ");
      body.replaceChildren(element("fieldset", { className: "form__set" }, legend, banner, ...form.nodes));
      output.hidden = !form.value;
      ownField.hidden = !form.insert;
      if (!form.value) return;
      where.textContent = form.where;
      save.hidden = Boolean(form.insert);
      refresh();
      if (focus) document.getElementById(focus).focus();
    };
    again = show;
    show({ year: asked.get("year") ?? undefined, months: asked.get("round") ?? undefined });
  };

  // The plan, from the address or from the officer's input: a code, or the address of a page of the plan.
  const planIn = (written) => /(?<![0-9])([2-9][0-9]{6})(?:\/([0-9]{4}-[0-9]{4}))?(?![0-9])/.exec(arabic(written));
  const whose = element("input", { type: "text", id: "form-plan", autocomplete: "off", maxLength: 300, value: asked.get("plan") ?? "" });
  const which = element("select", { id: "form-kind" }, Object.entries(FORMS).map(([kind, [title]]) => element("option", { value: kind, textContent: title })));
  which.value = Object.hasOwn(FORMS, asked.get("form") ?? "") ? asked.get("form") : "results";
  const failed = element("p", { className: "notice notice--warn", hidden: true, attributes: { role: "alert" } });
  const start = element(
    "form",
    { className: "form__start" },
    element("div", { className: "form__field" }, element("label", { htmlFor: whose.id, textContent: "รหัส อปท. หรือที่อยู่ของหน้าแผน" }), whose),
    element("div", { className: "form__field" }, element("label", { htmlFor: which.id, textContent: "เรื่องที่จะบันทึก" }), which),
    element("button", { className: "button", textContent: "เปิดแบบกรอก" }),
  );
  const begin = async (isAsked) => {
    const found = planIn(whose.value);
    say(failed, found ? "" : isAsked ? "ใส่รหัส อปท. ๗ หลัก หรือคัดลอกที่อยู่ของหน้าแผนมาวาง" : "");
    if (!found) return;
    try {
      const cycle = found[2] ?? (await json(`lao/${found[1]}/figures.json`)).plan?.cycle;
      if (!cycle) throw new Error("no plan");
      const plan = `${found[1]}/${cycle}`;
      if (isAsked) history.replaceState(null, "", `?plan=${plan}&form=${which.value}`);
      await open(plan, which.value);
    } catch {
      body.replaceChildren();
      output.hidden = true;
      say(failed, "เปิดข้อมูลของแผนนี้ไม่ได้ ตรวจรหัส อปท. และรอบแผน แล้วลองใหม่");
    }
  };
  start.addEventListener("submit", (event) => {
    event.preventDefault();
    if (isDirty && !confirm("ข้อมูลที่กรอกไว้จะหายไป เปิดแบบใหม่หรือไม่")) return;
    begin(true);
  });
  output.hidden = true;
  place.replaceChildren(start, failed, body, output);
  begin(false);
})();
