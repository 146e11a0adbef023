"""A summary read back from JSON is equal, and gives the same national pages."""

from __future__ import annotations

import dataclasses
import datetime
import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.facts.changes import PlanEvent, PlanEventKind
from generator.facts.finding_counts import FindingCounts
from generator.facts.ita_evidence import EvidenceCount
from generator.facts.legal_state import LegalState
from generator.facts.summary import (
    Fired,
    FrameworkUse,
    LaoSummary,
    PlanSummary,
    ProjectTitle,
    RecentVersion,
    Standing,
    summarise_lao,
)
from generator.facts.summary_json import SCHEMA, UnreadableSummaryError, from_json, to_json
from generator.findings import Finding, Location, Severity
from generator.model.content import Frameworks
from generator.model.lao import Fiction
from generator.model.money import BudgetBasis
from generator.model.official import DocumentState
from generator.pages.national_pages import national_pages
from generator.reading.content_tree import DiskTree
from generator.reading.folders import find_lao_folders
from generator.reading.lao_reader import read_lao
from generator.search.finder_index import finder_index
from generator.thai.dates import Cycle, FiscalYear
from generator.thai.provinces import PROVINCES
from tests.views.one_plan import PARTIAL, project
from tests.views.some_laos import GUIDELINES, TODAY, framework, plan_folder, summary, unreadable_plan

CONTENT = Path(__file__).parents[2] / "content"
FINDINGS = (
    Finding("MONEY-001", Severity.WARNING, "ก", Location("plans/5440599-example/2567-2569/plan.yml"), "ข"),
    Finding("NAME-001", Severity.NOTICE, "ก", Location("plans/5440599-example/lao.yml"), "ข"),
)
SUMMARIES = {
    "nothing": summary(),
    "a plan": summary(plan_folder(), findings=FINDINGS),
    "a draft": summary(plan_folder(), plan_folder("2570-2572", state="draft")),
    "a part": summary(plan_folder(has_projects=False, has_idp=False, sources=PARTIAL)),
    "satang": summary(plan_folder(projects=[project(budget="๑,๐๐๐.๕๐")])),
    "announced": summary(plan_folder(announcement={"date": "5 ม.ค. 2567", "effective_date": "1 ม.ค. 2567"})),
    "guidelines": summary(guidelines=[GUIDELINES]),
    "unreadable": summary(unreadable_plan("2564-2566"), unreadable_plan(), readable=False),
    "of no province": summary(code="5990101", province="ไม่มีจริง", district=None),
    "of old": summary(plan_folder(), former_codes=[{"code": "6440599"}]),
    "changed": dataclasses.replace(
        summary(plan_folder()),
        recent=(RecentVersion(Cycle.parse("2567-2569"), 2, datetime.date(2024, 5, 1), "แก้งบประมาณ 1 รายการ"),),
        moved=("/lao/5999901/", "/lao/5999901/2567-2569/"),
    ),
}

YEARS = st.integers(2500, 2690)
CYCLES = st.builds(lambda be, more: Cycle(FiscalYear(be), FiscalYear(be + more)), YEARS, st.integers(0, 9))
COUNTS = st.integers(0, 10**6)
PLANS = st.builds(
    PlanSummary,
    cycle=CYCLES,
    state=st.sampled_from(DocumentState),
    legal=st.sampled_from(LegalState),
    is_draft=st.booleans(),
    is_partial=st.booleans(),
    projects=st.none() | COUNTS,
    total_baht=st.none() | st.decimals(allow_nan=False, allow_infinity=False),
    basis=st.none() | st.sampled_from(BudgetBasis),
    positions=st.none() | COUNTS,
    latest=st.none() | st.builds(PlanEvent, st.dates(), st.sampled_from(PlanEventKind), st.none() | st.text()),
    titles=st.lists(st.builds(ProjectTitle, st.text(), st.text(), st.text()), max_size=3).map(tuple),
    total_is_whole=st.booleans(),
    people=st.none() | COUNTS,
    findings=st.builds(FindingCounts, COUNTS, COUNTS, COUNTS),
    evidence=st.lists(
        st.builds(EvidenceCount, st.builds(FiscalYear, YEARS), COUNTS, COUNTS, COUNTS, COUNTS), max_size=3
    ).map(tuple),
)
# Written by hand, field by field, so that a new field fails here too.
ANY_SUMMARY = st.builds(
    LaoSummary,
    code=st.from_regex(r"[1-9][0-9]{6}", fullmatch=True),
    full_name=st.text(st.characters(), max_size=20),  # with lone surrogates, as in folder names
    short_name=st.text(),
    type=st.none() | st.text(),
    district=st.none() | st.text(),
    province=st.none() | st.sampled_from([*PROVINCES.values()]),
    folder=st.text(),
    readable=st.booleans(),
    standing=st.sampled_from(Standing),
    plans=st.lists(PLANS, max_size=2).map(tuple),
    unreadable_cycles=st.lists(CYCLES, max_size=2).map(tuple),
    guidelines=st.lists(st.text(), max_size=2).map(tuple),
    framework_uses=st.lists(st.builds(FrameworkUse, st.text(), CYCLES), max_size=3).map(tuple),
    findings=st.builds(FindingCounts, COUNTS, COUNTS, COUNTS),
    fired=st.lists(st.builds(Fired, st.text(), COUNTS, COUNTS), max_size=3).map(tuple),
    former_codes=st.lists(st.text(), max_size=2).map(tuple),
    fiction=st.sampled_from(Fiction),
)


