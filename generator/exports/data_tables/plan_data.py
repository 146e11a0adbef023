"""One plan as it may be published in files: the records of reading, without what looks like personal data.

Pages show such values as the document prints them and say beside them that they must go; a file travels without its
page, and nobody can call it back. So each such text is replaced as a whole, and the file says that it was.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.facts.plan_in_lao import PlanInLao
from generator.model.lao import Fiction


@dataclass(frozen=True)
class PlanData(PlanInLao):
    """One plan of one LAO, free of personal data."""

    fiction: Fiction = Fiction.NO
    withheld: int = 0
    """How many texts were replaced."""
