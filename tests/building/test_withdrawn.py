"""After a commit deletes a plan or an LAO, its addresses stay and state what was there and when it was deleted."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from generator.engine.batch import build_site
from generator.settings import Settings
from tests.building.nation import difference, files_of
from tests.building.versioned_site import TODAY, VersionedSite
from tests.history.repositories import CODE, CYCLE, FOLDER, Version, add_versions

REASON = "ถอนแผนเพราะเผยแพร่ผิดรอบ"
OTHER = "5999901"
PLAN = f"lao/{CODE}/{CYCLE}"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> VersionedSite:
    """Return a built site with four versions of a plan; tests do not change it."""
    site = VersionedSite(tmp_path_factory.mktemp("versions"), 4)
    site.build()
    return site


@pytest.fixture
def site(built: VersionedSite, tmp_path: Path) -> VersionedSite:
    return VersionedSite.copied(built.folder, tmp_path / "site")


def take_out(site: VersionedSite, folder: str, message: str = REASON) -> None:
    gone = site.content / folder
    files = tuple(path.relative_to(site.content).as_posix() for path in gone.rglob("*") if path.is_file())
    add_versions(site.content, [Version(message, {}, files)])
    shutil.rmtree(gone, ignore_errors=True)


def pages(site: VersionedSite, folder: str) -> set[str]:
    built = site.folder / "site"
    return {file.relative_to(built).as_posix() for file in (built / folder).rglob("index.html")}


SEARCHED = {f"text/lao/{code}.json" for code in (CODE, OTHER)}
"""What the search reads of an LAO: no address of the site."""
NO_LONGER_OFFERED = re.compile(
    rf"lao/({CODE}|{OTHER})/{CYCLE}/(data|documents)/[^/]+|lao/({CODE}|{OTHER})/(figures|manifest)\.json|province/[a-z-]+/spreads\.json"
)
"""Files that cannot say that they are withdrawn; `withdrawn.json` lists them for web servers."""


@pytest.mark.parametrize("folders", [[f"{FOLDER}/{CYCLE}"], [FOLDER], [FOLDER, f"plans/{OTHER}-tua-yang"]])
def test_every_address_of_the_site_still_answers_or_is_listed_as_withdrawn(
    site: VersionedSite, folders: list[str]
) -> None:
    before = set(files_of(site.folder / "site"))
    for folder in folders:
        take_out(site, folder)
    (site.content / "plans").mkdir(exist_ok=True)
    site.build()
    gone = before - set(files_of(site.folder / "site"))
    exceptions = {path for path in gone if NO_LONGER_OFFERED.fullmatch(path)}
    assert gone - exceptions - SEARCHED == set(), "keep it, or list it in exports/withdrawn_files.py and here"
    notices = (json.loads(file.read_text("ascii")) for file in (site.folder / "site").rglob("withdrawn.json"))
    listed = [place for notice in notices for place in notice["no_longer_offered"]]
    assert [path for path in exceptions if not any(f"/{path}".startswith(place) for place in listed)] == []


def test_the_versions_of_a_withdrawn_plan_stay(site: VersionedSite) -> None:
    before = json.loads(site.read(f"{PLAN}/history/revisions.json"))["revisions"]
    take_out(site, FOLDER)
    site.build()
    *versions, removal = json.loads(site.read(f"{PLAN}/history/revisions.json"))["revisions"]
    assert versions == before
    assert (removal["number"], removal["state"]) == (5, "removed")
    assert f"{PLAN}/history/5/" in site.read(f"lao/{CODE}/feed.xml")
    html = site.read(f"{PLAN}/history/2/index.html")
    assert versions[-1]["commit"] in html
    assert 'href="../revisions.json"' in html


def test_every_page_of_a_withdrawn_plan_states_its_former_content(site: VersionedSite) -> None:
    before = pages(site, PLAN)
    take_out(site, f"{FOLDER}/{CYCLE}")
    site.build()
    assert before - pages(site, PLAN) == set()
    html = site.read(f"{PLAN}/projects/index.html")
    assert "แผนนี้ถูกนำออกจากเว็บไซต์แล้ว" in html
    assert REASON in html
    assert "4\u00a0รุ่น" in html
    assert '<meta name="robots" content="noindex">' in html


def test_the_page_of_the_lao_lists_a_withdrawn_plan(site: VersionedSite) -> None:
    assert "แผนที่นำออกจากเว็บไซต์แล้ว" not in site.read(f"lao/{CODE}/index.html")
    take_out(site, f"{FOLDER}/{CYCLE}")
    site.build()
    html = site.read(f"lao/{CODE}/index.html")
    assert "แผนที่นำออกจากเว็บไซต์แล้ว" in html
    assert f'<a href="{CYCLE}/">แผนรอบ {CYCLE}</a> เคยเผยแพร่ 4\u00a0รุ่น นำออกเมื่อ' in html


def test_every_page_of_a_withdrawn_lao_states_its_former_content(site: VersionedSite) -> None:
    take_out(site, FOLDER)
    site.build()
    assert "ข้อมูลของ อปท. นี้ถูกนำออกจากเว็บไซต์แล้ว" in site.read(f"lao/{CODE}/index.html")
    assert "แผนนี้ถูกนำออกจากเว็บไซต์แล้ว" in site.read(f"{PLAN}/idp/index.html")
    assert site.build().made == 0


def test_a_reason_with_personal_data_is_not_shown(site: VersionedSite) -> None:
    take_out(site, f"{FOLDER}/{CYCLE}", "ถอนตามที่ ๐๘๑-๒๓๔-๕๖๗๘ โทรแจ้ง")
    site.build()
    assert "๐๘๑" not in site.read(f"{PLAN}/index.html")


@pytest.mark.parametrize("folder", [f"{FOLDER}/{CYCLE}", FOLDER])
def test_as_mkdocs_makes_it_in_one_process(site: VersionedSite, tmp_path: Path, folder: str) -> None:
    take_out(site, folder)
    site.build()
    build_site(site.folder / "mkdocs.yml", Settings(content=site.content, today=TODAY), tmp_path / "one")
    differing = difference(files_of(site.folder / "site"), files_of(tmp_path / "one"))
    assert [path for path in differing if path.startswith(f"lao/{CODE}/")] == []


def test_a_restored_plan_has_its_pages_again(site: VersionedSite) -> None:
    take_out(site, f"{FOLDER}/{CYCLE}")
    site.build()
    whole: dict[str, object] = {}
    for version in site.all[:4]:
        whole |= version.files
    add_versions(site.content, [Version("นำแผนกลับมา", {path: text for path, text in whole.items() if CYCLE in path})])  # type: ignore[misc]  # mypy does not infer a lambda or comprehension here
    site.build()
    assert "ถูกนำออก" not in site.read(f"{PLAN}/index.html")
