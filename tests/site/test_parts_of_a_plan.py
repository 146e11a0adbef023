"""Links from any part of a plan to any other, and up: behind one button on a phone, beside the page on wide screens."""

from __future__ import annotations

import pytest

pytest.importorskip("playwright", reason="needs playwright: pip install -e '.[dev]'")

from playwright.sync_api import Browser, expect

from tests.site.browser import DESKTOP, KINDS, PHONE

pytestmark = pytest.mark.browser
PARTS = 12
"""The LAO, the plan, its seven parts and three years."""


@pytest.mark.parametrize("scripts", [True, False])
def test_one_button_shows_all_parts_on_a_phone(browser: Browser, address: str, scripts: bool) -> None:
    context = browser.new_context(viewport={"width": PHONE, "height": 740}, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(address + KINDS["projects"])
    links = page.locator(".page-nav__link")
    expect(links.first).to_be_hidden()
    page.locator(".page-nav__open").click()
    expect(links).to_have_count(PARTS)
    for link in links.all():
        box = link.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE
    links.get_by_text("ปีงบประมาณ 2569").click()
    page.wait_for_url("**/year/2569/")
    context.close()


def test_all_parts_are_beside_the_page_on_a_wide_screen(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": DESKTOP, "height": 740})
    page.goto(address + KINDS["projects"])
    expect(page.locator(".page-nav__open")).to_be_hidden()
    assert [link.is_visible() for link in page.locator(".page-nav__link").all()] == [True] * PARTS
    page.close()


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_the_link_to_the_top_appears_from_the_second_screen_on(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 740})
    page.goto(address + KINDS["projects"])
    up = page.get_by_role("link", name="กลับขึ้นบน")
    expect(up).not_to_be_in_viewport()
    page.evaluate("scrollTo(0, 3000)")
    expect(up).to_be_in_viewport()
    up.click()
    page.wait_for_function("scrollY === 0")
    page.close()


@pytest.mark.parametrize("kind", ["projects", "handbook"])
def test_the_link_to_the_top_covers_no_focused_link(browser: Browser, address: str, kind: str) -> None:
    page = browser.new_page(viewport={"width": PHONE, "height": 740})
    page.goto(address + KINDS[kind])
    page.evaluate("scrollTo(0, 1500)")
    page.wait_for_selector(".to-top--near")
    covered = page.evaluate(
        """() => {
          const bar = () => document.querySelector(".to-top").getBoundingClientRect().top;
          const links = [...document.querySelectorAll("main a[href]:not(.to-top__link)")];
          const hidden = (link) => {
            link.focus();
            const box = link.getBoundingClientRect();
            return box.bottom > bar() + 1 && box.top < bar();
          };
          return links.filter((one) => one.checkVisibility()).filter(hidden).map((link) => link.textContent);
        }"""
    )
    assert covered == []
    page.close()


def test_without_scripts_the_link_to_the_top_is_the_last_of_the_page(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False, viewport={"width": PHONE, "height": 740}) as context:
        page = context.new_page()
        page.goto(address + KINDS["projects"])
        expect(page.locator("main > :last-child a")).to_have_text("กลับขึ้นบน")


@pytest.mark.parametrize("kind", ["overview", "projects", "idp", "year"])
def test_the_foot_of_a_plan_page_links_to_the_contact_of_its_lao(browser: Browser, address: str, kind: str) -> None:
    page = browser.new_page(viewport={"width": PHONE, "height": 740})
    page.goto(address + KINDS[kind])
    page.locator(".provenance").get_by_role("link", name="ทต.โพนทอง").click()
    assert page.url == f"{address}{KINDS['lao']}#contact"
    expect(page.locator("#contact")).to_be_in_viewport()
    page.close()
