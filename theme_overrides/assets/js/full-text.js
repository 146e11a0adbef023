// Finds the sections of plans that contain the query. Implements the same search as generator/search/full_text.py and
// excerpt.py, over the files of full_text_index.py: change both together.

export const PARTS = ["project", "position", "strategy", "year", "evidence", "files", "document", "results", "guidelines", "identity"];
export const MATCHES = ["title", "text", "words", "marks", "some", "near"];
export const BUDGETS = {
  "0-10000": [0, 10_000],
  "10000-50000": [10_001, 50_000],
  "50000-100000": [50_001, 100_000],
  "100000-500000": [100_001, 500_000],
  "500000-": [500_001, Infinity],
};
export const FACETS = ["province", "type", "lao", "part", "year", "department", "strategy", "competency", "budget"];
const [TITLE, TEXT, WORDS, MARKS, SOME, NEAR] = MATCHES.keys();
const IN_TURN = 3;
const SHORTEST = 4;
const WORTH = 2;
const TEXT_END = "\t";
const SECTION_END = "\n";
const THAI_TO_BYTE = 0x0e00 - 0xa0;
const BYTE_MARK = /[\xe7-\xec\xee]/g;

// Reduces the words of keyWords to those of Python's key_words: Thai letters and ASCII only.
export const plainWords = (words) =>
  words.map((word) => word.normalize("NFD").replace(/[^\x00-\x7f\u0e01-\u0e4e]/g, "")).filter(Boolean);

// Maps Thai letters to their TIS-620 codes, so that a letter is one byte in files and in memory.
const toBytes = (key) => key.replace(/[\u0e01-\u0e4e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - THAI_TO_BYTE));
const fromBytes = (key) => key.replace(/[\xa1-\xee]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + THAI_TO_BYTE));

// Joins words without spaces, except one between two Latin words.
const isLatin = (letter) => letter >= "a" && letter <= "z";
const joined = (words) => words.reduce((text, word) => (text && isLatin(text.at(-1)) && isLatin(word[0]) ? `${text} ${word}` : text + word), "");
const cutsLatin = (text, start, end) =>
  (start > 0 && isLatin(text[start - 1]) && isLatin(text[start])) || (end < text.length && isLatin(text[end - 1]) && isLatin(text[end]));
const holdsWord = (text, word) => {
  let at = text.indexOf(word);
  while (at >= 0 && cutsLatin(text, at, at + word.length)) at = text.indexOf(word, at + 1);
  return at >= 0;
};

const inBudget = (baht, name) => {
  const range = BUDGETS[name];
  return baht !== undefined && range !== undefined && range[0] <= baht && baht < range[1] + 1;
};

export class FullText {
  constructor(content) {
    const lineEnd = content.indexOf(10);
    const { facets, sets, laos } = JSON.parse(new TextDecoder().decode(content.subarray(0, lineEnd)));
    // windows-1252 does not change 0xa0 to 0xff.
    const keys = new TextDecoder("windows-1252").decode(content.subarray(lineEnd + 1)).split("\n");
    this.laos = laos.map(([code, name, type, province, mark]) => ({ code, name, type, province, mark }));
    this.sections = [];
    this.starts = [];
    this.titles = [];
    const parts = [];
    let at = 0;
    let next = 0;
    laos.forEach(([, , , , , rows], lao) => {
      rows.forEach(([part, set, texts, baht], index) => {
        const joined = texts.map((text) => keys[text === 0 ? next++ : text - 1]);
        this.titles.push(at + joined[0].length);
        this.starts.push(at);
        this.sections.push({ lao, index, part: PARTS[part], set, baht });
        parts.push(joined.join(TEXT_END));
        at += parts.at(-1).length + 1;
      });
    });
    this.text = parts.join(SECTION_END);
    this.starts.push(this.text.length + 1);
    const value = (facet, place) => facets[facet][place];
    this.sets = sets.map(([years, departments, strategies, competencies]) => ({
      year: years.map((place) => value("year", place)),
      department: departments.map((place) => value("department", place)),
      strategy: strategies.map((place) => value("strategy", place)),
      competency: competencies.map((place) => value("competency", place)),
    }));
  }

  // The values of a section, as a list per facet.
  facetsOf(number) {
    const { lao, part, set, baht } = this.sections[number];
    const { province, type, code } = this.laos[lao];
    const budget = Object.keys(BUDGETS).filter((name) => inBudget(baht, name));
    return { province: [province], type: [type], lao: [code], part: [part], ...this.sets[set], budget };
  }

  allowed(narrowing) {
    const wanted = FACETS.filter((facet) => narrowing[facet]);
    if (!wanted.length) return null;
    const sets = this.sets.map((set) => ["year", "department", "strategy", "competency"].every((facet) => !narrowing[facet] || set[facet].includes(narrowing[facet])));
    const laos = this.laos.map(({ province, type, code }) => [["province", province], ["type", type], ["lao", code]].every(([facet, own]) => !narrowing[facet] || narrowing[facet] === own));
    return this.sections.map(({ lao, part, set, baht }) =>
      laos[lao] && sets[set] && (!narrowing.part || part === narrowing.part) && (!narrowing.budget || inBudget(baht, narrowing.budget)));
  }

