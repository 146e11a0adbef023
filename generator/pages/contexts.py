"""The contexts of the page being rendered, emptied when it is done.

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
        self._open: list[Context] | None = None

    def make(self, *arguments: Any, **named: Any) -> Context:
        """Make a context as Jinja does, and remember it if it is of the page.

        A part that is imported without context knows no page; Jinja makes it once and keeps it for all pages.
        """
        context = Context(*arguments, **named)
        if self._open is not None and "page_address" in context.parent:
            self._open.append(context)
        return context

    @contextmanager
    def released(self) -> Iterator[None]:
        """Empty every context that is made inside, at the end."""
        self._open = []
        try:
            yield
        finally:
            for context in self._open:
                context.vars.clear()
                context.exported_vars.clear()
                context.parent = {}
            self._open = None
