"""Each beginner's mistake has its own message at its position; look-alikes have none."""

from __future__ import annotations

import re

import pytest

from generator.findings import Finding, Severity
from generator.reading.yaml_text import parse_yaml
from generator.reading.yaml_text.advice import Complaint
from generator.reading.yaml_text.diagnoses import explain
from generator.reading.yaml_text.lines import SourceText
from generator.reading.yaml_text.special_characters import LONGEST_QUOTE, shorten

THAI = re.compile(r"[\u0e01-\u0e5b]")
ENGLISH_OF_THE_PARSER = re.compile(r"\b(?:found|expected|while|scanning|parsing|allowed|context|token|mapping)\b")

# code, text, and the expected positions (line, column)
MISTAKES = [
    ("YAML-020", "name: ก\ntype\ncode: 1\n", [(2, 1)]),
    ("YAML-020", "name ก\ncode: 1\n", [(1, 1)]),
    ("YAML-020", 'name: "C:\\งาน"\n', [(1, 10)]),
    ("YAML-020", "name: 'it's'\n", [(1, 11)]),
    ("YAML-020", 'name: "เก่ง" ดี\n', [(1, 14)]),
    ("YAML-020", 'name: "เก่ง": ดี\n', [(1, 13)]),
    ("YAML-020", "cells: [ , , ]\n", [(1, 10)]),
    ("YAML-020", ": ก\n", [(1, 1)]),
    ("YAML-020", "%YAML 9.1\n---\na: 1\n", [(1, 1)]),
    ("YAML-021", "name: โครงการ: ก\n", [(1, 14)]),
    ("YAML-021", "a: 1\nname: โครงการ: ก: ข\nb: 2\n", [(2, 14)]),
    ("YAML-021", "- name: โครงการ: ก\n  type: x\n", [(1, 16)]),
    ("YAML-021", "name: หมายเหตุ:\n", [(1, 15)]),
    ("YAML-021", "p: {name: โครงการ: ก, type: x}\n", [(1, 18)]),
    ("YAML-021", "p: [โครงการ: ก: ข]\n", [(1, 15)]),
    ("YAML-021", "note: ข้อความ\n  หมายเหตุ: ต่อ\n", [(2, 11)]),
    ("YAML-022", "a:\n\tb: 1\n", [(2, 1)]),
    ("YAML-022", "a: 1\n\tb: 2\n", [(2, 1)]),
    ("YAML-022", "a:\n  b: 1\n  \tc: 2\n", [(3, 3)]),
    ("YAML-022", "a:\n\tb: 1\n\tc: 2\nd: |\n  x\n\t\ty\ne:\n\t- f\n", [(2, 1), (3, 1), (6, 1), (8, 1)]),
    ("YAML-022", "a: |\n\tข้อความ\n", [(2, 1)]),
    ("YAML-023", "name: “โครงการ: ก”\n", [(1, 7)]),
    ("YAML-023", "name: “โครงการ”\n", [(1, 7)]),
    ("YAML-023", "name: ‘โครงการ’\n", [(1, 7)]),
    ("YAML-023", 'name: “โครงการ"\n', [(1, 7)]),
    ("YAML-023", "- “ก”\n", [(1, 3)]),
    ("YAML-023", "“name”: ก\n", [(1, 1)]),
    ("YAML-024", "a:\n\u00a0\u00a0b: 1\n  c: 2\n", [(2, 1)]),
    ("YAML-024", "a:\n  b: 1\n\u00a0 c: 2\n \u3000d: 3\n", [(3, 1), (4, 2)]),
    ("YAML-024", "\u00a0a: 1\n", [(1, 1)]),
    ("YAML-024", "\u00a0a: 1\nb: 2\n", [(1, 1)]),
    ("YAML-024", "a:\n  b: 1\n  \u200bc: 2\n", [(3, 3)]),
    ("YAML-024", "a:\n\u00a0\u00a0- ก\n\u00a0\u00a0- ข\n", [(2, 1), (3, 1)]),
    ("YAML-024", "a: |\n  ก\n\u00a0\u00a0b: ข\nc: ค\n", [(3, 1)]),
    ("YAML-024", "a: |\n  ก\n\u00a0b: ข\n", [(3, 1)]),
    ("YAML-024", "name:\u00a0ก\ntype: x\n", [(1, 5)]),
    ("YAML-024", "code: 1\nname:\u3000ก\ntype: x\n", [(2, 5)]),
    ("YAML-025", "name: - ก\n", [(1, 7)]),
    ("YAML-025", "printed: -\n", [(1, 10)]),
    ("YAML-025", "name: *อักษร\n", [(1, 7)]),
    ("YAML-025", "name: *abc\n", [(1, 7)]),
    ("YAML-025", "name: **สำคัญ**\n", [(1, 7)]),
    ("YAML-025", "name: %ของงบ\n", [(1, 7)]),
    ("YAML-025", "%ของงบ: ก\n", [(1, 1)]),
    ("YAML-025", "name: @ก\n", [(1, 7)]),
    ("YAML-025", "name: `ก`\n", [(1, 7)]),
    ("YAML-025", "name: [ไม่ครบ\ntype: x\n", [(1, 7)]),
    ("YAML-025", "name: [LPA] ด้านที่ ๕\n", [(1, 7)]),
    ("YAML-025", "name: [LPA]: ด้านที่ ๕\n", [(1, 7)]),
    ("YAML-025", "name: [\n  ก,\n  ข\ntype: x\n", [(1, 7)]),
    ("YAML-025", "name: [", [(1, 7)]),
    ("YAML-025", "name: [ก, ข}\n", [(1, 7)]),
    ("YAML-025", "name: {ก\n", [(1, 7)]),
    ("YAML-025", "name: {ก} ข\n", [(1, 7)]),
    ("YAML-025", "name: & ข\n", [(1, 7)]),
    ("YAML-025", "name: &ก ข\n", [(1, 7)]),
    ("YAML-025", "name: !สำคัญ\n", [(1, 7)]),
    ("YAML-025", "name: > 5 คน\n", [(1, 7)]),
    ("YAML-025", "name: |ก\n", [(1, 7)]),
    ("YAML-025", "name: , ก\n", [(1, 7)]),
    ("YAML-025", "{: ก}\n", [(1, 2)]),
    ("YAML-025", "name: ? ก\n", [(1, 7)]),
    ("YAML-025", "- [@ก, ข]\n- *ก\n", [(1, 4), (2, 3)]),
    ("YAML-026", "name: โครงการ #1\n", [(1, 15)]),
    ("YAML-026", "- name: โครงการ #1\n- ก # ข\n", [(1, 17), (2, 5)]),
    ("YAML-026", "name: #1\n", [(1, 7)]),
    ("YAML-026", "note: ก\n  1 #ค\nname: ง\n", [(2, 5)]),
    ("YAML-027", 'name: "ก\n', [(1, 7)]),
    ("YAML-027", "name: 'ก\ntype: ข\ncode: ค\n", [(1, 7)]),
    ("YAML-027", 'name: "ก\ntype: "ข"\ncode: "ค"\n', [(1, 7)]),
    ("YAML-027", 'name: ["ก, ข]\ntype: "ค"\n', [(1, 8)]),
    ("YAML-027", "- id: x\n  name: 'ก\n- id: y\n  name: 'ข'\n", [(2, 9)]),
    ("YAML-028", "a:\n  b: 1\n    c: 2\n", [(3, 5)]),
    ("YAML-028", "a:\n    b: 1\n  c: 2\n", [(3, 3)]),
    ("YAML-028", "a:\n  b: 1\n c: 2\nd: 3\n", [(3, 2)]),
    ("YAML-028", "a:\n  - x\n - y\n", [(3, 2)]),
    ("YAML-028", "- id: x\n   name: ก\n", [(2, 4)]),
    ("YAML-028", "  a: 1\nb: 2\n", [(2, 1)]),
    ("YAML-028", 'a: "x"\n\n  # ก\n  b: 1\n', [(4, 3)]),
    ("YAML-028", "a: ก\n- ข\n", [(2, 1)]),
    ("YAML-029", "name:โครงการ\n", [(1, 5)]),
    ("YAML-029", "name:โครงการ\ntype:x\n", [(1, 5), (2, 5)]),
    ("YAML-029", "code: 1\nname:โครงการ\ntype: x\n", [(2, 5)]),
    ("YAML-029", "code: 1\nname :โครงการ\ntype: x\n", [(2, 6)]),
    ("YAML-029", "- name:โครงการ\n  type: x\n", [(1, 7)]),
    ("YAML-029", "- name:โครงการ\n- ข\n", [(1, 7)]),
    ("YAML-029", "a: ก\n  name:ข\n", [(2, 7)]),
    ("YAML-029", "{name:โครงการ, type: x}\n", [(1, 6)]),
    ("YAML-029", "-name: ก\n", [(1, 1)]),
    ("YAML-030", "budget: {2570: ๑๐,๐๐๐}\n", [(1, 16)]),
    ("YAML-030", "budget: {2570: 10,000, 2571: 1,250,000}\n", [(1, 16), (1, 30)]),
    ("YAML-030", "amounts: [๒๐๐,๐๐๐]\n", [(1, 11)]),
    ("YAML-030", "amounts: [๒๐๐,๐๐๐, ๑,๒๐๐,๐๐๐]\n", [(1, 11), (1, 20)]),
    ("YAML-030", "amounts: [10,000 บาท, 5,000.50]\n", [(1, 11), (1, 23)]),
    ("YAML-030", "amounts:\n  [\n    10,000,\n  ]\n", [(3, 5)]),
    ("YAML-029", "- ก\n-ข\n", [(2, 1)]),
    ("YAML-029", "a: {2567:ไตรมาสที่ ๑-๔, ๒๕๖๘:ก}\n", [(1, 9), (1, 29)]),
    ("YAML-029", "a:\n  2567:20000\n  ๒๕๖๘:๓๐\n", [(2, 7), (3, 7)]),
    ("YAML-029", "a:\n  2567-2569:20000\n", [(2, 12)]),
    ("YAML-029", "a:\n  2567: 1\n  2568:2\n  2569: 3\n", [(3, 7)]),
    ("YAML-029", "a:\n  -id: 1\n   name: ก\n  -id: 2\n   name: ข\n", [(2, 3)]),
    ("YAML-029", "a:\n  ชื่อ:ก\n  ข: 1\n", [(2, 7)]),
    ("YAML-024", "a:\n  -\u00a0id: 1\n    name: ก\n", [(2, 4)]),
    ("YAML-031", "a: {printed: สำนักปลัด, กองคลัง}\n", [(1, 14)]),
    ("YAML-031", "a: {printed: สำนักปลัด, กองคลัง, กองช่าง, unit: ก}\n", [(1, 14)]),
    ("YAML-031", "a: {2567: ๑๐,๐๐}\n", [(1, 11)]),
    ("YAML-031", "a: {unit: ก, office}\n", [(1, 14)]),
    ("YAML-031", "a: [อบรม (ก, ข), ค]\n", [(1, 5)]),
    ("YAML-032", "a:\n  - id: 1\n    b: ก\n    id: 2\n    b: ข\n    c: ค\n", [(4, 5)]),
    ("YAML-032", "a:\n  - id: 1\n    b: ก\n  id: 2\n  b: ข\n  c: ค\n  - id: 3\n", [(4, 3)]),
    ("YAML-032", "a:\n  id: 1\n  b: ก\n  - id: 2\n    b: ข\n", [(2, 3)]),
    ("YAML-033", "a:\n  • id: 1\n    b: ก\n  • id: 2\n    b: ข\n", [(2, 3)]),
    ("YAML-033", "a:\n  – id: 1\n    b: ก\n", [(2, 3)]),
    ("YAML-033", "a:\n  1) id: 1\n     b: ก\n  2) id: 2\n     b: ข\n", [(2, 3)]),
    ("YAML-033", "a:\n  \uf0b7\tid: 1\n", [(2, 3)]),
    ("YAML-033", "a:\n  ▪ก\n  ▪ข\n", [(2, 3)]),
    ("YAML-033", "a:\n  * id: 1\n    b: ก\n", [(2, 3)]),
    ("YAML-034", "a:\n  s1\tก\t10\n  s2\tข\t20\n", [(2, 3)]),
    ("YAML-034", "id: s1\tก\t10\n", [(1, 5)]),
    ("YAML-034", "name: ก\tข\n", [(1, 7)]),
    ("YAML-035", "name: ฝึกอบรมพนักงาน\n  จ้าง\n", [(1, 7)]),
    ("YAML-035", "name: >\n  พนักงาน\n  จ้าง\n", [(1, 7)]),
    ("YAML-035", 'name: "พนักงาน\n  จ้าง"\n', [(1, 7)]),
    ("YAML-035", "name: ๑๐๐,\n  ๐๐๐ บาท\n", [(1, 7)]),
]

