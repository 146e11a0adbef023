"""Compiled templates are cached between processes; the cache never changes a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, Template

from generator.frame.compiled_templates import CompiledTemplates, compiled_templates


def rendered(folder: Path, text: str) -> str:
    environment = Environment(loader=DictLoader({"page": text}), bytecode_cache=CompiledTemplates(str(folder), "%s"))  # noqa: S701  # plain text
    return environment.get_template("page").render()


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered(tmp_path, "ก{{ 1 + 1 }}")
    monkeypatch.setattr(Environment, "compile", lambda *_: pytest.fail("compiled again"))
    assert rendered(tmp_path, "ก{{ 1 + 1 }}") == "ก2"


def test_a_changed_template_is_compiled_again(tmp_path: Path) -> None:
    rendered(tmp_path, "เดิม")
    assert rendered(tmp_path, "ใหม่") == "ใหม่"


@pytest.mark.parametrize("damage", [lambda kept: kept[:-9], lambda kept: kept[:24], lambda _: b"", lambda _: b"j2"])
def test_a_damaged_file_is_compiled_again(tmp_path: Path, damage: type[bytes]) -> None:
    rendered(tmp_path, "ก")
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(damage(kept.read_bytes()))
    assert rendered(tmp_path, "ก") == "ก"


def test_a_read_only_folder_caches_nothing(tmp_path: Path) -> None:
    assert rendered(tmp_path / "missing", "ก") == "ก"


def test_cached_templates_do_not_change_the_fingerprint_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    kept = compiled_templates.__wrapped__()
    assert kept
    assert Path(kept.pattern % "key").suffix == ".cache"
    assert isinstance(Environment(bytecode_cache=kept).from_string("ก"), Template)  # noqa: S701  # plain text
