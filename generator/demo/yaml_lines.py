"""Writes the same YAML as `drafting.yaml_writer` in a third of the time.

A nation is half a gigabyte of YAML with repeated values: lines are formatted here, and only values that may need quotes
go through the real writer, once each.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import cast

from generator.drafting.yaml_writer import Data, yaml_scalar, yaml_text

_PLAIN = re.compile("[ก-ฮเ-ไ๐-๙0-9A-Za-z](?:[ก-ฺเ-๎๐-๙0-9A-Za-z.,()/%-]| (?! ))*(?<! )")
"""Texts that need no quotes except inside `[ ]`."""
_NOTHING = frozenset({"null", "Null", "NULL"})


def lines_of(data: Mapping[str, Data] | Sequence[Data]) -> str:
    """Return data as YAML, with the same bytes as `yaml_text`."""
    lines: list[str] = []
    if isinstance(data, Mapping):
        _mapping(data, "", "", lines)
    else:
        _items(data, "  ", lines)
    return "\n".join(lines) + "\n"


def _mapping(data: Mapping[str, Data], first: str, indent: str, lines: list[str]) -> None:
    """Add the lines of a group; `first` is the prefix of its first line, `indent` of the others."""
    before = first
    for key, value in data.items():
        if isinstance(value, str):
            lines.append(f"{before}{key}: {_scalar(value)}")
        elif isinstance(value, Mapping):
            lines.append(f"{before}{key}:" if value else f"{before}{key}: {{}}")
            _mapping(value, f"{indent}  ", f"{indent}  ", lines)
        elif all(isinstance(one, str) for one in value):
            head, *rest = _texts(tuple(cast("Sequence[str]", value))).split("\n")
            lines.append(f"{before}{key}:{head}")
            lines += [f"{indent}{line}" for line in rest]
        else:
            lines.append(f"{before}{key}:")
            _items(value, f"{indent}  ", lines)
        before = indent


def _items(data: Sequence[Data], indent: str, lines: list[str]) -> None:
    for one in data:
        if isinstance(one, Mapping) and one:
            _mapping(one, f"{indent}- ", f"{indent}  ", lines)
        elif isinstance(one, str):
            lines.append(f"{indent}- {_scalar(one)}")
        else:
            raise TypeError(f"not written here: a list that holds {one!r}")


def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) and text not in _NOTHING else _quoted(text)


@lru_cache(maxsize=20_000)
def _quoted(text: str) -> str:
    return yaml_scalar(text)


@lru_cache(maxsize=20_000)
def _texts(texts: tuple[str, ...]) -> str:
    """Return the value after `key:` for a list of texts."""
    return yaml_text({"k": list(texts)}).removeprefix("k:").rstrip("\n")
