"""Adds the hints and examples of a skeleton's form to a file written by the program.

A rolled-over plan gets the same explanations as a new one: those above the keys, and commented-out examples of what was
not taken over (the resolution, the announcement).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_KEY = re.compile(r"(?P<before>[ -]*)(?P<key>[a-z_0-9]+):")
_Hints = dict[tuple[str, str], list[str]]


@dataclass
class _Part:
    """A top-level key: the explanations above it, and its own lines."""

    key: str
    above: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    @property
    def is_example(self) -> bool:
        """Whether the form has it as a commented-out example."""
        return self.lines[0].startswith("# ")


def with_hints(text: str, form: str) -> str:
    """Return the text of a YAML file with the hints of a filled-in form with the same keys.

    Values are unchanged. Of the keys that only the form has, commented-out examples are added; its live examples are
    for empty files.
    """
    head, written = _parts(text)
    form_head, offered = _parts(form)
    left = {part.key: part for part in offered}
    for part in written:
        left.pop(part.key, None)
    hints = _hints(offered)
    above = {part.key: part.above for part in offered}
    out = [*head, *form_head, ""]
    for part in written:
        for example in _examples_before(part.key, offered):
            if left.pop(example.key, None):
                out += [*example.above, *example.lines]
        out += above.get(part.key, [])
        for line in part.lines:
            out += [*_hints_for(line, part.key, hints), line]
    for example in left.values():
        out += [*example.above, *example.lines] if example.is_example else []
    return "\n".join(out) + "\n"


def _parts(text: str) -> tuple[list[str], list[_Part]]:
    """Return the lines that explain the whole file, up to the first empty one, and the top-level keys."""
    first, gap, rest = text.rstrip("\n").partition("\n\n")
    head = first.split("\n") if gap and first.startswith("## ") else []
    parts: list[_Part] = []
    above: list[str] = []
    for line in (rest if head else text.rstrip("\n")).split("\n"):
        bare = line.removeprefix("# ")
        if line.startswith("## "):
            above.append(line)
        elif bare[:1].isalpha() and (match := _KEY.match(bare)):
            parts.append(_Part(match["key"], above, [line]))
            above = []
        elif parts:
            parts[-1].lines.append(line)
    return head, parts


def _examples_before(key: str, offered: list[_Part]) -> list[_Part]:
    """Return the examples before a key in the form."""
    keys = [part.key for part in offered]
    return [part for part in offered[: keys.index(key)] if part.is_example] if key in keys else []


def _hints(parts: list[_Part]) -> _Hints:
    """Return the explanations of nested keys, by top-level key and own key."""
    found: _Hints = {}
    for part in parts:
        above: list[str] = []
        for line in part.lines[1:] if not part.is_example else ():
            if line.lstrip().startswith("## "):
                above.append(line.strip())
            elif match := _KEY.match(line):
                if above:
                    found.setdefault((part.key, match["key"]), above)
                above = []
    return found


def _hints_for(line: str, part: str, hints: _Hints) -> list[str]:
    """Return the explanations of a key at its first occurrence, indented like the line."""
    match = _KEY.match(line)
    if match is None:
        return []
    indent = " " * (len(match["before"]) - len(match["before"].lstrip()))
    return [indent + hint for hint in hints.pop((part, match["key"]), ())]