  // All results, the best first: {found: [[number, match]], near: the matched part of the query if only a part matches}.
  find(words, narrowing = {}, order = "best") {
    const asked = words.map(toBytes);
    const allowed = this.allowed(narrowing);
    if (!asked.length && !allowed && order === "best") return { found: [], near: "" };
    const { found, near } = asked.length ? this.matches(asked, allowed) : { found: this.all(allowed), near: "" };
    const length = (number) => this.starts[number + 1] - this.starts[number];
    const place = (number) => PARTS.indexOf(this.sections[number].part);
    let ranked = [...found.keys()].sort((a, b) => {
      const [left, right] = [found.get(a), found.get(b)];
      return left[0] - right[0] || left[1] - right[1] || place(a) - place(b) || length(a) - length(b) || a - b;
    });
    ranked = this.inTurn(ranked, found);
    if (order !== "best") {
      const sign = order === "most" ? -1 : 1;
      const baht = (number) => this.sections[number].baht;
      ranked = ranked.filter((number) => baht(number) !== undefined).sort((a, b) => sign * (baht(a) - baht(b)) || a - b);
    }
    return { found: ranked.map((number) => [number, MATCHES[found.get(number)[0]]]), near: fromBytes(near).replaceAll(" ", "") };
  }

  // Alternates between LAOs: at most a few results of one LAO per turn; a match in title or text decides only within a turn.
  inTurn(ranked, found) {
    const seen = new Map();
    const turns = ranked.map((number, place) => {
      const { lao } = this.sections[number];
      const [match, missing] = found.get(number);
      seen.set(lao, (seen.get(lao) ?? -1) + 1);
      return [Math.max(match, TEXT), missing, Math.floor(seen.get(lao) / IN_TURN), place];
    });
    turns.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3]);
    return turns.map(([, , , place]) => ranked[place]);
  }

  // Number of results per value of each facet, given the other facets: {facet: Map of value and count}.
  facetCounts(words, narrowing) {
    const found = words.length ? this.matches(words.map(toBytes), null).found : this.all(null);
    const wanted = FACETS.filter((facet) => narrowing[facet]);
    const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
    for (const number of found.keys()) {
      const own = this.facetsOf(number);
      const against = wanted.filter((facet) => !own[facet].includes(narrowing[facet]));
      if (against.length > 1) continue;
      for (const facet of against.length ? against : FACETS) {
        for (const value of own[facet]) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
      }
    }
    return counts;
  }

  all(allowed) {
    const found = new Map();
    this.sections.forEach((_, number) => (!allowed || allowed[number]) && found.set(number, [TITLE, 0]));
    return found;
  }

  matches(words, allowed) {
    const whole = joined(words);
    const found = new Map();
    for (const [number, inTitle] of this.holding(whole, allowed)) found.set(number, [inTitle ? TITLE : TEXT, 0]);
    for (const number of this.withinNumbers(whole, found.keys())) found.set(number, [WORDS, 0]);
    const holding = words.length > 1 ? words.map((word) => this.holding(word, allowed)) : [];
    for (const number of holding[0]?.keys() ?? []) {
      if (!found.has(number) && holding.every((sections) => sections.has(number))) found.set(number, [WORDS, 0]);
    }
    if (found.size) return { found, near: "" };
    const bare = this.bareMatches(words, allowed);
    if (bare.size) return { found: bare, near: "" };
    const some = this.some(words, holding);
    if (some.size) return { found: some, near: "" };
    const near = this.longestPart(whole);
    for (const number of near ? this.holding(near, allowed, false).keys() : []) found.set(number, [NEAR, 0]);
    return { found, near };
  }

  // The sections that contain the words (Latin ones whole), and whether their titles do; visits each section once.
  holding(wanted, allowed, wholeWords = true) {
    const found = new Map();
    let position = this.text.indexOf(wanted);
    while (position >= 0) {
      if (wholeWords && cutsLatin(this.text, position, position + wanted.length)) {
        position = this.text.indexOf(wanted, position + 1);
        continue;
      }
      const number = this.sectionAt(position);
      if (!allowed || allowed[number]) found.set(number, position + wanted.length <= this.titles[number]);
      position = this.text.indexOf(wanted, this.starts[number + 1]);
    }
    return found;
  }

  // For a query that begins or ends with a digit: the sections that contain it only inside longer numbers.
  withinNumbers(whole, numbers) {
    const [before, after] = [/^[0-9]/.test(whole) ? "(?<![0-9])" : "", /[0-9]$/.test(whole) ? "(?![0-9])" : ""];
    if (!before && !after) return [];
    const alone = new RegExp(before + whole + after);
    return [...numbers].filter((number) => !alone.test(this.text.slice(this.starts[number], this.starts[number + 1])));
  }

  sectionAt(position) {
    let [least, most] = [0, this.sections.length - 1];
    while (least < most) {
      const middle = (least + most + 1) >> 1;
      if (this.starts[middle] <= position) least = middle;
      else most = middle - 1;
    }
    return least;
  }

  bareMatches(words, allowed) {
    const bare = words.map((word) => word.replace(BYTE_MARK, "")).filter(Boolean);
    if (!bare.length) return new Map();
    this.bare ??= this.text.replace(BYTE_MARK, "").split(SECTION_END);
    const found = new Map();
    this.bare.forEach((text, number) => {
      if ((!allowed || allowed[number]) && bare.every((word) => holdsWord(text, word))) found.set(number, [MARKS, 0]);
    });
    return found;
  }

  // Sections with some of the words, ordered by whether their LAO has all words, then by the number of matched letters.
  some(words, holding) {
    const letters = new Map();
    const wordsOfLao = new Map();
    holding.forEach((sections, place) => {
      if (words[place].length < WORTH) return;
      for (const number of sections.keys()) {
        letters.set(number, (letters.get(number) ?? 0) + words[place].length);
        const { lao } = this.sections[number];
        if (!wordsOfLao.has(lao)) wordsOfLao.set(lao, new Set());
        wordsOfLao.get(lao).add(place);
      }
    });
    const total = words.join("").length;
    const missing = (number, held) => total - held + (wordsOfLao.get(this.sections[number].lao).size === words.length ? 0 : total);
    return new Map([...letters].map(([number, held]) => [number, [SOME, missing(number, held)]]));
  }

  longestPart(whole) {
    const longest = (part) => {
      let [least, most] = [0, whole.length];
      while (least < most) {
        const middle = (least + most + 1) >> 1;
        if (this.text.includes(part(middle))) least = middle;
        else most = middle - 1;
      }
      return part(least);
    };
    const [beginning, end] = [longest((size) => whole.slice(0, size)), longest((size) => whole.slice(whole.length - size))];
    const best = end.length > beginning.length ? end : beginning;
    return best.length >= SHORTEST ? best : "";
  }
}

