"""HTML of parts equals a Markdown engine's output for `phaen pages`; the list of headings is nested."""

from __future__ import annotations

import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown.extensions.toc import TocExtension

from generator.engine.headings import heading_id
from generator.engine.writer import content_of
from generator.frame.site_frame import Headings
from generator.frame.templates import TocEntry
from generator.pages.as_markdown import as_markdown
from generator.pages.page import Block, Heading, Paragraph

HEADINGS = Headings("#", "ลิงก์ “นี้” & <นั้น>", 1, 3)
texts = st.text().filter(lambda text: re.search("[^\\s\x00-\x1f\x7f-\x9f]", text))
levels = st.integers(1, 6)


@given(st.lists(st.tuples(levels, texts), min_size=1, max_size=5))
def test_headings_equal_the_output_of_markdown(written: list[tuple[int, str]]) -> None:
    parts = tuple(Heading(level, text, f"n-{number}") for number, (level, text) in enumerate(written))
    toc = TocExtension(permalink="#", permalink_title=HEADINGS.permalink_title, toc_depth="1-3", slugify=heading_id)
    engine = markdown.Markdown(extensions=["attr_list", toc])
    assert content_of(parts, HEADINGS).html == engine.convert(as_markdown(parts))


def test_parts_are_written_in_order() -> None:
    html = content_of((Heading(2, "ก <b>", "a"), Block("<i>ข</i>"), Paragraph("1 < 2")), Headings("", "", 1, 3)).html
    assert html == '<h2 id="a">ก &#60;b&#62;</h2>\n<div class="block">\n<i>ข</i>\n</div>\n<p>1 &#60; 2</p>'


@pytest.mark.parametrize(
    ("permalink", "title", "link"),
    [
        ("", "ลิงก์", ""),
        ("¶", "", '<a class="headerlink" href="#a">¶</a>'),
        ("&", "<ก>", '<a class="headerlink" href="#a" title="&lt;ก&gt;">&amp;</a>'),
    ],
)
def test_headings_link_to_themselves_as_configured(permalink: str, title: str, link: str) -> None:
    assert content_of((Heading(2, "ก", "a"),), Headings(permalink, title, 1, 3)).html == f'<h2 id="a">ก{link}</h2>'


def test_the_title_has_a_unique_id() -> None:
    parts = (Heading(1, "ก ข"), Heading(1, "ก ข"), Heading(2, "ค", "ก-ข"), Heading(1, "⟦⟧"))
    assert re.findall('id="(.*?)"', content_of(parts, HEADINGS).html) == ["ก-ข_1", "ก-ข_2", "ก-ข", "_1"]


@given(st.lists(levels, max_size=8))
def test_the_list_of_headings_is_nested_by_level(written: list[int]) -> None:
    parts = tuple(Heading(level, "ก", f"n-{number}") for number, level in enumerate(written))
    listed: list[TocEntry] = []

    def walk(entries: tuple[TocEntry, ...], above: int) -> None:
        for entry in entries:
            assert entry.level > above
            listed.append(entry)
            walk(entry.children, entry.level)

    walk(content_of(parts, HEADINGS).toc, 0)
    assert [entry.id for entry in listed] == [part.id for part in parts if part.level <= 3]
