"""An LAO in the national registry, for checking identities and filling in drafts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RegisteredLao:
    """ข้อมูลของ อปท. ในทะเบียน: the registry's entry of one code."""

    type: str
    """ประเภท: as `Lao.type`, else the registry's own word."""
    name: str
    """ชื่อ: without the type."""
    district: str
    """อำเภอ: without the word อำเภอ; for a provincial organisation, that of its seat; empty if not stated."""
    province: str
    """จังหวัด: without the word จังหวัด; empty if the registry's number is not a province's."""
