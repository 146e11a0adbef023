"""A mistake hides nothing else: certain ones are mended, others reported as lost, and the rest is read."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.findings import Finding
from generator.reading.yaml_text import PlainData, YamlSource, parse_yaml

ITEM = "  - id: {id}\n    name: ข\n"


def read(text: str) -> tuple[YamlSource, list[Finding]]:
    source, findings = parse_yaml(text, "x.yml")
    assert source is not None
    return source, findings


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: {2567:ไตรมาสที่ ๑, ๒๕๖๘:ข}\n", {"a": {"2567": "ไตรมาสที่ ๑", "๒๕๖๘": "ข"}}),
        ("a:\n  2567: 1\n  2568:2\n  2569: 3\n", {"a": {"2567": "1", "2568": "2", "2569": "3"}}),
        ('name:"ก ข"\ntype: x\n', {"name": "ก ข", "type": "x"}),
        ("a: {printed: ก, ข, ค, unit: ง}\n", {"a": {"printed": "ก, ข, ค", "unit": "ง"}}),
        ("a: {2567: ๑๐,๐๐๐, 2568: 1}\n", {"a": {"2567": "๑๐,๐๐๐", "2568": "1"}}),
        ("a: [๑๐,๐๐๐, 5]\n", {"a": ["๑๐,๐๐๐", "5"]}),
        ("a: [อบรม (ก, ข), ค]\n", {"a": ["อบรม (ก, ข)", "ค"]}),
        ("a:\n\u00a0\u00a0b:\u00a0๑๐\n", {"a": {"b": "๑๐"}}),
        ("a:\n  • ก\n  • ข\n", {"a": ["ก", "ข"]}),
        ("a:\n  1) id: x\n     b: ก\n", {"a": [{"id": "x", "b": "ก"}]}),
        ("a:\n  - id: x\n    b: 1\n    id: y\n    c: 2\n", {"a": [{"id": "x", "b": "1"}, {"id": "y", "c": "2"}]}),
        ("a:\n\tb: 1\n\tc:\n\t\td: 2\n", {"a": {"b": "1", "c": {"d": "2"}}}),
        ("a:\n  - id: x\n\tb: ๒\n    c: ค\n", {"a": [{"id": "x", "b": "๒", "c": "ค"}]}),
        ("a:\n  - id: x\n\t- id: y\n\t  b: ข\n  - id: z\n", {"a": [{"id": "x"}, {"id": "y", "b": "ข"}, {"id": "z"}]}),
        ("a:\n  b: 1\n\tc:\n\t\td: 2\n\te: 3\n  f: 4\n", {"a": {"b": "1", "c": {"d": "2"}, "e": "3", "f": "4"}}),
        ("a:\n  b:\n\tc: 1\n\td: {e: 2}\nf: 3\n", {"a": {"b": {"c": "1", "d": {"e": "2"}}}, "f": "3"}),
    ],
)
def test_a_certain_mistake_is_mended_and_reported(text: str, data: PlainData) -> None:
    source, findings = read(text)
    assert source.data == data
    assert source.complete and not source.lost
    assert findings


@pytest.mark.parametrize(
    ("broken", "lost", "path"),
    [
        ("    note: [ค\n", "[ค", ("projects", 0, "note")),
        ("    note: {ค\n", "{ค", ("projects", 0, "note")),
        ("    ไม่มีทวิภาค\n", "    ไม่มีทวิภาค", ("projects", 0)),
        ("     หมายเหตุ: ค\n", "     หมายเหตุ: ค", None),
        ("    note: 'ค'ง'\n", "'ค'ง'", ("projects", 0, "note")),
    ],
)
def test_lost_text_is_reported_and_the_rest_is_read(broken: str, lost: str, path: tuple[str | int, ...] | None) -> None:
    source, findings = read("title: ก\nprojects:\n  - id: 1\n" + broken + ITEM.format(id=2) + "budget: [x\n")
    assert isinstance(source.data, dict) and source.data["title"] == "ก"
    assert isinstance(source.data["projects"], list) and {"id": "2", "name": "ข"} in source.data["projects"]
    assert [finding.code for finding in findings][-1] == "YAML-025"
    assert len(findings) == 2
    assert not source.complete
    first = source.lost[0]
    assert lost in first.text
    assert path is None or first.path == path


def test_values_of_a_line_with_a_tab_have_the_place_where_they_are_written() -> None:
    source, findings = read("a:\n  - id: x\n\tb: ขข\n    c: ค\n")
    assert [(one.location.line, one.location.column) for one in findings] == [(3, 1)]
    assert source.positions["a", 0, "b"] == (3, 5)
    assert source.text[source.offset(("a", 0, "c")) :] == "ค\n"


def test_an_unreadable_item_does_not_affect_others() -> None:
    items = [ITEM.format(id=number) for number in range(20)]
    items[3] = "  - id: 3\n   ชื่อ: ข\n    note: ค\n"
    items[11] = "  - id: 11\n    : ข\n"
    source, findings = read("projects:\n" + "".join(items))
    assert isinstance(source.data, dict) and isinstance(source.data["projects"], list)
    ids = [item["id"] for item in source.data["projects"] if isinstance(item, dict) and "name" in item]
    assert ids == [str(number) for number in range(20) if number not in (3, 11)]
    assert [finding.location.line for finding in findings] == [9, 26]


def test_one_cause_is_one_finding() -> None:
    lines = "".join(f"    k{number}: ก\n" for number in range(10))
    for text in (
        f"a:\n  - id: 1\n{lines}    id: 2\n{lines}  - id: 3\n",
        "a:\n" + "".join(f"  • id: {number}\n    b: ก\n" for number in range(10)),
        "a:\n  - id: 1\n    name:\u00a0ก\n    budget: ๑๐,๐๐๐\n",
    ):
        assert len(parse_yaml(text, "x.yml")[1]) == 1


def test_stand_ins_are_never_in_the_data_or_in_a_message() -> None:
    source, findings = read("a: @ก\nb:\n  - *ข\n  - ค\nc:\u00a0๑๐,๐๐๐\nd:“ง: จ”\n")
    assert "x" not in repr(source.data)
    assert not any("xx" in finding.message + finding.remedy for finding in findings)


def test_the_unread_end_of_a_file_is_reported() -> None:
    text = "".join(f"a{number}: @ก\n" for number in range(200))
    source, _ = parse_yaml(text + "b: ข\n", "x.yml")
    assert source is None or source.lost[-1].last_line == 201


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("จริย\n  ธรรม", "จริยธรรม"),
        ("การพัฒ\n  นาบุคลากร", "การพัฒนาบุคลากร"),
        (">-\n  จริย\n  ธรรม", "จริยธรรม"),
        ('"จริย\n  ธรรม"', "จริยธรรม"),
        ("|-\n  จริย\n  ธรรม", "จริยธรรม"),
        ("|-\n  พนักงาน\n  จ้าง", "พนักงาน\nจ้าง"),
        ("พนักงาน\n  จ้าง", "พนักงานจ้าง"),
        ("อบรม \n  พนักงาน", "อบรม พนักงาน"),
        ("ปี\n  2567", "ปี 2567"),
        ("ต่าง\n  ๆ", "ต่าง ๆ"),
        ("ก\n\n  ข", "ก\nข"),
    ],
)
def test_lines_are_joined_without_spaces_between_thai_letters(written: str, read_as: str) -> None:
    assert read(f"a: {written}\n")[0].data == {"a": read_as}


# Nothing is lost silently.

_WORDS = st.sampled_from(
    [
        "ก",
        "พนักงาน",
        "จ้าง",
        "๑๐",
        "10,000",
        "a",
        "id",
        "2567",
        "null",
        "~",
        "(ก",
        "ข)",
        "-",
        "•",
        "#1",
        "x:y",
        "ก: ข",
        "[",
        "]",
    ]
)
_TEXT = st.lists(_WORDS, min_size=1, max_size=3).map(" ".join)
_PAIR = st.tuples(st.sampled_from(["id", "name", "2567", "กอง"]), st.sampled_from([": ", ":", " ", ":\t"]), _TEXT)
_FLOW = st.lists(st.one_of(_TEXT, _PAIR.map("".join)), max_size=4).map(", ".join)
_LINE = st.one_of(
    _PAIR.map("".join),
    _PAIR.map(lambda pair: "- " + "".join(pair)),
    _TEXT,
    _TEXT.map(lambda text: "- " + text),
    _FLOW.map(lambda text: f"p: {{{text}}}"),
    _FLOW.map(lambda text: f"l: [{text}]"),
    st.just("t: >"),
    st.just("t: |"),
)
_FILES = st.lists(st.tuples(st.sampled_from(["", "  ", "    "]), _LINE), min_size=1, max_size=7).map(
    lambda lines: "".join(f"{indent}{line}\n" for indent, line in lines)
)


def texts_in(data: PlainData) -> list[str]:
    if isinstance(data, dict):
        return [text for key, value in data.items() for text in (key, *texts_in(value))]
    return [text for value in data for text in texts_in(value)] if isinstance(data, list) else [data or ""]


def test_a_value_whose_lines_below_became_a_list_is_reported_as_lost() -> None:
    source, _ = parse_yaml("- x:y\n  id: ก\n  - id: ก\n", "x.yml")
    assert source is not None
    assert source.data == [{"x": [{"id": "ก"}, {"id": "ก"}]}]
    assert [(one.text, one.path) for one in source.lost] == [("y", (0, "x"))]


@settings(max_examples=500, deadline=None)
@given(_FILES)
def test_every_character_of_a_file_without_finding_is_in_the_data(text: str) -> None:
    source, findings = parse_yaml(text, "x.yml")
    if source is None:
        assert findings
        return
    if source.lost:
        assert findings
        assert not source.complete
    if findings:
        return
    events = list(yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    scalars = [event for event in events if isinstance(event, yaml.ScalarEvent)]
    written = sorted("".join(one.value.split()) for one in scalars if one.style or one.value not in ("null", "~"))
    keys = [key for path in source.key_positions for key in path[-1:] if isinstance(key, str)]
    held = ["".join(one.split()) for one in texts_in(source.data)]
    for key in keys:  # a key without a value is not in the data, only among the keys
        if key not in texts_in(source.data):
            held.append("".join(key.split()))
    assert not set(written) - set(held) - {""}
