"""The IDP matrix keeps positions, wordings and years as printed, and counts them."""

from __future__ import annotations

from typing import Any

import pytest

from generator.thai.dates import FiscalYear
from generator.views.idp import IdpView, idp_view, year_span
from tests.views.one_plan import PARTIAL, one_plan, row


def view_of(*rows: dict[str, Any], **table: Any) -> IdpView:
    return idp_view(one_plan(idp={"rows": list(rows), **table}))


def test_positions_are_grouped_by_department_and_category_in_printed_order() -> None:
    view = view_of(
        row(id="a", department=None),
        row(id="b", department="office"),
        row(id="c", department="office", staff_category="ลูกจ้างประจำ"),
        row(id="d", department="finance"),
        row(id="e", department="office"),
    )
    groups = [
        (
            department.name,
            [(category.name, [card.anchor for card in category.cards]) for category in department.categories],
        )
        for department in view.departments
    ]
    assert groups == [
        (None, [(None, ["i-a"])]),
        ("สำนักปลัด", [(None, ["i-b", "i-e"]), ("ลูกจ้างประจำ", ["i-c"])]),
        ("กองคลัง", [(None, ["i-d"])]),
    ]
    assert [department.positions for department in view.departments] == [1, 3, 1]
    assert (view.positions, view.named_departments, view.without_department) == (5, 2, 1)


def test_methods_and_years_are_counted_over_all_positions() -> None:
    view = view_of(row(id="a"), row(id="b", methods=["2"], years=["๒๕๖๘"]))
    assert [method.positions for method in view.methods] == [1, 2]
    assert [year.positions for year in view.years] == [1, 2, 1]


def test_a_wording_equal_to_the_legend_has_no_note() -> None:
    assert view_of(row(methods=[{"number": "๑", "printed": "ฝึก อบรม"}])).notes == ()


def test_a_wording_that_differs_from_the_legend_has_a_note() -> None:
    view = view_of(row(methods=["๒", {"number": "๑", "printed": "สอนงาน"}]))
    (note,) = view.notes
    assert (note.number, note.printed, note.legend_name, note.same_as_number) == ("๑", "สอนงาน", "ฝึกอบรม", "๒")
    card = view.departments[0].categories[0].cards[0]
    assert [cell.used for cell in card.cells] == [True, True]
    assert [cell.notes for cell in card.cells] == [(note,), ()]
    assert [method.printed for method in card.methods] == [None, "สอนงาน"]


def test_notes_are_numbered_across_rows() -> None:
    other = {"number": "๑", "printed": "ฝึกรอบรม"}
    notes = view_of(row(id="a", methods=[other]), row(id="b"), row(id="c", methods=[other])).notes
    assert [(note.index, note.row_anchor, note.same_as_number) for note in notes] == [
        (1, "i-a", None),
        (2, "i-c", None),
    ]


def test_a_number_missing_from_the_legend_is_only_on_its_row() -> None:
    view = view_of(row(id="a", methods=["๑", "๗"]), row(id="b"))
    assert [(method.number, method.name) for method in view.methods] == [("๑", "ฝึกอบรม"), ("๒", "สอนงาน")]
    cards = view.departments[0].categories[0].cards
    assert [card.outside for card in cards] == [("๗",), ()]
    assert [use.number for use in cards[0].methods] == ["๑", "๗"]


def test_without_a_legend_the_numbers_of_the_rows_are_the_columns() -> None:
    view = view_of(row(methods=["๑", "๗"]), methods=[])
    assert [(method.number, method.name) for method in view.methods] == [("๑", None), ("๗", None)]


def test_years_of_the_cycle_are_recognised() -> None:
    view = view_of(row())
    assert all(year.in_cycle for year in view.years)


def test_years_outside_the_cycle_are_kept_as_printed() -> None:
    printed = ["๒๕๖๔", "๒๕๖๕", "๒๕๖๖"]
    view = view_of(row(years=printed), years=printed)
    assert view.heading_years == "2564–2566"
    assert not any(year.in_cycle for year in view.years)
    assert view.departments[0].categories[0].cards[0].years == ("2564", "2565", "2566")


def test_a_year_found_only_in_a_row_has_its_own_column() -> None:
    view = view_of(row(years=["๒๕๗๐"]))
    assert [year.fiscal_year.be for year in view.years] == [2567, 2568, 2569, 2570]


