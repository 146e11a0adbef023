"""A rule: its code, its Thai words, and a function from one item to hits. `@rule` and `@text_rule` create them.

In: functions of the subject modules. Out: `Rule` records, collected by `all_rules.py`. Knows no files and no order of
rules.
"""

from __future__ import annotations

import re
import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.checks.items import Passage
from generator.checks.retired import retired_code
from generator.findings import Severity

Path = tuple[str | int, ...]


Figures = tuple[tuple[str, int | str], ...]


class Reader(NamedTuple):
    """The sentence for citizens at the top of a plan: one plain sentence for all findings of a rule.

    Rules with an equal `Reader` share the sentence.
    """

    rank: int
    """Smaller comes first, among findings of one severity."""
    sentence: str
    """In Thai, without file names, keys and motives; `{name}` is a figure of the hits, `{count}` their number."""


def figures(**named: int | str) -> Figures:
    """Return the figures of a hit by their names in the rule's `reader` sentence; `count` is summed over hits."""
    return tuple(named.items())


class Hit(NamedTuple):
    """One violation reported by a rule."""

    message: str
    """The violation, in Thai, with the values as printed."""
    path: Path = ()
    """Keys and indexes of the value, relative to the item; the runner prepends the item's path."""
    file: str = ""
    """Name of another file of the same folder (`projects.yml`) with the value; then `path` is whole."""
    snippet: str = ""
    """The part of the value to report, as written, for the caret; empty for the whole value."""
    suggestion: str = ""
    """The repaired text, if there is exactly one possible repair."""
    remedy: str = ""
    """What to do, if different from the rule's remedy."""
    also: tuple[Path, ...] = ()
    """Whole paths of further places of the same cause in the same file."""
    figures: Figures = ()
    """Values for the rule's `reader` sentence; required if the rule has one."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with all texts that pages, the terminal and tests use."""

    code: str
    """Permanent; never reused."""
    severity: Severity
    title: str
    """What it looks for, as a short Thai phrase."""
    why: str
    """Why it matters, in Thai, for the person who has to act."""
    remedy: str
    """What to do, in Thai."""
    clause: str
    """The document and clause that it is based on, in Thai; empty for common sense."""
    item: type
    """The type of item that it takes: one of the classes of `items.py`."""
    find: Callable[..., Iterator[Hit]]
    """The function that yields the hits."""
    pattern: re.Pattern[str] | None = None
    """Text rules only: the pattern to search; the function gets the passage and the match."""
    fires: str = ""
    """Text rules only: an example with a hit."""
    silent: str = ""
    """Text rules only: a similar correct example."""
    reader: Reader | None = None
    """The sentence for citizens at the top of a plan; None if it matters to officers only."""
    of_conversion: bool = False
    """Whether its findings are caused by a conversion (PDF, Word), not by the document's wording."""
    looks: Callable[[str], bool] | None = None
    """Text rules only: whether to check a text, for conditions that no pattern can express; as fast as one."""

    @property
    def subject(self) -> str:
        """`MONEY` of MONEY-001."""
        return self.code.partition("-")[0]

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match of a text rule in a text, or None."""
        found = self.pattern.search(text) if self.pattern else None
        return found if found and (self.looks is None or self.looks(text)) else None


Found = Callable[..., Iterator[Hit]]
_RULES: dict[str, Rule] = {}


def rule(
    code: str,
    severity: Severity,
    *,
    title: str,
    why: str,
    remedy: str,
    clause: str = "",
    reader: Reader | None = None,
) -> Callable[[Found], Found]:
    """Return a decorator that registers a rule: a function that takes one item, by its annotation, and yields hits."""

    def register(find: Found) -> Found:
        item = next(kind for name, kind in typing.get_type_hints(find).items() if name != "return")
        _add(Rule(code, severity, title, why, remedy, clause, item, find, reader=reader))
        return find

    return register


def text_rule(
    code: str,
    severity: Severity,
    *,
    pattern: str,
    fires: str,
    silent: str,
    title: str,
    why: str,
    remedy: str,
    clause: str = "",
    reader: Reader | None = None,
    looks: Callable[[str], bool] | None = None,
    of_conversion: bool = False,
) -> Callable[[Found], Found]:
    """Return a decorator that registers a text rule: a function of a passage and a match of `pattern` that yields hits.

    The pattern is searched in every text; its time must grow only linearly with the length.
    """

    def register(find: Found) -> Found:
        where = re.compile(pattern)
        _add(
            Rule(
                code,
                severity,
                title,
                why,
                remedy,
                clause,
                Passage,
                find,
                where,
                fires,
                silent,
                reader,
                of_conversion,
                looks,
            )
        )
        return find

    return register


def made_rules() -> dict[str, Rule]:
    """Return the rules of all modules imported so far, by code."""
    return dict(sorted(_RULES.items()))


def _add(made: Rule) -> None:
    if made.code in _RULES or retired_code(made.code):
        raise ValueError(f"{made.code} is taken")
    _RULES[made.code] = made
