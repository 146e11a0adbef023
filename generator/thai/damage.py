"""Repairs text damaged by PDF or word processor conversion: returns the readings that the dictionary knows.

A conversion keeps the letters in order and damages what is on and between them: a nikhahit is lost, a mark moves to the
next letter, a space or a foreign letter replaces a mark. In: a text and the places that look damaged. Out: the original
words and whether they are certain. The algorithm finds the cheapest path of words through the text: rare words cost
more, and each assumed damage has a price. A reading counts if the next best path without it costs much more. Takes
linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from generator.thai.dictionary import LONGEST, MARKS, Dictionary, letters_of, load_dictionary

AROUND = 40
"""Characters read on either side of a place."""
_LONGEST_STRETCH = 120
"""Most characters read at once."""
_MOST_READ = 10_000
"""Most characters read per text; longer ones are no cell or line, and have been reported before."""
_CUT = 8
"""Characters at a cut that are read only as context."""
_STRAY = re.compile(r"[A-Za-z#$%&'\"*+<=>@^_`|~\\]")
_TOKEN = re.compile(f"(.)([{MARKS}]*)", re.DOTALL)
_TONES = frozenset("\u0e48\u0e49\u0e4a\u0e4b")
_LOSABLE = frozenset("\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c")
"""Marks above all others; a lost vowel at the end of a word could be any."""
_SARA_AA, _SARA_AM, _NIKHAHIT = "\u0e32", "\u0e33", "\u0e4d"

_OPENING = 16.0
_UNKNOWN = 4.0
"""Cost of letters outside words: for the first of them, and for each."""
_REPORTED = 3.0
"""Least extra cost of the path without a reading for it to be reported."""
_CERTAIN = 5.0
"""The same for it to be certain."""
_CERTAIN_OF_LOST = 8.0
"""The same if a mark is lost: several words fit what is left."""


class Damage(Enum):
    """What a conversion does to text; the value is an example."""

    NIKHAHIT_LOST = "กาหนด"
    BLANK_AFTER_SARA_AM = "กำ หนด"
    SARA_AA_AS_AM = "กำร"
    MARK_MOVED = "องคก์าร"
    MARK_LOST = "ทั ง"
    GLYPH = "ปF"
    SARA_AM_TORN = "ก าหนด"
    BLANK_BEFORE_AA = "ก าร"
    BLANK_IN_WORD = "เชื่ อม"
    MARK_ALONE = "เพื ่อ"
    MARK_ORDER = "เพ่ือ"


_PRICE = {
    Damage.NIKHAHIT_LOST: 4.0,
    Damage.BLANK_AFTER_SARA_AM: 1.5,
    Damage.SARA_AA_AS_AM: 6.0,
    Damage.MARK_MOVED: 6.0,
    Damage.MARK_LOST: 7.0,
    Damage.GLYPH: 7.0,
    Damage.SARA_AM_TORN: 3.0,
    Damage.BLANK_BEFORE_AA: 7.0,  # like a lost mark: ข าว may be ขาว, ข่าว or ข้าว
    Damage.BLANK_IN_WORD: 5.0,
    Damage.MARK_ALONE: 3.0,
    Damage.MARK_ORDER: 2.0,
}
_LEAVES_LITTLE = frozenset((Damage.MARK_LOST, Damage.BLANK_BEFORE_AA))
_SHORTEST = 2
"""In characters; words this short match anything."""
_PRICE_AGAIN = 1.0
"""Price of a damage that the text shows elsewhere."""


class Reading(NamedTuple):
    """A word of a damaged text in its original form."""

    start: int
    end: int
    """Range of the damaged word."""
    word: str
    """The word of the dictionary."""
    damages: tuple[Damage, ...]
    """Each damage found in it."""
    places: tuple[int, ...]
    """Place of each damage in the text."""
    is_certain: bool
    """Whether no other reading is nearly as good."""


class _Token(NamedTuple):
    letter: str
    marks: str
    start: int
    end: int


class _Change(NamedTuple):
    place: int
    damage: Damage
    right: str


class _Edge(NamedTuple):
    """A word between two tokens."""

    end: int
    cost: float
    word: str
    changes: tuple[_Change, ...]


def readings(text: str, places: Iterable[int]) -> list[Reading]:
    """Return the damaged words around given places of a text, in order.

    If a damage was found in one word, it is assumed in others at a lower price.
    """
    stretches: list[_Stretch] = []
    left = _MOST_READ
    for start, end in _stretches(text, places):
        left -= end - start
        if left < 0:
            break
        stretches.append(_Stretch(text, start, end))
    found = [one for stretch in stretches for one in stretch.read(frozenset())]
    seen = frozenset(damage for one in found for damage in one.damages)
    return [one for stretch in stretches for one in stretch.read(seen)] if seen else []


def _stretches(text: str, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of a text around the places, each short enough to be read at once."""
    start = end = -1
    for place in sorted(places):
        if start >= 0 and place - AROUND <= end and place - start < _LONGEST_STRETCH:
            end = min(len(text), place + AROUND)
            continue
        if start >= 0:
            yield start, end
        start, end = max(place - AROUND, end, 0), min(len(text), place + AROUND)
    if start >= 0:
        yield start, end


