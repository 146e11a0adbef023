"""Plain data with positions in, typed records out; every misfit becomes a Thai finding at its line and column."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from generator.findings import Finding, Severity
from generator.reading.yaml_source import YamlSource
from generator.thai.text import closest

R = TypeVar("R", bound=BaseModel)
Path = tuple[str | int, ...]

_SHAPES = {
    "model_type": ("ตรงนี้ต้องเป็นกลุ่มของ “คีย์: ค่า”", "ดูตัวอย่างในคู่มือรูปแบบข้อมูล แล้วเขียนแต่ละคีย์ในบรรทัดของตัวเอง ย่อหน้าเท่ากัน"),
    "dict_type": ("ตรงนี้ต้องเป็นกลุ่มของ “คีย์: ค่า”", "เขียนแต่ละคีย์ในบรรทัดของตัวเอง ย่อหน้าเท่ากัน"),
    "tuple_type": ("ตรงนี้ต้องเป็นรายการ", "เขียนแต่ละรายการในบรรทัดของตัวเอง ขึ้นต้นด้วยขีดและเว้นวรรค เช่น “- สำนักปลัด”"),
}


def read_record(source: YamlSource, model: type[R]) -> tuple[R | None, list[Finding]]:
    """Turn a whole file into one record; None with findings where anything does not fit."""
    data = without_empty(source.data)
    if not isinstance(data, dict):
        message, remedy = _SHAPES["model_type"]
        return None, [_finding(source, "READ-004", (), message, remedy)]
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, _translate(source, model, error)


def read_records(source: YamlSource, model: type[R]) -> tuple[tuple[R, ...], list[Finding]]:
    """Turn a file that is a list into records; none with findings where anything does not fit."""
    data = without_empty(source.data)
    if not isinstance(data, list):
        message, remedy = _SHAPES["tuple_type"]
        return (), [_finding(source, "READ-004", (), message, remedy)]
    try:
        return TypeAdapter(tuple[model, ...]).validate_python(data), []  # type: ignore[valid-type]  # a type made at run time
    except ValidationError as error:
        return (), _translate(source, model, error)


def without_empty(data: Any) -> Any:
    """Drop the keys that have no value: an empty value is the same as a key that is not there, *not stated*."""
    if isinstance(data, dict):
        return {key: without_empty(value) for key, value in data.items() if value is not None}
    if isinstance(data, list):
        return [without_empty(value) for value in data]
    return data


def _translate(source: YamlSource, model: type[BaseModel], error: ValidationError) -> list[Finding]:
    return [_finding_of(source, model, detail) for detail in error.errors(include_url=False)]


def _finding_of(source: YamlSource, model: type[BaseModel], detail: ErrorDetails) -> Finding:
    path: Path = tuple(part for part in detail["loc"] if part != "[key]")
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "missing":
        remedy = f"เพิ่มบรรทัด “{path[-1]}: ...” แล้วใส่ค่า"
        return _finding(source, "READ-001", path[:-1], f"ไม่มี “{path[-1]}” ซึ่งต้องมี", remedy, of_key=True)
    if kind == "extra_forbidden":
        return _unknown_key(source, _model_at(model, path[:-1]), path)
    if kind == "problem":
        return _finding(source, "READ-003", path, context["message"], context["remedy"])
    if kind in _SHAPES:
        message, remedy = _SHAPES[kind]
        return _finding(source, "READ-004", path, f"{message} (ที่ “{path[-1] if path else source.file}”)", remedy)
    return _finding(source, "READ-003", path, "ค่านี้ใช้ไม่ได้ตรงนี้", "ดูชนิดของค่าในคู่มือรูปแบบข้อมูล docs/content-format.md")


def _unknown_key(source: YamlSource, model: type[BaseModel] | None, path: Path) -> Finding:
    known = list(model.model_fields) if model else []
    near = closest(str(path[-1]), known)
    remedy = f"หมายถึง “{near}” หรือไม่ ถ้าใช่ให้แก้ตัวสะกด" if near else f"คีย์ที่ใช้ได้ตรงนี้: {', '.join(known)}"
    return _finding(source, "READ-002", path, f"ไม่รู้จักคีย์ “{str(path[-1])[:60]}”", remedy, of_key=True)


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
