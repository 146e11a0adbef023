"""`make release VERSION=0.2.0`: makes the commit and tag of a version, and a wheel and a source archive in dist/.

Works in a clone and fetches the result at the end, so a failed release changes nothing in the repository. Refuses
uncommitted changes, an existing tag, a version that is not later, and an empty changelog section. Pushes nothing; the
last line of the output is the command for that.
"""

from __future__ import annotations

import argparse
import datetime
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

VERSION = re.compile(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)")
_STATED = re.compile(r'^version = "(?P<version>[^"]+)"$', re.MULTILINE)
_UNRELEASED = re.compile(r"^## Unreleased\n(?P<text>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_ENTRY = re.compile(r"^- ", re.MULTILINE)
_WITH_VERSIONS = ("docs/published/codes.txt", "docs/published/addresses.txt", "generator/checks/retired.py")
"""Files with the version that introduced an entry; a version without a tag is replaced by the new one there."""


class ReleaseRefusedError(Exception):
    """Why there is no release."""


def make_release(repository: Path, version: str, day: datetime.date, out: Path) -> list[Path]:
    """Commit and tag a version in a repository, and write its archives into a folder; return their paths.

    Raises ReleaseRefusedError, without changes, if the version cannot be released.
    """
    stated = _check(repository, version)
    with tempfile.TemporaryDirectory(prefix="phaen-release-") as folder:
        work = Path(folder, "work")
        _git(repository, "clone", "--quiet", "--no-hardlinks", str(repository), str(work))
        notes = _write_version(work, stated, version, day)
        _identity(repository, work)
        _git(work, "commit", "--quiet", "--all", "--message", f"Release {version}")
        tag = f"v{version}"
        _git(work, "tag", "--annotate", tag, "--message", f"Phaen {version}\n\n{notes}", "--cleanup=verbatim")
        made = build_archives(work, Path(folder, "dist"))
        _begin_next(work, version)
        _git(repository, "fetch", "--quiet", str(work), "HEAD", f"refs/tags/{tag}:refs/tags/{tag}")
        _git(repository, "merge", "--quiet", "--ff-only", "FETCH_HEAD")
        out.mkdir(parents=True, exist_ok=True)
        return [Path(shutil.copy2(file, out)) for file in made]


def build_archives(source: Path, out: Path) -> list[Path]:
    """Build the source archive of a clean tree, and the wheel from that archive; return both paths.

    The wheel is built from the archive, so an archive that lacks a file fails here. Raises ReleaseRefusedError.
    """
    epoch = _git(source, "log", "-1", "--format=%ct").strip()
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(source)]
    done = subprocess.run(
        command, env={**os.environ, "SOURCE_DATE_EPOCH": epoch}, capture_output=True, text=True, check=False
    )
    made = sorted(out.glob("*")) if out.is_dir() else []
    if done.returncode or len(made) != 2:  # the archive and the wheel
        raise ReleaseRefusedError(f"the archives cannot be built:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return made


def unreleased(changelog: str) -> str:
    """Return the section "Unreleased" of a changelog; raise ReleaseRefusedError if it has no entry."""
    section = _UNRELEASED.search(changelog)
    if section is None:
        raise ReleaseRefusedError('CHANGELOG.md has no section "## Unreleased"')
    if not _ENTRY.search(section["text"]):
        raise ReleaseRefusedError('CHANGELOG.md says nothing under "## Unreleased"')
    return section["text"].strip()


def _check(repository: Path, version: str) -> str:
    """Return the version in pyproject.toml; raise ReleaseRefusedError if `version` cannot be released."""
    if not VERSION.fullmatch(version):
        raise ReleaseRefusedError(f"{version!r} is no version: three numbers, such as 0.2.0")
    if changes := _git(repository, "status", "--porcelain"):
        raise ReleaseRefusedError(f"the tree has changes that are not committed:\n{changes.rstrip()}")
    tags = _git(repository, "tag", "--list", "v*").split()
    if f"v{version}" in tags:
        raise ReleaseRefusedError(f"the tag v{version} exists")
    released = [_numbers(tag[1:]) for tag in tags if VERSION.fullmatch(tag[1:])]
    if released and _numbers(version) <= max(released):
        raise ReleaseRefusedError(f"{version} is not later than {'.'.join(map(str, max(released)))}")
    unreleased((repository / "CHANGELOG.md").read_text("utf-8"))
    stated = _STATED.search((repository / "pyproject.toml").read_text("utf-8"))
    if stated is None:
        raise ReleaseRefusedError("pyproject.toml states no version")
    return stated["version"]


def _write_version(work: Path, stated: str, version: str, day: datetime.date) -> str:
    """Write a version into pyproject.toml, the changelog and the lists of published things; return its notes."""
    project = work / "pyproject.toml"
    _write(project, _STATED.sub(f'version = "{version}"', project.read_text("utf-8"), count=1))
    changelog = work / "CHANGELOG.md"
    text = changelog.read_text("utf-8")
    notes = unreleased(text)
    heading = f"## Unreleased\n\n## {version} ({day.isoformat()})\n\n{notes}\n\n"
    _write(changelog, _UNRELEASED.sub(lambda _: heading, text, count=1).rstrip() + "\n")
    if f"v{stated}" not in _git(work, "tag", "--list").split():
        for name in _WITH_VERSIONS:
            file = work / name
            _write(file, re.sub(rf"(?<![0-9.]){re.escape(stated)}(?![0-9.])", version, file.read_text("utf-8")))
    return notes


def _begin_next(work: Path, version: str) -> None:
    """Commit the next patch version, so that new codes and addresses are not listed under the latest release."""
    major, minor, patch = _numbers(version)
    project = work / "pyproject.toml"
    _write(project, _STATED.sub(f'version = "{major}.{minor}.{patch + 1}"', project.read_text("utf-8"), count=1))
    _git(work, "commit", "--quiet", "--all", "--message", f"Begin the version after {version}")


def _write(file: Path, text: str) -> None:
    file.write_text(text, "utf-8", newline="\n")


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def _identity(repository: Path, work: Path) -> None:
    """Use the repository's author for commits in the clone."""
    for name in ("user.name", "user.email"):
        stated = subprocess.run(
            ["git", "-C", str(repository), "config", name], capture_output=True, text=True, check=False
        )
        if stated.returncode == 0:
            _git(work, "config", name, stated.stdout.strip())


def _git(repository: Path, *arguments: str) -> str:
    done = subprocess.run(["git", "-C", str(repository), *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise ReleaseRefusedError(f"git {arguments[0]}: {done.stderr.strip()}")
    return done.stdout


def main() -> int:
    """Make the release named on the command line; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("version", help="three numbers, such as 0.2.0")
    parser.add_argument("--repository", type=Path, default=Path(__file__).parents[1])
    options = parser.parse_args()
    out = options.repository / "dist"
    try:
        made = make_release(options.repository.resolve(), options.version, datetime.date.today(), out)  # noqa: DTZ011  # the releaser's calendar
    except ReleaseRefusedError as error:
        print(f"no release: {error}", file=sys.stderr)
        return 2
    for file in made:
        print(file)
    print(f"git push origin HEAD v{options.version}   # nothing has been pushed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
