"""Distributions of figures over the LAOs of a province by type, as JSON for `/compare/`: a small file per province."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from generator import addresses
from generator.exports.lao_figures import amount
from generator.facts.comparable import Group, Spread, compare_by_type
from generator.facts.site_laos import group_by_province, site_fiction
from generator.facts.summary import LaoSummary
from generator.model.lao import Fiction

SCHEMA = 1


def spread_files(summaries: Sequence[LaoSummary]) -> dict[str, bytes]:
    """Return a file per province with LAOs here, by path below the site."""
    all_made_up = site_fiction(summaries) is not Fiction.NO
    files = {}
    for province, below in group_by_province(summaries):
        if province:
            groups = compare_by_type(below, all_made_up=all_made_up)
            record = {
                "schema": SCHEMA,
                "province": province.name,
                "all_made_up": all_made_up,
                "types": {group.type: _group(group) for group in groups},
            }
            path = addresses.province_spreads(province.slug).removeprefix("/")
            files[path] = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()
    return files


def _group(group: Group) -> dict[str, Any]:
    return {
        "laos": group.laos,
        "cycle": group.cycle.slug if group.cycle else None,
        "left_out": dict(group.left_out),
        "measures": {spread.measure: _spread(spread) for spread in group.spreads},
    }


def _spread(spread: Spread) -> dict[str, Any]:
    return {
        "counted": len(spread.values),
        "quartiles": [amount(value) for value in spread.quartiles] if spread.quartiles else None,
        "left_out": dict(spread.left_out),
    }
