"""Reads the tables of office files into a plan: each by its heading, or as a continuation of the previous table.

Unrecognised tables are kept whole and reported. At the end, every unused cell in the ledger is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Protocol

from generator.intake.doubts import Doubt, code_of_odd
from generator.intake.grids import Grid, OfficeDocument, OfficeParagraph
from generator.intake.kinds.alignment_rows import AlignmentRows
from generator.intake.kinds.committee_rows import CommitteeRows
from generator.intake.kinds.evaluation_rows import EvaluationRows
from generator.intake.kinds.idp_rows import IdpRows
from generator.intake.kinds.matrix_rows import MatrixRows
from generator.intake.kinds.other_rows import OtherRows
from generator.intake.kinds.project_rows import ProjectRows
from generator.intake.kinds.step_rows import StepRows
from generator.intake.kinds.survey_rows import SurveyRows
from generator.intake.ledger import Fate
from generator.intake.plan_builder import PlanBuilder
from generator.intake.prose import ProseReader
from generator.intake.questions import Question, questions_about, texts_below
from generator.intake.table_headings import (
    IGNORED,
    HeadedColumn,
    TableHeading,
    folded_heading,
    headings,
    is_heading_word,
    month_of,
    year_of,
)
from generator.intake.table_titles import Lead, TableTitle, is_heading, leads
from generator.intake.workbook.book_writer import KeptTable

_TITLED: dict[str, tuple[str, tuple[str, ...]]] = {
    "projects": ("projects", ()),
    "idp": ("idp", ()),
    "matrix": ("plan", ("budget_matrix",)),
    "alignment": ("plan", ("alignment",)),
    "survey": ("plan", ("survey",)),
    "request_steps": ("plan", ("request_steps",)),
}
_ABOUT = {"request_steps": re.compile("อบรม"), "evaluation": re.compile("ประเมิน")}
"""Words required in or above such a table: its columns alone would also fit other tables."""
_MOST_TOLD = 60
"""Most characters of a cell in a message."""


class _RowReader(Protocol):
    def read(self, grid: Grid, row: int, columns: tuple[HeadedColumn, ...]) -> None: ...


class TableReader:
    """Reads the tables of documents into one plan."""

    def __init__(self, builder: PlanBuilder, mapping: Mapping[str, Mapping[str, str]] | None = None) -> None:
        """Take the plan builder, and extra heading words: kind -> folded heading -> role."""
        self._builder = builder
        self._mapping = mapping or {}
        self._projects, self._idp = ProjectRows(builder), IdpRows(builder)
        self._matrix, self._committee = MatrixRows(builder), CommitteeRows(builder)
        self._other, self._survey = OtherRows(builder), SurveyRows(builder)
        self._evaluation = EvaluationRows(builder)
        self._readers: dict[str, _RowReader] = {
            "projects": self._projects,
            "idp": self._idp,
            "matrix": self._matrix,
            "committee": self._committee,
            "alignment": AlignmentRows(builder),
            "survey": self._survey,
            "request_steps": StepRows(builder),
            "evaluation": self._evaluation,
            "other": self._other,
        }
        self._before: TableHeading | None = None
        self.questions: list[Question] = []
        """Questions to the officer about unknown columns."""
        self.kept_tables: list[KeptTable] = []
        self.counts: dict[str, int] = {}

    def read(self, document: OfficeDocument) -> None:
        """Read all tables of a document."""
        title = TableTitle()
        caption = ""
        prose = ProseReader(self._builder)
        above = leads(document.blocks)
        for index, block in enumerate(document.blocks):
            if isinstance(block, OfficeParagraph):
                lead = above.get(index)
                if lead is Lead.CAPTION:
                    title = title.captioned(block)
                elif lead is Lead.HEADING or is_heading(block):
                    title = title.headed(block)
                    self._before = None
                prose.read(block, lead)
                continue
            if title.caption and not title.is_continued(caption):
                self._before = None
            self._table(block, title)
            caption = title.caption or caption
            title = replace(title, caption="")
        for odd, source in document.odd:
            self._builder.doubts.append(Doubt(code_of_odd(odd), odd, source))
        prose.end()
        if prose.unused:
            rows = tuple((one.source, one.text) for one in prose.unused)
            self.kept_tables.append(KeptTable(f"ย่อหน้าใน {document.name}", rows))
            said = f"{len(rows):,} ย่อหน้า อยู่ท้ายสมุดงาน"
            self._builder.doubts.append(Doubt("INTAKE-011", said, document.name, is_open=False))

    def _table(self, grid: Grid, title: TableTitle) -> None:
        found = [one for one in headings(grid, self._mapping) if self._is_about(grid, one, title)]
        found = list(self._with_children(found))
        used = False
        if not found or found[0].row > 0:
            first = found[0].row if found else grid.height
            carried = self._carried_on(grid, title) if not found or self._leads(grid, first) else None
            if carried is not None:
                self._rows(grid, carried, 0, first)
                used = True
            elif found:
                self._above(grid, found[0], first)
        for place, heading in enumerate(found):
            used = True
            self._heading(grid, heading, title)
            after = found[place + 1].row if place + 1 < len(found) else grid.height
            self._rows(grid, heading, heading.row + heading.rows, after)
            self._entitle(heading, title)
            self._before = heading
        opened = list(self._builder.ledger.open_cells(grid))
        if not used:
            self.counts["unknown"] = self.counts.get("unknown", 0) + 1
            if opened:
                name = " ".join(filter(None, (f"ตารางที่ไม่รู้จัก: {grid.source}", title.caption)))
                self.kept_tables.append(KeptTable(name, grid.texts()))
                self.questions += questions_about(grid)
                first_text = opened[0].line[:_MOST_TOLD]
                said = f"{f'“{title.caption}” ' if title.caption else ''}เริ่มด้วย “{first_text}” เก็บไว้ทั้งตาราง"
                self._builder.doubts.append(Doubt("INTAKE-002", said, grid.source))
                for cell in opened:
                    self._builder.ledger.set([cell], Fate.REPORTED)
            return
        for cell in opened:
            said = cell.line if len(cell.line) <= _MOST_TOLD else f"{cell.line[:_MOST_TOLD]}…"
            self._builder.doubt("INTAKE-001", f"“{said}”" if said else ", ".join(cell.odd), cell)
        self._report_odd_cells(grid)
        kept = [one for one in grid.cells if self._builder.ledger.fate(one) is Fate.REPORTED]
        if kept:
            rows = tuple((cell.source, cell.text or ", ".join(cell.odd)) for cell in kept)
            self.kept_tables.append(KeptTable(f"ช่องที่ไม่มีที่ไป: {grid.source}", rows))

    def _with_children(self, found: list[TableHeading]) -> Iterator[TableHeading]:
        """Yield headings; one whose first row alone is repeated gets the years of the one before.

        An office that repeats a heading on a new page may leave out its second row.
        """
        before = self._before
        for one in found:
            is_repeated = (
                before and before.kind == one.kind and _heads(before) == _heads(one) and not _has_children(one)
            )
            before = replace(one, columns=before.columns) if before and is_repeated else one
            yield before

    def _report_odd_cells(self, grid: Grid) -> None:
        """Add doubts for odd cells without one: headings, and names that the plan already has."""
        odd_cells = [cell for cell in grid.cells if cell.odd]
        said = {one.source for one in self._builder.doubts} if odd_cells else set()
        for cell in odd_cells:
            if cell.source not in said:
                self._builder.doubts += (Doubt(code_of_odd(odd), odd, cell.source) for odd in cell.odd)

    def _leads(self, grid: Grid, first: int) -> bool:
        """Return whether rows above a heading continue the previous table, rather than being bands of the heading."""
        return any(len([cell for cell in grid.row(row) if not cell.is_blank]) > 1 for row in range(first))

    def _above(self, grid: Grid, heading: TableHeading, first: int) -> None:
        """Read the bands above a heading; other texts there are reported."""
        if heading.kind == "projects":
            self._rows(grid, heading, 0, first)

    def _carried_on(self, grid: Grid, title: TableTitle) -> TableHeading | None:
        """Return the previous table's heading if this table continues it: same number of columns, or of roles."""
        del title
        before = self._before
        if before is None:
            return None
        if len(before.columns) == grid.width:
            return before
        merged = tuple(_one_for_each(before.columns))
        return TableHeading(before.kind, before.row, before.rows, merged) if len(merged) == grid.width else None

    def _heading(self, grid: Grid, heading: TableHeading, title: TableTitle) -> None:
        self.counts[heading.kind] = self.counts.get(heading.kind, 0) + 1
        cells = [cell for row in range(heading.row, heading.row + heading.rows) for cell in grid.row(row)]
        self._ask(grid, heading)
        if heading.kind == "idp":
            self._idp.heading(cells, heading.columns)
        elif heading.kind == "other" and any(one.role != IGNORED for one in heading.columns):
            self._other.heading(cells, heading.columns, title.section, title.title)
        elif heading.kind == "matrix":
            self._matrix.heading(cells, heading.columns)
        elif heading.kind == "survey":
            self._survey.heading(cells, heading.columns)
        elif heading.kind == "evaluation":
            self._evaluation.heading(heading.columns, title.section, title.title)
        # Unknown headings are reported like any cell: the row may be data.
        known = [one for one in cells if is_heading_word(heading.kind, one.line, self._mapping.get(heading.kind))]
        self._builder.ledger.set(known, Fate.HEADING)

    def _entitle(self, heading: TableHeading, title: TableTitle) -> None:
        """Set section and title of a table, if rows were read from it."""
        if not title.title or heading.kind not in _TITLED:
            return
        file, keys = _TITLED[heading.kind]
        data = self._builder.content.of(file)
        for key in keys:
            data = data.get(key, {})
        if data:
            if title.section and "title" not in data:
                data.setdefault("section", title.section)
            data.setdefault("title", title.title)

    def _is_about(self, grid: Grid, heading: TableHeading, title: TableTitle) -> bool:
        """Return whether a table is of the kind that its columns suggest, for kinds whose columns are not specific."""
        about = _ABOUT.get(heading.kind)
        if about is None or self._mapping.get(heading.kind):
            return True
        above = [title.said]
        above += [cell.line for row in range(heading.row + heading.rows) for cell in grid.row(row)]
        return any(map(about.search, above))

    def _ask(self, grid: Grid, heading: TableHeading) -> None:
        """Add questions about unknown columns of a known table, one per heading."""
        if heading.kind in ("matrix", "other"):
            return
        asked = {(one.kind, folded_heading(one.head)) for one in self.questions}
        for place, column in enumerate(heading.columns):
            if not column.role and column.head and (heading.kind, folded_heading(column.head)) not in asked:
                asked.add((heading.kind, folded_heading(column.head)))
                below = texts_below(grid, heading.row + heading.rows, place)
                self.questions.append(Question(heading.kind, column.head, grid.source, below))

    def _rows(self, grid: Grid, heading: TableHeading, first: int, after: int) -> None:
        for row in range(first, after):
            if any(one.role != IGNORED for one in heading.columns):
                self._readers[heading.kind].read(grid, row, heading.columns)
            left_out = (grid.at(row, place) for place, one in enumerate(heading.columns) if one.role == IGNORED)
            self._builder.ledger.set(left_out, Fate.REPORTED)


def _heads(heading: TableHeading) -> list[tuple[str, str]]:
    return [(column.role, column.head) for column in heading.columns]


def _has_children(heading: TableHeading) -> bool:
    return any(column.child not in ("", column.head) for column in heading.columns)


def _one_for_each(columns: tuple[HeadedColumn, ...]) -> Iterator[HeadedColumn]:
    """Yield the columns, merging those with the same heading, since the following pages print no legend.

    Years, months and methods are not merged.
    """
    before: HeadedColumn | None = None
    for column in columns:
        is_own = bool(year_of(column.child) or month_of(column.child))
        is_own = is_own or (column.role == "methods" and bool(column.child) and "=" not in column.child)
        if before is None or is_own or column.head != before.head:
            yield column
        before = column
