"""Prints a table of field fates by source: `python -m tests.intake.fidelity`.

Rows are office documents in every format that this machine can make; columns are parts of the plan. Each cell counts
the fields that are exact, equal in value, reported and silent.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator

from generator.errors import UsageError
from generator.intake.converting import converted, office_program
from generator.intake.plan_content import PlanContent
from generator.intake.reviewing import Review, review_documents
from generator.reading.content_tree import DiskTree
from generator.thai.years import Cycle
from tests.building_blocks import PUBLISHED
from tests.intake.comparing import FATES, PARTS, fates_of
from tests.intake.four_offices import EXCEL_FILES, OFFICES, word_file
from tests.intake.some_books import real_content, without_ticks

TARGET = ("5440502", Cycle.parse("2567-2569"))
WORD_ENDINGS = ("docx", "doc", "odt", "pdf")
EXCEL_ENDINGS = ("xlsx", "xls", "ods")


def source(name: str, content: PlanContent) -> bytes:
    """Return a document by name: `office.doc`, `neat.xls`."""
    office, _, ending = name.rpartition(".")
    made = "xlsx" if ending in EXCEL_ENDINGS else "docx"
    raw = EXCEL_FILES[office](content) if made == "xlsx" else word_file(content, office)
    return raw if ending == made else converted(f"{office}.{made}", raw, made, ending)


def review_of(name: str, raw: bytes) -> Review:
    """Return the review of a document."""
    return review_documents([(name, raw)], DiskTree(PUBLISHED), TARGET, {})


def names() -> Iterator[str]:
    """Yield the names of all documents that this machine can make."""
    is_there = office_program() is not None
    for office in OFFICES:
        yield from (f"{office}.{ending}" for ending in (WORD_ENDINGS if is_there else WORD_ENDINGS[:1]))
    for office in EXCEL_FILES:
        yield from (f"{office}.{ending}" for ending in (EXCEL_ENDINGS if is_there else EXCEL_ENDINGS[:1]))


def _line(name: str, content: PlanContent) -> str:
    raw = source(name, content)
    start = time.perf_counter()
    review = review_of(name, raw)
    seconds = time.perf_counter() - start
    found = {part: fates_of(part, review, content) for part in PARTS}
    total: Counter[str] = sum(found.values(), Counter())
    cells = [" ".join(f"{counted[fate]:4}" for fate in FATES) for counted in (*found.values(), total)]
    return f"{name:12} | {' | '.join(cells)} | {seconds:5.1f}"


def main() -> None:
    """Print the table."""
    content = without_ticks(real_content())
    heads = " | ".join(f"{part:19}" for part in (*PARTS, "all"))
    sys.stdout.write(
        f"{'':12} | {heads} | seconds\n{'':12} | " + " | ".join([" exa  equ  tol  sil"] * (len(PARTS) + 1)) + " |\n"
    )
    for name in names():
        try:
            line = _line(name, content)
        except UsageError as error:
            line = f"{name:12} | {error}"
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
