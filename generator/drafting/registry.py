"""Looks up an LAO in a registry: a code in, `Stated` out, or an error with similar codes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.drafting.identity import Stated
from generator.errors import UsageError
from generator.reading import registry as registry_file
from generator.thai.text import closest, normalise

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
