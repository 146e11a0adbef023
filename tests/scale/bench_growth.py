"""How the cost of one LAO grows with what is in it, field by field and file by file.

Every shape of `shapes.py` is measured at an eighth, a quarter, a half and all of what an LAO may have, and the same way
up to what a file can hold, where all that is left to do is to say so. Reading, rules, pages and full text are timed
apart, in seconds of the processor, in a process of its own for each size so that its memory is its own. The exponent is
the binary logarithm of what doubling the last time costs, without what the blameless plan costs; it is told, and
judged, where there is more than noise to measure. Run by `make bench`; `python -m tests.scale.bench_growth WORD ...`
measures the shapes whose names hold one of the words.
"""

from __future__ import annotations

import datetime
import gc
import math
import multiprocessing
import sys
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from generator.building.collector import collect_rarely
from generator.checks.items import Reference
from generator.checks.runner import check_lao
from generator.facts.summary import summarise_lao
from generator.model.plan import PlanFolder
from generator.pages.lao_pages import LaoPages
from generator.reading.content_tree import DiskTree
from generator.reading.framework_reader import read_frameworks
from generator.search.full_text_index import bundle_files
from generator.search.plan_sections import entry_names, lao_sections
from generator.search.sections import SearchedLao
from generator.thai.dictionary import load_dictionary
from tests.on_disk import read_on_disk
from tests.scale.growing import Grown, Shape, blameless, grown
from tests.scale.shapes import SHAPES
from tests.shown import html_of

ROOT = Path(__file__).parents[2]
CODE = "5999901"
TODAY = datetime.date(2025, 3, 1)
STEPS = (8, 4, 2, 1)
"""What the greatest size is divided by."""
BAR_EXPONENT = 1.15
BAR_SECONDS = 5.0
NOISE_SECONDS = 0.25
"""Above what the blameless plan takes; below this, an exponent tells nothing."""
NOISE_BYTES = 20_000_000
NOISE_HTML = 200_000
HEAD = f"{'':42} {'size':>8} {'x1':>7} {'x2':>7} {'x4':>7} {'x8':>7}    read  rules  pages   text   time   mem  html"
AGAIN = 2
"""Times that a missed bar is given another chance: a busy machine is no cost of ours."""
PATIENCE = 150.0
"""Seconds by the clock until a size is given up."""


class Cost(NamedTuple):
    """What one LAO costs."""

    reading: float
    rules: float
    pages: float
    text: float
    memory: int
    """Bytes that it took at the worst."""
    html: int
    """Bytes of all its pages and files of the full text."""
    findings: int
    is_readable: bool

    @property
    def seconds(self) -> float:
        """All of the time."""
        return self.reading + self.rules + self.pages + self.text


class Bench:
    """What all measurements share: the frameworks, and the templates once used."""

    def __init__(self) -> None:
        """Read the frameworks and go through everything once."""
        self.frameworks = read_frameworks(DiskTree(ROOT / "content"))
        self.reference = Reference(self.frameworks.documents, TODAY)
        collect_rarely()
        load_dictionary()  # half a second, once in a process, whatever it reads
        for shape in SHAPES:
            self.cost_here(grown(shape, 2))
        gc.freeze()

    def cost_here(self, lao: Grown) -> Cost:
        """Measure an LAO in this process."""
        with tempfile.TemporaryDirectory() as folder:
            plans = Path(folder, "plans")
            written = lao.write(plans)
            before = _reset_peak()
            started = time.process_time()
            read = read_on_disk(CODE, written, Path(folder), self.frameworks.entry_ids())
            reading = time.process_time()
            found = (*read.folder.findings, *check_lao(read, self.reference))
            rules = time.process_time()
            summarise_lao(read, TODAY, found)
            html = 0
            for page in LaoPages("arabic", TODAY).pages(read, found):
                html += len(html_of(page).encode())
            pages = time.process_time()
            sections = tuple(lao_sections(read.folder, entry_names(self.frameworks))) if read.folder.lao else ()
            searched = SearchedLao(CODE, "ตัวอย่าง", "เทศบาลตำบล", "มหาสารคาม", sections)
            html += sum(len(content) for _, content in bundle_files("all", [searched]))
            text = time.process_time()
        times = (reading - started, rules - reading, pages - rules, text - pages)
        readable = read.folder.lao is not None and all(isinstance(one, PlanFolder) for one in read.folder.plans)
        return Cost(*times, _peak() - before, html, len(found), readable)

    def cost(self, lao: Grown) -> Cost | None:
        """Measure an LAO in a process of its own; None where it takes longer than anyone waits."""
        ours, theirs = multiprocessing.Pipe(duplex=False)
        process = multiprocessing.get_context("fork").Process(target=self._send, args=(theirs, lao))
        process.start()
        theirs.close()
        cost = None
        if ours.poll(PATIENCE):
            cost = ours.recv()
        process.kill()
        process.join()
        return cost

    def _send(self, to: Connection, lao: Grown) -> None:
        to.send(self.cost_here(lao))


