"""Plain data with positions in, typed records out; every misfit becomes a Thai finding at its line and column."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from generator.findings import Finding, Severity
from generator.reading.yaml_text import YamlSource
from generator.reading.yaml_text.characters import shorten
from generator.reading.yaml_text.marks import quote_it
from generator.thai.text import closest

R = TypeVar("R", bound=BaseModel)
Path = tuple[str | int, ...]

MOST_GUESSES = 100
"""Unknown keys of one file that get a guess at what was meant: each guess is a search."""

_SHAPES = {
    "model_type": (
        "ตรงนี้ต้องเป็นกลุ่มของ “หัวข้อ: ค่า”",
        "ดูตัวอย่างใน docs/content-format.md แล้วเขียนแต่ละหัวข้อในบรรทัดของตัวเอง ย่อหน้าเท่ากัน",
    ),
    "dict_type": ("ตรงนี้ต้องเป็นกลุ่มของ “หัวข้อ: ค่า”", "เขียนแต่ละหัวข้อในบรรทัดของตัวเอง ย่อหน้าเท่ากัน"),
    "tuple_type": (
        "ตรงนี้ต้องเป็นรายการ",
        "เขียนแต่ละรายการในบรรทัดของตัวเอง ขึ้นต้นด้วยเครื่องหมาย - และเว้นหนึ่งวรรค "
        "หรือใส่ไว้ใน [ ] คั่นด้วยเครื่องหมาย , เช่น [clerk-office, finance]",
    ),
}


def read_record(source: YamlSource, model: type[R]) -> tuple[R | None, list[Finding]]:
    """Turn a whole file into one record; None with findings where anything does not fit."""
    if not isinstance(source.data, dict):
        message, remedy = _SHAPES["model_type"]
        return None, [_finding(source, "READ-004", (), message, remedy)]
    try:
        return model.model_validate(source.data), []
    except ValidationError as error:
        return None, _translate(source, model, error)


def read_records(source: YamlSource, model: type[R]) -> tuple[tuple[R, ...], list[Finding]]:
    """Turn a file that is a list into records; none with findings where anything does not fit."""
    if not isinstance(source.data, list):
        message, remedy = _SHAPES["tuple_type"]
        return (), [_finding(source, "READ-004", (), message, remedy)]
    try:
        return TypeAdapter(tuple[model, ...]).validate_python(source.data), []  # type: ignore[valid-type]  # a type made at run time
    except ValidationError as error:
        return (), _translate(source, model, error)


def unsaid(findings: list[Finding], said: list[Finding]) -> list[Finding]:
    """Leave out what is wrong with values that a finding has been made about already: one cause, one finding."""
    places = {(one.location.path, one.location.line) for one in said if one.severity is Severity.ERROR}
    return [one for one in findings if (one.location.path, one.location.line) not in places]


def _translate(source: YamlSource, model: type[BaseModel], error: ValidationError) -> list[Finding]:
    details = error.errors(include_url=False)
    return [_finding_of(source, model, detail, with_guess=place < MOST_GUESSES) for place, detail in enumerate(details)]


def _finding_of(source: YamlSource, model: type[BaseModel], detail: ErrorDetails, *, with_guess: bool) -> Finding:
    path: Path = tuple(part for part in detail["loc"] if part != "[key]")
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "missing" and source.has_key(path):
        remedy = f"ใส่ค่าหลัง “{path[-1]}:”"
        return _finding(source, "READ-001", path, f"“{path[-1]}” ว่างอยู่ แต่ต้องมีค่า", remedy, of_key=True)
    if kind == "missing":
        remedy = f"เพิ่มบรรทัด “{path[-1]}: ...” แล้วใส่ค่า"
        return _finding(source, "READ-001", path[:-1], f"ไม่มี “{path[-1]}” ซึ่งต้องมี", remedy, of_key=True)
    if kind == "extra_forbidden":
        return _unknown_key(source, _model_at(model, path[:-1]), path, with_guess=with_guess)
    if kind == "problem":
        return _finding(source, "READ-003", (*path, *context["at"]), context["message"], context["remedy"])
    if kind == "string_type":
        return _no_text(source, path, detail["input"])
    if kind in _SHAPES:
        message, remedy = _SHAPES[kind]
        return _finding(source, "READ-004", path, f"{message} ({_place(path)})", remedy)
    return _finding(source, "READ-003", path, "ค่านี้ใช้ไม่ได้ตรงนี้", "ดูชนิดของค่าในคู่มือรูปแบบข้อมูล docs/content-format.md")


def _no_text(source: YamlSource, path: Path, found: Any) -> Finding:
    """Explain a list or group of values where text belongs: most often YAML took a mark within a text for its own."""
    if isinstance(found, dict) and (text := _written(source, path)):
        message = f"ตรงนี้ต้องเป็นข้อความ แต่เครื่องหมาย : ที่ตามด้วยวรรคทำให้ “{shorten(text)}” กลายเป็นกลุ่มของหัวข้อ"
        return _finding(source, "READ-005", path, message, quote_it(text))
    if isinstance(found, list):
        message = "ตรงนี้ต้องเป็นข้อความเดียว แต่พบรายการ"
        remedy = (
            "ถ้าเครื่องหมาย [ ] หรือ - เป็นส่วนหนึ่งของข้อความ ให้ใส่ข้อความทั้งหมดไว้ในเครื่องหมายคำพูด ถ้ามีหลายค่า ให้รวมเป็นข้อความเดียว"
        )
    elif found is None:
        message, remedy = "ช่องนี้ว่าง แต่ต้องเป็นข้อความ", 'ใส่ข้อความ หรือลบรายการที่ว่างนี้ออก หากช่องในเอกสารว่างจริง ให้เขียน ""'
    else:
        message, remedy = (
            "ตรงนี้ต้องเป็นข้อความ แต่พบกลุ่มของหัวข้อ",
            ("เขียนข้อความไว้หลังชื่อหัวข้อในบรรทัดเดียวกัน ถ้าในข้อความมีเครื่องหมาย : ให้ใส่ข้อความทั้งหมดไว้ในเครื่องหมายคำพูด"),
        )
    return _finding(source, "READ-004", path, message, remedy)


def _place(path: Path) -> str:
    """Name a place by its nearest key and, within a list, its number."""
    keys = [part for part in path if isinstance(part, str)]
    key = f"ที่ “{shorten(keys[-1])}”" if keys else "ในไฟล์นี้"
    return f"{key} รายการที่ {path[-1] + 1}" if path and isinstance(path[-1], int) else key


def _written(source: YamlSource, path: Path) -> str | None:
    """Return `key: text` of a group of one key, as it must have stood in the file; None for any other group."""
    keys = source.keys(path)
    if len(keys) != 1:
        return None
    data: Any = source.data
    for part in path:
        data = data[part]
    value = data.get(keys[0], "")
    return None if isinstance(value, dict | list) else f"{keys[0]}: {value}".strip()


def _unknown_key(source: YamlSource, model: type[BaseModel] | None, path: Path, *, with_guess: bool) -> Finding:
    known = list(model.model_fields) if model else []
    near = closest(str(path[-1]), known) if with_guess else None
    remedy = f"หมายถึง “{near}” หรือไม่ ถ้าใช่ให้แก้ตัวสะกด" if near else f"หัวข้อที่ใช้ได้ตรงนี้: {', '.join(known)}"
    return _finding(source, "READ-002", path, f"ไม่รู้จักหัวข้อ “{shorten(str(path[-1]))}”", remedy, of_key=True)


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Follow a path of keys and indexes down the annotations to the record that stands there."""
    current: type[BaseModel] | None = model
    for part in path:
        if isinstance(part, int):
            continue
        field = current.model_fields.get(part) if current else None
        current = _record_in(field.annotation) if field else None
    return current


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if typing.get_origin(annotation) in (tuple, typing.Union, types.UnionType, typing.Annotated, Mapping, dict):
        for argument in typing.get_args(annotation):
            found = _record_in(argument)
            if found:
                return found
    return None


def _finding(source: YamlSource, code: str, path: Path, message: str, remedy: str, *, of_key: bool = False) -> Finding:
    return Finding(code, Severity.ERROR, message, source.location(path, of_key=of_key), remedy)
