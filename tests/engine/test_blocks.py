"""Blocks stay the same byte for byte in MkDocs, and in another Markdown engine by way of `as_markdown`."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.pages.as_markdown import as_markdown
from generator.pages.blocks import BlockError, finish, frame
from generator.pages.page import Block, Heading, Paragraph, Part
from tests.engine.conftest import Build, page

BLOCKS = {
    "blank lines": "<table class='table'>\n\n<tr><td>1</td></tr>\n \t\n\n</table>",
    "verbatim": "<p>ก</p>\n<pre>หนึ่ง\n\n  \n\n\nสอง</pre>\n\n<pre\nclass='x'>\n\nสาม\n</pre>",
    "markdown inside": "<p>*ก* [x](y) # ข\n\n# ค\n1. ง\n    จ</p>",
    "placeholder inside": "<p>⟦main⟧</p>",
    "line ends": "<p>ก\r\n\r\nข\rค\r\rง</p>",
    "references": "<p>&lt;script&gt; &amp;amp; &#10; &nbsp;</p>",
    "text only": "ไม่มีแท็ก *เลย*",
    "empty": "",
}


def parts_around(html: str) -> tuple[Part, ...]:
    before, after = (Heading(1, "หัวข้อ", "top"), Paragraph("ก่อน")), (Heading(2, "หลัง", "after"), Paragraph("หลัง"))
    return (*before, Block(finish(html)), *after)


@pytest.mark.parametrize("html", BLOCKS.values(), ids=BLOCKS.keys())
def test_same_bytes_through_both_engines(html: str, build: Build) -> None:
    block = frame(finish(html))
    assert block in build(page("/lao/5440502/", *parts_around(html))).html("/lao/5440502/")
    assert block in MarkdownIt("commonmark", {"html": True}).render(as_markdown(parts_around(html)))


@given(st.text(alphabet=st.sampled_from("ก<>&\n\t \r*_#-`[]()⟦⟧x1./=:|~"), max_size=60))
@example("\n\n</div>\n\n# ก")
@example("<!--\n\n-->")
def test_any_block_survives_commonmark(html: str) -> None:
    rendered = MarkdownIt("commonmark", {"html": True}).render(as_markdown(parts_around(html)))
    assert f"\n{frame(finish(html))}\n" in rendered


@given(st.text(alphabet=st.sampled_from("ก<>/pretxa\n\t \r"), max_size=60))
def test_finishing_twice_changes_nothing(html: str) -> None:
    finished = finish(html)
    assert not re.search(r"\n[ \t]*\n", finished)
    assert finish(finished) == finished


def test_visible_line_breaks_are_kept() -> None:
    assert finish("<pre>1\n\n \n2</pre>") == "<pre>1\n&#10; &#10;2</pre>"
    assert finish("<p>1\n\n2</p>") == "<p>1\n2</p>"


def test_markdown_accepts_only_finished_blocks() -> None:
    with pytest.raises(BlockError, match="not finished"):
        as_markdown((Block("<p>\n\n</p>"),))


@pytest.mark.parametrize("address", ["", "lao/", "/lao", "//", "/../", "/a/../b/", "/a b/", "/a?b/", "/a\\b/", "/%2e/"])
def test_an_address_outside_of_the_site_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="not a page address"):
        page(address)


def test_the_address_gives_the_source_path() -> None:
    assert page("/").source_path == "index.md"
    assert page("/lao/5440502/").source_path == "lao/5440502/index.md"