FINE = [
    'name: "โครงการ: ก"\n',
    "name: 'โครงการ: ก'\n",
    "time: 12:30\nurl: https://example.go.th/a#b\n",
    "a: ก \n  ข ค\n",
    "a: จริย\n  ธรรม\n",
    "a: ก\n  1 ค\n",
    "name:\tก\n",
    "a: [\n\tก,\n\tข\n]\n",
    "a: 1\n\t\nb: 2\n",
    "a:\n\t# หมายเหตุ\n  b: 1\n",
    "name: โครงการ “เก่งดี”\n",
    "name: “เก่ง” และ “ดี”\n",
    "name: “เก่งดี” สี่ด้าน\n",
    "name: '“เก่งดี”'\n",
    "name: ก\u00a0ข\n",
    "a: 1\n\u00a0\nb: 2\n",
    "a: |\n  \u00a0ก\n  \u200bข\n  @ค\n  \tง: จ: ฉ\nb: 2\n",
    'a: "ก\n  \u00a0ข"\n',
    "name: -ก\nprinted: -5\nmarks: [-สำเนาฉบับ-]\n",
    "a: {printed: -}\n",
    "name: ร้อยละ 5% @ * ! & ก\n",
    "name: (LPA) [ก]\n",
    "name: ก  # หมายเหตุ\n",
    "name:  # หมายเหตุ\n",
    "name: # หมายเหตุ\n",
    "name: [ก, ข] # หมายเหตุ\n",
    'name: "ก" # หมายเหตุ\n',
    "name: ก#1\n",
    'name: "ก \n  ข"\n',
    "note: |\n  • ก\n  1) ข\n",
    "name: • ก\nrooms:\n  - – ข\n",
    "printed: (ก, ข)\nlist: [ก (ข), (ค) ง]\n",
    "note: >\n  ข้อ\n  1) ก\n",
    "time: 12:30\nlist: [12:30, 2567]\n2567: ก\n",
    "a:\n- b\n- c\n",
    "a:\n   b: 1\nc:\n d: 2\n",
    "- https://example.go.th\n- tel:043706875\n- ก:ข\n",
    "note: ก\n  https://example.go.th\n",
    "? ก\n: ข\n",
    "years: [2570,2571,2572]\nmethods: [๑,๒,๑๐]\n",
    "amounts: [100, 200, '10,000', \"๑๐,๐๐๐\"]\nbudget: {2570: '10,000'}\n",
    "budget: 10,000\nrooms:\n  - 1,250,000\n  - 100\n100: 1\n",
]

