"""Measures checks: one LAO including the start of the command, and a thousand copies of the real plan.

Prints seconds by the clock and of all processors together, and the memory of the largest process, beside the bars. On a
busy machine only processor seconds are reliable. Run by `make bench`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.building_blocks import PUBLISHED
from tests.scale.copies import ROOT, copy_plan

COMMAND = (sys.executable, "-c", "from generator.cli import main; main()", "check")
CODE = "5440502"
COUNTS = (100, 1_000)
STARTS = 5
BAR_ONE = 1.0
"""Seconds for one LAO, start included."""
BAR_THOUSAND = 15.0
"""Seconds for 1,000 LAOs on two cores."""


def seconds_to_check(content: Path, *arguments: str) -> tuple[float, float]:
    """Run the command; return wall-clock seconds and processor seconds."""
    started, before = time.perf_counter(), os.times()
    done = subprocess.run(
        [*COMMAND, "--content", str(content), *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    seconds, after = time.perf_counter() - started, os.times()
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    used = after.children_user - before.children_user + after.children_system - before.children_system
    return seconds, used


def largest_process() -> str:
    """Return the memory of the largest process so far, if the system reports it."""
    try:
        import resource
    except ImportError:  # Windows
        return "?"
    kilobytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return f"{kilobytes / 1024:,.0f} MB"


def main() -> None:
    """Print the table."""
    one, used = min(seconds_to_check(PUBLISHED, CODE) for _ in range(STARTS))
    print(f"one LAO, start included: {one:.2f} s, processor {used:.2f} s (bar {BAR_ONE:.0f} s)")  # noqa: T201  # its purpose
    print(" LAOs  seconds  processors  processors' ms per LAO  largest process")  # noqa: T201
    for copies in COUNTS:
        with tempfile.TemporaryDirectory() as folder:
            content = Path(folder) / "content"
            shutil.copytree(PUBLISHED / "frameworks", content / "frameworks")
            for number in range(copies):
                copy_plan(content / "plans", number)
            seconds, used = seconds_to_check(content, "--format", "json")
        row = f"{copies:5,}  {seconds:7.2f}  {used:10.2f}  {used / copies * 1000:22.1f}  {largest_process():>15}"
        print(row)  # noqa: T201
    print(f"the bar for {COUNTS[-1]:,} LAOs on two cores is {BAR_THOUSAND:.0f} s")  # noqa: T201


if __name__ == "__main__":
    main()
