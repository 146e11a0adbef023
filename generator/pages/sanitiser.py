"""The only way in for an LAO's own markup: Markdown -> HTML -> nh3 with our allow-list.

Sanitising before Markdown would not do: Markdown makes new HTML out of harmless text. The result is finished: no engine
changes it. The Markdown is CommonMark with tables: its parser limits nesting and takes time linear in the text, while
Python-Markdown took minutes for a page of brackets and crashed on nested lists.
"""

from __future__ import annotations

from functools import lru_cache

import nh3
from markdown_it import MarkdownIt

from generator.pages.blocks import finish

TAGS = frozenset(
    {
        "p",
        "br",
        "hr",
        "strong",
        "em",
        "ul",
        "ol",
        "li",
        "blockquote",
        "h4",
        "h5",
        "h6",
        "a",
        "code",
        "pre",
        "sup",
        "sub",
    }
    | {"table", "thead", "tbody", "tr", "th", "td", "caption", "dl", "dt", "dd"}
)
"""Elements allowed in an LAO's prose. No images: a remote one would disclose the reader to its host."""

ATTRIBUTES: dict[str, set[str]] = {
    "*": set(),  # nh3's own default for every element allows more
    "a": {"href", "title"},
    "th": {"colspan", "rowspan", "scope"},
    "td": {"colspan", "rowspan"},
    "ol": {"start"},
}
"""Attributes by element; never `style`, `class`, `id` or a handler."""

SCHEMES = frozenset({"http", "https", "mailto"})
"""Allowed schemes of links."""

# The part's own heading is h2 or h3, so the LAO's headings start below it, whatever their level.
_LOWERED = {"h1": "h4", "h2": "h4", "h3": "h4"}


def sanitise_markdown(text: str) -> str:
    """Return prose written by an LAO as a finished block of safe HTML."""
    return sanitise_html(_converter().render(text))


@lru_cache(maxsize=1)
def _converter() -> MarkdownIt:
    # Shared: making one costs as much as converting a page of prose. It keeps no state between texts.
    converter = MarkdownIt("commonmark", {"html": True}).enable("table")
    converter.validateLink = bool  # type: ignore[method-assign,assignment]  # nh3 alone decides where links lead
    return converter


def sanitise_html(html: str) -> str:
    """Return only what the allow-list names, without scripts and styles and their contents."""
    for written, lowered in _LOWERED.items():
        html = html.replace(f"<{written}>", f"<{lowered}>").replace(f"</{written}>", f"</{lowered}>")
    cleaned = nh3.clean(
        html,
        tags=set(TAGS),
        attributes=ATTRIBUTES,
        url_schemes=set(SCHEMES),
        clean_content_tags={"script", "style", "template", "noscript", "iframe", "object", "svg", "math"},
        link_rel="nofollow noopener ugc",
        strip_comments=True,
    )
    return finish(cleaned)
