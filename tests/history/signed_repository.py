"""A repository of plans with signed commits, made by git and ssh-keygen as in an office."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from generator.history.manifests import LaoMark, RootManifest
from generator.reading.content_tree import DiskTree
from generator.reading.folders import find_lao_folders
from generator.reading.recorded_folder import fingerprint_folder

START = 1_704_067_200
"""2024-01-01: time of the first commit; each further one is a day later."""
DAY = 86_400
ONE, OTHER = "5999901", "5999902"


class SignedRepository:
    """A work tree with content for two LAOs, one commit per change."""

    def __init__(self, folder: Path) -> None:
        """Make the repository and two keys."""
        self.folder, self.keys = folder / "repository", folder / "keys"
        self.keys.mkdir(parents=True)
        for name in ("officer", "stranger"):
            arguments = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(self.keys / name)]
            subprocess.run(arguments, check=True)
        self.git("init", "-q", "-b", "main", str(self.folder), where=folder)
        self._days = 0

    def git(self, *arguments: str, where: Path | None = None, given: bytes = b"", day: int = 0) -> str:
        """Run git as an officer, with the clock set to a day."""
        at = f"{START + day * DAY} +0700"
        who = {f"GIT_{role}_{part}": value for role in ("AUTHOR", "COMMITTER") for part, value in _WHO.items()}
        environment = {
            **{"PATH": os.environ["PATH"], "HOME": str(self.keys), "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C"},
            **{"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at, **who},
            **{name: value for name, value in os.environ.items() if name == "GNUPGHOME"},
        }
        done = subprocess.run(
            ["git", "-c", "gpg.format=ssh", *arguments],
            cwd=where or self.folder,
            env=environment,
            input=given,
            capture_output=True,
            check=True,
        )
        return done.stdout.decode("utf-8", "replace").strip()

    def write(self, path: str, text: str) -> None:
        """Write a file into the work tree."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")

    def commit(self, message: str, *, key: str | None = "officer", day: int | None = None) -> str:
        """Commit the whole work tree; return the commit."""
        self._days += 1
        sign = ["-S", f"--gpg-sign={self.keys / key}"] if key else ["--no-gpg-sign"]
        self.git("add", "--all")
        at = self._days if day is None else day
        self.git("commit", "-q", "--allow-empty", "-F", "-", *sign, given=message.encode(), day=at)
        return self.head

    def plan(self, code: str, text: str, **how: str | None) -> str:
        """Change an LAO's plan and commit it; return the commit."""
        self.write(f"plans/{code}-x/lao.yml", f"code: {code}\n")
        self.write(f"plans/{code}-x/2567-2569/plan.yml", text)
        return self.commit(f"{code}: {text}", **how)  # type: ignore[arg-type]  # keywords by name; a wrong one fails at once

    @property
    def head(self) -> str:
        """The last commit."""
        return self.git("rev-parse", "HEAD")

    def signers(self, options: str = "", *, key: str = "officer") -> Path:
        """Write an allowed-signers file with one key."""
        kind, public = (self.keys / f"{key}.pub").read_text("ascii").split()[:2]
        file = self.keys / "allowed_signers"
        file.write_text(f"officer@example.go.th {options} {kind} {public}\n".replace("  ", " "), "ascii")
        return file

    def manifest(self) -> RootManifest:
        """The root manifest of a site built from the current work tree."""
        tree = DiskTree(self.folder)
        laos = {}
        for code, paths in find_lao_folders(tree, ())[0].items():
            commit = self.git("log", "--first-parent", "-1", "--format=%H", "--", paths[0])
            laos[code] = LaoMark("0" * 64, fingerprint_folder(tree, paths[0]), commit)
        return RootManifest("", self.head, laos, {})


_WHO = {"NAME": "officer", "EMAIL": "officer@example.go.th"}
