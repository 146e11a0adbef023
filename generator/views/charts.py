"""What a chart draws: bars and shares with computed lengths, so that templates do no sums.

A chart holds the very values of the table beside it and adds nothing to them. Lengths are whole units of a drawing
`WIDTH` wide, the same on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from generator.thai.line_breaks import last_word_end

Number = TypeVar("Number", int, Decimal)

WIDTH = 360
"""Units across a drawing: the pixels of a phone."""
ROW = 40
"""Units from one bar down to the next."""
MOST_BARS = 7
"""Further bars are added up as "others": the drawing stays below 2 kB and readable; the table has them all."""
MOST_SHARES = 4
"""Further parts share the last, as for bars, unless the caller wants each by itself; up to seven look different."""
_LONGEST_LABEL = 30
_LONGEST_SHARE_LABEL = 24
"""For a share: its label follows a square, and is in the drawing's description."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar with its label above it."""

    label: str
    """Its label, cut to fit a phone; the table has the whole name."""
    value: Decimal
    """Its value, in the unit of its chart."""
    length: int
    """Units across, of WIDTH."""
    top: int
    """Units down to the line of the label."""


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars from a common zero; the longest is as wide as the drawing."""

    bars: tuple[Bar, ...]
    height: int
    """Total units down."""
    total: Decimal
    """Sum of all values, including those without a bar of their own."""
    count: int
    """Number of values."""
    others: int
    """How many of them the last bar adds up; 0 if each has its own."""
    largest: Bar
    """The longest bar of a single value."""
    values: tuple[tuple[str, Decimal], ...]
    """All values with their whole labels, as in the table beside the drawing."""


@dataclass(frozen=True, slots=True)
class Share:
    """One part of a whole."""

    kind: str
    """Key of the interface's words; empty for "others"."""
    value: int
    start: int
    """Units across to its start."""
    length: int
    """Units across."""
    place: int
    """Its position, from 1: decides its tint and its hatching."""


@dataclass(frozen=True, slots=True)
class ShareChart:
    """Parts of a whole, one after another on one bar."""

    shares: tuple[Share, ...]
    total: int
    height: int
    """Units down, including the lines of the key."""
    others: int
    """How many parts the last one adds up; 0 if each has its own."""
    parts: tuple[tuple[str, int], ...]
    """All parts, not added up, with their kinds, as in the table beside the drawing."""
    largest: Share
    """The largest single part."""


@dataclass(frozen=True, slots=True)
class ProgressChart:
    """The reached part of a whole, from zero; more than the whole is drawn longer than it."""

    done: Decimal
    whole: Decimal
    done_length: int
    """Units across, of WIDTH."""
    whole_length: int


def progress_chart(done: Decimal | int, whole: Decimal | int) -> ProgressChart | None:
    """Return a chart of reached beside planned, or None if nothing was planned."""
    if whole <= 0:
        return None
    longest = max(done, whole)
    return ProgressChart(Decimal(done), Decimal(whole), int(done * WIDTH / longest), int(whole * WIDTH / longest))


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """Reached beside planned for one of several."""

    label: str
    """Its label, cut to fit a phone; the table has the whole name."""
    done: int
    whole: int
    done_length: int
    """Units across, of WIDTH."""
    whole_length: int
    top: int
    """Units down to the line of the label."""


@dataclass(frozen=True, slots=True)
class ProgressRows:
    """Several of them below each other, from a common zero and to one scale."""

    rows: tuple[ProgressRow, ...]
    height: int
    """Total units down."""
    done: int
    """Sum of everything, including those not drawn; likewise the next."""
    whole: int
    others: int
    """How many of the smallest are only in the table."""


