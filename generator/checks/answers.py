"""Match the answers of an LAO (`acknowledged:`) with the findings that they are about.

In: the plans of one LAO. Out: each finding with its answer, by one look-up however many answers there are.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.checks.acknowledgements import says_something
from generator.findings import Finding, Severity
from generator.model.plan import PlanFolder

_Key = tuple[str, str, str | None]
"""Code of the finding; folder of the plan, empty for lao.yml (any plan may answer for it); id the finding is about."""


class Answers:
    """All answers of one LAO; if several match a finding, the first one written wins."""

    def __init__(self, folder: str, plans: Iterable[PlanFolder]) -> None:
        """Store the LAO's folder, relative to the content folder, and index the answers of its plans."""
        self._lao_file = f"{folder}/lao.yml"
        self._first: dict[_Key, tuple[int, str]] = {}
        written = ((f"{folder}/{plan.plan.cycle.slug}", answer) for plan in plans for answer in plan.plan.acknowledged)
        for place, (plan_folder, answer) in enumerate(written):
            if not says_something(answer.reason):
                continue
            for subject in answer.ids or (None,):
                for where in (plan_folder, ""):
                    self._first.setdefault((answer.code, where, subject), (place, answer.reason))

    def beside(self, finding: Finding) -> Finding:
        """Return the finding with the LAO's answer from the same plan; errors get none."""
        if not self._first or finding.severity is Severity.ERROR:
            return finding
        file = finding.location.file
        where = "" if file == self._lao_file else "/".join(file.split("/", 3)[:3])
        keys = ((finding.code, where, subject) for subject in (None, *finding.subjects))
        found = [self._first[key] for key in keys if key in self._first]
        return finding.answered(min(found)[1]) if found else finding
