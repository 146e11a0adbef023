"""A document named by the plan exists in `documents/`, or a finding reports it."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from generator.findings import Finding
from generator.model.plan import Plan
from generator.reading.attachments import documents_without_file, named_files
from generator.reading.content_tree import DiskTree
from generator.reading.yaml_text import parse_yaml

PLAN = """cycle: 2567-2569
state: draft
documents:
  - {id: scan, kind: แผน, title: แผนฉบับลงนาม, file: FILE}
  - {id: page, kind: แผน, title: แผนบนเว็บไซต์, address: "https://example.go.th/plan.pdf"}
"""


def missing(folder: Path, file: str) -> list[Finding]:
    source, found = parse_yaml(PLAN.replace("FILE", f'"{file}"'), "plan.yml")
    assert source is not None and found == []
    named = named_files(Plan.model_validate(source.data), source)
    return documents_without_file(named, DiskTree(folder.parent), folder.name)


def test_an_existing_file_gives_no_finding(tmp_path: Path) -> None:
    (tmp_path / "แผน.pdf").touch()
    assert missing(tmp_path, "แผน.pdf") == []


def test_a_decomposed_file_name_is_the_same_name(tmp_path: Path) -> None:
    (tmp_path / unicodedata.normalize("NFD", "résumé.pdf")).touch()
    assert missing(tmp_path, "résumé.pdf") == []


def test_a_missing_file_is_reported_at_its_name_with_a_similar_one(tmp_path: Path) -> None:
    (tmp_path / "Plan.PDF").touch()
    (finding,) = missing(tmp_path, "plan.pdf")
    assert (finding.code, finding.location.line, finding.location.column) == ("TREE-010", 4, 54)
    assert "“Plan.PDF”" in finding.remedy


@pytest.mark.parametrize("file", ["../plan.yml", "/etc/passwd", "a/b.pdf", "ก" * 300])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, file: str) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (tmp_path / "plan.yml").touch()
    assert [finding.code for finding in missing(folder, file)] == ["TREE-010"]


def test_without_the_folder_every_file_is_missing(tmp_path: Path) -> None:
    assert len(missing(tmp_path / "documents", "plan.pdf")) == 1
