"""The command line: help in Thai, exit codes, and no unrequested traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.cli import COMMANDS, main
from generator.cli.thai_help import ThaiCommand

PHAEN = (sys.executable, "-c", "from generator.cli import main; main()")
ROOT = Path(__file__).parents[2]
HEAVY = ("pydantic", "mkdocs", "rich", "pythainlp", "yaml", "jinja2")
MOST_MODULES = 75
"""Most modules that `phaen --help` imports, besides those that Python itself starts with."""


def phaen(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[bytes]:
    inherited = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [*PHAEN, *arguments], cwd=cwd, env={**inherited, **environment}, capture_output=True, timeout=60, check=False
    )


def test_help_lists_every_command_in_thai() -> None:
    result = CliRunner().invoke(main, ["--help"])
    assert result.exit_code == 0
    for name, shown in COMMANDS.items():
        assert f"  {name} " in result.stdout and shown.summary in result.stdout
    for english in ("Usage", "Options", "Commands", "Show this"):
        assert english not in result.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_in_thai(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert f"วิธีใช้: phaen {name}" in result.stdout
    # The same sentence in two places: the list of commands, and the command's own page.
    assert COMMANDS[name].summary in result.stdout
    for english in ("Usage", "Options", "Show this", "default"):
        assert english not in result.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_has_help(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert isinstance(command, ThaiCommand)
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help and not parameter.help.isascii(), parameter.name


def test_help_imports_nothing_heavy() -> None:
    script = (
        "import sys\nfrom generator.cli import main\n"
        "try: main(['--help'])\n"
        f"except SystemExit: print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=True)
    assert result.stdout.decode().endswith("[]\n")


def test_help_imports_few_modules() -> None:
    """Imports make up the time to start; `make bench` limits it to 0.3 s."""
    script = (
        "import sys\nbefore = set(sys.modules)\nfrom generator.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: print(len(set(sys.modules) - before))"
    )
    result = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=True)
    assert int(result.stdout.decode().splitlines()[-1]) <= MOST_MODULES


def test_the_version_is_that_of_the_distribution() -> None:
    assert CliRunner().invoke(main, ["--version"]).stdout == f"phaen {version('phaen')}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "วิธีใช้: phaen"),
        (["nothing"], "ไม่มีคำสั่ง “nothing”"),
        (["--nothing"], "ไม่มีตัวเลือก --nothing"),
        (["check", "--fromat", "json"], "หมายถึง --format หรือไม่"),
        (["check", "--format", "xml"], "ค่าของ --format ใช้ไม่ได้: ต้องเป็นค่าใดค่าหนึ่ง"),
        (["check", "--format"], "ต้องมีค่าตามหลัง"),
        (["check", "--help=x"], "ไม่มีค่าตามหลัง"),
        (["build", "extra"], "มีคำเกินมา: extra"),
        (["pages"], "ยังไม่ได้ระบุ --out"),
        (["new"], "ยังไม่ได้ระบุ CODE"),
        (["build", "--only", "12"], "ต้องเป็นตัวเลข 7 หลัก"),
        (["new", "054405020"], "ต้องเป็นตัวเลข 7 หลัก"),
        (["build", "--today", "พรุ่งนี้"], "--today: อ่านวันที่"),
        (["build", "--digits", "roman"], "ค่า digits “roman” ใช้ไม่ได้"),
        (["build", "--config", "nothing.yml"], "ไม่พบไฟล์ nothing.yml"),
        (["build", "--content", "nothing"], "ไม่พบโฟลเดอร์"),
        (["build", "--only", "5999901"], "ไม่พบโฟลเดอร์ของรหัส อปท. 5999901"),
        (["serve", "--address", "8000"], "--address “8000” ใช้ไม่ได้"),
        (["serve", "--address", "localhost:99999"], "--address “localhost:99999” ใช้ไม่ได้"),
        (["serve", "--only", "5999901"], "ไม่พบโฟลเดอร์ของรหัส อปท. 5999901"),
        (["check", "--content", "nothing"], "ไม่พบโฟลเดอร์"),
        (["check", "5999901"], "ไม่พบโฟลเดอร์ของรหัส อปท. 5999901"),
    ],
    ids=" ".join,
)
def test_wrong_use_gives_exit_code_2_and_a_thai_sentence(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    out = ["--out", str(tmp_path / "site")] if arguments[:1] == ["build"] else []
    result = CliRunner().invoke(main, [*arguments, *out])
    assert result.exit_code == 2
    assert said in result.stderr
    assert len(set(result.stderr.splitlines())) == len(result.stderr.splitlines()) or not arguments  # printed once
    assert result.stdout == ""
    assert "Traceback" not in result.stderr and "Error" not in result.stderr
    assert not (tmp_path / "site").exists()


def test_a_defect_gives_a_polite_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("หารด้วยศูนย์")

    monkeypatch.setattr("generator.building.checking.read_frameworks_with_sources", broken)
    result = CliRunner().invoke(main, ["check"])
    assert result.exit_code == 2
    assert "ขออภัย" in result.stderr and "ZeroDivisionError: หารด้วยศูนย์" in result.stderr and "โปรดแจ้ง" in result.stderr
    assert "Traceback" not in result.stderr
    result = CliRunner().invoke(main, ["check"], env={"PHAEN_DEBUG": "1"})
    assert result.exit_code == 2
    assert "Traceback" in result.stderr and "ขออภัย" in result.stderr


def test_a_file_that_cannot_be_opened_is_named_in_the_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "content/plans")

    monkeypatch.setattr("generator.building.checking.read_frameworks_with_sources", denied)
    result = CliRunner().invoke(main, ["check"])
    assert result.exit_code == 2
    assert "เปิดหรือเขียน content/plans ไม่ได้ (Permission denied)" in result.stderr


def test_ctrl_c_exits_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.building.checking.read_frameworks_with_sources", interrupted)
    result = CliRunner().invoke(main, ["check"])
    assert result.exit_code == 130
    assert result.stderr.strip() == "ยกเลิกคำสั่งแล้ว"


@pytest.mark.parametrize("encoding", ["cp874", "ascii", "cp1252"])
def test_thai_is_printed_as_utf8_whatever_the_console_encoding(encoding: str) -> None:
    result = phaen("--help", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert result.returncode == 0
    assert "แสดงคำอธิบายนี้" in result.stdout.decode("utf-8")
    result = phaen("nothing", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert result.returncode == 2
    assert "ไม่มีคำสั่ง" in result.stderr.decode("utf-8")


def test_control_characters_of_an_argument_are_not_printed() -> None:
    result = phaen("\x1b[2Jx")
    assert result.returncode == 2
    assert b"\x1b" not in result.stderr
