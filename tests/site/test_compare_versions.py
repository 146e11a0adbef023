"""Comparing any two versions of a plan in a real Chromium: the script finds the same changes as the program."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="needs playwright: pip install -e '.[dev]'")

from playwright.sync_api import Browser, Page, expect

from generator.exports.history_json import change_records
from generator.history.history_index import read_history
from generator.history.plan_diff import plan_changes
from generator.history.revisions import LaoHistory, department_names
from generator.model.plan import PlanFolder
from tests.building.versioned_site import HISTORY, VersionedSite
from tests.history.repositories import CODE, CYCLE
from tests.site.browser import PHONE, served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> VersionedSite:
    site = VersionedSite(tmp_path_factory.mktemp("compare"), 11)
    site.build()
    return site


@pytest.fixture
def page(browser: Browser, site: VersionedSite) -> Iterator[Page]:
    with (
        served(site.folder / "site") as address,
        browser.new_context(viewport={"width": PHONE, "height": 800}) as context,
    ):
        page = context.new_page()
        page.goto(f"{address}/{HISTORY}/")
        yield page


def expected(content: Path, first: int, second: int) -> int:
    """Return the number of changes that the program finds between two versions."""
    revisions = LaoHistory(read_history(content), (CODE,)).of(CYCLE).revisions
    one, other = revisions[first - 1], revisions[second - 1]
    assert isinstance(one.plan, PlanFolder)
    assert isinstance(other.plan, PlanFolder)
    return len(change_records(plan_changes(one.plan, other.plan, department_names(one, other))))


def test_any_two_versions_have_as_many_changes_as_the_program_finds(page: Page, site: VersionedSite) -> None:
    wrong = []
    for first, second in permutations((1, 2, 4, 6, 8, 9, 11), 2):
        page.locator("#compare-from").select_option(str(first))
        page.locator("#compare-to").select_option(str(second))
        shown = page.locator(".compare .changes li").count()
        if shown != expected(site.content, first, second):
            wrong.append((first, second, shown, expected(site.content, first, second)))
    assert wrong == []


def test_the_choice_is_in_the_address(page: Page) -> None:
    page.locator("#compare-from").select_option("4")
    assert "?from=4&to=11" in page.url
    page.reload()
    expect(page.locator("#compare-from")).to_have_value("4")
    expect(page.locator(".compare [role=status]")).to_contain_text("จากรุ่นที่ 4 ถึงรุ่นที่ 11")


def test_hostile_text_in_the_data_stays_text(page: Page, site: VersionedSite) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    record = json.loads(site.read(f"{HISTORY}/revisions.json"))
    for change in (one for revision in record["revisions"] for one in revision["changes"]):
        change["sentence"] = None
        change["name"] = change["before"] = hostile
        change["after"] = f"{hostile}2"
    page.route("**/revisions.json", lambda route: route.fulfill(json=record))
    page.on("dialog", lambda _: pytest.fail("a dialog"))
    page.reload()
    expect(page.locator(".compare .changes li").first).to_contain_text("<img src=x")
    assert page.locator(".compare img").count() == 0
