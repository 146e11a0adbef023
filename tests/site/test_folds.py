"""Secondary content is folded: an address opens its fold, phones fold tables, paper and wide screens show them."""

from __future__ import annotations

import pytest

pytest.importorskip("playwright", reason="needs playwright: pip install -e '.[dev]'")

from playwright.sync_api import Browser, expect

from tests.site.browser import DESKTOP, KINDS, PHONE

pytestmark = pytest.mark.browser


def test_the_address_of_a_project_opens_only_its_card(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}{KINDS['projects']}#p-s1t2-1")
    expect(page.locator(".card[id='p-s1t2-1'] .card__body")).to_be_visible()
    assert page.locator(".card__more[open]").count() == 1
    page.close()


def test_a_link_to_a_finding_opens_it(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + KINDS["projects"])
    page.locator(".card__more:has(.finding-link) > summary").first.click()
    link = page.locator(".card .finding-link a").first
    anchor = link.get_attribute("href")
    assert anchor
    assert not page.locator(anchor).locator(".finding__lines, p").first.is_visible()
    link.press("Enter")
    expect(page.locator(anchor).locator("p").first).to_be_visible()
    page.close()


@pytest.mark.parametrize("kind", ["idp"])
def test_the_table_is_folded_on_a_phone_and_open_elsewhere(browser: Browser, address: str, kind: str) -> None:
    page = browser.new_page(viewport={"width": PHONE, "height": 740})
    page.goto(address + KINDS[kind])
    table = page.locator("details.more--narrow:has(table) table")
    assert not table.is_visible()
    page.locator("details.more--narrow:has(table) > summary").click()
    assert table.is_visible()
    page.close()
    page = browser.new_page(viewport={"width": DESKTOP, "height": 900})
    page.goto(address + KINDS[kind])
    assert page.locator("details.more--narrow:has(table) table").is_visible()
    page.close()


@pytest.mark.parametrize("kind", ["projects", "idp", "document", "quality"])
def test_paper_shows_folded_content(browser: Browser, address: str, kind: str) -> None:
    page = browser.new_page(viewport={"width": PHONE, "height": 740})
    page.goto(address + KINDS[kind])
    hidden = """[...document.querySelectorAll('main details > :not(summary)')]
      .filter(one => one.parentElement.checkVisibility() && !one.checkVisibility()).length"""
    assert page.evaluate(hidden)
    page.emulate_media(media="print")
    assert not page.evaluate(hidden)
    page.close()


def test_the_first_screen_of_a_plan_says_whether_it_is_in_force(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": PHONE, "height": 740})
    page.goto(address + KINDS["overview"])
    expect(page.locator(".status__line")).to_be_in_viewport(ratio=1)
    page.close()


def test_the_scroll_bar_of_the_idp_is_right_from_the_start(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": PHONE, "height": 740})
    page.goto(address + KINDS["idp"], wait_until="networkidle")
    assert page.evaluate("document.documentElement.scrollHeight") / 740 < 15
    page.close()


@pytest.mark.parametrize(
    ("kind", "most"), [("overview", 6), ("projects", 15), ("idp", 15), ("document", 15), ("quality", 15)]
)
def test_a_page_of_the_real_plan_is_short_on_a_phone(browser: Browser, address: str, kind: str, most: int) -> None:
    page = browser.new_page(viewport={"width": PHONE, "height": 740})
    page.goto(address + KINDS[kind], wait_until="networkidle")
    page.evaluate(
        """async () => {
          for (let y = 0; y < document.documentElement.scrollHeight; y += 700) {
            scrollTo(0, y);
            await new Promise(requestAnimationFrame);
          }
        }"""
    )
    assert page.evaluate("document.documentElement.scrollHeight") / 740 < most
    page.close()
