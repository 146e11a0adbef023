"""Findings as pages show them: each at the place it concerns, those of one rule together, the gravest first.

Comes in: findings of reading and of the rules. Goes out: for each page its groups, and for each place on it a short
flag that leads to them. A finding is a remark on a document: it says what is certain and accuses nobody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator import addresses
from generator.checks.explained import RANKS, RuleWords, rule_of
from generator.facts.finding_counts import FindingCounts, count_findings
from generator.findings import Finding, Location, Severity
from generator.model.plan import PlanFolder
from generator.views.finding_places import Place, place_in_plan

UNFOLDED = 3
"""So many findings of a rule stand open; the others are folded."""
SHOWN_LINES = 12
"""So many further lines of one finding are named; the others are counted."""
FLAGGED_PLACES = 8
"""A finding that shows in more places than these is about the whole table, and flags none of its rows."""
PERSONAL = "PDPA"
"""Subject of rules about personal data, which no page may repeat."""

_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")


class FindingLine(NamedTuple):
    """One finding."""

    anchor: str
    severity: Severity
    message: str | None
    """What does not fit; None for personal data, which is not said again."""
    place: Place
    paths: tuple[tuple[str | int, ...], ...]
    """Of the value in its file, and of the others that show the same."""
    file: str
    """Name of the file without its folder."""
    line: int
    """0 where the whole file is meant."""
    also: int
    """How many further places show the same."""
    also_lines: tuple[int, ...]
    """The first of them in the same file."""
    suggestion: str
    answer: str
    """What the LAO says to it."""


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """The findings of one rule on one page."""

    rule: RuleWords
    severity: Severity
    """The gravest of them."""
    anchor: str
    count: int
    lines: tuple[FindingLine, ...]
    """The first."""
    folded: tuple[FindingLine, ...]
    """The others."""


@dataclass(frozen=True, slots=True)
class Flag:
    """What a place says of the findings of one rule there."""

    severity: Severity
    title: str
    count: int
    anchor: str
    """Of the finding, or of the group where there are several."""


@dataclass(frozen=True)
class PageFindings:
    """All findings of one page."""

    counts: FindingCounts
    answered: int
    """Those that the LAO has answered."""
    groups: tuple[FindingGroup, ...]
    """The gravest first."""
    at: Mapping[str, tuple[Flag, ...]]
    """Flags by the anchor of their place."""

    def anchor_at(self, *path: str | int) -> str | None:
        """Anchor of what was found in just this value; None where nothing was."""
        return self._anchors.get(path)

    @cached_property
    def _anchors(self) -> dict[tuple[str | int, ...], str]:
        """Anchors by the path of a value; of several findings about it, the first."""
        anchors: dict[tuple[str | int, ...], str] = {}
        for group in self.groups:
            for lines, folded in ((group.lines, False), (group.folded, True)):
                for line in lines:
                    for path in line.paths:
                        anchors.setdefault(path, group.anchor if folded else line.anchor)
        return anchors


NO_FINDINGS = PageFindings(FindingCounts(), 0, (), {})


def plan_findings(
    findings: Iterable[Finding], files: PlanFolder, folder: str, texts: Mapping[str, str]
) -> dict[str, PageFindings]:
    """Return the findings of a plan by page; `folder` is the cycle's, `texts` are its narratives by file name."""
    by_part: dict[str, list[tuple[Finding, Place]]] = {}

    def place(location: Location) -> Place:
        return place_in_plan(files, folder, texts, location)

    for finding in findings:
        where = place(finding.location)
        by_part.setdefault(where.part, []).append((finding, where))
    return {part: page_findings(placed, place) for part, placed in by_part.items()}


def page_findings(placed: Iterable[tuple[Finding, Place]], place: Callable[[Location], Place]) -> PageFindings:
    """Return the findings of one page, in the order in which they come; `place` says where their other places are."""
    by_code: dict[str, list[tuple[Finding, FindingLine]]] = {}
    spots: dict[str, dict[str, list[str]]] = {}
    taken: dict[str, int] = {}
    """How often an anchor was wanted."""
    for finding, where in placed:
        line = _line(finding, where, _anchor(finding, taken))
        by_code.setdefault(finding.code, []).append((finding, line))
        for spot in _flagged(finding, where, place):
            spots.setdefault(finding.code, {}).setdefault(spot, []).append(line.anchor)
    if not by_code:
        return NO_FINDINGS
    groups = tuple(sorted((_group(code, found) for code, found in by_code.items()), key=_rank))
    at: dict[str, tuple[Flag, ...]] = {}
    for group in groups:
        for spot, anchors in spots.get(group.rule.code, {}).items():
            at[spot] = (*at.get(spot, ()), _flag(group, anchors))
    listed = [finding for found in by_code.values() for finding, _ in found]
    return PageFindings(count_findings(listed), sum(bool(finding.answer) for finding in listed), groups, at)


def _anchor(finding: Finding, taken: dict[str, int]) -> str:
    """Make an anchor out of the code and the id of what the finding is about, so that it stays when others go."""
    subject = finding.subjects[-1] if finding.subjects else ""
    anchor = f"f-{finding.code.lower()}" + (f"-{subject}" if _SAFE.fullmatch(subject) else "")
    unique = anchor
    while unique in taken:
        taken[anchor] += 1
        unique = f"{anchor}-{taken[anchor]}"
    taken[unique] = 1
    return unique


def _line(finding: Finding, place: Place, anchor: str) -> FindingLine:
    location, personal = finding.location, finding.code.startswith(PERSONAL)
    lines = sorted({other.line for other in finding.also if other.line})
    return FindingLine(
        anchor=anchor,
        severity=finding.severity,
        message=None if personal and not finding.more else finding.message,
        place=place,
        paths=(location.path, *(other.path for other in finding.also)),
        file=location.file.rpartition("/")[2],
        line=location.line,
        also=len(finding.also),
        also_lines=tuple(lines[:SHOWN_LINES]),
        suggestion="" if personal else finding.suggestion,
        answer=finding.answer,
    )


def _flagged(finding: Finding, where: Place, place: Callable[[Location], Place]) -> Iterable[str]:
    if len(finding.also) >= FLAGGED_PLACES:
        return ()
    others = [other for other in map(place, finding.also) if other.part == where.part] if finding.also else []
    return dict.fromkeys(spot.anchor for spot in (where, *others) if spot.anchor)


def _group(code: str, found: list[tuple[Finding, FindingLine]]) -> FindingGroup:
    lines = [line for _, line in found]
    # One more than fits is shown rather than folded away by itself.
    shown = lines if len(lines) == UNFOLDED + 1 else lines[:UNFOLDED]
    return FindingGroup(
        rule=rule_of(found[0][0]),
        severity=min((line.severity for line in lines), key=RANKS.__getitem__),
        anchor=addresses.findings_anchor(code),
        count=len(lines),
        lines=tuple(shown),
        folded=tuple(lines[len(shown) :]),
    )


def _rank(group: FindingGroup) -> tuple[int, str]:
    return RANKS[group.severity], group.rule.code


def _flag(group: FindingGroup, anchors: list[str]) -> Flag:
    alone = len(anchors) == 1 and any(line.anchor == anchors[0] for line in group.lines)
    return Flag(group.severity, group.rule.title, len(anchors), anchors[0] if alone else group.anchor)
