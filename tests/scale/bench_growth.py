"""Measures how the cost of one LAO grows with each field and file.

Every shape of `shapes.py` is measured at an eighth, a quarter, a half and all of what an LAO may have, and the same way
up to what a file can hold, where all that is left to do is to say so. Reading, rules, pages and full text are timed
apart, in seconds of the processor, in a separate process per size. A second process per size counts the memory that
Python allocates, because the resident size of a forked process also counts the pages it copies from its parent. The
exponent is that of the steepest step from one size to the next, without the cost of the blameless plan. It is
judged where the cost is above the noise. Run by `make bench`; `python -m tests.scale.bench_growth WORD ...`
measures the shapes whose names hold one of the words.
"""

from __future__ import annotations

import datetime
import gc
import itertools
import math
import multiprocessing
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from generator.building.collector import collect_rarely
from generator.checks.items import CheckBasis
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
"""Seconds above the cost of the blameless plan; below this, an exponent means nothing."""
NOISE_BYTES = 10_000_000
NOISE_HTML = 200_000
HEAD = f"{'':42} {'size':>8} {'x1':>7} {'x2':>7} {'x4':>7} {'x8':>7}    read  rules  pages   text   time   mem  html"
AGAIN = 2
"""Number of repetitions of a missed bar, because the machine may be busy."""
PATIENCE = 150.0
"""Wall-clock seconds after which a size is skipped."""


class Cost(NamedTuple):
    """The cost of one LAO."""

    reading: float
    rules: float
    pages: float
    text: float
    html: int
    """Bytes of all its pages and files of the full text."""
    findings: int
    is_readable: bool

    @property
    def seconds(self) -> float:
        """All of the time."""
        return self.reading + self.rules + self.pages + self.text


class Growth(NamedTuple):
    """The costs of one shape at every size of STEPS; None for a skipped size."""

    costs: tuple[Cost | None, ...]
    memory: tuple[int, ...]
    """Bytes that Python had allocated at the worst, of the last two sizes."""


Measured = TypeVar("Measured")


