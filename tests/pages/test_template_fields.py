"""Templates use only fields that exist, and views have no unused field."""

from __future__ import annotations

import ast
import importlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.words import interface
from tests.pages.template_types import TEMPLATES, Used, Walk, names_of

GENERATOR = TEMPLATES.parents[1]
HEADER = re.compile(r"\{#\nContext:\n  view: (generator\.views\.\w+)\.(\w+)\n#\}\n")
PAGES = sorted(file.name for file in TEMPLATES.glob("*.html.jinja"))


def view_of(template: str) -> type:
    match = HEADER.match((TEMPLATES / template).read_text("utf-8"))
    assert match
    found: type = getattr(importlib.import_module(match[1]), match[2])
    return found


@cache
def seen(template: str) -> Used:
    walk = Walk()
    walk.page(template, view_of(template))
    return walk.used


@cache
def attributes_by_module() -> dict[str, tuple[set[str], set[str | None]]]:
    """Return the attribute names that each module uses, and the modules that it imports from."""
    found = {}
    for file in GENERATOR.rglob("*.py"):
        nodes = list(ast.walk(ast.parse(file.read_text("utf-8"))))
        attributes = {node.attr for node in nodes if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load)}
        module = ".".join(("generator", *file.relative_to(GENERATOR).with_suffix("").parts))
        found[module] = attributes, {node.module for node in nodes if isinstance(node, ast.ImportFrom)}
    return found


def asked_in_python(view: str = "") -> set[str]:
    """Return the attribute names used in Python code; with `view`, only in that module and in those that import it."""
    return set().union(
        *(own for module, (own, imported) in attributes_by_module().items() if not view or view in imported | {module})
    )


def names_and_properties_of(owner: type) -> tuple[str, ...]:
    return (*names_of(owner), *(name for name, value in vars(owner).items() if isinstance(value, property)))


@cache
def names_in_python() -> frozenset[str]:
    """Return every name that modules import from each other, or that the module of words uses itself."""
    found = set()
    for file in GENERATOR.rglob("*.py"):
        is_interface = file == GENERATOR / "words" / "interface.py"
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and not is_interface:
                found |= {one.name for one in node.names}
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and is_interface:
                found.add(node.id)
    return frozenset(found)


@pytest.mark.parametrize("template", PAGES)
def test_templates_use_only_existing_fields(template: str) -> None:
    assert seen(template).wrong == []


@pytest.mark.parametrize("template", PAGES)
def test_a_template_uses_its_view(template: str) -> None:
    """Otherwise the walk sees nothing, and the other tests prove nothing."""
    used = seen(template)
    has_fields = bool(names_of(view_of(template)))
    assert not has_fields or any(owner is view_of(template) for owner, _ in used.fields)


def test_every_field_of_a_view_is_used() -> None:
    used = [seen(template) for template in PAGES]
    fields = set().union(*(one.fields for one in used))
    names = set().union(*(one.names for one in used))
    unused = sorted(
        f"{owner.__module__}.{owner.__name__}.{name}"
        for owner in set().union(*(one.classes for one in used), map(view_of, PAGES))
        if owner.__module__.startswith("generator.views.")
        for name in names_and_properties_of(owner)
        if (owner, name) not in fields and name not in names | asked_in_python(owner.__module__)
    )
    assert unused == [], "used by no template and no code: take them out"


def test_templates_use_only_existing_words() -> None:
    asked = {name for template in PAGES for name in seen(template).names if name.isupper()}
    assert asked and asked <= vars(interface).keys()


def test_every_word_of_the_interface_is_used() -> None:
    asked = {name for template in PAGES for name in seen(template).names} | asked_in_python() | names_in_python()
    assert {name for name in vars(interface) if name.isupper()} - asked == set()


class Inner(NamedTuple):
    title: str
    spare: int


@dataclass(frozen=True)
class Shown:
    rows: tuple[Inner, ...]
    pairs: dict[str, Inner]
    first: Inner | None

    def named(self, name: str) -> Inner:
        return self.pairs[name]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("{{ view.rows }}", ""),
        ("{{ view.row }}", "Shown has no row"),
        ("{% for one in view.rows %}{{ one.title }}{% endfor %}", ""),
        ("{% for one in view.rows %}{{ one.name }}{% endfor %}", "Inner has no name"),
        ("{% for key, one in view.pairs.items() %}{{ one.name }}{% endfor %}", "Inner has no name"),
        ("{% if view.first %}{{ view.first.name }}{% endif %}", "Inner has no name"),
        ("{{ view.named('a').name }}", "Inner has no name"),
        ("{{ (view.rows | list)[0].name }}", "Inner has no name"),
        ("{% macro m(one) %}{{ one.name }}{% endmacro %}{{ m(view.first) }}", "Inner has no name"),
        ("{% set one = view.first %}{{ one.title }}", ""),
        ("{{ view.rows | selectattr('name') | list }}", "Inner has no name"),
    ],
)
def test_the_walk_follows_types(text: str, wrong: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "x.html.jinja").write_text(text, "utf-8")
    monkeypatch.setattr("tests.pages.template_types.TEMPLATES", tmp_path)
    walk = Walk()
    walk.page("x.html.jinja", Shown)
    assert [one.partition(": ")[2] for one in walk.used.wrong] == ([wrong] if wrong else [])
