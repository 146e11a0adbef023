"""Spreads of figures as tables, and where one LAO stands in that of its group; for national pages alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from generator.facts.comparable import FEWEST, Group, Measure, Spread, Where
from generator.views.table_cells import NONE, baht, count, empty, figure, lines, phrase, words
from generator.views.tables import Cell, Column, Form, Kind, Look, Row, Table, head
from generator.words import comparing

_OF_COUNTS = frozenset({Measure.PROJECTS, Measure.POSITIONS})
_TENTH, _WHOLE = Decimal("0.1"), Decimal(1)


class Place(NamedTuple):
    """Where an LAO stands in the spreads of its group: the measures of one of the three words."""

    where: str
    """In words."""
    measures: tuple[str, ...]
    """In words; none where the word holds for every measure that has one."""


@dataclass(frozen=True, slots=True)
class SpreadView:
    """The spreads of one type of LAO."""

    type: str
    laos: int
    cycle: str | None
    table: Table


def spread_view(group: Group, name: str, among: str) -> SpreadView:
    """Return the spreads of a group; `name` is that of the table, `among` says of which area the LAOs are."""
    cycle = group.cycle.slug if group.cycle else None
    caption = f"{group.type}{among}"
    return SpreadView(group.type, group.laos, cycle, _table(group, name, caption))


def places(groups: Iterable[Group]) -> Mapping[str, tuple[Place, ...]]:
    """Return where each LAO stands, by its code; of an LAO without a comparable figure there is nothing."""
    found: dict[str, dict[Where, list[str]]] = {}
    for group in groups:
        for spread in group.spreads:
            for code, value in spread.values.items() if spread.quartiles else ():
                where = spread.quartiles.place(value) if spread.quartiles else Where.MIDDLE
                found.setdefault(code, {}).setdefault(where, []).append(comparing.MEASURE[spread.measure])
    return {code: tuple(_places(by_where)) for code, by_where in found.items()}


def _places(by_where: Mapping[Where, list[str]]) -> Iterable[Place]:
    for where in Where:
        if where in by_where:
            yield Place(comparing.WHERE[where], () if len(by_where) == 1 else tuple(by_where[where]))


def _table(group: Group, name: str, caption: str) -> Table:
    note = (
        phrase("{} แห่ง เทียบเฉพาะแผนรอบ {} ที่ข้อมูลเทียบกันได้ ไม่รวมร่าง", count(group.laos), figure(group.cycle.slug))
        if group.cycle
        else phrase("{} แห่ง ยังไม่มีแผนที่ไม่ใช่ร่างในเว็บไซต์นี้", count(group.laos))
    )
    return Table(
        name,
        words(caption),
        (
            head("เรื่อง"),
            Column("นับ", "แห่ง", Look.NUMBER),
            Column("หนึ่งในสี่ไม่เกิน", look=Look.NUMBER, group="ค่าที่แบ่งแห่งที่นับเป็นสี่ส่วนเท่ากัน"),
            Column("ค่ากลาง", look=Look.NUMBER, group="ค่าที่แบ่งแห่งที่นับเป็นสี่ส่วนเท่ากัน"),
            Column("สามในสี่ไม่เกิน", look=Look.NUMBER, group="ค่าที่แบ่งแห่งที่นับเป็นสี่ส่วนเท่ากัน"),
            Column("ไม่นับ เพราะ"),
        ),
        tuple(_row(spread) for spread in group.spreads),
        form=Form.CARDS,
        note=note,
    )


def _row(spread: Spread) -> Row:
    title = words(f"{comparing.MEASURE[spread.measure]} ({comparing.UNIT[spread.measure]})")
    left_out = [
        phrase("{} {} แห่ง", words(comparing.LEFT_OUT[why]), count(number)) for why, number in spread.left_out.items()
    ]
    quarters = (
        tuple(quartile(spread.measure, value) for value in spread.quartiles)
        if spread.quartiles
        else (NONE, empty(f"{comparing.FEW} (น้อยกว่า {FEWEST} แห่ง)"), NONE)
    )
    return Row((title, count(len(spread.values)), *quarters, lines(*left_out) if left_out else NONE))


def quartile(measure: Measure, value: Decimal) -> Cell:
    """Return a value that divides: counts to a tenth, amounts to the baht."""
    if measure not in _OF_COUNTS:
        return baht(value.quantize(_WHOLE, ROUND_HALF_UP))
    rounded = value.quantize(_TENTH, ROUND_HALF_UP)
    return count(int(rounded)) if rounded == int(rounded) else Cell(Kind.FIGURE, f"{rounded:,}")
