"""The summary of an LAO: all that national pages know of it.

One LAO as read in, its summary out; home, provinces and frameworks are made from summaries, so that no process needs to
read or keep all plans at once.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from itertools import starmap
from typing import NamedTuple

from generator.facts.changes import PlanEvent, plan_changes
from generator.facts.finding_counts import FindingCounts, count_findings, cycle_folder
from generator.facts.ita_evidence import EvidenceCount, evidence_counts
from generator.facts.legal_state import LegalState, legal_state
from generator.facts.money_sums import summarise_money
from generator.facts.plan_figures import people_of, total_is_whole
from generator.facts.plan_in_lao import PlanInLao
from generator.findings import Finding
from generator.model.assessment import AssessmentYear
from generator.model.content import LaoFolder, UnreadablePlan
from generator.model.lao import LAO_TYPES, Fiction, Lao
from generator.model.money import BudgetBasis
from generator.model.official import DocumentState
from generator.model.plan import PlanFolder
from generator.reading.lao_reader import ReadLao
from generator.thai.dates import Cycle
from generator.thai.provinces import PROVINCES, Province, province_named
from generator.thai.searching import search_key
from generator.thai.sorting import thai_sort_key

_TYPE_ORDER = {name: order for order, name in enumerate(dict.fromkeys(LAO_TYPES.values()))}


NOTHING_FOUND = FindingCounts()


class Standing(StrEnum):
    """State of an LAO's plans here, today."""

    IN_FORCE = "in_force"
    NOT_YET_IN_FORCE = "not_yet_in_force"
    EXPIRED = "expired"
    NOT_ANNOUNCED = "not_announced"
    UNREADABLE = "unreadable"
    """The only plan, or one that may be in force, is unreadable."""
    NO_PLAN = "no_plan"
    """No plan is published here; the LAO may still have one."""


class ProjectTitle(NamedTuple):
    """The name of a project, for the finder."""

    id: str
    title: str
    key: str
    """Its search key without spaces: titles with the same key are one title."""


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """The summary of one plan."""

    cycle: Cycle
    state: DocumentState
    legal: LegalState
    is_draft: bool
    is_partial: bool
    """Only part of the document was received."""
    projects: int | None
    """Number of projects; None without a project table here."""
    total_baht: Decimal | None
    """Sum of the stated amounts; None if no project states one."""
    basis: BudgetBasis | None
    """Basis of the amounts."""
    positions: int | None
    """Number of IDP rows; None without an IDP here."""
    latest: PlanEvent | None
    """Its last dated event; None if the data states no day."""
    titles: tuple[ProjectTitle, ...]
    """Names of its projects."""
    total_is_whole: bool = False
    """Whether every project states an amount that can be summed, or that it needs none."""
    people: int | None = None
    """People of the LAO in the first year of the cycle with counts; None without counts."""
    findings: FindingCounts = NOTHING_FOUND
    """Numbers of findings in the plan's own files."""
    evidence: tuple[EvidenceCount, ...] = ()
    """Its state per assessment year (ITA) with known items; none for a draft, which is no evidence."""


@dataclass(frozen=True, slots=True)
class Fired:
    """A code of findings in an LAO's data."""

    code: str
    findings: int
    plans: int
    """Number of plans with it; 0 if it is about the LAO itself."""


class FrameworkUse(NamedTuple):
    """A reference from a plan of the LAO to an entry of a national framework."""

    reference: str
    """Id of the entry, or the name of a whole kind of competencies: core, executive, line."""
    cycle: Cycle
    """Cycle of the plan."""


class RecentVersion(NamedTuple):
    """A published version of a plan."""

    cycle: Cycle
    number: int
    published: datetime.date
    summary: str
    """Its changes, in one Thai line."""


MOST_RECENT = 10
"""Number of newest versions in a summary."""


