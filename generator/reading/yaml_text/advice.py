"""What is said about one mistake, and what the parser said about it. Data only; knows lines and columns, not PyYAML."""

from __future__ import annotations

from dataclasses import dataclass

from generator.findings import Severity


@dataclass(frozen=True, slots=True)
class Complaint:
    """Where and why a parser gave up. Lines and columns count from 0, as the parser counts them."""

    problem: str
    """The parser's own words (English); compared, never shown."""
    context: str
    """What it was doing when it gave up; empty when it does not say."""
    line: int
    column: int
    context_line: int
    context_column: int
    quoted: tuple[int, int, int, int] | None = None
    """First line and column, last line and column of the last value, when that was a quoted one."""
    opened: tuple[int, int] | None = None
    """Where the innermost mapping or list begins that has no end yet."""


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
    """All that is to be said about one complaint, and, where the mistake is confined, the text to go on with."""

    advice: list[Advice]
    repaired: str | None = None
    """The text with the mistake blanked out: of the same length, so that all positions stay."""
    blanked: tuple[int, int] | None = None
    """First and last line (from 0) that cannot be read; they are blanked out whole."""
    kept: tuple[tuple[int, str, str], ...] = ()
    """Line (from 0), key (empty for a list item) and text of values whose text is known although YAML refuses it."""
