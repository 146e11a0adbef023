"""Search in a real Chromium: the same results as in the terminal, also by keyboard and for screen readers."""

from __future__ import annotations

import csv
import dataclasses
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest

pytest.importorskip("playwright", reason="needs playwright: pip install -e '.[dev]'")

from playwright.sync_api import Browser, Page, Route, expect

from generator.building.indexing import index_content
from generator.search.excerpt import excerpt
from generator.search.finder import Finder
from generator.search.full_text import FullText
from generator.search.full_text_index import Bundle, bundle_files, index_file
from generator.search.merged_results import answer
from generator.search.narrowing import Narrowing, Order
from generator.search.sections import Part, SearchedLao
from generator.settings import Settings
from generator.thai.searching import key_words, search_key
from tests.checks.case import CODE
from tests.search.test_finder import QUESTIONS
from tests.site.browser import DESKTOP, KINDS, PHONE, served
from tests.site.trial_site import FORMER_CODE, SHARED_TITLE, TODAY

pytestmark = pytest.mark.browser
IN_THE_BROWSER = """async ([queries, limit]) => {
  const { root, finder } = document.querySelector(".site-header").dataset;
  const module = await import(new URL(`${root}/${finder}`, document.baseURI).href);
  const all = await module.loadFinder(root);
  const shown = one => [one.match, one.item.kind, one.item.title, one.item.detail, one.item.address];
  return queries.map(query => all.find(query, limit).map(shown));
}"""
KEYS = """async texts => {
  const { root, finder } = document.querySelector(".site-header").dataset;
  const module = await import(new URL(`${root}/${finder}`, document.baseURI).href);
  return texts.map(module.keyWords);
}"""


IN_THE_TEXT = """async queries => {
  const { root, finder, text } = document.querySelector(".site-header").dataset;
  const load = address => import(new URL(`${root}/${address}`, document.baseURI).href);
  const [{ keyWords }, module] = await Promise.all([load(finder), load(text)]);
  const full = await module.loadFullText(root, "all");
  return queries.map(([query, narrowing, order]) => {
    const { found, near } = full.find(module.plainWords(keyWords(query)), narrowing, order);
    const shown = ([number, match]) => {
      const { lao, index } = full.sections[number];
      return [full.laos[lao].code, index, match];
    };
    return [found.map(shown), near];
  });
}"""
EXCERPTS = """async asked => {
  const { root, text } = document.querySelector(".site-header").dataset;
  const module = await import(new URL(`${root}/${text}`, document.baseURI).href);
  return asked.map(([text, words]) => module.excerpt(text, words).map(([piece]) => piece).join(""));
}"""
TEXTS = ("จริยธรรม", "สุขภาพ ตรวจ", "ปลัดเทศบาล", "ปฐมนิเทศบุคคลากรใหม่", "นิติกร สำรวจ", "การอบรมที่ไม่มีใครจัด", "ฑฒณ", "๑๐๐", "")
NARROWINGS = (
    Narrowing(),
    Narrowing(province="มหาสารคาม"),
    Narrowing(type="เทศบาลนคร"),
    Narrowing(lao="6750306"),
    Narrowing(part=Part.PROJECT),
    Narrowing(year="2568"),
    Narrowing(department="กองคลัง"),
    Narrowing(strategy="การพัฒนาบุคลากรให้เป็นคนดี"),
    Narrowing(competency="การมุ่งผลสัมฤทธิ์"),
    Narrowing(budget="0-10000"),
    Narrowing(budget="50000-100000", year="2567"),
)


def fields(narrowing: Narrowing) -> dict[str, str]:
    return {name: value for name, value in dataclasses.asdict(narrowing).items() if value is not None}


def in_plans(full_text: FullText, query: str, narrowing: Narrowing, order: Order) -> list[Any]:
    found, near = full_text.find(query, narrowing, order)
    return [[[one.lao.code, one.lao.sections.index(one.section), one.match] for one in found], near]


@pytest.fixture(scope="module")
def address(trial: Path) -> Iterator[str]:
    with served(trial / "site") as address:
        yield address


@pytest.fixture(scope="module")
def finder(trial: Path) -> Finder:
    return Finder(index_content(Settings(content=trial / "content", today=TODAY)).finder.items())


@pytest.fixture(scope="module")
def laos(trial: Path) -> tuple[SearchedLao, ...]:
    return index_content(Settings(content=trial / "content", today=TODAY)).laos


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": DESKTOP, "height": 900})
    page.goto(address + KINDS["overview"])
    yield page
    page.close()