@dataclass(frozen=True, slots=True)
class LaoSummary:
    """The summary of one LAO, for the national pages."""

    code: str
    full_name: str
    """Type and name; the folder's name if lao.yml is unreadable."""
    short_name: str
    type: str | None
    district: str | None
    province: Province | None
    """By the name in lao.yml, else by the code; None if neither is one of the 77."""
    folder: str
    """Relative to the content folder."""
    readable: bool
    """Whether lao.yml is readable."""
    standing: Standing
    plans: tuple[PlanSummary, ...]
    """Readable plans, newest first."""
    unreadable_cycles: tuple[Cycle, ...]
    """Newest first."""
    guidelines: tuple[str, ...]
    """Titles of the guidelines, as printed."""
    framework_uses: tuple[FrameworkUse, ...]
    """Without duplicates, sorted."""
    findings: FindingCounts
    """Numbers of all findings, without drafts."""
    fired: tuple[Fired, ...]
    """The same by code, sorted."""
    former_codes: tuple[str, ...] = ()
    """Codes before an upgrade or merger, for search."""
    name_variants: tuple[str, ...] = ()
    """Its name and its district's as documents misprint them, for search."""
    fiction: Fiction = Fiction.NO
    """How much of it is made up."""
    recent: tuple[RecentVersion, ...] = ()
    """Newest versions of its plans in git, newest first; without drafts."""
    moved: tuple[str, ...] = ()
    """Addresses of all its pages, if it has former codes: the same addresses below these redirect here."""

    @property
    def lead(self) -> PlanSummary | None:
        """The plan to show first: the newest in force, else the newest."""
        return lead_plan(self.plans)

    @property
    def sort_key(self) -> tuple[tuple[str, str, str], int, tuple[str, str, str], str]:
        """Sort key among the LAOs of a province: district, type from large to small, name, code."""
        order = _TYPE_ORDER.get(self.type or "", len(_TYPE_ORDER))
        return thai_sort_key(self.district or ""), order, thai_sort_key(self.full_name), self.code


def summarise_lao(
    read: ReadLao,
    today: datetime.date,
    found: tuple[Finding, ...] | None = None,
    recent: Iterable[RecentVersion] = (),
    pages: Iterable[str] = (),
    assessments: Iterable[AssessmentYear] = (),
) -> LaoSummary:
    """Return the summary of one LAO; `today` decides which plans are in force and is not stored.

    `found` are all findings of its data, by default those of reading. `recent` are versions of its plans, `pages` the
    addresses of its pages, `assessments` the items of the years of ITA.
    """
    folder, lao = read.lao_folder, read.lao_folder.lao
    folders = tuple(plan for plan in reversed(folder.plans) if isinstance(plan, PlanFolder))
    found = folder.findings if found is None else found
    plans = tuple(_summarise_plan(files, lao, found, today, assessments) for files in folders if lao)
    unreadable = tuple(plan.cycle for plan in reversed(folder.plans) if isinstance(plan, UnreadablePlan))
    name = folder.path.rpartition("/")[2]
    drafts = {plan.cycle.slug for plan in plans if plan.is_draft}
    former_codes = tuple(former.code for former in lao.former_codes) if lao else ()
    counted = [one for one in found if cycle_folder(one) not in drafts]
    return LaoSummary(
        code=folder.code,
        full_name=lao.full_name if lao else name,
        short_name=lao.short_name if lao else name,
        type=lao.type if lao else None,
        district=lao.district if lao else None,
        province=lao_province(folder),
        folder=folder.path,
        readable=lao is not None,
        standing=_standing(lao is not None, plans, unreadable, today),
        plans=plans,
        unreadable_cycles=unreadable,
        guidelines=tuple(guidelines.title for guidelines in folder.guidelines),
        framework_uses=tuple(starmap(FrameworkUse, sorted({use for files in folders for use in _uses(files)}))),
        findings=count_findings(counted),
        fired=_fired(counted),
        former_codes=former_codes,
        name_variants=tuple(dict.fromkeys(one.text for one in lao.name_variants)) if lao else (),
        fiction=folder.fiction,
        recent=tuple(one for one in recent if one.cycle.slug not in drafts)[:MOST_RECENT],
        moved=tuple(pages) if former_codes else (),
    )


