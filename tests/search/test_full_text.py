"""The full text finds any part of a text of a plan, and filters."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythainlp.tokenize import word_tokenize

from generator.building.indexing import index_content
from generator.search.excerpt import LENGTH, excerpt
from generator.search.finder import Finder
from generator.search.full_text import FullText, TextMatch
from generator.search.merged_results import answer
from generator.search.narrowing import Narrowing, Order
from generator.search.sections import Part, SearchedLao, Section
from generator.settings import Settings
from generator.thai.dates import FiscalYear
from generator.thai.searching import key_words
from tests.building_blocks import PUBLISHED
from tests.search.test_finder import QUESTIONS as NAMES

ROOT = Path(__file__).parents[2]
PLAN = "/lao/5440502/2567-2569/"
PROJECT = Section(
    part=Part.PROJECT,
    title="โครงการอบรมงานสารบรรณ",
    text="ร้อยละของผู้ผ่านการทดสอบ · ๑๐๐,๐๐๐ บาท · สำนักปลัด",
    address="/lao/2000001/2567-2569/projects/#p-1",
    years=(FiscalYear(2567), FiscalYear(2568)),
    departments=("สำนักปลัด",),
    strategy="การพัฒนาคน",
    competencies=("การบริการเป็นเลิศ",),
    baht=Decimal(100_000),
)
POSITION = replace(PROJECT, part=Part.POSITION, title="นิติกร", text="งานคดี", address="/2", baht=None)
LAO = SearchedLao("2000001", "เทศบาลตำบลตัวอย่าง", "เทศบาลตำบล", "สมุทรปราการ", (PROJECT, POSITION))
QUESTIONS = [
    # Exact phrases.
    ("การตรวจสุขภาพของบุคลากรผ่านเกณฑ์", f"{PLAN}projects/#p-s1t3-1"),
    ("การสอบสวน ตรวจ พิจารณา และการร้องทุกข์", f"{PLAN}idp/#i-idp-04"),
    ("พนักงานสำรวจหลักสูตรการอบรม", f"{PLAN}document/#request-steps"),
    ("คำสั่งแต่งตั้งคณะกรรมการจัดทำแผน", f"{PLAN}document/#order"),
    ("ขั้นตอนการขอรับการฝึกอบรม", f"{PLAN}document/#request-steps"),
    # Without spaces, with other digits or marks, in fragments.
    ("ตำแหน่งนักวิเคราะห์นโยบายและแผน", f"{PLAN}idp/#i-idp-07"),
    ("100,000 บาท", f"{PLAN}projects/#p-s1t1-1"),
    ("ปฐมนิเทศบุคลากร ร้อยละ", f"{PLAN}projects/#p-s1t1-2"),
    ("ปฐมนิเทศบุคคลากรใหม่", f"{PLAN}projects/#p-s1t1-2"),
    ("ตรวจสุขภาพของบุคล", f"{PLAN}projects/#p-s1t3-1"),
    # Words in any order.
    ("สุขภาพ ตรวจ", f"{PLAN}projects/#p-s1t3-1"),
    ("ประธาน กรรมการ นายกเทศมนตรี", f"{PLAN}document/#committee"),
    # Days as they are written.
    ("25 กันยายน 2566", f"{PLAN}document/#approval"),
    ("๒ ตุลาคม ๒๕๖๖", f"{PLAN}document/#announcement"),
    # Pages of years, sheets of the ITA, files.
    ("ปีงบประมาณ ๒๕๖๘", f"{PLAN}year/2568/"),
    ("ปีงบประมาณ 2569 โพนทอง", f"{PLAN}year/2569/"),
    ("ITA 2568", f"{PLAN}evidence/2568/"),
    ("ดาวน์โหลด Excel", PLAN),
    ("pdf ฉบับพิมพ์", PLAN),
    # Guidelines of an LAO without a plan.
    ("ยึดประชาชนเป็นศูนย์กลาง", "/lao/6750306/#g-"),
    ("องค์กรที่มีขีดสมรรถนะสูง", "/lao/3340102/#g-"),
]


@pytest.fixture(scope="module")
def laos() -> tuple[SearchedLao, ...]:
    return index_content(Settings(content=PUBLISHED, today=datetime.date(2026, 11, 21))).laos


@pytest.fixture(scope="module")
def full_text(laos: tuple[SearchedLao, ...]) -> FullText:
    return FullText(laos)


def matches(query: str, narrowing: Narrowing | None = None, order: Order = Order.BEST) -> list[tuple[str, TextMatch]]:
    found, _ = FullText([LAO]).find(query, narrowing, order)
    return [(one.section.title, one.match) for one in found]


@pytest.mark.parametrize(("query", "address"), QUESTIONS)
def test_a_question_finds_its_section_among_the_first_ten(query: str, address: str, full_text: FullText) -> None:
    found, _ = full_text.find(query)
    assert [one for one in found[:10] if one.section.address.startswith(address)], [
        one.section.address for one in found[:10]
    ]


def test_random_words_of_a_plan_find_their_section(laos: tuple[SearchedLao, ...], full_text: FullText) -> None:
    # 95 of 100 among the first ten: two or three words from anywhere in a section, in any order.
    chance = random.Random(2567)  # noqa: S311  # the same words in every run
    sections = [section for lao in laos for section in lao.sections]
    found, tried = 0, 0
    for _ in range(600):
        section = chance.choice(sections)
        words = [word for word in f"{section.title} {section.text}".split() if len(word) > 5]
        if len(words) < 3:
            continue
        query = " ".join(chance.sample(words, 3))
        answers = [one.section.address for one in full_text.find(query)[0][:10]]
        tried += 1
        found += section.address in answers
    assert tried > 400
    assert found / tried >= 0.95, found / tried


def test_any_piece_of_a_text_finds_its_lao(laos: tuple[SearchedLao, ...], full_text: FullText) -> None:
    chance = random.Random(2568)  # noqa: S311  # the same pieces in every run
    for _ in range(600):
        lao = chance.choice(laos)
        text = chance.choice(chance.choice(lao.sections).text.split(" · "))
        start = chance.randrange(max(1, len(text) - 20))
        piece = text[start : start + 20]
        if len(key_words(piece)) and len("".join(key_words(piece))) > 6:
            codes = {one.lao.code for one in full_text.find(piece)[0]}
            assert lao.code in codes, piece


def test_better_matches_come_first() -> None:
    assert matches("โครงการอบรมงานสารบรรณ") == [(PROJECT.title, TextMatch.TITLE)]
    assert matches("ผู้ผ่านการทดสอบ") == [(PROJECT.title, TextMatch.TEXT)]
    assert matches("สำนักปลัด สารบรรณ") == [(PROJECT.title, TextMatch.WORDS)]
    assert matches("งานสารบรรณ์") == [(PROJECT.title, TextMatch.MARKS)]
    assert matches("คดี สารบรรณ") == [(PROJECT.title, TextMatch.SOME), (POSITION.title, TextMatch.SOME)]
    assert matches("งานสารบรรณของจังหวัด") == [(PROJECT.title, TextMatch.NEAR)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("line", True),
        ("facebook line", True),
        ("lin", False),
        ("website line", True),
        ("ita", False),
        ("เล่น line", False),
    ],
)
def test_latin_words_are_found_whole(query: str, found: bool) -> None:
    section = replace(PROJECT, title="ข่าว Facebook Line website", text="ด้าน digital · online")
    results, _ = FullText([replace(LAO, sections=(section,))]).find(query)
    exact = [one for one in results if one.match in (TextMatch.TITLE, TextMatch.TEXT, TextMatch.WORDS, TextMatch.MARKS)]
    assert bool(exact) is found


def test_the_result_states_the_matched_part_of_a_query() -> None:
    assert FullText([LAO]).find("งานสารบรรณของจังหวัด")[1] == "งานสารบรรณ"


@pytest.mark.parametrize(
    ("narrowing", "stays"),
    [
        (Narrowing(province="สมุทรปราการ"), True),
        (Narrowing(province="เชียงใหม่"), False),
        (Narrowing(type="เทศบาลตำบล"), True),
        (Narrowing(type="อบต."), False),
        (Narrowing(lao="2000001"), True),
        (Narrowing(lao="2000002"), False),
        (Narrowing(part=Part.PROJECT), True),
        (Narrowing(part=Part.RESULTS), False),
        (Narrowing(year="2568"), True),
        (Narrowing(year="2569"), False),
        (Narrowing(department="สำนักปลัด"), True),
        (Narrowing(department="กองช่าง"), False),
        (Narrowing(strategy="การพัฒนาคน"), True),
        (Narrowing(strategy="การพัฒนา"), False),
        (Narrowing(competency="การบริการเป็นเลิศ"), True),
        (Narrowing(competency="การมุ่งผลสัมฤทธิ์"), False),
        (Narrowing(budget="50000-100000"), True),
        (Narrowing(budget="100000-500000"), False),
        (Narrowing(budget="nonsense"), False),
    ],
)
def test_every_facet_narrows(narrowing: Narrowing, stays: bool) -> None:
    assert bool(matches("สารบรรณ", narrowing)) is stays


def test_facets_alone_list_every_match() -> None:
    assert [title for title, _ in matches("", Narrowing(year="2567"))] == [PROJECT.title, POSITION.title]
    assert matches("") == []


def test_sorting_by_money_leaves_out_sections_without_money() -> None:
    cheaper = replace(PROJECT, title="ถูกกว่า", baht=Decimal(5), address="/3")
    full_text = FullText([replace(LAO, sections=(PROJECT, POSITION, cheaper))])
    most = [one.section.title for one in full_text.find("", None, Order.MOST_MONEY)[0]]
    assert most == [PROJECT.title, "ถูกกว่า"]
    assert [one.section.title for one in full_text.find("", None, Order.LEAST_MONEY)[0]] == most[::-1]


@given(st.text(max_size=60))
def test_no_query_raises(query: str) -> None:
    found, _ = FullText([LAO]).find(query)
    assert len(found) <= len(LAO.sections)
    assert len(excerpt(PROJECT.text, key_words(query))) <= LENGTH + 10


def test_an_excerpt_shows_what_was_found() -> None:
    text = f"{'ก่อนหน้า ' * 30}งบประมาณ ๒๕๖๗ จำนวนนี้{' ตามมา' * 40}"
    shown = excerpt(text, key_words("งบประมาณ 2567 จำนวน"))
    assert "งบประมาณ ๒๕๖๗ จำนวน" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert excerpt("สั้น", ["ไม่มี"]) == "สั้น"


def test_results_of_one_lao_leave_room_for_others() -> None:
    talkative = replace(LAO, sections=tuple(replace(PROJECT, address=f"/{number}") for number in range(9)))
    quiet = replace(LAO, code="2000002", sections=(replace(POSITION, text="สารบรรณ"),))
    found, _ = FullText([talkative, quiet]).find("สารบรรณ")
    assert [one.lao.code for one in found[:5]] == [LAO.code] * 3 + [quiet.code] + [LAO.code]


@pytest.fixture(scope="module")
def answers() -> Callable[[str], list[str]]:
    index = index_content(Settings(content=PUBLISHED, today=datetime.date(2026, 11, 21)))
    finder, full_text = Finder(index.finder.items()), FullText(index.laos)
    return lambda query: [one.address for one in answer(finder, full_text, query, 20).shown]


def test_recall_of_names_and_plans_together(answers: Callable[[str], list[str]]) -> None:
    ranks = []
    for query, address in (*NAMES, *QUESTIONS):
        found = answers(query)
        whole = address in found
        ranks.append(
            next(
                (at for at, one in enumerate(found, 1) if one == address or (not whole and one.startswith(address))), 99
            )
        )
    recall = {first: sum(place <= first for place in ranks) / len(ranks) for first in (1, 5, 10)}
    print({first: round(share, 3) for first, share in recall.items()})  # noqa: T201  # shown with -s
    assert recall[1] >= 0.9
    assert recall[5] >= 0.99
    assert recall[10] == 1.0


def test_a_few_words_find_their_plan_among_the_first_ten(
    laos: tuple[SearchedLao, ...], answers: Callable[[str], list[str]]
) -> None:
    # One following another, or at random, cut by a dictionary that the search does not know.
    chance = random.Random(2569)  # noqa: S311  # the same words in every run
    found, tried = 0, 0
    for _ in range(120):
        lao = chance.choice(laos)
        section = chance.choice(lao.sections)
        words = [word for word in word_tokenize(f"{section.title} {section.text}") if len(word.strip()) > 2]
        if len(words) < 3:
            continue
        start = chance.randrange(len(words) - 2)
        for query in ("".join(words[start : start + 3]), " ".join(chance.sample(words, 3))):
            tried += 1
            found += any(one.startswith(f"/lao/{lao.code}/") for one in answers(query)[:10])
    assert tried > 160
    assert found / tried >= 0.95, found / tried


def test_each_result_is_listed_once(answers: Callable[[str], list[str]]) -> None:
    found = answers("จริยธรรม")
    assert len(found) == len(set(found)) == 20
    assert {one.split("/")[1] for one in found} == {"lao", "frameworks", "about"}
