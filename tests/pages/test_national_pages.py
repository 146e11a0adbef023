"""National pages and an LAO's own page as HTML: hostile text stays text, nothing is empty without a word."""

from __future__ import annotations

import dataclasses
import gzip
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest

from generator import addresses
from generator.checks.explained import all_rules
from generator.facts.summary import LaoSummary, RecentVersion
from generator.findings import Finding, Location, Severity
from generator.model.content import Framework, Frameworks
from generator.pages import page_kinds
from generator.pages.national_pages import national_pages
from generator.pages.page import Heading, Page, PageMeta
from generator.pages.renderer import Renderer
from generator.reading.lao_reader import ReadLao
from generator.settings import Digits
from generator.views.lao import lao_view
from generator.views.unreadable import unreadable_view
from tests.shown import html_of
from tests.views.some_laos import (
    ERROR,
    GUIDELINES,
    TODAY,
    framework,
    plan_folder,
    read_lao,
    summary,
    unreadable_plan,
)

DOCUMENT_ADDRESS = "/frameworks/strategy-2561-2565/"
GROUP_ADDRESS = f"{DOCUMENT_ADDRESS}competencies-core/"
HOSTILE = (
    "<script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "[x](javascript:alert(1))",
    "⟦b1⟧",
    "{: #x onclick=y}",
    "{#x onclick=y}",
    "</td></tr></table><p>",
    "**ก** `ข` <ค> &lt;",
    "# หัวเรื่อง",
)


