"""The parts of a cell of time: quarters, months and days, halves, whole years, and years alone.

In: tokens of `period_lexicon`. Out: `PeriodTerm`s in text order, or an `UnclearPeriodError` with a Thai reason. A term
has only the fiscal years stated in the text; `period_cells` decides the year of undated terms.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.thai.cell_tokens import Token
from generator.thai.months import FULL, LAST_DAYS
from generator.thai.period_lexicon import month_of

_LONGEST_SPAN = 10 * 12
_FORM = "รูปแบบไม่ใช่ไตรมาส เดือน วันที่ หรือปีงบประมาณที่อ่านได้แน่นอน"

_YEAR = "Y?P?[yj]"
_DATE = "D?n/n/[yj]"
# Spreadsheets print `ต.ค.-66`, forms `ต.ค./2566`.
_MONTH = "D?(?:n(?:[,-]n)*)?m?M(?:/?P?[yj]|-j)?"
_TERM = re.compile(
    f"(?P<date>{_DATE}(?:-{_DATE})?)"
    f"|(?P<months>{_MONTH}(?:-{_MONTH})?)"
    f"|(?P<cross>Qn/?{_YEAR}-Q?n/?{_YEAR})"
    f"|(?P<quarters>Q\\.?n(?:[,-]*Q?\\.?n)*)(?P<of>/{_YEAR})?(?!/)"
    f"|(?P<whole>[AHK])(?P<wholeof>{_YEAR}(?:-{_YEAR})?)?"
    f"|(?P<years>(?:Y?P?y|YP?j|Pj)(?:[,-]+{_YEAR})*)"
    "|(?P<every>E)"
)
_BARE = re.compile(r"n(?:[,-]*n)*")
_BETWEEN = re.compile("[,/]*")


class UnclearPeriodError(ValueError):
    """Why a cell of time cannot be interpreted, as a Thai clause."""


class Month(NamedTuple):
    """A month, with its calendar year if the text states it."""

    month: int
    be: int | None
    """Buddhist calendar year; None if not stated."""
    fiscal_be: int | None = None
    """Fiscal year, if the text calls it that."""


class PeriodTerm(NamedTuple):
    """One part of a cell of time."""

    fiscal_years: tuple[int, ...] = ()
    """The fiscal years that the text states for this part; empty if none."""
    quarters: tuple[int, ...] = ()
    months: tuple[Month, ...] = ()
    is_year: bool = False
    """Whether the part only names fiscal years."""
    is_every: bool = False
    """Whether the part means every year."""
    is_whole: bool = False
    """Whether the part means the whole of a year."""
    is_part_of_year: bool = False
    """Whether the part means the whole or a half of a year."""
    is_calendar: bool = False
    """Whether the year was not called a fiscal year: ปี 2567."""

    @property
    def sort(self) -> str:
        """How the part states time: months, quarters, wholes and halves, or years."""
        if self.months:
            return "months"
        if self.is_part_of_year:
            return "parts"
        return "quarters" if self.quarters else "years"


def read_terms(tokens: tuple[Token, ...]) -> tuple[PeriodTerm, ...]:
    """Split tokens without brackets and ticks into terms; raises `UnclearPeriodError` for other text."""
    kinds = "".join([token.kind for token in tokens])
    if "S" in kinds:
        if "-" not in kinds:
            raise UnclearPeriodError("บอกเพียงเวลาเริ่มหรือเวลาสิ้นสุด")
        kept = [token for token in tokens if token.kind != "S"]
        return read_terms(tuple(kept))
    if _BARE.fullmatch(kinds):
        return (PeriodTerm(quarters=_quarters(tokens)),)
    terms: list[PeriodTerm] = []
    place = 0
    while place < len(kinds):
        match = _TERM.match(kinds, place)
        if not match:
            raise UnclearPeriodError(_FORM)
        terms.append(_term(match, tokens))
        end = match.end()
        between = _BETWEEN.match(kinds, end)
        place = between.end() if between else end
        if place == len(kinds) and end < place:
            raise UnclearPeriodError(_FORM)
    if not terms:
        raise UnclearPeriodError(_FORM)
    return tuple(terms)


def _term(match: re.Match[str], tokens: tuple[Token, ...]) -> PeriodTerm:
    part = tokens[match.start() : match.end()]
    if match["date"]:
        return PeriodTerm(months=_dates(part))
    if match["months"]:
        return PeriodTerm(months=_months(part))
    if match["cross"]:
        return _crossing(part)
    if match["quarters"]:
        of = tokens[match.start("of") : match.end("of")] if match["of"] else ()
        return PeriodTerm(_years(of), _quarters(tokens[match.start("quarters") : match.end("quarters")]))
    if match["whole"]:
        years = _years(part[1:])
        quarters = {"A": (1, 2, 3, 4), "H": (1, 2), "K": (3, 4)}[match["whole"]]
        return PeriodTerm(years, quarters, is_whole=match["whole"] == "A", is_part_of_year=True)
    if match["every"]:
        return PeriodTerm(is_every=True)
    calendar = not any("งบ" in token.text for token in part if token.kind == "Y")
    return PeriodTerm(_years(part), is_year=True, is_calendar=calendar)


def _quarters(part: tuple[Token, ...]) -> tuple[int, ...]:
    found: set[int] = set()
    first: int | None = None
    in_range = False
    for token in part:
        if token.kind == "-":
            if first is None or in_range:
                raise UnclearPeriodError(_FORM)
            in_range = True
        elif token.kind == "n":
            quarter = int(token.text)
            if quarter not in (1, 2, 3, 4):
                raise UnclearPeriodError(f"ไม่มีไตรมาสที่ {quarter} ไตรมาสมีตั้งแต่ 1 ถึง 4")
            if in_range and first is not None:
                if quarter < first:
                    raise UnclearPeriodError(f"ช่วง {first}-{quarter} เรียงกลับกัน")
                found.update(range(first, quarter + 1))
                first, in_range = None, False
            else:
                found.add(quarter)
                first = quarter
        elif token.kind == ",":
            if in_range:
                raise UnclearPeriodError(_FORM)
            first = None
    return tuple(sorted(found))


def _crossing(part: tuple[Token, ...]) -> PeriodTerm:
    first, last = (int(token.text) for token in part if token.kind == "n")
    from_be, to_be = (_be(token.text) for token in part if token.kind in "yj")
    if not {first, last} <= {1, 2, 3, 4}:
        raise UnclearPeriodError(f"ไม่มีไตรมาสที่ {max(first, last)} ไตรมาสมีตั้งแต่ 1 ถึง 4")
    starts, ends = from_be * 12 + (first - 1) * 3, to_be * 12 + (last - 1) * 3 + 2
    return PeriodTerm(months=_fiscal_span(starts, ends))


def _fiscal_span(starts: int, ends: int) -> tuple[Month, ...]:
    if ends < starts:
        raise UnclearPeriodError("ช่วงเวลาเรียงกลับกัน")
    if ends - starts >= _LONGEST_SPAN:
        raise UnclearPeriodError("ช่วงเวลายาวเกินไป")
    months = []
    for index in range(starts, ends + 1):
        fiscal, order = divmod(index, 12)
        months.append(Month((order + 9) % 12 + 1, None, fiscal))
    return tuple(months)


def _dates(part: tuple[Token, ...]) -> tuple[Month, ...]:
    points = []
    numbers = [token for token in part if token.kind in "nyj"]
    for day, month, year in zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True):
        if not 1 <= int(month.text) <= 12:
            raise UnclearPeriodError(f"ไม่มีเดือนที่ {int(month.text)}")
        _check_day(int(day.text), int(month.text))
        points.append(Month(int(month.text), _be(year.text)))
    return _span(points[0], points[-1])


def _months(part: tuple[Token, ...]) -> tuple[Month, ...]:
    points: list[Month] = []
    days: list[int] = []
    for token in part:
        if token.kind == "n":
            days.append(int(token.text))
        elif token.kind == "M":
            month = month_of(token)
            for day in days:
                _check_day(day, month)
            if days != sorted(days):
                raise UnclearPeriodError("ช่วงวันที่เรียงกลับกัน")
            days = []
            points.append(Month(month, None))
        elif token.kind in "yj":
            points[-1] = Month(points[-1].month, _be(token.text))
    return (points[0],) if len(points) == 1 else _span(points[0], points[1])


def _span(first: Month, last: Month) -> tuple[Month, ...]:
    """Return every month from first to last; if only one has a year, the other's is the same or the adjacent one."""
    if first.be is None and last.be is None:
        if _order(last.month) < _order(first.month):
            raise UnclearPeriodError("ช่วงเดือนข้ามปีงบประมาณ โดยไม่ได้ระบุปี")
        return tuple(Month((order + 9) % 12 + 1, None) for order in range(_order(first.month), _order(last.month) + 1))
    turns = last.month < first.month
    first_be = first.be if first.be is not None else (last.be or 0) - turns
    last_be = last.be if last.be is not None else first_be + turns
    starts, ends = first_be * 12 + first.month - 1, last_be * 12 + last.month - 1
    if ends < starts:
        raise UnclearPeriodError("ช่วงเวลาเรียงกลับกัน")
    if ends - starts >= _LONGEST_SPAN:
        raise UnclearPeriodError("ช่วงเวลายาวเกินไป")
    return tuple(Month(index % 12 + 1, index // 12) for index in range(starts, ends + 1))


def _order(month: int) -> int:
    """Return the index of a month in a fiscal year, 0 for October."""
    return (month - 10) % 12


def _years(part: tuple[Token, ...]) -> tuple[int, ...]:
    years: list[int] = []
    in_range = False
    for token in part:
        if token.kind == "-":
            in_range = True
        elif token.kind == ",":
            in_range = False
        elif token.kind in "yj":
            be = _be(token.text)
            if in_range and years:
                if not years[-1] < be < years[-1] + 10:
                    raise UnclearPeriodError(f"ช่วงปี {years[-1]}-{be} เรียงกลับกันหรือยาวเกินไป")
                years.extend(range(years[-1] + 1, be))
            years.append(be)
            in_range = False
    return tuple(years)


def _be(digits: str) -> int:
    be = int(digits) + (2500 if len(digits) == 2 else 0)
    if not 2500 <= be <= 2700:
        raise UnclearPeriodError(f"ปี {be} ไม่ใช่ปีพุทธศักราช")
    return be


def _check_day(day: int, month: int) -> None:
    if not 1 <= day <= LAST_DAYS[month - 1]:
        raise UnclearPeriodError(f"เดือน{FULL[month - 1]}ไม่มีวันที่ {day}")
