"""The methods of an IDP table: a legend or column headings, and numbers, ticks or words in the rows.

Words are replaced by a number only if the legend has the same words.
"""

from __future__ import annotations

from typing import Any

from generator.intake.grids import GridCell
from generator.intake.kinds.cell_parts import (
    NOTHING,
    UNSURE_LINES,
    is_only_methods,
    is_tick,
    lines_of,
    method_parts,
    method_uses,
    plain_numbers,
)
from generator.intake.ledger import Fate
from generator.intake.plan_builder import PlanBuilder
from generator.intake.table_headings import HeadedColumn
from generator.intake.workbook.book_layout import ContentPlace
from generator.model.idp import reads_as_words
from generator.thai.numerals import number_key
from generator.thai.text import fold_for_comparison


class IdpMethods:
    """Reads the methods of a table."""

    def __init__(self, builder: PlanBuilder) -> None:
        """Take the plan builder."""
        self._builder = builder

    def heading(self, cells: list[GridCell], columns: tuple[HeadedColumn, ...]) -> None:
        """Read the methods from a heading's legend or columns."""
        data = self._builder.content.files.setdefault("idp", {})
        columns_of_cells: dict[int, list[GridCell]] = {}
        for cell in cells:
            if "=" in cell.text and is_only_methods(cell.text):
                columns_of_cells.setdefault(cell.column, []).append(cell)
        texts = {column: "\n".join(one.text for one in own) for column, own in columns_of_cells.items()}
        texts = {column: text for column, text in texts.items() if text.count("=") > 1}
        written = [cell for column in texts for cell in columns_of_cells[column]]
        legend = method_uses(list(texts.values()))
        if legend and "methods" not in data:
            ordered = sorted(dict(legend).items(), key=lambda one: (len(number_key(one[0])), number_key(one[0])))
            data["methods"] = [{"number": number, "name": name} for number, name in ordered]
            for cell in written:
                self._builder.took(cell, ContentPlace("idp", ("methods",)))
        elif legend == [(one.get("number"), one["name"]) for one in data.get("methods", [])]:
            self._builder.ledger.set(written, Fate.TAKEN)
        self._method_columns(cells, columns)

    def _method_columns(self, cells: list[GridCell], columns: tuple[HeadedColumn, ...]) -> None:
        """Read column headings that name one method each, with their printed numbers, if any."""
        data = self._builder.content.files["idp"]
        named = {_method_heading(one): one for one in columns if _method_heading(one)}
        for heading in named if len(named) > 1 or any(one.role == "method" for one in named.values()) else ():
            own = [cell for cell in cells if cell.line == heading]
            if plain_numbers(heading):  # the legend is elsewhere
                self._builder.ledger.set(own, Fate.HEADING)
                continue
            number, name = method_parts(heading)
            known = data.setdefault("methods", [])
            if not any(_folded(one["name"]) == _folded(name) for one in known):
                known.append(({"number": number} if number else {}) | {"name": name})
            place = ContentPlace("idp", ("methods", [_folded(one["name"]) for one in known].index(_folded(name))))
            for cell in own:
                self._builder.took(cell, place)

    def read(self, record: dict[str, Any], place: ContentPlace, cells: list[tuple[HeadedColumn, GridCell]]) -> None:
        """Read the method cells of a row."""
        at = ContentPlace(place.file, (*place.path, "methods"))
        stated = [(column, cell) for column, cell in cells if not cell.is_blank]
        if not stated:
            return
        uses: list[Any] = []
        written = [cell for _, cell in stated if "=" in cell.text]
        known_methods = self._builder.content.of("idp").get("methods", [])
        legend = {number_key(one["number"]): one["name"] for one in known_methods if "number" in one}
        for number, text in method_uses([cell.text for cell in written]):
            known = legend.get(number_key(number))
            same = known is not None and _folded(known) == _folded(text)
            uses.append(number if same else {"number": number, "printed": text})
        for cell in written:
            if is_only_methods(cell.text):
                self._builder.took(cell, at)
            else:
                self._builder.doubt("INTAKE-005", f"ในช่องวิธีการมีข้อความอื่นอยู่ด้วย: {cell.line[:80]}", cell, at)
        for column, cell in stated:
            if cell in written:
                continue
            numbers = plain_numbers(cell.text)
            if numbers:
                uses += numbers
                self._builder.took(cell, at)
            elif is_tick(cell.text) and (use := self._ticked_method(column)):
                uses.append(use)
                self._builder.took(cell, at)
            elif cell.text.strip() in NOTHING:
                self._builder.ledger.set([cell], Fate.TAKEN)
            elif _method_heading(column) or not cell.line or is_tick(cell.text):
                said = cell.line[:60] or ", ".join(cell.odd)
                self._builder.doubt("INTAKE-005", f"“{said}” ใต้ “{(column.child or column.head)[:40]}”", cell, at)
            else:
                uses += [self._in_words(line) for line in lines_of(cell.text)]
                self._builder.took(cell, at)
                if cell.has_unsure_lines:
                    self._builder.doubt("INTAKE-005", UNSURE_LINES, cell, at)
        if uses:
            record["methods"] = uses

    def _ticked_method(self, column: HeadedColumn) -> Any:
        """Return the method that a tick in a column means: its number, or its name if it has no number."""
        heading = _method_heading(column)
        if plain_numbers(heading):
            return heading
        return self._in_words(method_parts(heading)[1]) if heading else ""

    def _in_words(self, text: str) -> Any:
        """Return a method use as its number if the legend has the same words, else as the words."""
        for one in self._builder.content.of("idp").get("methods", []):
            if _folded(one["name"]) == _folded(text) and "number" in one:
                return str(one["number"])
        return text if reads_as_words(text) and not set(text) & set(",=•") else {"printed": text}

    def join(self, record: dict[str, Any], place: ContentPlace, cell: GridCell) -> None:
        """Add the methods of a cell that continues the row above."""
        before = list(record.get("methods", []))
        self.read(record, place, [(HeadedColumn("methods", ""), cell)])
        record["methods"] = before + [one for one in record.get("methods", []) if one not in before]


def _method_heading(column: HeadedColumn) -> str:
    """Return the heading of a column for one method; empty for other columns."""
    if column.role == "method":
        return column.child or column.head
    is_below = column.role == "methods" and column.child and column.child != column.head and "=" not in column.child
    return column.child if is_below else ""


def _folded(text: str) -> str:
    return fold_for_comparison(text).replace(" ", "")
