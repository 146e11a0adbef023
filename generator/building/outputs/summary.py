"""The few figures of an LAO that home, provinces, frameworks, quality and finder are made from, and its addresses."""

from __future__ import annotations

import json

from generator.building.outputs.work import Files, LaoWork
from generator.facts.summary_json import to_json

SUMMARY = "summary.json"
ADDRESSES = "addresses.json"
"""Addresses of its pages that search engines may list."""


def make(work: LaoWork) -> Files:
    """Return the files."""
    listed = [page.address for page in work.pages if not page.meta.noindex]
    return {
        SUMMARY: to_json(work.summary),
        ADDRESSES: json.dumps(listed).encode("ascii"),
    }