REPAIRED = """\
a: ก: ข
b: *ค
c: “ง: จ”
d: @ก
e: [ฉ
f: 'ช
g:ซ
h: "\\ง"
i: ok
j: ก #1
i: again
"""


def findings_of(text: str) -> list[Finding]:
    return parse_yaml(text, "x.yml")[1]


@pytest.mark.parametrize(("code", "text", "places"), MISTAKES)
def test_each_mistake_has_its_own_message_at_its_position(code: str, text: str, places: list[tuple[int, int]]) -> None:
    found = [(finding.code, finding.location.line, finding.location.column) for finding in findings_of(text)]
    assert found == [(code, *place) for place in places]


@pytest.mark.parametrize("text", FINE)
def test_a_look_alike_of_a_mistake_gives_no_finding(text: str) -> None:
    source, findings = parse_yaml(text, "x.yml")
    assert findings == []
    assert source is not None


@pytest.mark.parametrize(("code", "text", "places"), MISTAKES)
def test_messages_are_thai_without_words_of_the_parser(code: str, text: str, places: object) -> None:
    for finding in findings_of(text):
        for sentence in (finding.message, finding.remedy):
            assert THAI.search(sentence)
            assert not ENGLISH_OF_THE_PARSER.search(sentence)
            assert not re.search(r"!(?=\s|$)", sentence.replace("ขึ้นต้นด้วย !", "").replace("เครื่องหมาย !", ""))
            assert sentence == sentence.strip()
            assert "  " not in sentence


