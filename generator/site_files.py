"""Files of a site that are not modules: theme, configuration, hand-written pages, frameworks, schemas.

A wheel has a copy of them below this folder, made by setup.py. In a checkout they are beside generator/, where they are
edited. This module imports nothing of the program: setup.py reads its names while the package is being built.
"""

from __future__ import annotations

from pathlib import Path

FOLDER = "wheel_files"
"""Folder of the copy, below generator/."""
THEME = "theme_overrides"
CONFIG = "mkdocs.yml"
STARTER = (CONFIG, "content/pages", "content/frameworks", "docs/schema")
"""Content of a new site, relative to its folder; the theme stays with the program."""
NAMES = (THEME, *STARTER)
"""Files and folders in a wheel, as paths below a checkout."""


def site_file(name: str) -> Path:
    """Return the path of one of NAMES in this installation; it exists unless the installation is damaged."""
    copied = Path(__file__).with_name(FOLDER)
    return (copied if copied.is_dir() else Path(__file__).parents[1]) / name
