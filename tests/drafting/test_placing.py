"""A folder is placed completely or not at all; existing files stay unchanged."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.drafting.placing import place_folder
from generator.errors import UsageError
from tests.building_blocks import CODE, CYCLE, FILES, make_lao

VALID = dict(FILES.values())


def everything(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_a_valid_draft_is_placed(tmp_path: Path) -> None:
    target = tmp_path / "plans" / f"{CODE}-new"
    assert place_folder(tmp_path, target, VALID, CODE, ()) == []
    assert everything(target) == {name: text.encode() for name, text in VALID.items()}
    assert [entry.name for entry in tmp_path.iterdir()] == ["plans"]


def test_a_draft_with_errors_leaves_no_files(tmp_path: Path) -> None:
    target = tmp_path / "plans" / f"{CODE}-new"
    broken = {**VALID, f"{CYCLE}/plan.yml": "cycle: [\n"}
    with pytest.raises(UsageError, match=r"อ่านกลับไม่ได้: plans/5999901-new/2567-2569/plan\.yml:1"):
        place_folder(tmp_path, target, broken, CODE, ())
    assert [entry.name for entry in tmp_path.rglob("*")] == ["plans"]


def test_a_failure_while_writing_leaves_no_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space"):
        place_folder(tmp_path, tmp_path / "plans" / f"{CODE}-new", VALID, CODE, ())
    assert [entry.name for entry in tmp_path.rglob("*")] == ["plans"]


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need a privilege on Windows")
@pytest.mark.parametrize("kind", ["folder", "empty folder", "file", "broken link"])
def test_nothing_is_overwritten(tmp_path: Path, kind: str) -> None:
    target = tmp_path / "plans" / f"{CODE}-tua-yang"
    if kind == "folder":
        make_lao(tmp_path)
    else:
        target.parent.mkdir()
        if kind == "empty folder":
            target.mkdir()
        elif kind == "file":
            target.write_text("x", "utf-8")
        else:
            target.symlink_to(tmp_path / "nowhere")
    before = everything(tmp_path)
    with pytest.raises(UsageError, match="คำสั่งนี้ไม่เขียนทับ"):
        place_folder(tmp_path, target, VALID, CODE, ())
    assert everything(tmp_path) == before


def test_a_cycle_is_read_with_the_lao_it_belongs_to(tmp_path: Path) -> None:
    folder = make_lao(tmp_path)
    before = everything(folder)
    files = {"plan.yml": "cycle: 2570-2572\nstate: draft\n"}
    place_folder(tmp_path, folder / "2570-2572", files, CODE, ())
    assert everything(folder) == {**before, "2570-2572/plan.yml": files["plan.yml"].encode()}
    unknown = {**files, "idp.yml": "rows:\n  - {id: a, position: ก, department: nothing}\n"}
    unknown["plan.yml"] = unknown["plan.yml"].replace("2570-2572", "2573-2575")
    with pytest.raises(UsageError, match="nothing"):
        place_folder(tmp_path, folder / "2573-2575", unknown, CODE, ())
    assert not (folder / "2573-2575").exists()