def _reset_peak() -> int:
    """Let the system forget the most memory that this process ever had; return how much it has."""
    Path("/proc/self/clear_refs").write_text("5", "ascii")
    return _status("VmRSS")


def _peak() -> int:
    return _status("VmHWM")


def _status(name: str) -> int:
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) * 1024
    raise ValueError(f"the system tells no {name}")


def exponent(half: float, whole: float, noise: float) -> float | None:
    """Return the exponent of what doubled from `half` to `whole`; None where there is too little to measure."""
    return math.log2(whole / half) if whole > noise and half > noise / 8 else None


def measured(bench: Bench, base: Cost, shape: Shape, greatest: int) -> tuple[str, bool]:
    """Return the line of a shape, and whether it keeps within the bars; what misses one is measured again."""
    line, kept = _measured_once(bench, base, shape, greatest)
    for _ in range(AGAIN):
        if kept:
            break
        line, kept = _measured_once(bench, base, shape, greatest)
    return line, kept


def _measured_once(bench: Bench, base: Cost, shape: Shape, greatest: int) -> tuple[str, bool]:
    costs = [bench.cost(grown(shape, greatest // step)) for step in STEPS]
    _, quarter, half, whole = costs
    label = f"{shape.name[:42]:42} {greatest:8,}"
    if quarter is None or half is None or whole is None:
        told = " ".join(f"{cost.seconds:7.2f}" if cost else f"   >{PATIENCE:3.0f}" for cost in costs)
        return f"{label} {told}  given up", False
    times = " ".join(f"{cost.seconds:7.2f}" if cost else "      ?" for cost in costs)
    stages = " ".join(f"{seconds:6.2f}" for seconds in whole[:4])
    of_time = exponent(half.seconds - base.seconds, whole.seconds - base.seconds, NOISE_SECONDS)
    # Of the growth alone: how much a process has free at its beginning is hidden from what it is seen to take.
    of_memory = exponent(half.memory - quarter.memory, whole.memory - half.memory, NOISE_BYTES)
    of_html = exponent(half.html - base.html, whole.html - base.html, NOISE_HTML)
    exponents = " ".join(f"{one:5.2f}" if one is not None else "    -" for one in (of_time, of_memory, of_html))
    kept = whole.seconds <= BAR_SECONDS and all(
        one is None or one <= BAR_EXPONENT for one in (of_time, of_memory, of_html)
    )
    sizes = f"{whole.memory / 1e6:6.0f} {whole.html / 1e6:7.2f} {whole.findings:8,}"
    marks = ("" if whole.is_readable else "  unreadable") + ("" if kept else "  MISSED")
    return f"{label} {times}  {stages}  {exponents}  {sizes}{marks}", kept


def _tell(line: str) -> None:
    print(line, flush=True)  # noqa: T201  # its purpose


def main(words: list[str]) -> int:
    """Print the table; return 1 where a bar is missed."""
    bench = Bench()
    base = bench.cost(blameless())
    if base is None:
        sys.exit("the blameless plan takes too long")
    chosen = [shape for shape in SHAPES if not words or any(one in shape.name for one in words)]
    missed = 0
    for title, sizes in (
        ("Up to what an LAO may have", [shape.most for shape in chosen]),
        ("Up to what files can hold", [shape.far for shape in chosen]),
    ):
        _tell(f"{title} (seconds; x8 by stage; exponents of time, memory, bytes; MB, MB of pages, findings)")
        _tell(HEAD)
        for shape, greatest in zip(chosen, sizes, strict=True):
            line, kept = measured(bench, base, shape, greatest)
            _tell(line)
            missed += not kept
    told = f"missed by {missed}" if missed else "met"
    _tell(f"bars: exponent {BAR_EXPONENT}, {BAR_SECONDS:.0f} s an LAO: {told}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
