"""Forced colours (Windows high contrast): every meaningful sign is drawn and visible."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="needs playwright: pip install -e '.[dev]'")

from playwright.sync_api import Browser, Page

from tests.site.browser import DESKTOP, KINDS, PHONE, served
from tests.site.trial_site import REPORTED
from tests.soak_marks import some_in_soak

pytestmark = pytest.mark.browser
MONITORING = f"{REPORTED}monitoring/"
UNMARKED = "[aria-current] { text-decoration: none !important }"
SIGNS = {
    "a tick of the matrix": (KINDS["idp"], "td:has(> .mark)", ".mark::before { visibility: hidden }"),
    "a method that is used": (KINDS["idp"], ".method-cells", ".is-used { background: none !important }"),
    "a cell that differs": (KINDS["idp"], ".differs", ".differs { outline: 0 !important }"),
    "a state": (KINDS["overview"], ".state--good", ".state::before { visibility: hidden }"),
    "a finding": (KINDS["overview"], ".state--notice", ".state::before { visibility: hidden }"),
    "a link to findings": (KINDS["idp"], ".finding-link", ".finding-link::before { visibility: hidden }"),
    "what unfolds": (KINDS["projects"], ".card summary", "summary::before { visibility: hidden }"),
    "a bar": (KINDS["overview"], ".chart:has(#money-chart-title)", "rect { visibility: hidden }"),
    "the hatching of a share": (MONITORING, ".chart:has(pattern)", ".chart__hatch { visibility: hidden }"),
    "the border of a share": (MONITORING, ".chart:has(pattern)", ".chart > path { stroke: none !important }"),
    "a province with plans": (KINDS["home"], ".map a", ".map__here { fill: Canvas !important }"),
    "the page that is open": (KINDS["idp"], ".page-nav [aria-current]", UNMARKED),
    "the part of the site": (KINDS["quality"], ".site-nav [aria-current]", UNMARKED),
    "what an address points at": (f"{KINDS['projects']}#p-s1t1-1", ".card:target", ".card { outline: 0 !important }"),
}  # fmt: skip
"""Sign: page, selector, and a style that would remove it."""
DRAWN = """() => {
  document.querySelectorAll("details").forEach(one => one.open = true);
  const clear = /^(rgba\\(.*, 0\\)|transparent)$/;
  const missed = new Set();
  for (const one of document.querySelectorAll("main *, header *, footer *"))
    for (const part of ["::before", "::after"]) {
      const style = getComputedStyle(one, part);
      if (style.content !== '""' || style.display === "none" || style.forcedColorAdjust === "none") continue;
      if (!clear.test(style.backgroundColor) || style.backgroundImage !== "none" || style.maskImage !== "none")
        missed.add(`${one.tagName}.${one.className}${part}`);
    }
  return [...missed];
}"""
"""Signs made only by a background, which the system would therefore remove."""


@pytest.fixture(scope="module")
def address(trial: Path) -> Iterator[str]:
    with served(trial / "site") as address:
        yield address


def forced(browser: Browser, scheme: str, width: int = DESKTOP) -> Page:
    # bypass_csp: the test injects a style to remove a sign.
    return browser.new_context(
        viewport={"width": width, "height": 900},
        forced_colors="active",
        color_scheme=scheme,  # type: ignore[arg-type]  # one of Playwright's literal words
        bypass_csp=True,
    ).new_page()


@pytest.mark.parametrize("scheme", some_in_soak(("light", "dark"), ("light",)))
@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_is_visible(browser: Browser, address: str, sign: str, scheme: str) -> None:
    place, selector, without = SIGNS[sign]
    page = forced(browser, scheme)
    try:
        page.goto(address + place)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        shown = page.locator(selector).first
        shown.scroll_into_view_if_needed()
        before = shown.screenshot()
        page.add_style_tag(content=without)
        assert shown.screenshot() != before
    finally:
        page.context.close()


@pytest.mark.parametrize("chosen", ["light", "dark"])
def test_forced_colours_override_the_chosen_scheme(browser: Browser, address: str, chosen: str) -> None:
    page = forced(browser, "dark")
    try:
        page.goto(address + KINDS["idp"])
        page.evaluate("scheme => { document.documentElement.dataset.scheme = scheme }", chosen)
        mark = page.evaluate("getComputedStyle(document.querySelector('.mark'), '::before').backgroundColor")
        assert mark == "rgb(255, 255, 255)"
    finally:
        page.context.close()


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_no_sign_is_only_a_background_that_the_system_removes(browser: Browser, address: str, width: int) -> None:
    page = forced(browser, "light", width)
    try:
        for kind in (*KINDS.values(), MONITORING):
            page.goto(address + kind)
            assert page.evaluate(DRAWN) == [], kind
    finally:
        page.context.close()


def test_the_selected_search_result_is_visible(browser: Browser, address: str) -> None:
    page = forced(browser, "light")
    try:
        page.goto(address + "/about/")
        page.locator(".search__box").fill("จริยธรรม")
        page.locator(".search__results li").first.wait_for()
        before = page.locator(".search__results").screenshot()
        page.locator(".search__box").press("ArrowDown")
        assert page.locator(".search__results").screenshot() != before
    finally:
        page.context.close()
