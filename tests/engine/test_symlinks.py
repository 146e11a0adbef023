"""The plugin drops symbolic links among hand-written pages, which MkDocs would follow out of the tree."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.engine.batch import build_site
from tests.engine.conftest import REPOSITORY, Content, page, settings
from tests.symbolic_links import link

OUTSIDE = "ข้อความนอกโฟลเดอร์ข้อมูล"
CONFIG = f"""\
site_name: ทดสอบ
docs_dir: content/pages
theme: {{name: material, custom_dir: {(REPOSITORY / "theme_overrides").as_posix()}, language: th, font: false}}
plugins: [phaen]
"""


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Return a site's folder of hand-written pages, beside a folder that must stay private."""
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    folder = tmp_path / "content" / "pages"
    (folder / "about").mkdir(parents=True)
    (folder / "about" / "index.md").write_text("# ของเรา\n", encoding="utf-8")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.md").write_text(f"# {OUTSIDE}\n", encoding="utf-8")
    (tmp_path / "outside" / "secret.txt").write_text(OUTSIDE, encoding="utf-8")
    return folder


def built(tmp_path: Path) -> list[str]:
    """Build the site, check that no file contains the secret, and return the names of its files."""
    content = Content([page("/"), page("/lao/1/")])
    out = tmp_path / "site"
    report = build_site(tmp_path / "mkdocs.yml", settings(tmp_path / "content"), out, gather=lambda _: content)
    assert report.warnings == ()
    files = [file for file in out.rglob("*") if file.is_file()]
    assert not [file for file in files if OUTSIDE.encode() in file.read_bytes()]
    return [file.relative_to(out).as_posix() for file in files]


@pytest.mark.parametrize("name", ["secret.md", "secret.txt"])
def test_a_linked_file_is_left_out(name: str, tmp_path: Path, pages: Path) -> None:
    link(pages / "about" / name, tmp_path / "outside" / name)
    names = built(tmp_path)
    assert "about/index.html" in names
    assert not [name for name in names if "secret" in name]


def test_files_below_a_linked_folder_are_left_out(tmp_path: Path, pages: Path) -> None:
    link(pages / "linked", tmp_path / "outside")
    assert not [name for name in built(tmp_path) if name.startswith("linked")]


def test_a_broken_link_stops_no_build(tmp_path: Path, pages: Path) -> None:
    link(pages / "gone.md", tmp_path / "none.md")
    assert "about/index.html" in built(tmp_path)


def test_a_link_inside_the_folder_is_left_out_too(tmp_path: Path, pages: Path) -> None:
    link(pages / "copy.md", pages / "about" / "index.md")
    assert "copy/index.html" not in built(tmp_path)


def test_a_site_below_a_link_keeps_its_pages(tmp_path: Path, pages: Path) -> None:
    link(tmp_path / "way", tmp_path)
    assert "about/index.html" in built(tmp_path / "way")


def test_a_linked_folder_of_pages_is_not_read(tmp_path: Path, pages: Path) -> None:
    pages.rename(tmp_path / "elsewhere")
    link(pages, tmp_path / "elsewhere")
    assert "about/index.html" not in built(tmp_path)
