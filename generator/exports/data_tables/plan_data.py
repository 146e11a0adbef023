"""One plan for publication in files: the records as read, without possible personal data.

Pages show such values as printed with a warning beside them; a file is copied without its page and cannot be recalled.
So each such text is replaced completely, and the file states the number of replacements.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.exports.data_tables.personal_data import Cleaner
from generator.facts.plan_in_lao import PlanInLao
from generator.findings import PERSONAL, Finding
from generator.model.lao import Fiction, Lao
from generator.model.plan import PlanFolder


@dataclass(frozen=True)
class PlanData(PlanInLao):
    """One plan of one LAO, without personal data."""

    fiction: Fiction = Fiction.NO
    withheld: int = 0
    """Number of replaced texts."""


def publishable_plan(lao: Lao, files: PlanFolder, fiction: Fiction, found: Iterable[Finding]) -> PlanData:
    """Return a plan for files; `found` are all findings of the LAO's data.

    Texts are scanned again only if a rule found personal data anywhere: a rule names some places per file and counts
    the others.
    """
    if not any(finding.code.startswith(PERSONAL) for finding in found):
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
