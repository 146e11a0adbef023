"""`phaen pages` copies hand-written pages unchanged, and never follows symlinks."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from generator.building.markdown_folder import write_pages
from generator.settings import Settings
from tests.building_blocks import make_lao
from tests.symbolic_links import link


@pytest.fixture
def content(tmp_path: Path) -> Path:
    content = tmp_path / "content"
    make_lao(content)
    (content / "pages" / "about").mkdir(parents=True)
    (content / "pages" / "about" / "index.md").write_text("# ของเรา\n", encoding="utf-8")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.md").write_text("# ข้างนอก\n", encoding="utf-8")
    return content


def written(content: Path, out: Path) -> set[str]:
    """Write the pages; return the names of those that belong to no LAO, framework or rule."""
    write_pages(Settings(content=content, today=datetime.date(2024, 6, 1)), out)
    names = {file.relative_to(out).as_posix() for file in out.rglob("*.md")}
    generated = (
        "lao/",
        "province/",
        "frameworks/",
        "quality/",
        "search/",
        "changes/",
        "verify/",
        "form/",
        "import/",
        "data/",
        "compare/",
        "evidence/",
    )
    return {name for name in names if not name.startswith(generated)}


def test_pages_are_copied(content: Path, tmp_path: Path) -> None:
    assert written(content, tmp_path / "out") == {"index.md", "about/index.md"}
    assert (tmp_path / "out" / "about" / "index.md").read_text(encoding="utf-8") == "# ของเรา\n"


def test_symlinks_are_not_followed(content: Path, tmp_path: Path) -> None:
    link(content / "pages" / "secret.md", tmp_path / "outside" / "secret.md")
    link(content / "pages" / "linked", tmp_path / "outside")
    assert written(content, tmp_path / "out") == {"index.md", "about/index.md"}


def test_a_linked_folder_of_pages_is_not_read(content: Path, tmp_path: Path) -> None:
    (content / "pages").rename(tmp_path / "elsewhere")
    link(content / "pages", tmp_path / "elsewhere")
    assert written(content, tmp_path / "out") == {"index.md"}


def test_content_below_a_symlink_has_its_pages(content: Path, tmp_path: Path) -> None:
    link(tmp_path / "way", tmp_path)
    assert "about/index.md" in written(tmp_path / "way" / "content", tmp_path / "out")
