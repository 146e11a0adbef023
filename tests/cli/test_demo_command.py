"""`phaen demo` writes a whole content folder, deterministically, and never into a folder that it did not make."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.demo.nation import MARKER
from generator.reading.content_tree import DiskTree
from generator.reading.folders import find_lao_folders
from tests.building_blocks import PUBLISHED

FRAMEWORKS = str(PUBLISHED / "frameworks")
REGISTRY = """dla_code,type_th,name_th,province_code,district_name_th
5449901,เทศบาลตำบล,ตัวอย่างหนึ่ง,44,ตัวอย่าง
6759902,อบต.,ตัวอย่างสอง,75,ตัวอย่าง
"""


def phaen(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def demo(out: Path, *more: str) -> Result:
    return phaen("demo", "--laos", "5", "--frameworks", FRAMEWORKS, "--out", str(out), *more)


def written(out: Path) -> dict[str, bytes]:
    return {file.relative_to(out).as_posix(): file.read_bytes() for file in sorted(out.rglob("*")) if file.is_file()}


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    assert demo(tmp_path / "a").exit_code == demo(tmp_path / "b").exit_code == 0
    assert written(tmp_path / "a") == written(tmp_path / "b")
    demo(tmp_path / "c", "--seed", "1")
    assert written(tmp_path / "a") != written(tmp_path / "c")


def test_more_laos_do_not_change_the_first_ones(tmp_path: Path) -> None:
    demo(tmp_path / "a")
    demo(tmp_path / "b", "--laos", "9")
    assert written(tmp_path / "a").items() <= written(tmp_path / "b").items()
    assert len(find_lao_folders(DiskTree(tmp_path / "b"), ())[0]) == 9


def test_its_own_folder_is_replaced(tmp_path: Path) -> None:
    demo(tmp_path / "a", "--laos", "9")
    demo(tmp_path / "b")
    assert demo(tmp_path / "a").exit_code == 0
    assert written(tmp_path / "a") == written(tmp_path / "b")


def filled(out: Path) -> None:
    out.mkdir()
    (out / "plan.yml").write_text("ของผู้อื่น", "utf-8")


def marked_and_filled(out: Path) -> None:
    filled(out)
    (out / MARKER).touch()


def a_file(out: Path) -> None:
    out.write_text("ของผู้อื่น", "utf-8")


def a_link(out: Path) -> None:
    (out.parent / "elsewhere").mkdir()
    out.symlink_to(out.parent / "elsewhere")


def below_a_file(out: Path) -> None:
    out.parent.joinpath("file").touch()
    out.symlink_to(out.parent / "file" / "nation")


@pytest.mark.parametrize("made", [filled, marked_and_filled, a_file, a_link, below_a_file])
def test_other_folders_are_never_changed(tmp_path: Path, made: Callable[[Path], None]) -> None:
    out = tmp_path / "out"
    made(out)
    before = written(tmp_path)
    result = demo(out)
    assert result.exit_code == 2
    assert str(out) in result.stderr
    assert "Traceback" not in result.stderr
    assert written(tmp_path) == before


def test_a_symlink_inside_its_own_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "real.yml").touch()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / MARKER).touch()
    (tmp_path / "out" / "plans").symlink_to(tmp_path / "plans")
    assert demo(tmp_path / "out").exit_code == 0
    assert [file.name for file in (tmp_path / "plans").iterdir()] == ["real.yml"]


def test_copying_a_folder_into_itself_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "frameworks"
    source.mkdir()
    result = phaen("demo", "--frameworks", str(source), "--out", str(source / "nation"))
    assert result.exit_code == 2
    assert not list(source.iterdir())


@pytest.mark.parametrize("arguments", [("--laos", "0"), ("--laos", "20001"), ("--laos", "ห้า"), ("--seed", "x")])
def test_an_invalid_number_is_refused(tmp_path: Path, arguments: tuple[str, str]) -> None:
    result = demo(tmp_path / "out", *arguments)
    assert result.exit_code == 2
    assert not (tmp_path / "out").exists()


def test_with_a_registry_only_names_are_real_and_every_file_says_so(tmp_path: Path) -> None:
    registry = tmp_path / "laos.csv"
    registry.write_text(REGISTRY, "utf-8")
    result = demo(tmp_path / "out", "--laos", "2", "--registry", str(registry))
    assert result.exit_code == 0
    assert "ห้ามนำไปเผยแพร่" in result.stderr
    names = [path for path in written(tmp_path / "out") if path.endswith("/lao.yml")]
    assert [name.split("/")[1][:7] for name in names] == ["5449901", "6759902"]
    for name in names:
        text = (tmp_path / "out" / name).read_text("utf-8")
        assert text.startswith("# ข้อมูลสมมุติ ชื่อ อปท. เป็นชื่อจริง แต่เนื้อหาทั้งหมดแต่งขึ้น")
        assert "\nfictional: content\n" in text


def test_a_registry_with_too_few_rows_is_refused(tmp_path: Path) -> None:
    registry = tmp_path / "laos.csv"
    registry.write_text(REGISTRY, "utf-8")
    result = demo(tmp_path / "out", "--registry", str(registry))
    assert result.exit_code == 2
    assert "2 แห่ง" in result.stderr
    assert not (tmp_path / "out").exists()
