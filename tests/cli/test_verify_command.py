"""`phaen verify`: exit codes, words and JSON; an LAO rebuilt from its content."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.building.nation import files_of
from tests.building_blocks import CODE, make_lao, make_site
from tests.history.signed_repository import ONE, SignedRepository
from tests.history.small_site import CODES, write_site

PAGE = f"lao/{CODES[0]}/index.html"


def verify(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["verify", *map(str, arguments)])


def test_an_unmodified_site_passes(tmp_path: Path) -> None:
    result = verify(write_site(tmp_path / "site"))
    assert result.exit_code == 0
    assert "ไม่พบสิ่งที่ไม่ตรงกับที่เผยแพร่" in result.output
    assert "พิสูจน์ไม่ได้" in result.output


def test_an_altered_file_is_reported_with_its_path(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site")
    (site / PAGE).write_bytes(b"x")
    result = verify(site)
    assert result.exit_code == 1
    assert "เนื้อหาไฟล์ไม่ตรงกับค่าแฮชในบัญชีไฟล์" in result.output
    assert PAGE in result.output


def test_json_lists_the_traces(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site")
    (site / PAGE).unlink()
    result = verify(site, "--format", "json")
    found = json.loads(result.output)
    assert (result.exit_code, found["tampered"]) == (1, True)
    assert [(one["kind"], one["place"], one["code"]) for one in found["traces"]] == [("file_missing", PAGE, CODES[0])]
    assert found["cannot_prove"]


def test_control_characters_of_names_are_not_printed(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site")
    (site / "x\x1b[2J").touch()
    result = verify(site)
    assert result.exit_code == 1
    assert "\x1b" not in result.output


@pytest.mark.parametrize("arguments", [("--against", "nowhere"), ("--allowed-signers", "keys"), ("--rebuild", "1")])
def test_wrong_use_has_exit_code_2(arguments: tuple[str, str], tmp_path: Path) -> None:
    assert verify(write_site(tmp_path / "site"), *arguments).exit_code == 2


def test_a_folder_that_is_neither_site_nor_repository_fails(tmp_path: Path) -> None:
    assert verify(tmp_path).exit_code == 2
    assert verify(tmp_path / "nowhere").exit_code == 2


def test_a_manifest_of_another_site_fails(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site", site="https://a.go.th/", commit="1" * 40)
    other = write_site(tmp_path / "other", site="https://b.go.th/", commit="1" * 40)
    result = verify(site, "--against", other / "manifest.json")
    assert result.exit_code == 1
    assert "ของเว็บไซต์อื่น" in result.output
    assert verify(site, "--against", site / "manifest.json").exit_code == 0


def test_a_rebuilt_lao_has_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lao = make_lao(make_site(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["build", "--today", "2567-06-01"]).exit_code == 0
    again = ("site", "--rebuild", CODE, "--today", "2567-06-01")
    before = files_of(tmp_path / "site")
    assert verify(*again).exit_code == 0
    assert files_of(tmp_path / "site") == before
    shutil.copy(Path("site", "lao", CODE, "2567-2569", "index.html"), Path("site", "lao", CODE, "index.html"))
    result = verify(*again)
    assert result.exit_code == 1
    assert "ทำไฟล์นี้ใหม่จากข้อมูลแล้วได้เนื้อหาไม่เหมือนที่อยู่ในเว็บไซต์" in result.output
    (lao / "2567-2569" / "narrative.md").unlink()
    result = verify(*again)
    assert "ข้อมูลของ อปท. ไม่ตรงกับค่าแฮชในบัญชีไฟล์" in result.output


@pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="needs ssh-keygen (apt install openssh-client)")
def test_a_repository_is_verified(tmp_path: Path) -> None:
    repository = SignedRepository(tmp_path)
    repository.plan(ONE, "a")
    first = repository.plan(ONE, "b")
    saved, signers = tmp_path / "saved.json", repository.signers()
    saved.write_bytes(repository.manifest().to_bytes())
    arguments = (repository.folder, "--against", saved, "--allowed-signers", signers)
    assert verify(*arguments).exit_code == 0
    repository.git("reset", "-q", "--hard", "HEAD~1")
    result = verify(*arguments)
    assert result.exit_code == 1
    assert "เวอร์ชันที่เผยแพร่แล้วถูกนำออกจากประวัติ" in result.output
    assert f"{first} อปท. {ONE}" in result.output
    found = json.loads(verify(*arguments, "--format", "json").output)
    assert [(one["kind"], one["place"]) for one in found["traces"]] == [("commit_removed", first)]
    commits = tmp_path / "commits.txt"
    commits.write_text(f"{first}\n")
    assert verify(repository.folder, "--against", commits).exit_code == 1
    assert verify(repository.folder, "--against", signers).exit_code == 2
    assert verify(repository.folder, "--allowed-signers", tmp_path / "nowhere").exit_code == 2
    assert verify(repository.folder, "--rebuild", ONE).exit_code == 2
