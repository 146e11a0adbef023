"""The identity of a new folder's LAO: stated by an officer or found in a registry; stand-ins for missing values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import UsageError
from generator.model.lao import LAO_TYPES
from generator.model.to_fill_in import NO_NAME, NO_PROVINCE
from generator.reading import registry as registry_file
from generator.thai.provinces import PROVINCES, Province
from generator.thai.text import closest, fold_for_comparison, normalise

_TYPE_OF_FIRST_DIGIT = {"2": "อบจ.", "3": "เทศบาลนคร", "4": "เทศบาลเมือง", "5": "เทศบาลตำบล", "6": "อบต."}
# The registry's word for LAOs of a special kind, of which only one has such plans.
_REGISTRY_TYPES = {
    **LAO_TYPES,
    "ท้องถิ่นรูปแบบพิเศษ": "เมืองพัทยา",
    "ทน.": "เทศบาลนคร",
    "ทม.": "เทศบาลเมือง",
    "ทต.": "เทศบาลตำบล",
}


def _letters(kind: str) -> str:
    """Return the letters of a type, without the dots and spaces that people leave out or add: `อบต`, `เทศบาล ตำบล`."""
    return kind.replace(".", "").replace(" ", "")


_KINDS = {_letters(word): kind for word, kind in _REGISTRY_TYPES.items()}


@dataclass(frozen=True, slots=True)
class Stated:
    """Statements about an LAO; empty if not stated."""

    type: str = ""
    name: str = ""
    district: str = ""
    province: str = ""


@dataclass(frozen=True, slots=True)
class LaoIdentity:
    """อปท. หนึ่งแห่ง: values for lao.yml."""

    code: str
    type: str
    name: str
    district: str
    """Empty if not stated."""
    province: str
    to_fill_in: tuple[str, ...]
    """Thai names of guessed values and stand-ins."""


def identify(code: str, *statements: Stated) -> LaoIdentity:
    """Return the identity of an LAO; the first statement of a value counts.

    Unstated values are guessed from the code (the type, the province) or become stand-ins. Raises UsageError for an
    unknown type or province, and for a province that does not match the code.
    """

    def said(field: str) -> str:
        return next((text for statement in statements if (text := normalise(getattr(statement, field)))), "")

    kind, province = said("type"), _bare(said("province"), "จังหวัด", "จ.")
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
    district = _bare(said("district"), "อำเภอ", "อ.")
    if not district:
        to_fill_in.append("อำเภอ")
    of_code = PROVINCES.get(code[1:3])
    if province:
        province = _known_province(province, code, of_code)
    else:
        province = of_code.name if of_code else NO_PROVINCE
        to_fill_in += [] if of_code else ["จังหวัด"]
    return LaoIdentity(code, kind, name, district, province, tuple(to_fill_in))


def _known_province(stated: str, code: str, of_code: Province | None) -> str:
    """Return the standard spelling of a stated province."""
    folded = fold_for_comparison(stated)
    found = next((one for one in PROVINCES.values() if fold_for_comparison(one.name) == folded), None)
    if found is None:
        near = closest(stated, (one.name for one in PROVINCES.values()))
        hint = f" หมายถึง “{near}” หรือไม่" if near else ""
        raise UsageError(f"ไม่มีจังหวัด “{stated[:40]}”{hint}")
    if of_code and found != of_code:
        raise UsageError(
            f"รหัส อปท. {code} เป็นรหัสของจังหวัด{of_code.name} (หลักที่สองและสามคือ {of_code.code}) ไม่ใช่จังหวัด{found.name} "
            f"ซึ่งใช้ {found.code} ตรวจรหัสและจังหวัดกับทะเบียนของกรมส่งเสริมการปกครองท้องถิ่น"
        )
    return found.name


def _bare(name: str, *words: str) -> str:
    """Return a place's name without the word for its kind."""
    for word in words:
        if name.startswith(word) and name != word:
            return name.removeprefix(word).strip()
    return name


def _bare_name(name: str, kind: str) -> str:
    """Return a name without its type, which the format has under another key."""
    if kind == "เมืองพัทยา":
        return name.removeprefix("เมือง") or "พัทยา"
    for prefix, meaning in _REGISTRY_TYPES.items():
        if meaning == kind and name.startswith(prefix) and len(name) > len(prefix):
            return name.removeprefix(prefix).strip()
    return name


_SHOWN = 3


def read_registry(file: Path) -> dict[str, Stated]:
    """Return the entries of a registry by code; raise UsageError if the file is no such table."""
    return {
        code: Stated(lao.type, lao.name, lao.district, lao.province)
        for code, lao in registry_file.read_registry(file).items()
    }


def look_up(code: str, name: str, registry: Mapping[str, Stated], file: Path) -> Stated:
    """Return the entry of a code; raise UsageError with the codes that may be meant."""
    if code in registry:
        return registry[code]
    message = f"ไม่มีรหัส อปท. {code} ใน {file}"
    if near := _near(code, name, registry):
        raise UsageError(f"{message} อาจหมายถึง {' หรือ '.join(_shown(other, registry) for other in near)}")
    raise UsageError(f"{message} ตรวจรหัสกับทะเบียนของกรมส่งเสริมการปกครองท้องถิ่น")


def _near(code: str, name: str, registry: Mapping[str, Stated]) -> list[str]:
    """Return codes that may be meant: with the same name, of another type at the same place, or with similar digits."""
    named = [other for other, stated in registry.items() if name and stated.name == normalise(name)]
    # An upgraded LAO keeps the last six digits.
    upgraded = [other for other in registry if other[1:] == code[1:]]
    province = [other for other in registry if other[1:3] == code[1:3]]
    alike = closest(code, province) or closest(code, registry)
    return (named or upgraded or ([alike] if alike else []))[:_SHOWN]


def _shown(code: str, registry: Mapping[str, Stated]) -> str:
    row = registry[code]
    return f"{code} ({row.type} {row.name} อ.{row.district} จ.{row.province})"
