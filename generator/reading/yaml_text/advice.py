"""Data classes for one mistake and for the parser's error. Knows lines and columns, not PyYAML."""

from __future__ import annotations

from dataclasses import dataclass

from generator.findings import Severity


@dataclass(frozen=True, slots=True)
class Complaint:
    """Position and message of a parser error. Lines and columns count from 0, as in the parser."""

    problem: str
    """The parser's message (English); compared, never shown."""
    context: str
    """The parser's context message; empty if missing."""
    line: int
    column: int
    context_line: int
    context_column: int
    quoted: tuple[int, int, int, int] | None = None
    """First line and column, last line and column of the last value, if it was quoted."""
    opened: tuple[int, int] | None = None
    """Position of the innermost mapping or list that is still open."""


@dataclass(frozen=True, slots=True)
class Advice:
    """One mistake, explained. Lines and columns count from 1."""

    code: str
    line: int
    column: int
    message: str
    remedy: str
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Explanation:
    """The advice on one parser error, and, if the mistake is local, the text to continue with."""

    advice: list[Advice]
    repaired: str | None = None
    """The text with the mistake blanked out. Lines keep their length, except those of `moved`."""
    blanked: tuple[int, int] | None = None
    """First and last line (from 0) that are unreadable; blanked out completely."""
    known_values: tuple[tuple[int, str, str], ...] = ()
    """Line (from 0), key (empty for a list item) and text of values that YAML rejects but whose text is known."""
    moved: tuple[tuple[int, int], ...] = ()
    """Lines (from 0) whose text begins further right, and by how many columns; negative for the left."""
