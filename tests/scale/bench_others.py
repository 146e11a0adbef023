"""Measures other site generators with the pages of `phaen pages`, in the same run on the same machine.

In: content, and the available engines. Out: figures for JSON, or the reason for none.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from typing import Any

from tests.scale.bench_phaen import MOST, TODAY, WITHIN, phaen
from tests.scale.measuring import LIMIT_SECONDS, Run, figures, repeated, run_measured, weigh
from tests.scale.other_engines import Engine

PORTION = 1_000
"""LAOs per run of `phaen pages`, which keeps all their pages in memory."""
Say = Callable[[str], None]


class EngineFailedError(Exception):
    """Another engine failed; the benchmark continues without it."""


def write_pages(content: Path, pages: Path, folder: Path) -> None:
    """Write the pages of all LAOs as Markdown, and nothing but pages; of a national page the version with most LAOs.

    Provinces are written in portions, because `phaen pages` holds all pages of a run in memory.
    """
    part = folder / "part"
    for codes in portions(sorted(plan.name[:7] for plan in (content / "plans").iterdir())):
        chosen = [word for code in codes for word in ("--only", code)]
        phaen("pages", "--content", str(content), "--out", str(part), *TODAY, *chosen)
        for page in part.rglob("*.md"):
            target = pages / page.relative_to(part)
            target.parent.mkdir(parents=True, exist_ok=True)
            if not target.exists() or target.stat().st_size < page.stat().st_size:
                os.replace(page, target)  # noqa: PTH105  # as short as it gets
        shutil.rmtree(part)


def portions(codes: list[str]) -> list[list[str]]:
    """Split the codes by whole provinces; a single portion, for few LAOs, has no codes."""
    if len(codes) <= PORTION:
        return [[]]
    shares: list[list[str]] = [[]]
    for _, province in groupby(sorted(codes, key=lambda code: code[1:3]), key=lambda code: code[1:3]):
        if len(shares[-1]) >= PORTION:
            shares.append([])
        shares[-1] += province
    return shares


def measure_others(
    laos: int, folder: Path, engines: list[Engine], smaller: dict[str, Any], say: Say
) -> dict[str, dict[str, Any]]:
    """Measure the other engines with the same pages; skip one that would exceed the time at its earlier pace."""
    measured = {}
    for engine in engines:
        if reason := too_slow(engine.key, laos, smaller):
            measured[engine.key] = {"not_run": reason}
            say(f"{laos:,} LAOs: {engine.title}: {reason}")
            continue
        say(f"{laos:,} LAOs: {engine.title}")
        try:
            measured[engine.key] = _measure_other(engine, folder)
        except EngineFailedError as error:
            measured[engine.key] = {"not_run": str(error)}
    return measured


def _measure_other(engine: Engine, folder: Path) -> dict[str, Any]:
    project, pages = folder / engine.key, folder / "pages"
    engine.lay_out(pages, project)

    def cold() -> Run:
        for kept in (project / "out", project / "site", project / ".cache"):
            shutil.rmtree(kept, ignore_errors=True)
        return _run_other(engine, project)

    cold_runs = repeated(cold, MOST, WITHIN)
    measured: dict[str, Any] = {"cold": figures(cold_runs)}
    if not cold_runs[-1].stopped:
        measured["site"] = weigh(project / "out")
        if engine.changed:
            source = project / engine.changed(_largest_page(pages))
            measured["one_changed"] = figures(repeated(lambda: _run_changed(engine, project, source), MOST, WITHIN))
    shutil.rmtree(project)
    return measured


def _run_changed(engine: Engine, project: Path, source: Path) -> Run:
    text = source.read_text("utf-8")
    source.unlink()  # a hard link to the page of `phaen pages`, which must not change
    source.write_text(f"{text}\n\nchanged\n", "utf-8")
    return _run_other(engine, project)


def _largest_page(pages: Path) -> str:
    """Return a page of a plan's projects."""
    return sorted(page.relative_to(pages).as_posix() for page in pages.glob("lao/*/*/projects/index.md"))[0]


def _run_other(engine: Engine, project: Path) -> Run:
    run = run_measured(engine.command, project, LIMIT_SECONDS)
    if run.code and not run.stopped:
        raise EngineFailedError(f"failed ({run.code}): {run.output.strip()[-300:]}")
    return run


def too_slow(key: str, laos: int, smaller: dict[str, Any]) -> str:
    """Return why an engine is skipped: it was stopped at a smaller size, or would be at its pace; empty if it runs."""
    for size in sorted(smaller, key=int, reverse=True):
        known = smaller[size].get(key, {})
        if "not_run" in known:
            return str(known["not_run"])
        if "cold" in known:
            if known["cold"]["stopped"]:
                return f"not run: out of {known['cold']['stopped']} at {int(size):,} LAOs"
            expected = known["cold"]["seconds"] * laos / int(size)
            if expected > LIMIT_SECONDS:
                return f"not run: at its pace of {int(size):,} LAOs it takes {expected:,.0f} s or more"
    return ""
