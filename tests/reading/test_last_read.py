"""The memo of the last files: nothing is parsed or validated twice, and nothing else is returned than without it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.plan import Plan
from generator.reading.content_tree import DiskTree
from generator.reading.lao_reader import ReadLao, read_lao
from generator.reading.last_read import LastReads, Reads
from generator.reading.names import PlanNames
from tests.building_blocks import CODE, SLUG, make_lao


def read(content: Path, reads: Reads) -> ReadLao:
    return read_lao(CODE, [f"plans/{CODE}-{SLUG}"], DiskTree(content), None, reads)


def plan_of(found: ReadLao) -> object:
    return found.lao_folder.plans[0]


def test_a_file_with_the_same_bytes_is_parsed_once_and_findings_are_copies(tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_text("a: 1\na: 2\n", "utf-8")
    reads = LastReads(most=1)
    first, findings = reads.file(DiskTree(tmp_path), "x.yml")
    findings.clear()
    again, findings = reads.file(DiskTree(tmp_path), "x.yml")
    assert again is first
    assert [one.code for one in findings] == ["YAML-005"]
    (tmp_path / "x.yml").write_text("a: 3\n", "utf-8")
    changed, _ = reads.file(DiskTree(tmp_path), "x.yml")
    assert changed and changed.data == {"a": "3"}
    assert reads.file(DiskTree(tmp_path), "y.yml")[0] is None


def test_the_record_of_an_unchanged_file_is_the_same_object(tmp_path: Path) -> None:
    make_lao(tmp_path)
    reads = LastReads()
    first, second = read(tmp_path, reads), read(tmp_path, reads)
    assert first.lao_folder.lao is not None
    assert second.lao_folder.lao is first.lao_folder.lao


@pytest.mark.parametrize("file", ["lao.yml", "plan.yml", "projects.yml", "idp.yml"])
def test_after_any_change_the_memo_returns_what_a_fresh_reading_returns(file: str, tmp_path: Path) -> None:
    folder = make_lao(tmp_path)
    reads = LastReads()
    read(tmp_path, reads)
    changed = folder / file if file == "lao.yml" else next(folder.rglob(file))
    # Names that other files refer to change, so records of unchanged files may change as well.
    changed.write_text(changed.read_text("utf-8").replace("name: ", "name: แก้ไข"), "utf-8")
    assert read(tmp_path, reads) == read(tmp_path, Reads())


def test_a_file_is_validated_again_when_a_name_it_may_refer_to_has_changed(tmp_path: Path) -> None:
    (tmp_path / "plan.yml").write_text("cycle: 2567-2569\nstate: draft\n", "utf-8")
    reads = LastReads()
    source, _ = reads.file(DiskTree(tmp_path), "plan.yml")
    assert source
    one, same, other = (
        PlanNames(None, {"departments": [{"id": "clerk", "name": name}]}) for name in ("สำนักปลัด", "สำนักปลัด", "กองคลัง")
    )
    first = reads.record(source, Plan, one)[0]
    assert reads.record(source, Plan, same)[0] is first
    assert reads.record(source, Plan, other)[0] is not first
