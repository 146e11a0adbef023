"""The meaning of every code: the rules and the codes of reading in one form."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from generator import addresses
from generator.checks.all_rules import RULES, SUBJECTS
from generator.findings import Finding, Severity
from generator.reading.codes import READING_CODES

RANKS = {severity: rank for rank, severity in enumerate((Severity.ERROR, Severity.WARNING, Severity.NOTICE))}
"""The gravest first."""


@dataclass(frozen=True, slots=True)
class RuleWords:
    """Everything that pages show about one code."""

    code: str
    severity: Severity
    title: str
    why: str
    remedy: str
    clause: str
    """Document and clause that it is based on; empty for common sense."""
    wrong: str
    """An example that it fires on; empty if one line cannot show it."""
    right: str
    """The same example, corrected."""
    of_reading: bool
    """Whether it is about how a file is written, not about the plan's content."""
    of_conversion: bool = False
    """Whether its findings are caused by the conversion of a file, not by the LAO."""

    @property
    def subject(self) -> str:
        """`MONEY` of MONEY-001."""
        return self.code.partition("-")[0]

    @property
    def address(self) -> str:
        """Address of its page."""
        return addresses.quality_rule(self.code)


@cache
def all_rules() -> dict[str, RuleWords]:
    """Return every code: the rules in order, then the codes of reading."""
    rules = [
        RuleWords(
            one.code,
            one.severity,
            one.title,
            one.why,
            one.remedy,
            one.clause,
            one.fires,
            one.silent,
            of_reading=False,
            of_conversion=one.of_conversion,
        )
        for one in RULES.values()
    ]
    reading = [
        RuleWords(one.code, one.severity, one.title, one.why, one.remedy, "", one.wrong, one.right, True)
        for one in READING_CODES.values()
    ]
    return {one.code: one for one in (*rules, *reading)}


def is_of_conversion(code: str) -> bool:
    """Return whether findings of a code are caused by a conversion and counted separately."""
    rule = RULES.get(code)
    return rule is not None and rule.of_conversion


@cache
def subject_order() -> dict[str, int]:
    """Return the position of every subject: the rules' in a reader's order, then those of reading."""
    modules = [module.__name__ for module in SUBJECTS]
    places: dict[str, int] = {}
    for rule in RULES.values():
        home = rule.find.__module__
        place = next((n for n, name in enumerate(modules) if f"{home}.".startswith(f"{name}.")), len(modules))
        places.setdefault(rule.subject, place)
    for code in READING_CODES:
        places.setdefault(code.partition("-")[0], len(modules) + 1)
    order = sorted(places, key=lambda subject: (places[subject], subject))
    return {subject: place for place, subject in enumerate(order)}


def rule_of(finding: Finding) -> RuleWords:
    """Return the meaning of a finding's code; an unknown code is its own title."""
    known = all_rules().get(finding.code)
    return known or RuleWords(finding.code, finding.severity, finding.code, "", finding.remedy, "", "", "", True)
