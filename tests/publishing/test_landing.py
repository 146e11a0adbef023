"""Accepted pushes that are not on main yet are found, and land once."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publishing.access import read_access
from generator.publishing.builder import Builder
from generator.publishing.landing import LandingError, land, waiting_refs
from generator.publishing.pushed_objects import open_push
from generator.publishing.release_making import ReleaseMaker
from generator.publishing.site_dir import SiteDir, SiteSettings
from tests.building_blocks import ROOT
from tests.publishing.push_cases import edit_own
from tests.publishing.push_server import OTHER, OWN, PushServer, must_git, own_folder

REF = f"refs/heads/lao/{OWN}"


@pytest.fixture
def server(tmp_path: Path) -> PushServer:
    return PushServer(tmp_path)


def test_a_tip_left_by_a_dead_server_lands_once(server: PushServer) -> None:
    office = server.clone()
    tip = edit_own(office)
    must_git(server.repository, "fetch", "-q", str(office.folder), f"HEAD:{REF}")  # post-receive did not run
    objects, access = open_push(server.repository, {}), read_access(server.access)
    assert waiting_refs(objects) == [(REF, tip)]
    landed = land(objects, access, REF, tip)
    assert waiting_refs(objects) == []
    assert land(objects, access, REF, tip) == landed
    assert "กองคลังและพัสดุ" in server.read(f"{own_folder()}/lao.yml")


def test_a_tip_that_cannot_land_holds_up_no_other(
    server: PushServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = server.clone()
    office.edit(f"{own_folder()}/lao.yml", "name: กองคลัง", "name: กองอื่น")
    office.commit()
    must_git(server.repository, "fetch", "-q", str(office.folder), "+HEAD:main")
    office.git("reset", "-q", "--hard", "HEAD~1")
    edit_own(office)
    must_git(server.repository, "fetch", "-q", str(office.folder), f"HEAD:{REF}")  # conflicts with main
    office.git("reset", "-q", "--hard", "HEAD~1")
    office.edit(f"{own_folder(OTHER)}/lao.yml", "name: กองคลัง", "name: กองการเงิน")
    office.commit()
    must_git(server.repository, "fetch", "-q", str(office.folder), f"HEAD:refs/heads/lao/{OTHER}")
    site = SiteDir(tmp_path / "site")
    site.set_up(SiteSettings(str(server.repository), str(ROOT / "mkdocs.yml"), str(server.access)))
    printed: list[str] = []
    monkeypatch.setattr(Builder, "_build", _interrupted)
    with pytest.raises(KeyboardInterrupt):
        Builder(site, ReleaseMaker(site), printed.append).run()
    assert "กองการเงิน" in server.read(f"{own_folder(OTHER)}/lao.yml")
    assert [ref for ref, _ in waiting_refs(open_push(server.repository, {}))] == [REF]
    assert any(REF in line for line in printed)


def _interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_conflict_with_main_changes_neither_side(server: PushServer) -> None:
    office = server.clone()
    tip = edit_own(office)
    office.git("reset", "-q", "--hard", "HEAD~1")
    office.edit(f"{own_folder()}/lao.yml", "name: กองคลัง", "name: กองอื่น")
    office.commit()
    must_git(server.repository, "fetch", "-q", str(office.folder), "+HEAD:main")
    must_git(office.folder, "update-ref", "refs/heads/kept", tip)
    must_git(server.repository, "fetch", "-q", str(office.folder), f"kept:{REF}")
    before = server.refs()
    with pytest.raises(LandingError, match=r"ชนกับ main ที่ content/plans/5999901-tua-yang/lao\.yml"):
        land(open_push(server.repository, {}), read_access(server.access), REF, tip)
    assert server.refs() == before


def test_a_push_that_conflicts_with_main_is_refused_with_the_reason(server: PushServer) -> None:
    office = server.clone()
    office.edit(f"{own_folder()}/lao.yml", "name: กองคลัง", "name: กองอื่น")
    office.commit()
    must_git(server.repository, "fetch", "-q", str(office.folder), "+HEAD:main")
    office.git("reset", "-q", "--hard", "HEAD~1")
    edit_own(office)
    refused = office.push(f"HEAD:{REF}")
    assert "PUSH-012" in refused.output
    assert "git rebase FETCH_HEAD" in refused.output


def test_a_merge_message_lists_the_messages_of_its_commits(server: PushServer) -> None:
    office = server.clone()
    edit_own(office, "แก้ชื่อกอง")
    office.edit(f"{own_folder()}/lao.yml", "name: สำนักปลัด", "name: สำนักปลัดเทศบาล")
    office.commit("แก้ชื่อสำนัก")
    assert office.push(f"HEAD:{REF}").is_accepted
    message = must_git(server.repository, "log", "-1", "--format=%B", "main")
    assert message.splitlines() == ["แก้ชื่อสำนัก", "", "- แก้ชื่อกอง", "- แก้ชื่อสำนัก"]
