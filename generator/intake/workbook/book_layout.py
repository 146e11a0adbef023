"""Lays out a plan's content on sheets: every value in one cell, with its place in the content.

In: `PlanContent`. Out: sheets as data, independent of file format. Values without a column go to the sheet of others.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from generator.checks.file_words import file_in_words
from generator.intake.plan_content import MODELS, PlanContent
from generator.intake.workbook.cell_codecs import LONGEST, Codec, ReferenceCodec, References, Word
from generator.intake.workbook.plan_sheets import (
    LIST_SHEETS,
    OTHER_SHEET,
    PLAN_SHEET,
    SINGLE_FIELDS,
    ListSheet,
    SheetColumn,
)
from generator.intake.workbook.record_rows import encode_row
from generator.model.description import keys_of
from generator.reading.names import PlanNames
from generator.thai.years import Cycle

Path = tuple[str | int, ...]
KINDS = {
    "department": ("lao", "departments"),
    "strategy": ("plan", "strategies"),
    "value": ("plan", "values"),
    "local_strategy": ("plan", "local_strategies"),
}
"""Lists of the records that references name; tactics are below strategies."""


class ContentPlace(NamedTuple):
    """A value in the content: its file, and the path of keys and indexes."""

    file: str
    path: Path


@dataclass(frozen=True)
class LaidColumn:
    """One column of a sheet."""

    key: str
    heading: str
    width: int
    choices: str = ""
    """Name of the list to choose from."""
    hidden: bool = False


@dataclass
class LaidRow:
    """One row: texts by column key, and their places."""

    cells: dict[str, str]
    place: ContentPlace | None = None
    """The record shown in the row."""
    places: dict[str, ContentPlace] = field(default_factory=dict)
    """Places of single cells that are not the record's field named by the column."""


@dataclass
class LaidSheet:
    """One sheet."""

    key: str
    name: str
    columns: list[LaidColumn]
    rows: list[LaidRow]
    blank_rows: int = 0

    def place_of(self, row: LaidRow, column: LaidColumn) -> ContentPlace | None:
        """Return the place that a cell shows."""
        return row.places.get(column.key) or cell_place(row.place, column.key)

    def further_columns(self) -> list[str]:
        """Return the keys of columns with values that only some plans have: of a year, or of an index."""
        keys = (column.key for column in self.columns if further_column(column.key))
        return [key for key in keys if any(row.cells.get(key) for row in self.rows)]


@dataclass
class LaidBook:
    """All sheets, and the lists for columns with choices."""

    sheets: list[LaidSheet]
    choices: dict[str, list[str]]


def cell_place(record: ContentPlace | None, key: str) -> ContentPlace | None:
    """Return the place shown in a column of a record; `budget@2567` is the year's value."""
    if record is None or key.startswith("_"):
        return record
    name, _, year = key.partition("@")
    steps: list[str | int] = [int(step) if step.isdecimal() else step for step in name.split(".")]
    return ContentPlace(record.file, (*record.path, *steps, *([year] if year else [])))


def further_column(key: str) -> tuple[str, str] | None:
    """Return the column and the year or index of a key, `budget@2567` or `amounts.3`; None for other keys."""
    name, _, year = key.partition("@")
    base, _, index = key.rpartition(".")
    return (name, year) if year else (base, index) if base and index.isdecimal() else None


def wholes(record: ContentPlace, part: ContentPlace) -> Iterator[ContentPlace]:
    """Yield the values of a record that a part of one belongs to: `responsible` for `responsible.departments`."""
    for length in range(len(record.path) + 1, len(part.path)):
        yield ContentPlace(part.file, part.path[:length])


def references_of(content: PlanContent) -> References:
    """Return the names shown in cells instead of ids."""
    names: dict[str, dict[str, str]] = {}
    for kind, (file, key) in KINDS.items():
        names[kind] = _names(content.of(file).get(key))
    names["tactic"] = {}
    for strategy in _records(content.of("plan").get("strategies")):
        names["tactic"] |= _names(strategy.get("tactics"))
    try:
        cycle = Cycle.parse(content.cycle)
    except ValueError:
        cycle = None
    find = PlanNames(cycle, content.of("lao"), content.of("plan"), content.of("projects"), content.of("idp"), ())
    return References(names, find)


def lay_out(content: PlanContent) -> LaidBook:
    """Return the workbook of a plan."""
    references = references_of(content)
    taken: set[tuple[str, Path]] = set()
    sheets = [_single_sheet(content, references, taken)]
    others: list[tuple[ContentPlace, list[Any], Any]] = []
    for spec in LIST_SHEETS:
        sheets.append(_list_sheet(spec, content, references, taken, others))
    for file in content.files:
        if file != "narrative":
            others += list(_untaken(file, content.of(file), (), taken))
    sheets.append(_other_sheet(others))
    return LaidBook(sheets, _choices(references))


