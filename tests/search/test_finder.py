"""Typical queries find the intended page in the real content."""

from __future__ import annotations

import datetime
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.building.indexing import index_content
from generator.search.finder import Finder, Item, Match, ResultKind
from generator.search.finder_index import FinderIndex, FoundLao
from generator.settings import Settings
from tests.building_blocks import PUBLISHED

PLAN = "/lao/5440502/2567-2569/projects/#p-"
PHON_THONG, UBON, BANG_KHAE = "/lao/5440502/", "/lao/3340102/", "/lao/6750306/"
MASTER = "/frameworks/master-plan-2567-2569/"
QUESTIONS = [
    # Exact titles.
    ("โครงการปฐมนิเทศบุคลากรใหม่", f"{PLAN}s1t1-2"),
    ("กิจกรรมตรวจสอบสุขภาพประจำปีของบุคลากร", f"{PLAN}s1t3-1"),
    ("จัดทำประกาศเจตจำนงต่อต้านการทุจริตของหน่วยงาน", f"{PLAN}s2t2-1"),
    ("โครงการ จิตอาสาเราทำ ความดีด้วยหัวใจ", f"{PLAN}s3t2-1"),
    ("กิจกรรมสำรวจความพึง พอใจในองค์กร", f"{PLAN}s4t2-5"),
    ("เทศบาลตำบลโพนทอง", PHON_THONG),
    ("เทศบาลนครอุบลราชธานี", UBON),
    ("องค์การบริหารส่วนตำบลบางแค", BANG_KHAE),
    ("จังหวัดมหาสารคาม", "/province/maha-sarakham/"),
    # Other or no spaces.
    ("โครงการจิตอาสาเราทำความดีด้วยหัวใจ", f"{PLAN}s3t2-1"),
    ("จิตอาสา เราทำความดี ด้วยหัวใจ", f"{PLAN}s3t2-1"),
    ("กิจกรรมสำรวจความพึงพอใจในองค์กร", f"{PLAN}s4t2-5"),
    ("เทศบาลตำบล โพนทอง", PHON_THONG),
    ("เทศบาลนคร อุบลราชธานี", UBON),
    ("ป้องกันการทุจริตของหน่วยงานราชการ", f"{PLAN}s3t2-2"),
    ("ความปลอดภัยสภาพแวดล้อมในการทำงาน", f"{PLAN}s4t2-4"),
    # Fragments, also of words.
    ("ปฐมนิเทศ", f"{PLAN}s1t1-2"),
    ("ฐมนิเทศบุค", f"{PLAN}s1t1-2"),
    ("สุขภาพประจำปี", f"{PLAN}s1t3-1"),
    ("ขภาพประ", f"{PLAN}s1t3-1"),
    ("ทักษะด้านดิจิทัล", f"{PLAN}s1t1-3"),
    ("ความก้าวหน้า", f"{PLAN}s1t2-1"),
    ("เจตจำนง", f"{PLAN}s2t2-1"),
    ("คนดีศรีเทศบาล", f"{PLAN}s2t1-4"),
    ("ศาสนาและวัฒนธรรม", f"{PLAN}s2t2-4"),
    ("จัดซื้อ-จัดจ้าง", f"{PLAN}s2t2-2"),
    ("แผนพับ", f"{PLAN}s4t1-1"),
    ("ถ่ายทอดนโยบาย", f"{PLAN}s4t1-2"),
    ("ศักยภาพการบริหารงาน", f"{PLAN}s3t1-1"),
    ("โพนทอง", PHON_THONG),
    ("โพนท", PHON_THONG),
    ("เชียงยืน", PHON_THONG),
    ("อัมพวา", BANG_KHAE),
    ("บางแค", BANG_KHAE),
    ("อุบล", UBON),
    # Thai and Arabic digits.
    ("กิจกรรม ๕ ส", f"{PLAN}s4t2-4"),
    ("กิจกรรม 5 ส.", f"{PLAN}s4t2-4"),
    ("5ส", f"{PLAN}s4t2-4"),
    # Abbreviations.
    ("ทต.โพนทอง", PHON_THONG),
    ("ทต โพนทอง", PHON_THONG),
    ("ทตโพนทอง", PHON_THONG),
    ("อบต.บางแค", BANG_KHAE),
    ("อบตบางแค", BANG_KHAE),
    ("อบต บางแค", BANG_KHAE),
    ("ทน.อุบลราชธานี", UBON),
    ("จ.มหาสารคาม", "/province/maha-sarakham/"),
    ("อ.เชียงยืน", PHON_THONG),
    ("อ.เชียงยืน จ.มหาสารคาม", PHON_THONG),
    # Latin in any case.
    ("digital government skill", f"{PLAN}s1t1-3"),
    ("QUALITY OF WORK LIFE", f"{PLAN}s4t2-4"),
    ("facebook", f"{PLAN}s2t2-2"),
    # Tone marks mistyped, left out, in another order; sara am in two parts; two sara e for a sara ae.
    ("ปฐมนิเท่ศ", f"{PLAN}s1t1-2"),
    ("ความกาวหนา", f"{PLAN}s1t2-1"),
    ("ความก้าวหนา้", f"{PLAN}s1t2-1"),
    ("เเผนพับ", f"{PLAN}s4t1-1"),
    ("เจตจ\u0e4d\u0e32นง", f"{PLAN}s2t2-1"),
    ("สุขภาพประจํา ปี", f"{PLAN}s1t3-1"),
    ("โพนท่อง", PHON_THONG),
    ("ทักษะดานดิจิทัล", f"{PLAN}s1t1-3"),
    ("จิตอาสาเราท\u0e4dา", f"{PLAN}s3t2-1"),
    # Words in another order, or only some.
    ("บุคลากรใหม่ ปฐมนิเทศ", f"{PLAN}s1t1-2"),
    ("สุขภาพ บุคลากร", f"{PLAN}s1t3-1"),
    ("ดิจิทัล สำรวจ", f"{PLAN}s1t1-3"),
    ("มหาสารคาม โพนทอง", PHON_THONG),
    ("โปร่งใส ประเมิน", f"{PLAN}s2t1-2"),
    ("ทุจริต ประกาศ", f"{PLAN}s2t2-1"),
    # Misspelt: the nearest name is offered.
    ("จิตอาษา", f"{PLAN}s3t2-1"),
    ("ปถมนิเทศ", f"{PLAN}s1t1-2"),
    ("เชียงยึน", PHON_THONG),
    # The code of an LAO, as every command takes it, as lists print it, in any digits, and among other words.
    ("5440502", PHON_THONG),
    ("๕๔๔๐๕๐๒", PHON_THONG),
    ("05440502", PHON_THONG),
    ("อปท. รหัส 5440502", PHON_THONG),
    # The frameworks and the hand-written pages.
    ("การมุ่งผลสัมฤทธิ์", f"{MASTER}competencies-core/#e-core-1"),
    ("วิธีอ่านแผน", "/about/reading/"),
    ("กลยุทธ์", "/about/words/#tactic"),
    ("IDP", "/about/words/#idp"),
    ("OJT", "/about/words/#ojt"),
    # Names as the documents misprint them.
    ("โพหนอง", PHON_THONG),
    ("เทศบาลตำบลโพหนอง", PHON_THONG),
    ("โพธิ์ทอง", PHON_THONG),
    ("การเข้าถึงเว็บไซต์", "/about/accessibility/"),
]