def in_python(finder: Finder, queries: list[str], limit: int) -> list[list[list[Any]]]:
    return [
        [
            [one.match, one.item.kind, one.item.title, one.item.detail, one.item.address]
            for one in finder.find(query, limit)
        ]
        for query in queries
    ]


def test_the_browser_finds_what_the_terminal_finds(page: Page, finder: Finder) -> None:
    queries = [query for query, _ in QUESTIONS] + [
        SHARED_TITLE,
        FORMER_CODE,
        f"0{FORMER_CODE}",
        "5999902",
        "การ",
        "ตัวอย่าง",
        "ฑฒณ",
        "พัฒนา บุคลากร",
        "๓",
        "a",
        "",
        "  ",
    ]
    for query, there, here in zip(
        queries, page.evaluate(IN_THE_BROWSER, [queries, 20]), in_python(finder, queries, 20), strict=True
    ):
        assert there == here, query


@pytest.mark.soak
def test_thousands_of_queries_have_the_same_answers(page: Page, finder: Finder) -> None:
    chance = random.Random(2567)  # noqa: S311  # the same in every run
    titles = [one.item.title for one in finder.find("การ", 1000)]
    letters = "กขคงจชซดตทนบปพมยรลวสอะาิีึืุู่้็์ำเแโใไๆฯ ๐๕.-abKM"
    queries = []
    for _ in range(2_000):
        title = chance.choice(titles)
        start = chance.randrange(len(title))
        part = list(title[start : start + chance.randrange(2, 30)])
        if chance.random() < 0.5:
            part[chance.randrange(len(part))] = chance.choice(letters)
        queries.append("".join(part))
    there = page.evaluate(IN_THE_BROWSER, [queries, 10])
    assert there == in_python(finder, queries, 10)


def test_the_browser_finds_in_plans_what_the_terminal_finds(page: Page, laos: tuple[SearchedLao, ...]) -> None:
    full_text = FullText(laos)
    queries = [(query, narrowing, order) for query in TEXTS for narrowing in NARROWINGS for order in Order]
    there = page.evaluate(IN_THE_TEXT, [[query, fields(narrowing), order] for query, narrowing, order in queries])
    for (query, narrowing, order), shown in zip(queries, there, strict=True):
        assert shown == in_plans(full_text, query, narrowing, order), (query, narrowing, order)


@pytest.mark.soak
def test_thousands_of_queries_in_plans_have_the_same_answers(page: Page, laos: tuple[SearchedLao, ...]) -> None:
    full_text = FullText(laos)
    chance = random.Random(2569)  # noqa: S311  # the same in every run
    texts = [f"{section.title} {section.text}" for lao in laos for section in lao.sections]
    queries = []
    for _ in range(3_000):
        text = chance.choice(texts)
        start = chance.randrange(len(text))
        part = list(text[start : start + chance.randrange(1, 60)])
        if chance.random() < 0.4:
            part[chance.randrange(len(part))] = chance.choice(" กขา้็ำ๕7a.")
        queries.append("".join(part))
    there = page.evaluate(IN_THE_TEXT, [[query, {}, Order.BEST] for query in queries])
    assert there == [in_plans(full_text, query, Narrowing(), Order.BEST) for query in queries]


def test_excerpts_are_the_same_in_python_and_javascript(page: Page, laos: tuple[SearchedLao, ...]) -> None:
    chance = random.Random(2570)  # noqa: S311  # the same in every run
    texts = [section.text for lao in laos for section in lao.sections if section.text]
    asked = []
    for text in texts:
        words = chance.choice(texts if chance.random() < 0.2 else [text])
        start = chance.randrange(len(words))
        asked.append((text, key_words(words[start : start + chance.randrange(3, 30)])))
    there = page.evaluate(EXCERPTS, [[text, words] for text, words in asked])
    assert there == [excerpt(text, words) for text, words in asked]


def test_keys_are_the_same_in_python_and_javascript(page: Page) -> None:
    chance = random.Random(2568)  # noqa: S311  # the same in every run
    letters = [
        chr(one) for one in (*range(0x20, 0x7F), *range(0x0E01, 0x0E5C), 0xA0, 0x200B, 0x4D, 0xC9, 0xDF, 0x130, 0x1F600)
    ]
    texts = ["".join(chance.choices(letters, k=chance.randrange(1, 30))) for _ in range(3_000)]
    texts += ["อบต.", "อบต", "ทต", "จ.", "ก จ. ข", "ทน.ทนาย", "ผอ.ผอม", "\u0e4d\u0e48\u0e32"]
    assert page.evaluate(KEYS, texts) == [list(search_key(text).words) for text in texts]


