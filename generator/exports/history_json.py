"""Versions of plans as JSON, for `phaen history --format json` and for the script that compares two of them."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping
from typing import Any

from generator import addresses
from generator.checks.shown_history import shown_author, shown_changes, shown_message, shown_tombstones
from generator.history.plan_change import PlanChange
from generator.history.redactions import declared_in
from generator.history.revisions import PlanHistory, Revision
from generator.model.content import UnreadablePlan
from generator.words.plan_changes import sentence

SCHEMA = 1


def history_record(code: str, histories: Mapping[str, PlanHistory]) -> dict[str, Any]:
    """Return the versions of an LAO's plans, by folder name of the plan, as JSON values."""
    return {
        "schema": SCHEMA,
        "code": code,
        "known": next((history.known for history in histories.values()), "none"),
        "saved": all(history.is_saved for history in histories.values()),
        "revisions": [
            {"cycle": cycle, **revision_record(code, revision)}
            for cycle, history in histories.items()
            for revision in history.revisions
        ],
    }


def revisions_files(code: str, histories: Mapping[str, PlanHistory]) -> dict[str, bytes]:
    """Return a file per plan with known versions, by path below the site."""
    return {
        addresses.revisions_file(code, cycle): _json(history_record(code, {cycle: history}))
        for cycle, history in histories.items()
        if history.revisions
    }


def _json(record: dict[str, Any]) -> bytes:
    # Lone surrogates in damaged texts are written as their replacement on pages.
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def revision_record(code: str, revision: Revision) -> dict[str, Any]:
    """Return one version of a plan of an LAO."""
    commit = revision.commit
    return {
        "number": revision.number,
        "commit": commit.id,
        "dates": {
            "decided": _day(revision.days.decided),
            "published": _day(commit.published),
            "in_force": _day(revision.days.in_force),
        },
        "author": shown_author(commit.author),
        "message": shown_message(commit.message),
        "redacted": [
            {"date": _day(one.day), "reason": one.reason}
            for one in shown_tombstones(declared_in(commit.message, {code, *revision.codes}))
        ],
        "signature": commit.signature,
        "state": _state(revision),
        "compared_with": revision.compared_with,
        "changes": change_records(revision.changes),
    }


def change_records(changes: Iterable[PlanChange]) -> list[dict[str, Any]]:
    """Return changes, each with its sentence."""
    return [
        {
            "kind": change.kind,
            "part": change.part,
            "thing": change.thing,
            "id": change.id,
            "name": change.name,
            "field": change.field,
            "label": change.label,
            "before": change.before,
            "after": change.after,
            "difference_baht": None if change.difference_baht is None else str(change.difference_baht),
            "material": change.is_material,
            "sentence": sentence(change),
        }
        for change in shown_changes(changes)
    ]


def _state(revision: Revision) -> str:
    if revision.plan is None:
        return "removed"
    return "unreadable" if isinstance(revision.plan, UnreadablePlan) else "readable"


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
