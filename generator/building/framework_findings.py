"""The findings on the national documents: cached, or made while the LAOs' pages are made."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from generator.building.fingerprint import digest_of
from generator.building.found import finding_from_json, finding_to_json
from generator.building.inputs import Inputs
from generator.building.own_process import begin
from generator.building.store import Store, get_record, put_record
from generator.building.tracked_day import TrackedDay
from generator.findings import Finding

if TYPE_CHECKING:
    from generator.checks.items import CheckBasis
    from generator.reading.framework_reader import ReadFrameworks

FrameworkFindings = Callable[[], tuple[Finding, ...]]


def framework_findings(inputs: Inputs, store: Store, *, own_process: bool) -> FrameworkFindings:
    """Return the function that gives the findings, and puts new ones into the cache.

    `own_process` makes new ones in a process of its own, started now: the rules' dictionaries take 70 MB, which this
    process would keep until the end of the build.
    """
    key = digest_of(["findings of frameworks", inputs.digest])
    record = get_record(store, key)
    if record and record["since"] <= inputs.settings.today.isoformat() <= record["until"]:
        known = record
        return lambda: _from(known)
    documents, reference = inputs.documents, inputs.reference
    begun = begin(_checked, documents, reference) if own_process else lambda: _checked(documents, reference)

    @cache
    def findings() -> tuple[Finding, ...]:
        made = begun()
        put_record(store, key, made)
        return _from(made)

    return findings


def _checked(documents: ReadFrameworks, reference: CheckBasis) -> dict[str, Any]:
    """Return the findings and the days on which they hold, as a record of the cache."""
    from generator.building.checking import check_frameworks  # late: imports the rules

    today = TrackedDay.of(reference.today)
    found = (*documents.frameworks.findings, *check_frameworks(documents, reference.for_lao(today, "")))
    days = {"since": today.since.isoformat(), "until": today.until.isoformat()}
    return {**days, "findings": [finding_to_json(finding) for finding in found]}


def _from(record: dict[str, Any]) -> tuple[Finding, ...]:
    return tuple(map(finding_from_json, record["findings"]))
