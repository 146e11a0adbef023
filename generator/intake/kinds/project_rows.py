"""A table of projects: rows in, projects of the plan out, each in the strategy and tactic of the bands above."""

from __future__ import annotations

import re
from typing import Any

from generator.intake.grids import Grid, GridCell
from generator.intake.kinds.bands import StrategyBands
from generator.intake.kinds.cell_parts import NOTHING, is_tick, targets
from generator.intake.kinds.month_columns import months_text
from generator.intake.kinds.torn_project_rows import TEXTS, ByRole, ReadProject, doubt_values, join_row, target_child
from generator.intake.plan_builder import PlanBuilder
from generator.intake.table_headings import HeadedColumn, month_of, year_of
from generator.intake.workbook.book_layout import ContentPlace
from generator.thai.numerals import to_arabic

_SHARED_AMOUNT = "ช่องนี้รวมกับแถวบน จำนวนเงินเดียวจึงอยู่ในทุกโครงการที่ช่องครอบ ถ้าเป็นยอดร่วมกัน ให้เหลือไว้โครงการเดียว"
_SHARED_NAME = "ชื่อโครงการเป็นช่องที่รวมหลายแถวซึ่งมีลำดับของตนเอง จึงอ่านเป็นแถวละโครงการ ชื่อและค่าของแต่ละแถวอาจเป็นของอีกแถวหนึ่ง"
_JOINED_COLUMNS = "ต่อข้อความของสองคอลัมน์เป็นช่องเดียว ถ้าเป็นคนละเรื่อง ให้ย้ายไปคอลัมน์ของเรื่องนั้น"
_NUMBER_IN_NAME = "ลำดับอาจพิมพ์อยู่ในช่องชื่อโครงการ ให้ย้ายไปช่องลำดับ"
_NO_NAME = "ชื่อโครงการไม่มีตัวอักษร แถวนี้อาจเลื่อนไปหนึ่งคอลัมน์"
_TOTAL = re.compile(r"^รวม(?!ถึง|ทั้ง(?!สิ้น|หมด))")
_DIGIT = re.compile("[0-9๐-๙]")
_LETTER = re.compile(r"[^\W\d_]")
_BEGINS_WITH_NUMBER = re.compile(r"[0-9๐-๙]{1,2}[.)]\s*\D")


