"""A fictional nation is deterministic and as varied as real plans, and has only the planted errors."""

from __future__ import annotations

import datetime
from collections import Counter
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.building.checking import check_one_lao
from generator.checks.items import CheckBasis
from generator.demo.offices import FIRST_DISTRICT, MARK, Office, offices
from generator.demo.plans import lao_files
from generator.demo.planted_errors import BREAKS, BROKEN, slipped
from generator.demo.yaml_lines import lines_of
from generator.drafting.yaml_writer import yaml_text
from generator.findings import Finding, Severity
from generator.model.content import PlanFolder
from generator.reading.content_tree import DiskTree
from generator.reading.framework_reader import read_frameworks
from generator.thai.provinces import PROVINCES
from tests.building_blocks import PUBLISHED
from tests.on_disk import read_on_disk

SEED = 2567
TODAY = datetime.date(2025, 11, 28)
FRAMEWORKS = read_frameworks(DiskTree(PUBLISHED))
ENTRIES = FRAMEWORKS.entry_ids() or {}
SOME = offices(76)


@cache
def files_of(office: Office) -> dict[str, str]:
    return lao_files(office, SEED, ENTRIES)


def slips_of(office: Office) -> Random:
    return Random(office.code)  # noqa: S311  # not for security


def found_in(content: Path, office: Office, files: dict[str, bytes]) -> tuple[Finding, ...]:
    folder = content / "plans" / f"{office.code}-{office.slug}"
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text)
    reference, path = CheckBasis(FRAMEWORKS.documents, TODAY), folder.relative_to(content).as_posix()
    return check_one_lao(DiskTree(content), reference, ENTRIES, office.code, [path]).findings


def errors_of(findings: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in findings if finding.severity is Severity.ERROR]


# Identity of the LAOs.


def test_a_nation_has_the_requested_number_of_laos_with_distinct_codes() -> None:
    codes = [office.code for office in offices(20_000)]
    assert len(codes) == len(set(codes)) == 20_000
    assert all(len(code) == 7 and code.isdigit() for code in codes)


def test_no_real_lao_can_have_a_fictional_code() -> None:
    most_districts = 33  # of Nakhon Ratchasima, the numbers of its former minor districts included
    assert most_districts < FIRST_DISTRICT
    for office in offices(20_000):
        assert int(office.code[3:5]) >= FIRST_DISTRICT
        assert PROVINCES[office.code[1:3]].name == office.province


def test_no_real_lao_has_a_fictional_name() -> None:
    assert all(office.name.startswith(MARK) and office.district.startswith(MARK) for office in offices(7_850))
    # A provincial organisation has the name of its province, which is real.
    assert {office.type for office in offices(7_850)} == {"เทศบาลนคร", "เทศบาลเมือง", "เทศบาลตำบล", "อบต."}


def test_names_in_a_district_are_distinct() -> None:
    names = Counter((office.province, office.district, office.name, office.type) for office in offices(7_850))
    assert max(names.values()) == 1


def test_the_first_laos_are_the_same_in_a_larger_nation() -> None:
    assert offices(1_000)[:100] == offices(100)


def test_one_province_of_a_whole_nation_has_hundreds_and_none_has_few() -> None:
    sizes = Counter(office.province for office in offices(7_850)).values()
    assert max(sizes) > 330
    assert min(sizes) >= 13


# Content.


def test_the_seed_determines_the_files() -> None:
    office = SOME[0]
    assert lao_files(office, SEED) == lao_files(office, SEED)
    assert lao_files(office, SEED) != lao_files(office, SEED + 1)


def test_every_lao_is_marked_as_fictional() -> None:
    for office in SOME:
        files = files_of(office)
        assert "\nfictional: yes\n" in files["lao.yml"]
        assert all(text.startswith("# ข้อมูลสมมุติ") for name, text in files.items() if name.endswith(".yml"))


def test_files_have_no_names_or_numbers_of_persons(tmp_path: Path) -> None:
    for office in SOME[:20]:
        found = found_in(tmp_path, office, {name: text.encode() for name, text in files_of(office).items()})
        assert not [finding for finding in found if finding.code.startswith("PDPA")]


