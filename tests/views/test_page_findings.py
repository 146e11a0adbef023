"""Findings on pages: grouped by rule, the most severe first, linked from their places, nothing lost."""

from __future__ import annotations

import dataclasses

from generator.checks.explained import all_rules, rule_of
from generator.facts.finding_counts import FindingCounts
from generator.findings import Finding, Location, Severity
from generator.views.finding_places import OVERVIEW, PagePlace
from generator.views.idp import idp_view
from generator.views.overview import overview_view
from generator.views.page_findings import FLAGGED_PLACES, NO_FINDINGS, UNFOLDED, PageFindings, page_findings
from generator.views.plan_context import PlanContext
from generator.views.projects import projects_view
from generator.views.strategy import strategy_view
from generator.views.year import year_view
from tests.views.one_plan import FY2567, FY2569, one_plan, project

NOWHERE = PagePlace(OVERVIEW, "", "plan")
FOLDER = "plans/6990101-example/2567-2569"


def at(file: str, *path: str | int, line: int = 1) -> Location:
    return Location(f"{FOLDER}/{file}", line, 1, path)


def finding(
    code: str = "X-001", severity: Severity = Severity.WARNING, where: Location | None = None, **more: object
) -> Finding:
    place = where or at("projects.yml", "projects", 0)
    return Finding(code, severity, "ไม่ตรงกัน", place, "ตรวจ")._replace(**more)  # type: ignore[arg-type]  # keywords by name; a wrong one fails at once


def plan(*findings: Finding, projects: int = 1) -> PlanContext:
    listed = [project(id=f"p{number}") for number in range(1, projects + 1)]
    return dataclasses.replace(one_plan(projects=listed), findings=findings)


def on_projects(*findings: Finding, projects: int = 1) -> PageFindings:
    return projects_view(plan(*findings, projects=projects)).findings


def test_a_plan_without_findings_shows_none() -> None:
    assert on_projects() is NO_FINDINGS


def test_the_most_severe_rule_comes_first() -> None:
    found = on_projects(
        finding("A-001", Severity.NOTICE), finding("C-001"), finding("B-001"), finding("D-001", Severity.ERROR)
    )
    assert [group.rule.code for group in found.groups] == ["D-001", "B-001", "C-001", "A-001"]
    assert found.counts == FindingCounts(errors=1, warnings=2, notices=1)


def test_the_first_of_many_findings_are_open_and_the_others_folded() -> None:
    for number in range(1, 9):
        (group,) = on_projects(*(finding() for _ in range(number))).groups
        assert len(group.lines) + len(group.folded) == group.count == number
        assert len(group.lines) <= UNFOLDED + 1
        assert len(group.folded) != 1


def test_anchors_are_made_of_code_and_subject_and_are_unique() -> None:
    subjects = (("p1",), ("p1",), (), ("<b>",))
    (group,) = on_projects(*(finding(subjects=one) for one in subjects)).groups
    assert [line.anchor for line in (*group.lines, *group.folded)] == [
        "f-x-001-p1",
        "f-x-001-p1-2",
        "f-x-001",
        "f-x-001-2",
    ]


def test_a_card_shows_only_its_own_findings() -> None:
    view = projects_view(plan(finding("X-001"), finding("X-001"), finding("Y-001"), projects=2))
    first, second = view.strategies[0].tactics[0].cards
    assert [(link.title, link.count) for link in first.findings] == [("X-001", 2), ("Y-001", 1)]
    assert [link.anchor for link in first.findings] == ["q-x-001", "f-y-001"]
    assert second.findings == ()


def test_further_places_link_to_the_finding_unless_there_are_too_many() -> None:
    def flagged(others: int) -> list[str]:
        also = tuple(at("projects.yml", "projects", number) for number in range(1, others + 1))
        return sorted(on_projects(finding(also=also), projects=others + 1).at)

    assert flagged(1) == ["p-p1", "p-p2"]
    assert flagged(FLAGGED_PLACES) == []


