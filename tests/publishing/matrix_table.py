"""Prints the authorisation matrix as a table: each case with `phaen receive`, and with gitolite's own VREF/NAME.

    python -m tests.publishing.matrix_table [all]

`all` adds the slower cases. Both repositories are behind the same gitolite, over SSH on loopback.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

from tests.publishing.gitolite_server import GitoliteServer
from tests.publishing.push_cases import CASES, Case
from tests.publishing.push_server import Pushed, must_git


def main() -> None:
    """Run every case twice and print a line each."""
    with tempfile.TemporaryDirectory(prefix="phaen-matrix-") as folder:
        server = GitoliteServer(Path(folder))
        try:
            print("| case | VREF/NAME | phaen receive |\n|---|---|---|")  # noqa: T201  # a script
            for number, case in enumerate(CASES):
                if case.user and (not case.is_long or "all" in sys.argv):
                    names = _tried(server, "names", case, number)
                    ours = _tried(server, "plans", case, number)
                    line = f"| {case.name.replace('_', ' ')} | {_of_gitolite(names)} | {_of_ours(ours)} |"
                    print(line, flush=True)  # noqa: T201  # a script
        finally:
            server.stop()


def _tried(server: GitoliteServer, repository: str, case: Case, number: int) -> Pushed:
    bare = server.home / "repositories" / f"{repository}.git"
    office = server.clone(f"{repository}-{number}", repository)
    case.do(office)
    before = must_git(bare, "for-each-ref", "--format=%(refname) %(objectname)")
    pushed = office.push(*case.to, user=case.user, **case.settings)
    after = must_git(bare, "for-each-ref", "--format=%(refname) %(objectname)")
    for line in set(after.splitlines()) - set(before.splitlines()):
        must_git(bare, "update-ref", "-d", line.split()[0])
    for line in before.splitlines():
        must_git(bare, "update-ref", *line.split())
    return pushed


def _of_gitolite(pushed: Pushed) -> str:
    if pushed.is_accepted:
        return "**let in**"
    denied = re.search(r"DENIED by (\S+)", pushed.output)
    return f"refused by {denied[1]}" if denied else "refused by git"


def _of_ours(pushed: Pushed) -> str:
    if pushed.is_accepted:
        return "**let in**"
    codes = list(dict.fromkeys(re.findall(r"ผิดพลาด ([A-Z]+-[0-9]+)", pushed.output)))
    return f"refused: {', '.join(codes)}" if codes else "refused before it is read"


if __name__ == "__main__":
    main()
