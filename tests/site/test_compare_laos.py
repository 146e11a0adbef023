"""Comparing LAOs in a real Chromium: by address, by keyboard, on a phone, and without scripts."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

import pytest

pytest.importorskip("playwright", reason="needs playwright: pip install -e '.[dev]'")

from playwright.sync_api import Browser, Page, expect

from generator.building.site import gather_pages
from generator.engine.batch import build_site
from generator.settings import Settings
from tests.building_blocks import make_lao, make_site
from tests.engine.conftest import CONFIG_FILE
from tests.site.browser import PHONE, axe_violations, served

pytestmark = pytest.mark.browser
CODES = [f"599990{number}" for number in range(1, 7)]
DRAFT = CODES[5]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("compare")
    content = make_site(folder)
    for number, code in enumerate(CODES, 1):
        name = f"name: ตัวอย่าง{'กขคงจฉ'[number - 1]}\ndistrict"
        state = ("state: announced", f"state: {'draft' if code == DRAFT else 'announced'}")
        budget = ("    budget: ๑๐,๐๐๐\n", f"    budget: {number}0,000\n")
        make_lao(content, code, f"x{number}", lao=("name: ตัวอย่าง\ndistrict", name), plan=state, projects=budget)
    settings = Settings(content=content, today=datetime.date(2024, 6, 1))
    build_site(CONFIG_FILE, settings, folder / "site", gather=gather_pages)
    with served(folder / "site") as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": PHONE, "height": 800})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    assert [one for one in said if "404" not in one] == []
    page.close()


def cells(page: Page, row: str) -> list[str]:
    return page.locator(".table--laos tr", has=page.get_by_role("rowheader", name=row)).locator("td").all_inner_texts()


def test_the_address_names_the_compared_laos(page: Page, site: str) -> None:
    page.goto(f"{site}/compare/?lao={CODES[1]}&lao={CODES[0]}")
    money = cells(page, "งบประมาณที่ระบุ") if page.wait_for_selector(".table--laos") else []
    assert [one.split("\n")[0] for one in money] == ["20,000 บาท", "10,000 บาท"]
    assert all("ต่อปีงบประมาณ" in one for one in money)
    assert "เทศบาลตำบลในจังหวัด 5 แห่ง: ค่ากลาง 30,000 (ช่วงกลาง 20,000–40,000)" in money[0]
    assert [one.rpartition("แห่งนี้")[2] for one in money] == ["อยู่ในช่วงกลาง", "ต่ำกว่าช่วงกลาง"]
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE


def test_repeated_codes_in_thai_digits_give_at_most_four_laos(page: Page, site: str) -> None:
    thai = CODES[0].translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
    page.goto(f"{site}/compare/?" + "&".join(f"lao={code}" for code in (thai, *CODES[:5], "x", "12")))
    expect(page.locator(".compare-laos__chosen li")).to_have_count(4)
    expect(page.locator(".compare-laos__form")).to_be_hidden()
    expect(page.get_by_role("status").last).to_contain_text("เลือกไว้ 4 แห่ง ครบแล้ว")
    assert page.evaluate("document.activeElement === document.body"), "opening an address moves no focus"


def test_an_lao_is_found_and_added_with_the_keyboard_alone_and_the_address_follows(page: Page, site: str) -> None:
    page.goto(f"{site}/compare/")
    box = page.get_by_label("เพิ่ม อปท. ด้วยชื่อหรือรหัส")
    for name in ("ตัวอย่างก", "ตัวอย่างข"):
        box.focus()
        page.keyboard.type(name)
        page.locator(".compare-laos__name").first.wait_for()
        page.keyboard.press("Enter")
        expect(page.locator(".compare-laos__name").first).to_be_focused()
        page.keyboard.press("Enter")
        expect(box).to_be_focused()
    expect(page.locator(".compare-laos__chosen li")).to_have_count(2)
    assert page.url.endswith(f"/compare/?lao={CODES[0]}&lao={CODES[1]}")
    page.go_back()
    expect(page.locator(".compare-laos__chosen li")).to_have_count(1)
    page.get_by_role("button", name="เอา ทต.ตัวอย่างก ออก").click()
    expect(page.locator(".table--laos")).to_have_count(0)
    assert page.url.endswith("/compare/")


def test_a_draft_and_an_unknown_code_are_reported(page: Page, site: str) -> None:
    page.goto(f"{site}/compare/?lao={DRAFT}&lao=6999999")
    page.wait_for_selector(".table--laos")
    assert cells(page, "แผนที่นำมาเทียบ") == ["มีเพียงร่างแผน", "ไม่พบ อปท. รหัสนี้ในเว็บไซต์นี้"]


def test_strategies_and_methods_are_side_by_side(page: Page, site: str) -> None:
    page.goto(f"{site}/compare/?lao={CODES[0]}&lao={CODES[2]}")
    page.wait_for_selector(".table--laos")
    assert all("พัฒนาความรู้" in one and "2 โครงการ" in one for one in cells(page, "โครงการและเงินตามยุทธศาสตร์"))
    assert page.locator(".table--laos tr.group").count() == 1


def test_texts_of_cells_are_not_squeezed_on_a_phone(page: Page, site: str) -> None:
    page.goto(f"{site}/compare/?lao={CODES[0]}&lao={CODES[1]}&lao={CODES[2]}")
    page.wait_for_selector(".table--laos")
    widths = page.eval_on_selector_all(
        ".table--laos td > *", "all => all.map((one) => one.getBoundingClientRect().width)"
    )
    assert widths and min(widths) >= PHONE / 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(browser: Browser, site: str, scheme: str) -> None:
    page = browser.new_page(viewport={"width": PHONE, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]  # one of Playwright's literal words
    page.goto(f"{site}/compare/?lao={CODES[0]}&lao={DRAFT}&lao={CODES[1]}")
    page.wait_for_selector(".table--laos")
    page.get_by_label("เพิ่ม อปท.").fill("ตัวอย่าง")
    page.wait_for_selector(".compare-laos__name")
    assert axe_violations(page) == []
    page.close()


def test_without_scripts_the_page_says_why_and_has_links(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/compare/?lao={CODES[0]}")
    expect(page.locator(".notice")).to_contain_text("ใช้สคริปต์ของเว็บไซต์นี้เอง")
    expect(page.locator(".notice")).to_be_visible()
    page.get_by_role("link", name="มหาสารคาม").click()
    assert re.search(r"/province/maha-sarakham/#spreads$", page.url)
    expect(page.locator("#spreads")).to_be_visible()
    expect(page.get_by_role("table")).to_contain_text("ค่ากลาง")
    context.close()
