"""The fictional LAOs: real provinces, with names and codes that no LAO has.

No อบจ. is among them: it would have the name of its province, and so of a real LAO.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, zip_longest

from generator.model.lao import RegisteredLao
from generator.thai.provinces import PROVINCES, Province

FIRST_DISTRICT = 70
"""Lowest fourth and fifth digit of a fictional code: no province has half as many districts."""
MARK = "สมมุติ"
"""Prefix of every fictional name; no real LAO's name has it."""
_FIRST = (
    *("ธารา", "พนา", "ศิลา", "จันทร์", "ดารา", "เมฆา", "วารี", "บุปผา", "มาลี", "ทิวา"),
    *("นภา", "คีรี", "สาคร", "ชล", "เพชร", "แก้ว", "เงิน", "คำ", "นิล", "มณี"),
)
_LAST = (
    *("งาม", "ใหญ่", "น้อย", "เหนือ", "ใต้", "กลาง", "เจริญ", "สุข", "ชัย"),
    *("ทอง", "พัฒนา", "สามัคคี", "รุ่งเรือง", "ใหม่", "ไพศาล", "สวรรค์", "วิไล", "อุดม", "ภิรมย์"),
)
_MOST, _FEWEST = 334, 13
"""LAOs of the largest and the smallest province of a full nation."""
_A_DISTRICT, _DISTRICTS = 12, 29
"""LAOs per district, and districts per province; further LAOs are added to the districts."""
_KINDS = ("6", "6", "5", "6", "6", "5", "6", "6", "5", "6")
"""First digits of codes: two in three are อบต., as in the country."""
_TYPES = {"3": "เทศบาลนคร", "4": "เทศบาลเมือง", "5": "เทศบาลตำบล", "6": "อบต."}
_PREFIXES = {"อบต.": "องค์การบริหารส่วนตำบล", "อบจ.": "องค์การบริหารส่วนจังหวัด", "เมืองพัทยา": ""}


@dataclass(frozen=True, slots=True)
class Office:
    """An LAO with made-up plans."""

    code: str
    type: str
    name: str
    district: str
    province: str
    slug: str
    is_real: bool = False
    """Whether name and code are a real LAO's."""

    @property
    def full_name(self) -> str:
        """Return the name with its type, as documents print it."""
        return f"{_PREFIXES.get(self.type, self.type)}{self.name}"

    @property
    def head(self) -> str:
        """Return the title of its head."""
        return f"นายก{self.full_name}".replace("นายกเทศบาล", "นายกเทศมนตรี")

    @property
    def clerk(self) -> str:
        """Return the title of its chief administrator."""
        return "ปลัดเทศบาล" if self.type.startswith("เทศบาล") else f"ปลัด{_PREFIXES.get(self.type, '') or self.type}"

    @property
    def staff(self) -> str:
        """Return the term for its officers."""
        if self.type.startswith("เทศบาล"):
            return "พนักงานเทศบาล"
        return {"อบจ.": "ข้าราชการองค์การบริหารส่วนจังหวัด", "อบต.": "พนักงานส่วนตำบล"}.get(self.type, f"พนักงาน{self.type}")

    @property
    def committee(self) -> str:
        """Return the committee that approves its plans."""
        return f"คณะกรรมการ{self.staff}จังหวัด{self.province}"


def offices(count: int) -> list[Office]:
    """Return `count` LAOs, spread over the provinces: of 7,850, the largest province has about 334."""
    return list(islice(_all(), count))


def registered_offices(registry: Mapping[str, RegisteredLao], count: int) -> list[Office]:
    """Return `count` LAOs of a registry, taking provinces in turn; fewer if it has fewer."""
    below: dict[str, list[Office]] = {}
    for code, lao in sorted(registry.items()):
        if lao.province and lao.type in (*_PREFIXES, *_TYPES.values()):
            office = Office(code, lao.type, lao.name, lao.district, lao.province, "benchmark", is_real=True)
            below.setdefault(code[1:3], []).append(office)
    rounds = zip_longest(*(below[province] for province in sorted(below)))
    return list(islice((office for one in rounds for office in one if office), count))


def _all() -> Iterator[Office]:
    """Yield LAOs in rounds: one per province that is not yet full."""
    provinces = [province for code, province in PROVINCES.items() if code != "10"]
    last = len(provinces) - 1
    # Province sizes fall steeply from the largest to the smallest, 7,826 LAOs in all.
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
    turn, within = divmod(number, _A_DISTRICT * _DISTRICTS)
    district, place = divmod(within, _A_DISTRICT)
    at, district_at = number + 7 * rank, district + 11 * rank
    return Office(
        code=f"{kind}{province.code}{FIRST_DISTRICT + district}{place + 1 + turn * _A_DISTRICT:02}",
        type=_TYPES[kind],
        name=f"{MARK}{_FIRST[at % len(_FIRST)]}{_LAST[at // len(_FIRST) % len(_LAST)]}",
        district=f"{MARK}{_LAST[district_at % len(_LAST)]}{_FIRST[district_at // len(_LAST) % len(_FIRST)]}",
        province=province.name,
        slug=f"sommut-{number + 1}",
    )
