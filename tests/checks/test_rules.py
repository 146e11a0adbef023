"""Every rule fires on its case, is silent on the similar one, and explains itself."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

from generator import checks
from generator.checks import retired
from generator.checks.all_rules import RULES, SUBJECTS
from generator.checks.items import Passage
from generator.checks.passages import Passages
from generator.checks.rule import Rule
from generator.findings import Severity
from generator.views.reader_sentences import sentence
from tests.checks import cases
from tests.checks.case import Case, findings_of, source_line

CASES: list[Case] = [
    case
    for module in pkgutil.iter_modules(cases.__path__)
    for case in importlib.import_module(f"{cases.__name__}.{module.name}").CASES
]
FILE_OR_KEY = re.compile(r"\b[a-z-]+\.(?:yml|md)\b|\b[a-z]+_[a-z_]+\b|\bphaen\b")
ACCUSES = re.compile("สงสัย|ลืม|ละเลย|ปกปิด|จงใจ|แอบ|ฝ่าฝืน|เพิกเฉย|โดยไม่ได้ปรับ|คัดมาจาก")
"""Findings are about a document: no motive, no blame."""
TEXT_RULES = [rule for rule in RULES.values() if rule.item is Passage]
RECORD_RULES = [rule for rule in RULES.values() if rule.item is not Passage]


def test_every_module_with_rules_is_listed() -> None:
    """Rules of a module that is not imported never run."""
    folder = Path(checks.__file__).parent
    declares = {
        file.relative_to(folder.parents[1]).with_suffix("").as_posix().replace("/", ".")
        for file in folder.rglob("*.py")
        if re.search(r"^@(?:text_)?rule\(", file.read_text("utf-8"), re.MULTILINE)
    }
    listed = {rule.find.__module__ for rule in RULES.values()}
    assert declares - listed == set(), "add it to the list in its folder's __init__.py, or to SUBJECTS in all_rules.py"


def test_every_case_has_a_rule() -> None:
    assert {case.code for case in CASES} - RULES.keys() == set(), "is the module of the rule listed?"


def test_blameless_plan_has_no_finding(tmp_path: Path) -> None:
    assert [(one.code, one.message, str(one.location)) for one in findings_of(tmp_path, ())] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code} {case.says}")
def test_rule_fires_on_its_case(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retired, "RETIRED", retired.RETIRED | {one.code: one for one in case.retired})
    found = [
        one
        for one in findings_of(
            tmp_path, case.fires, case.fires_today or case.today, case.beside, is_committed=case.is_committed
        )
        if one.code == case.code
    ]
    assert len(found) == case.count, [one.message for one in found]
    assert any(case.says in one.message for one in found), [one.message for one in found]
    assert not [one.message for one in found if FILE_OR_KEY.search(one.message)], "citizens read it"
    if case.line:
        assert any(case.line in source_line(tmp_path, one) for one in found), [str(one.location) for one in found]


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if case.code in RULES and RULES[case.code].reader],
    ids=lambda case: f"{case.code} {case.says}",
)
def test_reader_sentence_is_filled(case: Case, tmp_path: Path) -> None:
    found = findings_of(
        tmp_path, case.fires, case.fires_today or case.today, case.beside, is_committed=case.is_committed
    )
    reader = RULES[case.code].reader
    assert reader
    for one in (one for one in found if one.code == case.code):
        assert one.figures
        assert "{" not in sentence(reader, [one])


def test_reader_sentences_name_no_files_or_commands() -> None:
    sentences = [rule.reader.sentence for rule in RULES.values() if rule.reader]
    assert len(sentences) > 10
    assert not [one for one in sentences if re.search("[A-Za-z_]", re.sub(r"\{[a-z]+\}", "", one))]
    ranks = {rule.reader for rule in RULES.values() if rule.reader}
    assert len(ranks) == len({reader.rank for reader in ranks})


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code} {case.says}")
def test_rule_is_silent_on_correct_case(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retired, "RETIRED", retired.RETIRED | {one.code: one for one in case.retired})
    assert [
        one.message
        for one in findings_of(tmp_path, case.silent, case.today, case.beside, is_committed=case.is_committed)
        if one.code == case.code
    ] == []


def found(rule: Rule, text: str) -> list[str]:
    assert rule.pattern
    return [
        hit.message
        for passage, _ in Passages({"name": text}, None).where(rule.pattern.search)
        for match in rule.pattern.finditer(passage.text)
        for hit in rule.find(passage, match)
    ]


@pytest.mark.parametrize("rule", TEXT_RULES, ids=lambda rule: rule.code)
def test_text_rule_fires_on_its_example_only(rule: Rule) -> None:
    assert found(rule, rule.fires)
    assert found(rule, rule.silent) == []


def test_every_record_rule_has_case() -> None:
    # Rules for frameworks have theirs in test_frameworks.py, where a document can be changed.
    of_plans = {rule.code for rule in RECORD_RULES if rule.subject != "FRAME"}
    assert of_plans - {case.code for case in CASES} == set(), (
        "add a Case in the module of its subject in tests/checks/cases/"
    )


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_rule_texts_are_thai(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]+-[0-9]{3}", rule.code)
    for words in (rule.title, rule.why, rule.remedy):
        assert re.search("[ก-ฮ]", words), words
        assert "!" not in words
    for words in (rule.title, rule.why):
        assert not FILE_OR_KEY.search(words), words
        assert not ACCUSES.search(words), words
    assert len(rule.title) <= 70
    assert not rule.title.endswith(".")


def test_errors_are_only_what_push_cannot_take_back() -> None:
    # Content of the source document is at most a warning: an approved and signed text must not be rewritten.
    errors = {rule.code for rule in RULES.values() if rule.severity is Severity.ERROR}
    # SAMPLE is about texts written by the program, in no document.
    assert {code.partition("-")[0] for code in errors} <= {"PDPA", "NAME", "SAMPLE"}


def test_every_subject_has_docstring() -> None:
    for module in SUBJECTS:
        assert module.__doc__