@pytest.fixture(scope="module")
def index() -> FinderIndex:
    return index_content(Settings(content=PUBLISHED, today=datetime.date(2026, 11, 21))).finder


@pytest.fixture(scope="module")
def finder(index: FinderIndex) -> Finder:
    return Finder(index.items())


def rank(finder: Finder, query: str, address: str) -> int:
    """Return the position of a page in the results, from 1; 1,000 if it is missing."""
    addresses = [one.item.address for one in finder.find(query, 50)]
    return addresses.index(address) + 1 if address in addresses else 1_000


def test_there_are_enough_questions() -> None:
    assert len({query for query, _ in QUESTIONS}) == len(QUESTIONS) >= 60


@pytest.mark.parametrize(("query", "address"), QUESTIONS)
def test_a_question_finds_its_page_among_the_first_ten(query: str, address: str, finder: Finder) -> None:
    shown = [f"{one.match} {one.item.title} {one.item.address}" for one in finder.find(query, 10)]
    assert rank(finder, query, address) <= 10, shown


def test_recall(finder: Finder) -> None:
    ranks = [rank(finder, query, address) for query, address in QUESTIONS]
    recall = {first: sum(place <= first for place in ranks) / len(ranks) for first in (1, 5, 10)}
    print({first: round(share, 3) for first, share in recall.items()})  # noqa: T201  # shown with -s
    assert recall[1] >= 0.85
    assert recall[5] >= 0.97
    assert recall[10] == 1.0


