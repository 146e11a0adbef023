"""Material changes after approval without a declaration (master plan, section 19), found in the versions of a plan."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.checks.items import PlanItem
from generator.checks.rule import Hit, rule
from generator.checks.shown_history import shown_text
from generator.findings import Severity
from generator.history.revisions import Undeclared
from generator.thai.text import quoted

_SHOWN = 5


@rule(
    "CHANGE-004",
    Severity.WARNING,
    title="สาระสำคัญต่างจากฉบับที่เห็นชอบ ยังไม่พบการปรับปรุงแผนรองรับ",
    why="แผนที่คณะกรรมการเห็นชอบแล้วจะแก้โครงการ งบประมาณ ระยะเวลา ผู้รับผิดชอบ หรือแผนรายบุคคล ต้องเสนอเป็นการปรับปรุงแผน "
    "ถ้าข้อมูลเปลี่ยนโดยไม่บอกที่มา ผู้อ่านไม่รู้ว่าเป็นการปรับปรุงแผนหรือการแก้ข้อมูลที่บันทึกผิด",
    clause="แผนแม่บทการพัฒนาบุคลากร ข้อ ๑๙",
    remedy="ถ้าคณะกรรมการเห็นชอบการปรับปรุงแล้ว ให้เพิ่มใน amendments: ถ้าคัดจากเอกสารผิด ให้แก้และประกาศใน corrections:",
)
def undeclared_change(item: PlanItem) -> Iterator[Hit]:
    """A material change in a version of the plan that no amendment or correction names."""
    for number, found in groupby(item.history.undeclared, key=lambda one: one.number):
        of_version = list(found)
        where = f"รุ่นที่ {number}" if number is not None else "ข้อมูลที่ยังไม่ได้บันทึก (commit)"
        items = ", ".join(_item_in_words(one) for one in of_version[:_SHOWN])
        more = f" และอีก {len(of_version) - _SHOWN:,} รายการ" if len(of_version) > _SHOWN else ""
        yield Hit(f"{where} แก้ {items}{more} โดยไม่มีการปรับปรุงแผนหรือประกาศแก้ไขรองรับ", (), remedy=_remedy(of_version))


def _item_in_words(one: Undeclared) -> str:
    change = one.change
    name = quoted(shown_text(change.name)[:60]) if change.name else change.id
    return f"{change.label or change.thing} ของ {name}" if change.label and name else change.label or change.thing


def _remedy(found: list[Undeclared]) -> str:
    """Return the remedy with the block to paste; only ids, as only the LAO knows reason and day."""
    ids = ", ".join(dict.fromkeys(one.change.id for one in found if one.change.id))
    if not ids:
        return ""
    return (
        "ถ้าคณะกรรมการเห็นชอบการปรับปรุงแล้ว ให้เพิ่มใน amendments: ของ plan.yml เช่น\n"
        f"  - {{number: ๑, reason: เหตุผล, resolution_date: วันที่มีมติ, ids: [{ids}]}}\n"
        "ถ้าเป็นการแก้ที่คัดจากเอกสารผิด ให้เพิ่มใน corrections: เช่น\n"
        f"  - {{date: วันที่แก้, kind: transcription, reason: เหตุผล, ids: [{ids}]}}"
    )
