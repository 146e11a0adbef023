"""Writes a fictional nation to disk."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

from generator.demo.offices import offices
from generator.demo.plans import lao_files
from generator.demo.slips import slipped


def write_nation(out: Path, count: int, seed: int, frameworks: Path) -> None:
    """Write so many LAOs below `out/plans/`, beside a copy of the national documents."""
    shutil.copytree(frameworks, out / "frameworks")
    for office in offices(count):
        folder = out / "plans" / f"{office.code}-{office.slug}"
        chance = Random(f"{seed}/{office.code}/slips")  # noqa: S311  # nobody guards anything with it
        for name, text in slipped(lao_files(office, seed), chance).items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