def of_the_content() -> list[LaoSummary]:
    tree = DiskTree(CONTENT)
    folders, _ = find_lao_folders(tree)
    return [summarise_lao(read_lao(code, paths, tree, None), TODAY) for code, paths in folders.items()]


@pytest.mark.parametrize("name", SUMMARIES)
def test_a_summary_round_trips(name: str) -> None:
    assert from_json(to_json(SUMMARIES[name])) == SUMMARIES[name]


def test_the_summaries_of_the_content_round_trip() -> None:
    summaries = of_the_content()
    assert summaries
    assert [from_json(to_json(one)) for one in summaries] == summaries


@given(ANY_SUMMARY)
def test_any_summary_round_trips_with_the_same_bytes(one: LaoSummary) -> None:
    data = to_json(one)
    again = from_json(data)
    assert again == one
    assert repr(again) == repr(one), "amounts to the last digit, words of the same types"
    assert to_json(again) == data


def test_a_lone_surrogate_round_trips() -> None:
    odd = dataclasses.replace(SUMMARIES["unreadable"], full_name="5440599-\udce9")
    assert from_json(to_json(odd)) == odd


def test_keys_are_sorted_and_thai_is_unescaped() -> None:
    data = to_json(SUMMARIES["a plan"])
    written = json.loads(data)
    assert [*written] == sorted(written)
    assert "อบต.ตัวอย่าง" in data.decode("utf-8")


def test_amounts_stay_exact() -> None:
    total = from_json(to_json(SUMMARIES["satang"])).plans[0].total_baht
    assert (total, str(total)) == (Decimal("1000.50"), "1000.50")


SCHEMA_NOW = f'"schema":{SCHEMA}'.encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"null",
        b"[1]",
        b"{}",
        b"\xff\xfe",
        json.dumps({"schema": SCHEMA}).encode(),
        to_json(SUMMARIES["a plan"]).replace(SCHEMA_NOW, b'"schema":1'),
        to_json(SUMMARIES["a plan"]).replace(SCHEMA_NOW, b'"schema":99'),
        to_json(SUMMARIES["a plan"]).replace(SCHEMA_NOW + b",", b""),
        to_json(SUMMARIES["a plan"]).replace(b'"district"', b'"amphoe"'),
        to_json(SUMMARIES["a plan"]).replace(b'"in_force"', b'"perhaps"'),
        to_json(SUMMARIES["a plan"]).replace(b'"province":"44"', b'"province":"00"'),
        to_json(SUMMARIES["a plan"]).replace(b'"total_baht":"10000"', b'"total_baht":"much"'),
        to_json(SUMMARIES["a plan"]).replace(b'"2567-2569"', b'"2569-2567"'),
    ],
)
def test_data_of_another_schema_is_rejected(data: bytes) -> None:
    assert data != to_json(SUMMARIES["a plan"])
    with pytest.raises(UnreadableSummaryError):
        from_json(data)


def test_changed_fields_need_a_new_schema_number() -> None:
    """Increase SCHEMA when this fails, then list the new fields here."""
    assert SCHEMA == 8
    names = {
        record.__name__: " ".join(field.name for field in dataclasses.fields(record))
        for record in (LaoSummary, PlanSummary, PlanEvent, FindingCounts, Fired)
    }
    assert names == {
        "LaoSummary": "code full_name short_name type district province folder readable standing plans "
        "unreadable_cycles guidelines framework_uses findings fired former_codes "
        "name_variants fiction recent moved",
        "PlanSummary": "cycle state legal is_draft is_partial projects total_baht basis positions latest titles "
        "total_is_whole people findings evidence",
        "PlanEvent": "day kind which",
        "FindingCounts": "errors warnings notices",
        "Fired": "code findings plans",
    }
    assert (ProjectTitle._fields, FrameworkUse._fields) == (("id", "title", "key"), ("reference", "cycle"))
    assert EvidenceCount._fields == ("fiscal_year", "met", "not_met", "not_applicable", "cannot_tell")


def test_cached_summaries_give_the_same_national_pages_and_finder() -> None:
    made = [*SUMMARIES.values(), *of_the_content()]
    kept = [from_json(to_json(one)) for one in made]
    frameworks = Frameworks((framework(),))
    today = datetime.date(2024, 6, 1)
    pages = [[*national_pages(summaries, frameworks, "thai", today)] for summaries in (made, kept)]
    assert pages[0] == pages[1]
    assert finder_index(kept, frameworks, ()).files() == finder_index(made, frameworks, ()).files()
