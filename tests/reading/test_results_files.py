"""Results files: one per round of a year, at any time, and none read twice."""

from __future__ import annotations

import datetime
from pathlib import Path

from generator.checks.runner import check_lao
from generator.findings import Severity
from generator.model.plan import PlanFolder
from generator.pages.lao_pages import LaoPages
from tests.building_blocks import CODE, CYCLE, RESULTS, make_lao
from tests.checks.case import reference
from tests.on_disk import read_on_disk
from tests.shown import html_of

HALF = RESULTS.replace("round: 12", "round: 6").replace("30 ก.ย.", "31 มี.ค.")


def read(content: Path, **files: str) -> tuple[PlanFolder, list[tuple[str, str, int]]]:
    """Read the valid LAO with more results files, named by stem; return the plan and its errors."""
    folder = make_lao(content)
    for stem, text in files.items():
        (folder / CYCLE / "results" / f"{stem.strip('_').replace('_', '-')}.yml").write_text(text, "utf-8")
    found = read_on_disk(CODE, folder, content, None).lao_folder
    (plan,) = found.plans
    assert isinstance(plan, PlanFolder)
    errors = [
        (one.code, one.location.file.rpartition("/")[2], one.location.line)
        for one in found.findings
        if one.code.startswith("TREE")
    ]
    return plan, errors


def test_both_rounds_of_a_year_are_read_the_half_year_first(tmp_path: Path) -> None:
    plan, errors = read(tmp_path, _2567_6=HALF)
    assert errors == []
    assert [(one.round, plan.file_of(one)) for one in plan.results] == [
        ("6", "results/2567-6.yml"),
        ("12", "results/2567.yml"),
    ]


def test_a_second_file_of_one_round_is_reported_and_left_out(tmp_path: Path) -> None:
    plan, errors = read(tmp_path, _2567_12=RESULTS)
    assert errors == [("TREE-014", "2567.yml", 2)]
    assert len(plan.results) == 1


def test_a_round_that_contradicts_the_file_name_is_reported(tmp_path: Path) -> None:
    assert read(tmp_path, _2567_6=RESULTS)[1] == [("TREE-004", "2567-6.yml", 2)]


def test_a_year_outside_the_cycle_is_reported_at_its_line(tmp_path: Path) -> None:
    outside = RESULTS.replace("2567", "2575", 1)
    assert read(tmp_path, _2575=outside)[1] == [("TREE-008", "2575.yml", 1)]


def test_late_results_are_shown_without_a_finding(tmp_path: Path) -> None:
    late = RESULTS.replace("as_of: 30 ก.ย. 2567", "as_of: 1 มี.ค. 2572")
    found = read_on_disk(CODE, make_lao(tmp_path, results=late), tmp_path, None)
    today = datetime.date(2029, 6, 1)
    findings = check_lao(found, reference(today).for_lao(today, ""))
    assert [one for one in (*found.lao_folder.findings, *findings) if one.severity is Severity.ERROR] == []
    report = f"/lao/{CODE}/{CYCLE}/report/2567/"
    (page,) = (one for one in LaoPages("arabic", today).pages(found, findings) if one.address == report)
    assert "9,000" in html_of(page)


def test_missing_evidence_and_wrong_hashes_are_reported_at_their_lines(tmp_path: Path) -> None:
    evidence = "people: ๓๐, evidence: [\n  {title: รายงาน, file: a.pdf},\n  {title: ภาพ, file: b.pdf, sha256: %s}]}" % (
        "0" * 64
    )
    folder = make_lao(tmp_path, results=("people: ๓๐}", evidence))
    documents = folder / CYCLE / "documents"
    documents.mkdir()
    (documents / "b.pdf").write_bytes(b"%PDF")
    found = read_on_disk(CODE, folder, tmp_path, None).lao_folder
    codes = [(one.code, one.location.line) for one in found.findings if one.code.startswith("TREE")]
    assert codes == [("TREE-010", 6), ("TREE-011", 7)]
    (plan,) = found.plans
    assert isinstance(plan, PlanFolder)
    assert [(one.name, one.size) for one in plan.attached] == [("b.pdf", 4)]
