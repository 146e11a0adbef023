"""Reads the cells of our workbook into content, with the cell of every value, and doubts about misplaced values.

Sheets are identified by the keys in their hidden first row, whatever their names and the order of rows and columns. No
cell is dropped silently: a value without a key is reported.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.errors import UsageError
from generator.intake.doubts import WORDS, Doubt, code_of_odd
from generator.intake.personal_names import without_personal_data
from generator.intake.plan_content import PlanContent
from generator.intake.spreadsheets.xlsx_cells import A_HIDDEN_COLUMN, A_HIDDEN_ROW, BookCells, SheetCells
from generator.intake.workbook import question_sheet
from generator.intake.workbook.book_layout import ContentPlace, cell_place, further_column, references_of, wholes
from generator.intake.workbook.book_writer import (
    DOUBTS,
    DOUBTS_KEY,
    FOUND_KEY,
    INTRO,
    KEPT_KEY,
    WRITTEN,
    WRITTEN_KEY,
)
from generator.intake.workbook.carried_sheets import CarriedSheets, carried_sheets
from generator.intake.workbook.cell_codecs import References
from generator.intake.workbook.plan_sheets import LIST_SHEETS, OTHER_SHEET, PLAN_SHEET, SINGLE_FIELDS, ListSheet
from generator.intake.workbook.record_rows import decode_row
from generator.intake.workbook.sheet_keys import WITH_DOUBTS, cell_name, column_keys, rest_of, sheet_key

WITH_IDS = {
    "departments": "dep",
    "local_strategies": "local",
    "values": "value",
    "strategies": "s",
    "tactics": "t",
    "projects": "p",
    "idp": "idp",
}
"""Sheets whose rows have ids, and the prefix of new ids."""
UNUSED_ANSWERS, DELETED_DOUBT = "INTAKE-012", "INTAKE-019"
_LONGEST_YEAR = 4
_HEAD_ROWS = 2
"""Rows of keys and of Thai headings."""
_A_MERGED_CELL = "ช่องที่รวมกัน ค่าจึงอยู่เฉพาะช่องแรก ให้ยกเลิกการรวมช่อง แล้วพิมพ์ค่าในทุกช่องที่เป็นของค่านั้น"
_IGNORED = frozenset({DOUBTS_KEY, WRITTEN_KEY, FOUND_KEY, KEPT_KEY, question_sheet.KEY})


@dataclass
class ReadBook:
    """Content of a workbook."""

    content: PlanContent
    origins: dict[ContentPlace, str] = field(default_factory=dict)
    """Cell of every value: `โครงการ!J14`."""
    doubts: list[Doubt] = field(default_factory=list)
    carried: CarriedSheets = field(default_factory=CarriedSheets)
    """What the workbook has besides the plan."""
    is_whole: bool = False
    """Whether it was filled from the plan and still has all sheets, so that missing values were deleted on purpose."""

    @property
    def open_notes(self) -> list[tuple[str, str]]:
        """Open items of the list of doubts: place and message."""
        return [(one.cell, one.note.message) for one in self.carried.doubts if one.note.is_open]

    def cell_of(self, place: ContentPlace) -> str:
        """Return the cell of a value, or of its nearest parent; empty if there is none."""
        while place not in self.origins and place.path:
            place = ContentPlace(place.file, place.path[:-1])
        return self.origins.get(place, "")


@dataclass
class _Row:
    sheet: SheetCells
    number: int
    cells: dict[str, str]
    """Texts by key."""
    at: dict[str, str]
    """Cells by key."""
    odd: dict[str, str]


def is_our_workbook(book: BookCells) -> bool:
    """Return whether a workbook was made by `phaen template` or `phaen import`."""
    return any(sheet_key(sheet) for sheet in book.sheets)


def read_book(book: BookCells, *, needs_identity: bool = True) -> ReadBook:
    """Return the content of our workbook; UsageError if `needs_identity` and it does not state LAO and cycle."""
    sheets: dict[str, SheetCells] = {}
    for sheet in book.sheets:
        if key := sheet_key(sheet):
            sheets.setdefault(key, sheet)
    doubts = [*_copied_sheets(book, sheets), *_missing_columns(sheets)]
    unused: list[tuple[str, str]] = []
    rows = {key: list(_rows(sheet, doubts, unused)) for key, sheet in sheets.items() if key not in _IGNORED}
    code, cycle = _identity(rows.get("plan", []), book, is_needed=needs_identity)
    is_whole = book.properties.get("phaen_whole") == "yes" and all(spec.key in sheets for spec in LIST_SHEETS)
    read = ReadBook(PlanContent(code, cycle), doubts=doubts, is_whole=is_whole and "other" in sheets)
    read.carried.unused = unused
    keys: dict[tuple[str, str], tuple[Any, ...]] = {}
    content = read.content
    held = {
        (str(step.get("sheet")), str(step.get("row")))
        for row in rows.get("other", [])
        for step in _steps(row)
        if isinstance(step, dict)
    }
    # Names first: other sheets refer to them.
    for spec in sorted(LIST_SHEETS, key=lambda one: _ORDER.index(one.key) if one.key in _ORDER else len(_ORDER)):
        if spec.key in rows:
            _read_list(spec, rows[spec.key], read, references_of(content), keys, held)
        elif spec.key not in sheets:
            doubts.append(Doubt("INTAKE-010", f"ไม่มีแผ่น “{spec.name}” จึงถือว่าไม่มีข้อมูลเรื่องนี้", spec.name))
    for key, name in _ALWAYS.items():
        if key not in sheets:
            doubts.append(Doubt("INTAKE-010", f"ไม่มีแผ่น “{name}” จึงถือว่าไม่มีข้อมูลเรื่องนี้", name))
    _read_single(rows.get("plan", []), read, references_of(content))
    _read_other(rows.get("other", []), read, keys)
    for sheet in book.sheets:
        if not sheet_key(sheet) and not sheet.is_hidden and sheet.name != INTRO and sheet.texts:
            first = min(sheet.texts)
            doubts.append(
                Doubt(
                    "INTAKE-001",
                    f"แผ่น “{sheet.name}” {len(sheet.texts):,} ช่อง ไม่ใช่แผ่นของสมุดงานนี้",
                    cell_name(sheet, *first),
                )
            )
    if question_sheet.answered(book):
        doubts.append(Doubt(UNUSED_ANSWERS, "", question_sheet.NAME))
    carried = carried_sheets(book, read.origins)
    carried.unused += read.carried.unused
    read.carried = carried
    if "plan" in sheets and rest_of(sheets["plan"]) == [WITH_DOUBTS] and not carried.doubts:
        doubts.append(Doubt("INTAKE-010", _NO_LIST, DOUBTS, remedy=_GET_LIST))
    else:
        doubts += _deleted_doubts(carried)
    if any(one.identifier for one in carried.doubts) and WRITTEN_KEY not in sheets:
        doubts.append(Doubt("INTAKE-010", _NO_COPY, WRITTEN, remedy=_GET_LIST))
    return read


def _deleted_doubts(carried: CarriedSheets) -> Iterator[Doubt]:
    """Yield a doubt per open doubt whose row was deleted from the list: nothing says that an officer looked at it."""
    for one in carried.deleted:
        if one.note.is_open:
            source = f" ({one.note.source})" if one.note.source else ""
            said = f"{one.note.code} {one.note.message}{source}"
            yield Doubt(DELETED_DOUBT, said, DOUBTS, one.note.place, remedy=WORDS[DELETED_DOUBT][1])


def _copied_sheets(book: BookCells, sheets: dict[str, SheetCells]) -> Iterator[Doubt]:
    """Yield a doubt per copy of a sheet: only the first is read."""
    for sheet in book.sheets:
        key = sheet_key(sheet)
        if key and key != KEPT_KEY and sheets[key] is not sheet:
            said = f"แผ่น “{sheet.name}” เป็นสำเนาของแผ่น “{sheets[key].name}” อ่านเฉพาะแผ่น “{sheets[key].name}” ซึ่งอยู่ก่อน"
            remedy = "เหลือแผ่นเดียวที่มีข้อมูลถูกต้อง แล้วลบอีกแผ่นหนึ่ง"
            yield Doubt("INTAKE-010", said, cell_name(sheet, 1, 1), remedy=remedy)


def _missing_columns(sheets: dict[str, SheetCells]) -> Iterator[Doubt]:
    """Yield a doubt per deleted column: its values are missing, not unknown."""
    for spec in LIST_SHEETS:
        if sheet := sheets.get(spec.key):
            there = set(column_keys(sheet).values())
            gone = [one.heading for one in spec.columns if not one.path.endswith(".*") and one.path not in there]
            gone += [_further_heading(spec, key) for key in rest_of(sheet) if key not in there]
            for heading in filter(None, dict.fromkeys(gone)):
                said = f"แผ่น “{sheet.name}” ไม่มีคอลัมน์ “{heading}” จึงถือว่าไม่มีค่าในคอลัมน์นี้ทุกแถว"
                yield Doubt("INTAKE-010", said, sheet.name, remedy=_GET_COLUMN)
    for key, name in _ALWAYS.items():
        if (sheet := sheets.get(key)) and "value" not in column_keys(sheet).values():
            yield Doubt("INTAKE-010", f"แผ่น “{name}” ไม่มีคอลัมน์ของค่า", sheet.name, remedy=_GET_COLUMN)


def _further_heading(spec: ListSheet, key: str) -> str:
    """Return the heading of a column of a year or an index, which is gone; empty for a key that we never write."""
    name, which = further_column(key) or ("", "")
    column = next((one for one in spec.columns if one.path.removesuffix(".*") == name), None)
    if column is None or not which.isdecimal() or len(which) > _LONGEST_YEAR:
        return ""
    return f"{column.heading} {int(which) + 1}" if column.path.endswith(".*") else f"{column.heading} ปี {which}"


_GET_COLUMN = "ให้คัดลอกคอลัมน์นั้นพร้อมแถวที่ ๑ ซึ่งซ่อนอยู่ กลับจากสมุดงานฉบับก่อน"
_ALWAYS = {"plan": PLAN_SHEET, "other": OTHER_SHEET}
_NO_LIST = f"ไม่มีแผ่น “{DOUBTS}” หรือรายการในแผ่นนั้นถูกลบหมด จึงไม่ทราบว่าดูครบแล้วหรือไม่"
_NO_COPY = f"ไม่มีแผ่น “{WRITTEN}” ซึ่งซ่อนไว้ จึงไม่ทราบว่ามีแถวใดถูกลบจากแผ่น “{DOUBTS}”"
_GET_LIST = "ให้คัดลอกแผ่นนั้นกลับจากสมุดงานฉบับก่อน หรือสั่ง phaen import เอกสารเดิม --out ตรวจทานใหม่.xlsx แล้วตรวจทานในสมุดงานใหม่"
_ORDER = ("departments", "values", "local_strategies", "strategies", "tactics")


def _shown_otherwise(sheet: SheetCells) -> Iterator[Doubt]:
    """Yield doubts for merged cells, and for what lies over cells or through their text."""
    for row, column, last_row, _ in sheet.merged:
        if last_row > _HEAD_ROWS:
            yield Doubt("INTAKE-005", _A_MERGED_CELL, cell_name(sheet, row, column))
    for (row, column), remarks in sorted(sheet.seen.items()):
        for one in remarks:
            if one not in (A_HIDDEN_ROW, A_HIDDEN_COLUMN):  # our keys are hidden
                yield Doubt(code_of_odd(one), one, cell_name(sheet, row, column))


def _rows(sheet: SheetCells, doubts: list[Doubt], unused: list[tuple[str, str]]) -> Iterator[_Row]:
    """Yield non-empty rows; add doubts for values without a key, and their texts to the unused ones."""
    doubts += _shown_otherwise(sheet)
    keys = column_keys(sheet)
    by_row: dict[int, _Row] = {}
    for (row, column), text in sorted(sheet.texts.items()):
        if row <= _HEAD_ROWS:
            continue
        line = by_row.setdefault(row, _Row(sheet, row, {}, {}, {}))
        key = keys.get(column, "")
        if not key:
            doubts.append(Doubt("INTAKE-001", _short(text), cell_name(sheet, row, column)))
            unused.append((cell_name(sheet, row, column), text))
            continue
        line.cells[key] = text
        line.at[key] = cell_name(sheet, row, column)
        if odd := sheet.odd.get((row, column)):
            line.odd[key] = odd
    yield from by_row.values()


def _identity(rows: list[_Row], book: BookCells, *, is_needed: bool) -> tuple[str, str]:
    said = {row.cells.get("_path", ""): row.cells.get("value", "").strip() for row in rows}
    code = said.get('["lao", "code"]', "") or book.properties.get("phaen_lao_code", "")
    cycle = said.get('["plan", "cycle"]', "") or book.properties.get("phaen_cycle", "")
    if is_needed and not (code and cycle):
        raise UsageError("สมุดงานนี้ไม่บอกรหัส อปท. หรือรอบแผน ให้กรอกในแผ่น “แผน” สองแถวนั้นก่อน")
    return code, cycle


def _read_list(
    spec: ListSheet,
    rows: list[_Row],
    read: ReadBook,
    references: References,
    keys: dict[tuple[str, str], tuple[Any, ...]],
    held: set[tuple[str, str]],
) -> None:
    places = _widths(spec, rows)
    target: list[Any] | None = None
    used = {row.cells.get("_row", "") for row in rows}
    for row in rows:
        is_said = any(text.strip() for key, text in row.cells.items() if not key.startswith("_"))
        if not is_said and (spec.key, row.cells.get("_row", "")) not in held:
            continue  # a row without text was cleared
        record = decode_row(row.cells, spec.columns, references, places)
        key = row.cells.get("_row", "")
        if spec.key in WITH_IDS:
            key = key or _new_id(spec, record, used, len(target or []))
            used.add(key)
            record = ({"id": key} if not key.startswith("#") else {}) | record
        if spec.parent:
            path = _below_parent(row, record, read, references)
            if path is None:
                continue
        else:
            target = target if target is not None else _list_at(read.content, spec)
            target.append(record)
            path = (*spec.path, len(target) - 1)
        if row.cells.get("_row"):
            keys[(spec.key, row.cells["_row"])] = path
        _origins(spec, row, path, read)


def _below_parent(row: _Row, record: dict[str, Any], read: ReadBook, references: References) -> tuple[Any, ...] | None:
    parent = references.id_of("strategy", row.cells.get("_parent", "").strip())
    strategies = read.content.of("plan").get("strategies", [])
    for index, strategy in enumerate(strategies):
        if strategy.get("id") == parent:
            tactics = strategy.setdefault("tactics", [])
            tactics.append(record)
            return ("strategies", index, "tactics", len(tactics) - 1)
    cell = next(iter(row.at.values()), row.sheet.name)
    read.doubts.append(Doubt("INTAKE-004", f"กลยุทธ์ “{_short(str(record.get('name', '')))}” ไม่บอกยุทธศาสตร์ที่มีอยู่", cell))
    read.carried.unused += [
        (at, row.cells[key]) for key, at in row.at.items() if key != "_row" and row.cells[key].strip()
    ]
    return None


def _list_at(content: PlanContent, spec: ListSheet) -> list[Any]:
    data: Any = content.files.setdefault(spec.file, {})
    for key in spec.path[:-1]:
        data = data.setdefault(key, {})
    found: list[Any] = data.setdefault(spec.path[-1], [])
    return found


def _origins(spec: ListSheet, row: _Row, path: tuple[Any, ...], read: ReadBook) -> None:
    record = ContentPlace(spec.file, path)
    shown = next((cell for key, cell in row.at.items() if not key.startswith("_")), next(iter(row.at.values()), ""))
    read.origins[record] = row.at.get("name", row.at.get("position", shown))
    for key, cell in row.at.items():
        if not key.startswith("_") and (place := cell_place(record, key)):
            read.origins.setdefault(place, cell)
            for whole in wholes(record, place):
                read.origins.setdefault(whole, cell)
            if odd := row.odd.get(key):
                read.doubts.append(Doubt("INTAKE-003", odd, cell, place))


def _widths(spec: ListSheet, rows: list[_Row]) -> dict[str, int]:
    found: dict[str, int] = {}
    sheet = rows[0].sheet if rows else None
    for column in spec.columns:
        if column.path.endswith(".*") and sheet is not None:
            base = column.path[:-2]
            heads = [text for (row, _), text in sheet.texts.items() if row == 1 and text.startswith(f"{base}.")]
            found[base] = len(heads)
    return found


def _new_id(spec: ListSheet, record: dict[str, Any], used: set[str], count: int) -> str:
    begins = WITH_IDS[spec.key]
    if spec.key == "projects" and isinstance(record.get("tactic") or record.get("strategy"), str):
        stated = str(record.get("tactic") or record.get("strategy"))
        begins = f"{stated}-" if stated.isascii() and stated.replace("-", "").isalnum() else "p"
    elif spec.key not in ("strategies",):
        begins = f"{begins}-"
    number = 1 if spec.key == "projects" else count + 1
    while f"{begins}{number}" in used:
        number += 1
    return f"{begins}{number}"


def _read_single(rows: list[_Row], read: ReadBook, references: References) -> None:
    codecs = {(one.file, *one.path): one.codec for one in SINGLE_FIELDS}
    for row in rows:
        text = row.cells.get("value", "")
        path = _steps(row)
        if not path or not all(isinstance(step, str) for step in path):
            if text:
                read.doubts.append(Doubt("INTAKE-001", _short(text), row.at["value"]))
                read.carried.unused.append((row.at["value"], text))
            continue
        # Record the cell of empty values too: findings about missing values are reported there.
        cell = _value_cell(row)
        for place in (ContentPlace(path[0], tuple(path[1:])), ContentPlace(path[0], ())):
            read.origins.setdefault(place, cell)
        if not text.strip():
            continue
        codec = codecs.get(tuple(path))
        _set(read, path, codec.decode(text, references) if codec else text, row, {})


def _value_cell(row: _Row) -> str:
    columns = (column for (line, column), key in row.sheet.texts.items() if line == 1 and key == "value")
    return row.at.get("value") or cell_name(row.sheet, row.number, next(columns, 1))


def _read_other(rows: list[_Row], read: ReadBook, keys: dict[tuple[str, str], tuple[Any, ...]]) -> None:
    before: list[Any] | None = None
    for row in rows:
        text, kind = row.cells.get("value", ""), row.cells.get("_kind", "")
        path = _steps(row)
        if not path:
            if text.strip():
                read.doubts.append(Doubt("INTAKE-001", _short(text), row.at["value"]))
                read.carried.unused.append((row.at["value"], text))
            continue
        value: Any = text
        if kind and not text:
            value = json.loads(kind) if kind in ('""', "[]", "{}", "null") else ""
        elif not text:
            continue
        if path == before and isinstance(value, str):
            value = _get(read, path, keys) + value
        before = path
        _set(read, path, value, row, keys)


def _steps(row: _Row) -> list[Any]:
    try:
        found = json.loads(row.cells.get("_path", "[]"))
    except ValueError:
        return []
    is_path = isinstance(found, list) and found and isinstance(found[0], str)
    return found if is_path and found[0] in ("lao", "plan", "projects", "idp", "narrative") else []


def _resolved(path: list[Any], keys: dict[tuple[str, str], tuple[Any, ...]]) -> tuple[Any, ...] | None:
    steps: tuple[Any, ...] = ()
    for step in path[1:]:
        if isinstance(step, dict):
            found = keys.get((str(step.get("sheet")), str(step.get("row"))))
            if found is None:
                return None
            steps = found
        else:
            steps = (*steps, step)
    return steps


def _get(read: ReadBook, path: list[Any], keys: dict[tuple[str, str], tuple[Any, ...]]) -> str:
    value: Any = read.content.files.get(path[0], {})
    for step in _resolved(path, keys) or ():
        value = value[step] if isinstance(value, dict | list) else ""
    return value if isinstance(value, str) else ""


def _set(read: ReadBook, path: list[Any], value: Any, row: _Row, keys: dict[tuple[str, str], tuple[Any, ...]]) -> None:
    steps = _resolved(path, keys)
    cell = row.at.get("value", row.sheet.name)
    if not steps:
        read.doubts.append(Doubt("INTAKE-001", "ค่าของแถวที่ลบไปแล้ว จึงไม่ได้ใช้", cell))
        read.carried.unused.append((cell, str(value)))
        return
    data: Any = read.content.files.setdefault(path[0], {})
    for step, after in zip(steps, (*steps[1:], None), strict=True):
        fresh: Any = value if after is None else [] if isinstance(after, int) else {}
        if isinstance(data, list) and isinstance(step, int) and step <= len(data) + 1_000:
            data += [None] * (step + 1 - len(data))
            if after is None or data[step] is None:
                data[step] = fresh
            data = data[step]
        elif isinstance(data, dict) and isinstance(step, str):
            if after is None or step not in data:
                data[step] = fresh
            data = data[step]
        else:
            read.doubts.append(Doubt("INTAKE-010", "ที่อยู่ของค่านี้ไม่ตรงกับข้อมูลในแผ่นอื่น", cell))
            read.carried.unused.append((cell, str(value)))
            return
    place = ContentPlace(path[0], steps)
    read.origins.setdefault(place, cell)
    if odd := row.odd.get("value"):
        read.doubts.append(Doubt("INTAKE-003", odd, cell, place))


def _short(text: str) -> str:
    text = without_personal_data(text)
    return f"“{text[:60]}{'…' if len(text) > 60 else ''}”"
