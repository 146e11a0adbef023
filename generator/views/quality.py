"""The quality of data in the whole country: the rules, how often each found something, and where.

Made from summaries alone. Nobody is ranked: the more an LAO publishes, the more can be found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator import addresses
from generator.checks.explained import RuleWords, all_rules, is_of_conversion, subject_order
from generator.checks.retired import RetiredCode
from generator.facts.finding_counts import FindingCounts
from generator.facts.site_laos import group_by_province
from generator.facts.summary import Fired, LaoSummary
from generator.findings import Finding, Severity
from generator.views.quality_tables import ProvinceCounts, RuleCount, SubjectCounts, provinces_table, rules_table
from generator.views.tables import Table

LISTED_LAOS = 100
"""Up to this many LAOs are listed on a rule's page; above, only provinces."""


@dataclass(slots=True)
class Tally:
    """Number of findings of a rule."""

    findings: int = 0
    plans: int = 0
    laos: list[LaoSummary] = field(default_factory=list)
    """LAOs with at least one finding."""
    documents: int = 0
    """National documents with at least one finding."""


@dataclass(frozen=True, slots=True)
class QualityView:
    """The page of all rules."""

    rules: int
    laos: int
    plans: int
    counts: FindingCounts
    """Without conversion findings."""
    converted: int
    """Conversion findings, counted separately as they are not the LAOs'."""
    of_plans: tuple[SubjectCounts, ...]
    """Rules on content, in the order a reader would ask."""
    of_conversion: tuple[SubjectCounts, ...]
    """Rules on damage by conversion."""
    of_reading: tuple[SubjectCounts, ...]
    """Codes on how a file is written."""
    provinces: tuple[ProvinceCounts, ...]
    """In Thai order."""

    @property
    def found_table(self) -> Table:
        """Rules on content with findings."""
        found = _those(self.of_plans, lambda line: line.findings > 0)
        return rules_table("rules", "ข้อตรวจที่พบข้อสังเกต ตามหมวด และจำนวนที่พบ ไม่รวมร่างแผน", found)

    @property
    def has_found(self) -> bool:
        """Whether any rule on content has findings."""
        return any(line.findings for subject in self.of_plans for line in subject.rules)

    @property
    def silent(self) -> int:
        """Number of rules on content without findings."""
        return sum(not line.findings for subject in self.of_plans for line in subject.rules)

    @property
    def silent_table(self) -> Table:
        """Rules on content without findings."""
        silent = _those(self.of_plans, lambda line: line.findings == 0)
        return rules_table("silent-rules", "ข้อตรวจที่ไม่พบข้อสังเกต ตามหมวด", silent)

    @property
    def conversion_table(self) -> Table:
        """Rules on damage by conversion."""
        caption = "ข้อตรวจตัวพิมพ์ที่เสียจากการแปลงไฟล์ และจำนวนที่พบ ไม่รวมร่างแผน"
        return rules_table("conversion", caption, self.of_conversion)

    @property
    def reading_table(self) -> Table:
        """Codes on how a file is written."""
        return rules_table("reading", "ข้อตรวจของไฟล์ข้อมูลตามหมวด และจำนวนที่พบ ไม่รวมร่างแผน", self.of_reading)

    @property
    def provinces_table(self) -> Table:
        """The findings by province."""
        return provinces_table(self.provinces)


@dataclass(frozen=True, slots=True)
class LaoCount:
    """One LAO with findings of a rule."""

    name: str
    district: str | None
    province: str | None
    findings: int
    address: str


@dataclass(frozen=True, slots=True)
class ProvinceCount:
    """Number of LAOs of a province with findings of a rule."""

    name: str | None
    address: str | None
    laos: int


@dataclass(frozen=True, slots=True)
class QualityRuleView:
    """The page of one rule."""

    rule: RuleWords
    findings: int
    plans: int
    laos: int
    documents: int
    lines: tuple[LaoCount, ...]
    """The LAOs in Thai order of provinces; empty if too many to list."""
    provinces: tuple[ProvinceCount, ...]
    """Their provinces, if the LAOs are too many to list."""


@dataclass(frozen=True, slots=True)
class QualityRetiredView:
    """The page of a retired code."""

    code: RetiredCode
    replacements: tuple[RuleWords, ...]
    """Rules that check for the same now."""


def _those(subjects: Iterable[SubjectCounts], wanted: Callable[[RuleCount], bool]) -> tuple[SubjectCounts, ...]:
    """Return the wanted rules, without subjects left empty."""
    kept = [replace(subject, rules=tuple(filter(wanted, subject.rules))) for subject in subjects]
    return tuple(subject for subject in kept if subject.rules)


def quality_retired_view(code: RetiredCode) -> QualityRetiredView:
    """Return the page of a retired code."""
    rules = all_rules()
    return QualityRetiredView(code, tuple(rules[other] for other in code.replaced_by if other in rules))