def lao_province(lao_folder: LaoFolder) -> Province | None:
    """Return an LAO's province, by the name in lao.yml, else by the code; None if neither is one of the 77."""
    named = province_named(lao_folder.lao.province) if lao_folder.lao else None
    return named or PROVINCES.get(lao_folder.code[1:3])


def lead_plan(plans: tuple[PlanSummary, ...]) -> PlanSummary | None:
    """Return the newest plan in force, else the newest; `plans` are sorted newest first."""
    in_force = (plan for plan in plans if plan.legal is LegalState.IN_FORCE)
    return next(in_force, plans[0] if plans else None)


def _summarise_plan(
    files: PlanFolder,
    lao: Lao,
    found: Iterable[Finding],
    today: datetime.date,
    assessments: Iterable[AssessmentYear],
) -> PlanSummary:
    plan = files.plan
    projects = files.projects.projects if files.projects else ()
    money = summarise_money(projects, plan.budget_basis)
    return PlanSummary(
        cycle=plan.cycle,
        state=plan.state,
        legal=legal_state(plan, today),
        is_draft=plan.is_draft,
        is_partial=plan.is_partial,
        projects=money.projects if files.projects else None,
        total_baht=money.total_baht if money.with_amount else None,
        basis=money.basis,
        positions=len(files.idp.rows) if files.idp else None,
        latest=next(iter(plan_changes(files)), None),
        titles=tuple(ProjectTitle(one.id, one.name, search_key(one.name).whole) for one in projects),
        total_is_whole=total_is_whole(projects),
        people=people_of(lao, plan.cycle),
        findings=count_findings(one for one in found if cycle_folder(one) == plan.cycle.slug),
        evidence=() if plan.is_draft else evidence_counts(PlanInLao(lao, files), assessments),
    )


def _standing(
    readable: bool, plans: tuple[PlanSummary, ...], unreadable: tuple[Cycle, ...], today: datetime.date
) -> Standing:
    lead = lead_plan(plans)
    if lead and lead.legal is LegalState.IN_FORCE:
        return Standing.IN_FORCE
    if not readable or any(cycle.contains(today) for cycle in unreadable) or (unreadable and not lead):
        return Standing.UNREADABLE
    return Standing(lead.legal) if lead else Standing.NO_PLAN


def _uses(files: PlanFolder) -> Iterator[tuple[str, Cycle]]:
    """Yield the entry and cycle of each framework reference, with repetitions."""
    plan = files.plan
    for choices in (plan.curricula, plan.methods, plan.target_groups, plan.competencies):
        for choice in choices:
            if choice.ref:
                yield choice.ref, plan.cycle
    for project in files.projects.projects if files.projects else ():
        for references in (project.curricula, project.methods, project.target_groups, project.competencies):
            for reference in references:
                yield reference, plan.cycle
    if files.idp:
        for method in files.idp.methods:
            if method.ref:
                yield method.ref, plan.cycle
        for row in files.idp.rows:
            for skill in row.skills:
                for reference in skill.competencies:
                    yield reference, plan.cycle


def _fired(findings: Iterable[Finding]) -> tuple[Fired, ...]:
    counts: Counter[str] = Counter()
    plans: dict[str, set[str]] = {}
    for finding in findings:
        counts[finding.code] += 1
        plans.setdefault(finding.code, set()).add(cycle_folder(finding))
    return tuple(_one_fired(code, counts[code], len(plans[code] - {""})) for code in sorted(counts))


# Interned: thousands of LAOs share the same few.
_one_fired = lru_cache(maxsize=None)(Fired)
