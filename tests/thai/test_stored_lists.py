"""What is derived from word lists is stored between processes; what is stored never decides a finding."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.thai import stored_lists
from generator.thai.stored_lists import stored


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr(stored_lists, "_folder", lambda: tmp_path)
    return tmp_path


def derivation(result: object, calls: list[str]) -> Callable[[], object]:
    def words() -> object:
        calls.append("derived")
        return result

    return stored(words)


LISTS = {"การ": 4.5, "ของ": 3.5}, {"ก": (3, 2)}, frozenset({"กา"}), ["การ"], 28


def test_a_list_is_derived_once(folder: Path) -> None:
    calls: list[str] = []
    assert derivation(LISTS, calls)() == LISTS
    assert derivation(LISTS, calls)() == LISTS
    assert calls == ["derived"]
    assert [file.suffix for file in folder.iterdir()] == [".cache"]


@pytest.mark.parametrize("damage", [lambda data: data[:-9], lambda _: b"", lambda _: b"no marshal data"])
def test_a_damaged_file_is_written_again(folder: Path, damage: Callable[[bytes], bytes]) -> None:
    calls: list[str] = []
    derivation(LISTS, calls)()
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    assert derivation(LISTS, calls)() == LISTS
    assert file.read_bytes() == whole
    assert calls == ["derived", "derived"]


def test_other_code_or_lists_are_derived_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    derivation(LISTS, calls)()
    monkeypatch.setattr(stored_lists, "_stored_for", lambda: "other")
    derivation(LISTS, calls)()
    assert calls == ["derived", "derived"]


def test_without_bytecode_nothing_is_stored(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    assert derivation(LISTS, [])() == LISTS
    assert not [*folder.iterdir()]


def test_a_folder_that_cannot_be_written_stores_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr(stored_lists, "_folder", lambda: tmp_path / "missing")
    assert derivation(LISTS, [])() == LISTS


def test_modules_that_decide_the_lists_exist() -> None:
    assert all((Path(stored_lists.__file__).parent / name).is_file() for name in stored_lists._SOURCES)
