"""Every cell of every table is accounted for: taken into the plan, part of a heading, or told. No cell may vanish."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from generator.intake.grids import Grid, GridCell


class Fate(StrEnum):
    """What became of a cell."""

    TAKEN = "taken"
    """Its text is a value of the plan."""
    HEADING = "heading"
    """It named columns, or said what the rows below it belong to."""
    TOLD = "told"
    """A doubt names it, and its text is kept."""


class Ledger:
    """What became of the cells of a document; kept by cell, because one known column is no proof for its cells."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._fates: dict[str, Fate] = {}

    def set(self, cells: Iterable[GridCell | None], fate: Fate) -> None:
        """Enter cells; the first entry counts."""
        for cell in cells:
            if cell is not None:
                self._fates.setdefault(cell.source, fate)

    def fate(self, cell: GridCell) -> Fate | None:
        """Return what became of a cell; None where nothing did."""
        return self._fates.get(cell.source)

    def open_cells(self, grid: Grid) -> Iterator[GridCell]:
        """Yield the cells of a grid that say something and of which nothing became."""
        for cell in grid.cells:
            if not cell.is_blank and cell.source not in self._fates:
                yield cell
