"""Every field of every record states its role, which all field-specific code uses."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from generator.checks.passages import Passages, model_of
from generator.model.description import FILES, docstrings, keys_of, thai_terms
from generator.model.plan import Plan
from generator.model.roles import CELLS, FieldMark, Role, fields_of

PERSON = "นายสมมุติ นามตัวอย่าง"


def records() -> Iterator[type[BaseModel]]:
    """Yield every record of the model once."""
    found: dict[type[BaseModel], None] = {}

    def walk(model: type[BaseModel]) -> None:
        if model not in found:
            found[model] = None
            for field in fields_of(model).values():
                if field.record:
                    walk(field.record)

    for model in FILES.values():
        walk(model)
    yield from found


@pytest.mark.parametrize("model", list(records()), ids=lambda model: model.__name__)
def test_every_field_has_a_role_and_a_thai_term(model: type[BaseModel]) -> None:
    assert fields_of(model).keys() == model.model_fields.keys()
    assert docstrings(model).keys() >= fields_of(model).keys()
    assert all(thai_terms(model))


def text_fields() -> Iterator[tuple[str, str]]:
    """Yield file and path of every field with a text value."""
    for file, model in FILES.items():
        for key in keys_of(model):
            if key.field.role is not Role.RECORD:
                yield file, key.path


def nested(path: str, text: str) -> object:
    """Return plain data with a text at a path such as `projects[].name`."""
    head, _, rest = path.partition(".")
    value = nested(rest, text) if rest else text
    return {head.removesuffix("[]"): [value] if head.endswith("[]") else value}


@pytest.mark.parametrize(("file", "path"), list(text_fields()))
def test_every_text_field_is_scanned_for_personal_data(file: str, path: str) -> None:
    name = file.replace("<ปีงบประมาณ>", "2567").replace("<document>", "a").replace("<group>", "b")
    data = nested(path, PERSON)
    data = [data] if file == "guidelines.yml" else data
    folder = "" if "frameworks" in name else "plans/5999901-tua-yang/2567-2569/"
    found = list(Passages(data, None, model_of(folder + name)).where(str))
    exempt = path == "announcement.signatory.name"
    assert [(passage.text, passage.may_hold_personal_data) for passage, _ in found] == [(PERSON, exempt)]


def test_only_the_signatory_may_have_a_name() -> None:
    exempt = [
        key.path
        for model in FILES.values()
        for key in keys_of(model)
        if FieldMark.MAY_HOLD_PERSONAL_DATA in key.field.marks
    ]
    assert exempt == ["announcement.signatory.name"]


def test_the_signatorys_name_is_found_in_other_fields() -> None:
    data = {"announcement": {"signatory": {"name": PERSON}}, "quotations": [{"text": PERSON}]}
    found = [passage for passage, _ in Passages(data, None, Plan).where(str)]
    assert [passage.may_hold_personal_data for passage in found] == [True, False]


def test_material_fields_are_those_of_section_19() -> None:
    material = {key.path for key in keys_of(FILES["projects.yml"]) if FieldMark.MATERIAL in key.field.marks}
    assert {
        "projects[].budget",
        "projects[].periods",
        "projects[].indicator",
        "projects[].targets.quantity",
    } <= material
    assert "projects[].note" not in material


def test_cells_have_example_forms() -> None:
    for model in FILES.values():
        for key in keys_of(model):
            if key.field.role in CELLS and not key.field.is_.forms:
                assert key.field.role in (Role.YEAR, Role.DATE, Role.COUNT), key.path
