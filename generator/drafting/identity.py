"""Who a new folder is for: what an officer or a registry states, the rest filled with words that say it is missing."""

from __future__ import annotations

from dataclasses import dataclass

from generator.errors import UsageError
from generator.model.lao import LAO_TYPES, PROVINCE_TO_FILL_IN
from generator.thai.provinces import PROVINCES, province_named
from generator.thai.text import closest, normalise

NO_NAME = "ยังไม่ได้ระบุชื่อ"

_TYPE_OF_FIRST_DIGIT = {"2": "อบจ.", "3": "เทศบาลนคร", "4": "เทศบาลเมือง", "5": "เทศบาลตำบล", "6": "อบต."}
# The registry's word for LAOs of a special kind, of which there is one with plans of this kind.
_REGISTRY_TYPES = {
    **LAO_TYPES,
    "ท้องถิ่นรูปแบบพิเศษ": "เมืองพัทยา",
    "ทน.": "เทศบาลนคร",
    "ทม.": "เทศบาลเมือง",
    "ทต.": "เทศบาลตำบล",
}


def _letters(kind: str) -> str:
    """Return a type as people type it who leave out full stops or put spaces in: `อบต`, `เทศบาล ตำบล`."""
    return kind.replace(".", "").replace(" ", "")


_KINDS = {_letters(word): kind for word, kind in _REGISTRY_TYPES.items()}


@dataclass(frozen=True, slots=True)
class Stated:
    """What somebody states about an LAO; empty where nothing is stated."""

    type: str = ""
    name: str = ""
    district: str = ""
    province: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """อปท. หนึ่งแห่ง: what goes into lao.yml."""

    code: str
    type: str
    name: str
    district: str
    """Empty where it is not stated."""
    province: str
    to_fill_in: tuple[str, ...]
    """Thai names of what is a guess or a stopgap."""


def identify(code: str, *statements: Stated) -> Identity:
    """Return the identity of an LAO; of several statements the first that says something counts.

    What nobody states is guessed from the code (the type, the province) or said to be missing. Raises UsageError for a
    type or a province that does not exist.
    """

    def said(field: str) -> str:
        return next((text for statement in statements if (text := normalise(getattr(statement, field)))), "")

    kind, province = said("type"), said("province").removeprefix("จังหวัด")
    to_fill_in = []
    if not kind:
        kind = _TYPE_OF_FIRST_DIGIT.get(code[0], "อบต.")
        to_fill_in.append("ประเภท (เดาจากรหัส)")
    known_kind = _KINDS.get(_letters(kind))
    if known_kind is None:
        raise UsageError(f"ไม่มีประเภท อปท. “{kind[:40]}” ใช้ {', '.join(dict.fromkeys(LAO_TYPES.values()))}")
    kind = known_kind
    name = _bare_name(said("name"), kind)
    if not name:
        name = NO_NAME
        to_fill_in.append("ชื่อ")
    district = said("district").removeprefix("อำเภอ")
    if not district:
        to_fill_in.append("อำเภอ")
    if province and province_named(province) is None:
        near = closest(province, (known.name for known in PROVINCES.values()))
        hint = f" หมายถึง “{near}” หรือไม่" if near else ""
        raise UsageError(f"ไม่มีจังหวัด “{province[:40]}”{hint}")
    if not province:
        known = PROVINCES.get(code[1:3])
        province = known.name if known else PROVINCE_TO_FILL_IN
        to_fill_in += [] if known else ["จังหวัด"]
    return Identity(code, kind, name, district, province, tuple(to_fill_in))


def _bare_name(name: str, kind: str) -> str:
    """Take the type off the front of a name: the format keeps it in a key of its own."""
    if kind == "เมืองพัทยา":
        return name.removeprefix("เมือง") or "พัทยา"
    for prefix, meaning in _REGISTRY_TYPES.items():
        if meaning == kind and name.startswith(prefix) and len(name) > len(prefix):
            return name.removeprefix(prefix).strip()
    return name
