"""Results that contradict themselves. They may exceed what was planned; that alone is nothing wrong."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.items import ResultsItem
from generator.checks.rule import Hit, rule
from generator.findings import Severity
from generator.thai.text import quoted


@rule(
    "RESULT-001",
    Severity.WARNING,
    title="ผู้ได้รับการพัฒนามากกว่าบุคลากรทั้งหมด",
    why="จำนวนผู้ได้รับการพัฒนานับจากบุคลากรทั้งหมด จึงมากกว่าไม่ได้ ตัวเลขใดตัวเลขหนึ่งน่าจะนับคนละอย่าง เช่น นับเป็นครั้ง",
    remedy="ตรวจว่าไม่ได้สลับ total กับ trained และนับผู้ที่อบรมหลายครั้งเป็นหนึ่งคน ถ้ามีผู้พ้นตำแหน่งระหว่างปี ให้ชี้แจงใน acknowledged:",
)
def more_trained_than_there_are(item: ResultsItem) -> Iterator[Hit]:
    """More people of a position type were trained than there are."""
    for index, one in enumerate(item.results.staff):
        total, trained = one.total_people, one.trained_people
        if total is not None and trained is not None and trained > total:
            yield Hit(
                f"{quoted(one.position_type)} ได้รับการพัฒนา {trained:,} คน มากกว่าทั้งหมด {total:,} คน",
                ("staff", index, "trained"),
                also=(("staff", index, "total"),),
            )
