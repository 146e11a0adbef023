"""The sanitiser keeps formatting of prose and removes all active content from the HTML of any Markdown."""

from __future__ import annotations

import re

import pytest

from generator.pages.sanitiser import TAGS, sanitise_markdown

HARMLESS = """\
ย่อหน้าหนึ่ง **ตัวหนา** [ลิงก์](https://example.org/)

- ข้อหนึ่ง
- ข้อสอง

| ก | ข |
|---|---|
| 1 | 2 |
"""
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![รูป](https://evil.example/pixel.png)",
    "[คลิก](javascript:alert(1))",
    "[คลิก](&#106;avascript:alert(1))",
    "[คลิก]( data:text/html;base64,PHNjcmlwdD4= )",
    '<a href="https://example.org/" onclick="alert(1)">ก</a>',
    "<https://example.org/onmouseover=alert(1)>",
    '<p style="position:fixed">ก</p>',
    '<div id="content" class="banner">ก</div>',
    "<svg><script>alert(1)</script></svg>",
    "<iframe src=https://evil.example></iframe>",
    "<form action=https://evil.example><input name=a></form>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content=0>",
    '<table background="https://evil.example/x.png"><tr><td>ก</td></tr></table>',
    "<!-- ความเห็น --><style>*{display:none}</style>",
    "*<b onmouseover=alert(1)>ก</b>*\n\n> <img src=x onerror=alert(1)>\n\n1. <script>alert(1)</script>",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
]


def test_prose_keeps_its_formatting() -> None:
    html = sanitise_markdown(HARMLESS)
    for part in ("<strong>ตัวหนา</strong>", "<li>ข้อหนึ่ง</li>", "<th>ก</th>", 'href="https://example.org/"'):
        assert part in html


def test_headings_are_below_those_of_the_page() -> None:
    assert "<h4>หัวข้อ</h4>" in sanitise_markdown("# หัวข้อ")


def test_sanitised_prose_has_no_blank_line() -> None:
    assert "\n\n" not in sanitise_markdown("ก\n\nข\n\n```\nค\n\nง\n```\n")


@pytest.mark.parametrize("text", HOSTILE)
def test_active_content_is_removed(text: str) -> None:
    html = sanitise_markdown(text)
    tags = re.findall(r"<(/?)([a-z0-9]+)([^>]*)>", html)
    assert {name for _, name, _ in tags} <= TAGS
    for _, _, attributes in tags:
        assert not re.search(r"\s(?:on\w+|style|class|id|src|background|action)\s*=", attributes)
        for address in re.findall(r'href="([^"]*)"', attributes):
            assert address.startswith(("https://", "http://", "mailto:"))
    assert "alert(1)</script" not in html
