"""What every template promises: its context by name, escaping outside blocks, no script or style."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest
from jinja2 import nodes

from generator.pages.environment import make_environment

TEMPLATES = Path(__file__).parents[2] / "generator" / "pages" / "templates"
PAGES = sorted(TEMPLATES.glob("*.md.jinja"))
ALL = sorted(TEMPLATES.rglob("*.jinja"))
HEADER = re.compile(r"\{#\nContext:\n  view: (generator\.views\.\w+)\.(\w+)\n#\}\n")


def name_of(template: Path) -> str:
    return template.relative_to(TEMPLATES).as_posix()


def printed_in_markdown(node: nodes.Node) -> list[nodes.Expr]:
    """Return what a template prints outside its blocks and macros."""
    if isinstance(node, (nodes.CallBlock, nodes.Macro)):
        return []
    if isinstance(node, nodes.Output):
        return [child for child in node.nodes if not isinstance(child, nodes.TemplateData)]
    return [expression for child in node.iter_child_nodes() for expression in printed_in_markdown(child)]


@pytest.mark.parametrize("template", PAGES, ids=name_of)
def test_a_page_names_the_view_it_shows(template: Path) -> None:
    match = HEADER.match(template.read_text("utf-8"))
    assert match, f"{template.name} does not begin with its context"
    assert hasattr(importlib.import_module(match[1]), match[2])
    assert match[1].rpartition(".")[2].split("_")[0] in {template.stem.split(".")[0].split("_")[0], "frameworks"}


@pytest.mark.parametrize("template", PAGES, ids=name_of)
def test_outside_blocks_every_value_is_escaped_for_markdown(template: Path) -> None:
    tree = make_environment("arabic").parse(template.read_text("utf-8"))
    for expression in printed_in_markdown(tree):
        escaped = isinstance(expression, nodes.Filter) and expression.name == "md"
        anchor = isinstance(expression, nodes.Call) and getattr(expression.node, "name", "") == "anchor"
        assert escaped or anchor, f"{template.name}:{expression.lineno} prints a value into Markdown without `md`"


@pytest.mark.parametrize("template", ALL, ids=name_of)
def test_no_script_style_or_handler_stands_inline(template: Path) -> None:
    text = template.read_text("utf-8")
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=|javascript:|\|\s*safe\b|autoescape false", text)


@pytest.mark.parametrize("template", ALL, ids=name_of)
def test_prose_is_the_only_markup_of_an_lao(template: Path) -> None:
    for expression in re.findall(r"\{\{(.*?)\}\}", template.read_text("utf-8"), re.DOTALL):
        if ".markdown" in expression:
            assert expression.strip().endswith("| prose")


@pytest.mark.parametrize("template", ALL, ids=name_of)
def test_every_table_has_a_caption_and_every_list_of_tables_a_frame(template: Path) -> None:
    text = template.read_text("utf-8")
    assert text.count("<table") == text.count("<caption") == text.count("</table>")
    assert text.count('<div class="table-scroll" role="region" tabindex="0"') == text.count("<table")


@pytest.mark.parametrize("template", PAGES, ids=name_of)
def test_outside_blocks_stand_headings_and_plain_text_only(template: Path) -> None:
    """The engine converts headings, paragraphs and character references, and nothing else of Markdown."""
    tree = make_environment("arabic").parse(template.read_text("utf-8"))
    text = "".join(node.data for node in markdown_of(tree))
    for line in text.splitlines():
        assert re.fullmatch(r"\s*(?:#{1,3} )?[^#*_`\[\]<>|~&\\]*", line), f"{template.name}: {line}"


def markdown_of(node: nodes.Node) -> list[nodes.TemplateData]:
    """Return the text of a template outside its blocks and macros."""
    if isinstance(node, (nodes.CallBlock, nodes.Macro)):
        return []
    if isinstance(node, nodes.TemplateData):
        return [node]
    return [data for child in node.iter_child_nodes() for data in markdown_of(child)]
