"""What is made of one LAO: each kind of output is one module here, with an `OUTPUT` that says what it makes.

To add a kind: write a module with a function from `LaoWork` to files, name it in `ALL`, and say whether its files are
published and whether they may follow when the pages are live. See docs/decisions/0012-units.md.
"""

from generator.building.outputs import pages, sections, summary
from generator.building.outputs.output import LaoWork, Output

ALL: tuple[Output, ...] = (pages.OUTPUT, summary.OUTPUT, sections.OUTPUT)
"""In the order in which they are made."""

__all__ = ["ALL", "LaoWork", "Output"]
