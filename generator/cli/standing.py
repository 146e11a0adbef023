"""Where a command was given: the content folder and mkdocs.yml are looked for there and in every folder above.

Comes in: what the command line says, if anything. Goes out: a path, relative where the folder is the current one.
"""

from __future__ import annotations

from pathlib import Path

_CONTENT = "content"
_CONFIG = "mkdocs.yml"


def find_content(given: Path | None) -> Path:
    """Return the folder that `--content` names, else the nearest `content` upwards that holds plans/.

    Where there is none, the one that would be here: the command refuses it by name.
    """
    if given is not None:
        return given
    if Path(_CONTENT).is_dir():  # even an empty one: `phaen new` fills it
        return Path(_CONTENT)
    above = (folder / _CONTENT for folder in Path.cwd().parents)
    return next((folder for folder in above if _is_content(folder)), Path(_CONTENT))


def find_config(given: Path | None) -> Path:
    """Return the file that `--config` names, else the nearest mkdocs.yml upwards, else the one that would be here."""
    if given is not None:
        return given
    if Path(_CONFIG).is_file():
        return Path(_CONFIG)
    above = (folder / _CONFIG for folder in Path.cwd().parents)
    return next((file for file in above if file.is_file()), Path(_CONFIG))


def default_out(given: Path | None, config: Path) -> Path:
    """Return the folder that a site is written to unless told: `site` beside an mkdocs.yml that was looked for."""
    return Path("site") if given is not None else config.parent / "site"


def _is_content(folder: Path) -> bool:
    # A link counts as well: the command refuses it by name, which tells more than to look further up.
    return (folder / "plans").is_dir() or (folder / "plans").is_symlink()
