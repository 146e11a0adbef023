"""Versions of plans in a build: a commit causes a rebuild of the LAO that it touched only."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.building.versioned_site import HISTORY, VersionedSite
from tests.history.repositories import CODE, CYCLE, Version, add_versions, git


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> VersionedSite:
    """Return a built site with eight versions; tests do not change it."""
    site = VersionedSite(tmp_path_factory.mktemp("versions"), 8)
    assert site.build().made == 2
    return site


@pytest.fixture
def site(built: VersionedSite, tmp_path: Path) -> VersionedSite:
    return VersionedSite.copied(built.folder, tmp_path / "site")


def test_every_version_is_in_page_list_json_and_feed(built: VersionedSite) -> None:
    record = json.loads(built.read(f"{HISTORY}/revisions.json"))
    assert [one["number"] for one in record["revisions"]] == list(range(1, 9))
    assert "ไม่ใช่ข้อมูลปัจจุบัน" in built.read(f"{HISTORY}/4/index.html")
    assert "ไม่ใช่ข้อมูลปัจจุบัน" not in built.read(f"{HISTORY}/8/index.html")
    assert f"{HISTORY}/8/" in built.read(f"lao/{CODE}/feed.xml")
    assert f"{HISTORY.removeprefix('/')}/8/" in built.read("changes/feed.xml")


def test_a_new_commit_rebuilds_only_the_lao_it_touched(site: VersionedSite) -> None:
    assert site.build().made == 0
    add_versions(site.content, site.all[8:9])
    assert site.build().made == 1
    assert (site.folder / "site" / HISTORY / "9" / "index.html").is_file()
    assert "CHANGE-004" in site.read(f"lao/{CODE}/{CYCLE}/index.html")


def test_a_commit_without_changes_adds_no_version(site: VersionedSite) -> None:
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


def test_without_git_the_page_says_so_and_the_build_continues(site: VersionedSite) -> None:
    shutil.rmtree(site.content / ".git")
    assert not site.build().failed
    assert "ไม่มีประวัติของข้อมูลชุดนี้" in site.read(f"{HISTORY}/index.html")
    assert not (site.folder / "site" / HISTORY / "1").exists()


def test_uncommitted_changes_are_stated_on_the_page(site: VersionedSite) -> None:
    file = site.content / "plans" / f"{CODE}-sommut-rom-yen" / CYCLE / "projects.yml"
    file.write_text(file.read_text("utf-8").replace("budget: ", "budget: ๑", 1), "utf-8")
    site.build()
    assert "ยังไม่ได้บันทึก (commit)" in site.read(f"{HISTORY}/index.html")


def test_the_page_footer_names_the_last_commit_of_the_plan(site: VersionedSite) -> None:
    last = git(site.content, "rev-parse", "HEAD")
    add_versions(site.content, [Version("ไฟล์อื่น\n", {"plans/5999901-tua-yang/note.txt": "ก"})])
    site.build()
    foot = site.read(f"lao/{CODE}/{CYCLE}/projects/index.html").partition('<aside class="provenance"')[2]
    assert f"<code>{last}</code>" in foot
    assert 'history/8/">รุ่นที่ 8 เผยแพร่ ' in foot


def test_a_page_of_uncommitted_data_names_no_commit(site: VersionedSite) -> None:
    file = site.content / "plans" / f"{CODE}-sommut-rom-yen" / CYCLE / "projects.yml"
    file.write_text(file.read_text("utf-8").replace("budget: ", "budget: ๑", 1), "utf-8")
    site.build()
    assert "รหัสรุ่น" not in site.read(f"lao/{CODE}/{CYCLE}/projects/index.html").partition("<aside")[2]
