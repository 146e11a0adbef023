"""Recognises a table of an office file by its headings: heading words in, kind and role of each column out.

A heading names one role. The result is a suggestion; a table that is not recognised is kept whole.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from generator.intake.grids import Grid, GridCell
from generator.thai.months import MONTHS
from generator.thai.numerals import to_arabic
from generator.thai.text import fold_for_comparison

NEEDED = {
    "projects": ({"name"}, {"indicator", "targets", "budget", "periods", "responsible"}, 2),
    "idp": ({"position"}, {"skills", "goals", "methods", "years"}, 2),
    "matrix": ({"strategy", "amounts"}, {"tactics", "total"}, 0),
    "committee": ({"position", "role"}, {"number", "_person"}, 0),
    "alignment": ({"local_strategy", "values"}, set(), 0),
    "survey": ({"department", "area"}, set(), 0),
    "request_steps": ({"number", "text"}, set(), 0),
    "evaluation": ({"name"}, {"number", "_description", "_level"}, 1),
    "other": ({"column"}, set(), 0),
}
"""By kind: required roles, optional roles, and how many of the optional ones are needed."""
_BRACKETS = re.compile(r"\([^()]{0,40}\)")
_SIGNS = re.compile(r"[\s/\-–().,:*#|_]")
_YEAR = re.compile(r"(?:ปีงบประมาณ|ปีงบฯ|ปีพศ|ปี|พศ)*(2[4-6][0-9]{2})")
LONGEST_HEADING = 120
_LONGEST_REST = 14
"""Most characters that may follow a heading word: `งบประมาณ ๓ ปี`."""
_CHILDREN = frozenset(folded for word in ("เชิงปริมาณ", "เชิงคุณภาพ", "เชิงประโยชน์") for folded in (word, f"เป้าหมาย{word}"))
IGNORED = "_ignored"
"""Role of a column that an officer left out."""
Roles = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class HeadedColumn:
    """One column of a recognised table."""

    role: str
    """Role in the kind; empty for an unknown heading."""
    head: str
    """The heading on one line."""
    child: str = ""
    """The lowest subheading, if any: a year, a month, a department, a kind of target."""
    middle: str = ""
    """The middle heading of three levels: the year of a month."""


@dataclass(frozen=True)
class TableHeading:
    """The heading of a table."""

    kind: str
    row: int
    rows: int
    columns: tuple[HeadedColumn, ...]


@cache
def heading_words() -> Mapping[str, Roles]:
    """Return folded heading words by kind and role."""
    stated = yaml.safe_load((Path(__file__).parent / "headings.yml").read_text("utf-8"))
    return {
        kind: {role: tuple(map(_folded_word, words)) for role, words in roles.items()} for kind, roles in stated.items()
    }


def _folded_word(word: str) -> str:
    return folded_heading(word) + ("*" if word.endswith("*") else "")


def folded_heading(text: str) -> str:
    """Return a heading folded for comparison: without spaces, signs and text in brackets."""
    return _SIGNS.sub("", fold_for_comparison(_BRACKETS.sub("", text)))


def year_of(text: str) -> str:
    """Return the year in a year heading, as printed; empty for other headings."""
    plain = _SIGNS.sub("", to_arabic(fold_for_comparison(text)))
    match = _YEAR.fullmatch(plain)
    if match is None:
        return ""
    printed = re.search(r"[0-9๐-๙]{4}", text)
    return printed[0] if printed else match[1]


def role_of(kind: str, text: str, more: Mapping[str, str] | None = None) -> str:
    """Return the role that a heading names in a kind of table; empty if none."""
    if len(text) > LONGEST_HEADING:
        return ""
    folded = folded_heading(text)
    if more and folded in more:
        return more[folded]
    best = ("", 0)
    for role, words in heading_words().get(kind, {}).items():
        for word in words:
            fits = (
                folded == word
                or (word.endswith("*") and folded.startswith(word[:-1]))
                or (len(word) > 4 and folded.startswith(word) and len(folded) - len(word) <= _LONGEST_REST)
            )
            if fits and len(word) + (folded == word) > best[1]:
                best = (role, len(word) + (folded == word))
    return best[0]


def is_heading_word(kind: str, text: str, more: Mapping[str, str] | None = None) -> bool:
    """Return whether a heading cell is only a heading word: a role, a year, a kind of target."""
    words = [word for of_role in heading_words()[kind].values() for word in of_role]
    folded = folded_heading(text)
    is_exact = any(folded == word or (word[-1:] == "*" and folded.startswith(word[:-1])) for word in words)
    is_known = is_exact or bool(year_of(text) or month_of(text)) or folded_heading(text) in _CHILDREN
    return is_known or bool(more and folded_heading(text) in more)


def headings(grid: Grid, mapping: Mapping[str, Mapping[str, str]] | None = None) -> Iterator[TableHeading]:
    """Yield the headings of a grid in order; a sheet may contain several tables, and pages repeat headings."""
    row = 0
    while row < grid.height:
        found = _heading_at(grid, row, mapping or {})
        if found:
            yield found
        row += found.rows if found else 1


def _heading_at(grid: Grid, row: int, mapping: Mapping[str, Mapping[str, str]]) -> TableHeading | None:
    own = [cell for cell in grid.row(row) if cell.row == row and cell.text.strip()]
    if len(own) < 2:
        return None
    best: tuple[int, str] = (0, "")
    for kind, (needed, some, least) in NEEDED.items():
        roles = [role_of(kind, cell.line, mapping.get(kind)) for cell in own]
        known = set(filter(None, roles))
        own_words = mapping.get(kind, {})
        mapped = sum(folded_heading(cell.line) in own_words for cell in own)
        # A data row may contain a heading word or two; in a heading, most cells are heading words. An officer's mapping
        # outweighs how complete the heading is.
        is_whole = len(known & some) >= least or mapped > 1
        is_heading = needed <= known and is_whole and 2 * sum(map(bool, roles)) > len(own)
        is_heading = is_heading or (kind == "other" and set(roles) == {IGNORED})
        worth = len(own) + 1 if kind == "other" else len(known)
        if is_heading and worth > best[0]:
            best = (worth, kind)
    if not best[1]:
        return None
    kind = best[1]
    heads = _extended(grid, row)
    depth = max((cell.rows for cell in own if cell.rows < 4), default=1)
    levels = max(1, min(depth, 3))
    if levels == 1 and _is_below_heading(grid, row + 1, heads):
        levels = 2
    if levels == 2 and _are_months(grid, row + 2):
        levels = 3
    rows = levels + _lines_of_legend(grid, row + levels) if levels > 1 else 1
    middles = _extended(grid, row + 1) if levels > 2 else []
    columns = []
    # On a sheet with several tables, the heading of a narrow one does not name the columns to its right.
    own = [cell for at in range(row, row + rows) for cell in grid.row(at)]
    width = max(cell.column + cell.columns for cell in own)
    for column in range(grid.width):
        head = heads[column] if column < width else None
        below = grid.at(row + levels - 1, column) if levels > 1 else None
        child = below.line if below is not None and below is not head and below.row > row else ""
        text = head.line if head else ""
        between = middles[column] if levels > 2 else None
        middle = between.line if between is not None and between not in (head, below) and between.row > row else ""
        columns.append(HeadedColumn(role_of(kind, text, mapping.get(kind)), text, child, middle))
    return TableHeading(kind, row, rows, tuple(columns))


def _lines_of_legend(grid: Grid, row: int) -> int:
    """Return how many rows from here have only further lines of the legend of methods in the row before."""
    if not any(cell.row == row - 1 and "=" in cell.text for cell in grid.row(row - 1)):
        return 0
    below = (
        [cell for cell in grid.row(place) if cell.row == place and cell.text.strip()]
        for place in range(row, grid.height)
    )
    return len(list(itertools.takewhile(lambda own: own and all("=" in cell.text for cell in own), below)))


def _extended(grid: Grid, row: int) -> list[GridCell | None]:
    """Return the heading of each column; a blank cell takes the heading on its left, for formats without merging."""
    found: list[GridCell | None] = []
    for column in range(grid.width):
        cell = grid.at(row, column)
        is_blank = cell is None or not cell.text.strip()
        found.append(found[-1] if is_blank and found else cell)
    return found


def _are_months(grid: Grid, row: int) -> bool:
    """Return whether a row contains only month names: the third row of a heading."""
    own = [cell for cell in grid.row(row) if cell.row == row and cell.text.strip()]
    return len(own) > 1 and all(month_of(cell.line) for cell in own)


def month_of(text: str) -> int:
    """Return the month that a heading names, 1 for January; 0 for other headings."""
    return MONTHS.get(_SIGNS.sub("", fold_for_comparison(text)), 0)


def _is_below_heading(grid: Grid, row: int, heads: list[GridCell | None]) -> bool:
    own = [cell for cell in grid.row(row) if cell.row == row and cell.text.strip()]
    counts: dict[int, int] = {}
    for head in heads:
        counts[id(head)] = counts.get(id(head), 0) + 1
    # Text below headings that span one column is data, except a legend of methods.
    inside = [cell for cell in own if cell.column < len(heads) and "=" not in cell.text]
    return bool(inside) and all(counts[id(heads[cell.column])] > 1 for cell in inside)
