"""Splits a text into tables and paragraphs: tabs separate cells, consecutive lines with tabs are rows.

The source of every cell and paragraph is its place in the text, `12:34`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.intake.grids import Grid, GridCell, OfficeDocument, OfficeParagraph

_TAG = re.compile("<[/a-zA-Z][^<>]{0,120}>")
"""Tags that a conversion leaves around a cell: `<p>`, `<ol style="...">`."""
_MOST_ROWS = 5_000
"""Most table rows read from a text; lines with tabs after them are read as running text."""


def text_document(name: str, text: str) -> OfficeDocument:
    """Return the tables and paragraphs of a text; `name` is its name in messages."""
    document = OfficeDocument(name)
    rows: list[tuple[int, str]] = []
    left = _MOST_ROWS
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        if "\t" in line.strip(" ") and left > 0:
            rows.append((number, line))
            left -= 1
            continue
        document.blocks += _blocks(name, rows)
        rows = []
        if line.strip():
            document.blocks.append(_paragraph(number, line))
    return document


def place_of(source: str) -> tuple[int, int]:
    """Return line and column of a source, both from 1."""
    line, _, column = source.partition(":")
    return int(line), int(column)


def _blocks(name: str, rows: list[tuple[int, str]]) -> Iterator[Grid | OfficeParagraph]:
    """Yield one table, or paragraphs if tabs are only used for indenting."""
    cells = [_cells(row, number, line) for row, (number, line) in enumerate(rows)]
    full = sum(sum(not cell.is_blank for cell in row) > 1 for row in cells)
    if not full:
        yield from (_paragraph(number, line) for number, line in rows if line.strip())
        return
    width = max(map(len, cells))
    filled = [
        cell
        for (number, line), row in zip(rows, cells, strict=True)
        for cell in (*row, *_blank(row, number, len(line), width))
    ]
    yield Grid(f"{name}:{rows[0][0]}", filled)


def _cells(row: int, number: int, line: str) -> list[GridCell]:
    cells, start = [], 0
    for column, part in enumerate(line.split("\t")):
        said = _TAG.sub(" ", part).strip()
        at = start + len(part) - len(part.lstrip()) + 1
        cells.append(GridCell(said, row, column, source=f"{number}:{at}"))
        start += len(part) + 1
    return cells


def _blank(row: list[GridCell], number: int, length: int, width: int) -> Iterator[GridCell]:
    """Yield the missing cells of a short row: programs omit trailing empty cells."""
    for column in range(len(row), width):
        yield GridCell("", row[0].row, column, source=f"{number}:{length + column + 1}")


def _paragraph(number: int, line: str) -> OfficeParagraph:
    return OfficeParagraph(line.strip(), f"{number}:{len(line) - len(line.lstrip()) + 1}")
