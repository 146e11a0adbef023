"""Groups the positions of an IDP table by their methods, so that pages show shared ones once.

Begins with the records of a position; the view fills them in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from generator.findings import Location
from generator.model.idp import IdpGoal, reads_as_words
from generator.views.amended import ThingAmended
from generator.views.page_findings import FindingLink


@dataclass(frozen=True, slots=True)
class MethodNote:
    """A method worded differently in a row than in the legend for that number."""

    index: int
    """From 1, in order of rows; numbers the notes below the table."""
    anchor: str
    position: str
    row_anchor: str
    number: str
    printed: str
    legend_name: str | None
    """The legend's wording for the number, or None."""
    same_as_number: str | None
    """Number of the legend's method with the printed wording, or None."""


class MethodCell(NamedTuple):
    """One position's use of one method."""

    used: bool
    notes: tuple[MethodNote, ...]
    """Where the row's own wording differs from the legend."""


@dataclass(frozen=True, slots=True)
class CompetencyMention:
    """A competency, or a whole group of them, that a skill refers to."""

    kind: str | None
    """core, executive or line if the whole group is meant."""
    name: str | None
    """As printed in the plan; None for a whole group, or if missing from the plan's own list."""
    count: int
    """Number of competencies meant of the plan's own list."""


class SkillLine(NamedTuple):
    """One item of the skill cell."""

    number: str | None
    text: str | None
    """None if only a number is printed."""
    competencies: tuple[CompetencyMention, ...]


class MethodUse(NamedTuple):
    """One method of a position, by name."""

    number: str | None
    """As printed; None if the row names the method in words."""
    name: str | None
    printed: str | None
    """The row's own wording if it differs from the legend's."""


class PositionCard(NamedTuple):
    """One position with everything the document says on it."""

    anchor: str
    position: str
    department: str | None
    category: str | None
    skills: tuple[SkillLine, ...]
    goals: tuple[IdpGoal, ...]
    methods: tuple[MethodUse, ...]
    """In printed order."""
    cells: tuple[MethodCell, ...]
    """One per method column."""
    outside: tuple[str, ...]
    """Numbers or words of methods, as printed, that are not in the legend; they have no column."""
    years: tuple[str, ...]
    """Labels of the ticked years."""
    marked: tuple[bool, ...]
    """Whether ticked, one per year column."""
    amended: tuple[ThingAmended, ...]
    """Changes of this row by amendments."""
    note: str | None
    findings: tuple[FindingLink, ...]
    """Findings on this row."""
    location: Location


class MethodSet(NamedTuple):
    """A set of methods, and the positions that use exactly these."""

    numbers: tuple[str, ...]
    """As printed, in order of the legend; then those missing from the legend."""
    is_all: bool
    """Whether it is exactly the legend's methods."""
    is_numbered: bool
    """Whether all have a printed number, none only words or the position of its column."""
    cards: tuple[PositionCard, ...]
    """In printed order."""


def method_sets(cards: Iterable[PositionCard], legend: Iterable[str]) -> tuple[MethodSet, ...]:
    """Return the sets of methods, most positions first; `legend` are the numbers of the columns."""
    columns = tuple(legend)
    by_numbers: dict[tuple[str, ...], list[PositionCard]] = {}
    for card in cards:
        used = [number for number, cell in zip(columns, card.cells, strict=True) if cell.used]
        by_numbers.setdefault((*used, *dict.fromkeys(card.outside)), []).append(card)
    ordered = sorted(by_numbers.items(), key=lambda one: -len(one[1]))
    return tuple(
        MethodSet(numbers, numbers == columns, not any(map(_is_no_number, numbers)), tuple(found))
        for numbers, found in ordered
    )


def _is_no_number(text: str) -> bool:
    return text.startswith("(") or reads_as_words(text)


def common_years(cards: Iterable[PositionCard]) -> tuple[str, ...] | None:
    """Return the labels of the years ticked in every row, or None if rows differ."""
    marked = {card.years for card in cards}
    return marked.pop() if len(marked) == 1 else None
