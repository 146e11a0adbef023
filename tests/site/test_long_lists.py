"""Filters and sorting with unusual rows and unusual input, on tables and lists of a test page."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest

pytest.importorskip("playwright", reason="needs playwright: pip install -e '.[dev]'")

from playwright.sync_api import Browser, Page

from generator.engine.batch import build_site
from generator.pages.page import Block, Heading
from generator.settings import Settings
from tests.engine.conftest import CONFIG_FILE, Content, page, with_fixed_pages
from tests.site.browser import DESKTOP, served

pytestmark = pytest.mark.browser


def row(name: str, amount: str, who: str = "กองคลัง") -> str:
    return f'<tr><th scope="row">{name}</th><td class="num">{amount}</td><td>1-4</td><td>{who}</td></tr>'


AMOUNTS = ("๑๐๐,๐๐๐", "5,000", "-", "20,000", "ปีละ 50,000", "300", "10,000-20,000", "1,000.50", "งบกลาง")
TABLE = (
    '<div class="table-scroll" role="region" tabindex="0" aria-labelledby="c">'
    '<table class="table" data-tools="กรองโครงการ">'
    '<caption id="c">โครงการ 9 รายการ</caption><thead><tr><th scope="col" rowspan="2" data-sort="text">โครงการ</th>'
    '<th scope="colgroup" colspan="2">แผน</th><th scope="col" rowspan="2" data-sort="text">ผู้รับผิดชอบ</th></tr>'
    '<tr><th scope="col" class="num" data-sort="number">บาท</th><th scope="col">ไตรมาส</th></tr></thead><tbody>'
    '<tr class="group"><th scope="rowgroup" colspan="4">ยุทธศาสตร์ที่ 1</th></tr>'
    '<tr class="group group--sub"><th scope="rowgroup" colspan="4">กลยุทธ์ที่ 1</th></tr>'
    + "".join(row(f"โครงการที่ {place}", amount) for place, amount in enumerate(AMOUNTS[:8], 1))
    + '<tr class="subtotal"><th scope="row">รวม</th><td class="num">426,300.50</td><td colspan="2"></td></tr>'
    '<tr class="group group--sub"><th scope="rowgroup" colspan="4">กลยุทธ์ที่ 2</th></tr>'
    '<tr><td colspan="4"><span class="empty">ไม่มีโครงการใต้กลยุทธ์นี้</span></td></tr></tbody><tbody>'
    '<tr class="group"><th scope="rowgroup" colspan="4">ยุทธศาสตร์ที่ 2</th></tr>'
    '<tr><th scope="row">จ้างที่ปรึกษา</th><td colspan="2">งบกลาง ตลอดปี</td><td>สำนักปลัด</td></tr></tbody>'
    '<tfoot><tr class="total"><th scope="row">รวม</th>'
    '<td class="num">426,300.50</td><td colspan="2"></td></tr></tfoot>'
    "</table></div>"
)
NAMES = ("น้ำเกลี้ยง", "แก้งเหนือ", "ทมิฬ", "อบจนา", "โพนทอง", "บางแค", "ศรีสุข", "ค้าขาย", "คาขาย")
LIST = (
    '<div data-filter=".lao-card" data-label="กรอง อปท."></div><h2 id="d">อำเภอเมือง</h2><div class="cards">'
    + "".join(f'<article class="card lao-card"><h3>เทศบาลตำบล{name}</h3><p>รหัส 54405{place:02}</p></article>'
              for place, name in enumerate(NAMES))
    + "</div>"
)  # fmt: skip

BLOCKS = {"table": TABLE, "list": LIST}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("site")
    pages = [page(f"/{name}/", Heading(1, "หน้า"), Block(html)) for name, html in BLOCKS.items()]
    settings = Settings(content=folder, today=datetime.date(2026, 1, 1))
    build_site(CONFIG_FILE, settings, folder / "site", gather=lambda _: Content(with_fixed_pages(pages)))
    with served(folder / "site") as address:
        yield address


@pytest.fixture
def table(browser: Browser, address: str) -> Iterator[Page]:
    yield from _opened(browser, address + "/table/")


@pytest.fixture
def names(browser: Browser, address: str) -> Iterator[Page]:
    yield from _opened(browser, address + "/list/")


def _opened(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": DESKTOP, "height": 800})
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address)
    yield page
    assert said == []
    page.close()


def column(page: Page, place: int) -> list[str]:
    rows = page.locator("tbody tr:not(.group, .subtotal):visible")
    return [text.strip() for text in rows.locator(f"> :nth-child({place})").all_inner_texts()]


def left(page: Page, typed: str) -> list[str]:
    page.get_by_label("กรอง อปท.").fill(typed)
    # Not `innerText`: it is empty for a card that Chromium has not laid out yet (content-visibility in cards.css).
    return [text.removeprefix("เทศบาลตำบล") for text in page.locator(".lao-card:visible h3").all_text_contents()]


def test_rows_spanning_some_columns_are_sorted_and_those_spanning_all_are_not(table: Page) -> None:
    table.get_by_role("button", name="เรียงตามบาท").click()
    assert column(table, 2)[:5] == ["300", "1,000.50", "5,000", "20,000", "๑๐๐,๐๐๐"]
    assert set(column(table, 2)[5:]) == {"-", "ปีละ 50,000", "10,000-20,000", "งบกลาง ตลอดปี"}, "words come last"
    table.get_by_role("button", name="เรียงตามผู้รับผิดชอบ").click()
    last = column(table, 1)[-1].split()
    assert last == ["ยุทธศาสตร์ที่", "2", "จ้างที่ปรึกษา"], "a row with fewer cells, below the strategy that it was under"
    assert table.locator("th[aria-sort]").inner_text().startswith("ผู้รับผิดชอบ")


def test_the_order_of_the_document_can_be_restored(table: Page) -> None:
    before = table.locator("table").inner_text()
    for _ in range(3):
        table.get_by_role("button", name="เรียงตามผู้รับผิดชอบ").click()
    assert table.locator("table").inner_text() == before


def test_a_filter_counts_only_rows_that_it_can_show(table: Page) -> None:
    table.get_by_label("กรองโครงการ").fill("โครงการ")
    assert table.locator(".filter__count").inner_text() == "พบ 8 จาก 9 รายการ"
    assert table.get_by_text("ไม่มีโครงการใต้กลยุทธ์นี้").is_hidden()
    table.get_by_label("กรองโครงการ").fill("")
    assert table.get_by_text("ไม่มีโครงการใต้กลยุทธ์นี้").is_visible()


def test_a_filter_does_not_match_across_two_cells(table: Page) -> None:
    table.get_by_label("กรองโครงการ").fill("3001")  # 300 baht, quarters 1-4
    assert column(table, 1) == []
    table.get_by_label("กรองโครงการ").fill("กองคลัง 300")
    assert column(table, 2) == ["300"]


def test_a_filtered_table_has_a_note_on_paper(table: Page) -> None:
    table.get_by_label("กรองโครงการ").fill("โครงการ")
    table.emulate_media(media="print")
    assert table.locator(".filter").inner_text().strip() == "พบ 8 จาก 9 รายการ เพราะกรองด้วย “โครงการ”"
    assert table.get_by_label("กรองโครงการ").is_hidden()


def test_an_unfiltered_table_has_no_note_on_paper(table: Page) -> None:
    table.emulate_media(media="print")
    assert table.locator(".filter").inner_text().strip() == ""
    assert table.locator(".sort:visible").count() == 0


def test_a_sorted_table_names_its_order_on_paper(table: Page) -> None:
    table.get_by_role("button", name="เรียงตามบาท").click()
    table.emulate_media(media="print")
    assert table.locator("th:has(.sort:visible)").inner_text().strip() == "บาท"


@pytest.mark.parametrize(
    "typed",
    ["น้ำเกลี้ยง", "นํ้าเกลี้ยง", "นำ้เกลี้ยง", "น้ํ าเกลี้ยง", "น้ำ\u200bเกลี้ยง", "ทต.น้ำเกลี้ยง", "ทต น้ำเกลี้ยง", "นำเกลียง", "๕๔๔๐๕๐๐"],
)
def test_a_filter_finds_the_same_as_the_search(names: Page, typed: str) -> None:
    assert left(names, typed) == ["น้ำเกลี้ยง"]


def test_two_sara_e_match_sara_ae(names: Page) -> None:
    assert left(names, "เเก้ง") == ["แก้งเหนือ"]


def test_an_abbreviation_finds_all_its_expansions(names: Page) -> None:
    assert len(left(names, "ทต.")) == len(NAMES)
    assert left(names, "อบต.") == []


def test_the_heading_of_a_list_matches_all_items_below_it(names: Page) -> None:
    assert len(left(names, "อ.เมือง")) == len(NAMES)


def test_other_tone_marks_match_only_without_an_exact_match(names: Page) -> None:
    assert left(names, "คาขาย") == ["คาขาย"]
    assert left(names, "ค่าขาย") == ["ค้าขาย", "คาขาย"]
    assert "วรรณยุกต์ต่างจากที่พิมพ์" in names.locator(".filter__count").inner_text()


@pytest.mark.parametrize("typed", ["中文", "—", "zz"])
def test_a_filter_without_matches_shows_nothing_and_says_so(names: Page, typed: str) -> None:
    assert left(names, typed) == []
    assert names.locator(".filter__count").inner_text() == "พบ 0 จาก 9 รายการ"
