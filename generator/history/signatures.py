"""Checks the signatures of commits with git, against the keys valid when each commit was made.

Allowed signers (see ssh-keygen(1)) come from the file given by the user, else from the file `allowed_signers` of the
repository in the commit before, so that no commit can admit its own key. Git compares the validity times in it with the
committer's clock. OpenPGP signatures are checked against the user's own keyring.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from generator.errors import UsageError
from generator.history.commit_chain import ChainLink
from generator.history.git_command import Git
from generator.history.integrity import Trace, TraceKind

POLICY = "allowed_signers"
"""File at the root of a repository that lists the allowed signers."""
_AT_ONCE = 200
"""Commits per run of git: large enough to amortise its start, small enough to run in parallel."""
_AFTER = re.compile(r'\bvalid-after="?[0-9]+Z?"?,?', re.IGNORECASE)
_BEFORE = re.compile(r'\bvalid-before="?[0-9]+Z?"?,?', re.IGNORECASE)
_OPENPGP = {
    "B": TraceKind.SIGNATURE_BAD,
    "R": TraceKind.KEY_REVOKED,
    "X": TraceKind.KEY_EXPIRED_SINCE,
    "Y": TraceKind.KEY_EXPIRED_SINCE,
}
_GOOD = ("G", "U")
"""`U` is OpenPGP with a key in the user's keyring without a trust level."""


def check_signatures(git: Git, steps: Sequence[ChainLink], given: Path | None) -> tuple[list[Trace], int]:
    """Return traces of signatures in the order of the commits, and the number of valid ones."""
    if shutil.which("ssh-keygen") is None and any(step.signature == "ssh" for step in steps):
        raise UsageError("ไม่พบโปรแกรม ssh-keygen ซึ่งใช้ตรวจลายมือชื่อ ให้ติดตั้ง OpenSSH รุ่น 8.9 ขึ้นไปก่อน")
    by_policy: dict[str | None, list[ChainLink]] = {}
    whole = given.read_text("utf-8", "replace") if given else None
    policies = dict.fromkeys((step.commit for step in steps), whole) if given else _policies(git, steps)
    for step in steps:
        by_policy.setdefault(policies[step.commit], []).append(step)
    has_gpg = shutil.which("gpg") is not None
    found: dict[str, TraceKind] = {}
    for policy, below in by_policy.items():
        unsigned = TraceKind.UNSIGNED_WITHOUT_POLICY if policy is None else TraceKind.UNSIGNED
        found |= {step.commit: unsigned for step in below if not step.signature}
        found |= dict(_of_ssh(git, [step.commit for step in below if step.signature == "ssh"], policy))
        others = [step.commit for step in below if step.signature not in ("", "ssh")]
        for commit, letter in _letters(git, others, None).items():
            if letter not in _GOOD:
                nobody = TraceKind.KEY_UNKNOWN if policy is None or not has_gpg else TraceKind.WRONG_KEY
                found[commit] = _OPENPGP.get(letter, nobody)
    signed = sum(bool(step.signature) for step in steps)
    wrong = sum(bool(step.signature) and step.commit in found for step in steps)
    return [Trace(found[step.commit], step.commit) for step in steps if step.commit in found], signed - wrong


def _policies(git: Git, steps: Sequence[ChainLink]) -> dict[str, str | None]:
    """Return the policy for every commit, None if the commit before has none. The oldest commit uses its own."""
    names = [f"{step.parent or step.commit}:{POLICY}" for step in steps]
    lines = git.run("cat-file", "--batch-check=%(objecttype) %(objectname)", given=names).lines
    blobs = [line[5:] if line.startswith("blob ") else None for line in lines]
    texts = {blob: git.run("cat-file", "blob", blob).out.decode("utf-8", "replace") for blob in {*blobs} if blob}
    return {step.commit: texts.get(blob or "") for step, blob in zip(steps, blobs, strict=True)}


def _of_ssh(git: Git, commits: Sequence[str], policy: str | None) -> Iterator[tuple[str, TraceKind]]:
    """Yield the problems of SSH signatures; the failed condition of a key is found by removing conditions."""
    rest = _unless(_letters(git, commits, policy or ""), "G")
    # The signature alone, for any signer: a key not for commits (`namespaces=`) is reported as bad too.
    bad = [commit for commit, letter in _letters(git, rest, "").items() if letter != "U"]
    yield from ((commit, TraceKind.SIGNATURE_BAD) for commit in bad)
    rest = [commit for commit in rest if commit not in set(bad)]
    if policy is None:
        yield from ((commit, TraceKind.KEY_UNKNOWN) for commit in rest)
        return
    for kind, looser in (
        (TraceKind.KEY_NOT_YET_VALID, _without(policy, _AFTER)),
        (TraceKind.KEY_NO_LONGER_VALID, _without(policy, _BEFORE)),
    ):
        left = _unless(_letters(git, rest, looser), "G") if looser != policy else rest
        yield from ((commit, kind) for commit in rest if commit not in set(left))
        rest = left
    yield from ((commit, TraceKind.WRONG_KEY) for commit in rest)


def _without(policy: str, condition: re.Pattern[str]) -> str:
    """Return a policy without a condition of its keys, and without a comma left at the end of the options."""
    return re.sub(r",(?=[ \t])", "", condition.sub("", policy))


def _unless(letters: Mapping[str, str], good: str) -> list[str]:
    return [commit for commit, letter in letters.items() if letter != good]


def _letters(git: Git, commits: Sequence[str], policy: str | None) -> dict[str, str]:
    """Return git's letter for the signature of each commit, as in `%G?` of git-log(1)."""
    if not commits:
        return {}
    with tempfile.TemporaryDirectory(prefix="phaen-") as folder:
        signers = Path(folder) / "allowed_signers"
        signers.write_text(policy or "", "utf-8")
        asking = Git(git.folder, {"gpg.ssh.allowedSignersFile": str(signers)}, git.environment)
        parts = [commits[start : start + _AT_ONCE] for start in range(0, len(commits), _AT_ONCE)]
        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            answers = pool.map(lambda part: _asked(asking, part), parts)
            # Commits that git omits count as not checkable.
            return {**dict.fromkeys(commits, "E"), **dict(pair for answer in answers for pair in answer)}


def _asked(git: Git, commits: Iterable[str]) -> list[tuple[str, str]]:
    answer = git.run("log", "--no-walk=unsorted", "--stdin", "--format=%H %G?", given=commits)
    return [(line[:-2], line[-1]) for line in answer.lines]
