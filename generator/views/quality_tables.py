"""The tables of the page on data quality, findings by rule and by province, and the records of their rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.explained import RuleWords
from generator.facts.finding_counts import FindingCounts
from generator.views.table_cells import count, figure, phrase, small, state, together, words
from generator.views.tables import Column, Form, Look, Row, RowKind, Table, head
from generator.words import interface

_COUNTS = (("อปท.", "แห่ง", "อปท."), ("แผน", "ฉบับ", "แผน"), ("ข้อสังเกต", "รายการ", "พบ"))
"""Name, unit, and label before a count on phones."""


@dataclass(frozen=True, slots=True)
class RuleCount:
    """One rule in the table."""

    rule: RuleWords
    findings: int
    plans: int
    laos: int


@dataclass(frozen=True, slots=True)
class SubjectCounts:
    """The rules of one subject."""

    subject: str
    rules: tuple[RuleCount, ...]


@dataclass(frozen=True, slots=True)
class ProvinceCounts:
    """The findings of one province."""

    name: str | None
    """None for LAOs whose province is unknown."""
    address: str | None
    laos: int
    plans: int
    counts: FindingCounts
    converted: int


def rules_table(name: str, caption: str, subjects: tuple[SubjectCounts, ...]) -> Table:
    """Return rules by subject, with the number of findings of each."""
    return Table(
        name,
        words(caption),
        (
            head("ข้อตรวจ", sorted_as="text"),
            Column("ระดับ", look=Look.ONE_LINE, sorted_as="text"),
            *(Column(one, unit, Look.NUMBER, label, sorted_as="number") for one, unit, label in _COUNTS),
        ),
        tuple(row for subject in subjects for row in _subject(subject)),
        form=Form.COUNTS,
        filter_label="กรองข้อตรวจ",
    )


def _subject(subject: SubjectCounts) -> Iterator[Row]:
    heading = phrase(f"{interface.SUBJECT[subject.subject]} ({{}} ข้อ)", count(len(subject.rules)))
    yield Row((heading,), RowKind.GROUP)
    for line in subject.rules:
        rule = line.rule
        yield Row(
            (
                together(figure(rule.title, rule.address), words(" "), small(rule.code)),
                state(rule.severity, interface.SEVERITY[rule.severity]),
                count(line.laos),
                count(line.plans),
                count(line.findings),
            )
        )


def provinces_table(provinces: tuple[ProvinceCounts, ...]) -> Table:
    """Return the findings by province."""
    return Table(
        "provinces",
        words("ข้อสังเกตตามจังหวัด เรียงตามชื่อ"),
        (
            head("จังหวัด"),
            *(Column(one, unit, Look.NUMBER, label) for one, unit, label in _COUNTS[:2]),
            *(Column(word, look=Look.NUMBER) for word in interface.SEVERITY.values()),
            Column("จากการแปลงไฟล์", look=Look.NUMBER),
        ),
        tuple(
            Row(
                (
                    words(one.name, one.address) if one.name and one.address else words("ไม่ทราบจังหวัด"),
                    count(one.laos),
                    count(one.plans),
                    count(one.counts.errors),
                    count(one.counts.warnings),
                    count(one.counts.notices),
                    count(one.converted),
                )
            )
            for one in provinces
        ),
        form=Form.COUNTS,
        note=words("จำนวนของแต่ละ อปท. อยู่ในหน้าของจังหวัด"),
    )
