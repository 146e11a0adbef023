"""Tables and paragraphs of an office file in any format: grids of cells with their positions.

Nothing is interpreted: a cell has its lines, its row and column span, and remarks on what is not plain text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

TICK, NO_TICK, CROSS = "✓", "☐", "✗"


@dataclass(frozen=True)
class GridCell:
    """One cell."""

    text: str
    """Lines separated by line breaks."""
    row: int
    """Index in the grid, from 0."""
    column: int
    rows: int = 1
    """Number of rows and columns spanned."""
    columns: int = 1
    source: str = ""
    """`แผน.docx ตารางที่ 4 แถว 7 ช่อง 5`."""
    odd: tuple[str, ...] = ()
    """Remarks: content that is not plain text, or may differ from what was meant."""
    paragraphs: tuple[str, ...] = ()
    """Its paragraphs, if the format distinguishes them from manual line breaks."""
    has_unsure_lines: bool = False
    """Whether only the space left on a line distinguishes a wrapped line from a new item, as in a PDF."""

    @property
    def line(self) -> str:
        """The text on one line, lines joined with a space."""
        return " ".join(part.strip() for part in self.text.split("\n") if part.strip())

    @property
    def is_blank(self) -> bool:
        """Whether the cell is empty."""
        return not self.text.strip() and not self.odd


@dataclass
class Grid:
    """One table."""

    source: str
    """`แผน.docx ตารางที่ 4`."""
    cells: list[GridCell] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Index the cells by position and compute the size of the grid."""
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
        """Return the cell that covers a position."""
        return self._at.get((row, column))

    def row(self, row: int) -> list[GridCell]:
        """Return the cells that cover a row, each once, from left to right."""
        found: dict[int, GridCell] = {}
        for column in range(self.width):
            cell = self.at(row, column)
            if cell is not None:
                found.setdefault(id(cell), cell)
        return list(found.values())

    def texts(self) -> tuple[tuple[str, ...], ...]:
        """Return the texts by row; a merged cell's text is at its first position."""
        return tuple(
            tuple(
                cell.text if (cell := self.at(row, column)) and (cell.row, cell.column) == (row, column) else ""
                for column in range(self.width)
            )
            for row in range(self.height)
        )


@dataclass(frozen=True)
class OfficeParagraph:
    """A paragraph outside tables."""

    text: str
    source: str

    @property
    def is_blank(self) -> bool:
        """Whether it has no text."""
        return not self.text.strip()


@dataclass
class OfficeDocument:
    """Content of an office file."""

    name: str
    blocks: list[Grid | OfficeParagraph] = field(default_factory=list)
    odd: list[tuple[str, str]] = field(default_factory=list)
    """What could not be read as text outside tables: description and place."""
    converted: bool = False
    """Whether another program converted it, which renumbers automatic lists."""

    @property
    def is_blank(self) -> bool:
        """Whether it has neither text nor anything else in its tables and paragraphs."""
        return all(
            block.is_blank if isinstance(block, OfficeParagraph) else all(cell.is_blank for cell in block.cells)
            for block in self.blocks
        )

    def grids(self) -> Iterator[Grid]:
        """Yield the tables in order."""
        return (block for block in self.blocks if isinstance(block, Grid))
