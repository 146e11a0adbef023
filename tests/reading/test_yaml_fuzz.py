"""For any text, reading never raises, never hangs, and returns what was written."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.findings import Severity
from generator.reading.content_tree import DiskTree
from generator.reading.yaml_text import PlainData, ValuePath, YamlSource, parse_yaml, read_yaml
from generator.reading.yaml_text.file_findings import MAX_SAME_CODE
from generator.reading.yaml_text.special_characters import INVISIBLES, LONGEST_QUOTE, WIDE_SPACES
from tests.building_blocks import PUBLISHED
from tests.soak_marks import some_in_soak
from tests.steps import calls, grows_with_its_size

MOST_CALLS = 200
"""For each character of a short text, and as many as for FREE characters whatever the text. 63 is the most of 3,000
random texts. A text of many slips is read over many times; longer texts are held to their growth (`HUGE`)."""
FREE = 100

SKELETON = """\
# แผนพัฒนาบุคลากร ๓ ปี
cycle: 2567-2569
title: "แผน: ๓ ปี"
approval: {committee: ก.ท.จ., meeting: ๙/๒๕๖๖, date: }
rationale:
  - ข้อความที่หนึ่ง
    ต่อบรรทัดสอง
  - 'ข้อความ ''ที่สอง'''
note: |
  บรรทัดหนึ่ง
    บรรทัดสอง
values: [{id: value-1, number: ๑}, {id: value-2}]   # ค่านิยม
strategies:
- id: s1
  tactics:
  - id: s1t1
    name: >-
      ยาว
      มาก
