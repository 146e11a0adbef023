"""Wheels of the working tree, and environments in which they are installed."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

from tests.building_blocks import ROOT


def tracked_files() -> list[str]:
    """Return the files of the working tree that git does not ignore, as paths below it."""
    listed = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True,
        text=True,
        check=True,
    )
    return [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def copy_of_tree(folder: Path) -> Path:
    """Copy the tracked files of the working tree into a repository with one commit; return its folder."""
    for name in tracked_files():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target)
    who = ("-c", "user.name=test", "-c", "user.email=test@example.invalid")
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", str(folder)], check=True)
    subprocess.run(["git", "-C", str(folder), "add", "--all", "--force"], check=True)
    subprocess.run(["git", "-C", str(folder), *who, "commit", "--quiet", "--message", "copy"], check=True)
    return folder


class Installation:
    """A fresh environment with a wheel in it, and an empty folder to work in."""

    def __init__(self, folder: Path, wheel: Path, *, from_index: bool) -> None:
        """Install a wheel, with its dependencies from the package index or with those of this environment."""
        self.folder = folder / "site"
        self.folder.mkdir(parents=True)
        self._bin = folder / "env" / "bin"
        venv.create(folder / "env", with_pip=from_index)
        python = str(self._bin / "python")
        if from_index:
            pip, how = [python, "-m", "pip"], ["-c", str(ROOT / "constraints.txt")]
        else:
            # Dependencies only: Python reads no .pth file of a folder that a .pth file names, so this checkout, which
            # is installed as editable by such a file, stays out.
            here = Path(sysconfig.get_path("purelib", vars={"base": str(folder / "env"), "platbase": ""}))
            here.joinpath("dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
            pip, how = [sys.executable, "-m", "pip", "--python", python], ["--no-deps", "--no-index"]
        self._run(*pip, "install", "--quiet", "--disable-pip-version-check", *how, str(wheel))

    def phaen(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a command in the folder, with nothing of this checkout on its path."""
        return self._run(str(self._bin / "phaen"), *arguments)

    def python(self, program: str) -> str:
        """Return what a program prints."""
        return self._run(str(self._bin / "python"), "-c", program).stdout

    def _run(self, *command: str) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": "/usr/bin:/bin", "HOME": str(self.folder.parent), "PYTHAINLP_READ_ONLY": "1"}
        done = subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
        return done
