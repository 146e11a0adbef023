"""What programs are told of a site, and the picture that goes with its links."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import pytest

from generator.exports.robots import LLMS, ROBOTS, llms_file, robots_file
from generator.frame.share_image import HEIGHT, WIDTH, share_image
from generator.pages.page import PageMeta
from tests.engine.conftest import Build, page
from tests.engine.conftest import build as build

SITE = "https://example.go.th/plans/"


def test_robots_may_read_everything_and_find_the_sitemap() -> None:
    assert robots_file(SITE)[ROBOTS].decode().split("\n") == [
        "User-agent: *",
        "Allow: /",
        "",
        "Sitemap: https://example.go.th/plans/sitemap.xml",
        "",
    ]
    assert "Sitemap" not in robots_file("")[ROBOTS].decode()


def test_llms_txt_is_in_the_form_that_its_readers_expect() -> None:
    text = llms_file("แผน", "แผนของ อปท.", SITE, None)[LLMS].decode()
    lines = text.splitlines()
    assert (lines[0], lines[2]) == ("# แผน", "> แผนของ อปท.")
    assert "This site publishes" in text
    links = re.findall(r"\]\(([^)]*)\)", text)
    assert links and all(link.startswith(SITE) for link in links)


def test_llms_txt_says_when_everything_is_made_up() -> None:
    assert "**ทั้งหมดแต่งขึ้น**" in llms_file("แผน", "ก", SITE, "ทั้งหมดแต่งขึ้น")[LLMS].decode()


@pytest.mark.parametrize("site_url", [SITE, None])
def test_a_site_has_both_files(build: Build, site_url: str | None) -> None:
    site = build(page("/"), site_url=site_url)
    assert (site.folder / ROBOTS).is_file() and (site.folder / LLMS).is_file()


def test_links_to_a_page_show_its_title_and_the_picture_of_the_site(build: Build) -> None:
    site = build(page("/lao/1/", meta=PageMeta('ก "ข" <i>', "ค")), site_url=SITE)
    html = site.html("/lao/1/")
    assert '<meta property="og:title" content="ก &#34;ข&#34; &lt;i&gt;">' in html
    assert '<meta property="og:url" content="https://example.go.th/plans/lao/1/">' in html
    (picture,) = re.findall(rf'property="og:image" content="{SITE}([^"]+)"', html)
    assert (site.folder / picture).read_bytes().startswith(b"\x89PNG")
    assert 'property="og:title"' in site.html("/about/")


def test_a_site_that_does_not_know_where_it_is_has_no_picture(build: Build) -> None:
    site = build(page("/lao/1/"))
    assert "og:image" not in site.html("/lao/1/") and "og:url" not in site.html("/lao/1/")
    assert not list(Path(site.folder).rglob("share.*"))


def test_the_picture_is_of_the_size_that_pages_state_and_always_the_same() -> None:
    made = share_image("แผน — ก", 'ข #panic() "')
    ((path, content),) = made.items()
    assert struct.unpack(">II", content[16:24]) == (WIDTH, HEIGHT)
    assert share_image("แผน — ก", 'ข #panic() "') == made
    assert path.startswith("assets/images/share.")
