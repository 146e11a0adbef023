"""Findings as SARIF 2.1.0, the OASIS exchange format of static checkers.

A suggestion is in the message and in a property, never a `fix` that editors would apply: a text approved by a committee
and signed by a mayor must not be rewritten without a declared correction.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import quote

from generator.checks.explained import RuleWords, all_rules
from generator.cli.finding_files import FindingFiles, ordered
from generator.cli.finding_records import json_text
from generator.findings import Finding, Location, Severity

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}
_ROOT = "%SRCROOT%"
"""Viewers' name of the folder that relative addresses start from: the current folder."""


def findings_sarif(findings: Iterable[Finding], files: FindingFiles) -> Iterator[str]:
    """Yield the lines of a SARIF log with one run, one result per line; the same findings give the same bytes."""
    found = ordered(findings)
    codes = sorted({finding.code for finding in found})
    indexes = {code: index for index, code in enumerate(codes)}
    known = all_rules()
    driver: dict[str, Any] = {"name": "Phaen", "language": "th"}
    if number := _version():
        driver["version"] = number
    driver["rules"] = [_rule(known[code]) if code in known else {"id": code} for code in codes]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": []}
    log = json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})
    end = "]}]}"
    yield log.removesuffix(end)
    for index, finding in enumerate(found, start=1):
        comma = "," if index < len(found) else ""
        yield json_text(_result(finding, indexes[finding.code], files)) + comma
    yield end


def _version() -> str | None:
    try:
        return version("phaen")
    except PackageNotFoundError:
        return None


def _rule(one: RuleWords) -> dict[str, Any]:
    properties: dict[str, Any] = {"tags": [one.subject]}
    if one.clause:
        properties["clause"] = one.clause
    help_lines = [one.remedy]
    if one.wrong and one.right:
        help_lines += [f"ตัวอย่างที่ควรแก้: {one.wrong}", f"ตัวอย่างที่ถูก: {one.right}"]
    return {
        "id": one.code,
        "shortDescription": {"text": one.title},
        "fullDescription": {"text": f"{one.why} ({one.clause})" if one.clause else one.why},
        "help": {"text": "\n".join(help_lines)},
        "defaultConfiguration": {"level": _LEVELS[one.severity]},
        "properties": properties,
    }


def _result(finding: Finding, rule_index: int, files: FindingFiles) -> dict[str, Any]:
    properties: dict[str, Any] = {"remedy": finding.remedy}
    text = [finding.message]
    if finding.suggestion:
        text.append(f"ข้อความที่น่าจะเป็น: {finding.suggestion}")
        properties["suggestion"] = finding.suggestion
    if finding.answer:
        text.append(f"คำตอบของ อปท.: {finding.answer}")
        properties["answer"] = finding.answer
    if finding.subjects:
        properties["subjects"] = list(finding.subjects)
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule_index,
        "level": _LEVELS[finding.severity],
        "message": {"text": "\n".join([*text, f"วิธีแก้: {finding.remedy}"])},
        "locations": [_location(finding.location, files)],
    }
    if finding.also:
        result["relatedLocations"] = [
            {"id": number, **_location(place, files), "message": {"text": "พบเหตุเดียวกันที่นี่"}}
            for number, place in enumerate(finding.also, start=1)
        ]
    result["partialFingerprints"] = {"phaenFinding/v1": _fingerprint(finding, files)}
    if finding.answer:
        # Answered in the data itself; it stays in the list, and viewers may hide it.
        result["suppressions"] = [{"kind": "inSource", "justification": finding.answer}]
    result["properties"] = properties
    return result


def _location(place: Location, files: FindingFiles) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _address(files.name(place.file))}
    if place.line:
        physical["region"] = {"startLine": place.line} | ({"startColumn": place.column} if place.column else {})
    location: dict[str, Any] = {"physicalLocation": physical}
    if any(isinstance(part, str) for part in place.path):
        location["logicalLocations"] = [{"fullyQualifiedName": _dotted(place.path)}]
    return location


def _address(name: str) -> dict[str, str]:
    """Return a file's address: relative to the current folder, else a file URL."""
    if PureWindowsPath(name).drive:
        return (
            {"uri": PureWindowsPath(name).as_uri()} if PureWindowsPath(name).is_absolute() else {"uri": _quoted(name)}
        )
    if name.startswith("/"):
        return {"uri": "file://" + _quoted(PurePosixPath(name).as_posix())}
    return {"uri": _quoted(name), "uriBaseId": _ROOT}


def _quoted(name: str) -> str:
    return quote(name, safe="/", errors="replace")


def _dotted(path: tuple[str | int, ...]) -> str:
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")


def _fingerprint(finding: Finding, files: FindingFiles) -> str:
    """Return a hash that stays the same when lines are inserted above: of code, file, data path and wording."""
    parts = (finding.code, files.name(finding.location.file), _dotted(finding.location.path), finding.message)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()
