"""What a rule is: its code, its Thai words, and a function from one item to hits. `@rule` and `@text_rule` make them.

Comes in: functions of the subject modules. Goes out: `Rule` records that `registry.py` collects. Knows no files and
no order of things.
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
    """What a rule's findings say to a citizen at the top of a plan: one plain sentence, for all of them together.

    Rules with an equal `Reader` share the sentence.
    """

    rank: int
    """The smaller, the sooner a reader must know it, among findings of one severity."""
    sentence: str
    """In Thai, without file names, keys and motives; `{name}` is a figure of the hits, `{count}` how many there are."""


def figures(**named: int | str) -> Figures:
    """Return the figures of a hit by the names that the rule's `reader` sentence uses; `count` adds up over hits."""
    return tuple(named.items())


class Hit(NamedTuple):
    """One thing that a rule holds against an item."""

    message: str
    """What does not fit, in Thai, naming the values as printed."""
    path: Path = ()
    """Keys and indexes of the value, from the item's own down; the runner puts the item's path before it."""
    file: str = ""
    """Name of another file of the same folder (`projects.yml`) where the value stands there; then `path` is whole."""
    snippet: str = ""
    """The part of the value that is meant, as written, for the caret; empty for the whole value."""
    suggestion: str = ""
    """The repaired text, where there is just one way to repair it."""
    remedy: str = ""
    """What to do, where it differs from the rule's."""
    also: tuple[Path, ...] = ()
    """Whole paths in the same file where the same cause shows again."""
    figures: Figures = ()
    """What the rule's `reader` sentence is filled with; a hit of a rule that has one must state some."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with everything that a page, a terminal and a test say about it."""

    code: str
    """For ever; never reused."""
    severity: Severity
    title: str
    """What it looks for, as a short Thai phrase."""
    why: str
    """Why it matters, in Thai, for whoever has to act on it."""
    remedy: str
    """What to do, in Thai."""
    clause: str
    """The document and clause that it rests on, in Thai; empty where it is common sense."""
    item: type
    """What it is given: one of the classes of `items.py`."""
    find: Callable[..., Iterator[Hit]]
    """The function."""
    pattern: re.Pattern[str] | None = None
    """Of a text rule: where to look; the function is given the passage and the match."""
    fires: str = ""
    """Of a text rule: a text that it fires on."""
    silent: str = ""
    """Of a text rule: a text like it that is as it should be."""
    reader: Reader | None = None
    """What a citizen is told of it at the top of a plan; None where it matters to officers alone."""
    of_conversion: bool = False
    """Whether what it finds was done by a conversion (PDF, Word) and is no wording of the document."""
    looks: Callable[[str], bool] | None = None
    """Of a text rule: whether to look at a text, where no pattern can say it; as quick as one."""

    @property
    def subject(self) -> str:
        """`MONEY` of MONEY-001."""
        return self.code.partition("-")[0]

    def search(self, text: str) -> re.Match[str] | None:
        """Return where a text rule begins to look in a text; None where it finds nothing."""
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
    """Make a rule of a function that takes one item, named by its annotation, and yields hits."""

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
    """Make a rule of a function that takes a passage and one match of `pattern` in it, and yields hits.

    The pattern is looked for in one text after another; it must take time with the length of the text, not more.
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
