"""The kinds of output, and where their files go. Imports none of their modules."""

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
    """Permanent: key of the results in the cache, and name of the module that makes them."""
    published: bool = True
    """Whether the files are published below `lao/<code>/`; if not, national files are made from them."""
    background: bool = False
    """Whether they may be made once the pages are live; rules run for them only if they found personal data before."""
    in_one_process: bool = True
    """Whether `mkdocs build` and `phaen pages` make it too; typesetting in one process would take too long."""
    function: Callable[[LaoWork], Files] | None = None
    """Makes it, if no module of this folder does."""

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
    Output("pdf", background=True, in_one_process=False),
)
"""In the order in which they are made."""


def has_pdf(outputs: tuple[Output, ...]) -> bool:
    """Return whether PDFs are made, so that pages may link to them."""
    return any(output.name == "pdf" for output in outputs)
