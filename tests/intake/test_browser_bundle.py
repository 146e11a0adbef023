"""The program of /import/: it contains everything needed to read office files, and is reproducible."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pydantic_core
import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.intake import browser_bundle
from generator.intake.browser import review_in_browser
from generator.intake.browser_bundle import BUNDLE, PROGRAM, program
from generator.intake.reviewing import review_documents
from generator.reading.content_tree import DiskTree
from tests.building_blocks import ROOT
from tests.intake.four_offices import word_file
from tests.intake.some_books import real_content, without_ticks

ALONE = """
import sys
sys.path += [{program!r}, {core!r}]
from pathlib import Path
from generator.intake.browser import review_in_browser
found = review_in_browser([("แผน.docx", Path({document!r}).read_bytes())])
assert not found.problem, found.problem
Path({out!r}).write_bytes(found.book)
"""


def document() -> bytes:
    return word_file(without_ticks(real_content()), "tidy")


def test_bundle_without_other_packages_writes_the_same_workbook(tmp_path: Path) -> None:
    """Run with only the standard library, the program and pydantic-core, as in the browser."""
    with zipfile.ZipFile(io.BytesIO(program())) as archive:
        archive.extractall(tmp_path / "program")  # noqa: S202  # written one line above
    (tmp_path / "core").mkdir()
    (tmp_path / "core" / "pydantic_core").symlink_to(Path(pydantic_core.__file__).parent)
    (tmp_path / "a.docx").write_bytes(document())
    paths = {
        "program": str(tmp_path / "program"),
        "core": str(tmp_path / "core"),
        "document": str(tmp_path / "a.docx"),
        "out": str(tmp_path / "out.xlsx"),
    }
    subprocess.run([sys.executable, "-I", "-S", "-c", ALONE.format(**paths)], check=True, timeout=120)
    (tmp_path / "content").mkdir()
    terminal = review_documents([("แผน.docx", document())], DiskTree(tmp_path / "content"), None, {}).book
    assert (tmp_path / "out.xlsx").read_bytes() == terminal


def test_the_same_installation_gives_the_same_bytes() -> None:
    assert hashlib.sha256(program()).digest() == hashlib.sha256(program()).digest()


@pytest.mark.parametrize(
    ("name", "content", "whose", "said"),
    [
        ("ก.docx", b"", "", "เป็นไฟล์ว่าง"),
        ("ก.docx", b"PK\x03\x04 broken", "", "เสียหาย"),
        ("<script>.pdf", b"%PDF-1.7", "", "“<script>.pdf” เป็น PDF"),
        ("ก.docx", b"x", "12/2570-2572", "7 หลัก"),
        ("ก.docx", b"x", "5999901/ปีหน้า", "รอบแผน"),
    ],
)
def test_unreadable_file_returns_a_thai_message(name: str, content: bytes, whose: str, said: str) -> None:
    found = review_in_browser([(name, content)], whose)
    assert said in found.problem
    assert found.book == b""


def test_given_lao_and_cycle_are_in_the_workbook(tmp_path: Path) -> None:
    found = review_in_browser([("แผน.docx", document())], "๕๙๙๙๙๐๑/๒๕๗๐-๒๕๗๒")
    assert found.problem == ""
    with zipfile.ZipFile(io.BytesIO(found.book)) as book:
        assert "5999901" in book.read("xl/sharedStrings.xml").decode()


@pytest.fixture
def archives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write archives with the right names and dummy content, and patch SHA256 to match."""
    folder = tmp_path / "archives"
    folder.mkdir()
    tgz, wheel = browser_bundle.SHA256
    with tarfile.open(folder / tgz, "w:gz") as packed:
        for name in browser_bundle._RUNTIME:
            entry = tarfile.TarInfo(f"package/{name}")
            entry.size = 1
            packed.addfile(entry, io.BytesIO(b"x"))
    (folder / wheel).write_bytes(b"wheel")
    sums = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in (tgz, wheel)}
    monkeypatch.setattr(browser_bundle, "SHA256", sums)
    return folder


def test_command_writes_the_folder(archives: Path, tmp_path: Path) -> None:
    out = tmp_path / "program"
    for _ in range(2):  # the second run replaces the first
        done = CliRunner().invoke(main, ["import-page", "--out", str(out), "--archives", str(archives)])
        assert (done.exit_code, "import_program" in done.output) == (0, True), done.output
    assert {BUNDLE, PROGRAM, "pyodide.asm.wasm"} < {one.name for one in out.iterdir()}


def test_wrong_archive_and_non_empty_folder_are_refused(archives: Path, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("ก")
    done = CliRunner().invoke(main, ["import-page", "--out", str(tmp_path / "full"), "--archives", str(archives)])
    assert (done.exit_code, "letter.txt" in done.output) == (2, True)
    for file in archives.glob("*.whl"):
        file.write_bytes(b"another")
    done = CliRunner().invoke(main, ["import-page", "--out", str(tmp_path / "new"), "--archives", str(archives)])
    assert (done.exit_code, "ไม่ใช่ไฟล์ที่โปรแกรมนี้รู้จัก" in done.output) == (2, True)
    assert not (tmp_path / "new").exists()


def test_bundled_pydantic_core_is_that_of_the_constraints() -> None:
    constraints = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    assert f"pydantic_core=={browser_bundle.PYDANTIC_CORE}" in constraints
