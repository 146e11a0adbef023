"""Wording shared by the completeness rules."""

from __future__ import annotations

from collections.abc import Iterable

from generator.thai.text import quoted

FILL_IN = (
    "เปิดเอกสารต้นทางดู ถ้ามีอยู่แล้วแต่ไม่ได้บันทึก ให้เติมในไฟล์และประกาศไว้ใน corrections: "
    "ถ้าเอกสารไม่มีจริง ให้ชี้แจงใน acknowledged: หรือเพิ่มเมื่อปรับปรุงแผน"
)
_SHOWN = 3


def listed(names: Iterable[str]) -> str:
    """Return up to three quoted names, and the number of others."""
    found = list(names)
    shown = " ".join(quoted(name) for name in found[:_SHOWN])
    return shown if len(found) <= _SHOWN else f"{shown} และอีก {len(found) - _SHOWN} รายการ"
