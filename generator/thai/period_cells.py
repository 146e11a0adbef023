"""Reads a printed cell of time: quarters, the whole year, not run, nothing, or words.

In: the text of a cell as printed, with its fiscal year or cycle. Out: a `PeriodReading` per fiscal year; never raises,
and what is not certain is UNREAD.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from generator.thai.cell_tokens import Token, read_cell
from generator.thai.period_lexicon import tokens_of
from generator.thai.period_terms import Month, PeriodTerm, UnclearPeriodError, read_terms
from generator.thai.years import Cycle, FiscalYear

__all__ = ["PeriodKind", "PeriodReading", "read_period", "read_year_period"]


class PeriodKind(StrEnum):
    """What a cell of time states."""

    QUARTERS = "quarters"
    YEAR = "year"
    """The fiscal year, without a quarter: a tick, an arrow, the year itself."""
    NOT_RUN = "not_run"
    """A hyphen, or words for not running the project."""
    EMPTY = "empty"
    UNREAD = "unread"


class PeriodReading(NamedTuple):
    """The reading of one cell, for one fiscal year."""

    kind: PeriodKind
    quarters: tuple[int, ...] = ()
    """Ascending, 1 is October to December; only of kind QUARTERS."""
    months: tuple[int, ...] = ()
    """Calendar months, 1 to 12, October first, if the cell names months or days."""
    doubt: str = ""
    """Thai reason why the cell is UNREAD; empty for all other kinds."""


_NOT_RUN = re.compile("[(]?[-_]+[)]?|ไม่(?:ได้|มีการ|มี)*+(?:ดำเนินการ|ดำเนินงาน|จัดกิจกรรม|จัดอบรม|จัด)|งดดำเนินการ")
_NOT_SAID = re.compile("(?:ไม่|มิ)(?:ได้)?(?:ระบุ|กำหนด|ปรากฏ)(?:ไว้|เวลา|ระยะเวลา|ช่วงเวลา|ปี|ไตรมาส)*+")
# A hyphen before a single item. With another hyphen between blanks, that could be a range or a second item.
_BLANK = r"[\s\u200b]"
_BULLET = re.compile(
    rf"\A{_BLANK}*[-–—]{_BLANK}*(?=[ก-๎qQ])(?!.*(?:{_BLANK}[-–—]|[-–—]{_BLANK}))",
    re.DOTALL,
)
# A tick in the fonts Wingdings and Wingdings 2, copied without its font.
_FONT_TICK = re.compile("(?:ü|p|/)(?:/|ü)*")
_NO_YEAR = "ไม่ได้บอกว่าเป็นปีใด"
_CROSS = "เครื่องหมายกากบาทอาจหมายถึงดำเนินการหรือไม่ดำเนินการ"

_ByYear = Mapping[int, PeriodReading]


def read_year_period(text: str, year: FiscalYear) -> PeriodReading:
    """Return the meaning of a cell in the column of a fiscal year as far as it is certain; never raises."""
    read = _read(text, Cycle(year, year))
    if isinstance(read, PeriodReading):
        return read
    return read[year.be] if set(read) == {year.be} else _unread(_other_year(read, year))


def read_period(text: str, cycle: Cycle) -> dict[FiscalYear, PeriodReading] | PeriodReading:
    """Return the meaning of a cell for the whole project by year, as far as it is certain; never raises.

    Returns a single reading if no year is certain: UNREAD, EMPTY or NOT_RUN.
    """
    read = _read(text, cycle)
    if isinstance(read, PeriodReading):
        return _unread(_NO_YEAR) if read.kind in (PeriodKind.QUARTERS, PeriodKind.YEAR) else read
    outside = [be for be in sorted(read) if not cycle.first.be <= be <= cycle.last.be]
    if outside:
        return _unread(f"ระบุปีงบประมาณ {outside[0]} ซึ่งอยู่นอกรอบแผน {cycle}")
    return {FiscalYear(be): read[be] for be in sorted(read)}


def _read(text: str, cycle: Cycle) -> _ByYear | PeriodReading:
    """Read a cell in a cycle; if that is one year long, text without a year is of that year."""
    cell = read_cell(_BULLET.sub("", text))
    if cell is None:
        return _unread("ยาวเกินกว่าจะเป็นช่องช่วงเวลา")
    return _read_compact(cell.compact, cycle)


@lru_cache(maxsize=1024)  # rows repeat the same few cells; the texts are no longer than a cell may be
def _read_compact(compact: str, cycle: Cycle) -> _ByYear | PeriodReading:
    if not compact:
        return PeriodReading(PeriodKind.EMPTY)
    if _NOT_RUN.fullmatch(compact):
        return PeriodReading(PeriodKind.NOT_RUN)
    if _NOT_SAID.fullmatch(compact):
        return _unread("เอกสารไม่ได้ระบุช่วงเวลา")
    if not compact.strip(".…_"):
        return _unread("มีแต่จุดหรือเส้น ไม่ได้ระบุช่วงเวลา")
    if _FONT_TICK.fullmatch(compact):
        return _ticked(cycle)
    tokens = tokens_of(compact)
    try:
        return _by_year(tokens, cycle)
    except UnclearPeriodError as doubt:
        return _unread(str(doubt))


def _by_year(tokens: tuple[Token, ...], cycle: Cycle) -> _ByYear | PeriodReading:
    kinds = "".join([token.kind for token in tokens])
    if "X" in kinds:
        raise UnclearPeriodError(_CROSS)
    if "u" in kinds or "?" in kinds:
        raise UnclearPeriodError("มีถ้อยคำที่ไม่ใช่ไตรมาส เดือน วันที่ หรือปีงบประมาณที่อ่านได้แน่นอน")
    tokens = _without_ends(tokens, kinds)
    if not tokens:
        if "T" in kinds:
            return _ticked(cycle)
        raise UnclearPeriodError("มีถ้อยคำที่ไม่ได้ระบุช่วงเวลา")
    outer, inner = _at_bracket(tokens)
    if not inner:
        return _meaning(read_terms(outer), cycle)
    if not outer:
        return _meaning(read_terms(inner), cycle)
    outer_terms, inner_terms = read_terms(outer), read_terms(inner)
    if all(term.is_year or term.is_every for term in outer_terms) or all(term.is_year for term in inner_terms):
        return _meaning(outer_terms + inner_terms, cycle)
    return _agreed(outer_terms, inner_terms, cycle)


def _without_ends(tokens: tuple[Token, ...], kinds: str) -> tuple[Token, ...]:
    """Return the tokens without ticks at both ends, a full stop, and brackets around the whole."""
    first, last = 0, len(tokens)
    while first < last:
        inside = kinds[first + 1 : last - 1]
        if kinds[first] in "T,." or (kinds[first] == "/" and first == 0):
            first += 1
        elif kinds[last - 1] in "T.":
            last -= 1
        elif kinds[first] == "(" and kinds[last - 1] == ")" and "(" not in inside and ")" not in inside:
            first, last = first + 1, last - 1
        else:
            break
    return tokens[first:last]


def _at_bracket(tokens: tuple[Token, ...]) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    kinds = "".join([token.kind for token in tokens])
    if "(" not in kinds and ")" not in kinds:
        return tokens, ()
    opens = kinds.find("(")
    if kinds.count("(") != 1 or kinds.find(")") != len(kinds) - 1 or opens < 0:
        raise UnclearPeriodError("วงเล็บไม่ครบคู่หรือมีหลายคู่")
    return tokens[:opens], tokens[opens + 1 : -1]


def _agreed(outer: tuple[PeriodTerm, ...], inner: tuple[PeriodTerm, ...], cycle: Cycle) -> _ByYear:
    """Merge the text before a bracket and inside it, if both mean the same: ไตรมาสที่ 1 (ต.ค. - ธ.ค. 66)."""
    if not _has_year(outer) and _has_year(inner):
        explained = _meaning(inner, cycle)
        said = _meaning(outer, _narrowed(explained, cycle))
    else:
        said = _meaning(outer, cycle)
        explained = _meaning(inner, cycle if _has_year(inner) else _narrowed(said, cycle))
    if set(said) != set(explained) or any(said[be].quarters != explained[be].quarters for be in said):
        raise UnclearPeriodError("ข้อความในวงเล็บกับข้อความหน้าวงเล็บไม่ตรงกัน")
    return {be: said[be]._replace(months=said[be].months or explained[be].months) for be in said}


def _has_year(terms: tuple[PeriodTerm, ...]) -> bool:
    return any(term.fiscal_years or any(month.be or month.fiscal_be for month in term.months) for term in terms)


def _narrowed(read: _ByYear, cycle: Cycle) -> Cycle:
    return Cycle(FiscalYear(min(read)), FiscalYear(min(read))) if len(read) == 1 else cycle


def _meaning(terms: tuple[PeriodTerm, ...], cycle: Cycle) -> _ByYear:
    every = any(term.is_every for term in terms)
    named = {be for term in terms if term.is_year for be in term.fiscal_years}
    terms = _with_years(tuple(term for term in terms if not term.is_every))
    years = tuple(year.be for year in cycle.years)
    if not terms:
        return {be: PeriodReading(PeriodKind.YEAR) for be in years}
    undated = not _has_year(terms)
    if every and any(month.be is not None for term in terms for month in term.months):
        raise UnclearPeriodError("ระบุทั้งทุกปีและปีเดียว")
    # By sort of term: quarters, and months stated beside them, must agree.
    quarters: dict[str, dict[int, set[int]]] = {}
    months: dict[int, set[int]] = {}
    for place, term in enumerate(terms):
        of_all = every or len(years) == 1 or (term.is_whole and undated)
        own = term.fiscal_years or (years if of_all else ())
        found = quarters.setdefault(term.sort, {})
        if term.months:
            for fiscal, month in _dated(terms, place, own):
                found.setdefault(fiscal, set()).add((month - 10) % 12 // 3 + 1)
                months.setdefault(fiscal, set()).add(month)
            continue
        if not own:
            raise UnclearPeriodError(_NO_YEAR)
        for be in own:
            found.setdefault(be, set()).update(term.quarters)
    said, *again = quarters.values()
    if any(other != said for other in again):
        raise UnclearPeriodError("ระบุเวลาหลายแบบที่ไม่ตรงกัน")
    if not named <= set(said):
        raise UnclearPeriodError("ปีที่ระบุไม่ตรงกับเดือนที่ระบุ")
    return {be: _reading(found, months.get(be, ())) for be, found in said.items()}


def _with_years(terms: tuple[PeriodTerm, ...]) -> tuple[PeriodTerm, ...]:
    """Assign years without months or quarters to the terms after them, or before them if the years come last."""
    if all(term.is_year for term in terms) or not any(term.is_year for term in terms):
        return terms
    ahead = terms[0].is_year
    if not ahead and not terms[-1].is_year:
        raise UnclearPeriodError("ไม่แน่ว่าปีที่ระบุเป็นปีของเวลาใด")
    year: PeriodTerm | None = None
    given: list[PeriodTerm] = []
    for term in terms if ahead else reversed(terms):
        if term.is_year:
            year = term
        elif year is None or _has_year((term,)):
            if ahead and year is not None and term.fiscal_years not in ((), year.fiscal_years):
                raise UnclearPeriodError("ระบุปีสองปีกับเวลาเดียวกัน")
            given.append(term)
        else:
            if term.months and year.is_calendar and any(month.month >= 10 for month in term.months):
                raise UnclearPeriodError("ไม่แน่ว่าเป็นปีปฏิทินหรือปีงบประมาณ")
            given.append(term._replace(fiscal_years=year.fiscal_years))
    return tuple(given if ahead else reversed(given))


def _dated(terms: tuple[PeriodTerm, ...], index: int, own: tuple[int, ...]) -> list[tuple[int, int]]:
    """Return fiscal year and month of each month of a term."""
    found: list[tuple[int, int]] = []
    for month in terms[index].months:
        if month.fiscal_be is not None:
            found.append((month.fiscal_be, month.month))
        elif month.be is not None:
            found.append((month.be + (month.month >= 10), month.month))
        elif own:
            found.extend((be, month.month) for be in own)
        else:
            be = _year_of_neighbour(terms, index, month)
            found.append((be + (month.month >= 10), month.month))
    return found


def _year_of_neighbour(terms: tuple[PeriodTerm, ...], index: int, month: Month) -> int:
    """Return the calendar year of a month from a neighbour in the list that has one: ต.ค. พ.ย. ธ.ค. 66."""
    for term in terms[index + 1 :]:
        if term.months and term.months[0].be is not None:
            if month.month < term.months[0].month:
                return term.months[0].be
            break
    for term in reversed(terms[:index]):
        if term.months and term.months[-1].be is not None:
            if month.month > term.months[-1].month:
                return term.months[-1].be
            break
    raise UnclearPeriodError(_NO_YEAR)


def _reading(quarters: Iterable[int], months: Iterable[int]) -> PeriodReading:
    found = tuple(sorted(quarters))
    if not found:
        return PeriodReading(PeriodKind.YEAR)
    return PeriodReading(PeriodKind.QUARTERS, found, tuple(sorted(months, key=lambda month: (month - 10) % 12)))


def _ticked(cycle: Cycle) -> _ByYear | PeriodReading:
    reading = PeriodReading(PeriodKind.YEAR)
    return {cycle.first.be: reading} if cycle.length == 1 else reading


def _other_year(read: _ByYear, year: FiscalYear) -> str:
    others = ", ".join(str(be) for be in sorted(read) if be != year.be)
    return f"เป็นเวลาของปีงบประมาณ {others} ไม่ใช่ปีงบประมาณ {year} ของช่องนี้"


def _unread(doubt: str) -> PeriodReading:
    return PeriodReading(PeriodKind.UNREAD, doubt=doubt)
