"""What a chart draws: bars and shares with their lengths worked out, so that templates do no sums.

A chart says nothing that a table beside it does not say; it holds the very values that the table shows. Lengths are
whole units of a drawing `WIDTH` wide, the same on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

Number = TypeVar("Number", int, Decimal)

WIDTH = 360
"""Units across a drawing: a phone's pixels."""
ROW = 40
"""Units down from one bar to the next."""
MOST_BARS = 7
"""More are one bar of "others": a drawing stays below 2 kB and can be taken in; the table has them all."""
MOST_SHARES = 4
"""Parts of a whole with a hatching of their own; the smallest of more share the last one, as bars do."""
_LONGEST_LABEL = 30
_LONGEST_SHARE_LABEL = 24
"""Of a share: it stands behind a square, and in the drawing's description."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar with its label above it."""

    label: str
    """What it is of, cut to what fits a phone; the table has the whole name."""
    value: Decimal
    """What it shows, in the unit of its chart."""
    length: int
    """Units across, of WIDTH."""
    top: int
    """Units down to the line of its label."""


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars from one zero, the longest as wide as the drawing."""

    bars: tuple[Bar, ...]
    height: int
    """Units down in all."""
    total: Decimal
    """Sum of everything, those without a bar of their own included."""
    count: int
    """How many values there are."""
    others: int
    """How many of them are in the last bar together; 0 where each has its own."""
    largest: Bar
    """The longest bar that is of one value."""
    values: tuple[tuple[str, Decimal], ...]
    """All of them with their whole labels: what the table beside the drawing shows."""


@dataclass(frozen=True, slots=True)
class Share:
    """One part of a whole."""

    kind: str
    """What it is, as a key of the interface's words; empty for the others together."""
    value: int
    start: int
    """Units across to its beginning."""
    length: int
    """Units across."""
    place: int
    """Its turn, from 1: decides its tint and its hatching."""


@dataclass(frozen=True, slots=True)
class ShareChart:
    """Parts of a whole, one behind another on one bar."""

    shares: tuple[Share, ...]
    total: int
    height: int
    """Units down, the lines of the key included."""
    others: int
    """How many parts are in the last one together; 0 where each has its own."""
    parts: tuple[tuple[str, int], ...]
    """All of them, each by itself, with its kind: what the table beside the drawing shows."""
    largest: Share
    """The largest that is of one part."""


@dataclass(frozen=True, slots=True)
class ProgressChart:
    """How much of a whole there is so far, from one zero; more than the whole is drawn as more."""

    done: Decimal
    whole: Decimal
    done_length: int
    """Units across, of WIDTH."""
    whole_length: int


def progress_chart(done: Decimal | int, whole: Decimal | int) -> ProgressChart | None:
    """Make a chart of what was reached beside what was planned; None where nothing was planned."""
    if whole <= 0:
        return None
    longest = max(done, whole)
    return ProgressChart(Decimal(done), Decimal(whole), int(done * WIDTH / longest), int(whole * WIDTH / longest))


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """What one of several reached of its own whole."""

    label: str
    """What it is of, cut to what fits a phone; the table has the whole name."""
    done: int
    whole: int
    done_length: int
    """Units across, of WIDTH."""
    whole_length: int
    top: int
    """Units down to the line of its label."""


@dataclass(frozen=True, slots=True)
class ProgressRows:
    """Several of them below each other, from one zero and to one scale."""

    rows: tuple[ProgressRow, ...]
    height: int
    """Units down in all."""
    done: int
    """Sum of everything, those that are not drawn included; so for the next."""
    whole: int
    others: int
    """How many of the smallest are in the table alone."""


def progress_rows(values: Iterable[tuple[str, int, int]], *, most: int = MOST_BARS) -> ProgressRows | None:
    """Make a chart of labelled pairs of what was reached and what was planned; None where fewer than two were planned.

    With more than `most`, the largest are drawn.
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
    """Make a chart of labelled values in the given order; None where there is nothing to compare.

    With more than `most`, the smallest share one bar.

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
    """Make a chart of the parts that are not empty, in the given order; None where fewer than two are.

    With more than `most`, the smallest are one part.
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
    """Part the largest values, in their order, from the rest."""
    kept = sorted(range(len(rows)), key=lambda place: (-rows[place][1], place))[: most - 1]
    return [rows[place] for place in sorted(kept)], [row for place, row in enumerate(rows) if place not in kept]


def share_label(label: str) -> str:
    """Return the words of a share, cut to what a drawing holds; the table beside it has them whole."""
    return _short(label, _LONGEST_SHARE_LABEL)


def _short(label: str, longest: int = _LONGEST_LABEL) -> str:
    if len(label) <= longest:
        return label
    cut = label[: longest - 1]
    # A vowel or tone mark that begins the rest belongs to the letter before it.
    while label[len(cut)] in _MARKS and cut:
        cut = cut[:-1]
    return f"{cut.rstrip()}…"


_MARKS = frozenset(map(chr, (0x0E31, *range(0x0E33, 0x0E3B), *range(0x0E47, 0x0E4F))))
