"""The one gate through which an LAO's own markup passes: Markdown -> HTML -> nh3 with our allow-list.

Sanitising before Markdown would not do: Markdown makes new HTML out of harmless text. What leaves here is finished: no
engine touches it again. The Markdown is CommonMark with tables: its parser bounds nesting and its time grows with the
text, where Python-Markdown took minutes over a page of brackets and fell over nested lists.
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
"""Elements an LAO's prose may use. No images: a remote one would tell a stranger who reads the page."""

ATTRIBUTES: dict[str, set[str]] = {
    "*": set(),  # nh3's own list for every element is longer
    "a": {"href", "title"},
    "th": {"colspan", "rowspan", "scope"},
    "td": {"colspan", "rowspan"},
    "ol": {"start"},
}
"""Attributes by element; never `style`, `class`, `id` or a handler."""

SCHEMES = frozenset({"http", "https", "mailto"})
"""Where links may lead."""

# A part's own heading is h2 or h3, so whatever level the LAO wrote starts below it.
_LOWERED = {"h1": "h4", "h2": "h4", "h3": "h4"}


def sanitise_markdown(text: str) -> str:
    """Turn prose as an LAO wrote it into a finished block of safe HTML."""
    return sanitise_html(_converter().render(text))


@lru_cache(maxsize=1)
def _converter() -> MarkdownIt:
    # Kept: making one costs as much as converting a page of prose. It keeps nothing of the text before.
    converter = MarkdownIt("commonmark", {"html": True}).enable("table")
    converter.validateLink = bool  # type: ignore[method-assign,assignment]  # nh3 alone decides where links lead
    return converter


def sanitise_html(html: str) -> str:
    """Keep what the allow-list names; everything else goes, scripts and styles with their contents."""
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
