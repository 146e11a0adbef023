"""Every finding of the real plan is shown, in full, on the one page it concerns; and the national counts are those."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from pathlib import Path

import pytest
from markupsafe import escape

from generator.building.site import SiteContent, gather_pages
from generator.checks.explained import is_of_conversion
from generator.checks.items import CheckBasis
from generator.checks.runner import check_lao
from generator.facts.finding_counts import cycle_folder
from generator.findings import PERSONAL, Finding, Severity
from generator.model.plan import PlanFolder
from generator.reading.content_tree import DiskTree
from generator.reading.framework_reader import read_frameworks
from generator.reading.lao_reader import ReadLao
from generator.settings import Settings
from generator.views.finding_places import OVERVIEW, place_in_plan
from generator.words.interface import OF_CONVERSION
from tests.building_blocks import PUBLISHED
from tests.on_disk import read_on_disk
from tests.shown import html_of

ROOT = Path(__file__).parents[2]
TODAY = datetime.date(2026, 11, 21)
NAME = "plans/5440502-phon-thong"
LAO = "/lao/5440502/"
PLAN = f"{LAO}2567-2569/"


@pytest.fixture(scope="module")
def read() -> ReadLao:
    frameworks = read_frameworks(DiskTree(PUBLISHED))
    return read_on_disk("5440502", PUBLISHED / NAME, PUBLISHED, frameworks.entry_ids())


@pytest.fixture(scope="module")
def found(read: ReadLao) -> tuple[Finding, ...]:
    reference = CheckBasis(read_frameworks(DiskTree(PUBLISHED)).documents, TODAY)
    return (*read.lao_folder.findings, *check_lao(read, reference))


@pytest.fixture(scope="module")
def site() -> SiteContent:
    return gather_pages(Settings(content=PUBLISHED, today=TODAY))


@pytest.fixture(scope="module")
def pages(site: SiteContent) -> dict[str, str]:
    return {page.address: html_of(page) for page in site.pages}


def address_of(finding: Finding, read: ReadLao) -> str:
    """The page that a finding concerns."""
    if not cycle_folder(finding):
        return LAO
    (files,) = (plan for plan in read.lao_folder.plans if isinstance(plan, PlanFolder))
    part = place_in_plan(files, f"{NAME}/2567-2569", read.texts, finding.location).part
    return PLAN if part == OVERVIEW else f"{PLAN}{part}/"


def shown(page: str) -> list[str]:
    return re.findall(r'<li id="f-[^"]+">\n<p>(.*?)</p>', page, re.DOTALL)


def test_every_finding_is_shown_once_on_the_page_it_concerns(
    read: ReadLao, found: tuple[Finding, ...], pages: dict[str, str]
) -> None:
    expected: dict[str, Counter[str]] = {}
    for finding in found:
        assert not finding.code.startswith(PERSONAL)
        message = str(escape(finding.message)).replace("\n", "<br>")
        expected.setdefault(address_of(finding, read), Counter())[message] += 1
    for address, page in pages.items():
        if address.startswith(LAO):
            assert Counter(shown(page)) == expected.pop(address, Counter()), address
    assert expected == {}


def test_every_link_to_a_finding_has_its_target(pages: dict[str, str]) -> None:
    for address, page in pages.items():
        for anchor in re.findall(r'href="#([fq]-[^"]+)"', page):
            assert f'id="{anchor}"' in page, (address, anchor)
    for target, anchor in re.findall(r'href="([a-z]*/?)#(q-[^"]+)"', pages[PLAN]):
        assert f'id="{anchor}"' in pages[PLAN + target], (target, anchor)


def test_every_place_of_a_finding_is_on_its_page(pages: dict[str, str]) -> None:
    for address, page in pages.items():
        for anchor in re.findall(r'<p class="quiet"><a href="#([^"]+)">', page):
            assert f'id="{anchor}"' in page or f"{{#{anchor}}}" in page, (address, anchor)


def test_the_overview_counts_them(found: tuple[Finding, ...], pages: dict[str, str]) -> None:
    own = [finding for finding in found if cycle_folder(finding)]
    counts = Counter(finding.severity for finding in own if not is_of_conversion(finding.code))
    assert f">{sum(counts.values())}\u00a0รายการ <" in pages[PLAN]
    assert f"{OF_CONVERSION} {len(own) - sum(counts.values())}\u00a0รายการ<" in pages[PLAN]
    assert f"ควรตรวจ {counts[Severity.WARNING]}</span>" in pages[PLAN]


def test_the_overview_begins_with_sentences_for_citizens(pages: dict[str, str]) -> None:
    said = re.findall(
        r"<li><a[^>]*>([^<]*)</a></li>", pages[PLAN].partition('<ul class="reader">')[2].partition("</ul>")[0]
    )
    assert said == [
        "ยอดเงินสองตารางไม่เท่ากัน: ตารางโครงการรวมได้ 664,000 บาท ตารางรายส่วนราชการรวมได้ 606,000 บาท ต่างกัน 58,000 บาท",
        "เอกสารไม่ระบุว่าจำนวนเงินเป็นเงินต่อปีหรือรวมทั้งรอบแผน จึงนำไปเทียบกับแผนอื่นไม่ได้",
        "10 จาก 22 โครงการไม่บอกว่าส่วนราชการใดรับผิดชอบ",
        "ตารางแผนพัฒนารายบุคคลพิมพ์ปี 2564, 2565 และ 2566 ไม่ตรงกับรอบแผน 2567-\u20602569",
        "ตารางสำรวจความต้องการพัฒนาบุคลากรไม่มีคำตอบ 28 จาก 28 ช่อง",
        "มีชื่อหรือคำของหน่วยงานอื่นอยู่ในแผน 6 แห่ง เช่น “คำใหญ่”",
    ]


def test_the_site_keeps_errors_and_counts_everything(site: SiteContent, found: tuple[Finding, ...]) -> None:
    assert site.findings == []
    assert site.counts.total() >= len(found)


def test_every_rules_page_counts_what_was_found(found: tuple[Finding, ...], pages: dict[str, str]) -> None:
    for code, number in Counter(finding.code for finding in found).items():
        page = pages[f"/quality/{code.lower()}/"]
        assert re.search(rf"ทต\.โพนทอง|เทศบาลตำบลโพนทอง</a>[^<]* {number}\u00a0รายการ</li>", page), code
