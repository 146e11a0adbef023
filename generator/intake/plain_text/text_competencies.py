"""Numbered lists of competencies in a text: paragraphs in, `competencies` of plan.yml out, in printed order.

Entries are on lines of their own, or separated by vertical bars, as in conversions of two columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from rapidfuzz.distance import Indel

from generator.intake.grids import OfficeDocument, OfficeParagraph
from generator.intake.plan_builder import PlanBuilder
from generator.model.framework import FrameworkEntry
from generator.thai.numerals import number_key
from generator.thai.text import fold_for_comparison

_KINDS = (
    ("core", re.compile("สมรรถนะหลัก")),
    ("line", re.compile("สมรรถนะ(?:ประจำ)?(?:สายงาน|ตำแหน่ง)")),
    ("executive", re.compile("สมรรถนะ(?:ประจำ)?ผู้บริหาร|หน้าที่ผู้บริหาร")),
)
"""Kind of a list by words in the paragraph above; the first match wins."""
_ENTRY = re.compile(r"[-•* ]*(?P<number>[0-9๐-๙]{1,2})[.)] *(?P<name>[ก-๎(][^|]{3,90}?) *")
_LEAST = 3
_ALIKE_WITH_NUMBER, _ALIKE = 0.6, 0.85
"""Least similarity of two names to be treated as the same."""
Groups = Mapping[str, Sequence[FrameworkEntry]]
_BAR = re.compile(r"\|")
_RULE = re.compile(r"[-\s|:]+")


class _Entry(NamedTuple):
    number: str
    name: str
    source: str


def read_competencies(document: OfficeDocument, builder: PlanBuilder, groups: Groups) -> list[OfficeParagraph]:
    """Add the lists to the plan and return their paragraphs; `groups` are those of the national documents."""
    taken: list[OfficeParagraph] = []
    for kind, paragraphs in _lists(document):
        entries = [entry for one in paragraphs for entry in _entries(one)]
        if len(entries) < _LEAST:
            continue
        for entry in entries:
            record: dict[str, Any] = {"kind": kind, "number": entry.number, "name": entry.name}
            if meant := _meant(entry, groups.get(f"competencies-{kind}", ())):
                record["ref"] = meant
            builder.origins[builder.add("plan", ("competencies",), record)] = entry.source
        taken += paragraphs
    return taken


def _meant(entry: _Entry, official: Sequence[FrameworkEntry]) -> str:
    """Return the id of the matching official entry: the same number and a similar name, or a very similar name."""
    name = fold_for_comparison(entry.name)
    by_likeness = [(Indel.normalized_similarity(name, fold_for_comparison(one.name)), one) for one in official]
    numbered = [
        (likeness, one)
        for likeness, one in by_likeness
        if one.number and number_key(one.number).strip(".()") == number_key(entry.number)
    ]
    for found, least in ((numbered, _ALIKE_WITH_NUMBER), (by_likeness, _ALIKE)):
        likeness, one = max(found, key=lambda pair: (pair[0], pair[1].id), default=(0.0, None))
        if one is not None and likeness >= least:
            return one.id
    return ""


def _lists(document: OfficeDocument) -> Iterator[tuple[str, list[OfficeParagraph]]]:
    """Yield runs of numbered paragraphs with the kind named in the paragraph before them."""
    kind, run = "", list[OfficeParagraph]()
    for block in document.blocks:
        text = block.text if isinstance(block, OfficeParagraph) else ""
        if isinstance(block, OfficeParagraph) and (next(_entries(block), None) or (kind and _RULE.fullmatch(text))):
            run.append(block)
            continue
        if kind and run:
            yield kind, run
        kind, run = next((one for one, says in _KINDS if says.search(text)), ""), []
    if kind and run:
        yield kind, run


def _entries(paragraph: OfficeParagraph) -> Iterator[_Entry]:
    """Yield the entries of a paragraph, split at bars; none if it contains anything else."""
    line, _, column = paragraph.source.partition(":")
    start = 0
    found = []
    for part in _BAR.split(paragraph.text):
        if part.strip(" -"):
            entry = _ENTRY.fullmatch(part)
            if entry is None:
                return
            at = int(column) + start + entry.start("name")
            found.append(_Entry(entry["number"], " ".join(entry["name"].split()), f"{line}:{at}"))
        start += len(part) + 1
    yield from found
