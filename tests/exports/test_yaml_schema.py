"""The schemas accept every file that reads without an error, and reject unknown keys."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from generator.exports.yaml_schema import SCHEMA_NAMES, schema_file, schema_files, yaml_schema
from generator.model.description import FILES, keys_of
from generator.words import interface
from tests.building_blocks import ROOT

COPIES = ROOT / "docs" / "schema"


class EditorLoader(yaml.CSafeLoader):
    """Parses YAML 1.2 as editors do: `2567` is a number, `true` a boolean, `no` and `2024-01-01` are texts."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  # PyYAML's own class attribute


for tag, pattern, first in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+0123456789."),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))  # type: ignore[no-untyped-call]


def as_an_editor_reads(text: str) -> Any:
    return json.loads(json.dumps(yaml.load(text, EditorLoader)))  # noqa: S506  # keys become strings, as in JSON


def validator(file: str) -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(yaml_schema(file))


def format_of(path: Path) -> str:
    """Return the file of the content format that a content file is."""
    if path.parent.name == "results":
        return "results/<ปีงบประมาณ>.yml"
    if path.parent.name == "ita":
        return "frameworks/ita/<ปีงบประมาณ>.yml"
    if "frameworks" in path.parts:
        return f"frameworks/<document>/{'document' if path.name == 'document.yml' else '<group>'}.yml"
    return path.name


@pytest.mark.parametrize("file", FILES)
def test_schemas_are_valid_draft_07(file: str) -> None:
    jsonschema.Draft7Validator.check_schema(yaml_schema(file))


@pytest.mark.parametrize("file", FILES)
def test_every_key_is_explained_in_thai(file: str) -> None:
    def explained(one: Any) -> None:
        for key, value in one.get("properties", {}).items():
            assert re.search("[ก-ฮ]", value["description"]), (file, key)
        for value in one.values() if isinstance(one, dict) else ():
            if isinstance(value, dict):
                explained(value)

    explained(yaml_schema(file))


CONTENT = [path for folder in ("plans", "frameworks") for path in sorted((ROOT / "content" / folder).rglob("*.yml"))]


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.relative_to(ROOT / "content").as_posix())
def test_content_validates_as_editors_read_it(path: Path) -> None:
    validator(format_of(path)).validate(as_an_editor_reads(path.read_text("utf-8-sig")))


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("lao.yml", "codes: 5440502"),
        ("projects.yml", "projects:\n  - id: a\n    name: ก\n    budjet: ๑๐๐"),
        ("projects.yml", "projects:\n  - id: a\n    name: ก\n    targets: {quantity: ก, amount: ข}"),
        ("projects.yml", "projects:\n  - id: a\n    name: ก\n    budget: {printed: ก, amout: 5}"),
        ("projects.yml", "projects:\n  - id: a\n    name: ก\n    periods: {2567: {printed: ก, quarter: 1}}"),
        ("idp.yml", "rows:\n  - id: a\n    position: ก\n    year: 2567"),
    ],
)
def test_a_wrong_key_is_rejected(file: str, text: str) -> None:
    assert not validator(file).is_valid(as_an_editor_reads(text))


FORMS = [
    (file, key.path, form)
    for file in FILES
    for key in keys_of(FILES[file])
    for form in key.forms
    if "." not in key.path.replace("projects[].", "")
]


@pytest.mark.parametrize(("file", "path", "form"), FORMS)
def test_every_written_form_is_accepted(file: str, path: str, form: str) -> None:
    name = path.removeprefix("projects[].").removesuffix("[]")
    value = as_an_editor_reads(form)
    around = [value] if path.endswith("[]") else value
    record = {name: around}
    known = {"project": "a", "status": "done"} if file.startswith("results") else {"id": "a", "name": "ก"}
    data = {"projects": [{**known, **record}]} if path.startswith("projects[].") else record
    errors = [error.message for error in validator(file).iter_errors(data) if "required" not in error.message]
    assert not errors


@pytest.mark.parametrize("word", ["announced", "ประกาศใช้แล้วตามมติ"])
def test_an_unknown_word_is_accepted(word: str) -> None:
    state = yaml_schema("plan.yml")["properties"]["state"]
    assert "announced" in state["anyOf"][0]["enum"]
    assert validator("plan.yml").is_valid({"cycle": "2567-2569", "state": word})


def test_editors_offer_no_true_or_false_among_words() -> None:
    words, unknown = yaml_schema("plan.yml")["properties"]["state"]["anyOf"]
    assert True not in words["enum"] and "boolean" not in unknown["type"]


def test_an_optional_text_is_one_schema_and_its_description_begins_with_its_name() -> None:
    indicator = yaml_schema("projects.yml")["definitions"]["Project"]["properties"]["indicator"]
    assert "null" in indicator["type"]
    assert indicator["description"].startswith(f"{indicator['title']}: ")


def test_keys_of_a_printed_cell_have_words() -> None:
    described = {value["description"] for value in _groups(yaml_schema("projects.yml"))}
    assert described <= set(interface.CELL_KEYS.values())


def _groups(one: Any) -> list[dict[str, Any]]:
    if isinstance(one, list):
        return [found for part in one for found in _groups(part)]
    if not isinstance(one, dict):
        return []
    own = list(one["properties"].values()) if "printed" in one.get("properties", {}) and "title" not in one else []
    return own + [found for part in one.values() for found in _groups(part)]


def test_schemas_are_published_under_their_names() -> None:
    assert sorted(schema_files()) == sorted(f"data/schema/{name}.json" for name in SCHEMA_NAMES.values())


@pytest.mark.parametrize("file", FILES)
def test_the_copies_in_docs_match_the_model(file: str, request: pytest.FixtureRequest) -> None:
    copy = COPIES / f"{SCHEMA_NAMES[file]}.json"
    if request.config.getoption("--update-golden"):
        copy.write_bytes(schema_file(file))
    assert copy.read_bytes() == schema_file(file), f"run pytest --update-golden {__file__}"
