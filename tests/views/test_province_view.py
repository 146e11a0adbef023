"""A province's LAOs: by district and type in Thai order, none omitted."""

from __future__ import annotations

from generator.facts.summary import LaoSummary, Standing
from generator.thai.provinces import PROVINCES
from generator.views.province import ProvinceView, province_view
from tests.views.some_laos import GUIDELINES, plan_folder, summary, unreadable_plan

MAHA_SARAKHAM = PROVINCES["44"]


def view_of(*summaries: LaoSummary) -> ProvinceView:
    return province_view(MAHA_SARAKHAM, summaries)


def test_districts_types_and_names_are_sorted() -> None:
    view = view_of(
        summary(code="6440503", name="ขา"),
        summary(code="6440502", name="แก"),
        summary(code="5440501", name="ฮา", type="เทศบาลตำบล"),
        summary(code="6440101", name="กา", district="เมือง"),
        summary(code="6440901", name="กา", district="แกดำ"),
        summary(code="2440101", name="มหาสารคาม", type="อบจ.", district="เมือง"),
    )
    assert [(group.name, [card.code for card in group.cards]) for group in view.districts] == [
        ("แกดำ", ["6440901"]),
        ("เชียงยืน", ["5440501", "6440502", "6440503"]),
        ("เมือง", ["6440101"]),
    ]
    assert [card.code for card in view.province_wide] == ["2440101"]


def test_an_unreadable_lao_is_listed() -> None:
    view = view_of(summary(unreadable_plan(), readable=False))
    assert [(card.name, card.standing, card.address) for card in view.without_district] == [
        ("5440599-example", Standing.UNREADABLE, "/lao/5440599/")
    ]
    assert view.laos == 1


def test_anchors_are_unique_if_two_districts_share_digits() -> None:
    view = view_of(summary(code="6440501", district="เก่า"), summary(code="6440502", district="ใหม่"))
    assert [group.anchor for group in view.districts] == ["district-05", "district-6440502"]


def test_a_card_shows_the_leading_plan_and_counts_the_others() -> None:
    card = view_of(summary(plan_folder("2564-2566"), plan_folder(), guidelines=[GUIDELINES])).districts[0].cards[0]
    assert card.lead and card.lead.cycle.slug == "2567-2569"
    assert (card.lead_address, card.other_plans) == ("/lao/5440599/2567-2569/", 1)
    assert card.guidelines == ("แนวทางการพัฒนาพนักงาน",)


def test_only_laos_with_a_plan_in_force_count_as_such() -> None:
    view = view_of(summary(plan_folder()), summary(plan_folder("2564-2566")), summary(), summary(unreadable_plan()))
    assert (view.laos, view.in_force) == (4, 1)
