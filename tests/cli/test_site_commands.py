"""`phaen build`, `phaen pages` and `phaen serve` on a small site: exit codes, summary, what stays unchanged."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from urllib.error import URLError

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.building_blocks import CODE, CYCLE, ROOT, make_lao, make_site

OTHER = "5999902"
DAY = ("--today", "2567-06-01")


@pytest.fixture(autouse=True)
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return make_site(tmp_path)


def phaen(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_build_writes_the_site_and_prints_a_summary(content: Path) -> None:
    make_lao(content)
    result = phaen("build", *DAY)
    assert result.exit_code == 0, result.output
    assert "เขียนลง site แล้ว: " in result.stdout
    assert "อปท. 1 แห่ง แผน 1 ฉบับ" in result.stdout and "วินาที" in result.stdout
    assert re.search(r"ไม่พบข้อผิดพลาด แต่มี ควรตรวจ \d+( ควรทราบ \d+)?\n", result.stdout)
    assert Path("site", "lao", CODE, CYCLE, "index.html").is_file()


def test_build_ends_with_a_note_that_a_site_does_not_open_from_disk(content: Path) -> None:
    make_lao(content)
    last = phaen("build", *DAY).stderr.splitlines()[-2:]
    assert "phaen serve" in last[0] and "ใต้โฟลเดอร์ย่อยก็ได้" in last[0]
    assert "เปิดไฟล์ index.html จากเครื่องโดยตรงไม่ได้" in last[1]


def test_errors_are_printed_with_locations_and_the_other_laos_are_built(content: Path) -> None:
    make_lao(content, plan=("state: announced", "state: done"))
    make_lao(content, OTHER, "other")
    result = phaen("build", *DAY)
    assert result.exit_code == 1
    assert f"content/plans/{CODE}-tua-yang/{CYCLE}/plan.yml:4:8  ผิดพลาด READ-003" in result.stdout
    assert "พบ ผิดพลาด 1" in result.stdout
    assert Path("site", "lao", OTHER, CYCLE, "index.html").is_file()
    assert "อ่านสถานะของเอกสารไม่ได้" in Path("site", "lao", CODE, CYCLE, "index.html").read_text("utf-8")


def test_the_option_only_limits_the_build(content: Path) -> None:
    make_lao(content, plan=("state: announced", "state: done"))
    make_lao(content, OTHER, "other")
    result = phaen("build", *DAY, "--only", "๕๙๙๙๙๐๒", "--out", "some/where")
    assert result.exit_code == 0
    assert Path("some/where/lao", OTHER).is_dir() and not Path("some/where/lao", CODE).exists()


def test_thai_digits_and_another_configuration_file_are_used(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_lao(content)
    Path("elsewhere").mkdir()
    monkeypatch.chdir("elsewhere")
    result = phaen("build", *DAY, "--config", "../mkdocs.yml", "--digits", "thai")
    assert result.exit_code == 0, result.output
    assert "๑๐,๐๐๐" in Path("site", "lao", CODE, CYCLE, "projects", "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    "spoilt",
    [("--only", OTHER), ("--content", "nothing"), ("--config", "nothing.yml"), ("--config", "broken.yml")],
    ids=" ".join,
)
def test_a_failed_build_leaves_the_old_site_unchanged(content: Path, spoilt: tuple[str, str]) -> None:
    make_lao(content)
    Path("broken.yml").write_text("site_name: [\n", "utf-8")
    assert phaen("build", *DAY).exit_code == 0
    before = {file: file.read_bytes() for file in Path("site").rglob("*") if file.is_file()}
    result = phaen("build", *DAY, *spoilt)
    assert result.exit_code == 2
    assert "Traceback" not in result.output and "ขออภัย" not in result.output
    assert {file: file.read_bytes() for file in Path("site").rglob("*") if file.is_file()} == before


def test_a_folder_not_made_by_a_build_is_not_replaced(content: Path) -> None:
    make_lao(content)
    Path("mine").mkdir()
    Path("mine", "letter.txt").write_text("x", "utf-8")
    for command in ("build", "pages"):
        result = phaen(command, *DAY, "--out", "mine")
        assert result.exit_code == 2
    assert [file.name for file in Path("mine").iterdir()] == ["letter.txt"]


def test_pages_writes_markdown(content: Path) -> None:
    make_lao(content)
    result = phaen("pages", *DAY, "--out", "pages")
    assert result.exit_code == 0, result.output
    assert "เขียนลง pages แล้ว: " in result.stdout
    assert list(Path("pages", "lao", CODE).rglob("*.md"))
    make_lao(content, OTHER, "other", lao=("type: เทศบาลตำบล", "type: เมือง"))
    assert phaen("pages", *DAY, "--out", "pages").exit_code == 1


def test_new_folders_build_without_errors(content: Path) -> None:
    assert phaen("new", "5440901", *DAY).exit_code == 0
    assert phaen("new", "6999903", "--name", "ตัวอย่าง", *DAY).exit_code == 0
    make_lao(content)
    assert phaen("new", CODE, "--cycle", "2570-2572", "--from", CYCLE).exit_code == 0
    result = phaen("build", *DAY)
    assert result.exit_code == 0, result.output
    assert "อปท. 3 แห่ง แผน 4 ฉบับ" in result.stdout
    assert Path("site", "lao", "5440901", CYCLE, "document", "index.html").is_file()


@pytest.mark.skipif(os.name == "nt", reason="ends the server as Ctrl+C does, which Windows cannot send")
def test_serve_answers_and_exits_without_a_traceback(content: Path, tmp_path: Path) -> None:
    make_lao(content)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-c", "from generator.cli import main; main()", "serve", "--only", CODE, *DAY]
    with (tmp_path / "log").open("wb") as log:
        server = subprocess.Popen(
            [*command, "--address", f"127.0.0.1:{port}"],
            stdout=log,
            stderr=log,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        try:
            page = _fetch(f"http://127.0.0.1:{port}/lao/{CODE}/{CYCLE}/", server)
            taken = phaen("serve", "--address", f"127.0.0.1:{port}")
        finally:
            server.send_signal(signal.SIGINT)
            code = server.wait(timeout=60)
    said = (tmp_path / "log").read_text("utf-8")
    assert "ตัวอย่าง" in page
    assert code == 0, said
    assert f"http://127.0.0.1:{port}/" in said and "Traceback" not in said
    lines = [re.sub(r"https?://\S+|Ctrl\+C|\S*/content\S*", "", line) for line in said.splitlines()]
    assert not any(re.search("[a-z]{3}", line) for line in lines), "its lines are Thai"
    assert taken.exit_code == 2
    assert "ลองพอร์ตอื่น" in taken.stderr and "Traceback" not in taken.output


def _fetch(address: str, server: subprocess.Popen[bytes]) -> str:
    for _ in range(600):
        assert server.poll() is None, "the server ended by itself"
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310  # our own server
                return str(answer.read().decode("utf-8"))
        except (URLError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError("no answer in a minute")
