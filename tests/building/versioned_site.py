"""A site whose content is a git repository: one plan with several versions, and an LAO without any."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

from generator.building.build import build
from generator.building.build_report import BuildReport
from generator.building.cache import Cache
from generator.engine.mkdocs_engine import MkDocsEngine
from generator.settings import Settings
from tests.building_blocks import make_lao, make_site
from tests.history.repositories import CODE, CYCLE, MUNICIPALITY, Version, make_repository, read_versions

TODAY = datetime.date(2025, 12, 1)
HISTORY = f"lao/{CODE}/{CYCLE}/history"


class VersionedSite:
    """Content in a repository, with its builds."""

    def __init__(self, folder: Path, versions: int) -> None:
        """Write the content, and commit that many versions of the plan."""
        self.folder, self.content = folder, make_site(folder)
        self.all = read_versions(MUNICIPALITY)
        make_lao(self.content, "5999901")
        rest = {
            path.relative_to(self.content).as_posix(): path.read_bytes()
            for path in self.content.rglob("*")
            if path.is_file()
        }
        make_repository(self.content, [Version("เนื้อหาอื่น\n", rest), *self.all[:versions]])

    @classmethod
    def copied(cls, original: Path, folder: Path) -> VersionedSite:
        """Return a copy of a site with its repository, results and cache, keeping file times."""
        shutil.copytree(original, folder, copy_function=shutil.copy2)
        found = object.__new__(cls)
        found.folder, found.content, found.all = folder, folder / "content", read_versions(MUNICIPALITY)
        return found

    def build(self) -> BuildReport:
        """Build into `site`."""
        return build(
            Settings(content=self.content, today=TODAY),
            self.folder / "mkdocs.yml",
            self.folder / "site",
            engine=MkDocsEngine(),
            cache=Cache(str(self.folder / "cache")),
            jobs=1,
        )

    def read(self, path: str) -> str:
        """Return a file of the built site."""
        return (self.folder / "site" / path).read_text("utf-8")
