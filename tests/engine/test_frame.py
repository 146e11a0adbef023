"""Parts of the frame are rendered once for all pages that share them, and never used for another page."""

from __future__ import annotations

import re

from jinja2 import DictLoader, Environment

from generator.frame.site_frame import Assets, Headings, SiteFrame
from generator.frame.templates import prepare
from generator.pages.page import Crumb, PageMeta
from tests.engine.conftest import Build, page

ASSETS = Assets("x.css", (), "", "", "", "", ())
FRAME = SiteFrame("แผน", "", "th", "", "", ASSETS, (), Headings("#", "", 1, 3), None)
CURRENT = re.compile(r'<a class="site-nav__link" href="([^"]*)" aria-current="page">')


def under(*titles: str) -> PageMeta:
    crumbs = tuple(Crumb(title, f"/{number}/") for number, title in enumerate(titles))
    return PageMeta(title="หน้า", description="", breadcrumbs=crumbs)


def test_the_header_highlights_only_the_open_page(build: Build) -> None:
    site = build(page("/lao/1/"), page("/lao/2/"))
    assert CURRENT.findall(site.html("/quality/")) == ["../quality/"]
    assert CURRENT.findall(site.html("/frameworks/")) == ["../frameworks/"]
    assert CURRENT.findall(site.html("/lao/2/")) == []


def test_pages_of_the_same_depth_keep_their_own_crumbs(build: Build) -> None:
    site = build(page("/lao/1/", meta=under("ก")), page("/lao/2/", meta=under("ก", "<ข>")))
    assert 'href="../../0/">ก</a>' in site.html("/lao/1/")
    assert "&lt;" not in site.html("/lao/1/")
    assert 'href="../../1/">&lt;ข&gt;</a>' in site.html("/lao/2/")


def test_backup_files_of_editors_are_not_parts() -> None:
    parts = {"main.html": "", "partials/header.html": "{% macro header() %}ใหม่{% endmacro %}"}
    left = {
        f"partials/{name}": "{{" for name in ("header.html~", ".header.html.swp", "header.html.orig", "#header#.html")
    }
    environment = Environment(loader=DictLoader(parts | left), autoescape=True)
    prepare(environment, FRAME)
    assert environment.globals["header"]() == "ใหม่"  # type: ignore[operator]  # a macro
