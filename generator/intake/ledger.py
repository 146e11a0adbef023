"""Accounts for every cell of every table: taken into the plan, part of a heading, or reported. No cell may vanish."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from generator.intake.grids import Grid, GridCell


class Fate(StrEnum):
    """What was done with a cell."""

    TAKEN = "taken"
    """Its text is a value of the plan."""
    HEADING = "heading"
    """It names columns, or what the rows below it belong to."""
    REPORTED = "reported"
    """A doubt names it, and its text is kept."""


class Ledger:
    """The fate of each cell of a document; per cell, because a known column does not prove that its cells were used."""

    def __init__(self) -> None:
        """Start empty."""
        self._fates: dict[str, Fate] = {}

    def set(self, cells: Iterable[GridCell | None], fate: Fate) -> None:
        """Enter cells; the first entry wins."""
        for cell in cells:
            if cell is not None:
                self._fates.setdefault(cell.source, fate)

    def fate(self, cell: GridCell) -> Fate | None:
        """Return the fate of a cell, or None."""
        return self._fates.get(cell.source)

    def open_cells(self, grid: Grid) -> Iterator[GridCell]:
        """Yield the non-blank cells of a grid without a fate."""
        for cell in grid.cells:
            if not cell.is_blank and cell.source not in self._fates:
                yield cell
