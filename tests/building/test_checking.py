"""Checking everything or a part gives the same findings in the same order, from one process or several."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from generator.building import checking
from generator.building.checking import Checked, CheckedLao, Scope, check_content
from generator.errors import PhaenError, UsageError
from tests.building_blocks import PUBLISHED, make_lao

TODAY = datetime.date(2025, 3, 1)
BROKEN = ("state: announced", "state: done")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return content with forty-five LAOs, every third with an error, and a misnamed folder."""
    for number in range(45):
        changes = {"plan": BROKEN} if number % 3 == 0 else {}
        make_lao(tmp_path / "content", f"5{999_000 + number}", "lao", **changes)
    (tmp_path / "content" / "plans" / "old").mkdir()
    shutil.copytree(PUBLISHED / "frameworks", tmp_path / "content" / "frameworks")
    return tmp_path / "content"


def test_workers_give_the_same_findings_in_the_same_order(content: Path) -> None:
    alone = check_content(content, TODAY, processes=1)
    shared = check_content(content, TODAY, processes=2)
    assert alone == shared
    assert (alone.laos, alone.plans, alone.frameworks) == (45, 45, 2)
    assert [one.code for one in alone.findings].count("READ-003") == 15
    assert alone.has_errors


def test_progress_is_reported_per_lao(content: Path) -> None:
    seen: list[str] = []

    def watch(laos: Iterable[CheckedLao], total: int) -> Iterable[CheckedLao]:
        assert total == 45
        for lao in laos:
            seen.append(lao.code)
            yield lao

    check_content(content, TODAY, watch=watch, processes=2)
    assert seen == [f"5{999_000 + number}" for number in range(45)]


def test_few_laos_start_no_worker(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "ProcessPoolExecutor", None)
    assert check_content(content, TODAY).laos == 45
    monkeypatch.setattr(checking, "FEW", 10)
    monkeypatch.setattr(checking, "_processes", lambda _: 1)
    assert check_content(content, TODAY).laos == 45


def test_many_laos_are_split_among_a_limited_number_of_workers() -> None:
    assert checking._processes(1) == checking._processes(checking.FEW - 1) == 1
    assert 1 <= checking._processes(checking.FEW) <= 2
    assert checking._processes(1_000_000) <= 16


def test_a_dead_worker_gives_a_thai_sentence(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Dead:
        def __init__(self, *_: object) -> None: ...

        def map(self, *_: object) -> None:
            raise checking.BrokenProcessPool

        def shutdown(self, **_: object) -> None: ...

    monkeypatch.setattr(checking, "ProcessPoolExecutor", Dead)
    with pytest.raises(PhaenError, match="หน่วยความจำ"):
        check_content(content, TODAY, processes=2)


def codes(checked: Checked) -> list[str]:
    return [one.code for one in checked.findings]


def test_only_the_requested_scope_is_checked(content: Path) -> None:
    part = check_content(content, TODAY, Scope(everything=False, codes=("5999001",)))
    assert (part.laos, part.frameworks) == (1, 2)
    assert {one.location.file.split("/")[1] for one in part.findings} == {"5999001-lao"}
    part = check_content(content, TODAY, Scope(everything=False, codes=("5999000",), entries=("plans/old",)))
    assert part.laos == 1 and codes(part)[:2] == ["TREE-002", "READ-003"]
    part = check_content(content, TODAY, Scope(everything=False, frameworks=True))
    assert (part.laos, part.frameworks) == (0, 2)
    with pytest.raises(UsageError):
        check_content(content, TODAY, Scope(everything=False, codes=("5000000",)))
