"""What a verification finds: traces, each of one kind and with a weight; the words for them are in words/integrity.py.

A trace is evidence, not a verdict about a person: it says what is another than it was said to be, and where.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Weight(StrEnum):
    """What follows from a trace."""

    TAMPERED = "tampered"
    """Something is not what it was published as."""
    DECLARED = "declared"
    """Something was changed afterwards, and that is declared."""
    UNPROVEN = "unproven"
    """Something that nothing can be said about from what is here."""


class TraceKind(StrEnum):
    """What was found."""

    # Files of a site.
    FILE_CHANGED = "file_changed"
    FILE_MISSING = "file_missing"
    FILE_EXTRA = "file_extra"
    FILE_UNREADABLE = "file_unreadable"
    FILE_IS_LINK = "file_is_link"
    MANIFEST_MISSING = "manifest_missing"
    MANIFEST_UNREADABLE = "manifest_unreadable"
    MANIFEST_UNFIT = "manifest_unfit"
    """The manifest of an LAO or of the full text is not the one that the root names."""
    MANIFEST_OF_OTHER_LAO = "manifest_of_other_lao"
    MANIFEST_OF_OTHER_SITE = "manifest_of_other_site"
    TEXT_LEFT_OUT = "text_left_out"
    CONTENT_DIFFERS = "content_differs"
    """The folder of an LAO is not the one that a manifest names."""
    HISTORY_DIFFERS = "history_differs"
    """The content of an LAO is the same, the last commit that changed it another one, or none is known."""
    REBUILT_DIFFERENT = "rebuilt_different"
    LAO_GONE = "lao_gone"
    """An earlier manifest has an LAO that is not there now."""

    # Objects and commits of a repository.
    OBJECT_DAMAGED = "object_damaged"
    CHAIN_BROKEN = "chain_broken"
    SHALLOW = "shallow"
    REPLACEMENTS = "replacements"
    CLOCK_BACKWARDS = "clock_backwards"
    UNSIGNED = "unsigned"
    UNSIGNED_WITHOUT_POLICY = "unsigned_without_policy"
    SIGNATURE_BAD = "signature_bad"
    WRONG_KEY = "wrong_key"
    KEY_NOT_YET_VALID = "key_not_yet_valid"
    KEY_NO_LONGER_VALID = "key_no_longer_valid"
    KEY_REVOKED = "key_revoked"
    KEY_UNKNOWN = "key_unknown"
    """Signed, but nobody has said whose keys count."""
    KEY_EXPIRED_SINCE = "key_expired_since"
    """OpenPGP: the key has expired; whether before or after the commit, its owner alone knows."""
    COMMIT_REWRITTEN = "commit_rewritten"
    COMMIT_REMOVED = "commit_removed"
    COMMIT_REORDERED = "commit_reordered"
    COMMIT_GONE = "commit_gone"
    """Published once, and neither in the history nor in the repository: removed or rewritten."""
    REDACTED = "redacted"
    NOTHING_TO_COMPARE = "nothing_to_compare"


_DECLARED = frozenset({TraceKind.REDACTED})
_UNPROVEN = frozenset(
    {
        TraceKind.TEXT_LEFT_OUT,
        TraceKind.LAO_GONE,
        TraceKind.SHALLOW,
        TraceKind.REPLACEMENTS,
        TraceKind.CLOCK_BACKWARDS,
        TraceKind.UNSIGNED_WITHOUT_POLICY,
        TraceKind.KEY_UNKNOWN,
        TraceKind.KEY_EXPIRED_SINCE,
        TraceKind.NOTHING_TO_COMPARE,
    }
)


@dataclass(frozen=True, slots=True)
class Trace:
    """One thing that was found."""

    kind: TraceKind
    place: str
    """Path of a file below the site, or id of a commit or object."""
    code: str = ""
    """The LAO that it concerns, where it is known."""
    detail: str = ""
    """What was expected, or what git said; hostile text."""

    @property
    def weight(self) -> Weight:
        """What follows from it."""
        if self.kind in _DECLARED:
            return Weight.DECLARED
        return Weight.UNPROVEN if self.kind in _UNPROVEN else Weight.TAMPERED


@dataclass
class Verification:
    """What was looked at, and what was found."""

    target: str
    """`site` or `repository`."""
    traces: list[Trace] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    """How many of what were looked at: files, laos, commits, signed."""
    facts: dict[str, str] = field(default_factory=dict)
    """What an auditor may write down: SHA-256 of the root manifest, HEAD."""

    def add(self, traces: Iterable[Trace]) -> None:
        """Take what a check has found."""
        self.traces += traces

    @property
    def is_tampered(self) -> bool:
        """Whether anything is not what it was published as."""
        return any(trace.weight is Weight.TAMPERED for trace in self.traces)