def test_links_to_a_folded_finding_lead_to_its_group() -> None:
    many = [finding(where=at("projects.yml", "projects", number)) for number in range(6)]
    found = on_projects(*many, projects=6)
    assert found.at["p-p1"][0].anchor == "f-x-001"
    assert found.at["p-p6"][0].anchor == "q-x-001"


def test_personal_data_is_not_repeated() -> None:
    (group,) = on_projects(finding("PDPA-001", Severity.ERROR, suggestion="นาย ก")).groups
    assert (group.lines[0].message, group.lines[0].suggestion) == (None, "")


def test_an_answer_is_shown_with_its_finding() -> None:
    found = on_projects(finding(answer="พิมพ์ตามต้นฉบับ"), finding())
    assert found.answered == 1
    assert found.groups[0].lines[0].answer == "พิมพ์ตามต้นฉบับ"


def test_lines_of_further_places_are_listed_in_order() -> None:
    also = tuple(at("projects.yml", "projects", 0, line=line) for line in (30, 20, 20))
    (group,) = on_projects(finding(also=also)).groups
    assert (group.lines[0].also, group.lines[0].also_lines) == (3, (20, 30))


def test_a_total_links_to_its_finding() -> None:
    matrix = {
        "section": "๓.๑๐",
        "columns": [{"department": "office"}],
        "rows": [{"strategy": "s1", "amounts": ["๑๐,๐๐๐"]}],
        "stated_column_totals": ["๑๑,๐๐๐"],
    }
    context = one_plan(plan={"budget_matrix": matrix})
    where = at("plan.yml", "budget_matrix", "stated_column_totals", 0)
    found = strategy_view(dataclasses.replace(context, findings=(finding(where=where),)))
    assert found.matrix and found.matrix.column_totals[0].finding == "f-x-001"
    silent = strategy_view(context)
    assert silent.matrix and silent.matrix.column_totals[0].finding is None


def test_a_position_shows_its_findings() -> None:
    view = idp_view(plan(finding(where=at("idp.yml", "rows", 0, "skills"))))
    assert [link.title for link in view.departments[0].categories[0].cards[0].findings] == ["X-001"]


def test_a_year_counts_the_findings_of_its_projects() -> None:
    context = plan(finding(), finding("Y-001"))
    assert [one.findings for group in year_view(context, FY2567).strategies for one in group.projects] == [2]
    assert year_view(context, FY2569).strategies == ()


def test_the_overview_counts_all_findings_by_page() -> None:
    view = overview_view(
        plan(
            finding(),
            finding(where=at("idp.yml", "rows", 0)),
            finding("Y-001", Severity.NOTICE, at("plan.yml", "committee"), answer="ชี้แจง"),
            finding("Y-002", where=at("plan.yml")),
        )
    )
    quality = view.quality
    assert (quality.counts, quality.answered) == (FindingCounts(0, 3, 1), 1)
    assert [(one.subject, one.count, one.grave) for one in quality.subjects] == [("X", 2, 2), ("Y", 2, 1)]
    (line,) = quality.subjects[0].rules
    assert [(page.part, page.count) for page in line.pages] == [("projects", 1), ("idp", 1)]
    assert line.pages[0].address == "/lao/6990101/2567-2569/projects/#q-x-001"
    assert [group.rule.code for group in view.findings.groups] == ["Y-002"]


def test_an_unknown_code_is_its_own_title() -> None:
    known = next(iter(all_rules().values()))
    assert rule_of(finding(known.code)) is known
    assert rule_of(finding("X-001")).title == "X-001"


def test_the_name_of_a_file_with_personal_data_is_not_shown() -> None:
    name = f"{FOLDER}/1101700230708.docx"
    found = finding("TREE-006", where=Location(name))._replace(message=f"ระบบไม่รู้จัก “{name}” จึงไม่ได้อ่าน")
    (group,) = page_findings([(found, NOWHERE)], lambda _: NOWHERE).groups
    assert [(line.message, line.file) for line in group.lines] == [(None, "")]
