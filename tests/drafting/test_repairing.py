"""Repairs of files: unambiguous slips are repaired, others left, and a second run changes nothing."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checks.runner import check_text
from generator.drafting.encodings import decode_text
from generator.drafting.repairing import ENCODING, repair
from generator.errors import UsageError

SPOILT = st.text(alphabet="กตบพรหนอเแาำะิีุู่้์ํๅฤ \t\n\r\u00a0\u200b\u2003\ufeff#:-'\"xF๑", max_size=60)


def mended(text: str, *, is_yaml: bool = True, words: bool = False) -> str:
    return repair(text.encode(), is_yaml=is_yaml, words=words).after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("name:\r\n  x: ก\r\n", "name:\n  x: ก\n"),
        ("a:\n\tb: ก\n", "a:\n  b: ก\n"),
        ("a:\n\t\tb: ก\n\t\tc: ข\n", "a:\n    b: ก\n    c: ข\n"),
        ("a:\u00a0ก\n", "a: ก\n"),
        ("\u3000a: ก\n", " a: ก\n"),
        ("a: บุคลากร\u200bท้องถิ่น\n", "a: บุคลากรท้องถิ่น\n"),
        ("a: นํ้า\n", "a: น้ำ\n"),
        ("a: น้ํา\n", "a: น้ำ\n"),
        ("a: เพ่ือ\n", "a: เพื่อ\n"),
        ("a: นา่\n", "a: น่า\n"),
        ("a: ที่่\n", "a: ที่\n"),
        ("a: เเผน\n", "a: แผน\n"),
        ("a: กๅร ฤๅษี\n", "a: การ ฤๅษี\n"),
    ],
)
def test_an_unambiguous_slip_is_repaired(before: str, after: str) -> None:
    assert mended(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "a: ก\u00a0#ข\n",  # a plain blank would make a comment of it
        "a: |\n  ก\n  \tข\n",  # a tab inside a text
        "a: ก\tข\n",
        "quotations:\n  - เพ่ือ\nb: ก\n",  # evidence
        "note: >\n  พิมพ์ว่า เพ่ือ\n",  # a remark that quotes
        "a: ว่ําด้วย\n",  # not a sara am: only the dictionary can decide
        "a: งบประมาณ \u202e๐๐๑\u202c บาท\n",  # would read otherwise
        "a: ‘ก’ – “ข” ๆ ฯลฯ é ☐\n",
    ],
)
def test_an_ambiguous_slip_is_left(text: str) -> None:
    assert mended(text) == text


def test_a_tab_is_indentation_in_yaml_only() -> None:
    assert mended("ก\n\tข\n", is_yaml=False) == "ก\n\tข\n"


@pytest.mark.parametrize("encoding", ["tis-620", "cp874", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_another_encoding_becomes_utf_8(encoding: str) -> None:
    text = "name: แผนพัฒนาบุคลากร ๓ ปี\n"
    repaired = repair(text.encode(encoding), is_yaml=True, words=False)
    assert repaired.after == text
    assert list(repaired.done) == [ENCODING]


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7\n", b"PK\x03\x04", bytes(range(256)), b"\xe0\xb8\xe0\xb8\xe0\xb8\xe0\xb8", b"\xff\xfe\x00"]
)
def test_a_file_that_is_not_text_is_refused(content: bytes) -> None:
    with pytest.raises(UsageError):
        decode_text(content)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("การดาเนินงานตามที่กาหนด", "การดำเนินงานตามที่กำหนด"),
        ("สำ นักงานดำ เนินการ", "สำนักงานดำเนินการ"),
        ("กำรพัฒนำบุคลำกร", "การพัฒนาบุคลากร"),
        ("ว่ําด้วยการพัฒนา", "ว่าด้วยการพัฒนา"),
        ("ส่วนต าบล", "ส่วนตำบล"),
        ("องคก์ารบรหิารสว่นตาบล", "องค์การบริหารส่วนตำบล"),
        ("ทั งนี้ตามเป าหมาย", "ทั้งนี้ตามเป้าหมาย"),
        ("ปFงบประมาณ", "ปีงบประมาณ"),
        ("ที\uf70aทำการ", "ที่ทำการ"),
    ],
)
def test_words_are_repaired_if_the_dictionary_is_certain(before: str, after: str) -> None:
    assert mended(before, words=True) == after
    assert mended(after, words=True) == after


@pytest.mark.parametrize("text", ["แกงต้มยา", "นายดารงค์ สาราญใจ", "สั่งซื้อตามราคาสั่งซื้อ", "quotations: [กาหนด]"])
def test_possibly_intended_words_stay(text: str) -> None:
    assert mended(text, words=True) == text


@given(SPOILT, st.booleans(), st.booleans())
@settings(max_examples=400, deadline=None)
def test_a_second_run_changes_nothing(text: str, is_yaml: bool, words: bool) -> None:
    once = mended(text, is_yaml=is_yaml, words=words)
    again = repair(once.encode(), is_yaml=is_yaml, words=words)
    assert again.after == once
    assert not again.is_changed


@given(SPOILT)
@settings(max_examples=400, deadline=None)
def test_a_repaired_text_has_no_finding(text: str) -> None:
    after = mended(text.replace("\t", " "), is_yaml=False)
    left = {one.code for one in check_text("x", after)}
    assert not left & {"TEXT-107"}


@given(SPOILT)
@settings(max_examples=400, deadline=None)
def test_repaired_yaml_has_the_same_data(text: str) -> None:
    def letters(source: str) -> str | None:
        try:
            events = list(yaml.parse(source, Loader=yaml.CSafeLoader))
        except yaml.YAMLError:
            return None
        values = "".join(event.value for event in events if isinstance(event, yaml.ScalarEvent))
        return "".join(one for one in values if one in "กตบพรหนอฤx๑F#-'\"")

    before = letters(text)
    assert before is None or letters(mended(text)) == before


@given(st.binary(max_size=200))
@settings(max_examples=400, deadline=None)
def test_any_bytes_are_repaired_or_refused(content: bytes) -> None:
    try:
        repaired = repair(content, is_yaml=True, words=False)
    except UsageError:
        return
    repaired.after.encode()
    assert repaired.before.count("\n") == repaired.after.count("\n")
