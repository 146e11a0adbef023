"""Limit of fifty findings of one kind; the others are counted, answered ones separately."""

from __future__ import annotations

from pathlib import Path

from generator.checks.acknowledgements import GivenAnswers
from generator.checks.runner import check_lao
from generator.findings import MOST_OF_A_KIND, Finding, Location, Severity, few_of_each
from tests.checks.case import TODAY, reference
from tests.on_disk import read_on_disk
from tests.scale.growing import Grown, blameless

FILE = "plans/5999901-tua-yang/2567-2569/plan.yml"


def found(count: int, code: str = "NAME-001", file: str = FILE, answer: str = "") -> list[Finding]:
    places = (Location(file, line, 1) for line in range(1, count + 1))
    return [Finding(code, Severity.WARNING, "ไม่ตรงกัน", place, "แก้", answer=answer) for place in places]


def checked(lao: Grown, content: Path) -> tuple[Finding, ...]:
    known = reference(TODAY)
    return check_lao(read_on_disk("5999901", lao.write(content / "plans"), content, frozenset(known.entries)), known)


def test_first_fifty_are_listed_and_others_counted() -> None:
    kept = few_of_each(found(8_000))
    assert len(kept) == MOST_OF_A_KIND + 1
    assert kept[:-1] == found(MOST_OF_A_KIND)
    assert kept[-1].more == 8_000 - MOST_OF_A_KIND
    assert "7,950 แห่งในไฟล์นี้" in kept[-1].message
    assert kept[-1].location.line == MOST_OF_A_KIND + 1


def test_fifty_first_finding_is_listed() -> None:
    assert few_of_each(found(MOST_OF_A_KIND + 1)) == found(MOST_OF_A_KIND + 1)


def test_each_rule_and_file_is_counted_separately() -> None:
    others = [*found(50, "NAME-002"), *found(50, file=FILE.replace("plan", "idp"))]
    assert len(few_of_each([*found(50), *others])) == 150


def test_unknown_files_are_counted_by_folder() -> None:
    files = [
        Finding("TREE-006", Severity.WARNING, "ไม่รู้จัก", Location(f"plans/5999901-tua-yang/{number}.txt"), "ลบ")
        for number in range(200)
    ]
    kept = few_of_each(files)
    assert len(kept) == MOST_OF_A_KIND + 1
    assert "150 แห่งในโฟลเดอร์นี้" in kept[-1].message


def test_counted_finding_adds_its_count() -> None:
    kept = few_of_each([*found(60), found(1)[0]._replace(more=900)])
    assert kept[-1].more == 60 - MOST_OF_A_KIND + 900


def test_answered_findings_do_not_hide_open_ones() -> None:
    kept = few_of_each([*found(100, answer="ตามเอกสาร"), *found(100)])
    assert [(one.more, one.answer) for one in kept if one.more] == [(50, "ตามเอกสาร"), (50, "")]


def test_different_answers_are_not_merged() -> None:
    kept = few_of_each([*found(60, answer="ตามเอกสาร"), *found(60, answer="พิมพ์ผิด")])
    assert kept[-1].answer not in ("ตามเอกสาร", "พิมพ์ผิด", "")


def test_thousand_comments_with_name_are_counted_and_not_repeated(tmp_path: Path) -> None:
    lao = blameless()
    lao.appended["plan"] = "".join(f"# นายสมมุติ นามที่{number}\n" for number in "กขคงจฉช" * 150)
    of_names = [one for one in checked(lao, tmp_path) if one.code == "PDPA-004"]
    assert len(of_names) <= MOST_OF_A_KIND + 1
    assert all("นาม" not in one.message for one in of_names)


def test_answer_matches_its_finding_among_hundreds(tmp_path: Path) -> None:
    lao = blameless()
    lao.plan["acknowledged"] = [
        {"code": "NAME-001", "ids": [f"p-{number}"], "reason": f"คำชี้แจงที่ {number}"} for number in range(900)
    ]
    read = read_on_disk("5999901", lao.write(tmp_path / "plans"), tmp_path, None)
    answers = GivenAnswers(read.lao_folder.path, read.lao_folder.plans)
    about = found(1)[0]._replace(subjects=("s1", "p-700"))
    assert answers.beside(about).answer == "คำชี้แจงที่ 700"
    assert answers.beside(about._replace(subjects=("s1",))).answer == ""


def test_first_matching_answer_is_shown(tmp_path: Path) -> None:
    lao = blameless()
    lao.plan["acknowledged"] = [
        {"code": "NAME-001", "ids": ["p-2"], "reason": "เฉพาะโครงการนี้"},
        {"code": "NAME-001", "reason": "ทุกรายการ"},
    ]
    read = read_on_disk("5999901", lao.write(tmp_path / "plans"), tmp_path, None)
    answers = GivenAnswers(read.lao_folder.path, read.lao_folder.plans)
    about = found(1)[0]
    assert answers.beside(about._replace(subjects=("p-2",))).answer == "เฉพาะโครงการนี้"
    assert answers.beside(about._replace(subjects=("p-3",))).answer == "ทุกรายการ"
    assert answers.beside(about._replace(location=Location("plans/5999901-tua-yang/lao.yml", 3))).answer == "ทุกรายการ"
