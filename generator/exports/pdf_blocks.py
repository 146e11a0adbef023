"""The blocks of a document for typesetting, as JSON values: headings, paragraphs, facts, tables.

Column widths are computed here, because Typst takes a quarter longer when it has to compute them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from generator.exports.pdf_text import Run, cell_run, figure, listed, plain, run
from generator.views.tables import Column, Look, Row, RowKind, Table

Block = dict[str, Any]

_POINTS = 0.6
"""Width of a digit, relative to the font size."""
_INSET = 9
_WIDEST_FIGURES = 15
"""Characters; a longer word in a column of figures is a sentence, and may be broken."""
_NARROWEST = {Look.NUMBER: 5, Look.YEAR: 3.5}
_LONGEST_SMALL = 7
_MOST_KEPT = 700
"""Characters in a cell up to which its row is kept on one page."""
_ALIGN = {Look.NUMBER: "right", Look.YEAR: "center"}


def part(text: str) -> Block:
    """Return the heading of a part, which starts a new page."""
    return {"block": "part", "text": plain(text)}


def heading(text: str, level: int = 2) -> Block:
    """Return a heading inside a part."""
    return {"block": "heading", "level": level, "text": plain(text)}


def paragraph(said: Run, *, quiet: bool = False) -> Block:
    """Return a paragraph."""
    return {"block": "paragraph", "run": ["quiet", said] if quiet else said}


def listing(items: Iterable[Run]) -> Block:
    """Return a list."""
    return {"block": "list", "items": list(items)}


def facts(rows: Iterable[tuple[str, Run | None]]) -> Block:
    """Return labels with their values; empty values are left out."""
    return {"block": "facts", "rows": [[label, said] for label, said in rows if said]}


def signature(position: str | None) -> Block:
    """Return blank lines for a signature."""
    return {"block": "signature", "position": run(position) if position else "." * 40}


def section(blocks: Iterable[Block], *, turned: bool = False) -> Block:
    """Return blocks on separate pages, in landscape if `turned`."""
    return {"block": "section", "turned": turned, "blocks": list(blocks)}


def document(
    *,
    title: str,
    author: str,
    running: str,
    foot: Sequence[Run],
    across: str | None,
    cover: dict[str, list[Run]],
    blocks: Sequence[Block],
    contents: bool,
) -> dict[str, Any]:
    """Return a whole document.

    `running` is printed above every page, `foot` below it, `across` behind its text; `cover` has names, lines and
    notes.
    """
    return {
        "title": plain(title),
        "author": plain(author),
        "running": plain(running),
        "foot": list(foot),
        "across": across,
        "cover": cover,
        "contents": contents,
        "blocks": _without_skips(blocks, 0)[0],
    }


def _without_skips(blocks: Iterable[Block], level: int) -> tuple[list[Block], int]:
    """Return blocks in which no heading skips a level (PDF/UA-1, 7.4.2)."""
    made: list[Block] = []
    for one in blocks:
        kind = one["block"]
        if kind == "part":
            level = 1
        elif kind == "heading":
            level = min(one["level"], level + 1)
        inside, level = _without_skips(one.get("blocks", ()), level)
        made.append(
            {**one, "level": level} if kind == "heading" else {**one, "blocks": inside} if kind == "section" else one
        )
    return made, level


def table(data: Table, size: float = 9.5, weights: Sequence[float] = ()) -> list[Block]:
    """Return a table; nothing without rows. `weights` are the widths of its first columns, else their texts decide."""
    if not data.rows:
        return []
    rows = [*data.rows, *data.totals]
    made = [[str(row.kind), *map(cell_run, row.cells)] for row in rows]
    return [
        {
            "block": "table",
            "caption": cell_run(data.caption),
            "size": size,
            "widths": _widths(data.columns, rows, made, size, weights),
            "aligns": [_ALIGN.get(column.look, "left") for column in data.columns],
            "head": _head(data.columns),
            "rows": made,
            "breakable": any(_extent(said) > _MOST_KEPT for row in made for said in row[1:]),
            "note": cell_run(data.note) if data.note else None,
        }
    ]


def side_by_side(data: Table, most: int) -> tuple[Table, ...]:
    """Return a table too wide for a page as tables of at most `most` columns, each with the first column repeated.

    Rows with fewer cells than columns (groups) are repeated in each.
    """
    others = len(data.columns) - 1
    if others <= most:
        return (data,)
    parts = -(-others // most)
    size = -(-others // parts)  # as even as possible
    ranges = [(start, min(start + size, others + 1)) for start in range(1, others + 1, size)]

    def part(start: int, end: int) -> Table:
        def cut(row: Row) -> Row:
            whole = len(row.cells) == len(data.columns)
            return row._replace(cells=(row.cells[0], *row.cells[start:end])) if whole else row

        return replace(
            data,
            columns=(data.columns[0], *data.columns[start:end]),
            rows=tuple(map(cut, data.rows)),
            totals=tuple(map(cut, data.totals)),
        )

    return tuple(part(start, min(end, others + 1)) for start, end in ranges)


def _head(columns: tuple[Column, ...]) -> list[list[dict[str, Any]]]:
    """Return the heading rows: two if columns share a heading above their names."""
    groups = [(group, list(below)) for group, below in groupby(columns, key=lambda column: column.group)]
    if not any(group for group, _ in groups):
        return [[_heading(column) for column in columns]]
    above = [
        cell
        for group, below in groups
        for cell in (
            [{"run": run(group), "span": len(below), "rows": 1}] if group else [_heading(column, 2) for column in below]
        )
    ]
    return [above, [_heading(column) for column in columns if column.group]]


def _heading(column: Column, rows: int = 1) -> dict[str, Any]:
    name = figure(column.name) if column.look is Look.YEAR else column.heading
    return {"run": run(name), "span": 1, "rows": rows}


def _widths(
    columns: tuple[Column, ...], rows: Sequence[Row], made: list[list[Run]], size: float, weights: Sequence[float]
) -> list[dict[str, Any]]:
    full = [runs[1:] for row, runs in zip(rows, made, strict=True) if _is_full(row, columns)]
    return [
        {"unit": "fr", "value": weights[place]}
        if place < len(weights)
        else _width(column, [row[place] for row in full], size)
        for place, column in enumerate(columns)
    ]


def _is_full(row: Row, columns: tuple[Column, ...]) -> bool:
    return row.kind not in (RowKind.GROUP, RowKind.SUBGROUP) and len(row.cells) == len(columns)


def _width(column: Column, cells: Sequence[Run], size: float) -> dict[str, Any]:
    lengths = [_letters(cell) for cell in cells] or [1]
    if column.look in (Look.NUMBER, Look.YEAR):
        words = max(map(_wide, column.heading.split()), default=1)
        letters = min(max(*lengths, words, _NARROWEST[column.look]), _WIDEST_FIGURES)
        return {"unit": "pt", "value": round(letters * size * _POINTS + _INSET, 1)}
    # Long texts take more lines, not only more width.
    mean = sum(lengths) / len(lengths)
    return {"unit": "fr", "value": round(max(mean, _wide(column.heading) / 2, 6) ** 0.6, 2)}


def _letters(said: Run) -> int:
    """Return the length of a run; small text is placed below or behind it and does not count."""
    if isinstance(said, str):
        return _wide(said)
    if said[0] == "small":
        return min(_letters(said[1]), _LONGEST_SMALL)
    if said[0] in ("list", "long"):
        return max((_letters(one) for one in said[1:]), default=0)
    return sum(_letters(one) for one in said[1:])


def _extent(said: Run) -> int:
    """Return about how many characters a run takes up, with its line breaks."""
    if isinstance(said, str):
        return len(said)
    return 25 if said[0] == "br" else sum(map(_extent, said[1:]))


def _wide(text: str) -> int:
    """Return the number of characters side by side: combining marks have no width."""
    return sum(not unicodedata.combining(letter) and unicodedata.category(letter) != "Mn" for letter in text)


def items_run(items: Iterable[tuple[str | None, str]]) -> Run | None:
    """Return numbered texts as a list with the numbers as printed; None if empty."""
    made = [run(f"{number} {text}" if number else text) for number, text in items]
    return (listed(made) if len(made) > 1 else made[0]) if made else None
