"""Other site generators for the pages of `phaen pages`: which are available, and a project folder for each.

Comes in: a folder of Markdown pages. Goes out: a folder with the engine's own configuration, and the command that
builds it. Nothing is tuned: MkDocs with Material and Zensical get their defaults and the one extension that the pages
need (ids of headings). Hugo gets a layout of ten lines, no theme and no lists, which is its best case.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_MKDOCS = """\
site_name: pages
docs_dir: docs
site_dir: out
theme: material
markdown_extensions:
  - attr_list
"""
_HUGO = """\
baseURL = "/"
disableKinds = ["section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
[markup.goldmark.renderer]
unsafe = true
"""
_HUGO_LAYOUT = """\
<!doctype html>
<html lang="th">
<head>
<meta charset="utf-8">
<title>{{ .Title }}</title>
</head>
<body>
<main>{{ .Content }}</main>
</body>
</html>
"""


@dataclass(frozen=True)
class Engine:
    """An available site generator."""

    key: str
    title: str
    version: str
    command: tuple[str, ...]
    """Builds the site of the project folder it is run in, into `out` there."""
    lay_out: Callable[[Path, Path], None]
    """Makes a project folder from a folder of pages."""
    changed: Callable[[str], str] | None = None
    """The file in the project folder that a page's source is at; None where a rebuild is not measured."""


def find_engines(tools: Path) -> tuple[list[Engine], dict[str, str]]:
    """Return the available engines, and why others are skipped. Zensical is installed below `tools`."""
    found: list[Engine] = []
    skipped: dict[str, str] = {}
    for key, find in (("mkdocs", _mkdocs), ("zensical", _zensical), ("hugo", _hugo)):
        engine = find(tools)
        if isinstance(engine, Engine):
            found.append(engine)
        else:
            skipped[key] = engine
    return found, skipped


def _mkdocs(tools: Path) -> Engine | str:
    try:
        release = f"MkDocs {version('mkdocs')}, Material {version('mkdocs-material')}"
    except PackageNotFoundError as error:
        return f"not installed: {error.name}"
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet")
    return Engine("mkdocs", "stock MkDocs + Material", release, command, lay_out_mkdocs)


def _zensical(tools: Path) -> Engine | str:
    program = shutil.which("zensical")
    if program is None:
        home = tools / "zensical"
        venv.create(home, with_pip=True)
        python = home / "bin" / "python"
        done = subprocess.run(
            [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "zensical"],
            capture_output=True,
            text=True,
            check=False,
        )
        program = str(home / "bin" / "zensical")
        if done.returncode:
            return f"pip install zensical failed: {done.stderr.strip().splitlines()[-1:]}"
    release = _first_line([program, "--version"])
    return Engine("zensical", "Zensical", f"Zensical {release}", (program, "build"), lay_out_mkdocs)


def _hugo(tools: Path) -> Engine | str:
    program = shutil.which("hugo")
    if program is None:
        return "no hugo on PATH (Debian: apt-get install hugo)"
    release = re.match(r"hugo v?(\S+)", _first_line([program, "version"]))
    command = (program, "--quiet", "--destination", "out")
    title = "Hugo, bare layout, no theme"
    return Engine("hugo", title, f"Hugo {release[1] if release else '?'}", command, lay_out_hugo, hugo_file)


def _first_line(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return (done.stdout.strip().splitlines() or ["?"])[0]


def lay_out_mkdocs(pages: Path, project: Path) -> None:
    """Make a project of MkDocs, which Zensical reads as well."""
    project.mkdir(parents=True)
    _link_pages(pages, project / "docs", str)
    (project / "mkdocs.yml").write_text(_MKDOCS, "utf-8")


def lay_out_hugo(pages: Path, project: Path) -> None:
    """Make a project of Hugo."""
    _link_pages(pages, project, hugo_file)
    layouts = project / "layouts"
    (layouts / "_default").mkdir(parents=True)
    (layouts / "index.html").write_text(_HUGO_LAYOUT, "utf-8")
    (layouts / "_default" / "single.html").write_text(_HUGO_LAYOUT, "utf-8")
    (project / "config.toml").write_text(_HUGO, "utf-8")


def hugo_file(page: str) -> str:
    """Return where a page belongs for Hugo, to which an index.md below another is an attachment of the upper page."""
    if page == "index.md":
        return "content/_index.md"
    return f"content/{page.removesuffix('/index.md').removesuffix('.md')}.md"


def _link_pages(pages: Path, target: Path, place: Callable[[str], str]) -> None:
    """Hard-link all pages into a folder of the same disk."""
    for page in pages.rglob("*.md"):
        file = target / place(page.relative_to(pages).as_posix())
        file.parent.mkdir(parents=True, exist_ok=True)
        os.link(page, file)
