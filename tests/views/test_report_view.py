"""The report of a year shows planned and reported, round by round; missing results are never shown as zero."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

from generator.facts.planned_people import planned_people
from generator.facts.progress import year_progress
from generator.model.project import Project
from generator.pages.lao_pages import LaoPages
from generator.views.pdca import PdcaStep, pdca
from generator.views.report import report_view
from tests.shown import words_of
from tests.views.one_plan import FY2567, FY2568, PROJECT, TODAY, one_plan, project, results

HALF = results(round="6", as_of="31 มี.ค. 2567", projects=[{"project": "p1", "status": "in_progress", "spent": "๑๐๐"}])


def test_the_round_of_twelve_months_comes_before_the_half_year() -> None:
    view = report_view(one_plan(results=[results(), HALF]), FY2567)
    assert view.latest is not None and view.latest.report.months == "12"
    assert [one.anchor for one in view.earlier] == ["round-6"]
    assert view.progress.whole.spent_baht == Decimal(9000)


def test_a_half_year_alone_names_the_next_round() -> None:
    view = report_view(one_plan(results=[HALF]), FY2567)
    assert view.next_round == FY2567.last_day


def test_a_blank_skeleton_is_no_report() -> None:
    blank = results(projects=[{"project": "p1"}])
    assert report_view(one_plan(results=[blank]), FY2567).latest is None
    view = report_view(one_plan(results=[HALF, blank]), FY2567)
    assert view.latest is not None and view.latest.report.months == "6"


def test_a_year_without_a_report_has_planned_projects_and_no_sums() -> None:
    part = year_progress(one_plan(), FY2568).whole
    assert (part.planned, part.not_reported, part.reported) == (1, 1, 0)
    assert (part.spent_baht, part.people) == (None, None)


def test_a_project_of_two_departments_is_counted_in_both() -> None:
    both = project(responsible={"departments": ["office", "finance"], "printed": "สองกอง"})
    progress = year_progress(one_plan(projects=[both], results=[results()]), FY2567)
    assert [(one.id, part.done) for one, part in progress.by_department if one] == [("office", 1), ("finance", 1)]
    assert [part.done for _, part in progress.by_strategy] == [1]


def test_quarters_count_planned_projects_by_status() -> None:
    quarters = report_view(one_plan(results=[results()]), FY2567).quarters
    assert [(one.number, one.planned, one.statuses) for one in quarters][:3] == [
        (1, 1, ("done",)),
        (2, 1, ("done",)),
        (3, 0, ()),
    ]


def test_people_are_compared_for_projects_of_one_year_alone() -> None:
    targets = {"quantity": "จำนวน ๔๐ คน"}
    one = project(targets=targets, periods={"2567": "๑"})
    assert year_progress(one_plan(projects=[one], results=[results()]), FY2567).whole.people_planned == 40
    several = project(targets=targets)
    assert year_progress(one_plan(projects=[several], results=[results()]), FY2567).whole.people_planned is None


def test_only_a_plain_number_of_people_is_a_target_to_compare_with() -> None:
    def of(quantity: str) -> int | None:
        return planned_people(Project.model_validate(PROJECT | {"targets": {"quantity": quantity}}))

    assert [of("บุคลากร ๑๒ คน"), of("จำนวน 1,200 คน")] == [12, 1200]
    vague = ["ไม่น้อยกว่า ๑๒ คน", "รุ่นละ ๓๐ คน", "ร้อยละ ๘๐", "๑๐-๑๒ คน", "ชาย ๕ คน หญิง ๖ คน", ""]
    assert [of(text) for text in vague] == [None] * len(vague)


def test_a_step_without_data_is_empty() -> None:
    assert [len(lines) for lines in pdca(one_plan()).values()] == [1, 0, 0, 0]
    steps = pdca(one_plan(results=[HALF, results()]))
    assert (len(steps[PdcaStep.DO]), len(steps[PdcaStep.CHECK])) == (1, 2)


def test_problems_and_statements_that_there_are_none_are_counted_apart() -> None:
    texts = ("งบประมาณไม่พอ", "ไม่มี", "ไม่มีปัญหาและอุปสรรค", "-", None)
    projects = [project(id=f"p{number}") for number, _ in enumerate(texts)]
    found = [{"project": f"p{number}", "status": "done", "problems": text} for number, text in enumerate(texts)]
    (line,) = pdca(one_plan(projects=projects, results=[results(projects=found)]))[PdcaStep.CHECK]
    said = "".join(str(part.value) for part in line.what.parts)
    assert "บอกปัญหา 1 โครงการ ระบุว่าไม่มีปัญหา 2 โครงการ" in said
    assert "บอกข้อเสนอแนะ 0 โครงการ ระบุว่าไม่มีข้อเสนอแนะ 0 โครงการ" in said


def test_the_file_of_each_round_is_known() -> None:
    files = one_plan(results=[HALF, results()]).files
    files = dataclasses.replace(files, results_files=("results/2567-6.yml", "results/2567.yml"))
    assert [files.file_of(one) for one in files.results] == ["results/2567-6.yml", "results/2567.yml"]


def test_projects_without_problems_are_counted_instead_of_listed() -> None:
    said = (("ไม่มี", "ไม่มี"), ("ไม่มี", "ควรจัดต้นปี"), ("ไม่มี", None), (None, None), (" ไม่มี ", "ไม่มี"))
    listed = [project(id=f"p{place}") for place in range(len(said))]
    reported = [
        {"project": f"p{place}", "status": "done"}
        | ({"problems": one} if one else {})
        | ({"suggestions": two} if two else {})
        for place, (one, two) in enumerate(said)
    ]
    view = report_view(one_plan(projects=listed, results=[results(projects=reported)]), FY2567)
    assert view.latest
    assert len(view.latest.problems_table.rows) == 2
    assert view.latest.without_problems == 2


def test_a_report_without_problems_says_how_many_projects_state_so() -> None:
    said = {"project": "p1", "status": "done", "problems": "ไม่มี", "suggestions": "ไม่มี"}
    context = one_plan(results=[results(projects=[said])])
    (page,) = (one for one in LaoPages("arabic", TODAY).pages(context.read, ()) if "/report/2567/" in one.address)
    assert "1 โครงการรายงานว่าไม่มีทั้งปัญหาและข้อเสนอแนะ" in words_of(page)
    assert "ยังไม่มีปัญหาหรือข้อเสนอแนะที่รายงานไว้" not in words_of(page)
