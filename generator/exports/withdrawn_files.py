"""The files that a withdrawn plan or LAO leaves: its versions as JSON, its feed, and a notice for programs and servers.

Data files and documents cannot say that they are withdrawn. In their folder are `withdrawn.json` and a page that says
so: web servers answer the addresses of files with this page and status 410 if `withdrawn.json` is beside it (deploy/).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from generator import addresses
from generator.exports.atom import atom, lao_feed
from generator.exports.history_json import revisions_files
from generator.history.commits import CommitFacts
from generator.history.revisions import PlanHistory
from generator.history.withdrawn_plans import WithdrawnLao, WithdrawnPlan

SCHEMA = 1


def withdrawn_plan_files(plans: Iterable[WithdrawnPlan], histories: Mapping[str, PlanHistory]) -> dict[str, bytes]:
    """Return the files of an LAO's withdrawn plans; `histories` are their versions, by folder name of the cycle."""
    files: dict[str, bytes] = {}
    for plan in plans:
        files |= revisions_files(plan.code, {plan.cycle.slug: histories[plan.cycle.slug]})
        page, removal = addresses.plan(plan.code, plan.cycle), _removal(plan.removal)
        for folder in addresses.plan_folders(plan.code, plan.cycle):
            files |= _notice(folder, page, [folder], removal)
    return files


def withdrawn_lao_files(lao: WithdrawnLao, histories: Mapping[str, PlanHistory], site_url: str) -> dict[str, bytes]:
    """Return the files of a withdrawn LAO and its plans."""
    files = withdrawn_plan_files(lao.plans, histories)
    feed = lao_feed(lao.code, lao.lao.full_name if lao.lao else lao.code, histories)
    files[feed.file] = atom(feed, site_url)
    page, gone = addresses.lao(lao.code), [addresses.lao_figures(lao.code), addresses.lao_manifest(lao.code)]
    return files | _notice(page, page, gone, _removal(lao.removal))


def withdrawn_province_files(slug: str) -> dict[str, bytes]:
    """Return the notice of a province whose LAOs were all withdrawn; the notices of the LAOs say when."""
    page = addresses.province(slug)
    return _notice(page, page, [addresses.province_spreads(slug)], {})


def _removal(removal: CommitFacts) -> dict[str, str | None]:
    return {"withdrawn": removal.published.isoformat() if removal.published else None, "commit": removal.id}


def _notice(folder: str, page: str, gone: list[str], more: Mapping[str, Any]) -> dict[str, bytes]:
    record = {"schema": SCHEMA, "page": page, "no_longer_offered": gone, **more}
    return {f"{folder[1:]}{addresses.WITHDRAWN}": json.dumps(record, separators=(",", ":")).encode("ascii")}
