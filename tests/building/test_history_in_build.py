"""Versions of plans in a build: a commit causes a rebuild of the LAO that it touched only."""

from __future__ import annotations

import datetime
import json
import shutil
from pathlib import Path

import pytest

from generator.building.build import build
from generator.building.build_report import BuildReport
from generator.building.cache import Cache
from generator.engine.mkdocs_engine import MkDocsEngine
from generator.settings import Settings
from tests.building_blocks import make_lao, make_site
from tests.history.repositories import (
    CODE,
    CYCLE,
    MUNICIPALITY,
    Version,
    add_versions,
    git,
    make_repository,
    read_versions,
)

TODAY = datetime.date(2025, 12, 1)
HISTORY = f"lao/{CODE}/{CYCLE}/history"


class Site:
    """Content in a repository, with its builds."""

    def __init__(self, folder: Path, versions: int) -> None:
        self.folder = folder
        self.content = make_site(folder)
        make_lao(self.content, "5999901")
        rest = {
            path.relative_to(self.content).as_posix(): path.read_bytes()
            for path in self.content.rglob("*")
            if path.is_file()
        }
        self.all = read_versions(MUNICIPALITY)
        make_repository(self.content, [Version("เนื้อหาอื่น\n", rest), *self.all[:versions]])

    def build(self) -> BuildReport:
        return build(
            Settings(content=self.content, today=TODAY),
            self.folder / "mkdocs.yml",
            self.folder / "site",
            engine=MkDocsEngine(),
            cache=Cache(str(self.folder / "cache")),
            jobs=1,
        )

    def read(self, path: str) -> str:
        return (self.folder / "site" / path).read_text("utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path, 8)


def test_every_version_is_in_page_list_json_and_feed(site: Site) -> None:
    site.build()
    record = json.loads(site.read(f"{HISTORY}/revisions.json"))
    assert [one["number"] for one in record["revisions"]] == list(range(1, 9))
    assert "ไม่ใช่ข้อมูลปัจจุบัน" in site.read(f"{HISTORY}/4/index.html")
    assert "ไม่ใช่ข้อมูลปัจจุบัน" not in site.read(f"{HISTORY}/8/index.html")
    assert f"{HISTORY}/8/" in site.read(f"lao/{CODE}/feed.xml")
    assert f"{HISTORY.removeprefix('/')}/8/" in site.read("changes/feed.xml")


def test_a_new_commit_rebuilds_only_the_lao_it_touched(site: Site) -> None:
    assert site.build().made == 2
    assert site.build().made == 0
    add_versions(site.content, site.all[8:9])
    assert site.build().made == 1
    assert (site.folder / "site" / HISTORY / "9" / "index.html").is_file()
    assert "CHANGE-004" in site.read(f"lao/{CODE}/{CYCLE}/index.html")


def test_a_commit_without_changes_adds_no_version(site: Site) -> None:
    site.build()
    git(
        site.content,
        "-c",
        "user.name=x",
        "-c",
        "user.email=x@e.invalid",
        "commit",
        "--quiet",
        "--allow-empty",
        "-m",
        "ว่าง",
    )
    assert site.build().made == 0


def test_without_git_the_page_says_so_and_the_build_continues(site: Site) -> None:
    shutil.rmtree(site.content / ".git")
    assert not site.build().failed
    assert "ไม่มีประวัติของข้อมูลชุดนี้" in site.read(f"{HISTORY}/index.html")
    assert not (site.folder / "site" / HISTORY / "1").exists()


def test_uncommitted_changes_are_stated_on_the_page(site: Site) -> None:
    file = site.content / "plans" / f"{CODE}-sommut-rom-yen" / CYCLE / "projects.yml"
    file.write_text(file.read_text("utf-8").replace("budget: ", "budget: ๑", 1), "utf-8")
    site.build()
    assert "ยังไม่ได้บันทึก (commit)" in site.read(f"{HISTORY}/index.html")


def test_the_page_footer_names_the_last_commit_of_the_plan(site: Site) -> None:
    last = git(site.content, "rev-parse", "HEAD")
    add_versions(site.content, [Version("ไฟล์อื่น\n", {"plans/5999901-tua-yang/note.txt": "ก"})])
    site.build()
    foot = site.read(f"lao/{CODE}/{CYCLE}/projects/index.html").partition('<aside class="provenance"')[2]
    assert f"<code>{last}</code>" in foot
    assert 'history/8/">รุ่นที่ 8 เผยแพร่ ' in foot


def test_a_page_of_uncommitted_data_names_no_commit(site: Site) -> None:
    file = site.content / "plans" / f"{CODE}-sommut-rom-yen" / CYCLE / "projects.yml"
    file.write_text(file.read_text("utf-8").replace("budget: ", "budget: ๑", 1), "utf-8")
    site.build()
    assert "รหัสรุ่น" not in site.read(f"lao/{CODE}/{CYCLE}/projects/index.html").partition("<aside")[2]
