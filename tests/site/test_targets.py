"""Links and buttons are large enough for a finger: 24 px everywhere (WCAG 2.5.8), 44 for a page's main action."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

pytest.importorskip("playwright", reason="needs playwright: pip install -e '.[dev]'")

from playwright.sync_api import Browser, Page

from tests.site.browser import DESKTOP, KINDS, PHONE, SOME_KINDS, settle
from tests.soak_marks import some_in_soak

pytestmark = pytest.mark.browser
MAIN_ACTIONS = ".page-nav__open, .page-nav__link, .site-nav__link, .search__box, .button, .scheme, .to-top__link"
LOW = """([targets, least]) => {
  document.querySelectorAll("details").forEach(one => { one.open = true; });
  const seen = one => one.checkVisibility() && getComputedStyle(one).clipPath === "none";
  return [...document.querySelectorAll(targets)].filter(seen).flatMap(one =>
    [...one.getClientRects()].filter(rect => rect.width && rect.height < least)
      .map(rect => `${rect.height} px: ${one.outerHTML.slice(0, 120)}`));
}"""


def low(page: Page, targets: str, least: int) -> Any:
    """Return the targets that have a line lower than `least`."""
    return page.evaluate(LOW, [targets, least])


@pytest.mark.parametrize(
    ("kind", "width"),
    some_in_soak(product(KINDS, (PHONE, DESKTOP)), [*product(KINDS, (PHONE,)), *product(SOME_KINDS, (DESKTOP,))]),
)
def test_every_target_is_24_pixels_high_and_main_actions_44_on_a_phone(
    browser: Browser, address: str, kind: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 740})
    page.goto(address + KINDS[kind])
    settle(page, kind)
    assert low(page, "a[href], button, summary, input, select, textarea", 24) == []
    if width == PHONE:
        assert page.locator(MAIN_ACTIONS).count() > 5
        assert low(page, MAIN_ACTIONS, 44) == []
    page.close()


def test_a_low_target_is_found(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": PHONE, "height": 740})
    page.goto(address + KINDS["home"])
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<small><a href=x>x</a></small>')")
    page.evaluate("document.querySelector('main small a').className = 'low'")
    page.evaluate("document.styleSheets[0].insertRule('.low { padding: 0 !important; font-size: 12px }', 0)")
    assert len(low(page, "a[href]", 24)) == 1
    page.close()
