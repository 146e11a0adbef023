"""Texts and cells as runs for `typst/document.typ`, with Thai digits for the site's own numbers.

Printed texts stay as printed. A character missing from the font is written as its code, because an accessible PDF must
not contain undrawn characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from generator.thai.characters import INVISIBLE
from generator.thai.dates import format_thai_date
from generator.thai.numerals import format_baht, format_integer, in_digits
from generator.views.tables import Cell, CellKind
from generator.words import interface

Run = str | list[Any]
"""A text, or a kind followed by its parts."""

SIGNS = "✓✔✗✘☐☑☒●○◦■□▪▲△◆◇★☆→←↑↓≥≤≠≈−∞"
"""Signs that offices use and Sarabun lacks; Typst brings a font with them."""
_BREAK = ["br"]
_UNSEEN = re.compile(f"[{INVISIBLE}\x00-\x08\x0b-\x1f\x7f]")
_BLANKS = re.compile("[ \t]+")
_LONG = re.compile(r"[^\s\u0e00-\u0e7f]{21,}|[ก-ฮ]{41,}")
"""Long runs without a line-break opportunity: addresses, hashes, non-words. No Thai word has 41 consonants in a row."""
_PIECE = 10
_LONGEST = 4096
"""Longest cached text, in characters."""


def figure(value: object) -> str:
    """Return a number that is not a count (a year, a version) in Thai digits."""
    return in_digits(str(value), "thai")


def plain(text: str) -> str:
    """Return a text as one line of characters that the font has."""
    return " ".join(_drawn(text).split())


def run(text: str) -> Run:
    """Return a text with line breaks as a run."""
    return _kept_run(text) if len(text) <= _LONGEST else _run(text)


def spaced(text: str) -> Run:
    """Return interface words with their surrounding blanks, because other parts of the line follow."""
    if not text.strip():
        return " " if text else ""
    before, after = text[:1].isspace(), text[-1:].isspace()
    return joined(*([" "] if before else []), run(text), *([" "] if after else [])) if before or after else run(text)


def joined(*parts: Run) -> Run:
    """Return runs joined in one line."""
    return ["+", *parts] if len(parts) != 1 else parts[0]


def lines(*parts: Run) -> Run:
    """Return runs joined by line breaks."""
    first, *others = parts
    return joined(first, *(one for part in others for one in (_BREAK, part)))


def listed(parts: Iterable[Run]) -> Run:
    """Return a list of runs."""
    return ["list", *parts]


def cell_run(cell: Cell) -> Run:
    """Return the run of a table cell, without links."""
    kind, value, printed, _, parts, _, number, _ = cell
    if parts:
        made: Run = _of_parts(kind, parts)
    elif kind is CellKind.STATE or value is None:
        made = _without_value(kind, printed)
    else:
        made = _of_value(kind, value)
        if printed:
            made = joined(made, " ", ["small", run(f"(พิมพ์ว่า “{printed}”)")])
    return joined(run(number), " ", made) if number else made


def _of_parts(kind: CellKind, parts: tuple[Cell, ...]) -> Run:
    made = [cell_run(part) for part in parts]
    if kind is CellKind.ITEMS:
        return listed(made) if len(made) > 1 else made[0]
    return joined(*made) if kind is CellKind.TOGETHER else [_LOOK.get(kind, "quiet"), joined(*made)]


_LOOK = {CellKind.SMALL: "small", CellKind.STRONG: "strong", CellKind.QUIET: "quiet"}


def _without_value(kind: CellKind, printed: str | None) -> Run:
    if kind is CellKind.BREAK:
        return list(_BREAK)
    said = run(printed or "")
    if kind is CellKind.UNREAD:
        return joined(said, " ", ["small", f"({interface.UNREAD})"])
    return ["quiet", said] if kind is CellKind.EMPTY else said


def _of_value(kind: CellKind, value: Any) -> Run:
    if kind is CellKind.COUNT:
        return format_integer(value, "thai")
    if kind is CellKind.BAHT:
        return format_baht(value, "thai")
    if kind is CellKind.DAY or kind is CellKind.SHORT_DAY:
        return format_thai_date(value, "thai", "short" if kind is CellKind.SHORT_DAY else "full")
    if kind is CellKind.FIGURE:
        return figure(value)
    said = spaced(str(value)) if kind is CellKind.WORDS else run(str(value))
    if kind is CellKind.QUOTE:
        return joined("“", said, "”")
    return [_LOOK[kind], said] if kind in _LOOK else said


def _run(text: str) -> Run:
    made = [_unbroken(_BLANKS.sub(" ", line.strip())) for line in _drawn(text).strip().splitlines()]
    return lines(*made) if made else ""


_kept_run = lru_cache(maxsize=4096)(_run)


def _unbroken(line: str) -> Run:
    """Return a line with long unbreakable parts split into pieces, between which lines may break."""
    parts: list[Run] = []
    end = 0
    for match in _LONG.finditer(line):
        long = match[0]
        parts += [line[end : match.start()]] if match.start() > end else []
        parts.append(["long", *(long[at : at + _PIECE] for at in range(0, len(long), _PIECE))])
        end = match.end()
    return joined(*parts, *([line[end:]] if line[end:] else [])) if parts else line


def _drawn(text: str) -> str:
    seen = _UNSEEN.sub("", text)
    missing = {letter for letter in set(seen) if letter not in _letters() and not letter.isspace()} - set(SIGNS)
    for letter in sorted(missing):
        seen = seen.replace(letter, f"[U+{ord(letter):04X}]")
    return seen


@cache
def _letters() -> frozenset[str]:
    """Return the characters that every style of the font has."""
    import fontpkg_sarabun
    from fontTools.ttLib import TTFont

    found: frozenset[int] | None = None
    for weight in ("Regular", "SemiBold", "Bold"):
        with TTFont(fontpkg_sarabun.ROOT / "files" / f"Sarabun-{weight}.ttf") as font:
            letters = frozenset(font.getBestCmap())
            found = letters if found is None else found & letters
    return frozenset(map(chr, found or ()))