@pytest.mark.parametrize(
    ("years", "span"), [((2564, 2565, 2566), "2564–2566"), ((2564, 2566), "2564, 2566"), ((2564,), "2564")]
)
def test_a_span_is_written_only_for_consecutive_years(years: tuple[int, ...], span: str) -> None:
    assert year_span(map(FiscalYear, years)) == span


def test_competencies_are_named_from_the_plans_list_and_groups_counted() -> None:
    view = view_of(row(skills=[{"text": "ทักษะ", "competencies": ["core", "core-1", "line-9"]}]))
    mentions = view.departments[0].categories[0].cards[0].skills[0].competencies
    assert [(mention.kind, mention.name, mention.count) for mention in mentions] == [
        ("core", None, 1),
        (None, "การมุ่งผลสัมฤทธิ์", 1),
        (None, None, 1),
    ]


def test_a_skill_with_only_a_printed_number_is_kept() -> None:
    skill = view_of(row(skills=[{"number": "๕"}])).departments[0].categories[0].cards[0].skills[0]
    assert (skill.number, skill.text) == ("๕", None)


@pytest.mark.parametrize("sources", [None, PARTIAL], ids=["full", "partial"])
def test_a_plan_without_idp_has_no_positions_and_states_whether_it_is_partial(
    sources: list[dict[str, Any]] | None,
) -> None:
    view = idp_view(one_plan(has_idp=False, plan={"sources": sources} if sources else None))
    assert (view.positions, view.departments, view.is_partial) == (0, (), sources is not None)


def test_an_uninterpretable_year_of_a_row_is_on_its_card_without_a_column() -> None:
    view = idp_view(one_plan(idp={"rows": [row(years=["๒๕๖๗", "ปีหน้า"])]}))
    (card,) = (card for group in view.departments for category in group.categories for card in category.cards)
    assert [column.label for column in view.years] == ["2567", "2568", "2569"]
    assert card.years == ("2567", "ปีหน้า")


def test_positions_with_the_same_methods_are_one_set_the_largest_first() -> None:
    rows = [row(id="r1", methods=["๑"]), row(id="r2", methods=["๑", "๒"]), row(id="r3", methods=["๒", "๑"])]
    view = idp_view(one_plan(idp={"rows": rows}))
    assert [(one.numbers, one.is_all, len(one.cards)) for one in view.method_sets] == [
        (("๑", "๒"), True, 2),
        (("๑",), False, 1),
    ]


def test_a_number_missing_from_the_legend_makes_a_separate_set() -> None:
    rows = [row(id="r1", methods=["๑", "๒"]), row(id="r2", methods=["๑", "๒", "๙๙"])]
    view = idp_view(one_plan(idp={"rows": rows}))
    assert [(one.numbers, one.is_all) for one in view.method_sets] == [(("๑", "๒"), True), (("๑", "๒", "๙๙"), False)]


def test_years_are_shared_only_if_all_rows_have_the_same() -> None:
    alike = [row(id="r1", years=["2567"]), row(id="r2", years=["2567"])]
    assert idp_view(one_plan(idp={"rows": alike})).common_years == ("2567",)
    differ = [row(id="r1", years=["2567"]), row(id="r2", years=["2568"])]
    assert idp_view(one_plan(idp={"rows": differ})).common_years is None


def test_a_method_in_words_is_on_its_card_without_a_number() -> None:
    view = view_of(row(methods=["การสอนงานโดยพี่เลี้ยง"]))
    card = view.departments[0].categories[0].cards[0]
    assert [(one.number, one.printed) for one in card.methods] == [(None, "การสอนงานโดยพี่เลี้ยง")]
    assert card.outside == ("การสอนงานโดยพี่เลี้ยง",)
    assert [cell.used for cell in card.cells] == [False, False]


def test_a_method_in_words_of_the_legend_is_in_its_column() -> None:
    card = view_of(row(methods=["สอน งาน"])).departments[0].categories[0].cards[0]
    assert ([cell.used for cell in card.cells], card.outside) == ([False, True], ())


def test_unnumbered_columns_are_numbered_in_brackets() -> None:
    view = view_of(row(methods=["สัมมนา"]), methods=[{"name": "ดูงาน"}, {"name": "สัมมนา"}])
    assert [(one.number, one.name, one.positions) for one in view.methods] == [("(1)", "ดูงาน", 0), ("(2)", "สัมมนา", 1)]
    assert view.has_own_numbers
