"""What a citizen should know first: the most important findings as sentences, the others as a number for officers."""

from __future__ import annotations

import dataclasses

from generator.checks.all_rules import RULES
from generator.checks.rule import figures
from generator.findings import Finding, Location, Severity, one_for_all
from generator.views.overview import overview_view
from generator.views.reader_sentences import MOST, ReaderSentences, reader_sentences
from tests.views.one_plan import one_plan

FOLDER = "plans/6990101-example/2567-2569"


def finding(code: str, *path: str | int, file: str = "plan.yml", **named: int | str) -> Finding:
    severity = RULES[code].severity
    return Finding(
        code, severity, "ไม่ตรงกัน", Location(f"{FOLDER}/{file}", 1, 1, path), "ตรวจ", figures=figures(**named)
    )


def sentences_of(*findings: Finding) -> ReaderSentences:
    return reader_sentences(dataclasses.replace(one_plan(), findings=findings))


TOTALS = finding("MONEY-004", "budget_matrix", projects="664,000 บาท", matrix="606,000 บาท", difference="58,000 บาท")
BLANK = finding("COMPLETE-013", "projects", 0, "name", file="projects.yml", count=2, projects=22)
NOTE = finding("COMPLETE-014", "projects", 0, "responsible", file="projects.yml", count=8, projects=22)


def test_a_sentence_has_the_figures_and_the_place() -> None:
    (one,) = sentences_of(TOTALS).sentences
    assert "664,000 บาท" in one.text and "606,000 บาท" in one.text
    assert one.address.endswith("/strategy/#budget")


def test_rules_that_share_a_sentence_are_merged() -> None:
    (one,) = sentences_of(BLANK, NOTE).sentences
    assert one.text.startswith("10 จาก 22 โครงการ")


def test_the_most_important_come_first_and_wording_findings_are_counted() -> None:
    spelling = finding("NAME-008", "title")
    late = finding("STATE-007", "cycle", count=1)
    found = sentences_of(spelling, late, BLANK, TOTALS)
    assert [one.text[:4] for one in found.sentences] == ["ยอดเ", "2 จา", "ยังไ"]
    assert (found.wording, found.others) == (1, 0)


def test_further_findings_are_counted() -> None:
    codes = [code for code, rule in RULES.items() if rule.reader and rule.severity is Severity.WARNING]
    values = {"projects": 9, "matrix": "9", "difference": "9", "stated": "9", "computed": "9", "total": "9"}
    values |= {"years": "2564", "cycle": "2567-2569", "cells": 9, "example": "“ก”"}
    found = sentences_of(*(finding(code, "title", count=1, **values) for code in codes))
    assert len(found.sentences) == MOST
    assert found.others > 0


def test_many_of_a_kind_count_as_many() -> None:
    word = finding("NAME-014", "quotations", 0, example="“มหาวิทยาลัย”")
    (one,) = sentences_of(word, one_for_all([word] * 59)).sentences
    assert "60 แห่ง" in one.text


def test_a_rule_that_failed_has_no_sentence() -> None:
    found = sentences_of(TOTALS._replace(figures=()))
    assert not found.sentences
    assert found.others == 1


def test_an_answer_is_mentioned() -> None:
    (one,) = sentences_of(TOTALS.answered("ตรวจแล้ว")).sentences
    assert one.is_answered


def test_the_matrix_total_is_shown_only_if_it_differs() -> None:
    matrix = {"columns": [{"department": "office"}], "rows": [{"strategy": "s1", "amounts": ["10,000"]}]}
    assert overview_view(one_plan(plan={"budget_matrix": matrix})).rival_baht is None
    matrix["rows"] = [{"strategy": "s1", "amounts": ["12,000"]}]
    assert overview_view(one_plan(plan={"budget_matrix": matrix})).rival_baht == 12_000
