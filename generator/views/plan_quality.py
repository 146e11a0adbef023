"""The quality of a plan's data at a glance: findings counted by kind and page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator import addresses
from generator.checks.explained import RANKS, RuleWords, is_of_conversion, subject_order
from generator.facts.finding_counts import FindingCounts, count_findings
from generator.findings import Severity
from generator.views.page_findings import FindingGroup
from generator.views.plan_context import PlanContext, PlanPageName

_LED_BY = (Severity.ERROR, Severity.WARNING)


@dataclass(frozen=True, slots=True)
class FindingsOnPage:
    """The findings of one rule on one page."""

    part: str
    word: str
    """Name of the page."""
    count: int
    address: str


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule with findings in the plan."""

    rule: RuleWords
    severity: Severity
    count: int
    pages: tuple[FindingsOnPage, ...]


@dataclass(frozen=True, slots=True)
class SubjectLines:
    """The rules of one subject with findings."""

    subject: str
    count: int
    grave: int
    """Findings above the lowest severity."""
    rules: tuple[RuleLine, ...]
    """The most severe first."""


@dataclass(frozen=True, slots=True)
class PlanQuality:
    """Summary of all findings in a plan."""

    counts: FindingCounts
    """Without conversion findings."""
    answered: int
    """Those answered by the LAO."""
    subjects: tuple[SubjectLines, ...]
    of_conversion: SubjectLines | None
    """Conversion findings, counted separately as they are not the LAO's; None if there are none."""
    of_lao: int
    """Findings on the LAO's own page."""
    lao_address: str
    rules_address: str
    """Address of the explanation of the rules."""
    form_address: str
    """Where an officer fills in an answer."""


def plan_quality(context: PlanContext) -> PlanQuality:
    """Count the findings of a plan by subject, rule and page."""
    by_code: dict[str, list[tuple[PlanPageName, FindingGroup]]] = {}
    shown = context.shown_findings
    for page in context.pages:
        for group in shown[page.part].groups if page.part in shown else ():
            by_code.setdefault(group.rule.code, []).append((page, group))
    lines = [_rule_line(context, found) for found in by_code.values()]
    own = [finding for finding in context.findings if not is_of_conversion(finding.code)]
    converted = _by_subject(_gravest_first(line for line in lines if line.rule.of_conversion))
    return PlanQuality(
        counts=count_findings(own),
        answered=sum(bool(finding.answer) for finding in own),
        subjects=_by_subject(_gravest_first(line for line in lines if not line.rule.of_conversion)),
        of_conversion=converted[0] if converted else None,
        of_lao=context.lao_findings,
        lao_address=f"{addresses.lao(context.lao.code)}#findings",
        rules_address=addresses.QUALITY,
        form_address=addresses.form_of(context.lao.code, context.plan.cycle, "answer"),
    )


def _rule_line(context: PlanContext, found: list[tuple[PlanPageName, FindingGroup]]) -> RuleLine:
    groups = [group for _, group in found]
    return RuleLine(
        groups[0].rule,
        min((group.severity for group in groups), key=RANKS.__getitem__),
        sum(group.count for group in groups),
        tuple(
            FindingsOnPage(page.part, page.word, group.count, f"{context.address_of(page)}#{group.anchor}")
            for page, group in found
        ),
    )


def _gravest_first(lines: Iterable[RuleLine]) -> list[RuleLine]:
    return sorted(lines, key=lambda line: (RANKS[line.severity], line.rule.code))


def _by_subject(lines: list[RuleLine]) -> tuple[SubjectLines, ...]:
    counts: Counter[str] = Counter()
    grave: Counter[str] = Counter()
    for line in lines:
        counts[line.rule.subject] += line.count
        grave[line.rule.subject] += line.count if line.severity in _LED_BY else 0
    order = subject_order()
    return tuple(
        SubjectLines(
            subject, counts[subject], grave[subject], tuple(line for line in lines if line.rule.subject == subject)
        )
        for subject in sorted(counts, key=lambda subject: (order.get(subject, len(order)), subject))
    )
