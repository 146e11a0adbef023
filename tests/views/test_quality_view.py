"""The quality of data of the country: counts equal the findings, lists stay short, no LAO is ranked."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from generator import addresses
from generator.building.site import gather_pages
from generator.checks.explained import all_rules, subject_order
from generator.facts.finding_counts import FindingCounts
from generator.facts.summary import Fired, LaoSummary, summarise_lao
from generator.findings import Finding, Location, Severity
from generator.model.content import Frameworks
from generator.pages.national_pages import national_pages
from generator.settings import Settings
from generator.views.quality import LISTED_LAOS, quality_rule_view, quality_view, tally_findings
from generator.words import interface
from tests.building_blocks import PUBLISHED
from tests.shown import html_of
from tests.views.some_laos import TODAY, plan_folder, read_lao

ROOT = Path(__file__).parents[2]
CODE = next(iter(all_rules()))


def found(code: str, file: str, severity: Severity = Severity.WARNING, folder: str = "5440599-example") -> Finding:
    return Finding(code, severity, "ก", Location(f"plans/{folder}/{file}", 1), "ข")


def lao(*findings: Finding, code: str = "5440599", **plan: Any) -> LaoSummary:
    return summarise_lao(read_lao(plan_folder(**plan), code=code), TODAY, findings)


def test_findings_are_counted_by_code_and_plan() -> None:
    summary = lao(
        found("A-001", "2567-2569/plan.yml"),
        found("A-001", "2567-2569/idp.yml", Severity.ERROR),
        found("A-001", "2570-2572/idp.yml"),
        found("B-001", "lao.yml", Severity.NOTICE),
    )
    assert summary.fired == (Fired("A-001", 3, 2), Fired("B-001", 1, 0))
    assert summary.findings == FindingCounts(1, 2, 1)


def test_drafts_are_not_counted() -> None:
    summary = lao(found("A-001", "2567-2569/plan.yml"), found("B-001", "lao.yml"), state="draft")
    assert summary.fired == (Fired("B-001", 1, 0),)
    assert quality_view([summary], {}).plans == 0


def test_the_tables_add_up() -> None:
    laos = [
        lao(found(CODE, "2567-2569/plan.yml")),
        lao(found(CODE, "2567-2569/plan.yml"), found(CODE, "lao.yml"), code="5340101"),
        lao(code="5340102"),
    ]
    view = quality_view(laos, tally_findings(laos))
    lines = [line for subject in (*view.of_plans, *view.of_conversion, *view.of_reading) for line in subject.rules]
    assert [(one.findings, one.plans, one.laos) for one in lines if one.findings] == [(3, 2, 2)]
    assert view.counts == FindingCounts(warnings=3)
    assert sum(one.counts.total for one in view.provinces) == 3
    assert len(lines) == view.rules == len(all_rules())


def test_a_rules_page_names_the_laos_or_their_provinces() -> None:
    few = [lao(found(CODE, "lao.yml"), code=f"54405{number:02}") for number in range(3)]
    view = quality_rule_view(all_rules()[CODE], tally_findings(few)[CODE])
    assert (view.laos, view.findings, view.plans) == (3, 3, 0)
    assert [line.findings for line in view.lines] == [1, 1, 1]
    assert view.lines[0].address == "/lao/5440500/2567-2569/#quality"
    many = [lao(found(CODE, "lao.yml"), code=f"544{number:04}") for number in range(LISTED_LAOS + 1)]
    view = quality_rule_view(all_rules()[CODE], tally_findings(many)[CODE])
    assert view.lines == ()
    assert [one.laos for one in view.provinces] == [LISTED_LAOS + 1]


def test_findings_of_national_documents_are_counted_by_document() -> None:
    of_frameworks = [
        Finding(CODE, Severity.WARNING, "ก", Location(f"frameworks/{file}.yml", 1), "ข")
        for file in ("a/document", "a/methods", "b/document")
    ]
    view = quality_rule_view(all_rules()[CODE], tally_findings([], of_frameworks)[CODE])
    assert (view.findings, view.documents, view.laos) == (3, 2, 0)


def test_a_rule_that_found_nothing_has_its_page() -> None:
    view = quality_rule_view(all_rules()[CODE], None)
    assert (view.findings, view.lines, view.provinces) == (0, (), ())


def test_every_subject_has_its_word() -> None:
    assert subject_order().keys() <= interface.SUBJECT.keys()


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    gathered = gather_pages(Settings(content=PUBLISHED, today=datetime.date(2026, 11, 21)))
    return {page.address: html_of(page) for page in gathered.pages}


def test_every_code_has_its_page(pages: dict[str, str]) -> None:
    for rule in all_rules().values():
        assert rule.address == f"/quality/{rule.code.lower()}/"
        assert rule.code in pages[rule.address]
        assert f'href="{rule.code.lower()}/"' in pages["/quality/"]


def test_the_size_of_the_page_of_all_rules_is_independent_of_the_number_of_laos() -> None:
    def rendered(laos: int) -> int:
        summaries = [lao(found(CODE, "lao.yml"), code=f"544{number:04}") for number in range(laos)]
        made = national_pages(summaries, Frameworks(()), "arabic", TODAY)
        return next(len(html_of(page)) for page in made if page.address == addresses.QUALITY)

    assert rendered(300) - rendered(1) < 50
