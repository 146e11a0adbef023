"""Findings as pages show them: at the place of the value, grouped by rule, the most severe first.

In: findings of reading and of the rules. Out: the groups of each page, and for each place on it a short link to
them. A finding is a remark on a document: it says what is certain and blames nobody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator import addresses
from generator.checks.explained import RANKS, RuleWords, rule_of
from generator.checks.runner import check_text
from generator.facts.finding_counts import FindingCounts, count_findings
from generator.findings import PERSONAL, Finding, Location, Severity
from generator.model.plan import PlanFolder
from generator.views.finding_places import PagePlace, place_in_plan

UNFOLDED = 3
"""Findings per rule shown open; the others are folded."""
SHOWN_LINES = 12
"""Further lines named per finding; the others are counted."""
FLAGGED_PLACES = 8
"""Above this many places, a finding links from the table, not from its rows."""

_OF_FILES = "TREE"
"""Subject of rules on files, whose findings repeat the file's name."""
_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")


class FindingLine(NamedTuple):
    """One finding."""

    anchor: str
    severity: Severity
    message: str | None
    """What is wrong; None for personal data, which is not repeated."""
    place: PagePlace
    paths: tuple[tuple[str | int, ...], ...]
    """Path of the value in its file, and of others with the same finding."""
    file: str
    """File name without folder."""
    line: int
    """0 for the whole file."""
    also: int
    """Number of further places with the same finding."""
    also_lines: tuple[int, ...]
    """The first of them in the same file."""
    suggestion: str
    answer: str
    """The LAO's answer."""


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """The findings of one rule on one page."""

    rule: RuleWords
    severity: Severity
    """The highest of them."""
    anchor: str
    count: int
    lines: tuple[FindingLine, ...]
    """The first."""
    folded: tuple[FindingLine, ...]
    """The others."""


@dataclass(frozen=True, slots=True)
class FindingLink:
    """A short link at a place to the findings of one rule there."""

    severity: Severity
    title: str
    count: int
    anchor: str
    """Anchor of the finding, or of the group if there are several."""


@dataclass(frozen=True)
class PageFindings:
    """All findings of one page."""

    counts: FindingCounts
    answered: int
    """Those answered by the LAO."""
    groups: tuple[FindingGroup, ...]
    """The most severe first."""
    at: Mapping[str, tuple[FindingLink, ...]]
    """Links by the anchor of their place."""

    def anchor_at(self, *path: str | int) -> str | None:
        """Return the anchor of the finding on exactly this value, or None."""
        return self._anchors.get(path)

    @cached_property
    def _anchors(self) -> dict[tuple[str | int, ...], str]:
        """Anchors by path of the value; the first, if it has several findings."""
        anchors: dict[tuple[str | int, ...], str] = {}
        for group in self.groups:
            for lines, folded in ((group.lines, False), (group.folded, True)):
                for line in lines:
                    for path in line.paths:
                        anchors.setdefault(path, group.anchor if folded else line.anchor)
        return anchors


NO_FINDINGS = PageFindings(FindingCounts(), 0, (), {})


def plan_findings(
    findings: Iterable[Finding], files: PlanFolder, folder_path: str, texts: Mapping[str, str]
) -> dict[str, PageFindings]:
    """Return the findings of a plan by page; `folder_path` is the cycle's, `texts` are its narratives by file name."""
    by_part: dict[str, list[tuple[Finding, PagePlace]]] = {}

    def place(location: Location) -> PagePlace:
        return place_in_plan(files, folder_path, texts, location)

    for finding in findings:
        where = place(finding.location)
        by_part.setdefault(where.part, []).append((finding, where))
    return {part: page_findings(placed, place) for part, placed in by_part.items()}


def page_findings(placed: Iterable[tuple[Finding, PagePlace]], place: Callable[[Location], PagePlace]) -> PageFindings:
    """Return the findings of one page, in the given order; `place` finds their further places."""
    by_code: dict[str, list[tuple[Finding, FindingLine]]] = {}
    spots: dict[str, dict[str, list[str]]] = {}
    taken: dict[str, int] = {}
    """How often each anchor was requested."""
    for finding, where in placed:
        line = _line(finding, where, _anchor(finding, taken))
        by_code.setdefault(finding.code, []).append((finding, line))
        for spot in _flagged(finding, where, place):
            spots.setdefault(finding.code, {}).setdefault(spot, []).append(line.anchor)
    if not by_code:
        return NO_FINDINGS
    groups = tuple(sorted((_group(code, found) for code, found in by_code.items()), key=_rank))
    at: dict[str, tuple[FindingLink, ...]] = {}
    for group in groups:
        for spot, anchors in spots.get(group.rule.code, {}).items():
            at[spot] = (*at.get(spot, ()), _link(group, anchors))
    listed = [finding for found in by_code.values() for finding, _ in found]
    return PageFindings(count_findings(listed), sum(bool(finding.answer) for finding in listed), groups, at)


def _anchor(finding: Finding, taken: dict[str, int]) -> str:
    """Return an anchor from the code and the id of the finding's subject: it stays if other findings go."""
    subject = finding.subjects[-1] if finding.subjects else ""
    anchor = f"f-{finding.code.lower()}" + (f"-{subject}" if _SAFE.fullmatch(subject) else "")
    unique = anchor
    while unique in taken:
        taken[anchor] += 1
        unique = f"{anchor}-{taken[anchor]}"
    taken[unique] = 1
    return unique


def _line(finding: Finding, place: PagePlace, anchor: str) -> FindingLine:
    location, personal = finding.location, finding.code.startswith(PERSONAL) or _names_person(finding)
    lines = sorted({other.line for other in finding.also if other.line})
    return FindingLine(
        anchor=anchor,
        severity=finding.severity,
        message=None if personal and not finding.more else finding.message,
        place=place,
        paths=(location.path, *(other.path for other in finding.also)),
        file="" if personal and not location.line else location.file.rpartition("/")[2],
        line=location.line,
        also=len(finding.also),
        also_lines=tuple(lines[:SHOWN_LINES]),
        suggestion="" if personal else finding.suggestion,
        answer=finding.answer,
    )


def _names_person(finding: Finding) -> bool:
    """Return whether a finding repeats a file name with personal data, which no page may show."""
    if not finding.code.startswith(_OF_FILES):
        return False
    names = finding.location.file.replace("/", "\n")
    return any(one.code.startswith(PERSONAL) for one in check_text("", names))


def _flagged(finding: Finding, where: PagePlace, place: Callable[[Location], PagePlace]) -> Iterable[str]:
    if len(finding.also) >= FLAGGED_PLACES:
        return ()
    others = [other for other in map(place, finding.also) if other.part == where.part] if finding.also else []
    return dict.fromkeys(spot.anchor for spot in (where, *others) if spot.anchor)


def _group(code: str, found: list[tuple[Finding, FindingLine]]) -> FindingGroup:
    lines = [line for _, line in found]
    # Show one more rather than fold a single finding away.
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


def _link(group: FindingGroup, anchors: list[str]) -> FindingLink:
    alone = len(anchors) == 1 and any(line.anchor == anchors[0] for line in group.lines)
    return FindingLink(group.severity, group.rule.title, len(anchors), anchors[0] if alone else group.anchor)
