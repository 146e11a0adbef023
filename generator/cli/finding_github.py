"""Findings as workflow commands, which GitHub Actions shows at the changed lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.cli.finding_explained import title_of
from generator.cli.finding_files import FindingFiles, lines_text, ordered
from generator.findings import Finding, printable

_LINES = 20
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def findings_github(findings: Iterable[Finding], files: FindingFiles) -> Iterator[str]:
    """Yield one line per finding: `::warning file=…,line=…,col=…,title=…::message`."""
    return (_command(finding, files) for finding in ordered(findings))


def _command(finding: Finding, files: FindingFiles) -> str:
    place = finding.location
    properties = {"file": files.name(place.file)}
    if place.line:
        properties["line"] = str(place.line)
    if place.line and place.column:
        properties["col"] = str(place.column)
    properties["title"] = f"{finding.code} {title_of(finding.code)}".strip()
    said = ",".join(f"{key}={_clean(value).translate(_PROPERTY)}" for key, value in properties.items())
    # Severity's values are GitHub's level names.
    return f"::{finding.severity.value} {said}::{_clean(_message(finding)).translate(_DATA)}"


def _message(finding: Finding) -> str:
    lines = [finding.message]
    if finding.also:
        where = lines_text(finding.also, finding.location.file, _LINES)
        lines.append(f"และอีก {len(finding.also):,} แห่ง {where}".rstrip())
    if finding.suggestion:
        lines.append(f"ข้อความที่น่าจะเป็น: {finding.suggestion}")
    if finding.answer:
        lines.append(f"คำตอบของ อปท.: {finding.answer}")
    return "\n".join([*lines, f"วิธีแก้: {finding.remedy}"])


def _clean(text: str) -> str:
    return "\n".join(printable(line) for line in text.replace("\r\n", "\n").split("\n"))
