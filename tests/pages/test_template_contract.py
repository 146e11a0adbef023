"""Contract of every template: named context, nothing outside headings and blocks, no script or style."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest
from jinja2 import nodes

from generator.pages import page_kinds
from generator.pages.environment import make_environment

TEMPLATES = Path(__file__).parents[2] / "generator" / "pages" / "templates"
PAGES = sorted(TEMPLATES.glob("*.html.jinja"))
ALL = sorted(TEMPLATES.rglob("*.jinja"))
HEADER = re.compile(r"\{#\nContext:\n  view: (generator\.views\.\w+)\.(\w+)\n#\}\n")


def name_of(template: Path) -> str:
    return template.relative_to(TEMPLATES).as_posix()


@pytest.mark.parametrize("template", PAGES, ids=name_of)
def test_a_page_names_the_view_it_shows(template: Path) -> None:
    match = HEADER.match(template.read_text("utf-8"))
    assert match, f"{template.name} does not begin with its context"
    assert hasattr(importlib.import_module(match[1]), match[2])
    assert match[1].rpartition(".")[2].split("_")[0] in {template.stem.split(".")[0].split("_")[0], "frameworks"}


@pytest.mark.parametrize("template", PAGES, ids=name_of)
def test_nothing_is_printed_outside_headings_and_blocks(template: Path) -> None:
    tree = make_environment("arabic").parse(template.read_text("utf-8"))
    for node in printed_outside_of_calls(tree):
        assert isinstance(node, nodes.TemplateData) and not node.data.strip(), f"{template.name}:{node.lineno}"


def printed_outside_of_calls(node: nodes.Node) -> list[nodes.Expr]:
    """Return the expressions that a template prints outside its calls and macros."""
    if isinstance(node, (nodes.CallBlock, nodes.Macro)):
        return []
    if isinstance(node, nodes.Output):
        return node.nodes
    return [expression for child in node.iter_child_nodes() for expression in printed_outside_of_calls(child)]


@pytest.mark.parametrize("template", PAGES, ids=name_of)
def test_a_heading_contains_only_text(template: Path) -> None:
    for text in re.findall(r"\{% call heading\(.*?%\}(.*?)\{% endcall %\}", template.read_text("utf-8"), re.DOTALL):
        assert not re.search(r"<[a-z/]|\| (?:text|prose)", text), text


MADE_BY_VIEWS = {
    "projects": {"no-strategy"},
    "idp": {"no-department"},
    "data_dictionary": {"plans", "projects", "budget", "idp", "results", "staff"},
    "document": {"curricula", "methods", "target-groups", "competencies"},
}
"""Fixed ids of headings that a template takes from its view."""


@pytest.mark.parametrize("kind", page_kinds.page_kinds(), ids=lambda kind: kind.name)
def test_a_page_kind_lists_exactly_the_ids_of_its_headings(kind: page_kinds.PageKind) -> None:
    template = (TEMPLATES / f"{kind.name}.html.jinja").read_text("utf-8")
    stated = re.findall(r'call heading\(\d, "([\w-]+)"\)', template)
    assert [anchor for anchor in kind.anchors if anchor in stated] == stated
    assert set(kind.anchors) - set(stated) == MADE_BY_VIEWS.get(kind.name, set())


def test_every_page_kind_has_a_template_and_every_template_a_page_kind() -> None:
    assert sorted(f"{kind.name}.html.jinja" for kind in page_kinds.page_kinds()) == [path.name for path in PAGES]


@pytest.mark.parametrize("template", ALL, ids=name_of)
def test_templates_have_no_inline_script_style_or_handler(template: Path) -> None:
    text = template.read_text("utf-8")
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=|javascript:|\|\s*safe\b|autoescape false", text)


@pytest.mark.parametrize("template", ALL, ids=name_of)
def test_prose_is_the_only_markup_of_an_lao(template: Path) -> None:
    for expression in re.findall(r"\{\{(.*?)\}\}", template.read_text("utf-8"), re.DOTALL):
        if ".markdown" in expression:
            assert expression.strip().endswith("| prose")


@pytest.mark.parametrize("template", ALL, ids=name_of)
def test_every_table_has_a_caption_and_a_frame(template: Path) -> None:
    text = template.read_text("utf-8")
    assert text.count("<table") == text.count("<caption") == text.count("</table>")
    assert text.count('<div class="table-scroll" role="region" tabindex="0"') == text.count("<table")


FRAMES = {"parts/table.html.jinja": 1, "strategy.html.jinja": 2, "idp.html.jinja": 1, "year.html.jinja": 1}
"""Templates that write a table themselves: the macro, and others that are no plain tables (decision 0013)."""


@pytest.mark.parametrize("template", ALL, ids=name_of)
def test_tables_are_printed_by_the_macro(template: Path) -> None:
    assert template.read_text("utf-8").count("<table") == FRAMES.get(name_of(template), 0)


@pytest.mark.parametrize("template", ALL, ids=name_of)
def test_badges_are_printed_by_their_macro(template: Path) -> None:
    assert ("state state--" in template.read_text("utf-8")) == (name_of(template) == "parts/state_badge.html.jinja")
