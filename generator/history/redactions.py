"""Declared redactions: commits that replace published ones because those contained non-public data.

`phaen redact` rewrites a history and ends the message of each replacing commit with

    Redacts: <id of the replaced commit>
    Redacted-LAO: <code>                   (one line per LAO whose content it altered, in any of the commits)
    Redaction-Date: <day, as 2026-11-28>
    Redaction-Reason: <text>

A commit redacted twice names both ids. The signer of such a commit declares the redaction; it justifies only the new
commit id and the altered content of the LAOs that it names.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from generator.history.commit_chain import ChainLink

_REPLACED, _CODE, _DAY, _REASON = "Redacts", "Redacted-LAO", "Redaction-Date", "Redaction-Reason"
_TRAILER = re.compile(rf"(?P<key>{_REPLACED}|{_CODE}|{_DAY}|{_REASON}): *(?P<value>.*)")
LONGEST_REASON = 200
"""Most characters of a reason kept."""


@dataclass(frozen=True, slots=True)
class Redaction:
    """Declaration in a commit."""

    commit: str
    """The new commit."""
    codes: frozenset[str]
    """LAOs with altered content."""
    reason: str
    """Untrusted text."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """Declaration shared by all commits of one redaction."""

    codes: tuple[str, ...]
    """LAOs with altered content, sorted."""
    day: str
    """As `2026-11-28`."""
    reason: str
    """One line, public."""


class Tombstone(NamedTuple):
    """Public notice of a redaction, without the removed data."""

    day: datetime.date | None
    """None if the commit states no valid day."""
    reason: str
    """Untrusted text."""


def find_redactions(steps: Iterable[ChainLink]) -> dict[str, Redaction]:
    """Return the declared redactions, by id of each replaced commit."""
    found: dict[str, Redaction] = {}
    for step in steps:
        if f"\n{_REPLACED}: ".encode() not in step.message:
            continue
        _, trailers = _split(step.message.decode("utf-8", "replace"))
        codes = frozenset(_values(trailers, _CODE))
        reason = " ".join(_values(trailers, _REASON))[:LONGEST_REASON]
        found |= dict.fromkeys(_values(trailers, _REPLACED), Redaction(step.commit, codes, reason))
    return found


def declare(message: bytes, replaced: str, declaration: Declaration) -> bytes:
    """Return the message of the replacing commit; earlier declarations in it stay."""
    text, trailers = _split(message.decode("utf-8", "surrogateescape"))
    codes = [(_CODE, code) for code in declaration.codes if (_CODE, code) not in trailers]
    own = [(_REPLACED, replaced), *codes, (_DAY, declaration.day), (_REASON, declaration.reason)]
    lines = [f"{key}: {value}" for key, value in (*trailers, *own)]
    return ("\n".join([f"{text}\n", *lines]) + "\n").encode("utf-8", "surrogateescape")


def without_declaration(message: str) -> str:
    """Return a message as its author wrote it."""
    return _split(message)[0] if f"\n{_REPLACED}: " in message else message


def declared_in(message: str, codes: Collection[str]) -> tuple[Tombstone, ...]:
    """Return the redactions that a commit declares for one of these LAOs."""
    if f"\n{_REPLACED}: " not in message:
        return ()
    trailers = _split(message)[1]
    if not {*codes} & {*_values(trailers, _CODE)}:
        return ()
    pairs = zip(_values(trailers, _DAY), _values(trailers, _REASON), strict=False)
    return tuple(Tombstone(_day(day), reason[:LONGEST_REASON]) for day, reason in pairs)


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def _split(message: str) -> tuple[str, list[tuple[str, str]]]:
    """Return a message without its last paragraph, and that paragraph's lines, if it declares a redaction."""
    before, _, last = message.rstrip().rpartition("\n\n")
    matches = [_TRAILER.fullmatch(line.strip()) for line in last.split("\n")]
    trailers = [(match["key"], match["value"]) for match in matches if match]
    if len(trailers) < len(matches) or not any(key == _REPLACED for key, _ in trailers):
        return message.rstrip(), []
    return before, trailers


def _values(trailers: Iterable[tuple[str, str]], key: str) -> list[str]:
    return [value for name, value in trailers if name == key]
