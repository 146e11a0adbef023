"""An LAO in a few figures as JSON: what `/compare/` puts side by side. Made from its summary and one of its plans.

`/lao/<code>/figures.json`: amounts are decimal numbers in strings, so that no program rounds them; null stands where
nothing is stated. `plan` is the newest plan in force, else the newest, and never a draft.
"""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from generator import addresses
from generator.facts.comparable import Measure, compared_plan, measured
from generator.facts.plan_figures import method_figures, strategy_figures
from generator.facts.plan_in_lao import PlanInLao
from generator.facts.summary import LaoSummary, PlanSummary
from generator.model.content import LaoFolder
from generator.model.plan import PlanFolder

SCHEMA = 1


def figures_files(summary: LaoSummary, folder: LaoFolder) -> dict[str, bytes]:
    """Return the file of an LAO by its path below the site."""
    plan = compared_plan(summary)
    record = {
        "schema": SCHEMA,
        "code": summary.code,
        "name": summary.full_name,
        "short_name": summary.short_name,
        "type": summary.type,
        "district": summary.district,
        "province": {"name": summary.province.name, "slug": summary.province.slug} if summary.province else None,
        "fictional": summary.fiction,
        "standing": summary.standing,
        "drafts": sum(one.is_draft for one in summary.plans),
        "plan": _plan(summary.code, plan, _files_of(plan, folder)) if plan else None,
    }
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    # Half characters of damaged texts are written as what they are replaced by on pages.
    return {addresses.lao_figures(summary.code).removeprefix("/"): text.encode("utf-8", "replace")}


def amount(value: Decimal | None) -> str | None:
    """Return an amount as it is written: `664000`, `1000.50`; averages to the satang."""
    return None if value is None else format(value if value == value.quantize(_ONE) else value.quantize(_CENT), "f")


_ONE, _CENT = Decimal(1), Decimal("0.01")


def _files_of(plan: PlanSummary | None, folder: LaoFolder) -> PlanInLao | None:
    for files in folder.plans:
        if plan and folder.lao and isinstance(files, PlanFolder) and files.plan.cycle == plan.cycle:
            return PlanInLao(folder.lao, files)
    return None


def _plan(code: str, plan: PlanSummary, context: PlanInLao | None) -> dict[str, Any]:
    found = {measure: measured(plan, measure) for measure in Measure}
    return {
        "cycle": plan.cycle.slug,
        "address": addresses.plan(code, plan.cycle),
        "state": plan.state,
        "legal": plan.legal,
        "partial": plan.is_partial,
        "projects": plan.projects,
        "positions": plan.positions,
        "total_baht": amount(plan.total_baht),
        "total_is_whole": plan.total_is_whole,
        "basis": plan.basis,
        "people": plan.people,
        "findings": {
            "errors": plan.findings.errors,
            "warnings": plan.findings.warnings,
            "notices": plan.findings.notices,
        },
        "comparable": {measure: amount(value) for measure, value in found.items() if isinstance(value, Decimal)},
        "not_comparable": {measure: value for measure, value in found.items() if not isinstance(value, Decimal)},
        "strategies": [
            {
                "number": one.number,
                "name": one.name,
                "projects": one.projects,
                "total_baht": amount(one.total_baht),
            }
            for one in (strategy_figures(context) if context else ())
        ],
        "methods": [
            {"number": one.number, "name": one.name, "ref": one.reference, "positions": one.positions}
            for one in (method_figures(context.files.idp) if context else ())
        ],
    }
