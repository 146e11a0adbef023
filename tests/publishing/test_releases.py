"""Releases of pushed content: going live, earlier data in place of failing data, and rollback."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator.building.links import check_links
from generator.errors import PhaenError, UsageError
from generator.history.site_integrity import verify_site
from generator.publishing.queue import waiting_pushes
from generator.publishing.release_folders import ReleaseFolders, roll_back
from generator.publishing.site_status import site_status
from tests.publishing.pushed_site import CODES, PushedSite

pytestmark = pytest.mark.filterwarnings("error")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> PushedSite:
    pushed = PushedSite(tmp_path_factory.mktemp("pushed"))
    pushed.publish()
    return pushed


@pytest.fixture
def pushed(built: PushedSite) -> Iterator[PushedSite]:
    yield built
    (built.site.state / "held.json").unlink(missing_ok=True)


def ids(pushed: PushedSite) -> list[str]:
    return [one.id for one in ReleaseFolders(pushed.site).all()]


def live(pushed: PushedSite) -> str | None:
    return ReleaseFolders(pushed.site).live()


def test_a_push_goes_live_and_leaves_the_queue(pushed: PushedSite) -> None:
    pushed.rename("ที่ส่งแล้ว")
    pushed.push("rename")
    pushed.publish()
    assert "ที่ส่งแล้ว" in pushed.page()
    assert waiting_pushes(pushed.site.queue) == []
    assert site_status(pushed.site).is_well


def test_only_pages_of_the_changed_lao_are_new(pushed: PushedSite) -> None:
    before = ReleaseFolders(pushed.site).all()[0]
    pushed.rename("เปลี่ยนแห่งเดียว")
    pushed.push("rename")
    pushed.publish()
    now = ReleaseFolders(pushed.site).all()[0]
    assert now.changed == (CODES[0],)
    assert now.parts[f"lao/{CODES[1]}"] == before.parts[f"lao/{CODES[1]}"]
    assert now.parts["assets"] == before.parts["assets"]


def test_a_release_matches_its_manifests(pushed: PushedSite, tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    shutil.copytree(pushed.site.current.resolve(), plain)
    assert verify_site(plain).traces == []
    assert check_links(plain) == []
    assert verify_site(pushed.site.current.resolve(), pushed.site.store).traces == []


def test_a_push_that_changes_nothing_makes_no_release(pushed: PushedSite) -> None:
    pushed.push("nothing")
    pushed.publish()
    before = ids(pushed)
    builder = pushed.builder()
    builder.run(by_hand=True)
    assert [made.is_new for made in builder.made] == [False]
    assert ids(pushed) == before


def test_only_the_content_of_a_commit_is_used(pushed: PushedSite) -> None:
    trap = pushed.clone.parent / "executed"
    (pushed.clone / "mkdocs.yml").write_text("site_name: ของผู้ส่ง\nhooks: [hook.py]\n", "utf-8")
    code = f"from pathlib import Path\nPath({str(trap)!r}).touch()\n"
    for name in ("hook.py", "content/hook.py", "content/pages/hook.py", "generator/__init__.py", "sitecustomize.py"):
        (pushed.clone / name).parent.mkdir(exist_ok=True)
        (pushed.clone / name).write_text(code, "utf-8")
    (pushed.clone / "theme_overrides").mkdir()
    (pushed.clone / "theme_overrides/main.html").write_text("ของผู้ส่ง", "utf-8")
    (pushed.clone / "content/.gitattributes").write_text("*.yml working-tree-encoding=UTF-16 ident filter=x\n", "utf-8")
    pushed.rename("หลังกับดัก")
    pushed.push("trap")
    pushed.publish()
    assert "หลังกับดัก" in pushed.page()
    assert "ของผู้ส่ง" not in pushed.page()
    assert not trap.exists()
    on_disk = {entry.name for entry in (pushed.site.work / "checkout").iterdir()}
    assert on_disk == {".git", "content"}
    (pushed.content / "pages/hook.py").unlink()
    pushed.push("without")
    pushed.publish()


@pytest.mark.soak
def test_an_lao_with_errors_keeps_its_earlier_pages_and_says_so(pushed: PushedSite) -> None:
    pushed.rename("ข้อมูลดี")
    pushed.push("good")
    pushed.publish()
    good = (pushed.lao() / "lao.yml").read_text("utf-8")
    pushed.rename("[")
    pushed.rename("แห่งอื่นไปต่อ", CODES[1])
    pushed.push("bad")
    pushed.publish()
    page = pushed.page()
    assert "ข้อมูลดี" in page
    assert "ยังนำมาแสดงไม่ได้ เพราะข้อมูลชุดนี้มีข้อผิดพลาด" in page
    assert "แห่งอื่นไปต่อ" in pushed.page(CODES[1])
    status = site_status(pushed.site)
    assert list(status.held) == [CODES[0]]
    # It stays so during other pushes, built once.
    pushed.rename("แห่งอื่นอีกครั้ง", CODES[1])
    pushed.push("other")
    pushed.publish()
    assert "ข้อมูลดี" in pushed.page()
    (pushed.lao() / "lao.yml").write_text(good.replace("ข้อมูลดี", "แก้แล้ว"), "utf-8")
    pushed.push("mended")
    pushed.publish()
    assert "แก้แล้ว" in pushed.page()
    assert "ยังนำมาแสดงไม่ได้" not in pushed.page()
    assert site_status(pushed.site).held == {}


def test_a_new_lao_with_errors_has_a_page_that_says_so(pushed: PushedSite) -> None:
    folder = pushed.content / "plans/5999908-mai"
    shutil.copytree(pushed.lao(), folder)
    (folder / "lao.yml").write_text("name: [", "utf-8")
    pushed.push("new")
    pushed.publish()
    assert "อ่านข้อมูลไม่ได้" in pushed.page("5999908")
    assert list(site_status(pushed.site).flawed) == ["5999908"]
    shutil.rmtree(folder)
    pushed.push("gone")
    pushed.publish()


def test_rollback_and_forward(pushed: PushedSite) -> None:
    for name in ("รุ่นหนึ่ง", "รุ่นสอง", "รุ่นสาม"):
        pushed.rename(name)
        pushed.push(name)
        pushed.publish()
    newest, middle, oldest, *_ = ids(pushed)
    assert roll_back(pushed.site, 2) == (newest, oldest)
    assert "รุ่นหนึ่ง" in pushed.page()
    assert roll_back(pushed.site, -1) == (oldest, middle)
    assert "รุ่นสอง" in pushed.page()
    assert roll_back(pushed.site, to=newest) == (middle, newest)
    with pytest.raises(UsageError, match="ไม่มีรุ่นนั้น"):
        roll_back(pushed.site, -1)


@pytest.mark.soak
def test_after_a_rollback_pushes_are_built_but_go_live_only_by_hand(pushed: PushedSite) -> None:
    for name in ("ก่อนย้อน", "ที่ย้อน"):
        pushed.rename(name)
        pushed.push(name)
        pushed.publish()
    roll_back(pushed.site)
    pushed.rename("หลังย้อน")
    pushed.push("after")
    pushed.publish()
    assert "ก่อนย้อน" in pushed.page()
    assert site_status(pushed.site).rolled_back
    assert waiting_pushes(pushed.site.queue) == []
    pushed.builder().run(by_hand=True)
    assert "หลังย้อน" in pushed.page()
    assert site_status(pushed.site).is_well


def test_old_releases_are_deleted_with_their_files_but_not_the_live_one(pushed: PushedSite) -> None:
    for name in ("เก่า", "กลาง", "ใหม่"):
        pushed.rename(name)
        pushed.push(name)
        pushed.publish()
    folders = ReleaseFolders(pushed.site)
    roll_back(pushed.site, 2)
    kept = live(pushed)
    folders.collect(keep=2, limit=10**12)
    assert len(ids(pushed)) == 3
    assert live(pushed) == kept
    used = {name for one in folders.all() for name in one.parts.values()}
    assert folders.parts.names() == used == {file.stem for file in pushed.site.facts.glob("*.json")}
    assert folders.disk() == sum(f.stat().st_size for f in pushed.site.store.rglob("*") if f.is_file())
    roll_back(pushed.site, -2)
    folders.collect(keep=20, limit=1)
    assert len(ids(pushed)) == 2


def test_a_tampered_site_is_not_published(pushed: PushedSite) -> None:
    pushed.rename("ก่อนแก้มือ")
    pushed.push("x")
    pushed.publish()
    home = pushed.site.work / "site" / "lao" / CODES[1] / "index.html"
    text = home.read_text("utf-8")
    home.unlink()
    home.write_text(text + "<!-- -->", "utf-8")
    shutil.rmtree(pushed.site.facts)
    pushed.site.facts.mkdir()
    pushed.rename("หลังแก้มือ")
    pushed.push("y")
    pushed.publish()
    assert "<!-- -->" not in pushed.page(CODES[1])
    assert "หลังแก้มือ" in pushed.page()


def test_a_failing_build_is_reported_and_leaves_site_and_queue(
    pushed: PushedSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, page = live(pushed), pushed.page()
    pushed.rename("ยังไม่ขึ้น")
    pushed.push("x")
    settings = pushed.site.settings()
    pushed.site.set_up(replace(settings, config=str(pushed.clone / "nowhere.yml")))
    with pytest.raises(PhaenError):
        pushed.publish()
    assert (live(pushed), pushed.page()) == (before, page)
    status = site_status(pushed.site)
    assert status.failure and "nowhere.yml" in status.failure["reason"]
    assert not status.is_well
    assert len(waiting_pushes(pushed.site.queue)) == 1
    pushed.site.set_up(settings)
    pushed.publish()
    assert "ยังไม่ขึ้น" in pushed.page()
    assert site_status(pushed.site).failure is None
    assert json.dumps(site_status(pushed.site).to_record())