@pytest.mark.parametrize(("code", "text", "places"), MISTAKES)
def test_mistakes_do_not_depend_on_line_breaks(code: str, text: str, places: object) -> None:
    expected = [(finding.code, finding.location) for finding in findings_of(text)]
    assert [(finding.code, finding.location) for finding in findings_of(text.replace("\n", "\r\n"))] == expected


def test_every_code_has_a_case() -> None:
    assert {code for code, *_ in MISTAKES} == {f"YAML-{number:03d}" for number in range(20, 36)}


def test_curly_quotes_are_a_warning_only_where_the_file_can_be_read() -> None:
    assert findings_of("a: “ก”")[0].severity is Severity.WARNING
    assert findings_of("a: “ก: ข”")[0].severity is Severity.ERROR


def test_one_mistake_does_not_hide_the_next() -> None:
    source, findings = parse_yaml(REPAIRED, "x.yml")
    assert source is not None
    assert source.data == {"a": "ก: ข", "b": "*ค", "d": "@ก", "g": "ซ", "i": "ok", "j": "ก"}
    assert not source.complete
    assert [(lost.first_line, lost.text) for lost in source.lost] == [
        (3, "“ง: จ”"),
        (5, "[ฉ"),
        (6, "'ช"),
        (8, '"\\ง"'),
        (11, "again"),
    ]
    assert [(finding.code, finding.location.line) for finding in findings] == [
        ("YAML-021", 1),
        ("YAML-025", 2),
        ("YAML-023", 3),
        ("YAML-025", 4),
        ("YAML-025", 5),
        ("YAML-027", 6),
        ("YAML-029", 7),
        ("YAML-020", 8),
        ("YAML-026", 10),
        ("YAML-005", 11),
    ]


