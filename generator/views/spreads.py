"""Spreads of figures as tables, and the position of one LAO in its group; for national pages alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from generator.facts.comparable import FEWEST, Group, Measure, Spread, Where
from generator.views.table_cells import BLANK, NONE, baht, count, empty, figure, phrase, words
from generator.views.tables import Cell, CellKind, Column, Look, Row, Table, head
from generator.words import comparing

_TENTH, _WHOLE = Decimal("0.1"), Decimal(1)


class SpreadPosition(NamedTuple):
    """The position of an LAO in the spreads of its group: the measures with one of the three words."""

    where: str
    """In words."""
    measures: tuple[str, ...]
    """In words; empty if the word applies to every measure with a value."""
    is_middle: bool = False


@dataclass(frozen=True, slots=True)
class SpreadsView:
    """The spreads of LAOs of one area, by type."""

    tables: tuple[Table, ...]
    """Of types with enough LAOs to count."""
    too_few: tuple[tuple[str, int], ...]
    """The other types, and the number of LAOs of each."""
    fewest: int
    """Fewest LAOs for which quartiles are shown."""


def spreads_view(groups: Sequence[Group], among: str) -> SpreadsView:
    """Return the spreads of some types; `among` names the area of the LAOs."""
    return SpreadsView(
        tables=tuple(
            _table(group, f"spread-{place}", among) for place, group in enumerate(groups, 1) if group.laos >= FEWEST
        ),
        too_few=tuple((group.type, group.laos) for group in groups if group.laos < FEWEST),
        fewest=FEWEST,
    )


def places(groups: Iterable[Group]) -> Mapping[str, tuple[SpreadPosition, ...]]:
    """Return the positions of each LAO, by its code; none for an LAO without a comparable figure."""
    found: dict[str, dict[Where, list[str]]] = {}
    for group in groups:
        for spread in group.spreads:
            for code, value in spread.values.items() if spread.quartiles else ():
                where = spread.quartiles.place(value) if spread.quartiles else Where.MIDDLE
                found.setdefault(code, {}).setdefault(where, []).append(comparing.MEASURE[spread.measure])
    return {code: tuple(_places(by_where)) for code, by_where in found.items()}


def _places(by_where: Mapping[Where, list[str]]) -> Iterable[SpreadPosition]:
    for where in Where:
        if where in by_where:
            measures = () if len(by_where) == 1 else tuple(by_where[where])
            yield SpreadPosition(comparing.WHERE[where], measures, where is Where.MIDDLE)


_QUARTERS = "ค่าที่แบ่งแห่งที่นับเป็นสี่ส่วนเท่ากัน"


def _table(group: Group, name: str, among: str) -> Table:
    laos = count(group.laos)
    note = phrase("{} แห่ง ยังไม่มีแผนที่ไม่ใช่ร่างในเว็บไซต์นี้", laos)
    if group.cycle:
        said = "{} แห่ง นับเฉพาะแผนรอบ {} ที่ไม่ใช่ร่าง"
        note = phrase(
            f"{said} ไม่นับ: {{}}" if group.left_out else said, laos, figure(group.cycle.slug), *_reasons(group)
        )
    leaves_out = any(spread.left_out for spread in group.spreads)
    return Table(
        name,
        words(f"{group.type}{among}"),
        (
            head("เรื่อง"),
            Column("นับ", "แห่ง", Look.NUMBER),
            Column("หนึ่งในสี่ไม่เกิน", look=Look.NUMBER, group=_QUARTERS),
            Column("ค่ากลาง", look=Look.NUMBER, group=_QUARTERS),
            Column("สามในสี่ไม่เกิน", look=Look.NUMBER, group=_QUARTERS),
            *((Column("ไม่นับเพิ่มจากข้างต้น", look=Look.SENTENCES),) if leaves_out else ()),
        ),
        tuple(_row(spread, leaves_out) for spread in group.spreads),
        note=note,
    )


def _reasons(of: Group | Spread) -> tuple[Cell, ...]:
    """Return the reasons for exclusion in one cell; none if nobody is excluded."""
    said = " · ".join(f"{comparing.LEFT_OUT[why]} {{}} แห่ง" for why in of.left_out)
    return (phrase(said, *map(count, of.left_out.values())),) if said else ()


def _row(spread: Spread, leaves_out: bool) -> Row:
    unit = " (บาท)" if spread.measure in comparing.IN_BAHT else ""
    quarters = (
        tuple(quartile(spread.measure, value) for value in spread.quartiles)
        if spread.quartiles
        else (NONE, empty(comparing.FEW), NONE)
    )
    title = words(f"{comparing.MEASURE[spread.measure]}{unit}")
    reasons = _reasons(spread) or (BLANK,) if leaves_out else ()
    return Row((title, count(len(spread.values)), *quarters, *reasons))


def quartile(measure: Measure, value: Decimal) -> Cell:
    """Return a quartile: counts to a tenth, amounts to the baht."""
    if measure in comparing.IN_BAHT:
        return baht(value.quantize(_WHOLE, ROUND_HALF_UP))
    rounded = value.quantize(_TENTH, ROUND_HALF_UP)
    return count(int(rounded)) if rounded == int(rounded) else Cell(CellKind.FIGURE, f"{rounded:,}")
