"""Searches for the content folder and mkdocs.yml in the current folder and every folder above.

The command-line option, if given, in; a path out, relative if the folder is the current one.
"""

from __future__ import annotations

from pathlib import Path

_CONTENT = "content"
_CONFIG = "mkdocs.yml"


def find_content(given: Path | None) -> Path:
    """Return the folder of `--content`, else the nearest `content` upwards that has plans/.

    If there is none, returns `content` in the current folder, so that the command's error names it.
    """
    if given is not None:
        return given
    if Path(_CONTENT).is_dir():  # even an empty one, for `phaen new`
        return Path(_CONTENT)
    above = (folder / _CONTENT for folder in Path.cwd().parents)
    return next((folder for folder in above if _is_content(folder)), Path(_CONTENT))


def find_config(given: Path | None) -> Path:
    """Return the file of `--config`, else the nearest mkdocs.yml upwards, else its path in the current folder."""
    if given is not None:
        return given
    if Path(_CONFIG).is_file():
        return Path(_CONFIG)
    above = (folder / _CONFIG for folder in Path.cwd().parents)
    return next((file for file in above if file.is_file()), Path(_CONFIG))


def default_out(given: Path | None, config: Path) -> Path:
    """Return the output folder: the given one, else `site` beside the mkdocs.yml that was searched for."""
    return Path("site") if given is not None else config.parent / "site"


def _is_content(folder: Path) -> bool:
    # A symlink counts too: the command's error on it says more than searching further up.
    return (folder / "plans").is_dir() or (folder / "plans").is_symlink()
