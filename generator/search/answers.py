"""One list of answers, the best first: what the finder finds by name, then what plans say."""

from __future__ import annotations

from dataclasses import dataclass

from generator.search.excerpt import excerpt
from generator.search.finder import Finder, Found, Match
from generator.search.full_text import FoundSection, FullText, Narrowing, Order, key_words

NAMES_FIRST = 6
"""Names before what plans say; the others come after it."""


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


@dataclass(frozen=True, slots=True)
class Answers:
    """What a search comes to."""

    shown: tuple[Answer, ...]
    names: int
    """Names found, as many as were asked for at most."""
    sections: int
    """Sections found, all of them."""


def answer(
    finder: Finder,
    full_text: FullText,
    query: str,
    limit: int,
    narrowing: Narrowing | None = None,
    order: Order = Order.BEST,
) -> Answers:
    """Return the answers to a query; a search that is narrowed down, or sorted by money, is one in plans alone."""
    only_plans = (narrowing is not None and narrowing != Narrowing()) or order is not Order.BEST
    names = [] if only_plans else finder.find(query, limit)
    sections, near = full_text.find(query, narrowing, order)
    words = [near] if near else key_words(query)
    first = 0 if names and names[0].match is Match.SIMILAR else NAMES_FIRST
    listed = [_name(one) for one in names[:first]]
    listed += [_section(one, words) for one in sections[: limit + first]]
    listed += [_name(one) for one in names[first:]]
    # A project's title is a name, and part of a plan.
    shown: dict[str, Answer] = {}
    for one in listed:
        shown.setdefault(one.address, one)
    return Answers(tuple(shown.values())[:limit], len(names), len(sections))


def _name(found: Found) -> Answer:
    item = found.item
    return Answer(item.kind, item.title, item.address, item.detail, found.match)


def _section(found: FoundSection, words: list[str]) -> Answer:
    section = found.section
    text = excerpt(section.text, words)
    return Answer(section.part, section.title, section.address, text, found.match, found.lao.name)
