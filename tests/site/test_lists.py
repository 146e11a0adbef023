"""Long tables and lists in a real Chromium: filter, sorting, sticky headings; all of them optional extras."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="needs playwright: pip install -e '.[dev]'")

from playwright.sync_api import Browser, Page

from tests.site.browser import DESKTOP, KINDS, PHONE, SOME_KINDS, served
from tests.soak_marks import some_in_soak

pytestmark = pytest.mark.browser
NAMES = "#projects-caption ~ tbody tr:not(.group, .subtotal):visible th"


@pytest.fixture(scope="module")
def address(trial: Path) -> Iterator[str]:
    with served(trial / "site") as address:
        yield address


@pytest.fixture
def projects(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": DESKTOP, "height": 800})
    page.goto(address + KINDS["projects"])
    page.locator("details:has(#projects-caption) > summary").click()
    yield page
    page.close()


def shown(page: Page) -> list[str]:
    return [text.strip() for text in page.locator("table[data-tools] tbody th[scope=row]:visible").all_inner_texts()]


def amounts(page: Page) -> list[str]:
    rows = page.locator("table[data-tools] tbody tr:not(.group, .subtotal):visible")
    return [text.strip() for text in rows.locator("td:nth-of-type(1)").all_inner_texts()]


@pytest.mark.parametrize("typed", ["จริยธรรม", "จริย ธรรม", " จริยธรรม"])
def test_a_filter_shows_only_matching_rows(projects: Page, typed: str) -> None:
    projects.get_by_label("กรองโครงการ").fill(typed)
    left = shown(projects)
    assert left
    assert all("จริยธรรม" in name for name in left)
    assert projects.locator(".filter__count").inner_text() == f"พบ {len(left)} จาก 22 รายการ"


def test_a_filter_treats_thai_and_arabic_digits_as_equal(projects: Page) -> None:
    box = projects.get_by_label("กรองโครงการ")
    box.fill("๓๐๐,๐๐๐")
    thai = shown(projects)
    box.fill("300,000")
    assert shown(projects) == thai != []


def test_empty_headings_and_all_sums_are_hidden_while_filtering(projects: Page) -> None:
    table = projects.locator("table[data-tools]")
    all_groups = table.locator("tr.group:visible").count()
    projects.get_by_label("กรองโครงการ").fill("ปฐมนิเทศ")
    assert table.locator("tr.group:visible").count() == 2 < all_groups
    assert table.locator(".subtotal:visible, .total:visible").count() == 0
    projects.get_by_label("กรองโครงการ").fill("")
    assert table.locator("tr.group:visible").count() == all_groups
    assert table.locator(".subtotal:visible, .total:visible").count() > 0


def test_sorting_by_money_up_down_and_back(projects: Page) -> None:
    before = shown(projects)
    button = projects.get_by_role("button", name="เรียงตามงบประมาณ (บาท)")
    heading = projects.locator("th[data-sort=number]").first
    button.click()
    assert heading.get_attribute("aria-sort") == "ascending"
    rising = [int(one.replace(",", "")) for one in amounts(projects) if one[:1].isdigit()]
    assert rising == sorted(rising)
    assert not amounts(projects)[-1][:1].isdigit(), "what has no amount comes last"
    button.click()
    falling = [int(one.replace(",", "")) for one in amounts(projects) if one[:1].isdigit()]
    assert falling == sorted(rising, reverse=True)
    button.click()
    assert heading.get_attribute("aria-sort") is None
    assert shown(projects) == before


def test_sorted_rows_name_their_strategy_and_tactic(projects: Page) -> None:
    first = projects.locator("table[data-tools] tbody th[scope=row]").first
    assert "กลยุทธ์ที่" not in first.inner_text()
    projects.get_by_role("button", name="เรียงตามงบประมาณ (บาท)").click()
    assert all(name.startswith("ยุทธศาสตร์ที่ ") and " กลยุทธ์ที่ " in name for name in shown(projects))
    projects.get_by_label("กรองโครงการ").fill("กลยุทธ์ที่")
    assert not shown(projects), "a filter does not find what the table itself adds"


def test_sorting_and_filtering_work_by_keyboard(projects: Page) -> None:
    projects.get_by_label("กรองโครงการ").focus()
    projects.keyboard.type("พัฒนา")
    projects.keyboard.press("Tab")
    while projects.evaluate("document.activeElement.className") != "sort":
        projects.keyboard.press("Tab")
    projects.keyboard.press("Enter")
    assert projects.locator("th[aria-sort=ascending]").count() == 1


def test_short_tables_have_no_tools(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "/lao/5999901/2567-2569/projects/")
    assert page.locator(".filter, .sort").count() == 0
    page.close()


def test_the_heading_of_a_long_table_is_sticky(projects: Page) -> None:
    projects.locator("table[data-tools] tbody tr").nth(20).scroll_into_view_if_needed()
    projects.mouse.wheel(0, 400)
    projects.wait_for_function("document.querySelector('table[data-tools] thead th').getBoundingClientRect().top < 5")
    assert projects.locator("table[data-tools] thead th").first.bounding_box()["y"] >= 0  # type: ignore[index]


@pytest.mark.parametrize("kind", some_in_soak(sorted(KINDS), SOME_KINDS))  # of other content: test_pages_in_chromium.py
def test_no_page_scrolls_sideways_on_a_phone(browser: Browser, address: str, kind: str) -> None:
    page = browser.new_page(viewport={"width": PHONE, "height": 800})
    page.goto(address + KINDS[kind])
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
    page.close()


# Search, verify, compare and form are tools: without scripts their pages say so.
@pytest.mark.parametrize("kind", sorted(KINDS.keys() - {"search", "verify", "compare", "form"}))
def test_without_scripts_all_content_is_shown(browser: Browser, address: str, kind: str) -> None:
    words = []
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=scripts)
        page = context.new_page()
        page.goto(address + KINDS[kind])
        words.append(Counter(page.locator("#content").inner_text().split()))
        context.close()
    with_scripts, without = words
    assert without - with_scripts == Counter()