def _single_sheet(content: PlanContent, references: References, taken: set[tuple[str, Path]]) -> LaidSheet:
    rows = []
    for one in SINGLE_FIELDS:
        value: Any = content.of(one.file)
        for key in one.path:
            value = value.get(key) if isinstance(value, dict) else None
        text = one.codec.encode(value, references) if value is not None else ""
        is_blank = bool(text) and not str(text).strip()
        if text and (is_blank or one.codec.decode(text, references) != _stored(value, one.codec, references)):
            text = None
        if value is not None and text is not None:
            taken.add((one.file, one.path))
        place = ContentPlace(one.file, one.path)
        cells = {"_path": json.dumps([one.file, *one.path]), "_term": term(place), "value": text or ""}
        rows.append(LaidRow(cells, None, {"value": place}))
    columns = [
        LaidColumn("_path", "ที่อยู่ของค่า", 10, hidden=True),
        LaidColumn("_term", "หัวข้อ", 50),
        LaidColumn("value", "ค่า (ตามที่พิมพ์ในเอกสาร)", 90),
    ]
    return LaidSheet("plan", PLAN_SHEET, columns, rows)


def _stored(value: Any, codec: Codec, references: References) -> Any:
    return codec.decode(value, references) if isinstance(codec, Word) and isinstance(value, str) else value


def _list_sheet(
    spec: ListSheet,
    content: PlanContent,
    references: References,
    taken: set[tuple[str, Path]],
    others: list[tuple[ContentPlace, list[Any], Any]],
) -> LaidSheet:
    found = list(_rows_of(spec, content))
    places = _widths(spec, content, [record for _, record, _ in found])
    keys = _row_keys([record for _, record, _ in found])
    rows = []
    for (path, record, parent), key in zip(found, keys, strict=True):
        shown = {name: value for name, value in record.items() if not _is_shown_elsewhere(spec, name, value, key)}
        cells, rest = encode_row(shown, spec.columns, references, places)
        place = ContentPlace(spec.file, path)
        cells = {"_row": key, **({"_parent": references.shown(spec.parent, parent)} if spec.parent else {}), **cells}
        rows.append(LaidRow(cells, place))
        taken.add((spec.file, path))
        for name, value in rest.items():
            steps = [*_stable(spec, key), name]
            others += [
                (ContentPlace(spec.file, (*path, *end)), [*steps, *end[1:]], leaf)
                for end, leaf in _leaves(value, (name,))
            ]
    columns = [LaidColumn("_row", "รหัส", 10, hidden=True)]
    if spec.parent:
        columns.append(LaidColumn("_parent", "ยุทธศาสตร์", 26, spec.parent))
    for column in spec.columns:
        columns += _expanded(column, content, [row.cells for row in rows], places)
    return LaidSheet(spec.key, spec.name, columns, rows, spec.blank_rows)


def _rows_of(spec: ListSheet, content: PlanContent) -> Iterator[tuple[Path, dict[str, Any], str]]:
    """Yield path, record and parent id of every record on the sheet."""
    data: Any = content.of(spec.file)
    if spec.parent:
        strategies = _items(data, spec.path[0])
        ids = [one.get("id") if isinstance(one, dict) else None for one in strategies]
        for index, strategy in enumerate(strategies):
            if isinstance(ids[index], str) and ids[index] and ids.count(ids[index]) == 1:
                for place, record in enumerate(_items(strategy, spec.path[-1])):
                    if isinstance(record, dict):
                        yield (spec.path[0], index, spec.path[-1], place), record, strategy["id"]
        return
    for key in spec.path[:-1]:
        data = data.get(key) if isinstance(data, dict) else None
    for index, record in enumerate(_items(data, spec.path[-1])):
        if isinstance(record, dict):
            yield (*spec.path, index), record, ""


def _is_shown_elsewhere(spec: ListSheet, name: str, value: Any, key: str) -> bool:
    return (name == "id" and value == key and spec.key != "narrative") or (
        name == "tactics" and spec.key == "strategies"
    )


def _items(data: Any, key: str) -> list[Any]:
    below = data.get(key) if isinstance(data, dict) else None
    return below if isinstance(below, list) else []


def _row_keys(records: list[dict[str, Any]]) -> list[str]:
    """Return stable keys of rows, independent of order: ids, else `#` with the index."""
    ids = [record.get("id") for record in records]
    return [
        one if isinstance(one, str) and one and not one.startswith("#") and ids.count(one) == 1 else f"#{place}"
        for place, one in enumerate(ids)
    ]


def _stable(spec: ListSheet, key: str) -> list[Any]:
    return [spec.file, {"sheet": spec.key, "row": key}]


