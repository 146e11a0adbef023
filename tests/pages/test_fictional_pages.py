"""Made-up data has a banner on every page, and is excluded from search engines and from the figures of real LAOs."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.facts.summary import LaoSummary
from generator.model.content import Frameworks
from generator.model.lao import Fiction
from generator.pages.as_markdown import page_as_markdown
from generator.pages.lao_pages import LaoPages
from generator.pages.national_pages import national_pages
from generator.pages.page import Page
from generator.search.finder_index import finder_index
from generator.words import interface
from tests.building_blocks import CODE, LAO, make_lao
from tests.on_disk import read_on_disk
from tests.shown import words_of
from tests.views.some_laos import TODAY, framework, plan_folder, summary
from tests.views.some_laos import read_lao as some_lao

REAL = summary(plan_folder(), code="5440501", name="จริง")
MADE_UP = summary(plan_folder(), code="5449901", name="สมมุติ", fictional="yes")
FRAMEWORKS = Frameworks((framework(),))


def national(*laos: LaoSummary) -> dict[str, Page]:
    return {page.address: page for page in national_pages(laos, FRAMEWORKS, "arabic", TODAY)}


@pytest.mark.parametrize("word", ["yes", "content"])
def test_every_page_of_a_made_up_lao_says_so(word: str) -> None:
    read = some_lao(plan_folder(), plan_folder("2570-2572", state="draft"), fictional=word)
    pages = list(LaoPages("arabic", TODAY).pages(read, ()))
    assert len(pages) > 15
    for page in pages:
        assert (page.meta.banner or "").startswith("ข้อมูลสมมุติ"), page.address
        assert page.meta.noindex, page.address


def test_real_names_are_called_real() -> None:
    assert "เป็นของ อปท. จริง" in interface.FICTION[Fiction.CONTENT]
    assert "ชื่อจริง" in interface.SITE_FICTION[Fiction.CONTENT]


def test_a_made_up_site_has_a_banner_on_every_national_page_and_shows_its_figures() -> None:
    pages = national(MADE_UP)
    for page in pages.values():
        assert page.meta.banner == interface.SITE_FICTION[Fiction.ALL], page.address
        assert page.meta.noindex, page.address
    assert "1 อปท. ในเว็บไซต์นี้" in words_of(pages["/"])


def test_a_made_up_lao_beside_a_real_one_is_listed_and_not_counted() -> None:
    pages, alone = national(REAL, MADE_UP), national(REAL)
    home = words_of(pages["/"])
    assert "1 อปท. ในเว็บไซต์นี้" in home
    assert "มีข้อมูลสมมุติสำหรับทดลองระบบของ อปท. อีก 1 แห่ง ซึ่งไม่นับ" in home
    assert "สมมุติ" not in words_of(alone["/"])
    province = words_of(pages["/province/maha-sarakham/"])
    assert "ในจังหวัดนี้ 1 แห่ง ในจำนวนนี้ 1 แห่ง" in province
    assert "มีข้อมูลสมมุติสำหรับทดลองระบบอีก 1 แห่ง" in province
    assert not any(page.meta.banner or page.meta.noindex for page in pages.values())
    others = {address for address in pages if address not in ("/", "/province/maha-sarakham/")}
    assert all(words_of(pages[one]) == words_of(alone[one]) for one in others)


def test_a_province_with_many_laos_has_filterable_lines_instead_of_cards() -> None:
    few = [summary(plan_folder(), code=f"54405{number:02}", name=f"ที่{number}") for number in range(60)]
    page = page_as_markdown(national(*few)["/province/maha-sarakham/"])
    assert 'class="card lao-card"' in page
    many = national(*few, MADE_UP)["/province/maha-sarakham/"]
    page = page_as_markdown(many)
    assert 'class="card lao-card"' not in page
    assert page.count('<li class="lao-line"') == 61
    assert 'data-filter=".lao-line"' in page
    assert page.count("· ข้อมูลสมมุติ") == 1
    assert "1 โครงการ" in words_of(many)


def test_a_province_with_only_made_up_laos_counts_none_on_a_real_site() -> None:
    elsewhere = summary(plan_folder(), code="5509901", province="เชียงใหม่", fictional="yes")
    assert "ในจังหวัดนี้ 0 แห่ง" in words_of(national(REAL, elsewhere)["/province/chiang-mai/"])


def test_made_up_projects_are_not_listed_with_real_ones() -> None:
    index = finder_index((REAL, MADE_UP), FRAMEWORKS, ())
    assert [title.laos for title in index.titles] == [1]
    assert [lao.detail for lao in index.laos][1].endswith("ข้อมูลสมมุติ")


@pytest.mark.parametrize(
    "identity",
    [
        pytest.param("fictional: yes", id="stated"),
        pytest.param("fictional: ใช่ครับ", id="a word that is none of ours"),
        pytest.param("fictional: [yes]", id="a list"),
    ],
)
@pytest.mark.parametrize("code", [CODE, "5999902"])
def test_an_unclear_fictional_statement_counts_as_made_up(tmp_path: Path, code: str, identity: str) -> None:
    folder = make_lao(tmp_path, lao=f"{LAO.replace(CODE, code)}{identity}\n")
    read = read_on_disk(CODE, folder, tmp_path, None)
    assert (read.lao_folder.lao is None) == (code != CODE)
    assert read.lao_folder.fiction is Fiction.ALL
    banners = {page.meta.banner for page in LaoPages("arabic", TODAY).pages(read, read.lao_folder.findings)}
    assert all((banner or "").startswith("ข้อมูลสมมุติ") for banner in banners)


def test_a_stated_no_means_real(tmp_path: Path) -> None:
    folder = make_lao(tmp_path, lao=f"{LAO}fictional: ไม่ใช่\n")
    assert read_on_disk(CODE, folder, tmp_path, None).lao_folder.fiction is Fiction.NO
