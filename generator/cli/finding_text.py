"""Findings as terminal text: by file and rule, gravest first, with the source line and a caret.

The first places of each rule in a file are shown in full, further ones as line numbers, so that hundreds of findings
stay readable. Content is untrusted: control characters never reach the terminal.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import click

from generator.cli.count_text import severities_text
from generator.cli.finding_explained import title_of
from generator.cli.finding_files import FindingFiles, lines_text, ordered
from generator.findings import Finding, Location, Severity, printable
from generator.reading.yaml_text.lines import SourceText
from generator.words.findings import SEVERITY

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTICE: "cyan"}
_INDENT = "    "
_WIDEST = 100
"""Most columns of a source line shown; of longer lines, the part around the location."""
_BEFORE_PLACE = 40
_EXAMPLES = 3
"""Findings per rule and file shown in full."""
_LINES = 20
"""Line numbers listed for the others."""
_MANY = 10
"""With more findings, the summary counts them by rule."""


@dataclass(frozen=True, slots=True)
class _Group:
    """All findings of one rule in one file."""

    findings: list[Finding]
    name: str
    """The file's path in the terminal."""
    source: SourceText | None
    every: bool
    """Whether to show all places."""


def findings_text(findings: Iterable[Finding], files: FindingFiles, *, every: bool = False) -> str:
    """Return findings as text with colours; `every` shows all places of all findings."""
    return "\n\n".join(text_blocks(findings, files, every=every))


def text_blocks(findings: Iterable[Finding], files: FindingFiles, *, every: bool = False) -> Iterator[str]:
    """Yield that text in blocks, one per rule and file."""
    for file, group in groupby(ordered(findings), key=lambda finding: finding.location.file):
        by_rule: dict[tuple[Severity, str], list[Finding]] = {}
        for finding in group:
            by_rule.setdefault((finding.severity, finding.code), []).append(finding)
        name, source = printable(files.name(file)), files.source(file)
        for found in by_rule.values():
            yield "\n".join(_group_lines(_Group(found, name, source, every)))


def counts_text(findings: Iterable[Finding]) -> str:
    """Return `ผิดพลาด 1 ควรตรวจ 2`, without zero counts; empty without findings."""
    return severities_text(Counter(finding.severity for finding in findings))


def rules_text(findings: Sequence[Finding]) -> str:
    """Return the number of findings per rule, gravest and most frequent first; empty for a few."""
    if len(findings) <= _MANY:
        return ""
    found = Counter((finding.severity, finding.code) for finding in findings)
    ranks = list(SEVERITY)
    lines = [
        f"  {count:>6,}  {click.style(SEVERITY[severity], fg=_COLOURS[severity])} {code}  {title_of(code)}".rstrip()
        for (severity, code), count in sorted(found.items(), key=lambda row: (ranks.index(row[0][0]), -row[1], row[0]))
    ]
    example = max(found, key=lambda row: (-ranks.index(row[0]), found[row], row[1]))[1]
    return "\n".join(["สรุปตามข้อตรวจ", *lines, f"คำอธิบายของแต่ละข้อตรวจ: phaen check --explain {example}"])


def display_width(text: str) -> int:
    """Return the terminal width of a text in columns: Thai vowels and marks above and below have none."""
    return sum(map(_character_width, text))


def _character_width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _group_lines(group: _Group) -> Iterator[str]:
    shown = group.findings if group.every else group.findings[:_EXAMPLES]
    rest = group.findings[len(shown) :]
    said = [_advice(finding) for finding in group.findings]
    # Print advice that all share once, after the last.
    common = [line for line in said[0] if all(line in advice for advice in said)]
    for finding, advice in zip(shown, said, strict=False):
        yield from _finding_lines(finding, group)
        yield from (line for line in advice if line not in common)
    if rest:
        places = [place for finding in rest for place in (finding.location, *finding.also)]
        yield f"{_INDENT}{_others(places, group.findings[0].location.file)} (ดูทุกแห่งด้วย --all)"
    yield from common


def _advice(finding: Finding) -> list[str]:
    lines = [f"{_INDENT}วิธีแก้: {_indented(finding.remedy)}"]
    if finding.suggestion:
        lines.insert(0, f"{_INDENT}ข้อความที่น่าจะเป็น: {_indented(finding.suggestion)}")
    return lines


def _finding_lines(finding: Finding, group: _Group) -> Iterator[str]:
    place = finding.location
    word = click.style(SEVERITY[finding.severity], fg=_COLOURS[finding.severity], bold=True)
    yield f"{click.style(_where(group.name, place), bold=True)}  {word} {finding.code}  {_indented(finding.message)}"
    yield from _excerpt(group.source, place)
    if finding.answer:
        yield f"{_INDENT}คำตอบของ อปท.: {_indented(finding.answer)}"
    if finding.also and not group.every:
        yield f"{_INDENT}{_others(finding.also, place.file)}"
    elif finding.also:
        for other in finding.also:
            name = group.name if other.file == place.file else printable(other.file)
            yield f"{_INDENT}และที่ {_where(name, other)}"
            yield from _excerpt(group.source if other.file == place.file else None, other)


def _others(places: Sequence[Location], file: str) -> str:
    where = lines_text(places, file, _LINES)
    return f"… และอีก {len(places):,} แห่ง {printable(where)}".rstrip()


def _where(name: str, location: Location) -> str:
    if location.cell:
        return f"{name} {printable(location.cell)}"
    return ":".join([name] + [str(number) for number in (location.line, location.column) if number])


def _indented(text: str) -> str:
    return f"\n{_INDENT}".join(printable(line) for line in text.split("\n"))


def _excerpt(source: SourceText | None, location: Location) -> Iterator[str]:
    """Yield the line, or the part around the location, and a caret line."""
    if source is None or not location.line or not location.column:
        return
    line = source.line(location.line - 1)
    index = min(location.column - 1, len(line))
    start = 0 if len(line) <= _WIDEST else max(0, min(index - _BEFORE_PLACE, len(line) - _WIDEST))
    shown = printable(line[start : start + _WIDEST].replace("\t", "→"))
    if not shown.strip():
        return
    left, right = "…" * (start > 0), "…" * (start + _WIDEST < len(line))
    yield f"{_INDENT}{left}{shown}{right}"
    at = index - start
    pad = display_width(left + shown[:at])
    if at < len(shown) and not display_width(shown[at]):
        pad -= 1  # a zero-width mark is drawn over the character before it
    yield f"{_INDENT}{' ' * max(pad, 0)}{click.style('^', fg='red', bold=True)}"
