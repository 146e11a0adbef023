"""A view and a template in, a `Page` out."""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup

from generator.pages.blocks import finish, placeholder
from generator.pages.environment import make_environment
from generator.pages.page import Page, PageMeta
from generator.settings import Digits

_BLANK_LINES = re.compile(r"\n{3,}")


class Renderer:
    """Renders pages with one set of digits."""

    def __init__(self, digits: Digits) -> None:
        """Take the digits in which the site writes its own numbers."""
        self._environment = make_environment(digits)

    def render(self, template: str, address: str, meta: PageMeta, **context: object) -> Page:
        """Render `templates/<template>.md.jinja` with the given context into the page at an address."""
        blocks: dict[str, str] = {}
        with self._environment.contexts.released():
            markdown = self._environment.get_template(f"{template}.md.jinja").render(
                page_address=address, block=_collector(blocks), **context
            )
        return Page(address, _BLANK_LINES.sub("\n\n", markdown).strip("\n") + "\n", blocks, meta)


def _collector(blocks: dict[str, str]) -> Callable[..., Markup]:
    """Make the `block` of one page: called around finished HTML, it keeps the HTML and leaves a placeholder."""

    def block(caller: Callable[[], str]) -> Markup:
        html = finish(str(caller()))
        if not html:
            return Markup("")
        name = f"b{len(blocks) + 1}"
        blocks[name] = html
        return Markup(f"\n\n{placeholder(name)}\n\n")  # noqa: S704  # our own brackets and a counter

    return block