class Bench:
    """State shared by all measurements: frameworks and compiled templates."""

    def __init__(self) -> None:
        """Read the frameworks and process one LAO."""
        self.frameworks = read_frameworks(DiskTree(ROOT / "content"))
        self.reference = CheckBasis(self.frameworks.documents, TODAY)
        collect_rarely()
        load_dictionary()  # half a second, once per process
        for shape in SHAPES:
            self.cost_here(grown(shape, 2))
        gc.freeze()

    def cost_here(self, lao: Grown) -> Cost:
        """Measure an LAO in this process."""
        with tempfile.TemporaryDirectory() as folder:
            plans = Path(folder, "plans")
            written = lao.write(plans)
            started = time.process_time()
            read = read_on_disk(CODE, written, Path(folder), self.frameworks.entry_ids())
            reading = time.process_time()
            found = (*read.lao_folder.findings, *check_lao(read, self.reference))
            rules = time.process_time()
            summarise_lao(read, TODAY, found)
            html = 0
            for page in LaoPages("arabic", TODAY).pages(read, found):
                html += len(html_of(page).encode())
            pages = time.process_time()
            sections = tuple(lao_sections(read.lao_folder, entry_names(self.frameworks))) if read.lao_folder.lao else ()
            searched = SearchedLao(CODE, "ตัวอย่าง", "เทศบาลตำบล", "มหาสารคาม", sections)
            html += sum(len(content) for _, content in bundle_files("all", [searched]))
            text = time.process_time()
        times = (reading - started, rules - reading, pages - rules, text - pages)
        readable = read.lao_folder.lao is not None and all(isinstance(one, PlanFolder) for one in read.lao_folder.plans)
        return Cost(*times, html, len(found), readable)

    def memory_here(self, lao: Grown) -> int:
        """Measure the bytes that Python allocates for an LAO, at the worst, in this process."""
        tracemalloc.start()
        self.cost_here(lao)
        return tracemalloc.get_traced_memory()[1]

    def cost(self, lao: Grown) -> Cost | None:
        """Measure the time of an LAO in a separate process; None where it takes longer than PATIENCE."""
        return _forked(self.cost_here, lao)

    def memory(self, lao: Grown) -> int:
        """Measure the memory of an LAO in a separate process; 0 where it takes longer than PATIENCE."""
        return _forked(self.memory_here, lao) or 0

    def growth(self, shape: Shape, greatest: int) -> Growth:
        """Measure a shape at every size of STEPS."""
        laos = [grown(shape, greatest // step) for step in STEPS]
        return Growth(tuple(self.cost(lao) for lao in laos), tuple(self.memory(lao) for lao in laos[-2:]))


def _forked(measure: Callable[[Grown], Measured], lao: Grown) -> Measured | None:
    ours, theirs = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=lambda: theirs.send(measure(lao)))
    process.start()
    theirs.close()
    answer: Measured | None = ours.recv() if ours.poll(PATIENCE) else None
    process.kill()
    process.join()
    return answer


def steepest(costs: Sequence[float], noise: float, sizes: Sequence[int] = (1, 2, 4, 8)) -> float | None:
    """Return the greatest exponent between neighbours in `costs`; None where no cost is above the noise.

    `sizes` may be a little more than twice each other: an eighth of 39 is 4, a quarter 9.
    """
    measured = itertools.pairwise(zip(costs, sizes[len(sizes) - len(costs) :], strict=True))
    found = [
        math.log(more / less) / math.log(large / small)
        for (less, small), (more, large) in measured
        if more > noise and less > noise / 8
    ]
    return max(found, default=None)


def measured(bench: Bench, base: Growth, shape: Shape, greatest: int) -> tuple[str, bool]:
    """Return the line of a shape, and whether it keeps within the bars; a miss is measured again."""
    line, kept = _measured_once(bench, base, shape, greatest)
    for _ in range(AGAIN):
        if kept:
            break
        line, kept = _measured_once(bench, base, shape, greatest)
    return line, kept


def _measured_once(bench: Bench, base: Growth, shape: Shape, greatest: int) -> tuple[str, bool]:
    grew = bench.growth(shape, greatest)
    (least,) = [cost for cost in base.costs if cost]
    costs = [cost for cost in grew.costs if cost]
    label = f"{shape.name[:42]:42} {greatest:8,}"
    if len(costs) < len(STEPS):
        shown = " ".join(f"{cost.seconds:7.2f}" if cost else f"   >{PATIENCE:3.0f}" for cost in grew.costs)
        return f"{label} {shown}  given up", False
    whole = costs[-1]
    times = " ".join(f"{cost.seconds:7.2f}" for cost in costs)
    stages = " ".join(f"{seconds:6.2f}" for seconds in whole[:4])
    memory = [one - base.memory[-1] for one in grew.memory]
    sizes = [greatest // step for step in STEPS]
    judged = (
        steepest([cost.seconds - least.seconds for cost in costs], NOISE_SECONDS, sizes),
        steepest(memory, NOISE_BYTES, sizes),
        steepest([cost.html - least.html for cost in costs], NOISE_HTML, sizes),
    )
    exponents = " ".join(f"{one:5.2f}" if one is not None else "    -" for one in judged)
    slowest = max(cost.seconds for cost in costs)
    kept = slowest <= BAR_SECONDS and all(one is None or one <= BAR_EXPONENT for one in judged)
    extent = f"{grew.memory[-1] / 1e6:6.0f} {whole.html / 1e6:7.2f} {whole.findings:8,}"
    marks = ("" if whole.is_readable else "  unreadable") + ("" if kept else "  MISSED")
    return f"{label} {times}  {stages}  {exponents}  {extent}{marks}", kept


def _tell(line: str) -> None:
    print(line, flush=True)  # noqa: T201  # its purpose


def main(words: list[str]) -> int:
    """Print the table; return 1 if a bar is missed."""
    bench = Bench()
    base = Growth((bench.cost(blameless()),), (bench.memory(blameless()),))
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
    verdict = f"missed by {missed}" if missed else "met"
    _tell(f"bars: exponent {BAR_EXPONENT}, {BAR_SECONDS:.0f} s per LAO: {verdict}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
