"""Converts a record of a content file to the cells of a row, and back.

Fields that a row cannot represent are returned separately: a field is put into cells only if it decodes to the same
value.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.intake.workbook.cell_codecs import LONGEST, ReferenceCodec, ReferenceList, References, Text, Word
from generator.intake.workbook.plan_sheets import SheetColumn

Record = Mapping[str, Any]
Cells = dict[str, str]
_TEXT = Text()
_CELL_KEYS = frozenset({"printed", "amount", "no_budget", "basis", "by_year", "quarters", "date"})


def encode_row(
    record: Record, columns: Sequence[SheetColumn], references: References, places: Mapping[str, int]
) -> tuple[Cells, dict[str, Any]]:
    """Return the cells of a record by column key, and the fields that do not fit.

    `places` is the number of columns per list column (`amounts.*`).
    """
    cells: Cells = {}
    rest = dict(record)
    by_field: dict[str, list[SheetColumn]] = {}
    for column in columns:
        by_field.setdefault(column.path.partition(".")[0], []).append(column)
    for name, own in by_field.items():
        if name not in record:
            continue
        encoded = _encode_field(record[name], own, references)
        decoded = decode_row(encoded, own, references, places) if encoded is not None else {}
        fits = all(len(text) <= LONGEST for text in (encoded or {}).values())
        if fits and name in decoded and decoded[name] == _canonical(record[name], own, references):
            cells |= encoded or {}
            del rest[name]
    return cells, rest


def decode_row(
    cells: Mapping[str, str], columns: Sequence[SheetColumn], references: References, places: Mapping[str, int]
) -> dict[str, Any]:
    """Return the record in a row's cells; blank cells state nothing."""
    record: dict[str, Any] = {}
    for column in columns:
        value: Any
        if column.by_year:
            value = _decode_years(cells, column)
        elif column.path.endswith(".*"):
            base = column.path[:-2]
            value = [cells.get(f"{base}.{place}", "") for place in range(places.get(base, 0))]
            value = value if any(name in cells for name in cells if name.startswith(f"{base}.")) else value or None
        else:
            text = cells.get(column.path, "")
            value = column.codec.decode(text, references) if text.strip() else None
        if value is not None:
            _put(record, column.path.removesuffix(".*").split("."), value)
    for name in ("targets", "responsible"):
        if isinstance(record.get(name), dict) and set(record[name]) == {"printed"}:
            record[name] = record[name]["printed"]
    return record


def _put(record: dict[str, Any], keys: list[str], value: Any) -> None:
    if len(keys) == 1:
        below = record.get(keys[0])
        if isinstance(below, dict) and isinstance(value, str):
            below["printed"] = value
        else:
            record[keys[0]] = value
        return
    below = record.setdefault(keys[0], {})
    if isinstance(below, dict):
        _put(below, keys[1:], value)


def _encode_field(value: Any, columns: Iterable[SheetColumn], references: References) -> Cells | None:
    cells: Cells = {}
    for column in columns:
        if column.by_year:
            found = _encode_years(value, column.path)
            if found is None:
                return None
            cells |= found
        elif column.path.endswith(".*"):
            if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
                return None
            cells |= {f"{column.path[:-2]}.{place}": one for place, one in enumerate(value)}
        else:
            part = _part(value, column.path)
            if part is None:
                continue
            text = column.codec.encode(part, references)
            if text is None:
                return None
            cells[column.path] = text
    return cells


def _part(value: Any, path: str) -> Any:
    """Return the part of a field's value that a column shows."""
    _, *keys = path.split(".")
    if not keys:
        if isinstance(value, dict) and path in ("targets", "responsible"):
            return value.get("printed")
        return value
    if keys == ["printed"] and isinstance(value, str):
        return value
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _encode_years(value: Any, path: str) -> Cells | None:
    if isinstance(value, str):
        return {path: value} if value else None
    if not isinstance(value, dict):
        return None
    cells: Cells = {}
    years = value
    if value.keys() & _CELL_KEYS:
        if not value.keys() <= {"printed", "by_year"} or not isinstance(value.get("by_year"), dict):
            return None
        years = value["by_year"]
        cells = {path: value["printed"]} if isinstance(value.get("printed"), str) else {}
    if not all(isinstance(one, str) and one for one in years.values()):
        return None
    return cells | {f"{path}@{year}": one for year, one in years.items()}


def _decode_years(cells: Mapping[str, str], column: SheetColumn) -> Any:
    begins = f"{column.path}@"
    years = {key.removeprefix(begins): text for key, text in cells.items() if key.startswith(begins) and text.strip()}
    whole = cells.get(column.path, "")
    if not years:
        return whole if whole.strip() else None
    return {"printed": whole, "by_year": years} if whole.strip() else years


def _canonical(value: Any, columns: Iterable[SheetColumn], references: References) -> Any:
    """Return a field's value with names resolved to ids, as reading does."""
    for column in columns:
        _, *keys = column.path.split(".")
        if isinstance(column.codec, Text):
            continue
        if not keys:
            value = _resolved(value, column, references)
        elif isinstance(value, dict) and keys[0] in value:
            value = {**value, keys[0]: _resolved(value[keys[0]], column, references)}
    return value


def _resolved(value: Any, column: SheetColumn, references: References) -> Any:
    codec = column.codec
    if isinstance(codec, ReferenceCodec | Word) and isinstance(value, str) and value:
        return codec.decode(value, references)
    if isinstance(codec, ReferenceList) and isinstance(value, list):
        return [references.id_of(codec.kind, one) if isinstance(one, str) else one for one in value]
    return value
