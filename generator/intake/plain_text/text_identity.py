"""LAO and cycle of a plan, as stated in its text. Nothing is looked up elsewhere."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from generator.checks.printed_years import spans
from generator.thai.provinces import PROVINCES
from generator.thai.years import Cycle

_RUN = "(?P<run>[ก-๎]{2,40})"
_TAMBON = "ต(?:ำ|ํา| ?า)บล"
_OFFICES = (
    ("เทศบาลนคร", "เทศ(?:บาล|มนตรี)นคร"),
    ("เทศบาลเมือง", "เทศ(?:บาล|มนตรี)เมือง"),
    ("เทศบาลตำบล", f"เทศ(?:บาล|มนตรี){_TAMBON}"),
    ("อบต.", f"(?:องค์การบริหารส่วน{_TAMBON}|(?<!ก\\.)(?<!ก\\. )อบต\\. ?)"),
    ("อบจ.", "(?:องค์การบริหารส่วนจังหวัด|อบจ\\. ?)"),
)
_MENTIONS = tuple((kind, re.compile(words + _RUN)) for kind, words in _OFFICES)
_PROVINCE = re.compile(f"จังหวัด ?(?P<name>{'|'.join(sorted((one.name for one in PROVINCES.values()), key=len)[::-1])})")
_DISTRICT = re.compile("อำเภอ ?(?P<name>(?!นาย)[ก-๎]{2,20})(?= {0,2}(?:จังหวัด|จ\\.))")
_NO_NAME = re.compile(
    "และ|หรือ|ที่|ให้|ต้อง|มี|ใน|ของ|เป็น|จะ|ได้|โดย|ทุก|แต่|กับ|ซึ่ง|ตาม|เพื่อ|จัด|กำหนด|แห่ง|ต่าง|อื่น|ใด|ดังกล่าว|นี้|นั้น|จึง|เรื่อง|อาจ|ควร"
    "|ทั้ง|แล้ว|หลัก|พนักงาน|จังหวัด|เทศบาล|องค์การ|กรุงเทพ|สำนักงาน|คณะ|ประกาศ|ถือ|ไม่|ร่วม|เพิ่ม|ทำ"
)
"""Words that may follow the type of an LAO if no name is given."""
_FEWEST = 2
_LONGEST = 23
"""Most characters of an LAO's name."""
TITLE_LINES = 60
"""Number of lines at the beginning in which to look for the title."""
_PLAN = re.compile("แผน ?(?:แม่บท)?(?:การ)?พัฒนา ?(?:บุคลากร|พนักงาน|ข้าราชการ)|ประจำปีงบประมาณ")


class TextIdentity(NamedTuple):
    """LAO and cycle stated in a text."""

    type: str
    """As `Lao.type`; empty if no LAO is named."""
    name: str
    province: str
    """Empty if not named."""
    district: str
    cycle: Cycle | None


def text_identity(text: str) -> TextIdentity:
    """Return the LAO of a text, by its most frequent name, and the years of its title."""
    kind, name = _named(text)
    province = Counter(found["name"] for found in _PROVINCE.finditer(text)).most_common(1)
    district = Counter(found["name"] for found in _DISTRICT.finditer(text)).most_common(1)
    return TextIdentity(
        kind, name, province[0][0] if province else "", district[0][0] if district else "", _cycle(text.split("\n"))
    )


def _named(text: str) -> tuple[str, str]:
    """Return type and name of the LAO named most often; of equally frequent names the longest."""
    found: dict[str, list[str]] = defaultdict(list)
    for kind, words in _MENTIONS:
        found[kind] += [match["run"] for match in words.finditer(text) if not _NO_NAME.match(match["run"])]
    kind, runs = max(found.items(), key=lambda one: len(one[1]))
    names = Counter({name: sum(run.startswith(name) for run in runs) for name in {run for run in runs if len(run) > 2}})
    best = max(names.values(), default=0)
    if not best or best < min(_FEWEST, len(runs)) or 3 * best < len(runs):
        return "", ""
    return kind, max((name for name, count in names.items() if count == best), key=lambda name: (len(name), name))


def _cycle(lines: list[str]) -> Cycle | None:
    """Return the three years in the title, else those most often stated for a plan."""
    title = (span for line in lines[:TITLE_LINES] if _PLAN.search(line) for span in spans(line))
    claimed = next((span for span in title if span.length == 3), None)
    if claimed:
        return _as_cycle(claimed.first, claimed.last)
    counts = Counter((span.first, span.last) for line in lines if _PLAN.search(line) for span in spans(line))
    return next((_as_cycle(*years) for years, _ in _by_count(counts) if years[1] - years[0] == 2), None)


def _by_count(counts: Counter[tuple[int, int]]) -> Iterable[tuple[tuple[int, int], int]]:
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))


def _as_cycle(first: int, last: int) -> Cycle:
    return Cycle.parse(f"{first}-{last}")