class _Stretch:
    """A range of a text, with every word that may be in it; half a word may be at a cut."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._start, self._length = start, end - start
        self._is_cut_before, self._is_cut_after = start > 0, end < len(text)
        self._tokens = [_Token(found[1], found[2], *found.span()) for found in _TOKEN.finditer(text[start:end])]
        dictionary = load_dictionary()
        self._edges = [_edges(dictionary, self._tokens, at) for at in range(len(self._tokens))]

    def read(self, seen: frozenset[Damage]) -> Iterator[Reading]:
        """Yield the damaged words; `seen` are damages found elsewhere in the text."""
        edges = [[_priced(edge, seen) if edge.changes else edge for edge in leaving] for leaving in self._edges]
        total, path = _cheapest(edges, self._is_cut_before)
        for at, edge in path:
            start, end = self._tokens[at].start, self._tokens[edge.end - 1].end
            is_half = (self._is_cut_before and start < _CUT) or (self._is_cut_after and end > self._length - _CUT)
            if not edge.changes or is_half:
                continue
            without = (_cheapest(edges, self._is_cut_before, (one.place, one.right))[0] for one in edge.changes)
            margin = min(without) - total
            if margin >= _REPORTED:
                damages = tuple(one.damage for one in edge.changes)
                places = tuple(self._start + one.place for one in edge.changes)
                is_lost = not _LEAVES_LITTLE.isdisjoint(damages)
                is_certain = margin >= (_CERTAIN_OF_LOST if is_lost else _CERTAIN) and len(edge.word) > _SHORTEST
                yield Reading(self._start + start, self._start + end, edge.word, damages, places, is_certain)


def _priced(edge: _Edge, seen: frozenset[Damage]) -> _Edge:
    price = sum(_PRICE_AGAIN if one.damage in seen else _PRICE[one.damage] for one in edge.changes)
    return _Edge(edge.end, edge.cost + price, edge.word, edge.changes)


def _cheapest(
    edges: list[list[_Edge]], is_cut: bool, without: tuple[int, str] | None = None
) -> tuple[float, list[tuple[int, _Edge]]]:
    """Return the cheapest path from the first token to the last, optionally excluding one change of the text."""
    length = len(edges)
    infinite = float("inf")
    # At a cut inside a word, unknown letters have no opening cost.
    known, unknown = [0.0, *[infinite] * length], [0.0 if is_cut else infinite, *[infinite] * length]
    last_word: list[tuple[int, _Edge] | None] = [None] * (length + 1)
    opened: list[int] = [0] * (length + 1)
    for at, leaving in enumerate(edges):
        if unknown[at] < known[at]:
            known[at], last_word[at] = unknown[at], None
        starts_here = known[at] + _OPENING < unknown[at]
        unknown[at + 1] = (known[at] + _OPENING if starts_here else unknown[at]) + _UNKNOWN
        opened[at + 1] = at if starts_here else opened[at]
        for edge in leaving:
            cost = known[at] + edge.cost
            if cost < known[edge.end] and not (without and edge.changes and without in _changed(edge)):
                known[edge.end], last_word[edge.end] = cost, (at, edge)
    path: list[tuple[int, _Edge]] = []
    at = length
    if unknown[at] < known[at]:
        last_word[at] = None
    while at > 0:
        step = last_word[at]
        if step is None:
            at = opened[at]
        else:
            path.append(step)
            at = step[0]
    return min(known[length], unknown[length]), path[::-1]


def _changed(edge: _Edge) -> list[tuple[int, str]]:
    return [(one.place, one.right) for one in edge.changes]


def _edges(dictionary: Dictionary, tokens: list[_Token], at: int, *, may_join: bool = True) -> list[_Edge]:
    """Return the words that may start at a token, intact or damaged; damages are not priced yet."""
    first = tokens[at]
    if first.letter == " " and not first.marks:
        return [_Edge(at + 1, 0.0, " ", ())]
    if not "\u0e01" <= first.letter <= "\u0e4e":
        return [_Edge(at + 1, _OPENING if first.marks else 1.0, first.letter, ())]
    found: list[_Edge] = []
    letters = written = ""
    marks = skips = 0
    skipped = False
    for end in range(at + 1, min(len(tokens), at + LONGEST) + 1):
        token = tokens[end - 1]
        written += token.letter + token.marks
        marks += len(token.marks)
        if "\u0e01" <= token.letter <= "\u0e4e":
            letters += _SARA_AA if token.letter == _SARA_AM else token.letter
            skipped = False
            if not dictionary.is_beginning(letters):
                break
        elif skipped or not (token.letter == " " or _STRAY.match(token.letter)):
            break  # at most one at a time
        else:
            skipped = True
            skips += 1
            if token.letter == " " and not token.marks:
                continue  # no word ends in a space
        goes_on = (
            skips or _NIKHAHIT in written or (end < len(tokens) and (tokens[end].marks or tokens[end].letter == " "))
        )
        for word in dictionary.by_letters.get(letters, ()):
            if word == written:
                found.append(_Edge(end, dictionary.cost(word), word, ()))
            elif goes_on or len(word) == len(letters) + marks:  # else too many or too few marks
                found += _damaged(dictionary, tokens, at, end, word, may_join=may_join)
    return found


def _damaged(
    dictionary: Dictionary, tokens: list[_Token], at: int, end: int, word: str, *, may_join: bool
) -> Iterator[_Edge]:
    """Yield a word if it may have been damaged into these tokens, with marks that moved to the letter after it."""
    compared = _compared(tokens[at:end], _tokens_of(word))
    if compared is None:
        return
    changes, missing = compared
    is_lost = any(one.damage is Damage.MARK_LOST for one in changes)
    if is_lost and len(letters_of(word)) <= _SHORTEST and _is_bare(tokens[at:end]):
        return  # ก ข อ
    cost = dictionary.cost(word)
    if not missing:
        yield _Edge(end, cost, word, changes)
        return
    if end == len(tokens):
        return
    after, last = tokens[end], "".join(_tokens_of(word)[-1])
    if after.letter == " " and not after.marks:
        if end - at > 1 and _LOSABLE.issuperset(missing):  # not ก for ก็
            yield _Edge(end, cost, word, (*changes, _Change(tokens[end - 1].start, Damage.MARK_LOST, last)))
    elif may_join and (rest := _rest_of(after.marks, missing)) is not None:
        moved = _Change(tokens[end - 1].start, Damage.MARK_MOVED, last)
        others = [*tokens[:end], after._replace(marks=rest), *tokens[end + 1 : end + LONGEST]]
        for second in _edges(dictionary, others, end, may_join=False):
            yield _Edge(second.end, cost + second.cost, word + second.word, (*changes, moved, *second.changes))


@lru_cache(maxsize=16_384)
def _tokens_of(word: str) -> tuple[tuple[str, str], ...]:
    return tuple(_TOKEN.findall(word))


def _compared(written: list[_Token], word: tuple[tuple[str, str], ...]) -> tuple[tuple[_Change, ...], str] | None:
    """Return the changes that explain how a word is written, with the missing marks of its last letter.

    None if no known damage explains it.
    """
    changes: list[_Change] = []
    missing = ""
    """Marks of the previous letter not seen yet."""
    before: _Token | None = None
    rest = iter(word)
    right_before = ""
    torn = False
    for token in written:
        if not "\u0e01" <= token.letter <= "\u0e4e":  # a space or a stray letter, between two letters or at the end
            if before is None:
                return None
            if token.letter != " ":
                if not missing or token.marks:
                    return None
                changes.append(_Change(before.start, Damage.GLYPH, right_before))
                missing = ""
            elif token.marks:
                # A second tone mark is ignored; any other mark must belong to the word.
                if not (set(right_before).issuperset(token.marks) or (_has_tone(before) and _has_tone(token))):
                    return None
                changes.append(_Change(before.start, Damage.MARK_ALONE, right_before))
                missing = "".join(one for one in missing if one not in token.marks)
            elif missing:
                changes.append(_Change(before.start, Damage.MARK_LOST, right_before))
                missing = ""
            elif before.letter == _SARA_AM:
                changes.append(_Change(before.start, Damage.BLANK_AFTER_SARA_AM, right_before))
            else:
                torn = True
            continue
        letter, marks = next(rest)
        own, wanted = token.marks, marks
        is_am = token.letter == _SARA_AM
        if token.letter == _SARA_AA and before is not None and _NIKHAHIT in before.marks:
            is_am = True
        if _NIKHAHIT in own:
            own = own.replace(_NIKHAHIT, "")
        if torn:
            if letter == _SARA_AM:
                changes.append(_Change(token.start, Damage.SARA_AM_TORN, letter))
            elif letter == _SARA_AA and before is not None:
                changes.append(_Change(token.start, Damage.BLANK_BEFORE_AA, letter))
            elif before is not None and before.marks:
                changes.append(_Change(token.start, Damage.BLANK_IN_WORD, letter))
            else:
                return None
        elif letter == _SARA_AM and not is_am:
            changes.append(_Change(token.start, Damage.NIKHAHIT_LOST, letter))
        elif letter == _SARA_AA and is_am:
            changes.append(_Change(token.start, Damage.SARA_AA_AS_AM, letter))
        elif letter == _SARA_AM and is_am and token.letter == _SARA_AA:
            changes.append(_Change(token.start, Damage.SARA_AM_TORN, letter))
        torn = False
        if own != wanted or missing:
            extra = _rest_of(own, "".join(one for one in wanted if one in own))
            lacking = _rest_of(wanted, "".join(one for one in own if one in wanted))
            if extra is None or lacking is None:
                return None
            if missing:
                if sorted(extra) != sorted(missing) or before is None:
                    return None
                changes.append(_Change(before.start, Damage.MARK_MOVED, right_before))
            elif extra:
                return None
            elif not lacking and own != wanted:
                changes.append(_Change(token.start, Damage.MARK_ORDER, letter + marks))
            missing = lacking
        before, right_before = token, letter + marks
    return None if torn else (tuple(changes), missing)


def _has_tone(token: _Token) -> bool:
    return any(mark in _TONES for mark in token.marks)


def _is_bare(tokens: list[_Token]) -> bool:
    """Return whether these are letters without marks, with a space between them."""
    return not any(token.marks for token in tokens) and any(token.letter == " " for token in tokens)


def _rest_of(marks: str, without: str) -> str | None:
    """Return the marks without some others, or None if those are not among them."""
    for one in without:
        if one not in marks:
            return None
        marks = marks.replace(one, "", 1)
    return marks
