"""Check that an LAO's code, type, name and places in lao.yml are consistent. Uses no registry; see `registered.py`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.items import LaoItem
from generator.checks.rule import Hit, rule
from generator.findings import Severity
from generator.model.lao import LAO_TYPES
from generator.model.to_fill_in import NO_PROVINCE
from generator.thai.provinces import PROVINCES, province_named
from generator.thai.text import closest, quoted

_TYPE_OF_FIRST_DIGIT = {"2": "อบจ.", "3": "เทศบาลนคร", "4": "เทศบาลเมือง", "5": "เทศบาลตำบล"}
"""Without 6, which two LAOs kept when they became municipalities; 3 is also Pattaya's."""

_PREFIXES = {
    "name": (*LAO_TYPES, "ทต.", "ทม.", "ทน."),
    "district": ("อำเภอ", "อ."),
}


@rule(
    "NAME-001",
    Severity.ERROR,
    title="จังหวัดของ อปท. ไม่ใช่ชื่อจังหวัดในประเทศไทย",
    why="ชื่อจังหวัดใช้จัด อปท. เข้าหน้าจังหวัด ถ้าสะกดผิด ประชาชนจะหา อปท. จากหน้าจังหวัดไม่พบ",
    remedy="แก้ province ใน lao.yml ให้เป็นชื่อจังหวัดที่ถูกต้อง ไม่ต้องมีคำว่า จังหวัด",
)
def unknown_province(item: LaoItem) -> Iterator[Hit]:
    """A province that is not in the list of provinces."""
    province = item.lao.province
    if province_named(province) or province == NO_PROVINCE:
        return
    bare = province.strip().removeprefix("จังหวัด").removeprefix("จ.").strip()
    near = province_named(bare) or province_named(closest(bare, (one.name for one in PROVINCES.values())) or "")
    hint = f" หมายถึง “{near.name}” หรือไม่" if near else ""
    yield Hit(f"ไม่มีจังหวัดชื่อ {quoted(province)}{hint}", ("province",), suggestion=near.name if near else "")


@rule(
    "NAME-002",
    Severity.ERROR,
    title="รหัส อปท. เป็นของอีกจังหวัดหนึ่ง",
    why="หลักที่สองและสามของรหัส อปท. คือรหัสจังหวัด ถ้าไม่ตรงกัน รหัสหรือจังหวัดต้องผิดอย่างใดอย่างหนึ่ง และแผนอาจเป็นของ อปท. อื่น",
    remedy="ตรวจรหัสกับทะเบียนของกรมส่งเสริมการปกครองท้องถิ่น แล้วแก้ code (พร้อมชื่อโฟลเดอร์) หรือ province ใน lao.yml",
)
def province_of_another_code(item: LaoItem) -> Iterator[Hit]:
    """A province that is not the code's; a code without a province is ignored."""
    of_code, stated = PROVINCES.get(item.lao.code[1:3]), province_named(item.lao.province)
    if of_code and stated and of_code != stated:
        yield Hit(
            f"รหัส อปท. {item.lao.code} เป็นรหัสของจังหวัด{of_code.name} (หลักที่สองและสามคือ {of_code.code}) "
            f"แต่ข้อมูล อปท. ระบุจังหวัด{stated.name}",
            ("province",),
            also=(("code",),),
        )


@rule(
    "NAME-003",
    Severity.WARNING,
    title="ประเภทของ อปท. ไม่ตรงกับหลักแรกของรหัส",
    why="ในทะเบียน อปท. รหัสที่ขึ้นต้นด้วย 2 เป็น อบจ. 3 เป็นเทศบาลนครหรือเมืองพัทยา 4 เป็นเทศบาลเมือง และ 5 เป็นเทศบาลตำบล "
    "ประเภทกำหนดว่าคณะกรรมการใดเห็นชอบแผน",
    remedy="ตรวจรหัสและประเภทกับทะเบียนของกรมส่งเสริมการปกครองท้องถิ่น แล้วแก้ code หรือ type ใน lao.yml",
)
def type_of_another_code(item: LaoItem) -> Iterator[Hit]:
    """A type that no LAO with this first digit has."""
    meant = _TYPE_OF_FIRST_DIGIT.get(item.lao.code[0])
    stated = item.lao.type
    if meant and stated != meant and (item.lao.code[0], stated) != ("3", "เมืองพัทยา"):
        yield Hit(
            f"รหัส อปท. {item.lao.code} ขึ้นต้นแบบ{meant} แต่ข้อมูล อปท. ระบุประเภท{stated}", ("type",), also=(("code",),)
        )


@rule(
    "NAME-004",
    Severity.WARNING,
    title="ชื่อในข้อมูล อปท. มีคำนำหน้าที่ระบบเติมให้อยู่แล้ว",
    why="เว็บไซต์เขียนประเภทและคำว่า อำเภอ ให้เอง คำนำหน้าที่ใส่ซ้ำทำให้ชื่อบนทุกหน้าผิด เช่น อำเภออำเภอเมือง",
    remedy="ตัดคำนำหน้าออก ให้เหลือเฉพาะชื่อ",
)
def prefix_in_a_name(item: LaoItem) -> Iterator[Hit]:
    """A name or a district that contains the prefix added by the site."""
    for field, prefixes in _PREFIXES.items():
        value = getattr(item.lao, field) or ""
        prefix = next((one for one in prefixes if value.startswith(one) and value.strip() != one), None)
        if prefix and item.lao.type != "เมืองพัทยา":
            bare = value.removeprefix(prefix).strip()
            yield Hit(f"{field} {quoted(value)} มีคำว่า “{prefix}” นำหน้าชื่อ {quoted(bare)}", (field,), suggestion=bare)


@rule(
    "NAME-005",
    Severity.ERROR,
    title="ชื่อ อบจ. ไม่ใช่ชื่อจังหวัดของตน",
    why="องค์การบริหารส่วนจังหวัดมีจังหวัดละแห่งและใช้ชื่อจังหวัด ถ้าไม่ตรงกัน ชื่อหรือจังหวัดต้องผิดอย่างใดอย่างหนึ่ง",
    remedy="แก้ name หรือ province ใน lao.yml ให้ตรงกัน",
)
def provincial_organisation_of_another_name(item: LaoItem) -> Iterator[Hit]:
    """A provincial organisation whose name is not its province's."""
    lao = item.lao
    known = province_named(lao.province)
    if lao.type == "อบจ." and known and lao.name.strip() not in (known.name, f"อบจ.{known.name}"):
        yield Hit(
            f"อบจ. ชื่อ {quoted(lao.name)} แต่ข้อมูล อปท. ระบุจังหวัด{known.name}",
            ("name",),
            also=(("province",),),
            suggestion=known.name,
        )
