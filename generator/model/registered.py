"""An LAO as the national registry has it: what identities are held against, and what drafts are filled in from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RegisteredLao:
    """ข้อมูลของ อปท. ในทะเบียน: what the national registry says of one code."""

    type: str
    """ประเภท: as `Lao.type`; the registry's own word where it is none of those."""
    name: str
    """ชื่อ: without the type."""
    district: str
    """อำเภอ: without the word อำเภอ; of a provincial organisation, that of its seat; empty where none is stated."""
    province: str
    """จังหวัด: without the word จังหวัด; empty where the registry's number is that of none."""
