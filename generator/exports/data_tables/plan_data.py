"""One plan as it may be published in files: the records of reading, without what looks like personal data.

Pages show such values as the document prints them and say beside them that they must go; a file travels without its
page, and nobody can call it back. So each such text is replaced as a whole, and the file says how many were.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.exports.data_tables.personal_data import Cleaner
from generator.facts.plan_in_lao import PlanInLao
from generator.findings import Finding
from generator.model.lao import Fiction, Lao
from generator.model.plan import PlanFolder


@dataclass(frozen=True)
class PlanData(PlanInLao):
    """One plan of one LAO, free of personal data."""

    fiction: Fiction = Fiction.NO
    withheld: int = 0
    """How many texts were replaced."""


def publishable_plan(lao: Lao, files: PlanFolder, fiction: Fiction, found: Iterable[Finding]) -> PlanData:
    """Return a plan for files; `found` is everything that the rules found in the LAO's data.

    Texts are looked at again only where a rule found personal data anywhere: of one kind in one file it names some
    places and counts the others.
    """
    if not any(finding.code.startswith("PDPA-") for finding in found):
        return PlanData(lao, files, fiction)
    cleaner = Cleaner(lao)
    cleaned = replace(
        files,
        plan=cleaner.record(files.plan),
        projects=cleaner.record(files.projects) if files.projects else None,
        idp=cleaner.record(files.idp) if files.idp else None,
        results=tuple(cleaner.record(report) for report in files.results),
        narrative=tuple(replace(one, markdown=cleaner.text(one.markdown)) for one in files.narrative),
    )
    return PlanData(cleaner.record(lao), cleaned, fiction, cleaner.count)
