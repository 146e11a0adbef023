"""What a citizen should know of a plan first: a few plain sentences made from findings, each with its place.

In: the findings of a plan. Out: at most `MOST` sentences, most important first. The data of the rules (`Rule.reader`)
decides which rules have a sentence, and its words; nothing here knows a rule by its code.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.checks.all_rules import RULES
from generator.checks.explained import RANKS, is_of_conversion
from generator.checks.rule import Reader
from generator.findings import Finding
from generator.views.finding_places import place_in_plan
from generator.views.plan_context import PlanContext

MOST = 6
"""Most sentences; more would hide the first."""
WORDING = frozenset({"NAME", "NUMBER", "TEXT"})
"""Subjects of rules on names, numbering and typing: work for officers, given to readers as one number."""


@dataclass(frozen=True, slots=True)
class ReaderSentence:
    """One sentence."""

    text: str
    address: str
    """Page and anchor of the thing it is about."""
    is_answered: bool
    """Whether the LAO answered all findings behind it."""


@dataclass(frozen=True, slots=True)
class ReaderSentences:
    """What stands under “สิ่งสำคัญที่ควรรู้”."""

    sentences: tuple[ReaderSentence, ...]
    wording: int
    """Number of further findings on names, numbering and typing, without conversion findings."""
    others: int
    """Number of further findings on anything else."""


def reader_sentences(context: PlanContext) -> ReaderSentences:
    """Return the most important sentences, by severity and then by rank of rule, and count the other findings."""
    by_reader: dict[Reader, list[Finding]] = {}
    for finding in context.findings:
        rule = RULES.get(finding.code)
        if rule and rule.reader:
            by_reader.setdefault(rule.reader, []).append(finding)
    speaking = {reader: found for reader, found in by_reader.items() if any(one.figures for one in found)}
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
    """Return a sentence filled with the figures of the first finding that has them; counts of all findings add up.

    A finding without figures comes from a rule that failed on this data, or is a summary of many (`Finding.more`).
    """
    counted = sum(_count(finding) for finding in found)
    values = dict(next(finding.figures for finding in found if finding.figures)) | {"count": counted}
    shown = {name: f"{value:,}" if isinstance(value, int) else value for name, value in values.items()}
    return reader.sentence.format_map(shown)


def _count(finding: Finding) -> int:
    """Return the count of a finding: its own figure, else its number of places."""
    if not finding.figures:
        return finding.more
    stated = dict(finding.figures).get("count")
    return stated if isinstance(stated, int) else 1 + len(finding.also)


def _address(context: PlanContext, finding: Finding) -> str:
    place = place_in_plan(context.files, context.folder, context.read.texts, finding.location)
    page = next((page for page in context.pages if page.part == place.part), None)
    address = context.address_of(page or context.pages[0])
    return f"{address}#{place.anchor}" if place.anchor else address
