"""Files for crawlers, and the preview image of links."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import pytest

from generator.exports.crawler_files import LLMS, ROBOTS, llms_file, robots_file
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


def test_llms_txt_has_the_expected_form() -> None:
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


def test_pages_state_title_and_preview_image(build: Build) -> None:
    site = build(page("/lao/1/", meta=PageMeta('ก "ข" <i>', "ค")), site_url=SITE)
    html = site.html("/lao/1/")
    assert '<meta property="og:title" content="ก &#34;ข&#34; &lt;i&gt;">' in html
    assert '<meta property="og:url" content="https://example.go.th/plans/lao/1/">' in html
    (picture,) = re.findall(rf'property="og:image" content="{SITE}([^"]+)"', html)
    assert (site.folder / picture).read_bytes().startswith(b"\x89PNG")
    assert 'property="og:title"' in site.html("/about/")


def test_without_a_site_address_there_is_no_preview_image(build: Build) -> None:
    site = build(page("/lao/1/"))
    assert "og:image" not in site.html("/lao/1/") and "og:url" not in site.html("/lao/1/")
    assert not list(Path(site.folder).rglob("share.*"))


def test_the_preview_image_has_the_stated_size_and_stable_bytes() -> None:
    made = share_image("แผน — ก", 'ข #panic() "')
    ((path, content),) = made.items()
    assert struct.unpack(">II", content[16:24]) == (WIDTH, HEIGHT)
    assert share_image("แผน — ก", 'ข #panic() "') == made
    assert path.startswith("assets/images/share.")
