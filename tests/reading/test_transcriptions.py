"""Transcribed documents of other offices: nothing is rejected, every printed cell is on the projects page."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from generator.checks.runner import check_lao
from generator.findings import Finding, Severity
from generator.model.money import BudgetState, MoneyCell
from generator.model.plan import PlanFolder
from generator.model.project import Project, ProjectTable
from generator.model.roles import walk_texts
from generator.pages.lao_pages import LaoPages
from generator.reading.lao_reader import ReadLao
from generator.thai.numerals import to_arabic
from tests.checks.case import BLAMELESS, CODE, FOLDER, PLAN, TODAY, reference
from tests.on_disk import read_on_disk
from tests.shown import folded, words_of
from tests.views.test_nothing_is_lost import written

HERE = Path(__file__).parent / "transcriptions"
PRINTED = {
    "money-by-year": {"interpreted": 10, "words": 4},
    "grant-letter": {"interpreted": 6, "words": 2},
    "months-and-ticks": {"interpreted": 8, "words": 1},
}
"""Printed cells of money and time: numbers of those interpreted and those kept as words."""


@dataclass(frozen=True)
class Entered:
    """A transcription in place of the valid plan's projects."""

    data: Any
    read: ReadLao
    found: tuple[Finding, ...]
    projects: tuple[Project, ...]


@pytest.fixture(params=sorted(PRINTED))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def entered(name: str, tmp_path: Path) -> Entered:
    folder = tmp_path / "plans" / FOLDER
    shutil.copytree(BLAMELESS, folder)
    shutil.rmtree(folder / PLAN / "results")
    text = (HERE / f"{name}.yml").read_text("utf-8")
    (folder / PLAN / "projects.yml").write_text(text, "utf-8")
    known = reference(TODAY)
    read = read_on_disk(CODE, folder, tmp_path, frozenset(known.entries))
    (plan,) = read.lao_folder.plans
    assert isinstance(plan, PlanFolder) and plan.projects
    return Entered(written(text), read, (*read.lao_folder.findings, *check_lao(read, known)), plan.projects.projects)


def money_kind(cell: MoneyCell) -> str:
    if cell.state is BudgetState.NOT_STATED:
        return "empty"
    return "words" if cell.state in (BudgetState.UNREAD, BudgetState.UNIT) else "interpreted"


def kinds(project: Project) -> Iterator[str]:
    """Yield how each printed cell of a project's money and time was interpreted."""
    yield from map(money_kind, project.budget.cells)
    unread = {(heading, text) for heading, text, _ in project.periods.unread()}
    if project.periods.printed:
        yield "words" if project.periods.doubt else "interpreted"
    else:
        for cell in project.periods.columns:
            yield "words" if (cell.heading.printed, cell.printed) in unread else "interpreted"


def test_transcribed_documents_give_no_error(entered: Entered) -> None:
    assert [one for one in entered.found if one.severity is Severity.ERROR] == []


def test_the_transcription_is_the_whole_table(entered: Entered) -> None:
    assert [project.id for project in entered.projects] == [one["id"] for one in entered.data["projects"]]


def test_cells_are_interpreted_or_kept_as_words(entered: Entered, name: str) -> None:
    count = Counter(kind for project in entered.projects for kind in kinds(project))
    count.pop("empty", None)
    assert dict(count) == PRINTED[name]


def test_every_printed_text_is_on_the_projects_page(entered: Entered) -> None:
    pages = LaoPages("thai", TODAY).pages(entered.read, ())
    (page,) = (words_of(page) for page in pages if page.address.endswith("/projects/"))
    ours = ("id", "strategy", "tactic", "departments", "amount", "basis")
    texts = [
        (path, text)
        for path, text, _ in walk_texts(entered.data, ProjectTable)
        if not {*ours} & {part for part in path if isinstance(part, str)}
    ]
    assert len(texts) > 15
    missing = [(path, text) for path, text in texts if folded(text.strip()) not in page and not is_plain(text, page)]
    assert missing == []


def is_plain(text: str, page: str) -> bool:
    """Return whether a page shows the amount of a text, without marks and in the site's digits."""
    plain = text.removesuffix(".-").strip()
    return bool(plain) and (plain in page or to_arabic(plain) in to_arabic(page))
