"""The link checker finds all broken links, and only those."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.building.links import check_links


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "lao" / "x").mkdir(parents=True)
    (tmp_path / "index.html").write_text('<a href="lao/x/#p-1">a</a> <a href="https://example.org/">b</a>', "utf-8")
    (tmp_path / "lao" / "x" / "index.html").write_text(
        '<p id="p-1"><a href="../../">home</a><a href="#p-1">up</a></p>', "utf-8"
    )
    return tmp_path


def test_an_intact_site_has_no_broken_link(site: Path) -> None:
    assert check_links(site) == []


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        ("lao/y/", "no such file"),
        ("lao/x/#p-2", "no such anchor"),
        ("#nowhere", "no such anchor"),
        ("../outside/", "leads out of the site"),
        ("/lao/x/", "leads out of the site"),
        ("assets/none.css", "no such file"),
    ],
)
def test_a_broken_link_is_reported(site: Path, link: str, reason: str) -> None:
    (site / "index.html").write_text(f"<a class=x href='{link}'>a</a>", "utf-8")
    assert [(broken.link, broken.reason) for broken in check_links(site)] == [(link, reason)]


@pytest.mark.parametrize(
    "tag",
    ['<img alt="a href=none b" src=lao/x/index.html>', "<p title='<img src=none >'>", "<p title='id=p-2' id=p-3>"],
)
def test_text_of_another_attribute_is_neither_link_nor_anchor(site: Path, tag: str) -> None:
    (site / "index.html").write_text(f"{tag}<a href=lao/x/>a</a>", "utf-8")
    assert check_links(site) == []
    (site / "index.html").write_text(f"{tag}<a href=#p-2>a</a>", "utf-8")
    assert [broken.reason for broken in check_links(site)] == ["no such anchor"]
