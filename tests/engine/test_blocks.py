"""Blocks come out byte for byte: from MkDocs, and from another Markdown engine fed by `inline`."""

from __future__ import annotations

import re

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.pages.blocks import BlockError, fill, finish, frame, inline, placeholder
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
MARKDOWN = f"# หัวข้อ {{: #top }}\n\nก่อน\n\n{placeholder('main')}\n\n## หลัง {{: #after }}\n\nหลัง\n"


@pytest.mark.parametrize("html", BLOCKS.values(), ids=BLOCKS.keys())
def test_same_bytes_through_both_engines(html: str, build: Build) -> None:
    block = frame(finish(html))
    assert block in build(page("/lao/5440502/", MARKDOWN, main=finish(html))).html("/lao/5440502/")
    alone = inline(MARKDOWN, {"main": finish(html)})
    assert block in MarkdownIt("commonmark", {"html": True}).render(alone)


@given(st.text(alphabet=st.sampled_from("ก<>&\n\t \r*_#-`[]()⟦⟧x1./=:|~"), max_size=60))
@example("\n\n</div>\n\n# ก")
@example("<!--\n\n-->")
def test_any_block_survives_commonmark(html: str) -> None:
    rendered = MarkdownIt("commonmark", {"html": True}).render(inline(MARKDOWN, {"main": finish(html)}))
    assert f"\n{frame(finish(html))}\n" in rendered


@given(st.text(alphabet=st.sampled_from("ก<>&\n\t \r"), max_size=40))
def test_any_block_survives_conversion_and_filling(html: str) -> None:
    converted = markdown.markdown(MARKDOWN, extensions=["attr_list", "toc"])
    assert f"\n{frame(finish(html))}\n" in fill(converted, {"main": finish(html)})


@given(st.text(alphabet=st.sampled_from("ก<>/pretxa\n\t \r"), max_size=60))
def test_finishing_is_done_once(html: str) -> None:
    finished = finish(html)
    assert not re.search(r"\n[ \t]*\n", finished)
    assert finish(finished) == finished


def test_line_breaks_that_show_are_kept() -> None:
    assert finish("<pre>1\n\n \n2</pre>") == "<pre>1\n&#10; &#10;2</pre>"
    assert finish("<p>1\n\n2</p>") == "<p>1\n2</p>"


@pytest.mark.parametrize(
    ("text", "blocks", "message"),
    [
        ("⟦main⟧", {}, "no such block"),
        ("ไม่มี", {"main": "x"}, "without a placeholder"),
        ("ก ⟦main⟧", {"main": "x"}, "without a placeholder"),
        ("ก\n⟦main⟧\nข", {"main": "x"}, "without a placeholder"),
        ("⟦main⟧\n\n⟦main⟧", {"main": "x"}, "used twice"),
    ],
)
def test_mistakes_in_templates_are_loud(text: str, blocks: dict[str, str], message: str) -> None:
    with pytest.raises(BlockError, match=message):
        fill(markdown.markdown(text), blocks)
    with pytest.raises(BlockError, match=message):
        inline(text, blocks)


def test_markdown_takes_finished_blocks_only() -> None:
    with pytest.raises(BlockError, match="not finished"):
        inline("⟦main⟧", {"main": "<p>\n\n</p>"})


@pytest.mark.parametrize("name", ["", "A", "a b", "a⟧", "../x", "a--b"])
def test_only_plain_names(name: str) -> None:
    with pytest.raises(BlockError, match="not a block name"):
        placeholder(name)


@pytest.mark.parametrize("address", ["", "lao/", "/lao", "//", "/../", "/a/../b/", "/a b/", "/a?b/", "/a\\b/", "/%2e/"])
def test_only_addresses_that_stay_inside(address: str) -> None:
    with pytest.raises(ValueError, match="not a page address"):
        page(address)


def test_where_a_page_stands() -> None:
    assert page("/").source_path == "index.md"
    assert page("/lao/5440502/").source_path == "lao/5440502/index.md"
