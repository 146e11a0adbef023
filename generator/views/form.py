"""`/form/`: results of a round, an amendment, a correction or an answer, filled in and checked in the browser.

The plan comes from its own plan.json and the keys from this site's JSON Schemas; this module adds the words that
neither has.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from pydantic import BaseModel

from generator import addresses
from generator.checks.explained import all_rules
from generator.findings import Severity
from generator.model.official import AmendedItem, Correction
from generator.model.results import ProjectResult, YearResults
from generator.model.roles import fields_of
from generator.thai.months import FULL, MONTHS

_CHOICES: dict[str, type[BaseModel]] = {
    "status": ProjectResult,
    "what": AmendedItem,
    "kind": Correction,
    "round": YearResults,
}
"""Keys of the forms whose values are words of this program, by record."""


@dataclass(frozen=True, slots=True)
class FormView:
    """What the page shows before a plan is chosen."""

    words: str
    """What the script needs besides plan and schemas, as JSON."""
    handbook_address: str
    """Handbook page on publishing a plan."""
    results_address: str
    """Handbook page on writing results by hand."""
    changes_address: str
    """Handbook page on writing amendments, corrections and answers by hand."""


def form_view() -> FormView:
    """Return the page; it depends on no LAO."""
    return FormView(_words(), addresses.HANDBOOK, addresses.HANDBOOK_RESULTS, addresses.HANDBOOK_CHANGES)


def _words() -> str:
    answerable = {one.code: one.title for one in all_rules().values() if one.severity is not Severity.ERROR}
    words = {
        "choices": {key: _choices(record, key) for key, record in _CHOICES.items()},
        "months": MONTHS,
        "month_names": FULL,
        "rules": answerable,
    }
    return json.dumps(words, ensure_ascii=False, separators=(",", ":"))


def _choices(record: type[BaseModel], key: str) -> list[tuple[str, str]]:
    """Return the words of a key, each stored value with its first Thai word."""
    return [(choice[0], choice[1] if len(choice) > 1 else choice[0]) for choice in fields_of(record)[key].is_.choices]
