"""Search keys of Thai text, in which different ways of typing the same thing are equal.

`theme_overrides/assets/js/folding.js` makes the same keys in the browser; `tests/site/test_search.py` compares the two.
So this module uses only tables and regular expressions that both languages have.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from generator.thai.characters import TO_ARABIC

_ABBREVIATIONS = (
    # Unambiguous: the dot is optional, and the name may follow directly.
    ("อบต", True, "องค์การบริหารส่วนตำบล"),
    ("ทต", True, "เทศบาลตำบล"),
    # Other words may start like these: ทมิฬ, ทนาย, อบจน.
    ("อบจ", False, "องค์การบริหารส่วนจังหวัด"),
    ("ทม", False, "เทศบาลเมือง"),
    ("ทน", False, "เทศบาลนคร"),
    ("กทม", False, "กรุงเทพมหานคร"),
    ("จพง", False, "เจ้าพนักงาน"),
    ("จนท", False, "เจ้าหน้าที่"),
    ("ผอ", False, "ผู้อำนวยการ"),
    ("สนง", False, "สำนักงาน"),
    ("จ", None, "จังหวัด"),
    ("อ", None, "อำเภอ"),
    ("ต", None, "ตำบล"),
)
"""Abbreviation, whether a name may follow directly (None: the dot is required), expansion."""

_THAI = "\u0e01-\u0e3a\u0e40-\u0e4e"
_ENDINGS = {True: r"\.?", False: rf"(?:\.|(?![{_THAI}]))", None: r"\."}
_WHOLE = {short: whole for short, _, whole in _ABBREVIATIONS}
_ABBREVIATION = re.compile(
    f"(^|[^{_THAI}])(?:" + "|".join(f"({short}){_ENDINGS[ending]}" for short, ending, _ in _ABBREVIATIONS) + ")"
)
_REPAIRS = (
    (re.compile("\u0e40\u0e40"), "\u0e41"),  # two sara e for a sara ae
    (re.compile("\u0e45"), "\u0e32"),  # lakkhangyao, which looks like sara aa
    (re.compile("\u0e4d([\u0e48-\u0e4b])"), r"\1" + "\u0e4d"),  # sara am in two parts, with the tone mark between them
    (re.compile("([\u0e48-\u0e4b])([\u0e31\u0e34-\u0e3a\u0e47])"), r"\2\1"),  # a tone mark before its vowel
    (re.compile("([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\\1+"), r"\1"),  # a duplicate mark
    (re.compile("([\u0e01-\u0e2e]) +(?=[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e])"), r"\1"),  # a mark after a space
)
_BETWEEN_WORDS = re.compile(f"[^0-9a-z\u00df-\u00f6\u00f8-\u024f{_THAI}]+")
_THOUSANDS = re.compile("([0-9]),(?=[0-9]{3}(?![0-9]))")
_LATIN = "a-z\u00df-\u00f6\u00f8-\u024f"
_LATIN_RUN = re.compile(f"[{_LATIN}]+")
_MARKS = re.compile("[\u0e47-\u0e4c\u0e4e]")  # not the circle of a sara am


@dataclass(frozen=True, slots=True)
class SearchKey:
    """The search key of a text."""

    words: tuple[str, ...]
    """Text between spaces and signs."""

    @property
    def whole(self) -> str:
        """The key without spaces and signs."""
        return "".join(self.words)

    @property
    def starts(self) -> frozenset[int]:
        """The indexes in `whole` at which words start."""
        starts, at = set(), 0
        for word in self.words:
            starts.add(at)
            at += len(word)
        return frozenset(starts)


def search_key(text: str) -> SearchKey:
    """Return the search key: lower case, sara am in two parts, marks in order, abbreviations expanded.

    Digits are Arabic, and amounts have no commas.
    """
    text = unicodedata.normalize("NFKC", text).lower().translate(TO_ARABIC)
    text = _ABBREVIATION.sub(lambda found: f"{found[1]} {_WHOLE[found[found.lastindex or 0]]}", text)
    # Expansions contain a composed sara am; its parts are put in order below.
    text = text.replace("\u0e33", "\u0e4d\u0e32")
    text = _THOUSANDS.sub(r"\1", text)
    for pattern, replacement in _REPAIRS:
        text = pattern.sub(replacement, text)
    return SearchKey(tuple(_BETWEEN_WORDS.sub(" ", text).split()))


def latin_insides(words: tuple[str, ...]) -> frozenset[int]:
    """Return the indexes in `"".join(words)` inside a Latin word: Latin words are not matched by a part."""
    insides: set[int] = set()
    at = 0
    for word in words:
        for run in _LATIN_RUN.finditer(word):
            insides.update(range(at + run.start() + 1, at + run.end()))
        at += len(word)
    return frozenset(insides)


def joined(words: Sequence[str]) -> str:
    """Return words of `key_words` without spaces, except between two Latin words."""
    text = "".join(words[:1])
    for word in words[1:]:
        text += f" {word}" if _is_latin(text[-1]) and _is_latin(word[0]) else word
    return text


def cuts_latin(text: str, start: int, end: int) -> bool:
    """Return whether a range of a text made by `joined` starts or ends inside a Latin word."""
    return (start > 0 and _is_latin(text[start - 1]) and _is_latin(text[start])) or (
        end < len(text) and _is_latin(text[end - 1]) and _is_latin(text[end])
    )


def holds_word(text: str, word: str) -> bool:
    """Return whether a text made by `joined` contains a word; Latin words match only as a whole."""
    at = text.find(word)
    while at >= 0 and cuts_latin(text, at, at + len(word)):
        at = text.find(word, at + 1)
    return at >= 0


def _is_latin(letter: str) -> bool:
    return "a" <= letter <= "z"


def without_marks(key: str) -> str:
    """Return the key without tone marks and other marks that are easily mistyped."""
    return _MARKS.sub("", key)


def key_words(text: str) -> list[str]:
    """Return the words of a text as search keys: only Thai letters and ASCII.

    Latin letters lose their accents, so that every letter in the files is one byte.
    """
    return [word for word in (_one_byte(word) for word in search_key(text).words) if word]


def text_key(text: str) -> str:
    """Return the search key of a text, without spaces except between two Latin words."""
    return joined(key_words(text))


def _one_byte(word: str) -> str:
    if word.isascii():
        return word
    return "".join(
        letter for letter in unicodedata.normalize("NFD", word) if letter < "\x80" or "\u0e01" <= letter <= "\u0e4e"
    )
