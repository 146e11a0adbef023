"""Headings, rows and cells of a table as HTML: filters of `parts/table.html.jinja`, which prints the rest.

A plan has a thousand cells: as macros they took a quarter of the time of its pages. Every text goes through the same
filters as in a template; what looks the same elsewhere on a page (badges, printed text beside a value) comes from the
same macros.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import groupby
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape

from generator.pages.compiler import escaped
from generator.views.tables import Cell, CellKind, Column, Look, Row, RowKind, Table

_LOOKS = {
    Look.NUMBER: "num",
    Look.YEAR: "nowrap year",
    Look.ONE_LINE: "nowrap",
    Look.NAMES: "who",
    Look.SENTENCES: "said",
}
_ROWS = {
    RowKind.GROUP: "group",
    RowKind.SUBGROUP: "group group--sub",
    RowKind.SUBTOTAL: "subtotal",
    RowKind.TOTAL: "total",
}
"""Classes of theme_overrides/assets/css/tables.css."""
_HEAD = '<th scope="row">'

_MOST_ITEMS = 8
"""Longest list shown open in a cell; longer ones are folded, as a narrow column would be screens high."""


class TableHtml:
    """Prints rows and cells with the filters of one environment."""

    def __init__(self, environment: Environment) -> None:
        """Take the environment whose filters write numbers, days and texts."""
        filters: dict[str, Any] = environment.filters
        beside = environment.get_template("parts/cell.html.jinja").module
        badge = environment.get_template("parts/state_badge.html.jinja").module
        self._text: Callable[[Any], str] = filters["text"]
        self._figure: Callable[[Any], str] = filters["figure"]
        self._link: Callable[[str], str] = filters["link"]
        self._printed: Callable[[str], str] = beside.printed  # type: ignore[attr-defined]  # a macro
        unread, state_badge = beside.unread, badge.state_badge  # type: ignore[attr-defined]
        baht, count, date, text = filters["baht"], filters["count"], filters["date"], filters["text"]

        def day(value: Any, style: str = "full") -> str:
            return f'<time datetime="{value.isoformat()}">{escaped(date(value, style))}</time>'

        self._values: dict[CellKind, Callable[[Any], str]] = {
            CellKind.TEXT: text,
            CellKind.WORDS: lru_cache(maxsize=4096)(escaped),
            CellKind.COUNT: count,
            CellKind.BAHT: lambda value: escaped(baht(value)),
            CellKind.DAY: day,
            CellKind.SHORT_DAY: lambda value: day(value, "short"),
            CellKind.FIGURE: self._figure,
            CellKind.QUOTE: lambda value: f"<q>{text(value)}</q>",
            CellKind.CODE: lambda value: f"<code>{escape(value)}</code>",
            CellKind.SMALL: lambda value: f"<small>{text(value)}</small>",
            CellKind.QUIET: lambda value: f'<span class="quiet">{text(value)}</span>',
            CellKind.STRONG: lambda value: f"<strong>{text(value)}</strong>",
        }
        """Prints kinds by their value."""
        self._others: dict[CellKind, Callable[[Any], str]] = {
            CellKind.STATE: lambda cell: state_badge(cell.value, cell.printed),
            CellKind.EMPTY: lambda cell: f'<span class="empty">{escape(cell.printed)}</span>',
            CellKind.UNREAD: lambda cell: unread(cell.printed),
            CellKind.BREAK: lambda _: "<br>",
        }
        """Prints kinds that have no value, or that show `printed` in its place."""
        self._opening = lru_cache(maxsize=1024)(self._opening_tag)
        self.headings = lru_cache(maxsize=1024)(self._headings)
        """The headings of columns; the filter `headings`."""

    def cell(self, cell: Cell) -> Markup:
        """Print one cell; the filter `cell`."""
        return Markup(self._cell(cell))  # noqa: S704  # escaped part by part

    def rows(self, rows: Iterable[Row], table: Table) -> Markup:
        """Print the rows of a table, each group in a `tbody`; the filter `rows`."""
        has_labels = "stack" in table.form
        tags = [self._opening(column, has_labels) for column in table.columns]
        made: list[str] = []
        for row in rows:
            if row.kind is RowKind.GROUP and made:
                made.append("</tbody>\n<tbody>\n")
            self._row(row, table, tags, has_labels, made.append)
        return Markup("".join(made))  # noqa: S704  # escaped part by part

    def _row(self, row: Row, table: Table, tags: list[str], has_labels: bool, add: Callable[[str], None]) -> None:
        cells, kind, anchor, row_mark = row
        classes = f' class="{_ROWS[kind]}{f" {row_mark}" if row_mark else ""}"' if kind in _ROWS else ""
        add(f'<tr{classes} id="{escape(anchor)}">' if anchor else f"<tr{classes}>")
        if kind is RowKind.GROUP or kind is RowKind.SUBGROUP:
            add(f'<th scope="rowgroup" colspan="{len(tags)}">{self._cell(cells[0])}</th></tr>\n')
            return
        short = len(tags) - len(cells)
        for tag, column, cell in zip(tags, table.columns, cells[:-1] if short else cells, strict=False):
            html = self._cell(cell)
            if tag is _HEAD:
                add(f"{tag}{html}</th>")
                continue
            opening = self._opening(column, has_labels, cell.mark) if cell.mark else tag
            add(
                f"{opening}<div>{html}</div></td>"
                if has_labels and _is_several(cell, html)
                else f"{opening}{html}</td>"
            )
        add(f'<td colspan="{short + 1}">{self._cell(cells[-1])}</td></tr>\n' if short else "</tr>\n")

    def _headings(self, columns: tuple[Column, ...]) -> Markup:
        groups = [(group, list(below)) for group, below in groupby(columns, key=lambda column: column.group)]
        if not any(group for group, _ in groups):
            return Markup(f"<tr>{''.join(map(self._heading, columns))}</tr>")  # noqa: S704  # escaped part by part
        above = (
            f'<th scope="colgroup" colspan="{len(below)}">{escape(group)}</th>'
            if group
            else "".join(self._heading(column, ' rowspan="2"') for column in below)
            for group, below in groups
        )
        below = (self._heading(column) for column in columns if column.group)
        return Markup(f"<tr>{''.join(above)}</tr>\n<tr>{''.join(below)}</tr>")  # noqa: S704  # escaped part by part

    def _heading(self, column: Column, rows: str = "") -> str:
        figures = ' class="num"' if column.look is Look.NUMBER else ""
        order = f' data-sort="{column.sorted_as}"' if column.sorted_as else ""
        name = self._figure(column.name) if column.look is Look.YEAR else self._text(column.heading)
        return f'<th scope="col"{rows}{figures}{order}>{name}</th>'

    def _opening_tag(self, column: Column, has_labels: bool, mark: str | None = None) -> str:
        """Return the opening tag of a cell; on phones its label comes first."""
        if column.look is Look.HEAD:
            return _HEAD
        classes = " ".join(filter(None, (_LOOKS.get(column.look), mark)))
        if column.look is Look.YEAR:
            label = f"ปี {self._figure(column.name)}"
        else:
            label = str(escape(column.label or column.heading))
        return (
            f"<td{f' class={chr(34)}{classes}{chr(34)}' if classes else ''}"
            f"{f' data-label={chr(34)}{label}{chr(34)}' if has_labels else ''}>"
        )

    def _cell(self, cell: Cell) -> str:
        kind, value, printed, address, parts, _, number, saved_as = cell
        if parts:
            html = self._parts(kind, parts)
        elif value is None or kind is CellKind.STATE:
            html = self._others[kind](cell)
        else:
            html = self._values[kind](value)
            if printed:
                html = f"{html} {self._printed(printed)}"
        if address is not None:
            saved = f' download="{escape(saved_as)}"' if saved_as else ""
            html = f"<a{self._href(address)}{saved}>{html}</a>"
        return f'<span class="printed-number">{self._text(number)}</span> {html}' if number else html

    def _href(self, address: str) -> str:
        if address.startswith("/"):
            return f' href="{escaped(self._link(address))}"'
        return (
            f' href="{escaped(address)}"'
            if address.startswith("#")
            else f' href="{escape(address)}" rel="nofollow noopener"'
        )

    def _parts(self, kind: CellKind, parts: tuple[Cell, ...]) -> str:
        made = [self._cell(part) for part in parts]
        if kind is CellKind.ITEMS:
            listed = f"<ul>{''.join(f'<li>{one}</li>' for one in made)}</ul>"
            if len(made) <= _MOST_ITEMS:
                return listed
            summary = f"<summary>{self._values[CellKind.COUNT](len(made))} รายการ</summary>"
            return f'<details class="more">{summary}{listed}</details>'
        html = "".join(made)
        if kind is CellKind.TOGETHER:
            return html
        tag = {CellKind.SMALL: "small", CellKind.STRONG: "strong"}.get(kind)
        return f"<{tag}>{html}</{tag}>" if tag else f'<span class="quiet">{html}</span>'


def _is_several(cell: Cell, html: str) -> bool:
    """Return whether a cell is more than one element: beside the label on a phone it needs a wrapper."""
    if cell.kind is CellKind.TEXT or cell.printed:
        return "<br>" in html or " <small" in html or cell.number is not None
    return bool(cell.parts) and cell.kind is CellKind.TOGETHER
