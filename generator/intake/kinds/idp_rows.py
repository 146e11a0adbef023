"""A table of individual development plans: rows in, positions out, each in the department of the band above."""

from __future__ import annotations

from typing import Any

from generator.intake.doubts import Doubt
from generator.intake.grids import Grid, GridCell
from generator.intake.kinds.bands import DEPARTMENT, STAFF
from generator.intake.kinds.cell_parts import (
    NOTHING,
    TICKS,
    UNSURE_LINES,
    continues_item,
    has_loose_lines,
    is_tick,
    items,
    plain_numbers,
)
from generator.intake.kinds.idp_methods import IdpMethods
from generator.intake.ledger import Fate
from generator.intake.personal_names import TAKEN_OUT
from generator.intake.plan_builder import PlanBuilder
from generator.intake.table_headings import HeadedColumn, year_of
from generator.intake.workbook.book_layout import ContentPlace

_LOOSE_LINES = "บรรทัดที่ไม่มีเลขข้อแยกเป็นอีกข้อหนึ่ง ถ้าต่อจากข้อก่อนหน้าให้รวมเป็นบรรทัดเดียว"
_ByRole = dict[str, list[tuple[HeadedColumn, GridCell]]]


class IdpRows:
    """Reads rows of IDP tables; department and category carry over to the next table."""

    def __init__(self, builder: PlanBuilder) -> None:
        """Take the plan builder."""
        self._builder = builder
        self._department = self._category = self._years_from = ""
        self._unknown: set[str] = set()
        self._method_cells = IdpMethods(builder)
        self._last: tuple[dict[str, Any], ContentPlace] | None = None

    def heading(self, cells: list[GridCell], columns: tuple[HeadedColumn, ...]) -> None:
        """Read years and methods from the heading cells: a legend, or a column per method."""
        data = self._builder.content.files.setdefault("idp", {})
        years = list(dict.fromkeys(filter(None, (year_of(one.child) for one in columns if one.role == "years"))))
        if years and "years" not in data:
            data["years"] = years
            self._years_from = cells[0].source
        elif not set(years) <= set(data.get("years", ())):
            before = f"ปี {', '.join(data['years'])} ในหัวตารางที่ {self._years_from}"
            said = f"ปี {', '.join(years)} ในหัวตารางนี้ต่างจาก{before} จึงใช้ปีของตารางแรก"
            place = ContentPlace("idp", ("years",))
            self._builder.doubts.append(Doubt("INTAKE-013", said, cells[0].source, place))
        self._method_cells.heading(cells, columns)

    def read(self, grid: Grid, row: int, columns: tuple[HeadedColumn, ...]) -> None:
        """Read one row below a heading."""
        own = [cell for cell in grid.row(row) if cell.row == row and not cell.is_blank]
        if not own:
            return
        by_role: _ByRole = {}
        seen: set[int] = set()
        for place, column in enumerate(columns):
            cell = grid.at(row, place)
            if cell is not None and (id(cell) not in seen or column.role == "years"):
                seen.add(id(cell))
                by_role.setdefault(column.role, []).append((column, cell))
        position = next((cell for _, cell in by_role.get("position", ())), None)
        is_alone = len(own) == 1 and (own[0].columns > 1 or own[0].column == 0 or own[0] is position)
        if is_alone and self._band(own[0], is_across=own[0].columns >= len(columns)):
            return
        for _, cell in by_role.get("_person", ()):
            if cell.text == TAKEN_OUT:
                self._builder.ledger.set([cell], Fate.REPORTED)
        if position is None or position.is_blank or position.row != row:
            self._continued(own, by_role, is_certain=position is not None and position.row != row)
            return
        self._row(by_role, position)

    def _band(self, cell: GridCell, *, is_across: bool) -> bool:
        """Read a row with a single text; return False if it is no group; `is_across`: as wide as the table."""
        text = cell.line
        if department := self._builder.department(text):
            self._department, self._category = department, ""
        elif is_across and DEPARTMENT.match(text):
            if text not in self._unknown:
                below = len(self._builder.content.of("idp").get("rows", []))
                place = ContentPlace("idp", ("rows", below, "department"))  # of the row that follows
                self._builder.doubt("INTAKE-004", f"หัวข้อกลุ่ม “{text[:60]}” ไม่ตรงกับส่วนราชการใด", cell, place)
            self._unknown.add(text)
            self._department, self._category = text, ""
        elif STAFF.match(text):
            self._category = text
        else:
            return False
        self._builder.ledger.set([cell], Fate.HEADING)
        self._last = None
        return True

    def _row(self, by_role: _ByRole, position: GridCell) -> None:
        builder = self._builder
        record: dict[str, Any] = {"id": f"idp-{len(builder.content.of('idp').get('rows', [])) + 1:02}"}
        place = builder.add("idp", ("rows",), record)
        if self._department:
            record["department"] = self._department
        for _, cell in by_role.get("department", ()):
            if not cell.is_blank and ContentPlace(place.file, (*place.path, "department")) not in builder.origins:
                record["department"] = builder.department(cell.line) or cell.line
                builder.took(cell, ContentPlace(place.file, (*place.path, "department")))
                if not builder.department(cell.line):
                    builder.doubt("INTAKE-004", f"ส่วนราชการ “{cell.line[:60]}”", cell, place)
        if self._category:
            record["staff_category"] = self._category
        record["position"] = _without_person(position.line)
        builder.took(position, ContentPlace(place.file, (*place.path, "position")))
        for _, cell in by_role.get("number", ()):
            if plain_numbers(cell.text.rstrip(".)")):  # the plan does not number its rows
                builder.ledger.set([cell], Fate.TAKEN)
        for role in ("skills", "goals"):
            self._items(record, place, role, by_role.get(role, []))
        self._method_cells.read(record, place, [*by_role.get("methods", []), *by_role.get("method", [])])
        self._years(record, place, by_role.get("years", []))
        self._last = (record, place)

    def _items(
        self, record: dict[str, Any], place: ContentPlace, role: str, cells: list[tuple[HeadedColumn, GridCell]]
    ) -> None:
        for _, cell in cells:
            if cell.is_blank:
                continue
            at = ContentPlace(place.file, (*place.path, role))
            found = items(cell.text, () if cell.has_unsure_lines else cell.paragraphs)
            said = ""
            if found is None:
                found, said = [{"text": cell.line}], "เลขข้อในช่องนี้ไม่เรียงลำดับ จึงไม่แยกเป็นข้อ"
            elif cell.has_unsure_lines:
                said = UNSURE_LINES
            elif has_loose_lines(cell.paragraphs):
                said = _LOOSE_LINES
            if role == "goals":
                found = [{key: value for key, value in one.items() if key != "competencies"} for one in found]
            if found:
                record[role] = [*record.get(role, []), *found]
            self._builder.took(cell, at)
            if said:
                self._builder.doubt("INTAKE-005", said, cell, at)

    def _years(self, record: dict[str, Any], place: ContentPlace, cells: list[tuple[HeadedColumn, GridCell]]) -> None:
        at = ContentPlace(place.file, (*place.path, "years"))
        years = []
        for column, cell in cells:
            if cell.is_blank:
                continue
            year = year_of(column.child)
            if year and cell.text.strip() in TICKS:
                years.append(year)
                self._builder.took(cell, at)
            elif cell.text.strip() in NOTHING:
                self._builder.ledger.set([cell], Fate.TAKEN)
            else:
                said = f"เครื่องหมาย “{cell.line[:40]}” ใต้ “{(column.child or column.head)[:40]}”"
                self._builder.doubt("INTAKE-005", said, cell, at)
        if years:
            record["years"] = years

    def _continued(self, own: list[GridCell], by_role: _ByRole, *, is_certain: bool) -> None:
        """Append a continuation row to the position above."""
        if self._last is None:
            return  # reported as unused cells
        record, place = self._last
        for role in ("skills", "goals"):
            for _, cell in by_role.get(role, ()):
                if cell in own:
                    self._join_items(record, place, role, cell, is_certain=is_certain)
        for _, cell in by_role.get("methods", ()):
            if cell in own and "=" in cell.text:
                self._method_cells.join(record, place, cell)
        for column, cell in by_role.get("years", ()):
            if cell in own and is_tick(cell.text) and (year := year_of(column.child)):
                record.setdefault("years", []).append(year)
                self._builder.took(cell, ContentPlace(place.file, (*place.path, "years")))

    def _join_items(
        self, record: dict[str, Any], place: ContentPlace, role: str, cell: GridCell, *, is_certain: bool
    ) -> None:
        at = ContentPlace(place.file, (*place.path, role))
        found = items(cell.text)
        is_loose = False
        known = record.setdefault(role, [])
        if found and "number" in found[0]:
            known += [
                {key: value for key, value in one.items() if role == "skills" or key != "competencies"} for one in found
            ]
        elif known and is_certain and not continues_item(cell.line):
            known.append({"text": cell.line})
            is_loose = True
        elif known:
            known[-1]["text"] = f"{known[-1].get('text', '')} {cell.line}".strip()
            known[-1].pop("competencies", None)
        else:
            known.append({"text": cell.line})
        self._builder.took(cell, at)
        if is_loose:
            self._builder.doubt("INTAKE-005", _LOOSE_LINES, cell, at)
        if not is_certain:
            self._builder.doubt("INTAKE-008", f"ต่อข้อความ “{cell.line[:60]}” ให้แถวก่อนหน้า", cell, at)


def _without_person(text: str) -> str:
    """Return the position in a cell from which a name was removed; the placeholder if nothing else is there."""
    return text.replace(TAKEN_OUT, " ").strip().removeprefix("ตำแหน่ง").strip(" :") or text
