"""Converts values of content files to cell text, and back.

If a codec cannot encode a value (None), the value goes to the sheet of other values, by its path. The writer encodes,
decodes and compares, so an incomplete codec is safe.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from generator.reading.names import PlanNames
from generator.thai.text import fold_for_comparison

LONGEST = 15_000
"""Most characters in a cell: at most twice as many UTF-16 units, of which spreadsheets allow 32,767."""
NONE_STATED = "–"
"""Cell text for a stated empty list, as opposed to nothing stated."""
_ITEM = re.compile(r"(?:(?P<number>[0-9๐-๙ก-ฮa-z.]{1,6})\) )?(?P<text>.*?)(?: \[(?P<refs>[a-z0-9, -]+)\])?")
_WORDING = re.compile(r"\[(?P<section>[^\[\]]{1,60})\] (?P<text>.+)")
_IN_WORDS = "•"
_BETWEEN = " | "
"""Separator of the cells of a row in a table kept as printed."""
_USE = re.compile(r"(?P<number>[^\s=]{1,6})(?: = (?P<printed>.+))?")


@dataclass(frozen=True)
class References:
    """Ids and shown names of a plan's records; a name shared by two records is not resolved."""

    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Name of each id, by kind."""
    find: PlanNames | None = None

    def shown(self, kind: str, text: str) -> str:
        """Return the name of an id; the text unchanged if no name resolves to it."""
        own = self.find.find(kind, text) if self.find else None
        name = self.names.get(kind, {}).get(own or text)
        return name if name and self.id_of(kind, name) == (own or text) else text

    def id_of(self, kind: str, text: str) -> str:
        """Return the id of a name; the text unchanged if it is no known name."""
        if self.find and (found := self.find.find(kind, text)):
            return found
        folded = fold_for_comparison(text)
        found_ids = [one for one, name in self.names.get(kind, {}).items() if fold_for_comparison(name) == folded]
        return found_ids[0] if len(found_ids) == 1 else text


class Codec(Protocol):
    """Converts a value to cell text, and back."""

    def encode(self, value: Any, references: References) -> str | None:
        """Return the text; None for a value that cannot be encoded."""

    def decode(self, text: str, references: References) -> Any:
        """Return the value of a non-blank text."""


@dataclass(frozen=True)
class Text:
    """A text, unchanged."""

    def encode(self, value: Any, references: References) -> str | None:  # noqa: ARG002  # the protocol's signature
        """Return the text."""
        return value if isinstance(value, str) and value else None

    def decode(self, text: str, references: References) -> Any:  # noqa: ARG002  # the same
        """Return the text."""
        return text


@dataclass(frozen=True)
class Word:
    """One of our fixed words, shown in Thai."""

    words: Mapping[str, str]
    """Thai word by stored value."""

    def encode(self, value: Any, references: References) -> str | None:  # noqa: ARG002  # the protocol's signature
        """Return the Thai word; other texts unchanged, so that reading reports them."""
        return self.words.get(value, value) if isinstance(value, str) and value else None

    def decode(self, text: str, references: References) -> Any:  # noqa: ARG002  # the same
        """Return the stored value."""
        folded = fold_for_comparison(text)
        return next((value for value, word in self.words.items() if fold_for_comparison(word) == folded), text)


@dataclass(frozen=True)
class ReferenceCodec:
    """The id of another record, by its name."""

    kind: str

    def encode(self, value: Any, references: References) -> str | None:
        """Return the name."""
        return references.shown(self.kind, value) if isinstance(value, str) and value else None

    def decode(self, text: str, references: References) -> Any:
        """Return the id."""
        return references.id_of(self.kind, text.strip())


@dataclass(frozen=True)
class ReferenceList:
    """Ids of other records, one name per line."""

    kind: str

    def encode(self, value: Any, references: References) -> str | None:
        """Return the names, `–` for an empty list."""
        if value == []:
            return NONE_STATED
        if not _are_lines(value):
            return None
        return "\n".join(references.shown(self.kind, one) for one in value)

    def decode(self, text: str, references: References) -> Any:
        """Return the ids."""
        return [references.id_of(self.kind, line) for line in _lines(text)]


@dataclass(frozen=True)
class Lines:
    """Several texts, one per line."""

    def encode(self, value: Any, references: References) -> str | None:  # noqa: ARG002  # the protocol's signature
        """Return the lines, `–` for an empty list."""
        return NONE_STATED if value == [] else "\n".join(value) if _are_lines(value) else None

    def decode(self, text: str, references: References) -> Any:  # noqa: ARG002  # the same
        """Return the texts."""
        return _lines(text)


@dataclass(frozen=True)
class Inline:
    """Several short texts, such as years, separated by commas."""

    def encode(self, value: Any, references: References) -> str | None:  # noqa: ARG002  # the protocol's signature
        """Return the texts separated by commas."""
        return NONE_STATED if value == [] else ", ".join(value) if _are_lines(value) else None

    def decode(self, text: str, references: References) -> Any:  # noqa: ARG002  # the same
        """Return the texts."""
        return [] if text.strip() == NONE_STATED else [one.strip() for one in re.split("[,\n]", text) if one.strip()]


@dataclass(frozen=True)
class Items:
    """Items with a number and a text, `๑) ...` per line; `[core]` at the end names competencies."""

    def encode(self, value: Any, references: References) -> str | None:  # noqa: ARG002  # the protocol's signature
        """Return the lines."""
        if value == []:
            return NONE_STATED
        if not isinstance(value, list):
            return None
        lines = [_item_line(one) for one in value]
        return "\n".join(line for line in lines if line is not None) if None not in lines else None

    def decode(self, text: str, references: References) -> Any:  # noqa: ARG002  # the same
        """Return the items."""
        return [_item(line) for line in _lines(text)]


@dataclass(frozen=True)
class Uses:
    """Methods of a row by number or in words; `๔ = ...` if the row words a number differently.

    A line `• ...` is one method in words, including its commas.
    """

    def encode(self, value: Any, references: References) -> str | None:  # noqa: ARG002  # the protocol's signature
        """Return the uses: separated by commas if all are numbers, else one per line."""
        if value == []:
            return NONE_STATED
        if not isinstance(value, list):
            return None
        parts = [_use_text(one) for one in value]
        if None in parts:
            return None
        return ("\n" if any(isinstance(one, dict) for one in value) else ", ").join(filter(None, parts))

    def decode(self, text: str, references: References) -> Any:  # noqa: ARG002  # the same
        """Return numbers, or numbers with their wording."""
        if text.strip() == NONE_STATED:
            return []
        parts = text.split("\n") if any(sign in text for sign in ("=", "\n", _IN_WORDS)) else text.split(",")
        return [_use(part.strip()) for part in parts if part.strip()]


@dataclass(frozen=True)
class OneRow:
    """The cells of one row, separated by `|`."""

    def encode(self, value: Any, references: References) -> str | None:  # noqa: ARG002  # the protocol's signature
        """Return the cells on one line."""
        return _row_text(value)

    def decode(self, text: str, references: References) -> Any:  # noqa: ARG002  # the same
        """Return the cells."""
        return _row_cells(text)


@dataclass(frozen=True)
class Rows:
    """The rows of a table kept as printed, one per line."""

    def encode(self, value: Any, references: References) -> str | None:  # noqa: ARG002  # the protocol's signature
        """Return the lines."""
        if not isinstance(value, list) or not value:
            return None
        lines = [_row_text(one["cells"]) if isinstance(one, dict) and set(one) == {"cells"} else None for one in value]
        return "\n".join(filter(None, lines)) if all(lines) else None

    def decode(self, text: str, references: References) -> Any:  # noqa: ARG002  # the same
        """Return the rows."""
        return [{"cells": _row_cells(line)} for line in text.split("\n") if line.strip()]


@dataclass(frozen=True)
class Wordings:
    """Wordings of a name in sections of the document: `[๓.๑๐] ...` per line."""

    def encode(self, value: Any, references: References) -> str | None:  # noqa: ARG002  # the protocol's signature
        """Return the lines."""
        if not isinstance(value, list) or not value:
            return None
        if not all(isinstance(one, dict) and set(one) == {"section", "text"} for one in value):
            return None
        return "\n".join(f"[{one['section']}] {one['text']}" for one in value)

    def decode(self, text: str, references: References) -> Any:  # noqa: ARG002  # the same
        """Return sections with texts."""
        found = [(_WORDING.fullmatch(line), line) for line in _lines(text)]
        return [{"section": one["section"], "text": one["text"]} if one else {"text": line} for one, line in found]


def _row_text(cells: Any) -> str | None:
    """Return cells on one line; None if it could not be split again."""
    if not isinstance(cells, list) or not cells or not all(isinstance(one, str) for one in cells):
        return None
    line = _BETWEEN.join(cells)
    return line if line.strip() and "\n" not in line and _row_cells(line) == cells else None


def _row_cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def _are_lines(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, str) and one for one in value)


def _lines(text: str) -> list[str]:
    lines: Iterable[str] = (line.strip() for line in text.split("\n"))
    found = [line for line in lines if line]
    return [] if found == [NONE_STATED] else found


def _item_line(item: Any) -> str | None:
    if not isinstance(item, dict) or not item.keys() <= {"number", "text", "competencies"}:
        return None
    number, text, refs = item.get("number"), item.get("text", ""), item.get("competencies")
    if not isinstance(text, str) or "\n" in text or (refs is not None and not _are_lines(refs)):
        return None
    return (f"{number}) " if number else "") + text + (f" [{', '.join(refs)}]" if refs else "")


def _item(line: str) -> dict[str, Any]:
    match = _ITEM.fullmatch(line)
    if match is None:
        return {"text": line}
    found: dict[str, Any] = {"number": match["number"]} if match["number"] else {}
    if match["text"]:
        found["text"] = match["text"]
    if match["refs"]:
        found["competencies"] = [one.strip() for one in match["refs"].split(",")]
    return found


def _use_text(use: Any) -> str | None:
    if isinstance(use, str):
        return use or None
    if isinstance(use, dict) and set(use) == {"number", "printed"}:
        return f"{use['number']} = {use['printed']}"
    if isinstance(use, dict) and set(use) == {"printed"}:
        return f"{_IN_WORDS} {use['printed']}"
    return None


def _use(part: str) -> Any:
    if part.startswith(_IN_WORDS):
        return {"printed": part.removeprefix(_IN_WORDS).strip()}
    match = _USE.fullmatch(part)
    return {"number": match["number"], "printed": match["printed"]} if match and match["printed"] else part
