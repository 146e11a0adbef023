"""Every section found by search has its place on a page of the finished site, under its title."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.building.indexing import index_content
from generator.search.sections import Part, Section
from generator.settings import Settings
from tests.site.trial_site import TODAY

UNDER_A_HEADING = (Part.DOCUMENT, Part.IDENTITY)


class Anchors(HTMLParser):
    """The ids of a page, and the text of its headings by id."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.headings: dict[str, str] = {}
        self._heading = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = dict(attributes).get("id")
        if found:
            self.ids.add(found)
            if re.fullmatch("h[1-6]", tag):
                self._heading = found

    def handle_endtag(self, tag: str) -> None:
        if re.fullmatch("h[1-6]", tag):
            self._heading = ""

    def handle_data(self, data: str) -> None:
        if self._heading:
            self.headings[self._heading] = self.headings.get(self._heading, "") + data


@pytest.fixture(scope="module")
def sections(trial: Path) -> list[Section]:
    laos = index_content(Settings(content=trial / "content", today=TODAY)).laos
    return [section for lao in laos for section in lao.sections]


def test_every_part_has_a_section(sections: list[Section]) -> None:
    assert {section.part for section in sections} == set(Part)


def test_every_section_has_its_anchor(trial: Path, sections: list[Section]) -> None:
    pages: dict[str, Anchors] = {}
    for section in sections:
        path, _, anchor = section.address.partition("#")
        if path not in pages:
            pages[path] = Anchors((trial / "site" / path.strip("/") / "index.html").read_text("utf-8"))
        if not anchor:
            continue
        assert anchor in pages[path].ids, section.address
        if section.part in UNDER_A_HEADING and anchor in pages[path].headings:
            assert section.title in pages[path].headings[anchor], section.address
