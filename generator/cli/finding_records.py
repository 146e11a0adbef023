"""Findings as a JSON list for programs: one record per line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from generator.cli.finding_explained import title_of
from generator.cli.finding_files import FindingFiles, ordered
from generator.findings import Finding, Location


def findings_json(findings: Iterable[Finding], files: FindingFiles) -> Iterator[str]:
    """Yield all findings as lines of one JSON list, in the order of the text, without holding a nation's in memory."""
    before = "["
    for finding in ordered(findings):
        yield before + json_text(_record(finding, files))
        before = ","
    yield "]" if before == "," else "[]"


def json_text(data: Any) -> str:
    """Return data as JSON for any stream: lone surrogates, possible in file names, become `?`."""
    return json.dumps(data, ensure_ascii=False).encode("utf-8", "replace").decode()


def _record(finding: Finding, files: FindingFiles) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "title": title_of(finding.code),
        "message": finding.message,
        "remedy": finding.remedy,
        "suggestion": finding.suggestion,
        "answer": finding.answer,
        **_place(finding.location, files),
        "also": [_place(place, files) for place in finding.also],
        "subjects": list(finding.subjects),
        "more": finding.more,
        "figures": dict(finding.figures),
    }


def _place(location: Location, files: FindingFiles) -> dict[str, Any]:
    found = {
        "file": files.name(location.file),
        "line": location.line,
        "column": location.column,
        "path": list(location.path),
    }
    return found | ({"cell": location.cell} if location.cell else {})
