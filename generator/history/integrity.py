"""Results of a verification: traces, each with a kind and a weight; their words are in words/integrity.py.

A trace is evidence, not a verdict about a person: it states what differs from the record, and where.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Weight(StrEnum):
    """Significance of a trace."""

    TAMPERED = "tampered"
    """Something differs from what was published."""
    DECLARED = "declared"
    """Something was changed afterwards, with a declaration."""
    UNPROVEN = "unproven"
    """Something that cannot be verified from the available data."""


class TraceKind(StrEnum):
    """Kinds of traces."""

    # Files of a site.
    FILE_CHANGED = "file_changed"
    FILE_MISSING = "file_missing"
    FILE_EXTRA = "file_extra"
    FILE_UNREADABLE = "file_unreadable"
    FILE_IS_LINK = "file_is_link"
    MANIFEST_MISSING = "manifest_missing"
    MANIFEST_UNREADABLE = "manifest_unreadable"
    MANIFEST_UNFIT = "manifest_unfit"
    """The manifest of an LAO or of the full text differs from the one that the root lists."""
    MANIFEST_OF_OTHER_LAO = "manifest_of_other_lao"
    MANIFEST_OF_OTHER_SITE = "manifest_of_other_site"
    TEXT_LEFT_OUT = "text_left_out"
    CONTENT_DIFFERS = "content_differs"
    """The folder of an LAO differs from the one in a manifest."""
    HISTORY_DIFFERS = "history_differs"
    """The content of an LAO is equal, but the last commit that changed it differs or is unknown."""
    REBUILT_DIFFERENT = "rebuilt_different"
    LAO_GONE = "lao_gone"
    """An LAO in an earlier manifest is missing now."""

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
    """Signed, but no allowed signers are given."""
    KEY_EXPIRED_SINCE = "key_expired_since"
    """OpenPGP: the key has expired; only its owner knows whether before or after the commit."""
    COMMIT_REWRITTEN = "commit_rewritten"
    COMMIT_REMOVED = "commit_removed"
    COMMIT_REORDERED = "commit_reordered"
    COMMIT_GONE = "commit_gone"
    """Published, but missing from history and repository: deleted or rewritten."""
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
    """One result of a verification."""

    kind: TraceKind
    place: str
    """Path of a file below the site, or id of a commit or object."""
    code: str = ""
    """The LAO concerned, if known."""
    detail: str = ""
    """The expected value, or git's message; untrusted text."""

    @property
    def weight(self) -> Weight:
        """Its significance."""
        if self.kind in _DECLARED:
            return Weight.DECLARED
        return Weight.UNPROVEN if self.kind in _UNPROVEN else Weight.TAMPERED


@dataclass
class Verification:
    """What was checked, and the traces found."""

    target: str
    """`site` or `repository`."""
    traces: list[Trace] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    """Numbers of checked files, laos, commits and signed commits."""
    facts: dict[str, str] = field(default_factory=dict)
    """Values for an auditor's record: SHA-256 of the root manifest, HEAD."""

    def add(self, traces: Iterable[Trace]) -> None:
        """Add the traces of a check."""
        self.traces += traces

    @property
    def is_tampered(self) -> bool:
        """Whether anything differs from what was published."""
        return any(trace.weight is Weight.TAMPERED for trace in self.traces)
