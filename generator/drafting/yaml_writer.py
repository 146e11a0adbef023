"""Writes plain data as YAML that `reading` reads without findings. Same data, same bytes.

Reading treats every scalar as text, so `2567` and `no` need no quotes; values that would confuse people (starting with
a quotation mark, or empty) are quoted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import yaml

Data: TypeAlias = "Mapping[str, Data] | Sequence[Data] | str"


class Blank(str):
    """A key left empty for an officer to fill in: `budget:` without a value, which means *not stated*."""

    __slots__ = ()


_LONGEST_IN_ONE_LINE = 90
"""Most characters of a list or an entry written on one line."""
# Quoted although valid unquoted: values that reading reports as typical beginners' mistakes.
_LOOKS_LIKE_A_SLIP = re.compile(
    r"^$"
    r"|^(?:null|Null|NULL)$"  # reading treats them as no value
    r"|^[\u2018\u2019\u201c\u201d\u00ab\u00bb~]"  # curly quotes; a lone `~` means null elsewhere
    r"|^[-?:,\[\]{}#&*!|>'\"%@`]"
    r"|: ?|#"
    r"|[\u00a0\u2000-\u200f\u202a-\u202f\u205f-\u2064\u2066-\u2069\u3000\ufeff\u00ad\u180e]"
    r"|^\s|\s$"
)

_UNWRITABLE = re.compile("[^\n\t -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


class _Dumper(yaml.SafeDumper):
    """Text only: no scalar becomes a number, a date or a boolean.

    Not libyaml's emitter: it cannot indent lists under their key, and there is none in the browser.
    """

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  # PyYAML's own class attribute

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002  # PyYAML's signature
        """Never write anchors: the content format has none."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002  # PyYAML's signature
        """Indent lists under their key, as the examples of the format do."""
        super().increase_indent(flow, indentless=False)


def yaml_text(data: Mapping[str, Data] | Sequence[Data]) -> str:
    """Return data as YAML: Thai unescaped, no folded lines, keys in the given order, lists indented under their key.

    Characters forbidden in content files (controls, byte order marks) are removed.
    """
    text: str = yaml.dump(
        data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=2**20, default_flow_style=False
    )
    return text


def yaml_scalar(text: str) -> str:
    """Return a text in its form after `key: `."""
    return yaml_text({"k": text}).removeprefix("k: ").rstrip("\n")


def _represent_text(dumper: Any, text: str) -> Any:
    text = _UNWRITABLE.sub("", text)
    style = None
    if _LOOKS_LIKE_A_SLIP.search(text):
        style = "'" if "\n" not in text and text.isprintable() else '"'
    elif "\n" in text or not text.isprintable():
        style = '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _represent_blank(dumper: Any, blank: Blank) -> Any:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(blank))


def _represent_list(dumper: Any, items: Sequence[Any]) -> Any:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=_fits_one_line(items))


def _represent_mapping(dumper: Any, mapping: Mapping[str, Any]) -> Any:
    return dumper.represent_mapping("tag:yaml.org,2002:map", mapping.items(), flow_style=not mapping)


def _fits_one_line(items: Sequence[Any]) -> bool:
    if not all(isinstance(item, str) for item in items):
        return False
    # Reading reports a bracket that closes in a later item as one text with commas.
    is_whole = all(item.count("(") == item.count(")") for item in items)
    return is_whole and sum(len(item) + 2 for item in items) <= _LONGEST_IN_ONE_LINE


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(Blank, _represent_blank)
_Dumper.add_representer(list, _represent_list)
_Dumper.add_representer(tuple, _represent_list)
_Dumper.add_representer(dict, _represent_mapping)
