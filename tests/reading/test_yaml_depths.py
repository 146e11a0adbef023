"""A line at a wrong column, or without its dash or colon, is reported once and read all the same."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.findings import Severity
from generator.model.plan import PlanFolder
from generator.reading.yaml_text import parse_yaml
from tests.checks.case import BLAMELESS, CODE
from tests.on_disk import read_on_disk

ITEMS = [{"id": "1", "name": "ก"}, {"id": "2", "name": "ข"}, {"id": "3", "name": "ค"}]
LIST = "rows:\n  - id: 1\n    name: ก\n  - id: 2\n    name: ข\n  - id: 3\n    name: ค\nend: x\n"
LISTS = {
    "first item without a dash": ("  - id: 1\n", "    id: 1\n", "YAML-032", (2, 5)),
    "first dash deleted": ("  - id: 1\n", "  id: 1\n", "YAML-032", (2, 3)),
    "later dash deleted": ("  - id: 2\n", "  id: 2\n", "YAML-032", (4, 3)),
    "later item without a dash": ("  - id: 2\n", "    id: 2\n", "YAML-032", (4, 5)),
    "item too far left": ("  - id: 2\n", "- id: 2\n", "YAML-028", (4, 1)),
    "item too far right": ("  - id: 2\n", "   - id: 2\n", "YAML-028", (4, 4)),
    "first item too far left": ("  - id: 1\n", "- id: 1\n", "YAML-028", (2, 1)),
    "whole item too far left": ("  - id: 2\n    name: ข\n", " - id: 2\n   name: ข\n", "YAML-028", (4, 2)),
    "key too far right": ("    name: ข\n", "     name: ข\n", "YAML-028", (5, 6)),
    "key too far left": ("    name: ข\n", "name: ข\n", "YAML-028", (5, 1)),
    "key without a colon": ("rows:\n", "rows\n", "YAML-020", (1, 1)),
    "key twice, once empty": ("rows:\n", "rows:\nrows:\n", "YAML-005", (2, 1)),
}
SHAPES = {
    "nested keys too far right": ("a:\n    b: 1\n  c: 2\n  d: 3\n", {"a": {"b": "1", "c": "2", "d": "3"}}, (2, 5)),
    "first line of the file too far right": ("  a: 1\nb: 2\nc: 3\n", {"a": "1", "b": "2", "c": "3"}, (1, 3)),
    "two keys too far right": ("a: 1\n  b: 2\n  c: 3\nd: 4\n", {"a": "1", "b": "2", "c": "3", "d": "4"}, (2, 3)),
    "first key of a group too far left": ("a:\nb: 1\n  c: 2\nd: 3\n", {"a": {"b": "1", "c": "2"}, "d": "3"}, (2, 1)),
    "item in braces": ("a:\n  - {b: 1}\n - {b: 2}\n", {"a": [{"b": "1"}, {"b": "2"}]}, (3, 2)),
}
BRACES = ("a:\n    {b: 1}\n  - {b: 2}\n", "a:\n  {b: 1}\n  - {b: 2}\n")
UNSURE = {
    "a key that may belong to the item or to the file": "rows:\n  - id: 1\n    name: ก\nnote: x\n    more: y\n",
    "a Thai word that may be text": "a: 1\n  ข: 2\n",
    "a key with or without content": "a: 1\n  b:\n  c: 3\n",
}


@pytest.mark.parametrize("name", LISTS)
def test_a_slip_in_a_list_is_told_once_and_every_item_is_read(name: str) -> None:
    right, wrong, code, place = LISTS[name]
    assert right in LIST
    source, findings = parse_yaml(LIST.replace(right, wrong), "x.yml")
    assert [(one.code, one.location.line, one.location.column) for one in findings] == [(code, *place)]
    assert findings[0].severity is Severity.ERROR
    assert source is not None and source.data == {"rows": ITEMS, "end": "x"} and source.complete


@pytest.mark.parametrize("name", SHAPES)
def test_lines_at_a_wrong_column_are_told_once_and_read(name: str) -> None:
    text, data, place = SHAPES[name]
    source, findings = parse_yaml(text, "x.yml")
    assert [(one.code, one.location.line, one.location.column) for one in findings] == [("YAML-028", *place)]
    assert source is not None and source.data == data and source.complete


@pytest.mark.parametrize("text", BRACES)
def test_an_item_in_braces_without_its_dash_is_read(text: str) -> None:
    source, findings = parse_yaml(text, "x.yml")
    assert [(one.code, one.location.line) for one in findings] == [("YAML-032", 2)]
    assert source is not None and source.data == {"a": [{"b": "1"}, {"b": "2"}]}


@pytest.mark.parametrize("name", UNSURE)
def test_where_two_columns_would_fit_the_lines_are_named_as_lost(name: str) -> None:
    source, findings = parse_yaml(UNSURE[name], "x.yml")
    assert findings and source is not None and source.lost


def test_values_of_moved_lines_are_told_where_they_are_written() -> None:
    source, _ = parse_yaml("a: 1\n   b: 2\n", "x.yml")
    assert source is not None
    assert source.key_positions[("b",)] == (2, 4) and source.positions[("b",)] == (2, 7)


def indented(columns: int) -> Callable[[str], str]:
    return lambda line: " " * columns + line


SLIPS: dict[str, Callable[[str], str]] = {
    "dash to blank": lambda line: re.sub(r"^( *)- ", r"\1  ", line),
    "dash deleted": lambda line: re.sub(r"^( *)- ", r"\1", line),
    "one to the right": indented(1),
    "two to the right": indented(2),
    "two to the left": lambda line: line.removeprefix("  "),
    "at the margin": lambda line: line.lstrip(),
    "tab": lambda line: "\t" + line.lstrip(),
}


def count_errors_and_projects(folder: Path) -> tuple[int, int]:
    read = read_on_disk(CODE, folder, folder.parents[1], None)
    (plan,) = read.lao_folder.plans
    assert isinstance(plan, PlanFolder)
    errors = [one for one in read.lao_folder.findings if one.severity is Severity.ERROR]
    return len(errors), len(plan.projects.projects) if plan.projects else 0


@pytest.mark.parametrize("name", SLIPS)
def test_a_line_at_a_wrong_column_costs_no_project_of_the_table(name: str, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(BLAMELESS, tmp_path / "plans" / f"{CODE}-tua-yang"))
    file = folder / "2567-2569" / "projects.yml"
    lines = file.read_text("utf-8").splitlines()
    first = lines.index("projects:") + 1
    _, projects = count_errors_and_projects(folder)
    for number in range(first, len(lines)):
        slipped = SLIPS[name](lines[number])
        if slipped != lines[number]:
            file.write_text("\n".join([*lines[:number], slipped, *lines[number + 1 :]]), "utf-8")
            errors, kept = count_errors_and_projects(folder)
            assert (kept, errors <= 3) == (projects, True), (number + 1, slipped, errors)


def test_a_table_without_any_dash_is_told_without_a_crash(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(BLAMELESS, tmp_path / "plans" / f"{CODE}-tua-yang"))
    file = folder / "2567-2569" / "projects.yml"
    head, _, table = file.read_text("utf-8").partition("  - id:")
    file.write_text(f"{head}    id:{table.partition('  - id:')[0]}    strategy: s1: s2\n", "utf-8")
    assert count_errors_and_projects(folder)[0] >= 1
