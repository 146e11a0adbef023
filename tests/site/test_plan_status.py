"""The first line of a plan says whether it is in force today, independently of the day of the build."""

from __future__ import annotations

import pytest

pytest.importorskip("playwright", reason="needs playwright: pip install -e '.[dev]'")

from playwright.sync_api import Browser, expect

from tests.site.browser import KINDS

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("now", "state", "day"),
    [
        ("2023-09-01T12:00:00+07:00", "ยังไม่มีผลใช้บังคับ", "1 กันยายน 2566"),
        ("2026-09-30T23:59:00+07:00", "มีผลใช้บังคับ (ถึง 30 ก.ย. 2569)", "30 กันยายน 2569"),
        ("2026-10-01T00:01:00+07:00", "ไม่มีผลใช้บังคับแล้ว (สิ้นสุด 30 ก.ย. 2569)", "1 ตุลาคม 2569"),
    ],
)
def test_the_state_depends_on_the_day_in_thailand(
    browser: Browser, address: str, now: str, state: str, day: str
) -> None:
    page = browser.new_page(timezone_id="America/Lima")
    page.clock.set_fixed_time(now)
    page.goto(address + KINDS["overview"])
    expect(page.locator(".status__line")).to_contain_text(state)
    expect(page.locator(".status .quiet")).to_contain_text(f"สถานะ ณ วันที่ {day}")
    page.close()


def test_without_scripts_the_line_names_the_days(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(address + KINDS["overview"])
    expect(page.locator(".status__line .state")).to_contain_text("30 ก.ย. 2569")
    expect(page.locator(".status__since")).to_contain_text("วันที่")
    page.close()


@pytest.mark.parametrize(
    ("now", "state", "year"),
    [
        ("2025-09-30T20:00:00+07:00", "ยังไม่เริ่ม", "2568"),
        ("2026-11-29T12:00:00+07:00", "สิ้น\u2060สุดแล้ว", "2570"),
    ],
)
def test_the_page_of_a_year_names_the_current_year(
    browser: Browser, address: str, now: str, state: str, year: str
) -> None:
    page = browser.new_page()
    page.clock.set_fixed_time(now)
    page.goto(address + KINDS["year"])
    expect(page.locator(".status__line")).to_have_text(f"ปีงบประมาณ พ.ศ. 2569 {state}")
    if page.locator(".status__year").count():  # the build may have been in that year
        expect(page.locator(".status__year")).to_have_text(year)
    page.close()
