"""The page /verify/ in a real Chromium: files are hashed there, looked up in the manifests, and never sent."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="needs playwright: pip install -e '.[dev]'")

from playwright.sync_api import Browser, Page, Request, expect

from generator.history.manifests import read_root_manifest
from tests.building.nation import Nation
from tests.building_blocks import CODE
from tests.site.browser import PHONE, served

pytestmark = pytest.mark.browser
PAGE = Path("lao", CODE, "2567-2569", "projects", "index.html")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    nation = Nation(tmp_path_factory.mktemp("nation"))
    nation.build(cache=None)
    return nation.folder / "site"


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    with served(site) as address, browser.new_context(viewport={"width": PHONE, "height": 800}) as context:
        page = context.new_page()
        page.goto(f"{address}/verify/")
        yield page


def choose(page: Page, *files: Path) -> None:
    page.locator("#verify-file").set_input_files(list(files))
    expect(page.get_by_role("status").filter(has_text="ตรวจแล้ว")).to_contain_text(f"{len(files)} ไฟล์")


def test_a_page_of_a_plan_is_identified_with_lao_and_cycle(page: Page, site: Path) -> None:
    choose(page, site / PAGE)
    found = page.locator(".verify__results li")
    expect(found).to_contain_text("ตรงกับไฟล์ที่เว็บไซต์นี้เผยแพร่")
    expect(found.get_by_role("link", name=PAGE.as_posix())).to_have_attribute(
        "href", page.url.replace("/verify/", f"/lao/{CODE}/2567-2569/projects/")
    )
    expect(found.get_by_role("link", name="2567-2569", exact=True)).to_be_visible()
    expect(found).to_contain_text(read_root_manifest((site / "manifest.json").read_bytes()).laos[CODE].content)


@pytest.mark.parametrize(
    "path", ["index.html", "manifest.json", f"lao/{CODE}/manifest.json", "text/all.txt", "text/manifest.json"]
)
def test_every_kind_of_file_is_identified(path: str, page: Page, site: Path) -> None:
    choose(page, site / path)
    expect(page.locator(".notice--good")).to_be_visible()


def test_an_altered_file_is_not_found(page: Page, site: Path, tmp_path: Path) -> None:
    altered = tmp_path / "<img src=x onerror=alert(1)>.html"
    altered.write_bytes((site / PAGE).read_bytes() + b" ")
    choose(page, altered, site / PAGE)
    expect(page.locator(".verify__results li").first).to_contain_text("ไม่พบไฟล์นี้")
    expect(page.locator(".verify__name").first).to_have_text(altered.name)
    expect(page.locator(".notice--good")).to_have_count(1)


def test_a_manifest_that_contradicts_the_root_is_ignored(browser: Browser, site: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(site, tmp_path / "site"))
    manifest = copy / "lao" / CODE / "manifest.json"
    data = json.loads(manifest.read_bytes())
    data["commit"] = "1" * 40
    manifest.write_text(json.dumps(data))
    with served(copy) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/verify/")
        choose(page, copy / PAGE)
        expect(page.locator(".notice--problem")).to_contain_text(CODE)
        expect(page.locator(".notice--good")).to_have_count(0)


def test_no_part_of_a_file_is_sent(page: Page, site: Path) -> None:
    sent: list[Request] = []
    page.on("request", lambda request: sent.append(request))  # noqa: PLW0108  # playwright takes no built-in function
    choose(page, site / PAGE)
    assert {(one.method, one.post_data) for one in sent} == {("GET", None)}
    fetched = [one.url for one in sent if one.resource_type == "fetch"]  # besides it, fonts of this site
    assert fetched
    assert all(url.endswith("manifest.json") for url in fetched)


def test_the_page_works_by_keyboard(page: Page, site: Path) -> None:
    # Add the listener before loading: Chromium drops a dialog that nothing intercepts yet.
    page.on("filechooser", lambda chooser: chooser.set_files(site / PAGE))
    page.reload()
    page.locator("#verify-lao").focus()
    page.keyboard.press("Tab")
    expect(page.locator("#verify-file")).to_be_focused()
    page.keyboard.press("Space")
    expect(page.locator(".notice--good")).to_be_visible()


def test_a_dropped_file_is_checked(page: Page) -> None:
    page.evaluate(
        """() => {
          const transfer = new DataTransfer();
          transfer.items.add(new File(["x"], "dropped.csv"));
          document.querySelector(".verify__drop").dispatchEvent(new DragEvent("drop", { dataTransfer: transfer }));
        }"""
    )
    expect(page.locator(".verify__name")).to_have_text("dropped.csv")
    expect(page.locator(".notice--warn")).to_contain_text("ไม่พบไฟล์นี้")


def test_without_manifests_it_says_so(page: Page, site: Path) -> None:
    page.route("**/manifest.json", lambda route: route.abort())
    choose(page, site / PAGE)
    expect(page.locator(".notice--warn")).to_contain_text("โหลดบัญชีไฟล์ของเว็บไซต์นี้ไม่ได้")


def test_without_scripts_it_explains_how_to_verify_by_hand(browser: Browser, site: Path) -> None:
    with served(site) as address, browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/verify/")
        expect(page.locator("noscript .notice")).to_be_visible()
        for command in ("certutil -hashfile", "sha256sum", "shasum"):
            expect(page.get_by_text(command)).to_be_visible()
