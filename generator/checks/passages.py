"""All texts of a file, each once, and the text rules that see something in it."""

from __future__ import annotations

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


def is_quotation(path: Path) -> bool:
    """Say whether a value is an excerpt that is kept as evidence, word for word and cut on purpose."""
    return "quotations" in path[:2]  # guidelines are a list of documents


class Passages:
    """The texts of one file."""

    def __init__(self, data: Any, lao: Lao | None) -> None:
        """Take what a YAML file says, or the lines of any other text as {line number: line}."""
        self._data = data
        self._lao = lao

    def where(self, is_wanted: Callable[[str], object]) -> Iterator[tuple[Passage, tuple[Path, ...]]]:
        """Yield every text that is wanted, as it first stands, and the other places where the same text stands.

        Quotations come last: the text itself is meant, wherever it stands.
        """
        places: dict[str, list[tuple[Path, str]]] = {}
        _gather(self._data, (), "", is_wanted, places)
        for text, found in places.items():
            if len(found) > 1:
                found.sort(key=lambda one: is_quotation(one[0]))
            path, field = found[0]
            yield Passage(text, field, path, self._lao), tuple(other for other, _ in found[1:])


def _gather(
    data: Any, path: Path, field: str, is_wanted: Callable[[str], object], places: dict[str, list[tuple[Path, str]]]
) -> None:
    """Add the places of the wanted texts below a value, in the order in which they stand.

    Runs over every value of every plan, hence no more than one call a branch; reading bounds the depth.
    """
    is_list = type(data) is list
    if not is_list and type(data) is not dict:
        return
    for key, one in enumerate(data) if is_list else data.items():
        if type(one) is str:
            if is_wanted(one) and (name := key if type(key) is str else field) not in NOT_PROSE:
                places.setdefault(one, []).append(((*path, key), name))
        elif one:
            _gather(one, (*path, key), key if type(key) is str else field, is_wanted, places)
