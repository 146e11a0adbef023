"""Check that the alignment table and the strategies link the same values."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.items import PlanItem, in_section
from generator.checks.rule import Hit, rule
from generator.findings import Severity
from generator.thai.text import quoted


@rule(
    "LINK-015",
    Severity.WARNING,
    title="ยุทธศาสตร์ใช้ค่านิยมที่ตารางความสอดคล้องไม่ได้ผูกไว้ หรือกลับกัน",
    why="ตารางความสอดคล้องแสดงว่าแผนตอบยุทธศาสตร์การพัฒนาท้องถิ่นข้อใด ค่านิยมที่อยู่เพียงที่เดียวจึงขาดความเชื่อมโยง",
    remedy="ตรวจกับเอกสาร ถ้าพิมพ์ผิดตอนบันทึก ให้แก้และแจ้งใน corrections ถ้าเอกสารพิมพ์เช่นนั้น ให้คงไว้และชี้แจงใน acknowledged",
)
def values_tied_in_one_place_only(item: PlanItem) -> Iterator[Hit]:
    """A strategy's value missing in the table's rows, or a table's value missing in the strategies."""
    table = item.plan.alignment
    names = {value.id: value.name for value in item.plan.values}
    aligned = {value for row in table.rows for value in row.values} if table else set()
    of_strategies = {value for strategy in item.plan.strategies for value in strategy.values}
    if table is None or not aligned or not of_strategies:
        return
    for index, strategy in enumerate(item.plan.strategies):
        for place, value in enumerate(strategy.values):
            if value not in aligned:
                yield Hit(
                    f"ยุทธศาสตร์ {quoted(strategy.name)} ใช้ค่านิยม {quoted(names.get(value, value))} "
                    f"ซึ่งตารางความสอดคล้อง{in_section(table.section)} ไม่ได้ผูกกับยุทธศาสตร์การพัฒนาท้องถิ่นใด",
                    ("strategies", index, "values", place),
                )
    for value in sorted(aligned - of_strategies):
        places = [
            ("alignment", "rows", index, "values", row.values.index(value))
            for index, row in enumerate(table.rows)
            if value in row.values
        ]
        yield Hit(
            f"ตารางความสอดคล้อง{in_section(table.section)} ผูกค่านิยม {quoted(names.get(value, value))} "
            f"แต่ไม่มียุทธศาสตร์ใดของแผนใช้ค่านิยมนี้",
            places[0],
            also=tuple(places[1:]),
        )


@rule(
    "LINK-016",
    Severity.NOTICE,
    title="ยุทธศาสตร์การพัฒนาท้องถิ่นที่ไม่มีค่านิยมใดสอดคล้อง",
    why="ตารางความสอดคล้องควรแสดงว่าการพัฒนาบุคลากรสนับสนุนยุทธศาสตร์การพัฒนาท้องถิ่นแต่ละข้ออย่างไร",
    remedy="ตรวจกับเอกสาร ถ้าเอกสารพิมพ์ขีดหรือเว้นว่าง ให้คงไว้ และพิจารณาในการปรับปรุงแผนครั้งต่อไป",
)
def local_strategies_without_a_value(item: PlanItem) -> Iterator[Hit]:
    """All rows of the table without a value, in one notice."""
    table = item.plan.alignment
    rows = table.rows if table else ()
    empty = [index for index, row in enumerate(rows) if not row.values]
    if table and empty:
        numbers = {one.id: one.number or one.name for one in item.plan.local_strategies}
        which = " ".join(numbers.get(rows[index].local_strategy, rows[index].local_strategy) for index in empty)
        paths = [("alignment", "rows", index) for index in empty]
        yield Hit(
            f"ตารางความสอดคล้อง{in_section(table.section)} ไม่มีค่านิยมที่ตรงกับยุทธศาสตร์การพัฒนาท้องถิ่น "
            f"{len(empty):,} จาก {len(rows):,} ข้อ (ที่ {which})",
            paths[0],
            also=tuple(paths[1:]),
        )


@rule(
    "LINK-017",
    Severity.WARNING,
    title="ตารางความสอดคล้องขัดกันเอง",
    why="ยุทธศาสตร์เดียวกันที่มีสองแถว หรือแถวที่มีทั้งขีดและค่านิยม ทำให้ไม่แน่ใจว่าสอดคล้องกับค่านิยมใด",
    remedy="ตรวจกับเอกสาร แล้วแก้แถวที่บันทึกผิดและแจ้งใน corrections ถ้าเอกสารพิมพ์เช่นนั้น ให้คงไว้และชี้แจงใน acknowledged",
)
def rows_that_contradict(item: PlanItem) -> Iterator[Hit]:
    """A local strategy with two rows that link different values, or a dash beside values."""
    rows = item.plan.alignment.rows if item.plan.alignment else ()
    names = {one.id: one.name for one in item.plan.local_strategies}
    first: dict[str, int] = {}
    for index, row in enumerate(rows):
        name = names.get(row.local_strategy, row.local_strategy)
        earlier = first.setdefault(row.local_strategy, index)
        if earlier != index and set(rows[earlier].values) != set(row.values):
            yield Hit(
                f"ยุทธศาสตร์การพัฒนาท้องถิ่น {quoted(name)} มีสองแถวที่ผูกค่านิยมต่างกัน",
                ("alignment", "rows", index),
                also=(("alignment", "rows", earlier),),
            )
        if row.values and (row.printed or "").strip() in ("-", "–"):
            yield Hit(
                f"แถวของ {quoted(name)} พิมพ์ขีด แต่ระบุค่านิยม {len(row.values):,} ข้อ",
                ("alignment", "rows", index, "printed"),
            )