def test_plans_are_as_large_and_varied_as_real_ones(tmp_path: Path) -> None:
    projects: list[int] = []
    positions: list[int] = []
    names: set[str] = set()
    kinds: Counter[str] = Counter()
    for office in SOME:
        found_in(tmp_path, office, {name: text.encode() for name, text in files_of(office).items()})
        folder = read_on_disk(
            office.code, tmp_path / "plans" / f"{office.code}-{office.slug}", tmp_path, ENTRIES
        ).lao_folder
        kinds[f"{len(folder.plans)} plans"] += 1
        for plan in folder.plans:
            assert isinstance(plan, PlanFolder)
            assert plan.projects
            projects.append(len(plan.projects.projects))
            names |= {project.name for project in plan.projects.projects}
            if plan.idp:
                positions.append(len(plan.idp.rows))
            kinds.update(name for name in ("budget_matrix", "survey", "committee") if getattr(plan.plan, name))
            kinds.update(name for name in ("amendments", "corrections", "documents") if getattr(plan.plan, name))
            kinds.update(("results",) if plan.results else ())
            kinds.update(("narrative",) if plan.narrative else ())
            kinds[plan.plan.state.value] += 1
    assert min(projects) == 10
    assert 40 < max(projects) <= 60
    assert min(positions) >= 5
    assert 80 < max(positions) <= 120
    assert len(names) > sum(projects) / 3
    wanted = ("0 plans", "1 plans", "2 plans", "draft", "submitted", "approved", "announced", "results", "narrative")
    assert all(kinds[one] for one in wanted), kinds
    assert all(kinds[one] for one in ("budget_matrix", "survey", "committee", "amendments", "corrections", "documents"))


# Mistakes.


@pytest.mark.parametrize("share", range(4))
def test_files_are_read_without_errors_even_with_damaged_words(tmp_path: Path, share: int) -> None:
    for office in SOME[share::4]:
        files, way = slipped(files_of(office), slips_of(office))
        if way is None:
            assert errors_of(found_in(tmp_path, office, files)) == [], office.code


@pytest.mark.parametrize("way", BREAKS)
def test_each_planted_error_is_reported(tmp_path: Path, way: str) -> None:
    office = next(
        one
        for one in SOME
        if "2567-2569/idp.yml" in files_of(one) and "id: s1t2-1\n" in str(files_of(one)).replace("\\n", "\n")
    )
    whole = {name: text.encode() for name, text in files_of(office).items()}
    broken = BREAKS[way](whole)
    assert broken != whole
    assert errors_of(found_in(tmp_path, office, broken))


def test_one_lao_in_a_hundred_has_each_planted_error() -> None:
    texts = files_of(next(one for one in SOME if "2567-2569/idp.yml" in files_of(one)))
    ways = Counter(slipped(texts, slips_of(office))[1] for office in offices(4_000))
    for way in BREAKS:
        assert 0.5 * BROKEN < ways[way] / 4_000 < 1.6 * BROKEN, way


@pytest.mark.soak
def test_typical_mistakes_are_found_at_realistic_rates(tmp_path: Path) -> None:
    codes = Counter(
        code
        for office in SOME
        for code in {one.code for one in found_in(tmp_path, office, slipped(files_of(office), slips_of(office))[0])}
    )
    # Totals, unknown departments, years of the plan before, empty cells, damaged text.
    for code, least, most in (
        ("MONEY-001", 3, 25),
        ("NAME-021", 3, 25),
        ("DATE-015", 1, 12),
        ("COMPLETE-013", 3, 25),
        ("TEXT-101", 1, 25),
    ):
        assert least <= codes[code] <= most, (code, codes[code])


# Form of the files.

TEXTS = st.text(st.sampled_from("กำเพื่อ๑2a .,:#-'\"[]{}&*?|>%@`~/()\n\t"), max_size=12)
DATA = st.dictionaries(
    st.sampled_from(["a", "b", "c"]),
    st.recursive(
        TEXTS | st.lists(TEXTS, max_size=9),
        lambda inner: (
            st.dictionaries(st.sampled_from(["d", "e"]), inner, min_size=1, max_size=2)
            | st.lists(
                st.dictionaries(st.sampled_from(["d", "e"]), inner, min_size=1, max_size=2), min_size=1, max_size=2
            )
        ),
        max_leaves=8,
    ),
    min_size=1,
)


@given(DATA)
def test_lines_equal_the_yaml_writers(data: dict[str, object]) -> None:
    assert lines_of(data) == yaml_text(data)  # type: ignore[arg-type]  # plain data, typed as object


def test_files_equal_the_yaml_writers() -> None:
    for text in files_of(SOME[0]).values():
        assert "\t" not in text