def test_nothing_is_loaded_before_the_box_is_used(browser: Browser, address: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + KINDS["projects"])
    page.wait_for_load_state("networkidle")
    assert not [one for one in asked if "finder" in one]
    page.keyboard.press("/")
    page.keyboard.type("สุขภาพ")
    page.wait_for_selector(".search__results li")
    assert len([one for one in asked if "finder" in one]) == 2
    page.close()


def test_a_result_is_reached_by_keyboard_from_any_page(page: Page) -> None:
    page.keyboard.press("/")
    box = page.get_by_role("combobox")
    expect(box).to_be_focused()
    page.keyboard.type("จิตอาสาเรา")
    options = page.get_by_role("option")
    expect(options).to_have_count(2)  # the project, and the link to search in plans
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert box.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    page.keyboard.press("Enter")
    page.wait_for_url("**/projects/#p-s3t2-1")


@pytest.mark.parametrize(
    ("typed", "code"), [("5440502", "5440502"), ("๕๔๔๐๕๐๒", "5440502"), ("05440502", "5440502"), (FORMER_CODE, CODE)]
)
def test_a_code_leads_to_its_lao_from_the_box_and_from_the_search_page(
    typed: str, code: str, page: Page, address: str
) -> None:
    page.keyboard.press("/")
    page.keyboard.type(typed)
    page.get_by_role("option").first.click()
    page.wait_for_url(f"**/lao/{code}/")
    page.goto(f"{address}/search/?q={quote(typed)}")
    expect(page.locator(f"main a[href$='lao/{code}/']").first).to_be_visible()


