"""Verifies a repository: traces of any difference from the published history."""

from __future__ import annotations

from pathlib import Path

from generator.history.commit_chain import conditions, first_parents, read_steps
from generator.history.git_command import open_repository
from generator.history.integrity import Verification
from generator.history.manifests import RootManifest
from generator.history.object_check import damage
from generator.history.published_before import History, compare_commits, compare_manifest
from generator.history.signatures import POLICY, check_signatures


def verify_repository(
    folder: Path, earlier: RootManifest | tuple[str, ...] | None = None, allowed_signers: Path | None = None
) -> Verification:
    """Return the verification of HEAD's history; damage is reported, and the rest is still checked.

    Raises UsageError if the folder is no repository, or git or ssh-keygen is not installed.
    """
    git = open_repository(folder)
    found = Verification("repository")
    commits, broken = first_parents(git)
    found.add(broken)
    found.add(damage(git))
    steps = list(read_steps(git, commits))
    found.add(conditions(git, commits, steps))
    traces, valid = check_signatures(git, steps, allowed_signers)
    found.add(traces)
    if earlier is not None and steps:
        history = History(git, steps)
        found.add(
            compare_commits(history, earlier) if isinstance(earlier, tuple) else compare_manifest(history, earlier)
        )
    found.counts = {"commits": len(commits), "signed": sum(bool(step.signature) for step in steps), "valid": valid}
    found.facts = {"commit": commits[0] if commits else "", "policy": str(allowed_signers or POLICY)}
    return found
