"""Text: what cleaning removes, what folding makes equal, what is guessed, and late imports."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.thai.text import closest, fold_for_comparison, join_sara_am, normalise, quoted

ROOT = Path(__file__).parents[2]

NAM = "น\u0e49\u0e33"  # the correct spelling of น้ำ


def test_normalising_removes_only_invisible_characters() -> None:
    assert normalise("  เทศบาล\u200bตำบล\u00a0\n โพนทอง\ufeff ") == "เทศบาลตำบล โพนทอง"
    assert normalise("cafe\u0301") == "caf\u00e9"
    assert normalise("ก\u0e48\u0e38") == "ก\u0e38\u0e48"


def test_normalising_keeps_a_split_sara_am() -> None:
    assert normalise("ท\u0e4d\u0e32") == "ท\u0e4d\u0e32"


@pytest.mark.parametrize("text", ["น\u0e4d\u0e49\u0e32", "น\u0e49\u0e4d\u0e32"])
def test_a_split_sara_am_can_be_joined(text: str) -> None:
    assert join_sara_am(text) == NAM


SYLLABLES = [  # correct spelling, and as typed
    (NAM, "น\u0e4d\u0e49\u0e32"),  # nikhahit, tone mark, sara aa
    (NAM, "น\u0e49\u0e4d\u0e32"),  # tone mark, nikhahit, sara aa
    (NAM, "น\u0e33\u0e49"),  # tone mark after sara am
    ("ทำ", "ท\u0e4d\u0e32"),  # nikhahit, sara aa
    ("ท\u0e35\u0e48", "ท\u0e48\u0e35"),  # tone mark before the vowel
    ("ท\u0e35\u0e48", "ท\u0e35\u0e48\u0e48"),  # a duplicate mark, printed over the first
    ("แผน", "\u0e40\u0e40ผน"),  # two sara e
    ("การ", "ก\u0e45ร"),  # lakkhangyao
    ("ก็", "ก็"),
    ("ศึกษา", "ศึกษา\u200b"),
    ("เกณฑ์", "เกณฑ์"),
]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("สำนักงาน ปลัด", "สำนักงานปลัด"),
        ("ข้อ ๓.๑๐", "ข้อ 3.10"),
        ("LPA", "lpa"),
        ("๒๕๖๗ – ๒๕๖๙", "2567-2569"),
        *SYLLABLES,
    ],
)
def test_texts_a_person_considers_the_same_fold_to_the_same(one: str, other: str) -> None:
    assert fold_for_comparison(one) == fold_for_comparison(other)


@pytest.mark.parametrize(("one", "other"), [("โพนทอง", "โพนหนอง"), ("กา", "ก่า"), ("p1", "p2"), ("ไม่ใช้", "ไม่ใช่")])
def test_different_texts_fold_to_different_forms(one: str, other: str) -> None:
    assert fold_for_comparison(one) != fold_for_comparison(other)


@given(st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@settings(deadline=None)  # the first example may include an import
@given(st.lists(st.sampled_from(SYLLABLES), min_size=1))
def test_mistyped_syllables_fold_as_the_clean_ones_wherever_they_stand(syllables: list[tuple[str, str]]) -> None:
    clean = "".join(clean for clean, _ in syllables)
    mistyped = "".join(mistyped for _, mistyped in syllables)
    assert fold_for_comparison(mistyped) == fold_for_comparison(clean) == clean


@settings(deadline=None)
@given(st.text())
def test_any_text_can_be_folded(text: str) -> None:
    assert " " not in fold_for_comparison(text)


def test_text_of_100000_marks_is_folded_fast() -> None:
    assert len(fold_for_comparison("า" * 100_000)) == 100_000  # 45 seconds if it were repaired


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("anouncement", "announcement"),
        ("Approval", "approval"),
        ("ยุทธศาตร์", "ยุทธศาสตร์"),
        ("zzz", None),
        ("", None),
        ("announcement" * 100, None),
    ],
)
def test_only_a_similar_word_is_guessed(word: str, meant: str | None) -> None:
    assert closest(word, ["announcement", "approval", "ยุทธศาสตร์"]) == meant


def test_of_equally_near_words_the_first_in_order_is_guessed() -> None:
    assert closest("idp1", ["idp3", "idp2"]) == closest("idp1", ["idp2", "idp3"]) == "idp2"


def test_a_quotation_is_one_printable_line_of_bounded_length() -> None:
    assert quoted("ก\n\x1b[31mข\u202e") == "“ก [31mข”"
    assert quoted("ก" * 60) == f"“{'ก' * 60}”"
    assert quoted("ก" * 61) == quoted("ก" * 10**7) == f"“{'ก' * 60}…”"


def _run(program: str, home: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHAINLP")}
    environment |= {"HOME": str(home), "USERPROFILE": str(home), "PYTHONUTF8": "1"}
    command = [sys.executable, "-W", "error", "-c", program]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout.strip()


def test_ordinary_text_does_not_import_pythainlp(tmp_path: Path) -> None:
    program = (
        "import sys, generator.thai.dates, generator.thai.sorting as s, generator.thai.text as t\n"
        "t.fold_for_comparison('เทศบาลตำบล โพนทอง'); s.thai_sort_key('น้ำ')\n"
        "print('pythainlp' in sys.modules, 'rapidfuzz' in sys.modules)"
    )
    assert _run(program, tmp_path) == "False False"


def test_pythainlp_writes_nothing_to_the_home_folder(tmp_path: Path) -> None:
    program = (
        "import sys, generator.thai.text as t\n"
        "print(t.fold_for_comparison('\u0e40\u0e40ผน') == 'แผน', 'pythainlp' in sys.modules)"
    )
    assert _run(program, tmp_path) == "True True"
    assert list(tmp_path.iterdir()) == []
