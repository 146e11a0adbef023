"""Facts in a commit: time, author, message, and kind of signature. None of them is trusted.

Author, message and time are whatever the committer wrote.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.settings import BANGKOK

if TYPE_CHECKING:
    import pygit2

LONGEST_MESSAGE = 4_000
"""Most characters of a message kept."""
_LONGEST_NAME = 200
_EARLIEST, _LATEST = datetime.date(2005, 4, 7), datetime.date(2199, 12, 31)
"""From git's first commit to a day that no correct clock shows today."""


class SignatureKind(StrEnum):
    """Kind of signature in a commit; `phaen verify` checks whether it is genuine."""

    NONE = "none"
    SSH = "ssh"
    GPG = "gpg"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class CommitFacts:
    """Facts in a commit."""

    id: str
    published: datetime.date | None
    """Day of the commit in Thailand; None if its clock was obviously wrong."""
    author: str
    message: str
    """Trimmed; truncated if too long."""
    signature: SignatureKind


def read_commit(repository: pygit2.Repository, commit: str) -> CommitFacts | None:
    """Return the facts of a commit; None if it is not in the repository."""
    import pygit2  # late: the records above are for all, and a browser has no git

    try:
        found = repository[commit]
    except (pygit2.GitError, KeyError, ValueError):
        return None
    if not isinstance(found, pygit2.Commit):
        return None
    message = _text(found.raw_message[: 4 * LONGEST_MESSAGE]).strip()
    if len(message) > LONGEST_MESSAGE:
        message = f"{message[:LONGEST_MESSAGE].rstrip()} …"
    author = _text((found.author.raw_name or b"")[: 4 * _LONGEST_NAME]).strip()[:_LONGEST_NAME]
    return CommitFacts(str(found.id), _day(found.commit_time), author, message, _signature(found))


def _day(seconds: int) -> datetime.date | None:
    try:
        day = datetime.datetime.fromtimestamp(seconds, BANGKOK).date()
    except (ValueError, OverflowError, OSError):
        return None
    return day if _EARLIEST <= day <= _LATEST else None


def _signature(commit: pygit2.Commit) -> SignatureKind:
    import pygit2

    try:
        signature, _ = commit.gpg_signature
    except (pygit2.GitError, KeyError, ValueError):
        return SignatureKind.OTHER
    if not signature:
        return SignatureKind.NONE
    if b"BEGIN SSH SIGNATURE" in signature:
        return SignatureKind.SSH
    return SignatureKind.GPG if b"BEGIN PGP" in signature else SignatureKind.OTHER


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace").replace("\0", "")
