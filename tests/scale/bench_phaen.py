"""The builds of `phaen` over content of `phaen demo`, each by running the real command with a cache of its own.

In: the number of LAOs, and a folder. Out: figures for JSON; the content stays in the folder.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.scale.copies import ROOT
from tests.scale.measuring import Run, environment, figures, repeated, run_measured, weigh

PHAEN = (str(Path(sys.executable).with_name("phaen")),)
TODAY = ("--today", "2569-01-01")
NO_LIMIT = 6 * 3600.0
MOST, WITHIN = 3, 60.0
"""Runs of each command: up to three, if they take less than a minute together. The median counts."""
NAME = re.compile(r"^(    name: [^\"'|>{\[#\s][^#\n]*)$", re.MULTILINE)
"""A project's name as plain scalar."""
_CRASH = "เพราะโปรแกรมขัดข้อง"
"""Text of `phaen build` for an LAO whose pages failed by a bug of the program."""
AFTER_LIVE = ("งานที่ตามหลัง", "ข้อมูลเปิดระดับชาติ")
"""Stages of a build after its pages are live, as it prints them."""
Say = Callable[[str], None]


def measure_phaen(laos: int, folder: Path, say: Say) -> dict[str, Any]:
    """Make content, and measure cold builds with one job and with two, one LAO changed, and nothing changed.

    Cold builds with one job and with two take turns, so that a machine whose speed drifts serves both alike. Those with
    one job are ended once the pages are live: their PDFs would take most of an hour at 1,000 LAOs.
    """
    content, site, cache = folder / "content", folder / "site", folder / "cache"
    say(f"{laos:,} LAOs: phaen demo")
    phaen("demo", "--laos", str(laos), "--out", str(content))
    shutil.copytree(ROOT / "content" / "pages", content / "pages")
    cold: dict[int, list[Run]] = {1: [], 2: []}
    while not cold[2] or (len(cold[2]) < MOST and _spent(cold) * (1 + 1 / len(cold[2])) < 2 * WITHIN):
        for jobs, runs in cold.items():
            for old in (site, cache):
                shutil.rmtree(old, ignore_errors=True)
            say(f"{laos:,} LAOs: cold, {jobs} job{'s' * (jobs > 1)}")
            runs.append(build(content, site, cache, jobs) if jobs > 1 else _build_to_live(content, site, cache))
    say(f"{laos:,} LAOs: nothing changed")
    nothing = repeated(lambda: build(content, site, cache, 2), MOST, WITHIN)
    say(f"{laos:,} LAOs: one changed")
    changes = iter(range(1, MOST + 1))
    one = repeated(lambda: _build_changed(content, site, cache, next(changes)), MOST, WITHIN)
    measured = {
        "cold_1": figures(cold[1]),
        "cold_2": figures(list(map(until_live, cold[2]))),
        "one_changed": figures(list(map(until_live, one))),
        "nothing_changed": figures(nothing),
        "whole": figures(cold[2]),
        "stages_cold_2": stages(cold[2][-1].output),
        "site": weigh(site),
    }
    for old in (site, cache):
        shutil.rmtree(old)
    return measured


def warm_up(folder: Path) -> None:
    """Build three LAOs, so that the first measured run finds bytecode and libraries where all others find them."""
    phaen("demo", "--laos", "3", "--out", str(folder / "content"))
    build(folder / "content", folder / "site", folder / "cache", 1)
    shutil.rmtree(folder)


def _spent(cold: dict[int, list[Run]]) -> float:
    return sum(run.seconds for runs in cold.values() for run in runs)


def build(content: Path, site: Path, cache: Path, jobs: int) -> Run:
    """Run `phaen build`; exit code 1 is expected: the content has planted errors. A crash ends the benchmark."""
    run = run_measured(_command(content, site, cache, jobs), ROOT, NO_LIMIT)
    if run.stopped or run.code not in (0, 1) or _CRASH in run.output:
        sys.exit(f"phaen build failed ({run.stopped or run.code}):\n{run.output}")
    return run


def _build_to_live(content: Path, site: Path, cache: Path) -> Run:
    """Run `phaen build` with one job until the first file that follows the pages and the full text is in the site."""

    def has_pdf() -> bool:
        return any(site.glob("lao/*/*/data/plan.pdf"))

    run = run_measured(_command(content, site, cache, 1), ROOT, NO_LIMIT, until=has_pdf)
    if run.stopped or not has_pdf():
        sys.exit(f"phaen build failed ({run.stopped or run.code}):\n{run.output}")
    return run


def _command(content: Path, site: Path, cache: Path, jobs: int) -> tuple[str, ...]:
    folders = ("--content", str(content), "--out", str(site), "--cache", str(cache))
    return (*PHAEN, "build", *folders, "--jobs", str(jobs), *TODAY)


def _build_changed(content: Path, site: Path, cache: Path, number: int) -> Run:
    """Change one LAO and build; make sure that the change is in the site."""
    source, page = changed_plan(content, site)
    mark = f"เปลี่ยนครั้งที่ {number}"
    source.write_text(NAME.sub(rf"\1 {mark}", source.read_text("utf-8"), count=1), "utf-8")
    run = build(content, site, cache, 2)
    if mark not in page.read_text("utf-8"):
        sys.exit(f"{page} does not show what changed in {source}")
    return run


def changed_plan(content: Path, site: Path) -> tuple[Path, Path]:
    """Return the projects.yml to change and its page, in the province with most LAOs: there a change costs most."""
    plans = sorted(file for file in (content / "plans").glob("*/*/projects.yml") if NAME.search(_text(file)))
    pages = {plan: site / "lao" / plan.parts[-3][:7] / plan.parts[-2] / "projects" / "index.html" for plan in plans}
    shown = [plan for plan in plans if pages[plan].is_file()]
    largest, _ = Counter(plan.parts[-3][1:3] for plan in shown).most_common(1)[0]
    chosen = [plan for plan in shown if plan.parts[-3][1:3] == largest]
    plan = chosen[len(chosen) // 2]
    return plan, pages[plan]


def _text(file: Path) -> str:
    return file.read_text("utf-8", errors="ignore")


def until_live(run: Run) -> Run:
    """Return a run with the seconds until pages and search are live: PDFs and national data follow."""
    seconds_of = stages(run.output)
    return replace(run, seconds=run.seconds - sum(seconds_of.get(stage, 0.0) for stage in AFTER_LIVE))


def stages(output: str) -> dict[str, float]:
    """Return the seconds of each stage of a build, as it prints them last."""
    lines = [line for line in output.splitlines() if line.startswith("เวลาแต่ละขั้น")]
    parts = lines[-1].partition(": ")[2].split("  ") if lines else []
    return {name: float(seconds) for name, _, seconds in (stage.rpartition(" ") for stage in parts)}


def phaen(*arguments: str) -> None:
    """Run a command of phaen without measuring it."""
    command = [*PHAEN, *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"phaen {arguments[0]} failed:\n{done.stderr[-2_000:]}")
