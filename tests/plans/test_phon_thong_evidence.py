"""The evidence sheets of the real plan say what its data shows for each assessment year, and nothing more."""

from __future__ import annotations

import datetime
import re

import pytest

from generator.pages.lao_pages import LaoPages
from generator.reading.content_tree import DiskTree
from generator.reading.framework_reader import read_frameworks
from generator.reading.lao_reader import read_lao
from tests.building_blocks import PUBLISHED
from tests.shown import html_of, words_of

SITE = "https://plan.example.go.th/"
SHEETS = "/lao/5440502/2567-2569/evidence/"
MET, NOT_MET, OTHER_PLAN = "ครบ", "ยังไม่ครบ", "ไม่ใช้กับแผนนี้"


@pytest.fixture(scope="module")
def pages() -> dict[str, tuple[str, str]]:
    """HTML and words of each page of the plan, by address."""
    tree = DiskTree(PUBLISHED)
    frameworks = read_frameworks(tree)
    read = read_lao("5440502", ["plans/5440502-phon-thong"], tree, frameworks.entry_ids())
    made = LaoPages("arabic", datetime.date(2026, 11, 21), assessments=frameworks.assessments, site_url=SITE).pages(
        read, ()
    )
    return {page.address: (html_of(page), words_of(page)) for page in made}


@pytest.mark.parametrize(
    ("year", "plan", "report"),
    [("2567", "o18", "o19"), ("2568", "o14", "o15"), ("2569", "o13", "o14")],
)
def test_the_plan_is_met_and_the_report_is_not(
    year: str, plan: str, report: str, pages: dict[str, tuple[str, str]]
) -> None:
    html, words = pages[f"{SHEETS}{year}/"]
    items = re.split('<h2 id="item-[a-z]+">', html)[1:]
    assert [re.search("ข้อ (o[0-9]+)", item)[1] for item in items] == [plan, report]  # type: ignore[index]
    states = [re.findall(r'<span class="state state--\w+">([^<]+)</span>', item) for item in items]
    # 2566 belongs to an older plan; 2567 and 2568 have no report here.
    assert states == [[MET] * 4, [OTHER_PLAN if year == "2567" else NOT_MET] * 6]
    assert "พบ 22 จาก 22 โครงการ" in words
    assert "ในจำนวนนี้ เอกสารไม่ระบุว่าเป็นเงินต่อปีหรือรวมตลอดรอบแผน 16 โครงการ" in words
    assert "ยังไม่ได้ยืนยันกับคู่มือของสำนักงาน ป.ป.ช." in words


def test_the_year_after_the_cycle_says_that_its_items_are_not_known(pages: dict[str, tuple[str, str]]) -> None:
    html, words = pages[f"{SHEETS}2570/"]
    assert "เว็บไซต์นี้ยังไม่มีรายการข้อของการประเมินปีนี้" in words
    assert 'class="state' not in html
    assert f"{SITE}lao/5440502/2567-2569/evidence/2570/" in words


def test_a_sheet_gives_whole_addresses_and_says_what_it_lacks(pages: dict[str, tuple[str, str]]) -> None:
    _, words = pages[f"{SHEETS}2568/"]
    assert words.count(f"{SITE}lao/5440502/2567-2569/year/2568/") == 2  # in the table and in the text for the form
    assert "ยังไม่ได้ระบุเว็บไซต์หลักของ อปท." in words
    assert "บุคคลภายนอกบันทึกข้อมูลจากเอกสาร โดย อปท. ยังไม่ได้ตรวจทาน และเป็นบางส่วนของเอกสาร" in words


def test_every_link_of_a_sheet_leads_to_a_place_that_is_there(pages: dict[str, tuple[str, str]]) -> None:
    for year in ("2567", "2568", "2569"):
        address = f"{SHEETS}{year}/"
        for href in re.findall('href="([^":]+)"', pages[address][0]):
            if ("evidence/2" in href and href.startswith("../../../../../")) or href.endswith((".json", ".xlsx")):
                continue  # no page of the LAO
            path, _, anchor = href.partition("#")
            steps = address.strip("/").split("/")
            for step in path.split("/"):
                if step == "..":
                    steps.pop()
                elif step not in (".", ""):
                    steps.append(step)
            target = f"/{'/'.join(steps)}/"
            assert target in pages, href
            assert not anchor or f'id="{anchor}"' in pages[target][0], href


def test_the_plan_and_its_years_lead_to_the_sheets(pages: dict[str, tuple[str, str]]) -> None:
    assert 'href="evidence/"' in pages["/lao/5440502/2567-2569/"][0]
    assert 'href="../../evidence/2568/"' in pages["/lao/5440502/2567-2569/year/2568/"][0]
