"""WCAG 2.2 AA as far as axe-core can check it, and what it cannot: keyboard, focus, zoom, reduced motion."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="needs playwright: pip install -e '.[dev]'")

from playwright.sync_api import Browser, Page

from generator.pages.page_kinds import page_kinds
from tests.site.browser import DESKTOP, KINDS, PHONE, SOME_KINDS, axe_violations, served
from tests.site.trial_site import REPORTED
from tests.soak_marks import some_in_soak

pytestmark = pytest.mark.browser
REPORTED_KINDS = {
    f"{part or 'overview'}-reported": f"{REPORTED}{part}{'/' if part else ''}"
    for part in ("", "projects", "monitoring", "year/2567")
}
"""Pages of a plan with results and with money by year."""


@pytest.fixture(scope="module")
def address(trial: Path) -> Iterator[str]:
    with served(trial / "site") as address:
        yield address


_OTHER_NAMES = {"import_page": "import", "quality_rule": "quality-rule"}
_NOT_OPENED = {
    "failed": "no content makes it",
    "unreadable": "the published content has none",
    "moved": "a redirect",
    "withdrawn": "needs a repository",
    "withdrawn_province": "the same",
    "history_revision": "needs a repository; tests/site/test_compare_versions.py",
    "national_evidence_province": "a part of national-evidence-year with the same template",
    "quality_retired": "the same template as quality-rule",
}


def test_every_kind_of_page_is_opened() -> None:
    opened = {_OTHER_NAMES.get(kind.name, kind.name.replace("_", "-")) for kind in page_kinds()} - {
        name.replace("_", "-") for name in _NOT_OPENED
    }
    assert opened - KINDS.keys() == set(), "add an address to KINDS of tests/site/browser.py, or a reason above"


OPENED = (*KINDS, *REPORTED_KINDS, "missing")


@pytest.mark.parametrize(
    ("kind", "width", "scheme"),
    some_in_soak(
        product(OPENED, (PHONE, DESKTOP), ("light", "dark")),
        [*product(OPENED, (PHONE,), ("light",)), *product((*SOME_KINDS, *REPORTED_KINDS), (DESKTOP,), ("dark",))],
    ),
)
def test_axe_finds_nothing(browser: Browser, address: str, kind: str, width: int, scheme: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]  # one of Playwright's literal words
    try:
        page.goto(address + (KINDS | REPORTED_KINDS).get(kind, "/404.html"))
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert axe_violations(page) == []
    finally:
        page.close()


def test_axe_finds_a_known_violation(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "/")
    page.evaluate("document.querySelector('main').append(document.createElement('img'))")
    assert [one.partition(":")[0] for one in axe_violations(page)] == ["image-alt"]
    page.close()


@pytest.fixture
def plan(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": DESKTOP, "height": 900})
    page.goto(address + KINDS["strategy"])
    yield page
    page.close()


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent.trim()"))


def test_the_first_tab_stop_is_the_skip_link(plan: Page) -> None:
    plan.keyboard.press("Tab")
    assert focused(plan) == "ข้ามไปที่เนื้อหา"
    assert plan.locator(".skip").bounding_box()["width"] > 50  # type: ignore[index]  # visible once focused
    plan.keyboard.press("Enter")
    assert plan.evaluate("document.activeElement.id") == "content"


def test_every_tab_stop_is_visible(plan: Page) -> None:
    stops = 0
    for _ in range(60):
        plan.keyboard.press("Tab")
        if plan.evaluate("document.activeElement === document.body"):
            break
        stops += 1
        width = plan.evaluate("getComputedStyle(document.activeElement).outlineWidth")
        assert width == "3px", focused(plan)
    assert stops > 20


def test_the_button_for_light_and_dark_names_its_action(plan: Page, address: str) -> None:
    button = plan.get_by_role("button", name="พื้นมืด")
    button.focus()
    plan.keyboard.press("Enter")
    dark = plan.evaluate("getComputedStyle(document.body).backgroundColor")
    plan.goto(address + KINDS["idp"])
    assert plan.evaluate("getComputedStyle(document.body).backgroundColor") == dark
    plan.get_by_role("button", name="พื้นสว่าง").click()
    assert plan.evaluate("getComputedStyle(document.body).backgroundColor") != dark


def test_tables_are_labelled_and_scroll_by_keyboard(plan: Page) -> None:
    for region in plan.locator(".table-scroll").all():
        assert region.get_attribute("tabindex") == "0"
        assert region.get_attribute("role") == "region"
        name = region.evaluate("one => document.getElementById(one.getAttribute('aria-labelledby')).textContent")
        assert name.strip()


@pytest.mark.parametrize("kind", KINDS)
def test_at_400_percent_zoom_nothing_scrolls_sideways(browser: Browser, address: str, kind: str) -> None:
    # WCAG 1.4.10: 1,280 pixels at 400 % are 320.
    page = browser.new_page(viewport={"width": 320, "height": 256})
    try:
        page.goto(address + KINDS[kind])
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    finally:
        page.close()


def test_user_text_spacing_cuts_nothing_off(plan: Page) -> None:
    # WCAG 1.4.12, injected like a reader's own style sheet.
    plan.context.new_cdp_session(plan).send("Page.setBypassCSP", {"enabled": True})
    plan.reload()
    plan.add_style_tag(content="* { line-height: 2 !important; word-spacing: .16em !important }")
    cut = plan.evaluate(
        """() => [...document.querySelectorAll("h1, h2, h3, p, th, td, a, button, summary")]
          .filter(one => one.clientHeight && one.scrollHeight > one.clientHeight + 2
            && getComputedStyle(one).overflowY === "hidden")
          .map(one => one.textContent.trim().slice(0, 60))"""
    )
    assert cut == []


def test_nothing_is_animated(plan: Page) -> None:
    moving = plan.evaluate(
        """() => [...document.querySelectorAll("*")].filter(one => {
          const style = getComputedStyle(one);
          return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0;
        }).map(one => one.outerHTML.slice(0, 80))"""
    )
    assert moving == []
