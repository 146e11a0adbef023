"""A history of two versions without a repository: the given plan, and one before it."""

from __future__ import annotations

import datetime
from dataclasses import replace

from generator.history.commits import CommitFacts, SignatureKind
from generator.history.history_index import Known
from generator.history.revisions import PlanHistory, ReadVersion, compared, plan_history
from generator.model.lao import Lao
from generator.model.money import read_budget
from generator.model.plan import PlanFolder

OFFICER = "งานการเจ้าหน้าที่ (สมมุติ)"


def before_it(plan: PlanFolder) -> PlanFolder:
    """Return an earlier version of a plan: another budget of the first project, and no IDP."""
    if plan.projects is None or not plan.projects.projects:
        return replace(plan, idp=None)
    first, *others = plan.projects.projects
    other = first.model_copy(update={"budget": read_budget("๑,๐๐๐")})
    table = plan.projects.model_copy(update={"projects": (other, *others)})
    return replace(plan, projects=table, idp=None)


def history_of(
    *plans: PlanFolder, lao: Lao | None = None, message: str = "แก้ไขตามมติ", author: str = OFFICER
) -> PlanHistory:
    """Return a history of these versions, oldest first; the last one is on disk."""
    days = (datetime.date(2023, 10, 2) + datetime.timedelta(days=100 * number) for number in range(len(plans)))
    commits = (
        CommitFacts(f"{number:040x}", day, author, message, SignatureKind.NONE) for number, day in enumerate(days, 1)
    )
    versions = [ReadVersion(commit, plan, lao) for commit, plan in zip(commits, plans, strict=True)]
    return plan_history(Known.WHOLE, compared(versions), plans[-1])
