"""All LAOs of one assessment year: in one table, or by province if they are too many."""

from __future__ import annotations

import dataclasses

from generator.facts.ita_evidence import EvidenceCount
from generator.facts.summary import LaoSummary
from generator.model.content import Frameworks
from generator.pages.national_pages import national_pages
from generator.thai.dates import FiscalYear
from generator.views.national_evidence import MOST_PLANS, EvidenceByYear, listed_years, national_evidence_view
from tests.shown import words_of
from tests.views.some_evidence import assessment
from tests.views.some_laos import TODAY, plan_folder, summary

FY2568 = FiscalYear(2568)
YEARS = (assessment("2568", plan=("in_force", "budgets"), report=("results",)),)


def lao(number: int = 0, **changes: object) -> LaoSummary:
    made = summary(plan_folder(), code=f"5{440501 + number}", name=f"ตัวอย่าง {number}")
    plans = tuple(dataclasses.replace(one, evidence=(EvidenceCount(FY2568, 2, 1, 0, 0),)) for one in made.plans)
    return dataclasses.replace(made, plans=plans, **changes)  # type: ignore[arg-type]  # keywords by name; a wrong one fails at once


def test_each_plan_has_its_counts_and_links_to_its_sheet() -> None:
    view = EvidenceByYear([lao()]).view(FY2568, YEARS)
    (row,) = view.plans_table.rows
    assert [cell.value for cell in row.cells[2:]] == [2, 1, 0, 0]
    assert row.cells[0].parts[0].address == "/lao/5440501/2567-2569/evidence/2568/"
    assert view.provinces == ()


def test_with_many_plans_the_province_pages_list_them() -> None:
    laos = [lao(number) for number in range(MOST_PLANS)]
    assert EvidenceByYear(laos).provinces(FY2568) == ()
    by_year = EvidenceByYear([*laos, lao(MOST_PLANS, province=None)])
    view = by_year.view(FY2568, YEARS)
    assert [(one.plans, one.met, one.asked) for one in view.provinces] == [(300, 600, 900), (1, 2, 3)]
    assert len(view.plans) == 1, "an LAO of no known province is named on the page of the year"
    assert [province.name for province, _ in by_year.provinces(FY2568)] == ["มหาสารคาม"]
    made = {
        one.address: one for one in national_pages([*laos, lao(MOST_PLANS)], Frameworks((), (), YEARS), "thai", TODAY)
    }
    assert "แผน ๒๕๖๗-๒๕๖๙ ครบ ๒ จาก ๓" in words_of(made["/evidence/2568/maha-sarakham/"])


def test_the_page_of_the_next_year_says_that_its_items_are_unknown() -> None:
    assert listed_years(YEARS) == (FY2568, FiscalYear(2569))
    assert listed_years(()) == ()
    lines = national_evidence_view([lao()], YEARS).years
    assert [(one.fiscal_year.be, one.is_known, one.plans) for one in lines] == [(2569, False, 0), (2568, True, 1)]
    made = {one.address: one for one in national_pages([lao()], Frameworks((), (), YEARS), "arabic", TODAY)}
    assert "ยังไม่มีรายการข้อของการประเมินปีนี้" in words_of(made["/evidence/2569/"])


def test_drafts_are_not_counted() -> None:
    draft = summary(plan_folder(state="draft"))
    assert draft.plans[0].evidence == ()
