"""The page being rendered: its address, and its contexts, which are emptied afterwards.

Links are relative to the page, the only thing for which a part of a page would need a context. With the address here,
parts are imported without context: Jinja creates each of them once, not per page.

A macro refers to the context of its template, which refers to the macro: without breaking this cycle all views of an
LAO stay until Python's cycle collector walks them, with cold CPU caches. That took 4 ms of 40 per LAO.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from jinja2.runtime import Context


class Contexts:
    """Makes contexts, and records those of the page being rendered."""

    def __init__(self) -> None:
        """Start without contexts."""
        self.page_address = ""
        """Address of the page being rendered; its links are relative to it."""
        self.explained: set[str] = set()
        """Glossary words that the page being rendered has already linked."""
        self._open: list[Context] | None = None

    def make(self, *arguments: Any, **named: Any) -> Context:
        """Make a context as Jinja does, and record it if it belongs to the page.

        An imported part belongs to no page: Jinja creates it once and keeps it for all pages.
        """
        context = Context(*arguments, **named)
        if self._open is not None and "view" in context.parent:
            self._open.append(context)
        return context

    @contextmanager
    def of_page(self, address: str) -> Iterator[None]:
        """Render the page at an address inside; on exit, empty every context made for it."""
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
