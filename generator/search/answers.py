"""One list of answers, the best first: what the finder finds by name, then what plans say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from generator.search.excerpt import excerpt
from generator.search.finder import Finder, Found, Kind, Match
from generator.search.full_text import LONGEST_QUERY, FoundSection, FullText, TextMatch
from generator.search.narrowing import Narrowing, Order
from generator.thai.searching import key_words

NAMES_FIRST = 6
"""Names before what plans say; the others come after it."""
_ALL = 100_000
_GUESSED = {Match.MARKS: 1, TextMatch.MARKS: 1, TextMatch.SOME: 2, Match.SIMILAR: 3, TextMatch.NEAR: 4}
"""How far a match is from what was asked for; any other is not at all."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer."""

    kind: str
    """Kind of a name, part of a plan."""
    title: str
    address: str
    excerpt: str
    """The words around what was found; of a name, what tells it from others."""
    match: str
    """How it was found."""
    lao: str | None = None
    """Full name of the LAO whose plan it is; None for a name."""
    baht: Decimal | None = None
    """What a project costs as stated."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a search comes to."""

    shown: tuple[Answer, ...]
    names: int
    """Names found, all of them."""
    sections: int
    """Sections found, all of them."""
    weakly: TextMatch | None
    """How sections were found where none holds what was asked for as it stands."""


def answer(
    finder: Finder,
    full_text: FullText,
    query: str,
    limit: int,
    narrowing: Narrowing | None = None,
    order: Order = Order.BEST,
) -> Answers:
    """Return the answers to a query; one that is narrowed down to what only plans have, or sorted by money, is to them.

    Names come first, unless they are farther from what was asked for than what plans say.
    """
    query = query[:LONGEST_QUERY]
    narrowing = narrowing or Narrowing()
    names = _names(finder, query, narrowing) if order is Order.BEST else []
    sections, near = full_text.find(query, narrowing, order)
    match = sections[0].match if sections else None
    words = [near] if near else key_words(query)
    weakly = match if match in (TextMatch.MARKS, TextMatch.SOME, TextMatch.NEAR) else None
    first = (
        NAMES_FIRST if not names or _GUESSED.get(names[0].match, 0) <= (_GUESSED.get(match, 0) if match else 9) else 0
    )
    listed = [_name(one) for one in names[:first]]
    listed += [_section(one, words) for one in sections[: limit + first]]
    listed += [_name(one) for one in names[first : first + limit]]
    # A project's title is a name, and part of a plan.
    shown: dict[str, Answer] = {}
    for one in listed:
        shown.setdefault(one.address, one)
    return Answers(tuple(shown.values())[:limit], len(names), len(sections), weakly)


def _names(finder: Finder, query: str, narrowing: Narrowing) -> list[Found]:
    if replace(narrowing, province=None) != Narrowing():
        return []
    names = finder.find(query, _ALL)
    if narrowing.province is None:
        return names
    ending = f"จังหวัด{narrowing.province}"
    return [one for one in names if one.item.kind is Kind.LAO and one.item.detail.endswith(ending)]


def _name(found: Found) -> Answer:
    item = found.item
    return Answer(item.kind, item.title, item.address, found.detail, found.match)


def _section(found: FoundSection, words: list[str]) -> Answer:
    section = found.section
    text = excerpt(section.text, words)
    return Answer(section.part, section.title, section.address, text, found.match, found.lao.name, section.baht)
