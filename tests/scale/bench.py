"""How the cost of a build grows: the real plan under many codes, read, checked, rendered and written in one process.

Prints milliseconds per LAO at 30 and at 300 copies: in all, of it what the rules took (`bench_check.py` has more of
them) and what the operating system took (folders and files), what is left without the rules, and the ratio. Run by
`make bench`. Builds in memory where there is such a place, or where TMPDIR says: a disk takes 1 to 5 ms per LAO more,
and 30 ms for minutes after sites have been deleted from it, as benchmarks do (ext4 is slow to give their inodes away
again).
"""

from __future__ import annotations

import datetime
import gc
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.building import site
from generator.engine.batch import build_site
from generator.settings import Settings
from tests.building_blocks import PUBLISHED

ROOT = Path(__file__).parents[2]
PLAN = PUBLISHED / "plans" / "5440502-phon-thong"
RUNS = {30: 5, 300: 1}
"""Copies, and how many builds of them: of a build that takes one second, the median of five is told."""
BAR_MS = 40
MEMORY = Path("/dev/shm")  # noqa: S108  # a folder of our own is made below it
"""On Linux, files that are never written to a disk."""


def copy_plan(plans: Path, number: int) -> None:
    """Copy the plan under a code of its own; the province part of the code stays."""
    code = f"544{number:04d}"
    target = plans / f"{code}-copy"
    shutil.copytree(PLAN, target)
    lao = target / "lao.yml"
    lao.write_text(lao.read_text("utf-8").replace("5440502", code), "utf-8")


@dataclass(frozen=True)
class Taken:
    """What a build took, in seconds."""

    whole: float
    rules: float
    system: float
    pages: int
    """Generated pages."""


@contextmanager
def timed_rules() -> Iterator[list[float]]:
    """Yield a list that gathers the seconds of every check of an LAO."""
    taken: list[float] = []
    check = site.check_lao

    def timed(*arguments: Any) -> Any:
        started = time.perf_counter()
        found = check(*arguments)
        taken.append(time.perf_counter() - started)
        return found

    site.check_lao = timed
    try:
        yield taken
    finally:
        site.check_lao = check


def build_copies(copies: int, folder: Path) -> Taken:
    """Build a site of so many copies."""
    content = folder / "content"
    shutil.copytree(PUBLISHED / "frameworks", content / "frameworks")
    shutil.copytree(ROOT / "content" / "pages", content / "pages")
    for number in range(copies):
        copy_plan(content / "plans", number)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "theme_overrides", folder / "theme_overrides")
    settings = Settings(content=content, today=datetime.date(2026, 1, 1))
    gc.collect()  # what the build before left behind is not this one's to clear away
    with timed_rules() as rules:
        started, system = time.perf_counter(), os.times().system
        report = build_site(folder / "mkdocs.yml", settings, folder / "site", gather=site.gather_pages)
        seconds, system = time.perf_counter() - started, os.times().system - system
    if report.findings:
        sys.exit(f"the copies have findings: {report.findings[:3]}")
    return Taken(seconds, sum(rules), system, report.pages)


def main() -> None:
    """Print the table, and whether the bar is met."""
    per_lao = []
    in_memory = "TMPDIR" not in os.environ and MEMORY.is_dir()
    with tempfile.TemporaryDirectory(dir=MEMORY if in_memory else None) as folder:
        build_copies(1, Path(folder, "warm-up"))
        print("LAOs  pages  seconds  ms per LAO  of it rules  of it system  without rules")  # noqa: T201  # its purpose
        for copies, runs in RUNS.items():
            builds = [build_copies(copies, Path(folder, f"{copies}-{run}")) for run in range(runs)]
            taken = sorted(builds, key=lambda one: one.whole)[runs // 2]
            per_lao.append(taken.whole / copies * 1000)
            rest = (taken.whole - taken.rules) / copies * 1000
            figures = f"{taken.rules / copies * 1000:11.1f}  {taken.system / copies * 1000:12.1f}  {rest:13.1f}"
            print(f"{copies:4}  {taken.pages:5}  {taken.whole:7.2f}  {per_lao[-1]:10.1f}  {figures}")  # noqa: T201
    few, many = RUNS
    print(f"ratio of ms per LAO, {many} to {few}: {per_lao[1] / per_lao[0]:.2f}")  # noqa: T201
    print(f"the bar of {BAR_MS} ms, for the whole build: {'met' if max(per_lao) <= BAR_MS else 'missed'}")  # noqa: T201


if __name__ == "__main__":
    main()