"""

# YAML cannot round-trip these: its own line breaks, and lone surrogates. Keys that are certain mistakes are excluded
# too: YAML-024 (`\u00a0name`) and YAML-029 (`name:text`, `-name`).
_LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\r\x85\u2028\u2029")
_TEXTS = st.one_of(
    st.text(_LETTERS, max_size=30),
    st.text("กขค ำ่้ๆ๑ :#-*&!%@`[]{},|>?'\"\\\n\t“”", max_size=30),
    st.sampled_from(["no", "~", "null", "0110", "12:30", "<<", "-", "- ก", "ก: ข", "ก #1", "%", "name:ก", "=", "..."]),
)
_MISTAKEN_KEY = re.compile(rf"[{WIDE_SPACES}{INVISIBLES}]|[a-z_][a-z0-9_]*:[^\s/]|-[a-z_]+$")
_KEYS = _TEXTS.filter(lambda key: not _MISTAKEN_KEY.match(key))
_DATA = st.recursive(
    _TEXTS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=4), max_leaves=20
)

_LINES = [
    "a: ก\n",
    "b: ข: ค\n",
    "c: “ง: จ\n",
    "- d\n",
    "  e:ฉ\n",
    "\tf: ช\n",
    "g: [ซ\n",
    "h: 'ฌ\n",
    'i: "ญ"\n',
    "  j: *ฎ\n",
    "k: |\n",
    "    l\n",
    "\u00a0\u00a0m: ฏ\n",
    "---\n",
    "n: &x ฐ\n",
    "o: *x\n",
    "}\n",
    "# ฑ\n",
]


def walk(data: PlainData, path: ValuePath = ()) -> list[tuple[ValuePath, PlainData]]:
    """Return every value with its path, outermost first."""
    found: list[tuple[ValuePath, PlainData]] = [(path, data)]
    if isinstance(data, dict):
        for key, value in data.items():
            found += walk(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            found += walk(value, (*path, index))
    return found


def without_blanks(data: PlainData) -> PlainData:
    """Return the data without the spaces between two Thai letters in any text."""
    if isinstance(data, dict):
        return {key: without_blanks(value) for key, value in data.items()}
    if isinstance(data, list):
        return [without_blanks(value) for value in data]
    return re.sub("(?<=[ก-ฮะ-ฺเ-ๅ็-๎]) (?=[ก-ฮะ-ฺเ-ๅ็-๎])", "", data) if data else data


def shown_at(source: YamlSource, position: tuple[int, int]) -> str:
    line, column = position
    return "\n".join([source.lines[line - 1][column - 1 :], *source.lines[line:]])


def check_promises(text: str) -> None:
    source, findings = parse_yaml(text, "x.yml")
    assert calls(lambda: parse_yaml(text, "x.yml")) <= MOST_CALLS * (len(text) + FREE)
    assert source is not None or any(finding.severity is Severity.ERROR for finding in findings)
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for finding in findings:
        assert finding.location.file == "x.yml"
        assert finding.location.line <= len(lines)
        if finding.location.line:
            assert finding.location.column <= len(lines[finding.location.line - 1]) + 1
        assert finding.message
        assert finding.remedy
        assert len(finding.message) < 300 + 2 * LONGEST_QUOTE
        assert not any(ord(character) < 32 for character in finding.message + finding.remedy)
    if source is not None:
        for path, _ in walk(source.data):
            assert path in source.positions
            assert not path or isinstance(path[-1], int) or path in source.key_positions


@settings(max_examples=300, deadline=None)
@given(_DATA, st.booleans(), st.sampled_from([40, 80, 1_000]))
def test_dumped_data_is_read_back(data: PlainData, flow: bool, width: int) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow, width=width, sort_keys=False)
    source, _ = parse_yaml(text, "x.yml")
    if source is None or (isinstance(data, str) and source.data != data):
        # A text alone in its file may look empty, or like keys without a space after the colon.
        assert isinstance(data, str)
        return
    assert without_blanks(source.data) == without_blanks(
        data
    )  # `safe_dump` breaks lines at spaces, which Thai has not there
    assert set(source.positions) == {path for path, _ in walk(data)}
    for path, value in walk(data):
        shown = shown_at(source, source.positions[path])
        if isinstance(value, str):
            plain = " ".join(value.split())
            assert shown[0] in "'\"|>" or " ".join(shown.split()).startswith(plain)
        elif flow or not value:
            assert shown[0] == ("{" if isinstance(value, dict) else "[")
        if path and isinstance(path[-1], str):
            shown = shown_at(source, source.key_positions[path])
            assert shown[0] in "'\"|>" or " ".join(shown.split()).startswith(" ".join(path[-1].split()))


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=200))
def test_any_text_keeps_the_promises(text: str) -> None:
    check_promises(text)


@settings(max_examples=600, deadline=None)
@given(st.text("ab: -#[]{},'\"\n\t|>&*!%@?`<“”‘’\u00a0\u200bก่๑=~\\.\r\ufeff\0", max_size=80))
def test_any_text_of_special_characters_keeps_the_promises(text: str) -> None:
    check_promises(text)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(_LINES), max_size=25))
def test_any_order_of_lines_keeps_the_promises(lines: list[str]) -> None:
    check_promises("".join(lines))


@settings(max_examples=300, deadline=None)
@given(content=st.binary(max_size=200))
def test_any_bytes_keep_the_promises(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.getbasetemp()
    (folder / "any.yml").write_bytes(content)
    source, findings = read_yaml(DiskTree(folder), "any.yml")
    assert source is not None or findings


def _real_texts() -> list[str]:
    """Return the skeleton and, if there is content, its longest plan files, truncated to 4,000 characters each."""
    files = sorted(PUBLISHED.glob("plans/*/*/*.yml"), key=lambda file: (-file.stat().st_size, file.name))[:3]
    return [SKELETON, *(file.read_text(encoding="utf-8")[:4_000] for file in files)]


def test_every_truncated_plan_keeps_the_promises() -> None:
    for text in _real_texts():
        for end in range(0, len(text), 1 if text == SKELETON else 41):
            check_promises(text[:end])


@pytest.mark.soak
def test_plans_with_a_changed_character_keep_the_promises() -> None:
    chance = random.Random(2567)  # noqa: S311 - the same changes in every run
    for text in _real_texts():
        for _ in range(150):
            place = chance.randrange(len(text))
            put_in = chance.choice(["", ":", ": ", "\t", "\n", '"', "'", "[", "]", "{", "-", "#", "\u00a0", "*", "\0"])
            check_promises(text[:place] + put_in + text[place + 1 :])


HUGE = {
    "number": "a: " + "9" * 100_000,
    "line": "a: " + "ก" * 600_000,
    "words": "a: " + "ก ข " * 300_000,
    "colons": "a: " * 300_000,
    "dashes": "- " * 300_000,
    "brackets": "[" * 100_000,
    "braces": "{a: " * 100_000,
    "flat list": "[" + "a," * 150_000 + "]",
    "lines": "-\n" * 150_000,
    "comments": "#\n" * 300_000,
    "blank lines": "\n" * 900_000,
    "tabs": "\t\n" * 300_000 + "a: 1\n\tb: 2\n",
    "tabbed lines": "\ta: b\n" * 50_000,
    "odd spaces": "\u00a0a: b\n" * 50_000,
    "odd spaces in text": "a: |\n  x\n" + "\u00a0b: 1\n" * 50_000,
    "odd spaces after texts": "a: |\n  x\n\u00a0b: 1\n" * 30_000,
    "odd spaces and a mistake": "a: 'x\n  \u00a0y'\n" * 30_000 + "@",
    "control characters": "\0" * 300_000,
    "control lines": "\x01\n" * 100_000,
    "aliases": "- *a\n" * 50_000,
    "anchors": "- &a b\n" * 50_000,
    "anchor and nothing": "- &a " + " " * 600_000,
    "tag directives": "".join(f"%TAG !a{number}! x\n" for number in range(60_000)) + "---\na: 1\n",
    "tag directives later": "a: 1\n...\n" + "".join(f"%TAG !a{number}! x\n" for number in range(60_000)),
    "backslashes": '"' + "\\" * 300_000,
    "open quotes": "a: 'b\n" * 100_000,
    "colon lines": "a: b: c\n" * 50_000,
    "stuck": "a:ก\n" * 50_000,
    "hashes": "x #" * 200_000,
    "spaces": "a:" + " " * 900_000 + "@",
    "documents": "---\n" * 200_000,
    "carriage returns": "a: 1\r" * 50_000,
    "curly": "- “a\n" * 50_000,
}


ALWAYS_HUGE = (
    "number",
    "line",
    "colons",
    "brackets",
    "tabbed lines",
    "odd spaces and a mistake",
    "aliases",
    "tag directives",
    "open quotes",
    "documents",
    "curly",
)
"""One of each kind: what is long, nested, in a wrong column, left open, or repeated."""


@pytest.mark.parametrize("name", some_in_soak(HUGE, ALWAYS_HUGE))
def test_huge_texts_cost_in_proportion_to_their_size(name: str) -> None:
    text = HUGE[name]
    _, findings = parse_yaml(text, "x.yml")
    assert len(findings) <= 4 * MAX_SAME_CODE
    # Some end in what brings the reader back to all that stands before.
    assert grows_with_its_size(lambda size: lambda: parse_yaml(text[: size - 40] + text[-40:], "x.yml"), len(text) // 2)


def test_random_bytes_keep_the_promises(tmp_path: Path) -> None:
    chance = random.Random(2569)  # noqa: S311 - the same bytes in every run
    for size in (0, 1, 7, 1_000, 100_000):
        for _ in range(20 if size < 10_000 else 3):
            (tmp_path / "x.yml").write_bytes(chance.randbytes(size))
            source, findings = read_yaml(DiskTree(tmp_path), "x.yml")
            assert source is not None or findings
