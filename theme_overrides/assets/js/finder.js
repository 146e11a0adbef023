// Finds LAOs, project titles, framework entries and pages by any part of their names. Implements the same search as
// generator/search/ and generator/thai/searching.py, over the files that they write: change both together.

export const { keyWords, withoutMarks } = globalThis.folding;
const TYPE = /^(องค์การบริหารส่วน(?:ตำบล|จังหวัด)|เทศบาล(?:ตำบล|เมือง|นคร))/;
const KINDS = ["lao", "province", "project", "word", "framework", "page"];
export const MATCHES = ["whole", "start", "inside", "words", "marks", "similar"];
const [START, INSIDE] = [1, 2];
const SHOWN = 20;
const NEAR = 0.5;
const GROUP = 2;
const CODE = /^0?([2-9][0-9]{6})$/;

// Types of offices and places, which precede many names and so do not count as similarity.
const OFFICES = ["องค์การบริหารส่วนตำบล", "องค์การบริหารส่วนจังหวัด", "เทศบาลตำบล", "เทศบาลเมือง", "เทศบาลนคร", "ตำบล", "อำเภอ", "จังหวัด"].map((word) => keyWords(word).join(""));
const withoutOffice = (key) => {
  const office = OFFICES.find((word) => key.startsWith(word) && [...key].length >= [...word].length + 2);
  return office ? key.slice(office.length) : key;
};

const groups = (text) => {
  const counts = new Map();
  for (let place = 0; place + GROUP <= text.length; place += 1) {
    const group = text.slice(place, place + GROUP);
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return counts;
};

// Positions inside Latin words of the joined text: a Latin word matches only as a whole.
const latinInsides = (words) => {
  const insides = new Set();
  let at = 0;
  for (const word of words) {
    for (const run of word.matchAll(/[a-z\u00df-\u00f6\u00f8-\u024f]+/g)) {
      for (let place = 1; place < run[0].length; place += 1) insides.add(at + run.index + place);
    }
    at += word.length;
  }
  return insides;
};
const find = (text, wanted, insides, start = 0) => {
  let at = text.indexOf(wanted, start);
  while (at >= 0 && (insides.has(at) || insides.has(at + wanted.length))) at = text.indexOf(wanted, at + 1);
  return at;
};

const isStart = (item, position) => {
  let at = 0;
  for (const word of item.words) {
    if (at >= position) return at === position;
    at += word.length;
  }
  return false;
};

const match = (item, query, words, bareWords) => {
  item.insides ??= latinInsides(item.words);
  const first = find(item.key, query, item.insides);
  if (first >= 0) {
    if (query.length === item.key.length) return [0, 0];
    for (let at = first; at >= 0; at = find(item.key, query, item.insides, at + 1)) if (isStart(item, at)) return [1, at];
    return [2, first];
  }
  if (words.length > 1 && words.every((word) => find(item.key, word, item.insides) >= 0)) return [3, 1];
  if (!bareWords.join("")) return null;
  item.bare ??= withoutMarks(item.key);
  item.bareInsides ??= latinInsides(item.words.map(withoutMarks));
  const holds = (word) => find(item.bare, word, item.bareInsides) >= 0;
  return holds(bareWords.join("")) || bareWords.every(holds) ? [4, 1] : null;
};

// Match with a misprinted name: ranks below an LAO that really has the name.
const matchVariants = (item, query, words, bareWords) => {
  for (const variant of item.variants) {
    const how = match(variant, query, words, bareWords);
    if (how && how[0] <= INSIDE) return [Math.max(how[0], START), how[1], variant.title];
  }
  return null;
};

// Orders texts like Python: by code point, not by UTF-16 unit.
const byText = (a, b) => {
  if (a === b) return 0;
  const [left, right] = [[...a], [...b]];
  const place = left.findIndex((letter, index) => letter !== right[index]);
  if (place < 0) return -1;
  if (place >= right.length) return 1;
  return left[place].codePointAt(0) - right[place].codePointAt(0);
};

const inOrder = (a, b) => {
  for (let place = 0; place < a.order.length; place += 1) {
    const [left, right] = [a.order[place], b.order[place]];
    const difference = typeof left === "string" ? byText(left, right) : left - right;
    if (difference) return difference;
  }
  return 0;
};

export class Finder {
  constructor(data) {
    this.data = data;
    const keyed = (title, found = title) => {
      const words = keyWords(found);
      return { title, words, key: words.join("") };
    };
    const item = (kind, title, detail, address, laos = 1, found = title, codes = [], variants = []) => ({
      ...keyed(title, found), kind, detail, address, laos, codes, variants: variants.map((one) => keyed(one)),
    });
    this.items = [
      ...data.laos.map(([code, title, detail, former = [], variants = []]) =>
        item("lao", title, detail, `/lao/${code}/`, 1, `${title.replace(TYPE, "$1 ")} ${detail}`, [code, ...former], variants),
      ),
      ...data.titles.map(([title, lao, cycle, id]) => {
        if (cycle === undefined) {
          const address = `/search/?title=${encodeURIComponent(title).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;
          return item("project", title, `${lao.toLocaleString("en")} แห่ง`, address, lao);
        }
        const [code, name] = data.laos[lao];
        return item("project", title, `${name} แผน ${cycle}`, `/lao/${code}/${cycle}/projects/#p-${id}`);
      }),
      ...data.others.map(([kind, title, detail, address]) => item(kind, title, detail, address)),
    ];
  }

  // The best results; if there are none, similar names.
  find(text, limit = SHOWN) {
    const words = keyWords(text);
    const query = words.join("");
    if (!query) return [];
    const bareWords = words.map(withoutMarks);
    const found = [];
    const codes = words.map((word) => CODE.exec(word)?.[1]).filter(Boolean);
    for (const item of this.items) {
      const isCode = codes.some((code) => item.codes.includes(code));
      let how = isCode ? [0, 0] : match(item, query, words, bareWords);
      if (!isCode && !(how && how[0] <= INSIDE)) how = matchVariants(item, query, words, bareWords) ?? how;
      if (how) {
        const variant = how[2] ?? "";
        const order = [how[0], KINDS.indexOf(item.kind), variant ? 1 : 0, how[1] > 0 ? 1 : 0, -item.laos, item.key.length, item.title, item.address];
        found.push({ item, match: MATCHES[how[0]], variant, order });
      }
    }
    return found.length ? found.sort(inOrder).slice(0, limit) : this.#similar(query, limit);
  }

  #similar(query, limit) {
    const wanted = groups(withoutOffice(query));
    const all = [...wanted.values()].reduce((sum, count) => sum + count, 0);
    if (!all) return [];
    const near = [];
    for (const item of this.items) {
      const others = groups(item.key);
      let same = 0;
      for (const [group, count] of wanted) same += Math.min(count, others.get(group) ?? 0);
      if (same / all >= NEAR) {
        near.push({ item, match: "similar", order: [-same / all, KINDS.indexOf(item.kind), item.key.length, item.title, item.address] });
      }
    }
    return near.sort(inOrder).slice(0, Math.min(limit, 5));
  }
}

// Loaded once, on the first search.
let loading;
export const loadFinder = (root) => {
  loading ??= fetch(`${root}/finder/index.json`).then((answer) => {
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json().then((data) => new Finder(data));
  });
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
};

export const KIND_WORDS = { lao: "อปท.", province: "จังหวัด", project: "โครงการ", word: "ความหมายของคำ", framework: "กรอบระดับชาติ", page: "หน้าเว็บไซต์" };
