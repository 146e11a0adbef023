"""A view in, a `Page` out: the template of a page's kind collects the parts.

A page's template consists of two calls, `{% call heading(2, "sources") %}...{% endcall %}` and `{% call block() %}...`.
Each adds a part to the page; text between them would be lost and is therefore an error.
"""

from __future__ import annotations

import html
from collections.abc import Callable

from markupsafe import Markup

from generator.pages.blocks import finish
from generator.pages.environment import make_environment
from generator.pages.page import Block, Heading, Page, PageMeta, Part
from generator.pages.page_kinds import PageKind
from generator.settings import Digits

_NOTHING = Markup("")


class TemplateError(ValueError):
    """A template that prints outside of headings and blocks, or has a heading that its kind of page lacks."""


class Renderer:
    """Renders pages with one set of digits."""

    def __init__(self, digits: Digits) -> None:
        """Take the digits for the site's own numbers."""
        self.digits = digits
        self._environment = make_environment(digits)

    def render(self, kind: PageKind, address: str, meta: PageMeta, view: object) -> Page:
        """Return a view as the page at an address, laid out by the template of its kind."""
        parts: list[Part] = []
        with self._environment.contexts.of_page(address):
            lost = self._environment.get_template(f"{kind.name}.html.jinja").render(
                view=view, block=_block(parts), heading=_heading(parts, kind)
            )
        if lost.strip():
            raise TemplateError(f"{kind.name}: text outside of headings and blocks: {lost.strip()[:60]!r}")
        return Page(address, tuple(parts), meta)


def _block(parts: list[Part]) -> Callable[..., Markup]:
    """Return the `block` of one page: called around HTML, it adds the finished HTML if there is any."""

    def block(caller: Callable[[], str]) -> Markup:
        made = finish(str(caller()))
        if made:
            parts.append(Block(made))
        return _NOTHING

    return block


def _heading(parts: list[Part], kind: PageKind) -> Callable[..., Markup]:
    """Return the `heading` of one page: called around text, it adds a heading with an id known to the kind of page."""

    def heading(level: int, id: str | None = None, *, caller: Callable[[], str]) -> Markup:
        if id is not None and not kind.has_anchor(id):
            raise TemplateError(f"{kind.name}: its record in page_kinds.py names no anchor {id!r}")
        if id is None and level > 1:
            raise TemplateError(f"{kind.name}: a heading below the title has no id")
        # Templates escape what they print as HTML; a heading holds plain text, so unescape it.
        parts.append(Heading(level, html.unescape(str(caller())), id))
        return _NOTHING

    return heading
