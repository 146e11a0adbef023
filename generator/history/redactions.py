"""Declared redactions: commits that were written anew because the published ones held what must not be public.

`phaen redact` writes a history anew and ends the message of each commit that it replaces with

    Redacts: <id of the replaced commit>
    Redacted-LAO: <code>                   (once for each LAO whose content it altered, in any of the commits)
    Redaction-Reason: <text>

A commit that is redacted twice names both ids. Whoever signs such a commit declares it; a redaction excuses the new id
of a commit and the altered content of the LAOs that it names, nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.history.commit_chain import Step

_TRAILER = re.compile(r"(?P<key>Redacts|Redacted-LAO|Redaction-Reason): *(?P<value>.*)")


@dataclass(frozen=True, slots=True)
class Redaction:
    """What a commit declares."""

    commit: str
    """The new one."""
    codes: frozenset[str]
    """LAOs whose content was altered."""
    reason: str
    """Hostile text."""


def find_redactions(steps: Iterable[Step]) -> dict[str, Redaction]:
    """Return what is declared, by the id of each commit that was replaced."""
    found: dict[str, Redaction] = {}
    for step in steps:
        if b"\nRedacts: " not in step.message:
            continue
        last = step.message.decode("utf-8", "replace").rstrip().rpartition("\n\n")[2]
        trailers = [match for line in last.split("\n") if (match := _TRAILER.fullmatch(line.strip()))]
        values = {key: [one["value"] for one in trailers if one["key"] == key] for key in _keys()}
        reason = " ".join(values["Redaction-Reason"])[:200]
        redaction = Redaction(step.commit, frozenset(values["Redacted-LAO"]), reason)
        found |= dict.fromkeys(values["Redacts"], redaction)
    return found


def _keys() -> tuple[str, ...]:
    return ("Redacts", "Redacted-LAO", "Redaction-Reason")