def test_any_part_of_a_title_finds_its_project(index: FinderIndex, finder: Finder) -> None:
    # 99 of 100: a few letters may be in more titles than are shown.
    chance = random.Random(2567)  # noqa: S311  # the same parts in every run
    found, tried = 0, 0
    for item in index.items():
        if item.kind != "project":
            continue
        for _ in range(40):
            length = chance.randrange(6, 25)
            start = chance.randrange(max(1, len(item.title) - length))
            part = item.title[start : start + length]
            tried += 1
            found += rank(finder, part, item.address) <= 10
    assert tried > 800
    assert found / tried >= 0.99


@given(st.text())
def test_no_query_raises(query: str) -> None:
    assert isinstance(EMPTY.find(query), list)


EMPTY = Finder([])


def test_a_former_code_finds_the_lao_that_had_it_and_leads_to_its_page() -> None:
    lao = FoundLao("5999901", "เทศบาลตำบลตัวอย่าง", "จังหวัดมหาสารคาม", "มหาสารคาม", ("6999901",))
    index = FinderIndex((lao,), (), ())
    for query in ("5999901", "6999901", "๖๙๙๙๙๐๑", "06999901"):
        assert [one.item.address for one in Finder(index.items()).find(query)] == ["/lao/5999901/"]
    for query in ("5999902", "99990", "69999010"):
        assert Finder(index.items()).find(query) == []
    assert b'[["5999901","' in index.files()["finder/index.json"]


def test_a_misprinted_name_finds_its_lao_first_and_says_so(finder: Finder) -> None:
    first = finder.find("โพหนอง")[0]
    assert (first.item.address, first.variant) == (PHON_THONG, "โพหนอง")
    assert first.detail.startswith("ชื่อที่พิมพ์ในเอกสาร: โพหนอง · อำเภอเชียงยืน")
    assert finder.find("โพนทอง")[0].variant == ""


def test_an_lao_with_the_name_is_before_one_misprinted_with_it() -> None:
    misprinted = FoundLao("5999901", "เทศบาลตำบลก", "", "", (), ("ข",))
    real = FoundLao("5999902", "เทศบาลตำบลข", "จังหวัดมหาสารคาม", "มหาสารคาม")
    index = FinderIndex((misprinted, real), (), ())
    assert [one.item.address for one in Finder(index.items()).find("ข")] == ["/lao/5999902/", "/lao/5999901/"]
    assert '["5999901","เทศบาลตำบลก","",[],["ข"]]'.encode() in index.files()["finder/index.json"]


@pytest.mark.parametrize(
    ("query", "title", "found"),
    [
        ("ita", "digital government", False),
        ("ita", "หลักฐาน ITA 2568", True),
        ("ita", "หลักฐานITAปี", True),
        ("digital gov", "digital government", False),
        ("digital government", "Digital-Government", True),
        ("ment", "government 4.0", False),
        ("government4.0", "Government 4.0", True),
        ("สื่อ line", "สื่อ online", False),
    ],
)
def test_latin_words_are_found_whole(query: str, title: str, found: bool) -> None:
    items = [Item(ResultKind.PAGE, title, "", "/", title)]
    exact = [one for one in Finder(items).find(query) if one.match is not Match.SIMILAR]
    assert bool(exact) is found


def test_a_query_of_punctuation_finds_nothing(finder: Finder) -> None:
    assert finder.find(" .,()“” \u200b") == []


def test_similar_names_are_offered_only_without_a_match(finder: Finder) -> None:
    assert {one.match for one in finder.find("จิตอาษา")} == {Match.SIMILAR}
    assert Match.SIMILAR not in {one.match for one in finder.find("จิตอาสา")}
