"""The page being rendered: its address, and its contexts, which are emptied when it is done.

Links are relative to the page, and that is all that a part of a page would need a context for. With the address here,
parts are imported without context: Jinja makes each of them once, not for every page.

A macro knows the context of its template, which knows the macro: without help all views of an LAO wait for Python's
cycle collector, which has to walk them and finds their memory gone cold. That was 4 ms of 40 for each LAO.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from jinja2.runtime import Context


class Contexts:
    """Makes contexts, and remembers those of the page being rendered."""

    def __init__(self) -> None:
        """Begin with none."""
        self.page_address = ""
        """Of the page being rendered: what its links are relative to."""
        self.explained: set[str] = set()
        """Words of the glossary that the page being rendered has linked already."""
        self._open: list[Context] | None = None

    def make(self, *arguments: Any, **named: Any) -> Context:
        """Make a context as Jinja does, and remember it if it is of the page.

        A part that is imported knows no page: Jinja makes it once and keeps it for all pages.
        """
        context = Context(*arguments, **named)
        if self._open is not None and "view" in context.parent:
            self._open.append(context)
        return context

    @contextmanager
    def of_page(self, address: str) -> Iterator[None]:
        """Render the page at an address inside; empty every context that was made for it at the end."""
        self._open, self.page_address = [], address
        self.explained.clear()
        try:
            yield
        finally:
            for context in self._open:
                context.vars.clear()
                context.exported_vars.clear()
                context.parent = {}
            self._open = None
