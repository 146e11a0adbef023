"""Headings and placeholders take a short way through Markdown; what comes out is what Python-Markdown makes of them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.building.site import gather_pages
from generator.engine.generated_markdown import GeneratedMarkdown
from generator.engine.headings import heading_id
from generator.pages.escaping import escape_markdown
from generator.settings import Settings
from tests.building_blocks import PUBLISHED

OPTIONS = {"permalink": "#", "permalink_title": "ลิงก์ “นี้” & <นั้น>", "toc_depth": "1-3", "slugify": heading_id}
CONVERTER = GeneratedMarkdown(OPTIONS)


def test_every_page_of_the_real_content_takes_the_short_way_to_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = list(gather_pages(Settings(content=PUBLISHED, today=datetime.date(2026, 1, 1))).pages)
    long_way = [CONVERTER.convert_any(page.markdown) for page in pages]
    monkeypatch.setattr(CONVERTER, "convert_any", None)
    for page, expected in zip(pages, long_way, strict=True):
        assert CONVERTER.convert(page.markdown) == expected, page.address


@given(st.lists(st.tuples(st.integers(1, 6), st.text(), st.sampled_from(["", " {#one}", " {#two-3}"])), min_size=1))
def test_whatever_a_heading_says_both_ways_agree(headings: list[tuple[int, str, str]]) -> None:
    text = "\n\n".join(f"{'#' * level} {escape_markdown(text)}{end}\n\n⟦b{level}⟧" for level, text, end in headings)
    assert CONVERTER.convert(text) == CONVERTER.convert_any(text)


@given(st.text(alphabet="# aก้{}:.=&;35<>*_`[]!\\\n\t⟦⟧b-\u00a0"))
def test_whatever_else_there_is_goes_the_long_way(text: str) -> None:
    assert CONVERTER.convert(text) == CONVERTER.convert_any(text)


@pytest.mark.parametrize("option", [{"permalink": False}, {"anchorlink": True}, {"baselevel": 2}, {"permalink": True}])
def test_headings_that_are_to_look_otherwise_go_the_long_way(option: dict[str, object]) -> None:
    converter = GeneratedMarkdown({**OPTIONS, **option})
    assert converter.convert("# หัวเรื่อง\n\n⟦b1⟧\n") == converter.convert_any("# หัวเรื่อง\n\n⟦b1⟧\n")