def test_escape_closes_the_list_and_then_clears_the_box(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("โพนทอง")
    page.wait_for_selector(".search__results li")
    page.keyboard.press("Escape")
    expect(page.locator(".search__results")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.get_by_role("combobox")).to_have_value("")


def test_the_number_of_results_is_announced(page: Page) -> None:
    said = page.locator(".search [role=status]")
    box = page.get_by_role("combobox")
    box.fill("โพนทอง")
    expect(said).to_contain_text("พบ")
    box.fill("จิตอาษา")
    expect(said).to_contain_text("ใกล้เคียง")
    box.fill("ฑฒณฐฎ")
    expect(said).to_contain_text("ไม่มีชื่อ “ฑฒณฐฎ” ในเว็บไซต์นี้")


def test_a_slash_typed_into_a_box_is_inserted(page: Page) -> None:
    page.get_by_role("combobox").fill("")
    page.get_by_role("combobox").press("/")
    expect(page.get_by_role("combobox")).to_have_value("/")


def test_without_scripts_the_box_leads_to_the_search_page(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + KINDS["overview"])
    page.get_by_role("searchbox").fill("โพนทอง")
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url("**/search/?q=*")
    assert "การค้นหาใช้สคริปต์" in page.content()
    context.close()


def test_a_search_can_be_shared_by_its_address(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/search/?q={quote('จริยธรรม')}&kind=project")
    results = page.locator(".results li")
    expect(results.first).to_contain_text("โครงการ · เทศบาลตำบลตัวอย่าง · แผน 2567-2569")
    page.get_by_label("ประเภทของผล").select_option("framework")
    expect(results.first).to_contain_text("กรอบระดับชาติ")
    assert "kind=framework" in page.url
    page.reload()
    expect(results.first).to_contain_text("กรอบระดับชาติ")
    page.close()


def test_facets_narrow_and_money_sorts(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/search/?q={quote('บุคลากร')}")
    page.get_by_label("จังหวัด").select_option("มหาสารคาม")
    page.get_by_label("ส่วนราชการ").select_option("กองคลัง")
    page.get_by_label("เรียงตาม").select_option("most")
    expect(page.locator(".results li").first).to_contain_text("บาท")
    assert {"province", "department", "sort"} <= set(parse_qs(urlsplit(page.url).query))
    amounts = [
        float(text.split(" · ")[-1].removesuffix(" บาท").replace(",", ""))
        for text in page.locator(".results small").all_inner_texts()
    ]
    assert amounts == sorted(amounts, reverse=True)
    page.close()


def test_found_words_are_highlighted(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/search/?q={quote('ผ่านเกณฑ์ ร้อยละ ๙๐')}")
    expect(page.locator(".results mark").first).to_contain_text("ผ่านเกณฑ์ ร้อยละ ๙๐")
    page.locator(".results a").first.click()
    page.wait_for_url("**/lao/*/2567-2569/**#*")
    page.close()


def test_more_results_are_shown_on_demand(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/search/?q={quote('สมรรถนะหลัก')}")
    expect(page.locator(".results__excerpt")).to_have_count(10)
    page.get_by_role("button", name="แสดงเพิ่ม").click()
    expect(page.locator(".results__excerpt")).to_have_count(20)
    expect(page.locator(".results__excerpt").nth(10).locator("xpath=../a")).to_be_focused()
    page.close()


def test_going_back_from_a_result_restores_the_list(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": PHONE, "height": 800})
    page.goto(f"{address}/search/?q={quote('สมรรถนะหลัก')}")
    page.get_by_role("button", name="แสดงเพิ่ม").click()
    result = page.locator(".results__excerpt").nth(14).locator("xpath=../a")
    result.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    result.click()
    page.wait_for_url("**/lao/**")
    page.go_back()
    expect(page.locator(".results__excerpt")).to_have_count(20)
    expect(result).to_be_in_viewport()
    assert abs(page.evaluate("scrollY") - before) < 5
    page.close()


def test_a_shared_title_lists_its_laos_by_province(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/search/?title={quote(SHARED_TITLE)}")
    expect(page.locator(".results li")).to_have_count(2)
    expect(page.locator(".search-page h2")).to_have_text(["มหาสารคาม"])
    page.locator(".results a").first.click()
    page.wait_for_url("**/projects/#p-*")
    page.close()


def test_results_can_be_saved_for_spreadsheets(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/search/?q={quote('จริยธรรม')}")
    page.wait_for_selector(".results li")
    with page.expect_download() as download:
        page.get_by_role("button", name="บันทึกผลเป็นไฟล์ CSV").click()
    rows = list(csv.DictReader(Path(download.value.path()).read_text("utf-8-sig").splitlines()))
    status = page.locator(".search-page [role=status]").inner_text()
    assert len(rows) == sum(map(int, re.findall(r"\d+", status))), "all of them, not only those on the screen"
    assert all(row["ที่อยู่"].startswith(address) and row["ชื่อ"] for row in rows)
    assert [row["งบประมาณ (บาท)"] for row in rows if row["ประเภท"] == "โครงการ"]
    page.close()


def test_a_hostile_query_stays_text(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto(
        f"{address}/search/?q={quote('<img src=x onerror=alert(1)>')}&title={quote('<svg onload=alert(1)>')}&kind=x"
    )
    expect(page.locator(".search-page [role=status]")).not_to_be_empty()
    assert page.locator(".search-page img, .search-page svg").count() == 0
    page.close()


def test_a_failed_download_is_reported(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route("**/text/all.txt", lambda route: route.abort())
    page.goto(f"{address}/search/?q={quote('อบรม')}")
    expect(page.locator(".search-page [role=status]")).to_contain_text("โหลดข้อความในแผนไม่ได้")
    expect(page.locator(".results li").first).to_be_visible()
    page.route("**/full-text.*.js", lambda route: route.abort())
    page.goto(f"{address}/search/")
    expect(page.locator(".search-page")).to_contain_text("โหลดสคริปต์สำหรับค้นหาไม่ได้")
    page.close()


@pytest.mark.parametrize("asked", ["sort=constructor", "sort=MOST", "budget=__proto__&sort=toString"])
def test_an_address_with_unknown_choices_causes_no_error(browser: Browser, address: str, asked: str) -> None:
    page = browser.new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.goto(f"{address}/search/?q={quote('อบรม')}&{asked}")
    expect(page.get_by_label("เรียงตาม")).to_have_value("best")
    expect(page.locator(".search-page [role=status]")).to_contain_text("ไม่มีผล" if "budget" in asked else "พบชื่อ")
    page.close()


def test_without_a_query_every_name_of_a_kind_is_listed(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/search/?kind=province")
    expect(page.locator(".results li")).to_have_count(3)
    page.close()


def test_a_chosen_facet_can_be_removed(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/search/?q={quote('บุคลากร')}")
    page.get_by_label("ปีงบประมาณ").select_option("2568")
    expect(page).to_have_url(re.compile("year=2568"))
    page.go_back()
    expect(page).not_to_have_url(re.compile("year="))
    expect(page.get_by_label("ปีงบประมาณ")).to_have_value("")
    page.close()


def test_the_list_of_one_title_has_no_facets(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/search/?title={quote(SHARED_TITLE)}")
    expect(page.locator(".results li").first).to_be_visible()
    expect(page.get_by_label("จังหวัด")).to_be_hidden()
    page.close()


def test_plans_of_a_large_site_are_searched_by_province(
    browser: Browser, trial: Path, laos: tuple[SearchedLao, ...], tmp_path: Path
) -> None:
    site = tmp_path / "site"
    shutil.copytree(trial / "site", site)
    (site / "text" / "all.txt").unlink()
    made = (Bundle("here", "มหาสารคาม", ()), Bundle("there", "อุบลราชธานี", ()))
    for bundle in made:
        for path, content in bundle_files(bundle.name, [lao for lao in laos if lao.province == bundle.title]):
            (site / path).write_bytes(content)
    (site / "text" / "index.json").write_bytes(index_file(made))
    with served(site) as address:
        page = browser.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
        page.goto(f"{address}/search/?q={quote('นิติกร')}")
        status = page.locator(".search-page [role=status]")
        expect(status).to_contain_text("เลือกจังหวัดเพื่อค้นข้อความในแผนด้วย")
        page.get_by_label("จังหวัด").select_option("มหาสารคาม")
        expect(page.locator(".results li").first).to_contain_text("ตำแหน่งใน IDP · เทศบาลตำบลโพนทอง")
        assert "here.txt" in asked and "there.txt" not in asked
        page.close()


def test_typing_on_before_all_is_loaded_keeps_the_query(browser: Browser, address: str) -> None:
    page = browser.new_page()
    held: list[Route] = []
    page.route("**/finder/index.json", lambda route: held.append(route))  # noqa: PLW0108  # it counts parameters
    page.goto(f"{address}/search/?q={quote('นิติกร')}&year=2568", wait_until="commit")
    page.locator(".search-page input").fill("บุคลากร")
    expect(page).to_have_url(re.compile("year=2568"))
    for route in held:
        route.continue_()
    expect(page.locator("select[name=year]")).to_have_value("2568")
    page.close()


def test_a_misprinted_name_finds_its_lao_with_a_notice(page: Page, address: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type("โพหนอง")
    first = page.get_by_role("option").first
    expect(first).to_contain_text("ชื่อที่พิมพ์ในเอกสาร: โพหนอง")
    page.goto(f"{address}/search/?q={quote('โพหนอง')}")
    expect(page.locator(".results li").first).to_contain_text("ชื่อที่พิมพ์ในเอกสาร: โพหนอง")


def test_a_guess_is_below_the_search_in_plans(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("จิตอาษา")
    options = page.get_by_role("option")
    expect(options.first).to_contain_text("ในแผนและทุกรายการ")
    expect(options.nth(1)).to_contain_text("ชื่อใกล้เคียง")


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("ปีงบประมาณ ๒๕๖๘ โพนทอง", "/year/2568/"),
        ("ita 2568 โพนทอง", "/evidence/2568/"),
        ("ดาวน์โหลด excel", "/2567-2569/"),
    ],
)
def test_years_sheets_and_files_are_found(page: Page, address: str, query: str, place: str) -> None:
    page.goto(f"{address}/search/?q={quote(query)}")
    expect(page.locator(f".results a[href$='{place}']").first).to_be_visible()


@pytest.mark.parametrize(
    "query",
    ["อบต.หนองไม่มีที่นี่", "ตำบลวังไม่มีจริง", "จิตอาษา", "โพนทอง", "จริยธรรม", "นิติกร สุขภาพ", "ฑฒณฐฎ", "ปฐมนิเท่ศ", "5999909"],
)
def test_page_and_terminal_describe_results_the_same(
    page: Page, address: str, finder: Finder, laos: tuple[SearchedLao, ...], query: str
) -> None:
    page.goto(f"{address}/search/?q={quote(query)}")
    said = answer(finder, FullText(laos), query, 20).said
    expect(page.locator(".search-page [role=status]")).to_have_text(said)


def test_an_absent_name_is_reported_before_similar_ones(page: Page, address: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type("จิตอาษา")
    expect(page.get_by_role("option").first).to_contain_text("ไม่มีชื่อ “จิตอาษา” ในเว็บไซต์นี้")
    page.goto(f"{address}/search/?q={quote('เทศบาลตำบลโพนทา')}")
    expect(page.locator(".search-page [role=status]")).to_contain_text("ไม่มีชื่อ “เทศบาลตำบลโพนทา” ในเว็บไซต์นี้")
