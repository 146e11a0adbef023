"""The finished site in a real browser: it fits a phone, requests nothing from other hosts, works without JavaScript."""

from __future__ import annotations

from itertools import product

import pytest

pytest.importorskip("playwright", reason="needs playwright: pip install -e '.[dev]'")

from playwright.sync_api import Browser

from tests.site.browser import DESKTOP, KINDS, PHONE, SOME_KINDS
from tests.soak_marks import some_in_soak

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("kind", "width"),
    some_in_soak(product(KINDS, (PHONE, DESKTOP)), [*product(KINDS, (PHONE,)), *product(SOME_KINDS, (DESKTOP,))]),
)
def test_a_page_fits_and_makes_no_foreign_requests(browser: Browser, address: str, kind: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    try:
        response = page.goto(address + KINDS[kind])
        assert response is not None
        assert response.ok
        assert page.evaluate("document.documentElement.scrollWidth") <= width, "the page scrolls sideways"
        assert said == []
        assert [url for url in asked if not url.startswith((address, "data:"))] == []
        assert page.locator("h1").count() == 1
    finally:
        page.close()


def test_without_javascript_the_plan_is_shown(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    try:
        page.goto(address + KINDS["projects"])
        assert page.locator("article.card").count() == 22
        page.get_by_role("link", name="แผนพัฒนารายบุคคล (IDP)").first.click()
        assert page.locator("h1").inner_text().startswith("แผนพัฒนารายบุคคล (IDP)")
    finally:
        context.close()