const BEFORE = 40;
const LENGTH = 160;
const BETWEEN = "[\\s.,:;()/“”\"'–-]{0,3}";
const ATTACHED = /[\u0e30-\u0e3a\u0e45-\u0e4e]/;

// A regular expression for texts with this key: Thai or Arabic digits, both forms of sara am, spaces and signs between letters.
const pattern = (key) =>
  key
    .match(/\u0e4d\u0e32|[^]/g)
    .map((letter) => {
      if (letter.length > 1) return "(?:\u0e33|\u0e4d\u0e32)";
      return /[0-9]/.test(letter) ? `[${letter}${String.fromCharCode(0x0e50 + Number(letter))}]` : letter.replace(/[^\u0e01-\u0e4ea-z]/g, "\\$&");
    })
    .join(BETWEEN);

// The part of a text around the words, else its beginning, as pairs of [text, whether it is one of the words].
export const excerpt = (text, words) => {
  const wanted = [words.join(""), ...words].filter(Boolean).map((key) => new RegExp(pattern(key), "i"));
  const match = wanted.map((expression) => expression.exec(text)).find(Boolean);
  let start = match ? Math.max(0, match.index - BEFORE) : 0;
  while (start > 0 && ATTACHED.test(text[start])) start -= 1;
  let end = start + LENGTH;
  while (end < text.length && ATTACHED.test(text[end])) end += 1;
  const shown = `${start ? "…" : ""}${text.slice(start, end).trim()}${end < text.length ? "…" : ""}`;
  return marked(shown, words);
};

// Splits a text at the words in sequence, else at each word.
export const marked = (text, words) => {
  const whole = new RegExp(`(${pattern(words.join("") || "\0")})`, "gi");
  const each = words.filter((word) => word.length > 1).map(pattern);
  const wanted = whole.test(text) || !each.length ? whole : new RegExp(`(${each.join("|")})`, "gi");
  return text.split(wanted).map((piece, place) => [piece, place % 2 === 1]).filter(([piece]) => piece);
};

const loaded = new Map();
const remembered = (address, load) => {
  if (!loaded.has(address)) {
    const promise = load(address);
    loaded.set(address, promise);
    promise.catch(() => loaded.delete(address));
  }
  return loaded.get(address);
};
const answer = async (address) => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
};

export const loadBundles = (root) => remembered(`${root}/text/index.json`, async (address) => (await (await answer(address)).json()).bundles);
export const loadFullText = (root, bundle) =>
  remembered(`${root}/text/${bundle}.txt`, async (address) => new FullText(new Uint8Array(await (await answer(address)).arrayBuffer())));

// Titles, texts and addresses of one LAO's sections, in the order of the bundle.
export const loadTexts = (root, { code, mark }) => remembered(`${root}/text/lao/${code}.json?${mark}`, async (address) => (await answer(address)).json());
