"""Who the fictional LAOs are: codes and provinces as real ones have them, names that none has.

There is no อบจ. among them: such an LAO bears the name of its province, and so that of a real one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from generator.thai.provinces import PROVINCES, Province

_FIRST = (
    *("ธารา", "พนา", "ศิลา", "จันทร์", "ดารา", "เมฆา", "วารี", "บุปผา", "มาลี", "ทิวา"),
    *("นภา", "คีรี", "สาคร", "ชล", "เพชร", "แก้ว", "เงิน", "คำ", "นิล", "มณี"),
)
_LAST = (
    *("งาม", "ใหญ่", "น้อย", "เหนือ", "ใต้", "กลาง", "เจริญ", "สุข", "ชัย"),
    *("ทอง", "พัฒนา", "สามัคคี", "รุ่งเรือง", "ใหม่", "ไพศาล", "สวรรค์", "วิไล", "อุดม", "ภิรมย์"),
)
_MARK = "สมมุติ"
"""Begins every name: no LAO's does."""
_MOST, _FEWEST = 334, 13
"""LAOs of the largest and the smallest province of the whole nation."""
_A_DISTRICT = 14
"""LAOs of one district."""
_KINDS = ("6", "6", "5", "6", "6", "5", "6", "6", "5", "6")
"""First digits of codes: two in three are อบต., as in the country."""


@dataclass(frozen=True, slots=True)
class Office:
    """A fictional LAO."""

    code: str
    type: str
    name: str
    district: str
    province: str
    slug: str

    @property
    def full_name(self) -> str:
        """Return the name with its type, as documents print it."""
        return f"{_WORDS[self.type]}{self.name}"


_WORDS = {
    "เทศบาลนคร": "เทศบาลนคร",
    "เทศบาลเมือง": "เทศบาลเมือง",
    "เทศบาลตำบล": "เทศบาลตำบล",
    "อบต.": "องค์การบริหารส่วนตำบล",
}
_TYPES = {"3": "เทศบาลนคร", "4": "เทศบาลเมือง", "5": "เทศบาลตำบล", "6": "อบต."}


def offices(count: int) -> list[Office]:
    """Return so many LAOs, spread over the provinces: of 7,850, the largest province has some 334."""
    return list(islice(_all(), count))


def _all() -> Iterator[Office]:
    """Yield LAOs round by round: in each, every province that has not got all of its own gets one."""
    provinces = [province for code, province in PROVINCES.items() if code != "10"]
    last = len(provinces) - 1
    # Few provinces are large: sizes fall steeply from the largest to the smallest, 7,826 LAOs in all.
    falls = [(last - rank) ** 2 * (last + 2 * (last - rank)) for rank in range(last + 1)]
    sizes = [_FEWEST + (_MOST - _FEWEST) * fall // (3 * last**3) for fall in falls]
    number = 0
    while True:
        for rank, province in enumerate(provinces):
            if number < sizes[rank] or number >= _MOST:
                yield _office(province, rank, number)
        number += 1


def _office(province: Province, rank: int, number: int) -> Office:
    kind = "3" if number == 0 else "4" if number == 1 else _KINDS[number % len(_KINDS)]
    district, place = divmod(number, _A_DISTRICT)
    at = number + 7 * rank
    name = f"{_MARK}{_FIRST[at % len(_FIRST)]}{_LAST[at // len(_FIRST) % len(_LAST)]}"
    return Office(
        code=f"{kind}{province.code}{district % 99 + 1:02}{place + 1:02}",
        type=_TYPES[kind],
        name=name,
        district=f"{_MARK}{_LAST[district % len(_LAST)]}",
        province=province.name,
        slug=f"sommut-{number + 1}",
    )
