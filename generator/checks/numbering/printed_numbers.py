"""Parse a printed number: `๑`, `(๒)`, `๓)`, `๔.๑.`, `ข้อ ๕`, `ก.`, `b)`. No rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.thai.characters import LIST_LETTERS
from generator.thai.numerals import to_arabic
from generator.thai.text import normalise

_LONGEST = 40
_LABEL = "(?P<label>[^0-9()]{0,25}?) ?"
_NUMBER = re.compile(_LABEL + r"\(? ?(?P<before>(?:[0-9]{1,3} ?[.] ?){0,6})(?P<last>[0-9]{1,4}) ?[.):]{0,2}")
_LETTER = re.compile(_LABEL + r"\(?(?P<letter>[ก-ฮ]|[a-z]) ?[.):]{0,2}")
_ROMAN = re.compile("(x{0,3})(ix|iv|v?i{0,3}) ?[.):]{0,2}")
_UNITS = {unit: value for value, unit in enumerate(("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"))}
_LATIN_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LABELS = re.compile(
    "(?:ลำดับ|ข้อ|ยุทธศาสตร์|กลยุทธ์|ค่านิยม|โครงการ|กิจกรรม|หลักสูตร|ครั้ง|ขั้น|ขั้นตอน|รูปแบบ|วิธี|ด้าน|กลุ่ม|หมายเลข|เลข|แบบ|ส่วน)?(?:ที่)?"
    "|[A-Za-z]{1,6} ?-?|[ก-ฮ] ?[.)-]?"
)
_BULLET = re.compile("[-–—−•·*●○▪◦>✓✔.…]{1,3}")


@dataclass(frozen=True, slots=True)
class Printed:
    """A parsed number."""

    series: str
    """The text before its last part, and whether that is a figure or a letter: numbers only continue within one."""
    before: tuple[int, ...]
    """The parts before the last: 4 of `๔.๑`."""
    last: int
    """The last part; 1 for ก and a."""


@lru_cache(maxsize=2048)
def _read(text: str) -> Printed | None:
    plain = to_arabic(normalise(text))
    match = _NUMBER.fullmatch(plain) or _LETTER.fullmatch(plain.lower())
    roman = _ROMAN.fullmatch(plain.lower().lstrip("("))
    if roman and (roman[1] or roman[2]):
        # A single i, v or x may be a letter too; few lists of letters are that long.
        return Printed("i", (), 10 * len(roman[1]) + _UNITS[roman[2]])
    if match is None or not _LABELS.fullmatch(match["label"]):
        return None
    if letter := match.groupdict().get("letter"):
        letters = LIST_LETTERS if letter >= "ก" else _LATIN_LETTERS
        return Printed(f"{match['label']}{letters[0]}", (), letters.index(letter) + 1) if letter in letters else None
    before = tuple(int(part) for part in re.findall("[0-9]+", match["before"]))
    return Printed(f"{match['label']}{'.'.join(map(str, before))}", before, int(match["last"]))


def read_printed(text: str | None) -> Printed | None:
    """Return the parsed number, or None if there is none; Thai letters count without ฃ and ฅ."""
    return _read(text) if text and len(text) <= _LONGEST else None


def is_blank_or_bullet(text: str | None) -> bool:
    """Return whether the number is missing, or a bullet."""
    plain = normalise(text[:_LONGEST]) if text else ""
    return not plain or bool(_BULLET.fullmatch(plain))
