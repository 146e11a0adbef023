"""The measures detect quadratic growth and accept linear growth."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.steps import calls, grows_with_its_size

TESTS = Path(__file__).parent
CLOCKS = {"perf_counter", "process_time", "monotonic", "time", "thread_time", "perf_counter_ns", "time_ns"}
MAY_ASK = {
    "steps.py": "compares two measurements with each other",
    "engine/test_build.py": "waits for a server, and gives up",
    "publishing/test_interrupted_builds.py": "spreads kills over the time that a build takes",
    "site/servers.py": "waits for a server, and gives up",
    "intake/fidelity.py": "prints a table; no test",
}
"""Modules that may read a clock, with the reason. `scale/` is the benchmark."""


def searching(pattern: str) -> Callable[[int], Callable[[], object]]:
    compiled = re.compile(pattern)
    return lambda size: lambda: compiled.search("a" * size)


def test_a_pattern_that_backtracks_is_detected() -> None:
    assert not grows_with_its_size(searching("a*b"), 4_000)


def test_a_linear_pattern_is_accepted() -> None:
    assert grows_with_its_size(searching("[^b]*"), 1_000_000)


def test_calls_are_counted_the_same_each_time() -> None:
    def work() -> None:
        sorted(str(number) for number in range(100))

    assert calls(work) == calls(work) >= 100


def clocks_in(module: Path) -> set[str]:
    """Return the clocks that a module reads."""
    names = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func).rpartition(".")
            if called[2] in CLOCKS and called[0] in ("", "time"):
                names.add(called[2])
    return names


@pytest.mark.parametrize(
    "module",
    [file for file in sorted(TESTS.rglob("*.py")) if "scale" not in file.relative_to(TESTS).parts],
    ids=lambda file: file.relative_to(TESTS).as_posix(),
)
def test_no_test_reads_a_clock(module: Path) -> None:
    """A test that asserts on seconds fails on a busy machine: use tests/steps.py, or a bar of `make bench`."""
    name = module.relative_to(TESTS).as_posix()
    assert bool(clocks_in(module)) == (name in MAY_ASK), clocks_in(module)
    assert "performance.now" not in module.read_text("utf-8") or name == "test_steps.py"
