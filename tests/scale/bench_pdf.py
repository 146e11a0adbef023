"""Measures the PDF of a plan: processor seconds for a typical plan and for a large one.

    python -m tests.scale.bench_pdf

Figures mean something only while nothing else is running. Each plan is set once to load fonts and layout, then with
other words, because Typst keeps what it has set. Bars: 0.3 s for 22 projects and 30 positions, 1 s for 60 and 120.
"""

from __future__ import annotations

import sys
from time import process_time

from generator.exports.pdf_frame import PrintedPlan
from generator.exports.plan_pdf import plan_document
from generator.exports.typesetting import set_pdf
from generator.views.plan_context import PlanContext
from tests.views.one_plan import one_plan, project, row

_ROUNDS = 3
SIZES = ((22, 30, 0.3), (60, 120, 1.0))
"""Projects, positions and the bar in seconds."""


def plan_of(projects: int, positions: int, word: str) -> PlanContext:
    """Return a plan of a size; `word` makes its texts differ from the previous plan's."""
    said = f"การพัฒนาบุคลากรให้มีความรู้ความสามารถตามสมรรถนะที่จำเป็น{word}"
    return one_plan(
        projects=[project(id=f"s1t1-{n}", name=f"{n} {said}", indicator=f"ร้อยละ {n} {said}") for n in range(projects)],
        idp={
            "rows": [
                row(id=f"idp-{n}", position=f"ตำแหน่งที่ {n} {word}", skills=[{"number": "๑", "text": f"{n} {said}"}])
                for n in range(positions)
            ]
        },
    )


def seconds(projects: int, positions: int, word: str) -> float:
    """Return the processor time of one plan, including its tables."""
    context = plan_of(projects, positions, word)
    start = process_time()
    set_pdf(plan_document(PrintedPlan(context, "0" * 64)))
    return process_time() - start


def main() -> None:
    """Print the minimum of several rounds for each size."""
    seconds(1, 1, "")
    for projects, positions, bar in SIZES:
        least = min(seconds(projects, positions, f"รอบ{round_}") for round_ in range(_ROUNDS))
        sys.stdout.write(f"{projects} projects, {positions} positions: {least:.2f} s (bar {bar} s)\n")


if __name__ == "__main__":
    main()
