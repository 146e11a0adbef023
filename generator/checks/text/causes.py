"""Group text rule hits into one finding per cause: by slip, not by text.

A word misspelt in ten sentences is one habit; a quotation of it is evidence, not a further slip.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.checks.items import Path
from generator.checks.passages import is_quotation
from generator.checks.rule import Hit, Rule

_SLIP_IS_ALL = frozenset({"TEXT-113", "TEXT-114", "TEXT-116", "TEXT-117", "TEXT-121", "TEXT-130", "TEXT-131"})
"""Rules whose snippet is the whole slip, a word or a tag; others have a sign or a syllable, too short to compare."""


@dataclass(frozen=True, slots=True)
class TextHit:
    """A hit of a text rule, and the place of the text."""

    rule: Rule
    hit: Hit
    file: str
    path: Path
    """The first place."""
    before: int = 0
    """Earlier occurrences of the snippet in that text."""
    also: dict[tuple[Path, int], str] = field(default_factory=dict)
    """Further places in the same file, each with its earlier occurrences, and the snippet there."""


def by_cause(hits: Iterable[TextHit]) -> Iterator[TextHit]:
    """Yield one hit per slip and file, without quotations of what is reported in the plan's texts."""
    first_hits: dict[tuple[str, ...], TextHit] = {}
    quoted: list[TextHit] = []
    others: list[TextHit] = []
    for one in hits:
        if one.rule.subject != "TEXT":
            others.append(one)
        elif is_quotation(one.path):
            quoted.append(one)
        else:
            _add(first_hits, one)
    known = {(_document(one.file), *_slip(one)) for one in first_hits.values()}
    for one in quoted:
        if (_document(one.file), *_slip(one)) not in known:
            _add(first_hits, one)
    yield from others
    yield from first_hits.values()


def _add(first_hits: dict[tuple[str, ...], TextHit], one: TextHit) -> None:
    alone = () if one.rule.code in _SLIP_IS_ALL else (str(len(first_hits)),)
    begun = TextHit(one.rule, one.hit, one.file, one.path, one.before)
    first = first_hits.setdefault((one.file, *_slip(one), *alone), begun)
    for place in ((one.path, one.before), *one.also):
        if place != (first.path, first.before) and is_quotation(place[0]) == is_quotation(first.path):
            first.also.setdefault(place, one.hit.snippet)


def _slip(one: TextHit) -> tuple[str, str]:
    """Return the rule and the snippet; a blank inside a word does not make it another word."""
    return one.rule.code, one.hit.snippet.replace(" ", "")


def _document(file: str) -> str:
    """Return the folder of a plan, or the file itself if it is in none: `plans/LAO/cycle/...`."""
    return "/".join(file.split("/")[:3])
