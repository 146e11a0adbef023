"""The page in place of a withdrawn plan, LAO or province: what was there, since when, and why."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from generator import addresses
from generator.checks.shown_history import shown_author, shown_message, shown_text
from generator.facts.money_sums import MoneySummary, summarise_money
from generator.history.commits import CommitFacts
from generator.history.withdrawn_plans import WithdrawnLao, WithdrawnPlan
from generator.thai.dates import Cycle
from generator.thai.provinces import Province


@dataclass(frozen=True, slots=True)
class WithdrawnPlanLine:
    """A withdrawn plan."""

    cycle: Cycle
    address: str
    title: str | None
    """As printed; None if the document printed none or is no longer readable."""
    versions: int
    first_published: datetime.date | None
    """None if the clock of the commit was wrong."""
    withdrawn: datetime.date | None
    money: MoneySummary | None
    """Its projects and their money; None if it had none or is no longer readable."""
    positions: int | None
    """Rows of its IDP; None likewise."""
    last_commit: str
    """The commit with its last version."""
    revisions: str
    """Its versions and their changes, as JSON."""


@dataclass(frozen=True, slots=True)
class WithdrawnView:
    """What was withdrawn."""

    code: str
    lao_name: str
    """Full name; the code if the last version is unreadable."""
    lao_address: str | None
    """Its own page; None if that is withdrawn too."""
    feed: str
    """The changes of the plans of the LAO, as an Atom feed."""
    is_whole_lao: bool
    plans: tuple[WithdrawnPlanLine, ...]
    """The plan, or all plans of a withdrawn LAO."""
    withdrawn: datetime.date | None
    author: str
    reason: str
    commit: str


class WithdrawnLaoLine(NamedTuple):
    """A withdrawn LAO of a province."""

    name: str
    """Full name; the code if the last version is unreadable."""
    address: str
    withdrawn: datetime.date | None
    """None if the clock of the commit was wrong."""


@dataclass(frozen=True, slots=True)
class WithdrawnProvinceView:
    """A province whose LAOs were all withdrawn."""

    province: str
    laos: tuple[WithdrawnLaoLine, ...]


def withdrawn_province_view(province: Province, laos: Iterable[WithdrawnLao]) -> WithdrawnProvinceView:
    """Return the page of a province without LAOs."""
    return WithdrawnProvinceView(
        province.name,
        tuple(
            WithdrawnLaoLine(one.lao.full_name if one.lao else one.code, addresses.lao(one.code), one.removal.published)
            for one in laos
        ),
    )


def withdrawn_plan_view(plan: WithdrawnPlan, lao_name: str, lao_address: str | None) -> WithdrawnView:
    """Return the page of one withdrawn plan."""
    return _view(plan.code, plan.removal, lao_name, lao_address, is_whole_lao=False, plans=(plan,))


def withdrawn_lao_view(lao: WithdrawnLao) -> WithdrawnView:
    """Return the page of a withdrawn LAO."""
    name = lao.lao.full_name if lao.lao else lao.code
    return _view(lao.code, lao.removal, name, None, is_whole_lao=True, plans=lao.plans)


def _view(
    code: str,
    removal: CommitFacts,
    lao_name: str,
    lao_address: str | None,
    *,
    is_whole_lao: bool,
    plans: tuple[WithdrawnPlan, ...],
) -> WithdrawnView:
    return WithdrawnView(
        code=code,
        lao_name=lao_name,
        lao_address=lao_address,
        feed=addresses.lao_feed(code),
        is_whole_lao=is_whole_lao,
        plans=tuple(map(withdrawn_line, plans)),
        withdrawn=removal.published,
        author=shown_author(removal.author),
        reason=shown_message(removal.message),
        commit=removal.id,
    )


def withdrawn_line(withdrawn: WithdrawnPlan) -> WithdrawnPlanLine:
    """Return the line of one withdrawn plan."""
    files = withdrawn.plan
    projects = files.projects.projects if files and files.projects else None
    return WithdrawnPlanLine(
        cycle=withdrawn.cycle,
        address=addresses.plan(withdrawn.code, withdrawn.cycle),
        title=shown_text(files.plan.title) if files and files.plan.title else None,
        versions=withdrawn.versions,
        first_published=withdrawn.first.published,
        withdrawn=withdrawn.removal.published,
        money=summarise_money(projects, files.plan.budget_basis) if files and projects else None,
        positions=len(files.idp.rows) if files and files.idp else None,
        last_commit=withdrawn.last.id,
        revisions=f"/{addresses.revisions_file(withdrawn.code, withdrawn.cycle.slug)}",
    )
