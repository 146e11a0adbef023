"""The kinds of output: what each is called, and where its files go. Light: it loads nothing that makes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.building.outputs.work import Files, LaoWork


@dataclass(frozen=True, slots=True)
class Output:
    """A kind of output."""

    name: str
    """For ever: results are kept under it. The module of this name makes it."""
    published: bool = True
    """Whether the files are parts of the site, below `lao/<code>/`; else they are what national files are made from."""
    background: bool = False
    """Whether they may be made after the pages are live."""
    function: Callable[[LaoWork], Files] | None = None
    """What makes it, where that is no module of this folder."""

    def make(self, work: LaoWork) -> Files:
        """Return the files of an LAO by path."""
        function = self.function or import_module(f"{__package__}.{self.name}").make
        return function(work)


ALL = (
    Output("pages"),
    Output("data"),
    Output("summary", published=False),
    Output("sections", published=False),
    Output("documents"),
    Output("history"),
    Output("figures"),
    Output("rows", published=False),
    Output("workbooks", background=True),
    Output("pdf", background=True),
)
"""In the order in which they are made."""


def has_pdf(outputs: tuple[Output, ...]) -> bool:
    """Say whether PDFs are made, so that pages may offer them."""
    return any(output.name == "pdf" for output in outputs)