def progress_rows(values: Iterable[tuple[str, int, int]], *, most: int = MOST_BARS) -> ProgressRows | None:
    """Return a chart of labelled pairs (reached, planned), or None if fewer than two were planned.

    Draws at most `most`, the largest.
    """
    listed = [one for one in values if one[2] > 0]
    if len(listed) < 2:
        return None
    kept = sorted(sorted(range(len(listed)), key=lambda place: (-listed[place][2], place))[:most])
    longest = max(max(done, whole) for _, done, whole in listed)
    rows = tuple(
        ProgressRow(_short(label), done, whole, done * WIDTH // longest, whole * WIDTH // longest, turn * ROW)
        for turn, (label, done, whole) in enumerate(listed[place] for place in kept)
    )
    done, whole = (sum(amounts) for amounts in list(zip(*listed, strict=True))[1:])
    return ProgressRows(rows, len(rows) * ROW + 4, done, whole, len(listed) - len(kept))


def bar_chart(values: Iterable[tuple[str, Decimal]], *, most: int = MOST_BARS) -> BarChart | None:
    """Return a chart of labelled values in the given order, or None if there is nothing to compare.

    Beyond `most`, the smallest share one bar.

    Values of 0 keep their label and get no length.
    """
    rows = list(values)
    if len(rows) < 2 or not any(value for _, value in rows):
        return None
    alone, together = (rows, []) if len(rows) <= most else _most(rows, most)
    drawn = alone + ([("", sum((value for _, value in together), Decimal(0)))] if together else [])
    longest = max(value for _, value in drawn)
    bars = tuple(
        Bar(_short(label), value, int(value * WIDTH / longest), place * ROW)
        for place, (label, value) in enumerate(drawn)
    )
    largest = max(bars[: len(alone)], key=lambda bar: bar.value)
    total = sum((value for _, value in rows), Decimal(0))
    return BarChart(bars, len(bars) * ROW, total, len(rows), len(together), largest, tuple(rows))


def share_chart(counts: Sequence[tuple[str, int]], *, most: int = MOST_SHARES) -> ShareChart | None:
    """Return a chart of the non-empty parts in the given order, or None if there are fewer than two.

    Beyond `most`, the smallest are one part.
    """
    parts = [(kind, value) for kind, value in counts if value]
    if len(parts) < 2:
        return None
    alone, together = (parts, []) if len(parts) <= most else _most(parts, most)
    drawn = alone + ([("", sum(value for _, value in together))] if together else [])
    total = sum(value for _, value in drawn)
    edges = [0]
    for _, value in drawn:
        edges.append(edges[-1] + value)
    shares = tuple(
        Share(kind, value, edges[i] * WIDTH // total, edges[i + 1] * WIDTH // total - edges[i] * WIDTH // total, i + 1)
        for i, (kind, value) in enumerate(drawn)
    )
    largest = max(shares[: len(alone)], key=lambda share: share.value)
    return ShareChart(shares, total, ROW + len(shares) * 24, len(together), tuple(parts), largest)


def _most(rows: list[tuple[str, Number]], most: int) -> tuple[list[tuple[str, Number]], list[tuple[str, Number]]]:
    """Split off the largest values, keeping their order; return them and the others."""
    kept = sorted(range(len(rows)), key=lambda place: (-rows[place][1], place))[: most - 1]
    return [rows[place] for place in sorted(kept)], [row for place, row in enumerate(rows) if place not in kept]


def share_label(label: str) -> str:
    """Return the label of a share, cut to fit the drawing; the table beside it has it whole."""
    return _short(label, _LONGEST_SHARE_LABEL)


@lru_cache(maxsize=512)
def _short(label: str, longest: int = _LONGEST_LABEL) -> str:
    if len(label) <= longest:
        return label
    end = last_word_end(label, longest - 1)
    if end < longest // 2:  # one long name
        end = longest - 1
        # A leading vowel or tone mark of the remainder belongs to the letter before it.
        while label[end] in _MARKS and end > 1:
            end -= 1
    return f"{label[:end].rstrip()}…"


_MARKS = frozenset(map(chr, (0x0E31, *range(0x0E33, 0x0E3B), *range(0x0E47, 0x0E4F))))