def tally_findings(summaries: Iterable[LaoSummary], of_frameworks: Iterable[Finding] = ()) -> dict[str, Tally]:
    """Return the tally of each code, counted once for all pages."""
    tallies: dict[str, Tally] = {}
    for summary in summaries:
        for fired in summary.fired:
            tally = tallies.setdefault(fired.code, Tally())
            tally.findings += fired.findings
            tally.plans += fired.plans
            tally.laos.append(summary)
    documents: dict[str, set[str]] = {}
    for finding in of_frameworks:
        tallies.setdefault(finding.code, Tally()).findings += 1
        documents.setdefault(finding.code, set()).add("/".join(finding.location.file.split("/")[:2]))
    for code, folders in documents.items():
        tallies[code].documents = len(folders)
    return tallies


def quality_view(summaries: Sequence[LaoSummary], tallies: Mapping[str, Tally]) -> QualityView:
    """Return the page of all rules; codes without explanation only show on the pages of their findings."""
    rules = all_rules().values()
    counts = [(rule, tallies.get(rule.code, Tally())) for rule in rules]
    lines = [RuleCount(rule, tally.findings, tally.plans, len(tally.laos)) for rule, tally in counts]
    return QualityView(
        rules=len(lines),
        laos=len(summaries),
        plans=sum(_plans(summary) for summary in summaries),
        counts=_sum(summaries),
        converted=_converted(summaries),
        of_plans=_by_subject(line for line in lines if not line.rule.of_reading and not line.rule.of_conversion),
        of_conversion=_by_subject(line for line in lines if line.rule.of_conversion),
        of_reading=_by_subject(line for line in lines if line.rule.of_reading),
        provinces=tuple(
            ProvinceCounts(
                name=province.name if province else None,
                address=addresses.province(province.slug) if province else None,
                laos=len(below),
                plans=sum(_plans(summary) for summary in below),
                counts=_sum(below),
                converted=_converted(below),
            )
            for province, below in group_by_province(summaries)
        ),
    )


def quality_rule_view(rule: RuleWords, tally: Tally | None) -> QualityRuleView:
    """Return the page of one rule; `tally` is None if it found nothing."""
    tally = tally or Tally()
    groups = group_by_province(tally.laos)
    named = len(tally.laos) <= LISTED_LAOS
    return QualityRuleView(
        rule=rule,
        findings=tally.findings,
        plans=tally.plans,
        laos=len(tally.laos),
        documents=tally.documents,
        lines=tuple(_lao_count(summary, rule.code) for _, below in groups for summary in below) if named else (),
        provinces=()
        if named
        else tuple(
            ProvinceCount(
                province.name if province else None, addresses.province(province.slug) if province else None, len(below)
            )
            for province, below in groups
        ),
    )


def _by_subject(lines: Iterable[RuleCount]) -> tuple[SubjectCounts, ...]:
    by_subject: dict[str, list[RuleCount]] = {}
    for line in lines:
        by_subject.setdefault(line.rule.subject, []).append(line)
    order = subject_order()
    return tuple(
        SubjectCounts(subject, tuple(below))
        for subject, below in sorted(by_subject.items(), key=lambda item: order[item[0]])
    )


def _plans(summary: LaoSummary) -> int:
    return sum(not plan.is_draft for plan in summary.plans)


def _sum(summaries: Iterable[LaoSummary]) -> FindingCounts:
    """Return the sum of findings, without conversion findings: they are not the LAOs'."""
    listed = tuple(summaries)
    counts = Counter(
        {
            Severity.ERROR: sum(one.findings.errors for one in listed),
            Severity.WARNING: sum(one.findings.warnings for one in listed),
            Severity.NOTICE: sum(one.findings.notices for one in listed),
        }
    )
    rules = all_rules()
    for fired in _of_conversion(listed):
        counts[rules[fired.code].severity] -= fired.findings
    return FindingCounts(counts[Severity.ERROR], counts[Severity.WARNING], counts[Severity.NOTICE])


def _converted(summaries: Iterable[LaoSummary]) -> int:
    return sum(fired.findings for fired in _of_conversion(summaries))


def _of_conversion(summaries: Iterable[LaoSummary]) -> Iterator[Fired]:
    return (fired for one in summaries for fired in one.fired if is_of_conversion(fired.code))


def _lao_count(summary: LaoSummary, code: str) -> LaoCount:
    lead = summary.lead
    return LaoCount(
        name=summary.full_name,
        district=summary.district,
        province=summary.province.name if summary.province else None,
        findings=next(fired.findings for fired in summary.fired if fired.code == code),
        address=f"{addresses.plan(summary.code, lead.cycle)}#quality" if lead else addresses.lao(summary.code),
    )
