"""Plain data with positions in, typed records out; every mismatch becomes a Thai finding with line and column."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError, create_model
from pydantic_core import ErrorDetails

from generator.findings import Finding, Severity
from generator.model.base import Names, Record
from generator.model.roles import fields_of
from generator.reading.rejected_values import RejectedValue, mended
from generator.reading.yaml_text import YamlSource
from generator.reading.yaml_text.indicators import quote_it
from generator.reading.yaml_text.source import Branch
from generator.reading.yaml_text.special_characters import shorten
from generator.thai.text import closest, fold_for_comparison

R = TypeVar("R", bound=BaseModel)
Path = tuple[str | int, ...]

MOST_GUESSES = 100
"""Most unknown keys per file to suggest a key for; each suggestion is a search."""

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


_SHORTEST_TERM = 3
_MOST_ROUNDS = 12
"""Most rounds of mending; one round may uncover errors below a mended value."""


def read_record(
    source: YamlSource, model: type[R], names: Names | None = None
) -> tuple[R | None, YamlSource, list[Finding]]:
    """Read a whole file into one record, as much of it as possible.

    Returns the record, the source with the positions of the record's values, and a finding per mismatch. The record is
    None if the file is not a record at all or lacks its identity.
    """
    findings = _unknown_empty_keys(source, model)
    if not isinstance(source.data, dict):
        message, remedy = _SHAPES["model_type"]
        return None, source, [_finding(source, "READ-004", (), message, remedy)]
    for _ in range(_MOST_ROUNDS):
        try:
            return model.model_validate(source.data, context=names), source, findings
        except ValidationError as error:
            details = error.errors(include_url=False)
            findings += unsaid(_translate(source, model, details), findings)
            rest = mended(source, model, [_refused(source, detail) for detail in details])
            if rest is None:
                return None, source, findings
            source = rest
    return None, source, findings


def read_records(source: YamlSource, model: type[R]) -> tuple[tuple[R, ...], list[Finding]]:
    """Read a file with a list into records, as many as possible, and return them with a finding per mismatch."""
    if not isinstance(source.data, list):
        message, remedy = _SHAPES["tuple_type"]
        return (), [_finding(source, "READ-004", (), message, remedy)]
    table = _table_of(model)
    around = Branch(None)
    around.branches["data"] = Branch(None)
    around.branches["data"].values["rows"] = source.root.values["data"]
    around.branches["data"].branches["rows"] = source.root.branches["data"]
    record, _, findings = read_record(replace(source, data={"rows": source.data}, root=around), table)
    moved = [one._replace(location=one.location._replace(path=one.location.path[1:])) for one in findings]
    return tuple(getattr(record, "rows", ())), moved


@cache
def _table_of(model: type[BaseModel]) -> type[BaseModel]:
    return create_model("Table", __base__=Record, rows=(tuple[model, ...], ()))  # type: ignore[valid-type]  # made at run time


def unsaid(findings: list[Finding], said: list[Finding]) -> list[Finding]:
    """Return the findings without those about values in `said`: one cause, one finding."""
    places = {(one.location.path, one.location.line) for one in said if one.severity is Severity.ERROR}
    return [one for one in findings if (one.location.path, one.location.line) not in places]


def _translate(source: YamlSource, model: type[BaseModel], details: list[ErrorDetails]) -> list[Finding]:
    return [_finding_of(source, model, detail, with_guess=place < MOST_GUESSES) for place, detail in enumerate(details)]


def _refused(source: YamlSource, detail: ErrorDetails) -> RejectedValue:
    path: Path = tuple(part for part in detail["loc"] if part != "[key]")
    within = detail.get("ctx", {}).get("at", ()) if detail["type"] == "problem" else ()
    text = (
        (_written(source, path) or "") if detail["type"] == "string_type" and isinstance(detail["input"], dict) else ""
    )
    return RejectedValue(detail["type"], path, within, text)


def _unknown_empty_keys(source: YamlSource, model: type[BaseModel]) -> list[Finding]:
    """Return a finding per unknown key without a value, because the data leaves such keys out."""
    findings: list[Finding] = []

    def look(branch: Branch, data: Any, model: type[BaseModel], path: Path) -> None:
        if isinstance(data, list):
            for index, one in enumerate(data):
                if index in branch.branches:
                    look(branch.branches[index], one, model, (*path, index))
            return
        fields = fields_of(model)
        for key in branch.keys:
            field = fields.get(key)
            if field is None and key not in data:
                findings.append(_unknown_key(source, model, (*path, key), with_guess=len(findings) < MOST_GUESSES))
            elif field and field.record and key in branch.branches and isinstance(data.get(key), dict | list):
                look(branch.branches[key], data[key], field.record, (*path, key))

    branch = source.root.branches.get("data")
    if branch and isinstance(source.data, dict):
        look(branch, source.data, model, ())
    return findings


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
    """Return the finding for a list or group in place of a text: usually YAML parsed a character of it as syntax."""
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
    """Return the name of a value in messages: its nearest key and, within a list, its number."""
    keys = [part for part in path if isinstance(part, str)]
    key = f"ที่ “{shorten(keys[-1])}”" if keys else "ในไฟล์นี้"
    return f"{key} รายการที่ {path[-1] + 1}" if path and isinstance(path[-1], int) else key


def _written(source: YamlSource, path: Path) -> str | None:
    """Return `key: text` for a group of one key, as it was probably written; None for any other group."""
    keys = source.keys(path)
    if len(keys) != 1:
        return None
    data: Any = source.data
    for part in path:
        data = data[part]
    if not isinstance(data, dict):
        return None
    value = data.get(keys[0], "")
    return None if isinstance(value, dict | list) else f"{keys[0]}: {value}".strip()


def _unknown_key(source: YamlSource, model: type[BaseModel] | None, path: Path, *, with_guess: bool) -> Finding:
    known = list(model.model_fields) if model else []
    written = str(path[-1])
    meant = _english_key(model, written) if with_guess and model and not written.isascii() else None
    near = closest(written, known) if with_guess else None
    if meant:
        remedy = f"ชื่อหัวข้อใช้ภาษาอังกฤษ เขียน “{meant}:” แทน “{shorten(written)}:”"
    elif near:
        remedy = f"หมายถึง “{near}” หรือไม่ ถ้าใช่ให้แก้ตัวสะกด"
    else:
        remedy = f"หัวข้อที่ใช้ได้ตรงนี้: {', '.join(known)} ข้อความใต้หัวข้อที่ไม่รู้จักจะไม่แสดงบนเว็บไซต์"
    return _finding(source, "READ-002", path, f"ไม่รู้จักหัวข้อ “{shorten(str(path[-1]))}”", remedy, of_key=True)


def _english_key(model: type[BaseModel], written: str) -> str | None:
    """Return the key for a Thai term that an officer wrote as a key."""
    # Late: parses the source of the model; needed only for errors.
    from generator.model.description import thai_terms

    terms = {fold_for_comparison(term): key for term, key in thai_terms(model).items()}
    folded = fold_for_comparison(written)
    if folded in terms:
        return terms[folded]
    begun = [key for term, key in terms.items() if len(folded) > _SHORTEST_TERM and term.startswith(folded)]
    return begun[0] if len(begun) == 1 else None


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Return the model of the record at a path of keys and indexes."""
    current: type[BaseModel] | None = model
    for part in path:
        if isinstance(part, str):
            field = fields_of(current).get(part) if current else None
            current = field.record if field else None
    return current


def _finding(source: YamlSource, code: str, path: Path, message: str, remedy: str, *, of_key: bool = False) -> Finding:
    return Finding(code, Severity.ERROR, message, source.location(path, of_key=of_key), remedy)
