"""Converts an LAO's prose from Markdown to blocks for typesetting. HTML in it stays text: nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from generator.exports.pdf_blocks import Block, heading, listing, paragraph
from generator.exports.pdf_text import Run, figure, joined, lines, run, spaced

_SCHEMES = ("http://", "https://")


def prose_blocks(markdown: str) -> list[Block]:
    """Return the blocks of a text."""
    return list(_blocks(SyntaxTreeNode(_parser().parse(markdown))))


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def _blocks(node: SyntaxTreeNode) -> Iterator[Block]:
    for child in node.children:
        if child.type == "heading":
            yield heading(_text(child), 3)
        elif child.type in ("bullet_list", "ordered_list"):
            yield listing(_items(child))
        elif child.type in ("blockquote", "list_item"):
            yield from _blocks(child)
        elif child.type == "table":
            yield from (paragraph(_row(row)) for row in child.walk() if row.type == "tr")
        elif child.type in ("fence", "code_block"):
            yield paragraph(run(child.content))
        elif child.type == "paragraph":
            yield paragraph(_inline(child))


def _items(node: SyntaxTreeNode) -> Iterator[Run]:
    start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
    for place, item in enumerate(node.children):
        said = lines(*_item(item)) if item.children else ""
        yield said if start is None else joined(f"{figure(start + place)}. ", said)


def _item(node: SyntaxTreeNode) -> Iterator[Run]:
    for child in node.children:
        if child.type in ("bullet_list", "ordered_list"):
            yield ["list", *_items(child)]
        else:
            yield _inline(child)


def _row(node: SyntaxTreeNode) -> Run:
    parts: list[Run] = []
    for cell in node.children:
        parts += [" | ", _inline(cell)] if parts else [_inline(cell)]
    return joined(*parts)


def _inline(node: SyntaxTreeNode) -> Run:
    if node.type == "text" or node.type == "code_inline":
        return spaced(node.content)
    if node.type == "softbreak":
        return " "
    if node.type == "hardbreak":
        return ["br"]
    if node.type == "image":
        return run(node.content)
    if not node.children:
        return run(node.content) if node.type in ("fence", "code_block") else ""
    parts = [_inline(child) for child in node.children]
    if node.type == "strong":
        return ["strong", joined(*parts)]
    if node.type == "link":
        address = str(node.attrs.get("href", ""))
        shown = [" (", run(address), ")"] if address.startswith(_SCHEMES) and address != _text(node) else []
        return joined(*parts, *shown)
    return joined(*parts)


def _text(node: SyntaxTreeNode) -> str:
    return "".join(one.content for one in node.walk() if one.type in ("text", "code_inline"))
