"""Groups the positions of an IDP table by their methods, so that pages show shared ones once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from generator.model.idp import reads_as_words

if TYPE_CHECKING:
    from generator.views.idp import PositionCard


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
