"""The key figures of an LAO as JSON for `/compare/`, made from its summary and one of its plans.

`/lao/<code>/figures.json`: amounts are decimal numbers in strings, so that no program rounds them; null means not
stated. `plan` is the newest plan in force, else the newest, never a draft.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from generator import addresses
from generator.facts.comparable import Measure, compared_plan, measured
from generator.facts.plan_figures import method_figures, strategy_figures
from generator.facts.plan_in_lao import PlanInLao
from generator.facts.summary import LaoSummary, PlanSummary
from generator.findings import PERSONAL, Finding
from generator.model.content import LaoFolder
from generator.model.plan import PlanFolder

SCHEMA = 1
WITHHELD = "(ไม่เผยแพร่ในไฟล์นี้ เพราะข้อมูลของ อปท. อาจมีข้อมูลส่วนบุคคล)"
"""Replacement for a text in which personal data was found."""


def figures_files(summary: LaoSummary, lao_folder: LaoFolder, found: Iterable[Finding]) -> dict[str, bytes]:
    """Return the file of an LAO by its path below the site; `found` are all findings of its data.

    Pages warn beside a text that it may be personal data; a file is copied without its page. If such data was found,
    the file has only figures, no texts of the LAO.
    """
    plan = compared_plan(summary)
    is_personal = any(one.code.startswith(PERSONAL) for one in found)
    instead = WITHHELD if is_personal else None
    record = {
        "schema": SCHEMA,
        "code": summary.code,
        "name": summary.code if is_personal else summary.full_name,
        "short_name": summary.code if is_personal else summary.short_name,
        "type": summary.type,
        "district": None if is_personal else summary.district,
        "province": {"name": summary.province.name, "slug": summary.province.slug} if summary.province else None,
        "fictional": summary.fiction,
        "standing": summary.standing,
        "drafts": sum(one.is_draft for one in summary.plans),
        "plan": _plan(summary.code, plan, _files_of(plan, lao_folder), instead) if plan else None,
    }
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    # Lone surrogates in damaged texts are written as their replacement on pages.
    return {addresses.lao_figures(summary.code).removeprefix("/"): text.encode("utf-8", "replace")}


def amount(value: Decimal | None) -> str | None:
    """Return an amount as text: `664000`, `1000.50`; averages are rounded to the satang."""
    return None if value is None else format(value if value == value.quantize(_ONE) else value.quantize(_CENT), "f")


_ONE, _CENT = Decimal(1), Decimal("0.01")


def _files_of(plan: PlanSummary | None, lao_folder: LaoFolder) -> PlanInLao | None:
    for files in lao_folder.plans:
        if plan and lao_folder.lao and isinstance(files, PlanFolder) and files.plan.cycle == plan.cycle:
            return PlanInLao(lao_folder.lao, files)
    return None


def _plan(code: str, plan: PlanSummary, context: PlanInLao | None, instead: str | None) -> dict[str, Any]:
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
                "number": None if instead else one.number,
                "name": instead or one.name,
                "projects": one.projects,
                "total_baht": amount(one.total_baht),
            }
            for one in (strategy_figures(context) if context else ())
        ],
        "methods": [
            {
                "number": None if instead else one.number,
                "name": instead or one.name,
                "ref": one.reference,
                "positions": one.positions,
            }
            for one in (method_figures(context.files.idp) if context else ())
        ],
    }
