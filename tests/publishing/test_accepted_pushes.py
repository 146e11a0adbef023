"""An accepted push lands on main with the officer's commit as second parent, and is queued."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publishing.preview_addresses import preview_address
from generator.publishing.push_hooks import CONFIG
from generator.publishing.queue import waiting_pushes
from generator.publishing.site_dir import SiteDir, SiteSettings
from tests.building_blocks import ROOT
from tests.publishing.push_cases import CYCLE, PDF, TO_OWN, edit_own
from tests.publishing.push_server import OF_PROVINCE, OTHER, OWN, PushServer, must_git, own_folder

LAO = f"{own_folder()}/lao.yml"


@pytest.fixture
def server(tmp_path: Path) -> PushServer:
    return PushServer(tmp_path)


def test_a_push_lands_on_main_and_is_queued(server: PushServer) -> None:
    office = server.clone()
    before = server.refs()["refs/heads/main"]
    tip = edit_own(office, "แก้ชื่อกองตามคำสั่งที่ ๑/๒๕๖๗")
    pushed = office.push(TO_OWN)
    assert pushed.is_accepted, pushed.output
    assert "เพิ่มลงใน main แล้ว" in pushed.output
    main = server.refs()["refs/heads/main"]
    assert must_git(server.repository, "log", "-1", "--format=%P", main).split() == [before, tip]
    assert server.refs()[f"refs/heads/lao/{OWN}"] == tip
    assert "กองคลังและพัสดุ" in server.read(LAO)
    assert must_git(server.repository, "log", "-1", "--format=%s", main) == "แก้ชื่อกองตามคำสั่งที่ ๑/๒๕๖๗"
    (waiting,) = waiting_pushes(server.queue)
    assert (waiting.push.commit, waiting.push.codes, waiting.push.is_draft) == (main, (OWN,), False)


@pytest.mark.soak
def test_no_pull_is_needed_after_another_laos_push(server: PushServer) -> None:
    mine, theirs = server.clone("mine"), server.clone("theirs")
    theirs.edit(f"{own_folder(OTHER)}/lao.yml", "name: กองคลัง", "name: กองการเงิน")
    theirs.commit()
    assert theirs.push(f"HEAD:refs/heads/lao/{OTHER}", user="other").is_accepted
    for number in range(2):
        mine.edit(LAO, "name: กองคลัง" + "ก" * number, "name: กองคลัง" + "ก" * (number + 1))
        mine.commit()
        assert mine.push(TO_OWN).is_accepted
    assert "กองคลังกก" in server.read(LAO)
    assert "กองการเงิน" in server.read(f"{own_folder(OTHER)}/lao.yml")
    # Along first parents, main has the first content and three landings.
    assert must_git(server.repository, "rev-list", "--first-parent", "--count", "main") == "4"


def test_a_thai_file_name_and_a_document_are_accepted(server: PushServer) -> None:
    office = server.clone()
    office.write(f"{own_folder()}/{CYCLE}/documents/ประกาศใช้แผน ๒๕๖๗.pdf", PDF)
    office.commit("เพิ่มประกาศ")
    assert office.push(TO_OWN).is_accepted


def test_a_province_office_pushes_for_its_lao(server: PushServer) -> None:
    office = server.clone()
    office.edit(f"{own_folder(OF_PROVINCE)}/lao.yml", "name: กองคลัง", "name: กองการเงิน")
    office.commit()
    assert office.push(f"HEAD:refs/heads/lao/{OF_PROVINCE}", user="mahasarakham").is_accepted


def test_the_central_office_writes_pages_and_frameworks(server: PushServer) -> None:
    office = server.clone()
    office.write("content/pages/about/index.md", "# เกี่ยวกับเว็บไซต์นี้\n")
    office.commit("แก้หน้าแนะนำ")
    pushed = office.push("HEAD:refs/heads/central", user="central")
    assert pushed.is_accepted, pushed.output
    assert server.read("content/pages/about/index.md") == "# เกี่ยวกับเว็บไซต์นี้"


def test_a_draft_waits_for_a_preview_and_never_reaches_main(server: PushServer) -> None:
    office = server.clone()
    before = server.refs()["refs/heads/main"]
    tip = edit_own(office)
    draft = f"refs/heads/draft/{OWN}"
    assert office.push(f"HEAD:{draft}").is_accepted
    assert (server.refs()["refs/heads/main"], server.refs()[draft]) == (before, tip)
    (waiting,) = waiting_pushes(server.queue)
    assert waiting.push.is_draft
    assert waiting.push.commit == tip
    office.git("reset", "-q", "--hard", "HEAD~1")
    office.edit(LAO, "name: กองคลัง", "name: กองคลังอีกแบบ")
    office.commit()
    assert office.push(f"+HEAD:{draft}").is_accepted, "a draft may be force-pushed"
    taken = office.push(f":{draft}")
    assert taken.is_accepted, "and taken away"
    assert "ลบร่างแล้ว" in taken.output
    deletion = waiting_pushes(server.queue)[-1].push
    assert (deletion.is_draft, deletion.codes) == (True, ())


def test_drafts_are_not_listed_for_those_who_fetch(server: PushServer) -> None:
    must_git(server.repository, "config", "uploadpack.hideRefs", CONFIG["uploadpack.hideRefs"])
    office = server.clone()
    for name in ("กองคลังใหม่", "กองคลังใหม่กว่า"):
        office.git("reset", "-q", "--hard", "origin/main")
        office.edit(LAO, "name: กองคลัง", f"name: {name}")
        office.commit()
        pushed = office.push(f"+HEAD:refs/heads/draft/{OWN}")
        assert pushed.is_accepted, pushed.output
    listed = office.git("ls-remote", "origin")
    assert "refs/heads/main" in listed
    assert "draft" not in listed


def test_a_draft_gets_its_preview_address_as_response(server: PushServer) -> None:
    site = SiteDir(server.queue.parent)
    site.set_up(
        SiteSettings(str(server.repository), str(ROOT / "mkdocs.yml"), preview_url="https://p.example.go.th/x/")
    )
    office = server.clone()
    tip = edit_own(office)
    pushed = office.push(f"HEAD:refs/heads/draft/{OWN}")
    assert preview_address(site, OWN, tip) in pushed.output
    assert "https://p.example.go.th/x/" in pushed.output


def test_deleting_a_published_plan_is_accepted_with_a_warning(server: PushServer) -> None:
    office = server.clone()
    office.git("rm", "-r", "-q", f"{own_folder()}/{CYCLE}")
    office.commit("ถอนแผน")
    pushed = office.push(TO_OWN)
    assert pushed.is_accepted, pushed.output
    assert f"ถอนแผน {CYCLE} ที่เผยแพร่อยู่" in pushed.output


def test_a_material_change_without_amendment_is_accepted_with_a_warning(server: PushServer) -> None:
    office = server.clone()
    office.edit(f"{own_folder()}/{CYCLE}/projects.yml", "budget: ๑๐,๐๐๐", "budget: ๙๐,๐๐๐")
    office.commit("แก้งบประมาณ")
    pushed = office.push(TO_OWN)
    assert pushed.is_accepted, pushed.output
    assert "โดยไม่มีการปรับปรุงแผนหรือประกาศแก้ไขรองรับ" in pushed.output


@pytest.mark.soak
def test_a_former_code_that_nobody_else_has_is_accepted(server: PushServer) -> None:
    office = server.clone()
    office.write(LAO, (office.folder / LAO).read_text("utf-8") + "\nformer_codes:\n  - code: '6999901'\n")
    office.commit("เพิ่มรหัสเดิม")
    assert office.push(TO_OWN).is_accepted
    theirs = server.clone("theirs")
    file = f"{own_folder(OTHER)}/lao.yml"
    theirs.write(file, (theirs.folder / file).read_text("utf-8") + "\nformer_codes:\n  - code: '6999901'\n")
    theirs.commit("เพิ่มรหัสเดิม")
    assert "รหัสเดิม 6999901" in theirs.push(f"HEAD:refs/heads/lao/{OTHER}", user="other").output
    edit_own(office)
    assert office.push(TO_OWN).is_accepted, "and stays"


@pytest.mark.soak
@pytest.mark.parametrize("entrusted", [False, True])
def test_the_code_of_a_withdrawn_lao_needs_permission(tmp_path: Path, entrusted: bool) -> None:
    server = PushServer(tmp_path, f"officers:\n  own: [{OWN}{f', {OTHER}' if entrusted else ''}]\n")
    keeper = server.clone("keeper")
    keeper.git("rm", "-q", "-r", own_folder(OTHER))
    keeper.commit("ถอน")
    must_git(server.repository, "fetch", "-q", str(keeper.folder), "+main:main")
    office = server.clone()
    office.write(LAO, (office.folder / LAO).read_text("utf-8") + f"\nformer_codes:\n  - code: '{OTHER}'\n")
    office.commit("เพิ่มรหัสเดิม")
    assert office.push(TO_OWN).is_accepted == entrusted


def test_earlier_errors_do_not_block_a_push(server: PushServer) -> None:
    office = server.clone()
    for old, new in (("tactic: s1t1\n    number: ๑", "tactic: s9t9\n    number: ๑"),):
        office.edit(f"{own_folder()}/{CYCLE}/projects.yml", old, new)
    office.git("add", "-A")
    office.git("commit", "-q", "-m", "ข้อมูลเดิม")
    must_git(server.repository, "fetch", "-q", str(office.folder), "+main:main")
    edit_own(office)
    pushed = office.push(TO_OWN)
    assert pushed.is_accepted, pushed.output


@pytest.mark.soak
class TestTwoOfficersOfOneLao:
    """The second gets Thai instructions; both pushes stay."""

    def test_the_second_rebases_and_lands(self, server: PushServer) -> None:
        one, two = server.clone("one"), server.clone("two")
        edit_own(one)
        assert one.push(TO_OWN).is_accepted
        two.edit(LAO, "name: สำนักปลัด", "name: สำนักปลัดเทศบาล")
        two.commit()
        refused = two.push(f"+{TO_OWN}", user="own-too")
        assert not refused.is_accepted
        assert "PUSH-004" in refused.output
        assert "git rebase FETCH_HEAD" in refused.output
        assert LAO in refused.output, "the file that both changed"
        two.git("fetch", "-q", "origin", f"lao/{OWN}")
        two.git("rebase", "-q", "FETCH_HEAD")
        assert two.push(TO_OWN, user="own-too").is_accepted
        landed = server.read(LAO)
        assert "กองคลังและพัสดุ" in landed
        assert "สำนักปลัดเทศบาล" in landed

    def test_accepted_commits_are_not_overwritten(self, server: PushServer) -> None:
        office = server.clone()
        edit_own(office)
        assert office.push(TO_OWN).is_accepted
        before = server.refs()
        office.git("commit", "-q", "--amend", "-m", "แก้ใหม่")
        refused = office.push(f"+{TO_OWN}")
        assert "PUSH-004" in refused.output
        deleted = office.push(f":refs/heads/lao/{OWN}")
        assert "PUSH-004" in deleted.output
        assert "ประวัติที่เผยแพร่แล้วต้องอยู่ครบ" in deleted.output
        assert server.refs() == before


@pytest.mark.soak
def test_a_clone_with_borrowed_objects_pushes_all_of_them(server: PushServer) -> None:
    office = server.clone()
    edit_own(office)
    must_git(server.folder, "clone", "-q", "--shared", str(office.folder), str(server.folder / "borrower"))
    borrower = type(office)(server.folder / "borrower")
    borrower.git("remote", "set-url", "origin", str(server.repository))
    assert borrower.push(TO_OWN).is_accepted
    assert must_git(server.repository, "fsck", "--connectivity-only") == ""


def test_a_shallow_history_is_refused_if_the_server_lacks_the_rest(server: PushServer) -> None:
    office = server.clone()
    office.git("checkout", "-q", "--orphan", "alone")
    office.commit("ก")
    edit_own(office)
    must_git(server.folder, "clone", "-q", "--depth", "1", f"file://{office.folder}", str(server.folder / "cut"))
    cut = type(office)(server.folder / "cut")
    cut.git("remote", "set-url", "origin", str(server.repository))
    before = server.refs(), server.objects()
    refused = cut.push(TO_OWN)
    assert not refused.is_accepted
    assert "shallow" in refused.output
    assert "git fetch --unshallow" in refused.output
    assert (server.refs(), server.objects()) == before
    assert not (server.repository / "shallow").exists()


@pytest.mark.soak
def test_a_shallow_and_sparse_clone_of_main_can_push(server: PushServer) -> None:
    folder = server.folder / "sparse"
    must_git(server.repository, "config", "uploadpack.allowFilter", "true")
    options = ("--filter=blob:none", "--depth", "1", "--sparse")
    must_git(server.folder, "clone", "-q", *options, f"file://{server.repository}", str(folder))
    office = type(server.clone("other"))(folder)
    office.git("sparse-checkout", "set", own_folder())
    edit_own(office)
    pushed = office.push(TO_OWN)
    assert pushed.is_accepted, pushed.output
    assert not (folder / own_folder(OTHER)).exists()
    assert not (server.repository / "shallow").exists()
