"""The home page begins with its search box: first on a phone, with examples that find something."""

from __future__ import annotations

import pytest

pytest.importorskip("playwright", reason="needs playwright: pip install -e '.[dev]'")

from playwright.sync_api import Browser, expect

from tests.site.browser import DESKTOP, KINDS, PHONE

pytestmark = pytest.mark.browser


def test_the_box_and_its_examples_are_on_the_first_screen_of_a_phone(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": PHONE, "height": 740})
    page.goto(address + KINDS["home"])
    bottom = page.locator(".search-examples").evaluate("one => one.getBoundingClientRect().bottom")
    assert bottom < 740
    assert page.locator(".search__box").evaluate("one => one.getBoundingClientRect().top") < bottom
    page.close()


def test_every_example_finds_something(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + KINDS["home"])
    examples = page.locator(".search-examples a")
    expect(examples).to_have_count(3)
    for place in range(3):
        page.goto(address + KINDS["home"])
        examples.nth(place).click()
        expect(page.locator(".results li").first).to_be_visible()
    page.close()


def test_the_box_shows_results_while_typing(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + KINDS["home"])
    page.keyboard.press("/")
    page.keyboard.type("โพนทอง")
    page.get_by_role("option").first.click()
    page.wait_for_url("**/lao/5440502/")
    page.close()


@pytest.mark.parametrize("kind", ["home", "search"])
def test_a_page_with_its_own_box_has_no_other(browser: Browser, address: str, kind: str) -> None:
    page = browser.new_page()
    page.goto(address + KINDS[kind], wait_until="networkidle")
    expect(page.locator("input[type=search]")).to_have_count(1)
    page.keyboard.press("/")
    expect(page.locator("input[type=search]")).to_be_focused()
    page.close()


@pytest.mark.parametrize(("width", "seen"), [(PHONE, False), (DESKTOP, True)])
def test_the_map_is_only_on_wide_screens(browser: Browser, address: str, width: int, seen: bool) -> None:
    page = browser.new_page(viewport={"width": width, "height": 740})
    page.goto(address + KINDS["home"])
    assert page.locator(".map").is_visible() is seen
    assert page.locator(".find .checklist a").first.is_visible()
    page.close()


def test_without_scripts_the_button_leads_to_the_search_page(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + KINDS["home"])
    page.get_by_role("searchbox").fill("โพนทอง")
    page.get_by_role("button", name="ค้นหา").click()
    page.wait_for_url("**/search/?q=*")
    context.close()
