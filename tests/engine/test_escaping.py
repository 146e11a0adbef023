"""Any text of an officer stays plain text in every Markdown engine."""

from __future__ import annotations

import html
import re

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.pages.escaping import escape_markdown
from generator.pages.handbook import fill

EVERYTHING = ["extra", "toc", "sane_lists", "admonition", "wikilinks"]

texts = st.text(
    alphabet=st.one_of(
        st.sampled_from("\\`*_{}[]<>&#~^=|:+-.!()\"'@$/%;๑๒1209aกข่ \n\t\r\x02\x03\x0b\x1c\x85\u2028⟦⟧\xa0"),
        st.characters(codec="utf-8"),
    ),
    max_size=40,
)

HOSTILE = [
    "⟦main⟧",
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "](javascript:alert(1)) [",
    "# หัวข้อ",
    "1. รายการ",
    "๑. รายการ",
    "1) รายการ",
    "- รายการ",
    "---",
    "===",
    "    รหัส",
    "~~~\nรหัส\n~~~",
    ": คำนิยาม",
    "| ก | ข |\n|---|---|\n| 1 | 2 |",
    "ก {: #top onclick=alert(1) }",
    "{: .x }",
    "[^1]: เชิงอรรถ",
    "*[HTML]: คำเต็ม",
    "[ก]: javascript:alert(1)",
    "<http://example.org>",
    "!!! note",
    "[[หน้า]]",
    "\x02wzxhzdk:0\x03",
    "\x02klzzwxh:0000\x03",
    "&lt;b&gt; &amp;amp; &#60;",
    "title: template: x",
    "บรรทัดแรก\n\n<div onclick=x>\n\nบรรทัดท้าย",
]


def shown(text: str) -> str:
    """Return the text that a reader must see, with each run of blanks and control characters as one space."""
    return re.sub("[\\s\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", text).strip()


def text_of(rendered: str, tag: str) -> str:
    """Return the text of the only element of the rendered HTML; fail if there are more."""
    match = re.fullmatch(rf"<{tag}(?: id=\"t\")?>([^<>]*)</{tag}>", rendered.strip())
    assert match, rendered
    return html.unescape(match[1])


def check(text: str) -> None:
    escaped = escape_markdown(text)
    assert "\n" not in escaped
    if not shown(text):
        assert escaped == ""
        return
    commonmark = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    for extensions in (["attr_list", "toc"], EVERYTHING):
        assert text_of(markdown.markdown(escaped, extensions=extensions), "p") == shown(text)
        heading = markdown.markdown(f"## {escaped} {{: #t }}", extensions=extensions)
        assert text_of(heading, "h2") == shown(text)
    assert text_of(commonmark.render(escaped), "p") == shown(text)
    assert text_of(commonmark.render(f"## {escaped}"), "h2") == shown(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_known_attacks_are_shown_as_text(text: str) -> None:
    check(text)


@given(texts)
@example("1.")
@example(".")
@example("- - -")
@example("www.example.org")
def test_any_text_is_shown_unchanged(text: str) -> None:
    check(text)


@given(texts)
@example("⟦main⟧")
def test_no_text_forges_a_placeholder(text: str) -> None:
    forged = markdown.markdown(escape_markdown(text), extensions=["attr_list", "toc"])
    assert fill(forged, ("main",), {"main": "x"}) == forged


def test_ordinary_thai_stays_readable() -> None:
    assert escape_markdown("แผน ๓ ปี (พ.ศ. ๒๕๖๗-๒๕๖๙)") == "แผน ๓ ปี (พ.ศ. ๒๕๖๗-๒๕๖๙)"
