"""A nation made up: the same from the same seed, marked, varied, and read without an error of its own making."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from generator.demo.offices import offices
from generator.demo.plans import lao_files
from generator.findings import Severity
from generator.reading.lao_reader import read_lao

SEED = 2567


def test_a_nation_has_as_many_laos_as_asked_for_each_with_a_code_of_its_own() -> None:
    codes = [office.code for office in offices(7_850)]
    assert len(codes) == len(set(codes)) == 7_850


def test_the_first_laos_are_the_same_in_a_larger_nation() -> None:
    assert offices(1_000)[:100] == offices(100)


def test_one_province_of_a_whole_nation_has_hundreds_and_none_has_few() -> None:
    sizes = Counter(office.province for office in offices(7_850)).values()
    assert max(sizes) > 330
    assert min(sizes) >= 13


def test_the_same_seed_makes_the_same_files_and_another_makes_others() -> None:
    office = offices(1)[0]
    assert lao_files(office, SEED) == lao_files(office, SEED)
    assert lao_files(office, SEED) != lao_files(office, SEED + 1)


def test_every_file_and_every_name_says_that_it_is_made_up() -> None:
    for office in offices(150):
        assert office.name.startswith("สมมุติ")
        assert all(text.startswith("# ข้อมูลสมมุติ") for text in lao_files(office, SEED).values())


def test_what_offices_write_is_read_without_an_error(tmp_path: Path) -> None:
    for office in offices(60):
        folder = tmp_path / "plans" / f"{office.code}-{office.slug}"
        for name, text in lao_files(office, SEED).items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
        findings = read_lao(office.code, [folder], tmp_path, frozenset()).folder.findings
        assert [finding for finding in findings if finding.severity is Severity.ERROR] == []
