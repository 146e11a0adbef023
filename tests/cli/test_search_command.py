"""`phaen search`: the site's results in the terminal, in Thai, for people and for programs."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.building_blocks import PUBLISHED

CONTENT = ("--content", str(PUBLISHED))


def search(*arguments: str) -> Result:
    return CliRunner().invoke(main, ("search", *arguments, *CONTENT))


def test_json_results_are_a_list_with_the_best_first() -> None:
    found = json.loads(search("นิติกร", "--format", "json").stdout)
    assert {"kind", "title", "address", "excerpt"} <= set(found[0])
    assert found[0]["address"] == "/lao/5440502/2567-2569/idp/#i-idp-04"


def test_text_results_have_number_and_addresses() -> None:
    result = search("จริยธรรม")
    assert result.stdout.startswith("พบชื่อ ")
    assert "/lao/5440502/2567-2569/projects/#p-" in result.stdout


def test_facets_filter_and_money_sorts() -> None:
    found = json.loads(search("", "--department", "กองคลัง", "--sort", "most", "--format", "json").stdout)
    amounts = [float(one["baht"]) for one in found]
    assert amounts and amounts == sorted(amounts, reverse=True)


def test_partial_matches_are_labelled_so() -> None:
    assert "จึงแสดงหัวข้อที่มีบางคำ" in search("นิติกร สุขภาพ").stdout
    assert "ต่างจากที่พิมพ์" in search("ปฐมนิเท่ศบุคลากร").stdout


@pytest.mark.parametrize(
    ("option", "value", "hint"),
    [
        ("--department", "คลัง", "กองคลัง"),
        ("--year", "2599", "2569"),
        ("--province", "มหาสารคราม", "มหาสารคาม"),
        ("--lao", "5440503", "5440502"),
    ],
)
def test_an_unknown_facet_value_fails_with_a_similar_one(option: str, value: str, hint: str) -> None:
    result = search("อบรม", option, value)
    assert result.exit_code == 2
    assert value in result.stderr and hint in result.stderr


@pytest.mark.parametrize(("option", "value"), [("--limit", "0"), ("--limit", "x"), ("--type", "x"), ("--sort", "x")])
def test_an_invalid_value_fails_with_a_thai_message(option: str, value: str) -> None:
    result = search("อบรม", option, value)
    assert result.exit_code == 2
    assert "is not" not in result.stderr and "ต้องเป็น" in result.stderr


def test_an_empty_query_is_reported() -> None:
    assert "พิมพ์ตัวอักษรหรือตัวเลข" in search("..").stdout


@pytest.mark.parametrize("name", ["อบต.หนองไม่มีที่นี่", "เทศบาลตำบลฑฒณ", "ตำบลวังไม่มีจริง"])
def test_an_lao_that_is_not_on_the_site_is_reported_as_absent(name: str) -> None:
    assert search(name).stdout.startswith(f"ไม่มีชื่อ “{name}” ในเว็บไซต์นี้")


def test_similar_names_are_labelled_and_below_results_in_plans() -> None:
    said, *lines = search("เทศบาลตำบลโพนทา").stdout.splitlines()
    assert said.startswith("ไม่มีชื่อ “เทศบาลตำบลโพนทา” ในเว็บไซต์นี้")
    assert "ชื่อที่ใกล้เคียง" in said
    assert lines


def test_the_type_of_an_lao_alone_makes_no_name_similar() -> None:
    assert "ชื่อที่ใกล้เคียง" not in search("องค์การบริหารส่วนตำบลฑฒณฐ").stdout


def test_a_query_without_any_result_says_so() -> None:
    assert search("ฑฒณฐฎ").stdout == "ไม่มี “ฑฒณฐฎ” ในเว็บไซต์นี้ · ลองพิมพ์บางส่วนของชื่อหรือข้อความ หรือตรวจตัวสะกด\n"


def test_a_sentence_found_only_in_plans_is_not_reported_as_a_missing_name() -> None:
    said = search("ได้รับการตรวจสุขภาพ").stdout.splitlines()[0]
    assert "ในแผน" in said and "ไม่มีชื่อ" not in said
