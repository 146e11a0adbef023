"""The docs of the program: named files exist, decisions have one form, the picture is up to date, the site builds."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.building_blocks import ROOT
from tests.installed.wheels import tracked_files
from tests.test_architecture import STAGES
from tools.import_map import PICTURE, SAYS, fewest_lines, package_imports, picture

DECISIONS = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md")),
    ROOT / ".github" / "PULL_REQUEST_TEMPLATE.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]
_CODE_FILE = re.compile(r"(?<![\w./<>*-])[\w./-]*[\w-]\.(?:py|jinja|css|js|typ)(?![\w-])")
_OTHER_FILE = re.compile(
    r"(?<![\w./<>*-])(?:docs|tests|tools|deploy|generator|\.github)/[\w./-]+\.(?:md|yml|txt|json|toml|svg)"
)
_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)")


@cache
def ends() -> frozenset[str]:
    """Every tracked file by every way of naming it from a folder above: `a/b/c.py`, `b/c.py`, `c.py`."""
    found = set()
    for name in tracked_files():
        parts = name.split("/")
        found |= {"/".join(parts[start:]) for start in range(len(parts))}
    return frozenset(found)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_file_that_the_docs_name_exists(page: Path) -> None:
    text = page.read_text("utf-8")
    gone = {name for name in _CODE_FILE.findall(text) if name.lstrip("./") not in ends()}
    gone |= {name for name in _OTHER_FILE.findall(text) if not (ROOT / name).exists()}
    assert not gone


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_link_of_the_docs_leads_to_a_file(page: Path) -> None:
    for link in _LINK.findall(page.read_text("utf-8")):
        assert (page.parent / link).exists(), link


def test_docs_that_the_code_names_exist() -> None:
    gone = set()
    for name in tracked_files():
        if name.startswith(("generator/", "theme_overrides/", "tools/", "deploy/")):
            text = (ROOT / name).read_text("utf-8")
            gone |= {f"{name}: {one}" for one in re.findall(r"docs/[\w./-]+\.md", text) if not (ROOT / one).exists()}
    assert not gone


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.name)
def test_a_decision_is_context_decision_and_consequences(page: Path) -> None:
    text = page.read_text("utf-8")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]
    assert len(re.findall(r"^# ", text, re.MULTILINE)) == 1
    for part in re.split(r"^## .+$", text, flags=re.MULTILINE)[1:]:
        assert part.strip(), "a section says nothing"


def test_decisions_are_numbered_once_and_listed() -> None:
    numbers = [page.name[:4] for page in DECISIONS]
    assert len(set(numbers)) == len(numbers)
    index = (ROOT / "docs" / "decisions" / "index.md").read_text("utf-8")
    listed = re.findall(r"^\| (\d{4}) \| \[(.+)\]\((.+)\) \|$", index, re.MULTILINE)
    titles = [page.read_text("utf-8").partition("\n")[0].removeprefix("# ") for page in DECISIONS]
    assert listed == [(page.name[:4], title, page.name) for page, title in zip(DECISIONS, titles, strict=True)]


def test_the_picture_of_the_folders_equals_their_imports() -> None:
    assert Path(PICTURE).read_text("utf-8") == picture(), "run python -m tools.import_map"


def test_every_folder_is_in_the_picture_with_its_line() -> None:
    assert {name for row in STAGES for name in row} == SAYS.keys()


def test_the_lines_of_the_picture_imply_exactly_the_imports() -> None:
    imported, lines = package_imports(), fewest_lines(package_imports())

    def reached(start: str, by: list[tuple[str, str]]) -> set[str]:
        found, left = set(), [start]
        while left:
            one = left.pop()
            for name, other in by:
                if name == one and other not in found:
                    found.add(other)
                    left.append(other)
        return found

    for name, others in imported.items():
        assert others <= reached(name, lines), name
    for line in lines:
        assert line[1] not in reached(line[0], [one for one in lines if one != line]), line


def test_the_docs_build_without_a_warning(tmp_path: Path) -> None:
    """As `make docs` does it."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", "tools/docs-site.yml"]
    done = subprocess.run(
        [*command, "--quiet", "--site-dir", str(tmp_path / "site")],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "true"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "site" / "architecture" / "index.html").is_file()
    html = "".join(file.read_text("utf-8") for file in (tmp_path / "site").rglob("index.html"))
    # No request to anyone else: neither fonts nor scripts.
    assert not re.findall(r'<(?:script|link|img)[^>]+(?:src|href)="https?://[^"]+"', html)
