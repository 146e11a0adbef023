// Normalises text for search: different ways of typing the same text become equal. Implements the same rules as
// generator/thai/searching.py: change both together. Not a module, so that the filters of lists.js can use it at once; the
// finder and the search page use `folding` too.
globalThis.folding = (() => {
  const ABBREVIATIONS = {
    อบต: "องค์การบริหารส่วนตำบล",
    ทต: "เทศบาลตำบล",
    อบจ: "องค์การบริหารส่วนจังหวัด",
    ทม: "เทศบาลเมือง",
    ทน: "เทศบาลนคร",
    กทม: "กรุงเทพมหานคร",
    จพง: "เจ้าพนักงาน",
    จนท: "เจ้าหน้าที่",
    ผอ: "ผู้อำนวยการ",
    สนง: "สำนักงาน",
    จ: "จังหวัด",
    อ: "อำเภอ",
    ต: "ตำบล",
  };
  const ABBREVIATION =
    /(^|[^ก-ฺเ-๎])(?:(อบต|ทต)\.?|(อบจ|ทม|ทน|กทม|จพง|จนท|ผอ|สนง)(?:\.|(?![ก-ฺเ-๎]))|([จอต])\.)/g;

  const REPAIRS = [
    [/\u0e40\u0e40/g, "\u0e41"],
    [/\u0e45/g, "\u0e32"],
    [/\u0e4d([\u0e48-\u0e4b])/g, "$1\u0e4d"],
    [/([\u0e48-\u0e4b])([\u0e31\u0e34-\u0e3a\u0e47])/g, "$2$1"],
    [/([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\1+/g, "$1"],
    [/([\u0e01-\u0e2e]) +(?=[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e])/g, "$1"],
  ];
  const BETWEEN_WORDS = /[^0-9a-z\u00df-\u00f6\u00f8-\u024f\u0e01-\u0e3a\u0e40-\u0e4e]+/g;
  const THOUSANDS = /([0-9]),(?=[0-9]{3}(?![0-9]))/g;
  const MARKS = /[\u0e47-\u0e4c\u0e4e]/g;

  const keyWords = (text) => {
    let key = text.normalize("NFKC").toLowerCase();
    key = key.replace(/[๐-๙]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x0e20));
    key = key.replace(ABBREVIATION, (_, before, ...shorts) => `${before} ${ABBREVIATIONS[shorts.slice(0, 3).find(Boolean)]}`);
    key = key.replaceAll("\u0e33", "\u0e4d\u0e32");
    key = key.replace(THOUSANDS, "$1");
    for (const [pattern, replacement] of REPAIRS) key = key.replace(pattern, replacement);
    return key.replace(BETWEEN_WORDS, " ").trim().split(" ").filter(Boolean);
  };

  // Removes tone marks and similar signs, which are often mistyped.
  const withoutMarks = (key) => key.replace(MARKS, "");
  return { keyWords, withoutMarks };
})();
