"""The spellings declared in lao.yml under `name_variants`, sorted by what they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from generator.checks.memos import IdentityMemo, folded
from generator.checks.names.near import mistyped
from generator.model.cells import meaning
from generator.model.lao import Lao, NameVariant
from generator.thai.text import normalise

_OFFICE = re.compile(
    r"(?:นายก|ปลัด)? ?(?:(?:เทศบาล|เทศมนตรี|องค์การ ?บริหาร ?ส่วน) ?(?:ตำบล|เมือง|นคร|จังหวัด)?"
    r"|ตำบล|ทต\.|ทม\.|ทน\.|อบต\.|อบจ\.) ?"
)
_DISTRICT = re.compile(r"(?:อำเภอ|อ\.) ?")
_PROVINCE = re.compile(r"(?:จังหวัด|จ\.) ?")


class Stands(Enum):
    """What a declared spelling means."""

    OWN_NAME = "the LAO's own name, mistyped"
    OTHER_NAME = "another name altogether"
    DISTRICT = "the district"
    PROVINCE = "the province"


@dataclass(frozen=True, slots=True)
class Declared:
    """One spelling, from all entries of name_variants that print it."""

    name: str
    """The name as printed, without the words before it."""
    stands: Stands
    """What it means."""
    index: int
    """Index of the first entry."""
    count: int
    """Count in the whole document if known, else 0."""


def _declared_by(lao: Lao) -> tuple[Declared, ...]:
    found: dict[str, Declared] = {}
    for index, variant in enumerate(lao.name_variants):
        name, stands = _sorted_out(lao, variant)
        if stands is None or len(name) < 2:
            continue
        key = folded(name)
        first = found.get(key) or Declared(name, stands, index, 0)
        found[key] = Declared(first.name, first.stands, first.index, max(first.count, meaning(variant.count) or 0))
    return tuple(found.values())


declared: IdentityMemo[Lao, tuple[Declared, ...]] = IdentityMemo(_declared_by)
"""Returns the spellings that differ from the LAO's names by more than spaces and the words before them."""


def _sorted_out(lao: Lao, variant: NameVariant) -> tuple[str, Stands | None]:
    text = normalise(variant.text)
    for pattern, own, stands in (
        (_DISTRICT, lao.district or "", Stands.DISTRICT),
        (_PROVINCE, lao.province, Stands.PROVINCE),
    ):
        if before := pattern.match(text):
            name = text[before.end() :]
            return name, None if folded(name) == folded(own) else stands
    before = _OFFICE.match(text)
    name = text[before.end() :] if before else text
    if folded(name) == folded(lao.name):
        return name, None
    if lao.district and mistyped(lao.district, name) and not mistyped(lao.name, name):
        return name, Stands.DISTRICT
    return name, Stands.OWN_NAME if mistyped(lao.name, name.replace(" ", "")) else Stands.OTHER_NAME
