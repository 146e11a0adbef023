"""YAML into plain data with positions: accepted syntax, positions of values, errors of whole files."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest
import yaml

from generator.findings import Finding, Location, Severity
from generator.reading.content_tree import DiskTree
from generator.reading.yaml_text import YamlSource, parse_yaml, read_yaml, tree
from generator.reading.yaml_text.file_findings import MAX_SAME_CODE
from generator.reading.yaml_text.refusals import MAX_BYTES, MAX_DEPTH
from tests.steps import grows_with_its_size

PLAN = """\
# ตัวอย่าง
cycle: 2567-2569
code: 0110
note:
projects:
  - id: s1t1-1               # never reused
    name: โครงการฝึกอบรม
    budget: ๑๐๐,๐๐๐
    targets: {quantity: ๓๐ คน, quality: "ดี: มาก"}
    methods: [ก, 'ข', ]
  - id: s1t1-2
    name: |
      บรรทัดหนึ่ง
      บรรทัดสอง
    open: no
    time: 12:30
    none: ~
    empty: ""
"""


def parsed(text: str) -> YamlSource:
    source, findings = parse_yaml(text, "plans/x/plan.yml")
    assert findings == []
    assert source is not None
    return source


def refused(text: str) -> list[Finding]:
    source, findings = parse_yaml(text, "x.yml")
    assert source is None
    assert findings
    return findings


def codes(findings: list[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def place(finding: Finding) -> tuple[int, int]:
    return finding.location.line, finding.location.column


def test_every_scalar_stays_text() -> None:
    assert parsed(PLAN).data == {
        "cycle": "2567-2569",
        "code": "0110",
        "projects": [
            {
                "id": "s1t1-1",
                "name": "โครงการฝึกอบรม",
                "budget": "๑๐๐,๐๐๐",
                "targets": {"quantity": "๓๐ คน", "quality": "ดี: มาก"},
                "methods": ["ก", "ข"],
            },
            {
                "id": "s1t1-2",
                "name": "บรรทัดหนึ่ง\nบรรทัดสอง\n",
                "open": "no",
                "time": "12:30",
                "empty": "",
            },
        ],
    }


@pytest.mark.parametrize(
    ("path", "position"),
    [
        ((), (2, 1)),
        (("cycle",), (2, 8)),
        (("note",), (4, 6)),
        (("projects",), (6, 3)),
        (("projects", 0), (6, 5)),
        (("projects", 0, "name"), (7, 11)),
        (("projects", 0, "targets"), (9, 14)),
        (("projects", 0, "targets", "quality"), (9, 41)),
        (("projects", 0, "methods", 1), (10, 18)),
        (("projects", 1, "name"), (12, 11)),
    ],
)
def test_position_of_value(path: tuple[str | int, ...], position: tuple[int, int]) -> None:
    assert parsed(PLAN).positions[path] == position


def test_position_of_key() -> None:
    source = parsed(PLAN)
    assert source.key_positions["projects", 0, "targets", "quality"] == (9, 32)
    assert source.location(("projects", 1, "time"), of_key=True) == Location(
        "plans/x/plan.yml", 16, 5, ("projects", 1, "time")
    )


@pytest.mark.parametrize(
    ("path", "position"),
    [
        (("projects", 0, "indicator"), (6, 5)),
        (("projects", 7, "name"), (6, 3)),
        (("unknown", "deeper", 3), (2, 1)),
    ],
)
@pytest.mark.parametrize("of_key", [False, True])
def test_a_missing_value_has_the_location_of_its_parent(
    path: tuple[str | int, ...], position: tuple[int, int], of_key: bool
) -> None:
    location = parsed(PLAN).location(path, of_key=of_key)
    assert (location.line, location.column) == position
    assert location.path == path


def test_lines_are_those_of_the_file() -> None:
    assert parsed(PLAN).lines[6] == "    name: โครงการฝึกอบรม"
    assert parsed("a: 1\r\nb: 2\rc: 3").lines == ("a: 1", "b: 2", "c: 3")


def test_a_source_can_be_pickled() -> None:
    source = parsed(PLAN)
    assert pickle.loads(pickle.dumps(source)) == source  # noqa: S301 - our own bytes


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_breaks_and_byte_order_mark_change_nothing(line_break: str, mark: str, tmp_path: Path) -> None:
    expected = parsed(PLAN)
    file = tmp_path / "plan.yml"
    file.write_bytes((mark + PLAN.replace("\n", line_break)).encode())
    source, findings = read_yaml(DiskTree(tmp_path), "plan.yml")
    assert findings == []
    assert source is not None
    assert (source.data, source.positions) == (expected.data, expected.positions)
    assert source.key_positions == expected.key_positions


def test_mixed_line_breaks_are_read() -> None:
    source = parsed("a: 1\r\nb:\n  - x\r\n  - y\n")
    assert source.data == {"a": "1", "b": ["x", "y"]}
    assert source.positions["b", 1] == (4, 5)


def test_flow_style_explicit_start_and_end_are_allowed() -> None:
    assert parsed("%YAML 1.2\n---\na: {b: [1, {c: d}], e: e}\n...\n# ends here\n").data == {
        "a": {"b": ["1", {"c": "d"}], "e": "e"}
    }


@pytest.mark.parametrize("written", ["null", "Null", "NULL", "~"])
def test_null_without_quotes_is_not_stated(written: str) -> None:
    assert parsed(f"a: {written}\nb: {{c: {written}, d: 1}}\ne: [{written}, f]\n").data == {
        "b": {"d": "1"},
        "e": [None, "f"],
    }
    assert parsed(f"a: '{written}'\nb: [\"{written}\"]\n").data == {"a": written, "b": [written]}


def test_a_key_without_value_is_a_key_but_not_in_the_data() -> None:
    source = parsed("a:\nb: {c: , d: 1}\ne:\n  -\n")
    assert source.data == {"b": {"d": "1"}, "e": [None]}
    assert source.keys(("b",)) == ("c", "d")
    assert source.has_key(("b", "c"))


def test_columns_count_characters() -> None:
    assert parsed("{ที่: 𝒳é, b: c}").positions["b",] == (1, 14)


@pytest.mark.parametrize(("text", "data"), [("- ก\n- ข\n", ["ก", "ข"]), ("ข้อความ\n", "ข้อความ"), ("[]", [])])
def test_top_level_may_be_anything(text: str, data: object) -> None:
    assert parsed(text).data == data


@pytest.mark.parametrize("text", ["", "\n \n", "# หมายเหตุ\n\n  # อีก", "---\n", "\ufeff", "\t\n", "--- # x\n...\n"])
def test_an_empty_file_is_rejected(text: str) -> None:
    assert codes(refused(text)) == ["YAML-002"]


def test_duplicate_key_names_both_lines_and_keeps_the_first() -> None:
    source, findings = parse_yaml("a: 1\nb: 2\na:\n  c: 3\n  c: 4\n", "x.yml")
    assert source is not None
    assert source.data == {"a": "1", "b": "2"}
    assert source.positions["a",] == (1, 4)
    assert ("a", "c") not in source.positions
    assert [(finding.code, *place(finding)) for finding in findings] == [("YAML-005", 3, 1)]
    assert "บรรทัด 1" in findings[0].message
    assert "บรรทัด 3" in findings[0].message
    assert findings[0].location.path == ("a",)


@pytest.mark.parametrize("key", ["objectives", "office", "on", "x1", "n"])
def test_a_duplicate_key_that_starts_like_a_bullet_is_reported(key: str) -> None:
    source, findings = parse_yaml(f"{key}: 1\nother: 2\n{key}: 3\n", "x.yml")
    assert source and source.data == {key: "1", "other": "2"}
    assert [finding.code for finding in findings] == ["YAML-005"]


def test_same_key_in_different_mappings_is_no_duplicate() -> None:
    assert parsed("- {id: 1}\n- {id: 2}\n").data == [{"id": "1"}, {"id": "2"}]


def test_rejected_syntax_is_reported_and_reading_continues() -> None:
    text = "a: &x 1\nb: *x\nc: {<<: *x, d: 2}\ne: !!str 3\nf: &y !z\n  g: 4\n? [h]\n: 5\ni: 6\n---\nj: 7\n"
    source, findings = parse_yaml(text, "x.yml")
    assert source is not None
    assert source.data == {"a": "1", "c": {"d": "2"}, "e": "3", "f": {"g": "4"}, "i": "6"}
    assert [(finding.code, *place(finding)) for finding in findings] == [
        ("YAML-006", 1, 4),
        ("YAML-007", 2, 4),
        ("YAML-008", 3, 5),
        ("YAML-009", 4, 4),
        ("YAML-006", 5, 4),
        ("YAML-009", 5, 7),
        ("YAML-011", 7, 3),
        ("YAML-010", 10, 1),
    ]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("{[a]: b}", 1, 2),
        ("a: {{ b }}", 1, 5),
        ("?\n: b", 1, 2),
        ("? {a: {b: [c]}}\n: d", 1, 3),
    ],
)
def test_a_key_that_is_no_text_is_reported(text: str, line: int, column: int) -> None:
    _, findings = parse_yaml(text, "x.yml")
    assert [(finding.code, *place(finding)) for finding in findings] == [("YAML-011", line, column)]


def test_a_merge_key_hides_only_its_own_alias() -> None:
    _, findings = parse_yaml("a: &x 1\n<<: {b: 2}\nc: *x\n", "x.yml")
    assert codes(findings) == ["YAML-006", "YAML-008", "YAML-007"]


def test_quoted_merge_sign_is_text() -> None:
    assert parsed("'<<': ก").data == {"<<": "ก"}


@pytest.mark.parametrize(
    "text", ["a: 1\n---\nb: 2", "a: 1\n...\nb: 2", "a: 1\n...\n%TAG ! x\n---\nb: 2", "a: 1\n--- ข"]
)
def test_a_second_document_is_reported_and_ignored(text: str) -> None:
    source, findings = parse_yaml(text, "x.yml")
    assert source is not None
    assert source.data == {"a": "1"}
    assert codes(findings) == ["YAML-010"]


def test_a_tag_directive_is_reported() -> None:
    source, findings = parse_yaml("# x\n%TAG ! tag:x,2000:\n---\na: 1\n", "x.yml")
    assert source is not None
    assert source.data == {"a": "1"}
    assert [(finding.code, *place(finding)) for finding in findings] == [("YAML-009", 2, 1)]


@pytest.mark.parametrize("character", ["\0", "\x07", "\x0c", "\x7f", "\x85", "\u2028", "\u2029", "\ud800", "\uffff"])
def test_a_forbidden_character_is_reported_and_reading_continues(character: str) -> None:
    source, findings = parse_yaml(f"a: ก\nb: ข{character}ค\nc: ง\n", "x.yml")
    assert [(finding.code, *place(finding)) for finding in findings] == [("YAML-012", 2, 5)]
    assert f"U+{ord(character):04X}" in findings[0].message
    assert character not in findings[0].message
    assert source is not None
    assert isinstance(source.data, dict)
    assert source.data["c"] == "ง"
    assert source.positions["c",] == (3, 4)


def test_forbidden_characters_are_reported_once_per_line() -> None:
    _, findings = parse_yaml("a: \x01\x02\nb: \x03\n", "x.yml")
    assert [place(finding) for finding in findings] == [(1, 4), (2, 4)]


def test_a_byte_order_mark_in_the_middle_is_reported() -> None:
    _, findings = parse_yaml("a: 1\n\ufeffb: 2\n", "x.yml")
    assert [(finding.code, *place(finding)) for finding in findings] == [("YAML-012", 2, 1)]


@pytest.mark.parametrize("text", ['a: "ก\\0"', 'a: "\\x07"', '"a\\e": 1'])
def test_an_escaped_control_character_is_reported(text: str) -> None:
    _, findings = parse_yaml(text, "x.yml")
    assert codes(findings) == ["YAML-012"]
    assert all(character.isprintable() for character in findings[0].message)


def test_escapes_of_ordinary_characters_are_allowed() -> None:
    assert parsed('a: "ก\\n\\tข\\\\"').data == {"a": "ก\n\tข\\"}


# Depth and size.


@pytest.mark.parametrize(
    "text",
    [
        "".join(" " * level + "a:\n" for level in range(1_000)),
        "[" * 100_000,
        "[\n" * 100_000,
        "{a: " * 100_000,
        "- " * 100_000,
        "a: " + "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1),
    ],
    ids=["block", "list", "lines", "mapping", "dashes", "just too deep"],
)
def test_too_deep_nesting_is_reported_at_a_cost_in_proportion(text: str) -> None:
    source, findings = parse_yaml(text, "x.yml")
    assert grows_with_its_size(lambda size: lambda: parse_yaml(text[:size], "x.yml"), len(text) // 2)
    assert codes(findings) == ["YAML-004"]
    assert findings[0].location.line > 0
    assert source is None or (not source.complete and source.lost)


def test_the_maximum_depth_is_accepted() -> None:
    parsed("[" * MAX_DEPTH + "]" * MAX_DEPTH)


@pytest.mark.parametrize("text", ["{" * 100_000, "? " * 100_000, "[{" * 100_000])
def test_deeply_nested_keys_are_rejected(text: str) -> None:
    assert codes(refused(text))[-1] == "YAML-004"


def test_large_file_is_refused_from_its_size_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "x" / "plan.yml"
    file.parent.mkdir()
    with file.open("wb") as stream:
        stream.truncate(20_000_000)
    monkeypatch.setattr(os, "open", lambda *_: pytest.fail("the file was opened"))
    source, findings = read_yaml(DiskTree(tmp_path), "x/plan.yml")
    assert source is None
    assert codes(findings) == ["YAML-003"]
    assert "20.0" in findings[0].message
    assert findings[0].location == Location("x/plan.yml")


def test_a_too_large_text_is_rejected() -> None:
    assert codes(refused("a: " + "ก" * MAX_BYTES)) == ["YAML-003"]


def test_findings_of_one_code_are_listed_up_to_a_limit() -> None:
    _, findings = parse_yaml("- *a\n" * 1_000, "x.yml")
    assert len(findings) == MAX_SAME_CODE
    assert "950" in findings[-1].message


def test_findings_are_in_file_order() -> None:
    _, findings = parse_yaml("a: “ก\na: 2\nb: ก #1\nc: \x00\n", "x.yml")
    assert [finding.location.line for finding in findings] == [1, 2, 3, 4]


# Files.


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    source, findings = read_yaml(DiskTree(tmp_path), "none.yml")
    assert source is None
    assert codes(findings) == ["YAML-013"]


def test_a_folder_and_an_impossible_name_are_reported(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    assert codes(read_yaml(DiskTree(tmp_path), "x")[1]) == ["YAML-013"]
    assert codes(read_yaml(DiskTree(tmp_path), "a\0b")[1]) == ["YAML-013"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "plan.yml")
    assert codes(read_yaml(DiskTree(tmp_path), "plan.yml")[1]) == ["YAML-013"]


@pytest.mark.parametrize(
    ("content", "line", "column", "named"),
    [
        ("name: ก\r\nnote: ขนม\n".encode("cp874"), 1, 7, "TIS-620"),
        ("name: ก\n".encode("utf-16"), 1, 0, "UTF-16"),
        ("name: x\n".encode("utf-16-le"), 1, 0, "UTF-16"),
        ("name: ก\n".encode("utf-16-be"), 1, 0, "UTF-16"),
        ("name: ก\n".encode("utf-32"), 1, 0, "UTF-32"),
        ("a: ก\nb: ขขข".encode() + b"\xff\n", 2, 7, ""),
        ("\ufeffก: ".encode() + b"\xe0\xb8", 1, 4, ""),
        (b"name: caf\xe9\n" + "ก".encode(), 1, 10, ""),
    ],
)
def test_a_file_that_is_not_utf8_is_rejected_with_its_encoding(
    content: bytes, line: int, column: int, named: str, tmp_path: Path
) -> None:
    file = tmp_path / "plan.yml"
    file.write_bytes(content)
    source, findings = read_yaml(DiskTree(tmp_path), "plan.yml")
    assert source is None
    assert codes(findings) == ["YAML-001"]
    assert place(findings[0]) == (line, column)
    assert f"บรรทัดที่ {line}" in findings[0].message
    assert named in findings[0].message
    assert ("ลักษณะ" in findings[0].message) == bool(named)
    assert "UTF-8" in findings[0].remedy


def test_damaged_beginning_does_not_raise(tmp_path: Path) -> None:
    file = tmp_path / "plan.yml"
    file.write_bytes(b"\xff")
    assert codes(read_yaml(DiskTree(tmp_path), "plan.yml")[1]) == ["YAML-001"]


# Without libyaml.


def test_the_pure_python_parser_gives_the_same_results(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [PLAN, "a: ก: ข\nb: *ค\nc: [ง\n", "a: 1\na: 2\n", "a:\n\tb: 1\n", "a: 'x\nb: 1\n", "a:\n   b: 1\n  c: 2\n"]
    expected = [parse_yaml(text, "x.yml") for text in texts]
    monkeypatch.setattr(tree, "_Loader", yaml.SafeLoader)
    for text, (source, findings) in zip(texts, expected, strict=True):
        again, findings_again = parse_yaml(text, "x.yml")
        assert again == source
        assert [(f.code, f.location) for f in findings_again] == [(f.code, f.location) for f in findings]


def test_findings_have_their_severities() -> None:
    _, findings = parse_yaml("a: ก #1\nb: “ข”\nc: &x 1\n", "x.yml")
    assert [(finding.code, finding.severity) for finding in findings] == [
        ("YAML-026", Severity.WARNING),
        ("YAML-023", Severity.WARNING),
        ("YAML-006", Severity.ERROR),
    ]