class ProjectRows:
    """Reads rows of project tables; strategy and tactic carry over to the next table."""

    def __init__(self, builder: PlanBuilder) -> None:
        """Take the plan builder."""
        self._builder = builder
        self._bands = StrategyBands(builder)
        self._last: ReadProject | None = None

    def read(self, grid: Grid, row: int, columns: tuple[HeadedColumn, ...]) -> None:
        """Read one row below a heading."""
        own = [cell for cell in grid.row(row) if cell.row == row and not cell.is_blank]
        if not own:
            return
        by_role = _by_role(grid, row, columns)
        name = _first(by_role, "name")
        # A text across the table, or alone in its first column, is a band for the rows below.
        alone = len(own) == 1 and (own[0].columns > 1 or own[0].column == 0 or own[0] is name)
        if alone and self._bands.read(own[0]):
            self._last = None
            return
        number = _first(by_role, "number")
        has_numbers = "number" in {one.role for one in columns}
        is_numbered = number is not None and not number.is_blank
        if _TOTAL.match(own[0].line) and (own[0] is not name or (has_numbers and not is_numbered and len(own) > 1)):
            for cell in own:
                self._builder.doubt("INTAKE-001", "แถวยอดรวม ซึ่งระบบคำนวณเอง", cell)
            return
        if name is None or not name.text.strip() or (len(own) == 1 and own[0] is not name):
            self._join_row(own, by_role)
            return
        if (
            name.row != row
            and self._last is not None
            and number is not None
            and number.row == row
            and _DIGIT.search(number.line)
        ):
            doubt_values(self._builder, self._last.place, _SHARED_NAME)
            self._project(by_role, columns, row)
            doubt_values(self._builder, self._last.place, _SHARED_NAME)
            return
        if name.row != row:  # merged down over this row: one project whose lines are rows
            self._join_row(own, by_role, is_certain=True)
            return
        if self._last is not None and has_numbers and not is_numbered and len(own) <= 2:
            self._join_row(own, by_role)
            return
        self._project(by_role, columns, row)
        if has_numbers and not is_numbered and _BEGINS_WITH_NUMBER.match(name.line):
            self._builder.doubt("INTAKE-005", _NUMBER_IN_NAME, name, self._last_name())
        elif not _LETTER.search(name.line):
            self._builder.doubt("INTAKE-005", _NO_NAME, name, self._last_name())

    def _project(self, by_role: ByRole, columns: tuple[HeadedColumn, ...], row: int) -> None:
        builder = self._builder
        record: dict[str, Any] = {"id": ""}
        place = builder.add("projects", ("projects",), record)
        self._last = ReadProject(record, place)
        for role in ("strategy", "tactic"):
            for _, cell in by_role.get(role, ()):
                if cell.text.strip() and not self._bands.read(cell):
                    builder.doubt("INTAKE-005", "ช่องนี้ไม่บอกลำดับของยุทธศาสตร์หรือกลยุทธ์", cell, place)
        if self._bands.strategy:
            record["strategy"] = self._bands.strategy
        if self._bands.tactic:
            record["tactic"] = self._bands.tactic
        number = _first(by_role, "number")
        if number is not None and number.text.strip():
            record["number"] = number.line.rstrip(".)")
            builder.took(number, ContentPlace(place.file, (*place.path, "number")))
        for role in TEXTS:
            at = ContentPlace(place.file, (*place.path, role))
            for _, cell in by_role.get(role, ()):
                is_joined = bool(cell.text.strip()) and role in record
                if cell.text.strip():
                    record[role] = f"{record[role]} {cell.line}" if is_joined else cell.line
                if not cell.is_blank:
                    builder.took(cell, at)
                if is_joined:
                    builder.doubt("INTAKE-005", _JOINED_COLUMNS, cell, at)
        self._targets(self._last, by_role.get("targets", []))
        self._by_year(record, place, "budget", by_role.get("budget", []), row)
        periods = by_role.get("periods", [])
        self._months(record, place, [one for one in periods if month_of(one[0].child)], columns)
        self._by_year(record, place, "periods", [one for one in periods if not month_of(one[0].child)], row)
        self._responsible(record, place, by_role.get("responsible", []))
        record["id"] = self._identifier(record)
        if not self._bands.strategy and number is not None:
            builder.doubt("INTAKE-005", "ไม่พบหัวข้อยุทธศาสตร์เหนือโครงการนี้", number, ContentPlace(place.file, place.path))

    def _targets(self, project: ReadProject, cells: list[tuple[HeadedColumn, GridCell]]) -> None:
        record, place = project.record, project.place
        for column, cell in cells:
            if cell.is_blank:
                continue
            if key := target_child(column):
                record.setdefault("targets", {})[key] = cell.line
            else:
                project.targets_read = cell.line
                found = targets(cell.text)
                if "targets" in record:
                    self._builder.doubt("INTAKE-005", "เป้าหมายมีหลายช่องที่ไม่บอกด้าน", cell, place)
                    continue
                if found:
                    record["targets"] = found
            self._builder.took(cell, ContentPlace(place.file, (*place.path, "targets", *([key] if key else []))))

    def _by_year(
        self,
        record: dict[str, Any],
        place: ContentPlace,
        key: str,
        cells: list[tuple[HeadedColumn, GridCell]],
        row: int,
    ) -> None:
        for column, cell in cells:
            if cell.is_blank:
                continue
            text = cell.line
            year = year_of(column.child)
            if key == "budget" and cell.row < row:
                self._builder.doubt("INTAKE-005", _SHARED_AMOUNT, cell, place)
            if text in NOTHING and year and key == "periods":
                self._builder.took(cell, place)
                continue
            if not text:
                self._builder.doubt("INTAKE-007", ", ".join(cell.odd), cell, place)
                continue
            if year:
                if isinstance(record.get(key, {}), str):
                    record[key] = {"printed": record[key], "by_year": {}}
                years = record.setdefault(key, {})
                years = years.get("by_year", years)
                head = to_arabic(year)
                years[head] = f"{years[head]} {text}" if head in years else text
                self._builder.took(cell, ContentPlace(place.file, (*place.path, key, head)))
            elif column.child and column.child != column.head:
                self._builder.doubt(
                    "INTAKE-001", f"ใต้หัวคอลัมน์ “{column.child[:40]}” ซึ่งไม่ใช่ปี: {cell.line[:60]}", cell, place
                )
            elif isinstance(record.get(key), str):
                record[key] = f"{record[key]} {text}"
                at = ContentPlace(place.file, (*place.path, key))
                self._builder.took(cell, at)
                self._builder.doubt("INTAKE-005", _JOINED_COLUMNS, cell, at)
            elif key in record:
                self._builder.doubt("INTAKE-001", cell.line[:60], cell, place)
            else:
                record[key] = text
                self._builder.took(cell, ContentPlace(place.file, (*place.path, key)))

    def _months(
        self,
        record: dict[str, Any],
        place: ContentPlace,
        cells: list[tuple[HeadedColumn, GridCell]],
        columns: tuple[HeadedColumn, ...],
    ) -> None:
        ticked: list[HeadedColumn] = []
        at = ContentPlace(place.file, (*place.path, "periods"))
        last: GridCell | None = None
        for column, cell in cells:
            if cell.is_blank:
                continue
            if cell.text.strip() in NOTHING:
                self._builder.took(cell, at)
            elif is_tick(cell.text):
                ticked.append(column)
                last = cell
                self._builder.took(cell, at)
            else:
                said = f"“{cell.line[:40]}” ใต้เดือน {column.child}" if cell.line else ", ".join(cell.odd)
                self._builder.doubt("INTAKE-005", said, cell, at)
        if last is None:
            return
        record["periods"], is_certain = months_text(ticked, [one for one in columns if one.role == "periods"])
        if not is_certain:
            said = f"เดือนที่ทำเครื่องหมายอ่านได้ว่า “{record['periods']}” ดูว่าปีตรงกับเอกสาร"
            self._builder.doubt("INTAKE-005", said, last, at)

    def _responsible(
        self, record: dict[str, Any], place: ContentPlace, cells: list[tuple[HeadedColumn, GridCell]]
    ) -> None:
        texts = [cell for _, cell in cells if not cell.is_blank]
        printed = " ".join(cell.line for cell in texts).strip()
        for cell in texts:
            self._builder.took(cell, ContentPlace(place.file, (*place.path, "responsible")))
        if not printed:
            return
        named = self._builder.names.departments_named(printed)
        record["responsible"] = {"departments": list(named), "printed": printed}
        if not named:
            self._builder.doubt(
                "INTAKE-004",
                f"ผู้รับผิดชอบ “{printed[:60]}” ไม่ตรงกับส่วนราชการใด",
                texts[0],
                ContentPlace(place.file, (*place.path, "responsible")),
            )

    def _join_row(self, own: list[GridCell], by_role: ByRole, *, is_certain: bool = False) -> None:
        if self._last is not None:  # otherwise its cells are reported as unused
            join_row(self._builder, self._last, own, by_role, is_certain=is_certain)

    def _last_name(self) -> ContentPlace | None:
        place = self._last.place if self._last else None
        return place and ContentPlace(place.file, (*place.path, "name"))

    def _identifier(self, record: dict[str, Any]) -> str:
        around = record.get("tactic") or record.get("strategy") or "p"
        number = re.sub("[^0-9]", "-", to_arabic(record.get("number", ""))).strip("-")
        used = {one["id"] for one in self._builder.content.of("projects")["projects"] if one is not record}
        identifier = f"{around}-{number}" if number else f"{around}-x1"
        count = 1
        while identifier in used:
            count += 1
            identifier = f"{around}-{number or 'x'}-{count}"
        return identifier


def _by_role(grid: Grid, row: int, columns: tuple[HeadedColumn, ...]) -> ByRole:
    """Return the cells of a row by the role of their first column; each cell once."""
    found: dict[str, list[tuple[HeadedColumn, GridCell]]] = {}
    seen: set[int] = set()
    for place, column in enumerate(columns):
        cell = grid.at(row, place)
        if cell is None or id(cell) in seen:
            continue
        # A cell that spans several years or months applies to each.
        is_each = bool(year_of(column.child) or month_of(column.child))
        if not (column.role in ("periods", "budget") and cell.columns > 1 and is_each):
            seen.add(id(cell))
        found.setdefault(column.role, []).append((column, cell))
    return found


def _first(by_role: ByRole, role: str) -> GridCell | None:
    return next((cell for _, cell in by_role.get(role, ())), None)
