"""Copies the real plan under other codes, for benchmarks."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.building_blocks import PUBLISHED

ROOT = Path(__file__).parents[2]
PLAN = PUBLISHED / "plans" / "5440502-phon-thong"


def copy_plan(plans: Path, number: int) -> None:
    """Copy the plan under another code with the same province."""
    code = f"544{number:04d}"
    target = plans / f"{code}-copy"
    shutil.copytree(PLAN, target)
    lao = target / "lao.yml"
    lao.write_text(lao.read_text("utf-8").replace("5440502", code), "utf-8")
