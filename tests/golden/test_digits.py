"""Our own words use the site's digits, on every kind of page; printed text keeps its own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.building.markdown_folder import write_pages
from generator.settings import Digits, Settings
from generator.thai.numerals import to_arabic
from tests.building_blocks import PUBLISHED, make_lao
from tests.golden.test_golden_pages import NAMES, TODAY, found, versions
from tests.test_bad_input import make_framework

THAI, ARABIC = re.compile("[๐-๙]"), re.compile("[0-9]")
LABELS = frozenset({"h1", "h2", "h3", "th", "dt", "caption", "summary", "figcaption"})
"""Elements that contain our words, or a printed name."""
NOT_WORDS = frozenset({"code", "pre", "script", "style"})
CODES = re.compile(
    r"[A-Z]{2,8}-[0-9]{3}|\b[oO][0-9]{1,2}\b|[0-9]{7}|sha256|SHA-256|UTF-8|[a-z0-9.]+\.(?:go\.th|yml|md|pdf|csv|json)"
)
"""Names with a fixed spelling: rules, items of the assessment, LAO codes, files."""


class Words(HTMLParser):
    """The texts of a page, each with its enclosing elements."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[tuple[tuple[str, ...], str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        if tag not in ("br", "img", "input", "meta", "link", "hr", "wbr"):
            self.open.append("file" if "file" in classes or "finding__code" in classes else tag)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  # the parser's signature
        if self.open:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() and not NOT_WORDS.intersection(self.open) and "file" not in self.open:
            self.texts.append((tuple(self.open), data))


def scalars(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for key, one in data.items():
            yield from scalars(key)
            yield from scalars(one)
    elif isinstance(data, list):
        for one in data:
            yield from scalars(one)
    elif data is not None:
        yield str(data)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("content")
    make_lao(folder)
    make_framework(folder)
    make_lao(folder, "5999902", "phang", plan=("cycle: 2567-2569", "cycle: ปีหน้า"))
    (folder / "pages").mkdir()
    (folder / "frameworks" / "ita").mkdir()
    shutil.copy(PUBLISHED / "frameworks" / "ita" / "2568.yml", folder / "frameworks" / "ita")
    return folder


@pytest.fixture(scope="module")
def printed(content: Path) -> list[str]:
    """Return everything with digits in the content, the findings and the previous version, longest first."""
    found_in = {
        " ".join(line.split())
        for file in content.rglob("*.yml")
        for text in scalars(yaml.safe_load(file.read_text("utf-8")))
        for line in text.split("\n")
    }
    found_in |= {
        " ".join(line.split()) for file in content.rglob("*.md") for line in file.read_text("utf-8").split("\n")
    }
    found_in |= {"รอบแผนมี ๔ ปี", "รวมได้ ๑๐,๐๐๐ แต่พิมพ์ ๑๑,๐๐๐", "ปีในหัวตารางคือ ๒๕๖๔", "๑,๐๐๐", "๓.๑๒"}
    return sorted((one for one in found_in if THAI.search(one) or ARABIC.search(one)), key=len, reverse=True)


def pages(content: Path, folder: Path, digits: Digits) -> Iterator[tuple[str, Words]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.building.site.check_lao", found)
        patch.setattr("generator.building.site.plan_histories", versions)
        write_pages(Settings(content=content, today=TODAY, digits=digits), folder)
    for kind, name in NAMES.items():
        text = (folder / name).read_text("utf-8")
        body = text.split("---\n", 2)[2] if text.startswith("---\n") else text
        headings = re.sub(
            r"(?m)^(#+) (.*?)(?: \{#.*\})?$", lambda one: f"<h{len(one[1])}>{one[2]}</h{len(one[1])}>", body
        )
        yield kind, Words(headings)


def without(text: str, printed: list[str], wrong: re.Pattern[str]) -> str:
    """Return a text without everything that the content prints in the other digits."""
    left = " ".join(text.replace("\u2060", "").split())
    for one in printed:
        if one in left and wrong.search(one):
            left = left.replace(one, "")
    return left


def test_own_words_have_no_thai_digits_on_a_site_with_arabic_digits(
    content: Path, printed: list[str], tmp_path: Path
) -> None:
    wrong = [
        (kind, text.strip())
        for kind, words in pages(content, tmp_path / "out", "arabic")
        for _, text in words.texts
        if kind != "data_catalogue"  # it shows the metadata verbatim
        and THAI.search(text)
        and THAI.search(without(text, printed, THAI))
    ]
    assert wrong == [], "\n".join(map(str, wrong))


def test_own_labels_have_no_arabic_digits_on_a_site_with_thai_digits(
    content: Path, printed: list[str], tmp_path: Path
) -> None:
    wrong = [
        (kind, text.strip())
        for kind, words in pages(content, tmp_path / "out", "thai")
        for around, text in words.texts
        if LABELS.intersection(around)
        and ARABIC.search(CODES.sub("", text))
        and ARABIC.search(CODES.sub("", without(text, printed, ARABIC)))
    ]
    assert wrong == [], "\n".join(map(str, wrong))


def test_a_page_differs_only_in_digits_between_both_settings(content: Path, tmp_path: Path) -> None:
    arabic = dict(pages(content, tmp_path / "arabic", "arabic"))
    for kind, words in pages(content, tmp_path / "thai", "thai"):
        there = [(around, to_arabic(text)) for around, text in words.texts]
        here = [(around, to_arabic(text)) for around, text in arabic[kind].texts]
        assert there == here, kind
