"""New files state their schema: its address on the site if known, else the copy beside mkdocs.yml."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.drafting.modelines import with_modelines

LINE = "# yaml-language-server: $schema="


@pytest.fixture
def config(tmp_path: Path) -> Path:
    (tmp_path / "docs" / "schema").mkdir(parents=True)
    for name in ("lao", "projects", "results"):
        (tmp_path / "docs" / "schema" / f"{name}.json").touch()
    file = tmp_path / "mkdocs.yml"
    file.write_text("site_name: ก\n", "utf-8")
    return file


def schema_of(name: str, config: Path) -> str:
    folder = config.parent / "content" / "plans" / "5999901-tua-yang"
    (text,) = with_modelines({name: "code: 5999901\n"}, folder, config).values()
    lines = [line for line in text.splitlines() if line.startswith(LINE)]
    assert text.endswith("code: 5999901\n") and len(lines) <= 1
    return lines[0].removeprefix(LINE) if lines else ""


def test_without_a_site_address_the_line_names_the_copy(config: Path) -> None:
    assert schema_of("lao.yml", config) == "../../../docs/schema/lao.json"
    assert schema_of("2567-2569/results/2567.yml", config) == "../../../../../docs/schema/results.json"


@pytest.mark.parametrize("address", ["https://office.go.th/plan/", '"https://office.go.th/plan"'])
def test_with_a_site_address_the_line_names_the_sites_schema(config: Path, address: str) -> None:
    config.write_text(f"site_name: ก\nsite_url: {address}\n", "utf-8")
    assert schema_of("2567-2569/projects.yml", config) == "https://office.go.th/plan/data/schema/projects.json"


def test_without_a_schema_there_is_no_line(config: Path) -> None:
    assert schema_of("2567-2569/plan.yml", config) == ""
    assert schema_of("notes.yml", config) == ""
