"""A small nation for build tests: real plans, one with errors, a draft, one unreadable, one LAO with two cycles."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from generator.building.build import build
from generator.building.build_report import BuildReport
from generator.building.cache import Cache
from generator.building.outputs.kinds import ALL, Output
from generator.building.workers import Crew, Processes
from generator.engine.mkdocs_engine import MkDocsEngine
from generator.settings import Settings
from tests.building_blocks import CYCLE, PLAN, PUBLISHED, make_lao, make_site

TODAY = datetime.date(2024, 6, 1)
OUTPUTS = tuple(output for output in ALL if output.name != "pdf")
"""Without PDFs, which take longer than everything else together; tests/exports/test_plan_pdf.py tests them."""
CODES = ("5999901", "5999902", "5999903", "5999904", "5999905")
SCAN = b"%PDF-1.7 signed plan"
SCANNED = "  - {id: signed, kind: แผน, title: แผนฉบับลงนาม, file: แผน ลงนาม.pdf, reviewed_for_personal_data: true}\n"
"""A document published with its plan."""


class Nation:
    """Content in a folder, with its builds."""

    def __init__(self, folder: Path) -> None:
        """Write the content."""
        self.folder = folder
        self.content = make_site(folder)
        self.settings = Settings(content=self.content, today=TODAY)
        for page in (self.content / "pages" / "about" / "publishing").glob("*.md"):
            page.write_text("# ส่วนหนึ่งของคู่มือ\n", "utf-8")  # the handbook's long tables take as long as the LAOs
        for plan in (PUBLISHED / "plans").iterdir():
            shutil.copytree(plan, self.content / "plans" / plan.name)
        make_lao(self.content, CODES[0])
        make_lao(self.content, CODES[1], "bok-phrong", plan=PLAN + SCANNED, projects=("๑๐,๐๐๐", "ประมาณหมื่นบาท"))
        (self.lao(CODES[1]) / CYCLE / "documents").mkdir()
        (self.lao(CODES[1]) / CYCLE / "documents" / "แผน ลงนาม.pdf").write_bytes(SCAN)
        make_lao(self.content, CODES[2], "rang", plan=("state: announced", "state: draft"), results=None)
        make_lao(self.content, CODES[3], "phang", lao="name: [")
        two = make_lao(self.content, CODES[4], "song-rop")
        shutil.copytree(two / "2567-2569", two / "2564-2566")

    @classmethod
    def at(cls, folder: Path) -> Nation:
        """Return the nation that an earlier one wrote into a folder."""
        found = object.__new__(cls)
        found.folder, found.content = folder, folder / "content"
        found.settings = Settings(content=found.content, today=TODAY)
        return found

    def lao(self, code: str = CODES[0]) -> Path:
        """Return the folder of an LAO."""
        return next((self.content / "plans").glob(f"{code}-*"))

    def copied_to(self, folder: Path) -> Nation:
        """Return a copy with its own content, site and cache, keeping file times."""
        shutil.copytree(self.folder, folder, copy_function=shutil.copy2)
        return Nation.at(folder)

    def build(
        self,
        out: str = "site",
        *,
        cache: str | None = "cache",
        jobs: int = 1,
        today: datetime.date = TODAY,
        outputs: tuple[Output, ...] = OUTPUTS,
        crew: Callable[[int], Crew] | None = None,
        when_placed: Callable[[], None] | None = None,
    ) -> BuildReport:
        """Build into a folder beside the content, without a cache unless one is named; return the report.

        `jobs` above 1 starts that many workers, even for these few LAOs.
        """
        if jobs > 1 and crew is None:
            crew = lambda _: Processes(jobs)  # noqa: E731
        return build(
            replace(self.settings, today=today),
            self.folder / "mkdocs.yml",
            self.folder / out,
            engine=MkDocsEngine(),
            cache=Cache(str(self.folder / (cache or "nowhere")), is_kept=cache is not None),
            jobs=jobs,
            outputs=outputs,
            crew=crew,
            when_placed=when_placed,
        )

    def site(self, out: str = "site") -> dict[str, bytes]:
        """Return every file of a site by path."""
        return files_of(self.folder / out)


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by path."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }


def difference(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Return the paths in which two sites differ."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))
