"""A folder replaces another only when complete; on any failure the old one is restored."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.building import replacing as module
from generator.building.replacing import MARKER, replacing
from generator.errors import UsageError


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_WAITS", (0.0, 0.0))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return a folder made by an earlier build."""
    fill(tmp_path / "site", tmp_path, "old")
    return tmp_path / "site"


def fill(out: Path, tmp_path: Path, text: str) -> None:
    with replacing(out, tmp_path / "content") as fresh:
        (fresh / "index.html").write_text(text, "utf-8")


def inside(out: Path) -> dict[str, str]:
    return {file.name: file.read_text("utf-8") for file in out.iterdir()}


def refusing(monkeypatch: pytest.MonkeyPatch, times: int, name: str) -> list[str]:
    """Make the first `times` renames of a folder fail as on Windows while a file in it is open."""
    refused: list[str] = []
    rename = Path.rename

    def stubborn(source: Path, target: Path) -> Path:
        if source.name == name and len(refused) < times:
            refused.append(name)
            raise PermissionError(13, "Access is denied", str(source))
        return rename(source, target)

    monkeypatch.setattr(Path, "rename", stubborn)
    return refused


def test_the_new_folder_replaces_the_old_one(out: Path, tmp_path: Path) -> None:
    fill(out, tmp_path, "new")
    assert inside(out) == {"index.html": "new", MARKER: ""}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_failing_work_leaves_the_old_folder(out: Path, tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), replacing(out, tmp_path / "content") as fresh:
        (fresh / "index.html").write_text("half", "utf-8")
        raise ZeroDivisionError
    assert inside(out) == {"index.html": "old", MARKER: ""}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_renaming_is_retried_while_a_virus_scanner_blocks_it(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = refusing(monkeypatch, 2, "new")
    fill(out, tmp_path, "new")
    assert len(refused) == 2
    assert inside(out)["index.html"] == "new"


@pytest.mark.parametrize("held", ["site", "new"])
def test_a_folder_in_use_gives_a_thai_sentence_and_stays(
    held: str, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusing(monkeypatch, 99, held)
    with pytest.raises(UsageError, match=r"มีโปรแกรมอื่นเปิดไฟล์.*ของเดิมยังอยู่ครบ"):
        fill(out, tmp_path, "new")
    assert inside(out) == {"index.html": "old", MARKER: ""}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_nothing_is_written_into_content(tmp_path: Path) -> None:
    for name in ("content", "content/plans/site"):
        with pytest.raises(UsageError, match="อยู่ในโฟลเดอร์ข้อมูล"):
            fill(tmp_path / name, tmp_path, "new")
    assert not list(tmp_path.iterdir())


def test_the_working_folder_is_not_replaced(out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(out)
    with pytest.raises(UsageError, match="กำลังอยู่ในโฟลเดอร์นี้"):
        fill(Path(), tmp_path, "new")
    assert inside(out)["index.html"] == "old"
