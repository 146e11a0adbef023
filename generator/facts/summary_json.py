"""Summaries as JSON and back, exactly: `from_json(to_json(summary)) == summary`. Equal summaries give equal bytes.

If `from_json` raises UnreadableSummaryError, make the summary again. Types of values are not checked: the store that
keeps the bytes must detect damage.
"""

from __future__ import annotations

import datetime
import json
from dataclasses import fields
from decimal import Decimal
from functools import lru_cache
from itertools import starmap
from typing import Any

from generator.facts.changes import PlanEvent, PlanEventKind
from generator.facts.finding_counts import FindingCounts
from generator.facts.ita_evidence import EvidenceCount
from generator.facts.legal_state import LegalState
from generator.facts.summary import Fired, FrameworkUse, LaoSummary, PlanSummary, ProjectTitle, RecentVersion, Standing
from generator.model.lao import Fiction
from generator.model.money import BudgetBasis
from generator.model.official import DocumentState
from generator.thai.dates import Cycle, FiscalYear
from generator.thai.provinces import PROVINCES, Province

SCHEMA = 8
"""Increase when a field of a summary is added, removed or changes meaning."""


class UnreadableSummaryError(ValueError):
    """Not a summary of this schema: another version, or no summary."""


def to_json(summary: LaoSummary) -> bytes:
    """Return a summary as one line of UTF-8: sorted keys, a cycle as slug, a province as code."""
    written = _fields(summary) | {
        "schema": SCHEMA,
        # Named tuples, which JSON would write as lists.
        "unreadable_cycles": [cycle.slug for cycle in summary.unreadable_cycles],
        "framework_uses": [(use.reference, use.cycle.slug) for use in summary.framework_uses],
        "recent": [(one.cycle.slug, one.number, one.published.isoformat(), one.summary) for one in summary.recent],
    }
    text = json.dumps(written, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)
    # Folder names may contain invalid UTF-8, which Python keeps as lone surrogates.
    return text.encode("utf-8", "surrogatepass")


def from_json(data: bytes) -> LaoSummary:
    """Return the summary that `to_json` wrote; raise UnreadableSummaryError for any other schema or data."""
    try:
        written = json.loads(data)
        schema = written.pop("schema")
        if schema == SCHEMA:
            return _lao(written)
    # Exceptions of parsing other data as a summary: wrong text, keys, shapes, numbers.
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError) as error:
        raise UnreadableSummaryError(f"not a summary of schema {SCHEMA}: {error!r}") from error
    raise UnreadableSummaryError(f"a summary of schema {schema!r}, not {SCHEMA}")


def _fields(record: Any) -> dict[str, Any]:
    return {field.name: getattr(record, field.name) for field in fields(record)}


def _plain(value: object) -> object:
    """Return the JSON value of an object; json itself writes enums and project titles."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Province):
        return value.code
    if isinstance(value, PlanSummary):
        evidence = [(one.fiscal_year.be, *one[1:]) for one in value.evidence]
        return _fields(value) | {"cycle": value.cycle.slug, "evidence": evidence}
    return _fields(value)


def _lao(written: dict[str, Any]) -> LaoSummary:
    return LaoSummary(
        **written
        | {
            "province": None if written["province"] is None else PROVINCES[written["province"]],
            "standing": Standing(written["standing"]),
            "plans": tuple(map(_plan, written["plans"])),
            "unreadable_cycles": tuple(map(_cycle, written["unreadable_cycles"])),
            "guidelines": tuple(written["guidelines"]),
            "framework_uses": tuple(starmap(_use, written["framework_uses"])),
            "findings": FindingCounts(**written["findings"]),
            "fired": tuple(_fired(**fired) for fired in written["fired"]),
            "former_codes": tuple(written["former_codes"]),
            "name_variants": tuple(written["name_variants"]),
            "fiction": Fiction(written["fiction"]),
            "recent": tuple(starmap(_recent, written["recent"])),
            "moved": tuple(written["moved"]),
        }
    )


def _plan(written: dict[str, Any]) -> PlanSummary:
    basis, total, latest = written["basis"], written["total_baht"], written["latest"]
    return PlanSummary(
        **written
        | {
            "cycle": _cycle(written["cycle"]),
            "state": DocumentState(written["state"]),
            "legal": LegalState(written["legal"]),
            "total_baht": None if total is None else Decimal(total),
            "basis": None if basis is None else BudgetBasis(basis),
            "latest": None if latest is None else _change(**latest),
            "titles": tuple(starmap(ProjectTitle, written["titles"])),
            "evidence": tuple(starmap(_evidence, written["evidence"])),
            "findings": FindingCounts(**written["findings"]),
        }
    )


def _change(day: str, kind: str, which: str | None) -> PlanEvent:
    return PlanEvent(datetime.date.fromisoformat(day), PlanEventKind(kind), which)


# Interned: thousands of LAOs share the same few.
_cycle = lru_cache(maxsize=512)(Cycle.parse)


def _recent(cycle: str, number: int, published: str, summary: str) -> RecentVersion:
    return RecentVersion(_cycle(cycle), number, datetime.date.fromisoformat(published), summary)


@lru_cache(maxsize=8192)
def _use(reference: str, cycle: str) -> FrameworkUse:
    return FrameworkUse(reference, _cycle(cycle))


@lru_cache(maxsize=4096)
def _evidence(be: int, met: int, not_met: int, not_applicable: int, cannot_tell: int) -> EvidenceCount:
    return EvidenceCount(FiscalYear(be), met, not_met, not_applicable, cannot_tell)


_fired = lru_cache(maxsize=4096)(Fired)
