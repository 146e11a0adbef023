"""Finds the rows of a table that contain some lines. In: the source of the record, and lines. Out: indexes of rows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from generator.reading.yaml_text import YamlSource

_TABLES = ("projects", "rows")
"""The keys of the tables whose rows may be long."""


def rows_at(source: YamlSource, lines: Iterable[int]) -> set[int]:
    """Return the indexes of the rows that contain some lines (from 1)."""
    data = source.root.branches.get("data")
    table = next((data.branches[key] for key in _TABLES if key in data.branches), None) if data else None
    if table is None:
        return set()
    # A table typed without dashes is a mapping, which has no rows.
    begins = sorted((mark.line + 1, index) for index, mark in table.values.items() if isinstance(index, int))
    firsts = [first for first, _ in begins]
    found = {bisect_right(firsts, line) - 1 for line in lines if line}
    return {begins[place][1] for place in found if place >= 0}
