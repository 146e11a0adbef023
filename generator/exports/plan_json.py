"""One plan as JSON, `plan.json`: all published data of LAO, plan, projects, IDP, results and prose.

The format has a version (`SCHEMA`): adding a field keeps the number; removing one or changing its meaning needs a new
number.
"""

from __future__ import annotations

import json
from typing import Any

from generator.exports.data_tables.plan_data import PlanData
from generator.exports.record_from_json import record_from_json
from generator.exports.record_json import record_json
from generator.history.revisions import NO_HISTORY, PlanHistory
from generator.model.idp import IdpTable
from generator.model.lao import Fiction, Lao
from generator.model.plan import NarrativeSection, Plan, PlanFolder
from generator.model.project import ProjectTable
from generator.model.results import YearResults

SCHEMA = 1


def plan_json(plan: PlanData, history: PlanHistory = NO_HISTORY) -> bytes:
    """Return a plan as JSON, with its version in the repository, if known."""
    # Lone surrogates, invalid in UTF-8, become question marks, as on pages.
    text = json.dumps(plan_record(plan, history), ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace") + b"\n"


def plan_record(plan: PlanData, history: PlanHistory = NO_HISTORY) -> dict[str, Any]:
    """Return a plan as JSON data."""
    files = plan.files
    return {
        "schema": SCHEMA,
        "kind": "phaen-plan",
        "status": {
            "draft": plan.plan.is_draft,
            "fictional": str(plan.fiction),
            "partly_unread_files": sorted(files.unread),
            "results_files": list(files.results_files),
            "texts_withheld": plan.withheld,
            "version": _version(history),
        },
        "lao": {**record_json(plan.lao), "full_name": plan.lao.full_name},
        "plan": record_json(files.plan),
        "projects": record_json(files.projects) if files.projects else None,
        "idp": record_json(files.idp) if files.idp else None,
        "results": [record_json(report) for report in files.results],
        "narrative": [
            {"id": one.id, "source": one.source, "is_summary": one.is_summary, "markdown": one.markdown}
            for one in files.narrative
        ],
    }


def read_plan_json(data: bytes) -> PlanData:
    """Return the plan in a `plan.json`; raise ValueError for another schema or an invalid file."""
    found = json.loads(data)
    if found.get("schema") != SCHEMA:
        raise ValueError(f"schema {found.get('schema')} is not {SCHEMA}")
    status, lao = found["status"], {key: value for key, value in found["lao"].items() if key != "full_name"}
    files = PlanFolder(
        record_from_json(Plan, found["plan"]),
        record_from_json(ProjectTable, found["projects"]) if found["projects"] else None,
        record_from_json(IdpTable, found["idp"]) if found["idp"] else None,
        tuple(record_from_json(YearResults, report) for report in found["results"]),
        tuple(NarrativeSection(**one) for one in found["narrative"]),
        frozenset(status["partly_unread_files"]),
        tuple(status["results_files"]),
    )
    return PlanData(record_from_json(Lao, lao), files, Fiction(status["fictional"]), status["texts_withheld"])


def _version(history: PlanHistory) -> dict[str, Any] | None:
    last = history.last
    if last is None or not history.is_saved:
        return None
    published = last.commit.published
    return {
        "number": last.number,
        "commit": last.commit.id,
        "published": published.isoformat() if published else None,
    }
