"""Builds a site from a test's own pages, with the real plugin and theme."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from generator.engine.batch import RenderReport, build_site
from generator.exports.atom import Feed
from generator.findings import Finding
from generator.pages.page import Heading, Page, PageMeta, Part
from generator.settings import Settings

REPOSITORY = Path(__file__).parents[2]
CONFIG_FILE = REPOSITORY / "mkdocs.yml"


@dataclass(frozen=True)
class Content:
    """The part of `gather_pages`'s result that the engine uses."""

    pages: Sequence[Page]
    findings: Sequence[Finding] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    handbook: Mapping[str, str] = field(default_factory=dict)
    feeds: Sequence[Feed] = ()


def page(address: str, *parts: Part, meta: PageMeta | None = None) -> Page:
    return Page(address, parts or (Heading(1, "หน้า", "top"),), meta or PageMeta(title="หน้า", description=""))


def with_fixed_pages(pages: Sequence[Page]) -> list[Page]:
    """Add the pages of the nav in mkdocs.yml, and those to which hand-written pages link."""
    present = {one.address for one in pages}
    return [
        *pages,
        *(
            page(address)
            for address in ("/", "/data/", "/evidence/", "/frameworks/", "/quality/", "/search/")
            if address not in present
        ),
    ]


def settings(content: Path) -> Settings:
    return Settings(content=content, today=datetime.date(2025, 1, 31))


@dataclass
class Site:
    """A finished site."""

    folder: Path
    report: RenderReport

    def html(self, address: str) -> str:
        return (self.folder / address.strip("/") / "index.html").read_text(encoding="utf-8")


Build = Callable[..., Site]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Build given pages (and findings) into a temporary folder."""

    def build_pages(*pages: Page, findings: Sequence[Finding] = (), site_url: str | None = None) -> Site:
        content = Content(with_fixed_pages(pages), findings)
        out = tmp_path / "site"
        report = build_site(CONFIG_FILE, settings(tmp_path), out, site_url=site_url, gather=lambda _: content)
        return Site(out, report)

    return build_pages
