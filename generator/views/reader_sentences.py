"""What a citizen should know of a plan first: a few plain sentences out of its findings, each with its place.

Comes in: the findings of a plan. Goes out: at most `MOST` sentences, the weightiest first. Which rules speak here, and
in which words, is data of the rules (`Rule.reader`); nothing here knows a rule by its code.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.checks.explained import RANKS, is_of_conversion
from generator.checks.registry import RULES
from generator.checks.rule import Reader
from generator.findings import Finding
from generator.views.finding_places import place_in_plan
from generator.views.plan_context import PlanContext

MOST = 6
"""So many sentences are read; more would hide the first."""
WORDING = frozenset({"NAME", "NUMBER", "TEXT"})
"""Subjects of rules about names, numbering and typing: work for officers, told to readers as one number."""


@dataclass(frozen=True, slots=True)
class ReaderSentence:
    """One sentence."""

    text: str
    address: str
    """Page and place that show what it is about."""
    is_answered: bool
    """Whether the LAO has answered all that it tells."""


@dataclass(frozen=True, slots=True)
class ReaderSentences:
    """What stands under “สิ่งสำคัญที่ควรรู้”."""

    sentences: tuple[ReaderSentence, ...]
    wording: int
    """Further findings about names, numbering and typing, without what a conversion did."""
    others: int
    """Further findings about anything else."""


def reader_sentences(context: PlanContext) -> ReaderSentences:
    """Return the weightiest sentences, by severity and then by rank of their rules, and count what they leave out."""
    told: dict[Reader, list[Finding]] = {}
    for finding in context.findings:
        rule = RULES.get(finding.code)
        if rule and rule.reader:
            told.setdefault(rule.reader, []).append(finding)
    speaking = {reader: found for reader, found in told.items() if any(one.figures for one in found)}
    ordered = sorted(speaking.items(), key=lambda one: (min(RANKS[found.severity] for found in one[1]), one[0]))[:MOST]
    said = {id(finding) for _, findings in ordered for finding in findings}
    rest = [one for one in context.findings if id(one) not in said and not is_of_conversion(one.code)]
    wording = sum(finding.more or 1 for finding in rest if finding.code.partition("-")[0] in WORDING)
    return ReaderSentences(
        tuple(
            ReaderSentence(sentence(reader, found), _address(context, found[0]), all(one.answer for one in found))
            for reader, found in ordered
        ),
        wording=wording,
        others=sum(finding.more or 1 for finding in rest) - wording,
    )


def sentence(reader: Reader, found: list[Finding]) -> str:
    """Fill a sentence with the figures of the first finding that has them; counts of all findings add up.

    A finding without figures is a rule that failed on this data, or stands for many (`Finding.more`).
    """
    counted = sum(_count(finding) for finding in found)
    values = dict(next(finding.figures for finding in found if finding.figures)) | {"count": counted}
    shown = {name: f"{value:,}" if isinstance(value, int) else value for name, value in values.items()}
    return reader.sentence.format_map(shown)


def _count(finding: Finding) -> int:
    """Return what a finding counts for: its own figure, else the places where it shows."""
    if not finding.figures:
        return finding.more
    stated = dict(finding.figures).get("count")
    return stated if isinstance(stated, int) else 1 + len(finding.also)


def _address(context: PlanContext, finding: Finding) -> str:
    place = place_in_plan(context.files, context.folder, context.read.texts, finding.location)
    page = next((page for page in context.pages if page.part == place.part), None)
    address = context.address_of(page or context.pages[0])
    return f"{address}#{place.anchor}" if place.anchor else address
