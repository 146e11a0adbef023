"""Every command counts findings the same way, national documents separately; `--strict` names its reason to fail."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.building.checking import Checked
from generator.cli import main
from generator.findings import Finding, Location, Severity
from tests.building_blocks import CODE, make_lao, make_site

DAY = ("--today", "2567-06-01")
OF_LAO, OF_FRAMEWORK = "plans/x/plan.yml", "frameworks/y/document.yml"


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content").mkdir()


def phaen(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def finding(file: str, code: str = "DATE-001", severity: Severity = Severity.WARNING) -> Finding:
    return Finding(code, severity, "ข้อความ", Location(file, 1, 1), "แก้ไข")


def check(monkeypatch: pytest.MonkeyPatch, found: list[Finding], *arguments: str, laos: int = 1) -> Result:
    monkeypatch.setattr("generator.cli.check.check_content", lambda *_, **__: Checked(found, laos, laos))
    return phaen("check", *arguments)


def test_strict_ends_with_the_reason_to_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [finding(OF_LAO, "DATE-002"), finding(OF_LAO), finding(OF_LAO)]
    result = check(monkeypatch, found, "--strict")
    assert result.exit_code == 1
    reason, remedy = result.stdout.splitlines()[-2:]
    assert reason.endswith("3 รายการ ได้แก่ DATE-001 2 รายการ, DATE-002 1 รายการ")
    assert "acknowledged:" in remedy


@pytest.mark.parametrize("output", ["json", "sarif"])
def test_machine_formats_print_the_reason_on_stderr(output: str, monkeypatch: pytest.MonkeyPatch) -> None:
    result = check(monkeypatch, [finding(OF_LAO)], "--strict", "--format", output)
    assert "--strict" in result.stderr and "--strict" not in result.stdout


def test_an_error_needs_no_further_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    result = check(monkeypatch, [finding(OF_LAO, severity=Severity.ERROR)], "--strict")
    assert result.exit_code == 1 and "--strict" not in result.stdout


def test_national_documents_are_counted_separately_and_do_not_fail_a_check_of_laos(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    result = check(monkeypatch, [finding(OF_FRAMEWORK)], "--strict")
    assert result.exit_code == 0
    first, second = result.stdout.splitlines()[-2:]
    assert first.startswith("ไม่พบข้อผิดพลาด (")
    assert second.startswith("กรอบระดับชาติ: ควรตรวจ 1 ")


def test_a_check_of_national_documents_fails_on_their_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("content/frameworks").mkdir()
    result = check(monkeypatch, [finding(OF_FRAMEWORK)], "--strict", "content/frameworks", laos=0)
    assert result.exit_code == 1 and "DATE-001 1 รายการ" in result.stdout


def test_an_error_in_a_national_document_fails_and_is_not_counted_for_laos(monkeypatch: pytest.MonkeyPatch) -> None:
    result = check(monkeypatch, [finding(OF_FRAMEWORK, severity=Severity.ERROR)])
    assert result.exit_code == 1
    assert "ไม่พบข้อผิดพลาดในข้อมูลของ อปท. (" in result.stdout


@pytest.mark.parametrize("spoilt", [(), ("state: announced", "state: done")], ids=["whole", "unreadable"])
def test_build_and_pages_count_like_check(
    spoilt: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "there"
    site.mkdir()
    make_lao(make_site(site), plan=spoilt or [])
    monkeypatch.chdir(site)
    summaries = [
        [line.partition(" (ตรวจ")[0] for line in result.stdout.splitlines()]
        for result in (phaen("check", *DAY), phaen("build", *DAY), phaen("pages", *DAY, "--out", "pages"))
    ]
    (counted,) = [line for line in summaries[0] if line.startswith(("พบ ", "ไม่พบ"))]
    assert all(counted in lines for lines in summaries)
    assert all(any(line.startswith("กรอบระดับชาติ: ") for line in lines) for lines in summaries)
    assert all(any("แผน 1 ฉบับ" in line for line in lines) for lines in summaries[1:])
    assert Path("site", "lao", CODE).is_dir()
