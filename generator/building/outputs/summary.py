"""The few figures of an LAO that home, provinces, frameworks, quality and finder are made from, and its addresses."""

from __future__ import annotations

import json

from generator.building.outputs.work import Files, LaoWork
from generator.facts.summary import summarise_lao
from generator.facts.summary_json import to_json
from generator.views.recent_versions import recent_versions

SUMMARY = "summary.json"
ADDRESSES = "addresses.json"
"""Addresses of its pages that search engines may list."""


def make(work: LaoWork) -> Files:
    """Return the files."""
    listed = [page.address for page in work.pages if not page.meta.noindex]
    recent = recent_versions(work.histories)
    summary = summarise_lao(work.read, work.today, work.found, recent, work.frameworks.assessments)
    return {
        SUMMARY: to_json(summary),
        ADDRESSES: json.dumps(listed).encode("ascii"),
    }
