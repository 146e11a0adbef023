"""The access file: write permissions, and that any error in it blocks all pushes."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.publishing.access import AccessError, AccessRole, read_access
from generator.publishing.pushing_user import UnknownUserError, git_service, pushing_user

GOOD = """\
content: content
officers:
  own: [5999901, 5999902]
province_offices:
  mahasarakham: [มหาสารคาม]
central_office: [central]
auditors: [auditor]
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "access.yml"
    file.write_text(text, "utf-8")
    return file


def test_users_have_the_permissions_of_the_file(tmp_path: Path) -> None:
    access = read_access(written(tmp_path, GOOD))
    own, province = access.users["own"], access.users["mahasarakham"]
    assert [own.may_write(code) for code in ("5999901", "5999902", "5999903")] == [True, True, False]
    assert [province.may_write(code) for code in ("5440502", "6440101", "5450502")] == [True, True, False]
    assert access.users["central"].role is AccessRole.CENTRAL
    assert not access.users["central"].may_write("5440502")
    assert not access.users["auditor"].may_write("5440502")
    assert (access.content, access.must_sign, access.signing_key) == ("content", False, None)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("officers:", "officer:", "หมายถึง officers หรือไม่"),
        ("5999901, ", "599990, ", "ไม่ใช่รหัส อปท."),
        ("[5999901, 5999902]", "[]", "อย่างน้อยหนึ่งรายการ"),
        ("[มหาสารคาม]", "[มหาสารคม]", "ไม่มีจังหวัด"),
        ("[auditor]", "[own]", "มากกว่าหนึ่งแห่ง"),
        ("[auditor]", "auditor", "ต้องเป็นรายการชื่อผู้ใช้"),
        ("[auditor]", '["a b"]', "ชื่อผู้ใช้"),
        ("content: content", "content: ../content", "content ต้องเป็นชื่อโฟลเดอร์"),
        ("content: content", "signed_commits: required", "ไม่ได้ระบุ signers"),
        ("content: content", "signed_commits: yes", "required หรือ optional"),
        ("content: content", "signers: nowhere", "ไม่พบไฟล์"),
        ("  own:", "  other: [5999903]\n  own: [5999903]\n  own:", "มีอยู่แล้วที่บรรทัด 4 และมีอีกที่บรรทัด 5"),
        (GOOD, "- a\n", "รายการคีย์"),
        (GOOD, "", "ไม่รับการส่งใด ๆ"),
    ],
)
def test_an_error_in_the_file_blocks_pushes_and_is_reported(tmp_path: Path, old: str, new: str, says: str) -> None:
    with pytest.raises(AccessError) as refused:
        read_access(written(tmp_path, GOOD.replace(old, new)))
    assert says in str(refused.value)
    assert "ให้ผู้ดูแลระบบแก้ก่อน" in str(refused.value)


def test_a_missing_access_file_blocks_pushes(tmp_path: Path) -> None:
    with pytest.raises(AccessError):
        read_access(tmp_path / "access.yml")


class TestWhoPushes:
    """Only the transport identifies the user."""

    @pytest.mark.parametrize("variable", ["GL_USER", "PHAEN_USER"])
    def test_a_variable_of_the_transport_identifies_the_user(self, tmp_path: Path, variable: str) -> None:
        access = read_access(written(tmp_path, GOOD))
        assert pushing_user(access, {variable: "own"}).name == "own"

    @pytest.mark.parametrize("variables", [{}, {"GL_USER": ""}, {"GL_USER": "own", "PHAEN_USER": "central"}])
    def test_no_user_and_two_users_are_refused(self, tmp_path: Path, variables: dict[str, str]) -> None:
        with pytest.raises(UnknownUserError):
            pushing_user(read_access(written(tmp_path, GOOD)), variables)

    @pytest.mark.parametrize("command", ["git-receive-pack 'x.git'", "git receive-pack /etc"])
    def test_a_key_reaches_only_its_own_repository(self, tmp_path: Path, command: str) -> None:
        user = read_access(written(tmp_path, GOOD)).users["own"]
        assert git_service(command, Path("/srv/plans.git"), user) == ["git", "receive-pack", "/srv/plans.git"]

    @pytest.mark.parametrize(
        "command", ["", "sh", "git", "git-shell -c x", "git-receive-pack a b", "git-receive-pack 'a'; sh", "'"]
    )
    def test_a_key_starts_only_git(self, tmp_path: Path, command: str) -> None:
        user = read_access(written(tmp_path, GOOD)).users["own"]
        with pytest.raises(UsageError):
            git_service(command, Path("/srv/plans.git"), user)

    def test_an_auditors_key_fetches_but_does_not_push(self, tmp_path: Path) -> None:
        user = read_access(written(tmp_path, GOOD)).users["auditor"]
        assert git_service("git-upload-pack 'x'", Path("/r"), user)[1] == "upload-pack"
        with pytest.raises(UsageError, match="อ่านได้อย่างเดียว"):
            git_service("git-receive-pack 'x'", Path("/r"), user)