class Reader(HTMLParser):
    """Collects the text and everything active."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.ids: list[str] = []
        self.live: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style", "img", "iframe"):
            self.live.append(tag)
        for name, value in attrs:
            if name.startswith("on") or (value or "").startswith("javascript:") or name == "style":
                self.live.append(f"{name}={value}")
            if name == "id" and value:
                self.ids.append(value)

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def read_html(page: Page) -> Reader:
    reader = Reader()
    reader.feed(html_of(page))
    reader.close()
    return reader


def shown(page: Page) -> str:
    return re.sub(r"\s+", " ", "".join(read_html(page).text)).replace("\u2060", "").strip()


def pages_of(
    *summaries: LaoSummary, frameworks: Frameworks | None = None, digits: Digits = "arabic"
) -> dict[str, Page]:
    return {page.address: page for page in national_pages(summaries, frameworks or Frameworks(()), digits, TODAY)}


def lao_page(read: ReadLao, digits: Digits = "arabic", found: tuple[Finding, ...] = ()) -> Page:
    assert read.lao_folder.lao
    view = lao_view(read, read.lao_folder.lao, TODAY, found)
    return Renderer(digits).render(page_kinds.LAO, addresses.lao(read.lao_folder.code), PageMeta("ชื่อ", ""), view)


def unreadable_page(read: ReadLao, findings: tuple[Finding, ...]) -> Page:
    return Renderer("arabic").render(
        page_kinds.UNREADABLE,
        addresses.lao(read.lao_folder.code),
        PageMeta("ชื่อ", ""),
        unreadable_view(read, None, findings),
    )


def hostile_framework(text: str) -> Framework:
    return framework(
        {
            "title": text,
            "section": text,
            "summary": text,
            "entries": [
                {"id": "core-1", "number": text, "name": text, "summary": text, "section": text + "ก"},
                {"id": "core-2", "name": text, "entries": [{"id": "core-3", "number": text, "name": text}]},
            ],
        },
        title=text,
        short_title=text,
        issuer=text,
        summary=text,
        validity_note=text,
        resolutions=[{"body": text, "matter": text}],
        dates=[{"label": text, "printed": text}],
        letters=[{"number": text, "subject": text}],
        cited=[{"title": text, "number": text}],
        notes=[{"printed": text, "note": text}],
        quotations=[{"section": text, "text": text, "note": text}],
    )


def hostile_finding(text: str) -> Finding:
    return Finding(
        next(iter(all_rules())),
        Severity.WARNING,
        text,
        Location(text),
        text,
        suggestion=text,
        subjects=(text,),
        answer=text,
    )


def hostile_pages(text: str) -> Iterator[Page]:
    guidelines = GUIDELINES | {
        "title": text,
        "summary": text,
        "items": [{"number": text, "name": text, "summary": text}],
        "methods": [text],
        "cited": [{"title": text}],
        "quotations": [{"section": text, "text": text, "note": text}],
    }
    lao: dict[str, Any] = {
        "name": text,
        "district": text,
        "name_variants": [{"text": text, "note": text}],
        "departments": [{"id": "a", "name": text, "aliases": [text]}],
        "contact": {"unit": text, "phone": text, "email": text},
        "ita_path": [text],
    }
    plan = plan_folder(title=text)
    read = read_lao(plan, guidelines=[guidelines], **lao)
    finding = ERROR._replace(message=text, remedy=text, location=Location(f"frameworks/{text}/x.yml", 1, 1))
    frameworks = Frameworks((hostile_framework(text),), (finding,))
    yield lao_page(read)
    found = hostile_finding(text)._replace(location=Location(f"{read.lao_folder.path}/lao.yml", 1, 1))
    yield lao_page(read, found=(found,))
    yield lao_page(read_lao(**lao | {"province": text}))
    yield unreadable_page(read, (finding,))
    about = found._replace(location=Location("frameworks/strategy-2561-2565/document.yml", 1, 1))
    recent = (RecentVersion(plan.plan.cycle, 1, TODAY, text),)
    summaries = [dataclasses.replace(summary(plan, guidelines=[guidelines], findings=(found,), **lao), recent=recent)]
    yield from national_pages(summaries, frameworks, "arabic", TODAY, [finding, about])


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    for page in hostile_pages(text):
        reader = read_html(page)
        assert reader.live == [], page.address
        assert "x" not in reader.ids, page.address
        assert len(reader.ids) == len(set(reader.ids)), page.address
        tools = (addresses.SEARCH, addresses.VERIFY, addresses.FORM, addresses.IMPORT, addresses.COMPARE)
        without = (*tools, addresses.QUALITY, addresses.EVIDENCE)
        if not page.address.startswith(without):
            assert re.sub(r"\s+", " ", text) in re.sub(r"\s+", " ", "".join(reader.text)), page.address


def test_an_lao_with_guidelines_only_says_that_it_has_no_plan() -> None:
    text = shown(lao_page(read_lao(guidelines=[GUIDELINES])))
    assert "ยังไม่มีแผนพัฒนาบุคลากรในเว็บไซต์นี้ ข้อความนี้ไม่ได้หมายความว่า อปท. ไม่มีแผน" in text
    assert "แผนที่มีในเว็บไซต์นี้" not in text
    for part in ("เปิดกว้าง", "ทำงานโปร่งใส", "การฝึกอบรม", "ด้านการบริหาร", "มติคณะรัฐมนตรี", "ข้อสังเกตถ้อยคำ"):
        assert part in text
    assert "บุคคลภายนอกบันทึกข้อมูลจากเอกสาร" in text


@pytest.mark.parametrize(
    ("plans", "sentence"),
    [
        ((plan_folder(),), "แผนรอบ 2567-2569 มีผลใช้บังคับตั้งแต่ 1 ตุลาคม 2566 ถึง 30 กันยายน 2569"),
        ((plan_folder("2564-2566"),), "แผนล่าสุดที่มีคือรอบ 2564-2566 ซึ่งสิ้นสุดเมื่อ 30 กันยายน 2566"),
        ((plan_folder("2570-2572"),), "แผนรอบ 2570-2572 ประกาศใช้แล้ว และจะมีผลตั้งแต่ 1 ตุลาคม 2569"),
        ((plan_folder(state="draft"),), "แผนรอบ 2567-2569 ยังไม่ประกาศใช้"),
        ((unreadable_plan(),), "จึงยังบอกไม่ได้ว่ามีแผนที่มีผลใช้บังคับเผยแพร่ในเว็บไซต์นี้หรือไม่"),
    ],
)
def test_the_page_of_an_lao_begins_with_the_plan_in_force(plans: tuple[Any, ...], sentence: str) -> None:
    assert sentence in shown(lao_page(read_lao(*plans)))


def test_the_page_of_unreadable_data_reassures_readers_and_locates_the_error() -> None:
    text = shown(unreadable_page(read_lao(readable=False), (ERROR,)))
    assert "ไม่ได้หมายความว่า อปท. ไม่มีแผน" in text
    assert "plans/5440599-example/lao.yml บรรทัด 3 ตัวอักษรที่ 5" in text
    assert "อ่านไม่ได้" in text and "วิธีแก้: แก้ให้ถูก" in text


def test_money_of_unstated_basis_is_not_summed() -> None:
    plan = plan_folder(budget_basis="not_stated")
    text = shown(pages_of(summary(plan, code="5440501"), summary(plan, code="5440502"))["/"])
    assert "ไม่นำมารวมกัน" in text
    assert "20,000" not in text


def test_an_expired_document_is_labelled_on_every_page() -> None:
    document = framework()
    pages = pages_of(frameworks=Frameworks((document,)))
    for address in ("/", "/frameworks/", DOCUMENT_ADDRESS, GROUP_ADDRESS):
        assert "สิ้นสุดระยะเวลาที่มีผลแล้ว เมื่อ 31 ธันวาคม 2565" in shown(pages[address]), address


def test_both_conflicting_dates_are_shown() -> None:
    dates = [
        {"label": "ท้ายประกาศ", "printed": "๑ ตุลาคม ๒๕๖๑", "date": "๑ ตุลาคม ๒๕๖๑"},
        {"label": "ตามหนังสือ", "printed": "๑๖ ตุลาคม ๒๕๖๑", "date": "๑๖ ตุลาคม ๒๕๖๑"},
    ]
    notes = [{"printed": "๑ ตุลาคม ๒๕๖๑ / ๑๖ ตุลาคม ๒๕๖๑", "note": "ขัดกัน"}]
    pages = pages_of(frameworks=Frameworks((framework(dates=dates, notes=notes),)))
    text = shown(pages[DOCUMENT_ADDRESS])
    assert re.search(r"เอกสารระบุวันที่ไม่ตรงกัน.*ท้ายประกาศ ?1 ตุลาคม 2561.*ตามหนังสือ ?16 ตุลาคม 2561.*ขัดกัน", text)


def test_an_entry_links_to_the_plans_that_use_it() -> None:
    pages = pages_of(summary(plan_folder(state="draft")), frameworks=Frameworks((framework(),)))
    page = pages[GROUP_ADDRESS]
    html = html_of(page)
    assert '<li id="e-core-1">' in html
    assert 'href="../../../lao/5440599/2567-2569/"' in html
    assert "องค์การบริหารส่วนตำบลตัวอย่าง แผน 2567-2569" in shown(page)
    assert "ร่าง" in shown(page)


def test_nested_entries_stay_nested() -> None:
    objective = {"id": "o1", "number": "๑", "name": "เพื่อให้พอ", "entries": [{"id": "out1", "name": "มีเกณฑ์"}]}
    document = framework({"entries": [{"id": "s1", "number": "๑", "name": "โครงสร้าง", "entries": [objective]}]})
    page = pages_of(frameworks=Frameworks((document,)))[GROUP_ADDRESS]
    ids = read_html(page).ids
    assert [one for one in ids if one.startswith("e-")] == ["e-s1", "e-o1", "e-out1"]
    assert Heading(2, "๑ โครงสร้าง", "e-s1") in page.parts


def test_an_unreadable_document_is_listed_on_the_index() -> None:
    error = Finding("YAML-001", Severity.ERROR, "อ่านไม่ได้", Location("frameworks/broken/document.yml", 1), "แก้")
    text = shown(pages_of(frameworks=Frameworks((), (error,)))["/frameworks/"])
    assert "เอกสารที่อ่านข้อมูลไม่ได้ในขณะนี้" in text
    assert "frameworks/broken/document.yml บรรทัด 1" in text


def test_a_site_without_content_says_so() -> None:
    pages = pages_of()
    assert [one for one in pages if not one.startswith(addresses.QUALITY)] == [
        "/",
        "/frameworks/",
        "/changes/",
        "/compare/",
        "/evidence/",
        "/search/",
        "/verify/",
        "/form/",
        "/import/",
    ]
    assert "ยังไม่มีข้อมูลของ อปท. ใดในเว็บไซต์นี้" in shown(pages["/"])
    assert "ยังไม่มีเอกสารกรอบระดับชาติในเว็บไซต์นี้" in shown(pages["/frameworks/"])


def test_the_site_writes_its_own_numbers_in_the_chosen_digits() -> None:
    thai = pages_of(summary(plan_folder()), digits="thai")["/"]
    assert "๑๐,๐๐๐" in shown(thai)
    assert not re.search("[0-9]", shown(thai))


def test_every_page_has_breadcrumbs_and_a_document_its_lists() -> None:
    pages = pages_of(summary(plan_folder()), frameworks=Frameworks((framework(),)))
    ways = {address: [crumb.address for crumb in page.meta.breadcrumbs] for address, page in pages.items()}
    rules = [
        way for address, way in ways.items() if address.startswith(addresses.QUALITY) and address != addresses.QUALITY
    ]
    assert rules and all(way == ["/", addresses.QUALITY] for way in rules)
    assert ways.pop(addresses.QUALITY) == ["/"]
    assert {address: way for address, way in ways.items() if not address.startswith(addresses.QUALITY)} == {
        "/": [],
        "/province/maha-sarakham/": ["/"],
        "/frameworks/": ["/"],
        "/changes/": ["/"],
        "/evidence/": ["/"],
        "/compare/": ["/"],
        "/search/": ["/"],
        "/verify/": ["/"],
        "/form/": ["/"],
        "/import/": ["/"],
        DOCUMENT_ADDRESS: ["/", "/frameworks/"],
        GROUP_ADDRESS: ["/", "/frameworks/", DOCUMENT_ADDRESS],
    }
    nav = pages[GROUP_ADDRESS].meta.nav
    assert [
        (item.address, item.current, [(child.address, child.current) for child in item.children]) for item in nav
    ] == [(DOCUMENT_ADDRESS, False, [(GROUP_ADDRESS, True)])]


def test_the_order_of_reading_laos_does_not_matter() -> None:
    laos = [summary(plan_folder(), code=f"54405{number:02}", name="ชื่อซ้ำ") for number in range(1, 4)]
    documents = Frameworks((framework(),))
    assert pages_of(*laos, frameworks=documents) == pages_of(*reversed(laos), frameworks=documents)


def test_the_page_of_a_large_province_is_small() -> None:
    """334 LAOs, as in Nakhon Ratchasima: size for a phone, without the files shared by all pages."""
    laos = [summary(plan_folder(), code=f"6{440100 + number}", name=f"ตัวอย่างที่ยาว{number}") for number in range(334)]
    page = pages_of(*laos)["/province/maha-sarakham/"]
    assert html_of(page).count('class="lao-line"') == 334
    assert len(html_of(page).encode()) < 190_000
    assert len(gzip.compress(html_of(page).encode())) < 40_000
