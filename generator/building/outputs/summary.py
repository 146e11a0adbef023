"""The summary of an LAO for home, provinces, frameworks, quality and finder, and the addresses of its pages."""

from __future__ import annotations

import json

from generator.building.outputs.work import Files, LaoWork
from generator.facts.summary_json import to_json

SUMMARY = "summary.json"
ADDRESSES = "addresses.json"
"""File of the addresses for the sitemap."""


def make(work: LaoWork) -> Files:
    """Return the files."""
    listed = [page.address for page in work.pages if not page.meta.noindex]
    return {
        SUMMARY: to_json(work.summary),
        ADDRESSES: json.dumps(listed).encode("ascii"),
    }
