"""How the cost of a build grows: the real plan under many codes, read, rendered and written in one process.

Prints milliseconds per LAO at 30 and at 300 copies, reading included, how many of them the operating system took
(folders and files: 0.1 to 1.5 ms a page, depending on the disk and on what lies on it), and the ratio. Run by `make
bench`; TMPDIR says where the sites are built.
"""

from __future__ import annotations

import datetime
import gc
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from generator.building.site import gather_pages
from generator.engine.batch import build_site
from generator.settings import Settings

ROOT = Path(__file__).parents[2]
PLAN = ROOT / "content" / "plans" / "5440502-phon-thong"
COUNTS = (30, 300)


def copy_plan(plans: Path, number: int) -> None:
    """Copy the plan under a code of its own; the province part of the code stays."""
    code = f"544{number:04d}"
    target = plans / f"{code}-copy"
    shutil.copytree(PLAN, target)
    lao = target / "lao.yml"
    lao.write_text(lao.read_text("utf-8").replace("5440502", code), "utf-8")


def seconds_to_build(copies: int, folder: Path) -> tuple[float, float, int]:
    """Build a site of so many copies; return the seconds, those of the system among them, and the generated pages."""
    content = folder / "content"
    shutil.copytree(ROOT / "content" / "frameworks", content / "frameworks")
    shutil.copytree(ROOT / "content" / "pages", content / "pages")
    for number in range(copies):
        copy_plan(content / "plans", number)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "theme_overrides", folder / "theme_overrides")
    settings = Settings(content=content, today=datetime.date(2026, 1, 1))
    gc.unfreeze()  # what the build before left behind is not this one's to clear away
    gc.collect()
    started, system = time.perf_counter(), os.times().system
    report = build_site(folder / "mkdocs.yml", settings, folder / "site", gather=gather_pages)
    seconds, system = time.perf_counter() - started, os.times().system - system
    if report.findings:
        sys.exit(f"the copies have findings: {report.findings[:3]}")
    return seconds, system, report.pages


def main() -> None:
    """Print the table."""
    per_lao = []
    with tempfile.TemporaryDirectory() as warm_up:
        seconds_to_build(1, Path(warm_up))
    print("LAOs  pages  seconds  ms per LAO  of it system  ms per page")  # noqa: T201  # this is what it is for
    for copies in COUNTS:
        with tempfile.TemporaryDirectory() as folder:
            seconds, system, pages = seconds_to_build(copies, Path(folder))
        per_lao.append(seconds / copies * 1000)
        figures = f"{per_lao[-1]:10.1f}  {system / copies * 1000:12.1f}  {seconds / pages * 1000:11.2f}"
        print(f"{copies:4}  {pages:5}  {seconds:7.2f}  {figures}")  # noqa: T201
    print(f"ratio of ms per LAO, {COUNTS[1]} to {COUNTS[0]}: {per_lao[1] / per_lao[0]:.2f}")  # noqa: T201


if __name__ == "__main__":
    main()