def _leaves(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    """Yield every text below a value with its path; empty lists and mappings count as values."""
    if isinstance(value, dict) and value:
        for key, one in value.items():
            yield from _leaves(one, (*path, key))
    elif isinstance(value, list) and value:
        for index, one in enumerate(value):
            yield from _leaves(one, (*path, index))
    else:
        yield path, value


def _untaken(
    file: str, value: Any, path: Path, taken: set[tuple[str, Path]]
) -> Iterator[tuple[ContentPlace, list[Any], Any]]:
    if (file, path) in taken:
        # Tactics have a sheet of their own; those without a unique key there are shown here.
        if file == "plan" and path[:1] == ("strategies",) and len(path) == 2 and "tactics" in value:
            yield from _untaken(file, value["tactics"], (*path, "tactics"), taken)
        return
    if isinstance(value, dict) and (value or not path):
        for key, one in value.items():
            yield from _untaken(file, one, (*path, key), taken)
    elif isinstance(value, list) and value:
        for index, one in enumerate(value):
            yield from _untaken(file, one, (*path, index), taken)
    else:
        yield ContentPlace(file, path), [file, *path], value


def _other_sheet(others: list[tuple[ContentPlace, list[Any], Any]]) -> LaidSheet:
    rows = []
    for place, steps, value in others:
        pieces = [value[start : start + LONGEST] for start in range(0, len(value), LONGEST)] if value else [value]
        for piece in pieces:
            cells = {
                "_path": json.dumps(steps, ensure_ascii=False),
                "_kind": json.dumps(piece) if not piece else "",
                "_term": term(place),
                "value": piece or "",
            }
            rows.append(LaidRow(cells, None, {"value": place}))
    columns = [
        LaidColumn("_path", "ที่อยู่ของค่า", 10, hidden=True),
        LaidColumn("_kind", "ชนิด", 10, hidden=True),
        LaidColumn("_term", "หัวข้อ", 60),
        LaidColumn("value", "ค่า", 90),
    ]
    return LaidSheet("other", OTHER_SHEET, columns, rows)


def _expanded(
    column: SheetColumn, content: PlanContent, rows: list[dict[str, str]], places: dict[str, int]
) -> list[LaidColumn]:
    """Return a column, expanded to one per year or per list index."""
    if column.path.endswith(".*"):
        base = column.path[:-2]
        heads = _place_headings(base, content)
        return [
            LaidColumn(
                f"{base}.{place}", heads[place] if place < len(heads) else f"{column.heading} {place + 1}", column.width
            )
            for place in range(places.get(base, 0))
        ]
    choices = ""
    if isinstance(column.codec, ReferenceCodec):
        choices = column.codec.kind
    elif isinstance(column.codec, Word):
        choices = f"words_{column.path}"
    found = [LaidColumn(column.path, column.heading, column.width, choices)]
    if column.by_year:
        years = dict.fromkeys(_years(content) if column.path == "periods" or not rows else [])
        begins = f"{column.path}@"
        years |= dict.fromkeys(key.removeprefix(begins) for row in rows for key in row if key.startswith(begins))
        found += [LaidColumn(f"{begins}{year}", f"{column.heading} ปี {year}", column.width) for year in years]
    return found


def _place_headings(base: str, content: PlanContent) -> list[str]:
    plan = content.of("plan")
    if base == "amounts":
        columns = _items(plan.get("budget_matrix"), "columns")
        names = references_of(content).names["department"]
        return [
            str(one.get("printed") or names.get(str(one.get("department")), str(one.get("department", ""))))
            if isinstance(one, dict)
            else ""
            for one in columns
        ]
    return [str(one) for one in _items(plan.get("survey"), "columns")]


def _widths(spec: ListSheet, content: PlanContent, records: list[dict[str, Any]]) -> dict[str, int]:
    """Return the number of columns for each list column."""
    found = {}
    for column in spec.columns:
        if column.path.endswith(".*"):
            base = column.path[:-2]
            lengths = [len(one[base]) for one in records if isinstance(one.get(base), list)]
            found[base] = max([*lengths, len(_place_headings(base, content))], default=0)
    return found


def _years(content: PlanContent) -> list[str]:
    try:
        return [str(year) for year in Cycle.parse(content.cycle).years]
    except ValueError:
        return []


def _choices(references: References) -> dict[str, list[str]]:
    found = {kind: [references.shown(kind, one) for one in names] for kind, names in references.names.items()}
    for spec in LIST_SHEETS:
        for column in spec.columns:
            if isinstance(column.codec, Word):
                found[f"words_{column.path}"] = list(column.codec.words.values())
    return {kind: words for kind, words in found.items() if words}


_TERMS: dict[str, dict[str, str]] = {}


def term(place: ContentPlace) -> str:
    """Return the Thai terms along a value's path: `ยุทธศาสตร์ของแผน 1 › กลยุทธ์ 2 › ชื่อ`, `ตารางโครงการ › ชื่อตาราง`."""
    if place.file not in _TERMS:
        model = MODELS.get(place.file)
        _TERMS[place.file] = {one.path.replace("[]", ""): one.term for one in keys_of(model)} if model else {}
    said = [file_in_words(f"{place.file}.yml")] if place.file in ("projects", "idp") and len(place.path) == 1 else []
    below = ""
    for step in place.path:
        if isinstance(step, int):
            said[-1:] = [f"{said[-1] if said else ''} {step + 1}".strip()]
            continue
        below = f"{below}.{step}" if below else step
        said.append(_TERMS[place.file].get(below, "" if step == "printed" else step))
    return " › ".join(filter(None, said))


def _names(records: Any) -> dict[str, str]:
    return {
        one["id"]: one["name"]
        for one in _records(records)
        if isinstance(one.get("id"), str) and isinstance(one.get("name"), str) and "\n" not in one["name"]
    }


def _records(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
