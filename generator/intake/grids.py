"""Tables and paragraphs of an office file, whatever its format: grids of cells that know where they stand.

No interpretation: a cell has its lines, how many rows and columns it covers, and what about it is no plain text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

TICK, NO_TICK, CROSS = "✓", "☐", "✗"


@dataclass(frozen=True)
class GridCell:
    """One cell."""

    text: str
    """Lines with line breaks between them."""
    row: int
    """From 0, in the grid."""
    column: int
    rows: int = 1
    """Rows and columns that it covers."""
    columns: int = 1
    source: str = ""
    """`แผน.docx ตารางที่ 4 แถว 7 ช่อง 5`."""
    odd: tuple[str, ...] = ()
    """What stands there and is no plain text, or may not be what was meant."""
    paragraphs: tuple[str, ...] = ()
    """Its paragraphs, where the format tells them from lines broken by hand."""

    @property
    def line(self) -> str:
        """The text in one line, lines joined with a blank."""
        return " ".join(part.strip() for part in self.text.split("\n") if part.strip())

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands there."""
        return not self.text.strip() and not self.odd


@dataclass
class Grid:
    """One table."""

    source: str
    """`แผน.docx ตารางที่ 4`."""
    cells: list[GridCell] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Note which cell covers each place, and how large the grid is."""
        self._height = max((cell.row + cell.rows for cell in self.cells), default=0)
        self._width = max((cell.column + cell.columns for cell in self.cells), default=0)
        self._at: dict[tuple[int, int], GridCell] = {}
        for cell in self.cells:
            for row in range(cell.row, cell.row + cell.rows):
                for column in range(cell.column, cell.column + cell.columns):
                    self._at.setdefault((row, column), cell)

    @property
    def height(self) -> int:
        """Number of rows."""
        return self._height

    @property
    def width(self) -> int:
        """Number of columns."""
        return self._width

    def at(self, row: int, column: int) -> GridCell | None:
        """Return the cell that covers a place."""
        return self._at.get((row, column))

    def row(self, row: int) -> list[GridCell]:
        """Return the cells that cover places of a row, each once, from left to right."""
        found: dict[int, GridCell] = {}
        for column in range(self.width):
            cell = self.at(row, column)
            if cell is not None:
                found.setdefault(id(cell), cell)
        return list(found.values())

    def texts(self) -> tuple[tuple[str, ...], ...]:
        """Return the texts row by row; a cell that covers several places stands at the first."""
        return tuple(
            tuple(
                cell.text if (cell := self.at(row, column)) and (cell.row, cell.column) == (row, column) else ""
                for column in range(self.width)
            )
            for row in range(self.height)
        )


@dataclass(frozen=True)
class Paragraph:
    """A paragraph outside of tables."""

    text: str
    source: str


@dataclass
class OfficeDocument:
    """What an office file says."""

    name: str
    blocks: list[Grid | Paragraph] = field(default_factory=list)
    odd: list[tuple[str, str]] = field(default_factory=list)
    """What could not be read as text, outside of tables: what it is, and where."""
    converted: bool = False
    """Whether another program made it of another format, which renumbers automatic lists."""

    def grids(self) -> Iterator[Grid]:
        """Yield the tables in order."""
        return (block for block in self.blocks if isinstance(block, Grid))
