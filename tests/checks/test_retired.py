"""A retired code stays readable: its page, `--explain`, and no new meaning."""

from __future__ import annotations

import dataclasses
import datetime
import re

import pytest
from click.testing import CliRunner

from generator.checks import retired
from generator.checks.all_rules import RULES
from generator.checks.explained import all_rules
from generator.checks.retired import RETIRED, RetiredCode
from generator.checks.rule import _add
from generator.cli import main
from generator.model.content import Frameworks
from generator.pages.national_pages import national_pages
from tests.shown import html_of

GONE = RetiredCode("GONE-001", "ข้อที่เคยตรวจ", "0.2.0", "รวมไว้ในกฎอื่นแล้ว", ("DATE-001",))


@pytest.fixture
def _one_is_retired(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retired, "RETIRED", {"GONE-001": GONE})


@pytest.mark.usefixtures("_one_is_retired")
def test_retired_code_keeps_page_with_link_to_replacement() -> None:
    pages = {page.address: page for page in national_pages((), Frameworks(()), "arabic", datetime.date(2026, 1, 1))}
    page = pages["/quality/gone-001/"]
    shown = html_of(page)
    assert "ข้อที่เคยตรวจ" in shown and "เลิกใช้ตั้งแต่รุ่น 0.2.0" in shown and "../date-001/" in shown


@pytest.mark.usefixtures("_one_is_retired")
def test_retired_code_is_explained_in_terminal() -> None:
    result = CliRunner().invoke(main, ("check", "--explain", "gone-1"))
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "GONE-001  ข้อที่เคยตรวจ",
        "เลิกใช้ตั้งแต่รุ่น 0.2.0 ปัจจุบันใช้ DATE-001 แทน",
        "รวมไว้ในกฎอื่นแล้ว",
    ]


@pytest.mark.usefixtures("_one_is_retired")
def test_rule_with_retired_code_raises() -> None:
    rule = dataclasses.replace(RULES["DATE-001"], code="GONE-001")
    with pytest.raises(ValueError, match="GONE-001"):
        _add(rule)


def test_retired_codes_are_unused_and_explained_in_thai() -> None:
    for one in RETIRED.values():
        assert one.code not in all_rules()
        assert all(re.search("[ก-ฮ]", words) for words in (one.title, one.why))
        assert all(code in all_rules() or code in RETIRED for code in one.replaced_by)
