"""Hash of everything besides content that changes pages: the program, its templates and libraries."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_BUILT_ON = (
    *("jinja2", "markdown", "markdown-it-py", "markupsafe", "mkdocs", "mkdocs-material", "nh3", "pydantic"),
    *("pythainlp", "pyyaml", "typst", "pikepdf", "xlsxwriter", "fontpkg-sarabun", "fonttools", "holidays"),
    *("rapidfuzz", "rcssmin", "tinycss2"),
)
"""Libraries whose next version may change a page or a finding."""


_MAKE_NO_PAGE = ("cli", "drafting", "demo", "publishing")


@cache
def program_fingerprint() -> str:
    """Return the hash of this installation, without the packages that make no page (commands, drafting, publishing)."""
    suffixes = (".py", ".jinja", ".yml", ".json", ".txt", ".typ")
    files = (file for file in _PACKAGE.rglob("*") if file.suffix in suffixes)
    own = (file for file in files if file.relative_to(_PACKAGE).parts[0] not in _MAKE_NO_PAGE)
    return digest_of([sys.version, *(f"{name} {version(name)}" for name in _BUILT_ON), files_digest(_PACKAGE, own)])


def folder_digest(folder: Path) -> str:
    """Return the hash of a folder: paths and bytes of files, path and kind of anything else.

    Symlinks are not followed.
    """
    kinds = [(entry, _kind(entry)) for entry in sorted(folder.rglob("*"))]
    others = [(entry.relative_to(folder).as_posix(), kind) for entry, kind in kinds if kind != "file"]
    files = files_digest(folder, (entry for entry, kind in kinds if kind == "file"))
    return digest_of([_kind(folder), others, files])


def _kind(entry: Path) -> str:
    if entry.is_symlink():
        return "link"
    return "file" if entry.is_file() else "folder" if entry.is_dir() else "other"


def files_digest(folder: Path, files: Iterable[Path]) -> str:
    """Return the hash of given files below a folder."""
    return digest_of(
        [
            f"{file.relative_to(folder).as_posix()} {hashlib.sha256(file.read_bytes()).hexdigest()}"
            for file in sorted(files)
        ]
    )


def digest_of(parts: Iterable[object]) -> str:
    """Return the hash of several values, by their `repr`."""
    return hashlib.sha256(repr(list(parts)).encode("utf-8", "surrogatepass")).hexdigest()
