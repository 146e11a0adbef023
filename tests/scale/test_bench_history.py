"""The benchmark of history names what is missing, counts revisions as git does, and judges its bars."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.history.repositories import CODE, commits, municipality
from tests.scale import bench_history
from tests.scale.bench_history import BARS, CALLS, NEEDS, SIZES, commit_once_more, judged, missing, revisions_by_code
from tests.scale.measuring import Run


def test_missing_needs_of_calls_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert CALLS.keys() == NEEDS.keys()
    monkeypatch.setattr(
        bench_history, "NEEDS", {"a": "phaen demo", "b": "phaen fly", "c": "json", "d": "no_such_module"}
    )
    assert missing() == {"b": "phaen fly", "d": "no_such_module"}


def test_revisions_of_an_lao_are_the_commits_that_touched_its_folder(tmp_path: Path) -> None:
    assert revisions_by_code(municipality(tmp_path)) == {CODE: 11}


def test_a_new_commit_is_counted(tmp_path: Path) -> None:
    repository = municipality(tmp_path)
    commit_once_more(repository)
    assert len(commits(repository)) == 12
    assert revisions_by_code(repository) == {CODE: 12}


@pytest.mark.parametrize(
    ("run", "verdict"),
    [
        (Run(29.0, 20.0, 400.0, 0, ""), "kept"),
        (Run(31.0, 20.0, 400.0, 0, ""), "missed"),
        (Run(29.0, 20.0, 600.0, 0, ""), "missed"),
        (Run(29.0, 20.0, None, 0, ""), "kept"),
        (Run(1.0, 1.0, 10.0, 2, "", ""), "missed"),
        (Run(1.0, 1.0, 10.0, 0, "", "memory"), "missed"),
        (None, "not measured"),
    ],
)
def test_a_bar_is_kept_missed_or_not_measured(run: Run | None, verdict: str) -> None:
    bar = next(one for one in BARS if (one.size, one.row) == ("1,000 LAOs", "one pass"))
    assert verdict in judged(bar, {"1,000 LAOs": {"one pass": run}} if run else {})


def test_every_bar_has_its_measurement() -> None:
    assert all(bar.row in CALLS and bar.size in {*SIZES, "one LAO"} for bar in BARS)
