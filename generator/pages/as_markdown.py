"""A page's parts as Markdown, with blocks as raw HTML: for `phaen pages`, and for any engine that reads Markdown."""

from __future__ import annotations

import json

from generator.pages.blocks import BlockError, frame, is_finished
from generator.pages.escaping import escape_markdown
from generator.pages.page import Block, Heading, Page, Part


def page_as_markdown(page: Page) -> str:
    """Return the text of a page's Markdown file: front matter and parts."""
    # JSON strings are valid YAML strings; all engines accept front matter.
    title, description = (json.dumps(text, ensure_ascii=False) for text in (page.meta.title, page.meta.description))
    banner = f"> {page.meta.banner}\n\n" if page.meta.banner else ""
    return f"---\ntitle: {title}\ndescription: {description}\n---\n\n{banner}{as_markdown(page.parts)}"


def as_markdown(parts: tuple[Part, ...]) -> str:
    """Return parts as Markdown, separated by blank lines."""
    return "\n\n".join(map(_printed, parts)) + "\n"


def _printed(part: Part) -> str:
    if isinstance(part, Block):
        if not is_finished(part.html):
            raise BlockError("block not finished, it has a blank line")
        return frame(part.html)
    text = escape_markdown(part.text)
    if not isinstance(part, Heading):
        return text
    return f"{'#' * part.level} {text}{f' {{#{part.id}}}' if part.id else ''}"
