"""narrative.md: fixed section ids, the source of a section, and rejected text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.findings import Finding
from generator.model.plan import NarrativeSection
from generator.reading.content_tree import DiskTree
from generator.reading.narrative import MAX_BYTES, read_narrative

NAME = "plans/5999901-tua-yang/2567-2569/narrative.md"
VALID = "## idp\nที่มา: ๓.๑๒ (สรุป)\n\nเนื้อความหนึ่ง\n\n## other\n\nเนื้อความสอง\n"


def read(folder: Path, text: str | bytes) -> tuple[tuple[NarrativeSection, ...], list[Finding]]:
    file = folder / NAME
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_narrative(DiskTree(folder), NAME)[:2]


def test_sections_are_in_written_order_with_their_source(tmp_path: Path) -> None:
    sections, findings = read(tmp_path, VALID)
    assert findings == []
    assert sections == (
        NarrativeSection("idp", "๓.๑๒", True, "เนื้อความหนึ่ง"),
        NarrativeSection("other", None, False, "เนื้อความสอง"),
    )


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("การพัฒ\nนาบุคลากร\nของเทศบาล", "การพัฒนาบุคลากรของเทศบาล"),
        ("- พนักงาน\n  จ้าง\n- ลูกจ้าง", "- พนักงานจ้าง\n- ลูกจ้าง"),
        ("> จริย\n> ธรรม", "> จริยธรรม"),
        ("**จริย**\nธรรม", "**จริย**ธรรม"),
    ],
)
def test_lines_of_thai_prose_are_joined_without_a_blank(tmp_path: Path, written: str, shown: str) -> None:
    assert read(tmp_path, f"## idp\n\n{written}\n")[0][0].markdown == shown


@pytest.mark.parametrize(
    "written",
    [
        "ก \nข",
        "ก  \nข",
        "ก\n\nข",
        "ปี\n2567",
        "### หัวข้อ\nข",
        "```\nก\nข\n```",
        "    ก\n    ข",
        "| ก | ข |\n|---|---|\nค | ง\nจ",
        "<div>\nก\nข\n</div>",
        "ก\n- ข",
    ],
)
def test_other_lines_stay_as_they_are(tmp_path: Path, written: str) -> None:
    assert read(tmp_path, f"## idp\n{written}\n")[0][0].markdown == written


def test_without_the_word_summary_the_text_is_the_laos_own(tmp_path: Path) -> None:
    sections, _ = read(tmp_path, VALID.replace(" (สรุป)", ""))
    assert not sections[0].is_summary


def test_crlf_and_bom_change_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbf" + VALID.replace("\n", "\r\n").encode()) == read(tmp_path, VALID)


def test_a_heading_inside_code_is_text(tmp_path: Path) -> None:
    sections, findings = read(tmp_path, "## idp\n\n```\n## nothing\n```\n")
    assert findings == []
    assert sections[0].markdown == "```\n## nothing\n```"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (VALID.replace("## other", "## othre"), "TEXT-004", 6),
        (VALID.replace("## other", "## idp"), "TEXT-005", 6),
        ("ข้อความลอย\n" + VALID, "TEXT-001", 1),
        ("## หลักการ\n\nก\n", "TEXT-004", 1),
        ("##rationale\n\nก\n", "TEXT-004", 1),
        (b"\xa1\xa2", "TEXT-002", 0),
        ("ก" * MAX_BYTES, "TEXT-003", 0),
    ],
    ids=[
        "unknown id",
        "repeated id",
        "text before the first heading",
        "Thai heading",
        "no space",
        "not UTF-8",
        "too large",
    ],
)
def test_invalid_text_is_a_finding_at_its_line(tmp_path: Path, text: str | bytes, code: str, line: int) -> None:
    _, findings = read(tmp_path, text)
    assert [(found.code, found.location.file, found.location.line) for found in findings] == [(code, NAME, line)]
    assert findings[0].remedy


def test_a_misspelt_id_gets_a_suggestion(tmp_path: Path) -> None:
    _, findings = read(tmp_path, "## ratoinale\n\nก\n")
    assert "rationale" in findings[0].remedy


def test_a_first_heading_without_space_is_shown_corrected(tmp_path: Path) -> None:
    _, findings = read(tmp_path, "##rationale\n\nก\n")
    assert findings[0].remedy == "เขียนเป็น “## rationale”"


@given(text=st.text(max_size=300))
def test_no_text_raises(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    read(tmp_path_factory.mktemp("any"), text.encode("utf-8", "surrogatepass"))
