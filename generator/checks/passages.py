"""All texts of a file, each once, and the text rules that see something in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from generator.checks.items import Passage, Path
from generator.model.lao import Lao

NOT_PROSE = frozenset(
    {
        "id",
        "ids",
        "ref",
        "code",
        "sha256",
        "address",
        "website",
        "project",
        "strategy",
        "tactic",
        "topic",
        "type",
        "kind",
    }
    | {"extent", "entered_by", "state", "status", "cycle", "continues", "budget_basis", "basis", "coverage"}
)
"""Keys whose values are written for the computer."""


class Passages:
    """The texts of one file."""

    def __init__(self, data: Any, lao: Lao | None) -> None:
        """Take what a YAML file says, or the lines of any other text as {line number: line}."""
        self._data = data
        self._lao = lao

    def where(self, is_wanted: Callable[[str], object]) -> Iterator[tuple[Passage, tuple[Path, ...]]]:
        """Yield every text that is wanted, as it first stands, and the other places where the same text stands."""
        wanted = {text for text in dict.fromkeys(_strings(self._data)) if is_wanted(text)}
        if not wanted:
            return
        places: dict[str, list[Path]] = {}
        for path, text in _walk(self._data, wanted):
            if _field(path) not in NOT_PROSE:
                places.setdefault(text, []).append(path)
        for text, paths in places.items():
            yield Passage(text, _field(paths[0]), paths[0], self._lao), tuple(paths[1:])

    def matching(self, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, tuple[Path, ...], re.Match[str]]]:
        """Yield every match of a pattern: the passage, its other places, the match in it."""
        for passage, also in self.where(pattern.search):
            for match in pattern.finditer(passage.text):
                yield passage, also, match


def _strings(data: Any) -> Iterator[str]:
    # A stack of its own instead of calls: runs over every value of every plan.
    waiting = [data]
    while waiting:
        value = waiting.pop()
        if type(value) is str:
            yield value
        elif type(value) is dict:
            waiting += value.values()
        elif type(value) is list:
            waiting += value


def _walk(data: Any, wanted: set[str]) -> Iterator[tuple[Path, str]]:
    """Yield the paths of the wanted texts, in the order in which they stand."""
    waiting: list[tuple[Path, Any]] = [((), data)]
    while waiting:
        path, value = waiting.pop()
        if type(value) is str:
            yield path, value
        elif isinstance(value, (dict, list)):
            below = value.items() if isinstance(value, dict) else enumerate(value)
            waiting += reversed(
                [((*path, key), one) for key, one in below if (one in wanted if type(one) is str else one)]
            )


def _field(path: Path) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "")
