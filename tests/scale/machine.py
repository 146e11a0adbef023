"""Describes the machine and the versions of a measurement."""

from __future__ import annotations

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

from generator.building.workers import processors
from tests.scale.copies import ROOT
from tests.scale.measuring import memory_info


def machine() -> dict[str, str | int | None]:
    """Return processors, memory, system and Python of this machine."""
    total = memory_info().get("MemTotal")
    return {
        "processors": processors(),
        "processor": _processor(),
        "memory_mb": total // 1_000_000 if total else None,
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "load_at_start": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
    }


def versions() -> dict[str, str]:
    """Return the version and the commit of this project."""
    done = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return {"phaen": version("phaen"), "commit": done.stdout.strip()}


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")
