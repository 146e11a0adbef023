"""Compare an LAO with the national registry's entry for its code. Silent without a registry."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.items import LaoItem, RegisteredLao
from generator.checks.memos import folded
from generator.checks.rule import Hit, rule
from generator.findings import Severity
from generator.model.lao import LAO_TYPES, Lao
from generator.thai.text import quoted

_FIELDS = {"type": "ประเภท", "name": "ชื่อ", "district": "อำเภอ", "province": "จังหวัด"}


@rule(
    "NAME-006",
    Severity.ERROR,
    title="ข้อมูล อปท. ไม่ตรงกับทะเบียน",
    why="ชื่อ ประเภท อำเภอ และจังหวัดบอกว่าแผนเป็นของใคร ชื่อ อปท. ซ้ำกันมากทั่วประเทศ "
    "ข้อมูลที่ไม่ตรงทะเบียนทำให้เข้าใจผิดว่าเป็นแผนของ อปท. อื่น",
    remedy="ตรวจกับทะเบียนของกรมส่งเสริมการปกครองท้องถิ่น แล้วแก้ lao.yml ถ้าทะเบียนที่ใช้เก่ากว่าการเปลี่ยนชื่อหรือฐานะ ให้ดาวน์โหลดฉบับใหม่",
)
def differs_from_the_registry(item: LaoItem) -> Iterator[Hit]:
    """A type, name, district or province that differs from the registry's; missing values never differ."""
    known = item.reference.registry.get(item.lao.code)
    if known is None:
        return
    for field, words in _FIELDS.items():
        stated, registered = getattr(item.lao, field) or "", getattr(known, field)
        if stated and registered and not _same(field, item.lao, known):
            yield Hit(
                f"{words} {quoted(stated)} ไม่ตรงกับทะเบียน อปท. ซึ่งรหัส {item.lao.code} ใช้ว่า {quoted(registered)}",
                (field,),
                suggestion=registered,
            )


@rule(
    "NAME-007",
    Severity.WARNING,
    title="ไม่มีรหัส อปท. นี้ในทะเบียน",
    why="รหัสเป็นสิ่งเดียวที่แยก อปท. ชื่อซ้ำออกจากกัน รหัสที่ทะเบียนไม่มีอาจพิมพ์ผิด หรือเปลี่ยนไปเมื่อ อปท. ยกฐานะหรือรวมกัน",
    remedy="ตรวจรหัสกับทะเบียนของกรมส่งเสริมการปกครองท้องถิ่น ถ้ารหัสเปลี่ยน ให้ใส่รหัสใหม่ใน code และเก็บรหัสเดิมไว้ใน former_codes",
)
def code_not_in_the_registry(item: LaoItem) -> Iterator[Hit]:
    """A code that is not in the registry."""
    registry, lao = item.reference.registry, item.lao
    if not registry or lao.code in registry:
        return
    near = [
        code for code, known in registry.items() if known.name == lao.name.strip() and known.province == lao.province
    ] or [code for digit in "23456" if (code := digit + lao.code[1:]) in registry]
    shown = " หรือ ".join(f"{code} ({registry[code].type}{registry[code].name})" for code in near[:3])
    hint = f" อาจหมายถึง {shown}" if near else ""
    yield Hit(f"ไม่มีรหัส อปท. {lao.code} ในทะเบียนที่ใช้ตรวจ{hint}", ("code",))


def _same(field: str, lao: Lao, known: RegisteredLao) -> bool:
    if field == "type":
        return known.type == lao.type or known.type not in LAO_TYPES.values()
    if field == "district" and lao.type == "อบจ.":
        return True  # its seat is not part of its identity
    stated, registered = (_bare(field, getattr(one, field) or "") for one in (lao, known))
    return stated == registered


def _bare(field: str, value: str) -> str:
    """Return a folded name without the parts that NAME-001 and NAME-004 report."""
    prefixes = {"name": (*LAO_TYPES, "เมืองพัทยา"), "district": ("อำเภอ",), "province": ("จังหวัด",)}[field]
    value = value.strip()
    if value == "เมืองพัทยา":
        return "พัทยา"
    for prefix in prefixes:
        if value.startswith(prefix) and value != prefix:
            value = value.removeprefix(prefix)
    return folded(value)


@rule(
    "NAME-032",
    Severity.WARNING,
    title="รหัสเดิมที่ อปท. มากกว่าหนึ่งแห่งอ้าง",
    why="รหัสเดิมพาผู้อ่านจากทะเบียนและลิงก์เก่ามายัง อปท. ที่ใช้รหัสนั้นมาก่อน ถ้าสองแห่งอ้างรหัสเดียวกัน ไม่มีใครรู้ว่าหมายถึงแห่งใด",
    remedy="ตรวจรหัสเดิมกับทะเบียนของกรมส่งเสริมการปกครองท้องถิ่น แล้วลบออกจาก former_codes ของ อปท. ที่ไม่เคยใช้รหัสนั้น",
)
def former_code_of_two(item: LaoItem) -> Iterator[Hit]:
    """A former code that another LAO of this website claims too."""
    own = item.lao_folder.path.rpartition("/")[2]
    for index, former in enumerate(item.lao.former_codes):
        others = [folder for folder in item.reference.former_codes.get(former.code, ()) if folder != own]
        if others:
            named = ", ".join(others[:3]) + (f" และอีก {len(others) - 3:,} แห่ง" if len(others) > 3 else "")
            yield Hit(f"รหัสเดิม {former.code} ของ {own} มี อปท. อื่นอ้างด้วย คือ {named}", ("former_codes", index, "code"))
