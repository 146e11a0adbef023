"""Measures builds of 100, 1,000 and 7,850 fictional LAOs, beside other site generators for the same pages.

Content comes from `phaen demo`, pages for the others from `phaen pages`, each figure from running the real command.
Prints one table and the bars, and writes all of it to build/bench.json. Run by `make bench`; figures mean something
only while nothing else is running.

    python -m tests.scale.bench              100 and 1,000 LAOs
    python -m tests.scale.bench --nation     7,850 as well
    python -m tests.scale.bench --quick      100 only, to try the script
    python -m tests.scale.bench --readme     prints the README's rows from build/bench.json

Builds in memory (/dev/shm) where there is such a place, or where TMPDIR says: a disk takes several milliseconds per LAO
more, and for minutes after sites have been deleted from it many times that, as benchmarks do. For the nation 16 GB of
memory are needed, or a TMPDIR on a disk.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.scale.bench_others import measure_others, write_pages
from tests.scale.bench_phaen import measure_phaen, warm_up
from tests.scale.bench_report import NATION, bars, readme_rows, report
from tests.scale.copies import ROOT
from tests.scale.machine import machine, versions
from tests.scale.measuring import MEMORY_IS
from tests.scale.other_engines import Engine, find_engines

RESULT = ROOT / "build" / "bench.json"
MEMORY = Path("/dev/shm")  # noqa: S108  # a folder of our own is made below it
"""On Linux, files that are never written to a disk."""


def measure(laos: list[int], place: Path | None, result: Path) -> dict[str, Any]:
    """Measure all sizes, smallest first; write the results after each, so that an interruption loses little."""
    with tempfile.TemporaryDirectory(prefix="phaen-bench-", dir=place) as name:
        folder = Path(name)
        say("other engines: what is here")
        engines, skipped = find_engines(folder / "tools")
        data: dict[str, Any] = {
            "machine": {**machine(), "files_in": str(place or tempfile.gettempdir())},
            "versions": {**versions(), **{engine.key: engine.version for engine in engines}},
            "memory_is": MEMORY_IS,
            "skipped": skipped,
            "sizes": {},
        }
        say("warm-up")
        (folder / "warm-up").mkdir()
        warm_up(folder / "warm-up")
        for count in sorted(laos):
            data["sizes"][str(count)] = measure_size(count, folder / str(count), engines, data)
            data["bars"] = [bar.record() for bar in bars(data)]
            result.parent.mkdir(parents=True, exist_ok=True)
            result.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return data


def measure_size(laos: int, folder: Path, engines: list[Engine], data: dict[str, Any]) -> dict[str, Any]:
    """Measure `phaen build` and the other engines with this number of LAOs; delete all files."""
    folder.mkdir()
    try:
        measured = {"phaen": measure_phaen(laos, folder, say)}
        if engines:
            say(f"{laos:,} LAOs: phaen pages")
            write_pages(folder / "content", folder / "pages", folder)
            measured |= measure_others(laos, folder, engines, data["sizes"], say)
        return measured
    finally:
        shutil.rmtree(folder)


def say(line: str) -> None:
    """Print the current step."""
    print(line, file=sys.stderr, flush=True)  # noqa: T201  # a script


def main(arguments: list[str] | None = None) -> None:
    """Measure and print, or print the README's rows."""
    parser = argparse.ArgumentParser(prog="python -m tests.scale.bench")
    sizes = parser.add_mutually_exclusive_group()
    sizes.add_argument("--nation", action="store_true", help=f"{NATION:,} LAOs as well; hours, and 16 GB of memory")
    sizes.add_argument("--quick", action="store_true", help="100 LAOs only")
    sizes.add_argument("--laos", type=int, nargs="+", metavar="N", help="these numbers of LAOs")
    parser.add_argument("--readme", action="store_true", help="measure nothing, print the README's rows")
    parser.add_argument("--result", type=Path, default=RESULT, help="file of the figures (build/bench.json)")
    options = parser.parse_args(arguments)
    if options.readme:
        print(readme_rows(json.loads(options.result.read_text("utf-8"))))  # noqa: T201  # its purpose
        return
    laos = options.laos or [100] + [1_000] * (not options.quick) + [NATION] * options.nation
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended"))  # so that no process and no file remains
    place = None if "TMPDIR" in os.environ or not MEMORY.is_dir() else MEMORY
    print(report(measure(laos, place, options.result)))  # noqa: T201  # its purpose


if __name__ == "__main__":
    main()
