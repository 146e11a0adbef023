"""Merges results of the finder and of the full text into one list, best first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from generator.search.answer_words import MOST_NAMES, answer_words
from generator.search.excerpt import excerpt
from generator.search.finder import Finder, Found, Match, ResultKind
from generator.search.full_text import LONGEST_QUERY, FoundSection, FullText, TextMatch
from generator.search.narrowing import Narrowing, Order
from generator.thai.searching import key_words

NAMES_FIRST = 6
"""Names listed before sections; the others follow after them."""
_ALL = 100_000
_GUESSED = {Match.MARKS: 1, TextMatch.MARKS: 1, TextMatch.SOME: 2, Match.SIMILAR: 3, TextMatch.NEAR: 4}
"""How inexact a match is; matches not listed are exact."""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """One result of the merged list."""

    kind: str
    """Kind of a name, or part of a plan."""
    title: str
    address: str
    excerpt: str
    """The text around the match; for a name, its distinguishing detail."""
    match: str
    """How it matched."""
    lao: str | None = None
    """Full name of the plan's LAO; None for a name."""
    baht: Decimal | None = None
    """Stated amount of a project."""


@dataclass(frozen=True, slots=True)
class SearchResults:
    """Result of a search."""

    shown: tuple[SearchResult, ...]
    said: str
    """How much was found and how well, or that it is not on the site, in Thai."""


def answer(
    finder: Finder,
    full_text: FullText,
    query: str,
    limit: int,
    narrowing: Narrowing | None = None,
    order: Order = Order.BEST,
) -> SearchResults:
    """Return the results of a query; queries with plan-only filters or sorted by money skip names.

    Names come first, unless they match less exactly than the sections.
    """
    query = query[:LONGEST_QUERY]
    narrowing = narrowing or Narrowing()
    names = _names(finder, query, narrowing) if order is Order.BEST else []
    sections, near = full_text.find(query, narrowing, order)
    match = sections[0].match if sections else None
    words = [near] if near else key_words(query)
    first = (
        NAMES_FIRST if not names or _GUESSED.get(names[0].match, 0) <= (_GUESSED.get(match, 0) if match else 9) else 0
    )
    listed = [_name(one) for one in names[:first]]
    listed += [_section(one, words) for one in sections[: limit + first]]
    listed += [_name(one) for one in names[first : first + limit]]
    # A project's title is both a name and part of a plan.
    shown: dict[str, SearchResult] = {}
    for one in listed:
        shown.setdefault(one.address, one)
    # What belongs to one plan is counted among the sections, which say more of it.
    counted = [one for one in names if not sections or one.item.kind is not ResultKind.PROJECT or one.item.laos > 1]
    said = answer_words(
        query,
        counted[:MOST_NAMES],
        len(sections),
        match,
        narrowed=narrowing != Narrowing() or order is not Order.BEST,
        by_money=order is not Order.BEST,
    )
    return SearchResults(tuple(shown.values())[:limit], said)


def _names(finder: Finder, query: str, narrowing: Narrowing) -> list[Found]:
    if replace(narrowing, province=None) != Narrowing():
        return []
    names = finder.find(query, _ALL)
    if narrowing.province is None:
        return names
    ending = f"จังหวัด{narrowing.province}"
    return [one for one in names if one.item.kind is ResultKind.LAO and one.item.detail.endswith(ending)]


def _name(found: Found) -> SearchResult:
    item = found.item
    return SearchResult(item.kind, item.title, item.address, found.detail, found.match)


def _section(found: FoundSection, words: list[str]) -> SearchResult:
    section = found.section
    text = excerpt(section.text, words)
    return SearchResult(section.part, section.title, section.address, text, found.match, found.lao.name, section.baht)
