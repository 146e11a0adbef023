"""The focused element is visible (WCAG 2.4.11), forwards and backwards: no sticky heading or column covers it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="needs playwright: pip install -e '.[dev]'")

from playwright.sync_api import Browser

from tests.site.browser import DESKTOP, KINDS, PHONE, served
from tests.site.trial_site import REPORTED
from tests.soak_marks import some_in_soak

pytestmark = pytest.mark.browser
WITH_TABLES = {kind: KINDS[kind] for kind in ("strategy", "idp", "document", "quality")}
WITH_TABLES["year-reported"] = f"{REPORTED}year/2567/"
SIZES = ((DESKTOP, 700), (DESKTOP, 420), (PHONE, 640))
SEEN = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const inside = (rect, x, y) => {
    const top = document.elementFromPoint(x, y);
    return top && (one === top || one.contains(top));
  };
  // What shows of each of its lines within the window, looked at in nine places.
  const seen = [...one.getClientRects()].some(rect => {
    const [left, right] = [Math.max(rect.left, 0), Math.min(rect.right, innerWidth)];
    const [top, bottom] = [Math.max(rect.top, 0), Math.min(rect.bottom, innerHeight)];
    if (right - left < 8 || bottom - top < 4) return false;
    return [0.1, 0.5, 0.9].some(x => [0.15, 0.5, 0.85].some(
      y => inside(rect, left + (right - left) * x, top + (bottom - top) * y)));
  });
  return [seen, one.outerHTML.slice(0, 120)];
}"""


@pytest.fixture(scope="module")
def address(trial: Path) -> Iterator[str]:
    with served(trial / "site") as address:
        yield address


@pytest.mark.parametrize(("width", "height"), some_in_soak(SIZES, SIZES[1:]))
@pytest.mark.parametrize("kind", WITH_TABLES)
def test_the_focus_is_visible_in_both_directions(
    browser: Browser, address: str, kind: str, width: int, height: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": height})
    try:
        page.goto(address + WITH_TABLES[kind])
        hidden, stops = [], 0
        for key, presses in (("Tab", 70), ("Shift+Tab", 150)):  # the second reaches the foot from the top
            for _ in range(presses):
                page.keyboard.press(key)
                found = page.evaluate(SEEN)
                if found is not None:
                    stops += 1
                    hidden += [] if found[0] else [(key, found[1])]
        assert stops > 150
        assert hidden == []
    finally:
        page.close()


def test_every_link_of_the_header_is_fully_visible_on_a_phone(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": PHONE, "height": 640})
    try:
        page.goto(address + KINDS["overview"])
        for link in page.locator(".site-header a").all():
            box = link.bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= PHONE
    finally:
        page.close()


def test_the_target_of_an_address_is_not_covered_by_a_sticky_heading(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": DESKTOP, "height": 700})
    try:
        page.goto(address + KINDS["quality"])
        link = page.locator("#rules-caption ~ tbody th a").nth(25)
        link.evaluate("one => { one.id = 'somewhere'; location.hash = 'somewhere'; }")
        head = page.locator("#rules-caption ~ thead th").first.bounding_box()
        place = link.bounding_box()
        assert head is not None
        assert place is not None
        assert place["y"] >= head["y"] + head["height"]
    finally:
        page.close()