@pytest.mark.parametrize(
    "value",
    [
        'โครงการสัมมนา "การรู้หนังสือ : โอกาสการพัฒนา"',
        "หมายเหตุ:",
        "-",
        "- ก",
        "*ก",
        "&ก ข",
        "%ก",
        "@ก",
        "> ๕ คน",
        '"เก่ง" ดี',
        "[LPA] ด้านที่ ๕",
    ],
)
def test_an_unambiguous_text_is_read_as_written(value: str) -> None:
    for text, data in (
        (f"a: {value}\nb: ข\n", {"a": value, "b": "ข"}),
        (f"a:\n  - b: {value}\n", {"a": [{"b": value}]}),
    ):
        source, findings = parse_yaml(text, "x.yml")
        assert source is not None and source.data == data
        assert source.complete
        assert [finding.severity for finding in findings] == [Severity.WARNING]


@pytest.mark.parametrize("text", ["a: @ก # ข\n", "a: @ก\n  ข\n", 'a: "ก" และ "ข"\n', "a: [ก]]\n", "a: {ก} ข\n"])
def test_an_ambiguous_value_is_an_error(text: str) -> None:
    source, findings = parse_yaml(text, "x.yml")
    assert findings[0].severity is Severity.ERROR
    assert source is None or not source.complete


def test_indentation_by_odd_spaces_is_read() -> None:
    source, findings = parse_yaml("a:\n\u00a0\u00a0b: ก\n  \u200bc: ข\nd: ค\n", "x.yml")
    assert source is not None
    assert source.data == {"a": {"b": "ก", "c": "ข"}, "d": "ค"}
    assert [finding.code for finding in findings] == ["YAML-024", "YAML-024"]


def test_the_remedy_shows_the_value_in_quotes() -> None:
    assert '"โครงการ: ก"' in findings_of("name: โครงการ: ก")[0].remedy
    assert "'โครงการ: \"ก\"'" in findings_of('name: โครงการ: "ก"')[0].remedy
    assert '"ก: ข"' in findings_of("a: {b: ก: ข, c: d}")[0].remedy
    assert '"@ก"' in findings_of("a: [ค, @ก, ข]")[0].remedy


def test_the_advice_on_brackets_fits_the_case() -> None:
    assert "ปิดรายการด้วยเครื่องหมาย ]" in findings_of("a: [\n  ก\nb: 1\n")[0].remedy
    assert findings_of("a: {ก\n")[0].remedy.startswith("ปิดกลุ่มหัวข้อด้วยเครื่องหมาย }")
    assert "ต่อท้ายเครื่องหมาย ]" in findings_of("a: [ก] ข\n")[0].remedy


def test_offending_text_is_shortened() -> None:
    finding = findings_of(f"name: โครงการ: {'ก' * 1_000}")[0]
    assert "ก" * LONGEST_QUOTE not in finding.message + finding.remedy
    assert "…" in finding.message


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ก", "ก"),
        ("  ก \n\t ข ", "ก ข"),
        ("x" * 60, "x" * 60),
        ("x" * 61, "x" * 59 + "…"),
        ("x" * 58 + "ก่ก่", "x" * 58 + "…"),
        ("ก\x1b[31m\u202eข", "ก\ufffd[31m\ufffdข"),
    ],
)
def test_long_text_is_shortened_and_made_printable(text: str, expected: str) -> None:
    assert shorten(text) == expected


@pytest.mark.parametrize("line", [0, 1, 5])
@pytest.mark.parametrize("column", [0, 3, 99])
def test_an_unknown_parser_error_gives_general_advice(line: int, column: int) -> None:
    complaint = Complaint("something new", "", line, column, line, column)
    explanation = explain(SourceText("a: 1\nb: 2\n"), complaint)
    assert [advice.code for advice in explanation.advice] == ["YAML-020"]
    assert explanation.repaired is None
