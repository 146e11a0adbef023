"""Files of `documents/` are published under the right name, or withheld with a reason."""

from __future__ import annotations

import datetime
import hashlib
from pathlib import Path

import pytest

from generator.facts.named_documents import (
    LARGEST_PLAN,
    Withheld,
    plan_documents,
    published_documents,
    result_documents,
)
from generator.model.cells import meaning
from generator.model.plan import PlanFolder
from generator.reading.document_files import LARGEST
from tests.building_blocks import CODE, CYCLE, PLAN, make_lao
from tests.on_disk import read_on_disk

SCAN = b"%PDF-1.7 signed plan"


def plan_with(content: Path, documents: str, evidence: str = "", **files: bytes) -> PlanFolder:
    """Return a plan with documents and evidence of its results; files are given by name, `_` for the dot."""
    folder = make_lao(content, plan=PLAN + documents, results=("people: ๓๐}", f"people: ๓๐{evidence}}}"))
    lying = folder / CYCLE / "documents"
    lying.mkdir()
    for name, content_ in files.items():
        (lying / name.replace("_", ".")).write_bytes(content_)
    plan = read_on_disk(CODE, folder, content, None).lao_folder.plans[0]
    assert isinstance(plan, PlanFolder)
    return plan


def entry(file: str = "a.pdf", id_: str = "signed", reviewed: str = "true") -> str:
    return f"  - {{id: {id_}, kind: แผน, title: ก, file: {file}, reviewed_for_personal_data: {reviewed}}}\n"


@pytest.mark.parametrize(
    ("content", "suffix"), [(SCAN, "pdf"), (b"\x89PNG\r\n\x1a\n...", "png"), (b"\xff\xd8\xff\xe0", "jpg")]
)
def test_a_reviewed_scan_is_published_under_its_id_and_kind(content: bytes, suffix: str, tmp_path: Path) -> None:
    plan = plan_with(tmp_path, entry(), a_pdf=content)
    assert published_documents(plan) == {"a.pdf": f"signed.{suffix}"}
    assert plan_documents(plan)[-1].public_name == f"signed.{suffix}"


def test_an_unreviewed_file_is_withheld(tmp_path: Path) -> None:
    plan = plan_with(tmp_path, entry(reviewed="false"), a_pdf=SCAN)
    assert published_documents(plan) == {"a.pdf": Withheld.NOT_REVIEWED}


@pytest.mark.parametrize("content", [b"<html><script>", b"<svg onload=x>", b"PK\x03\x04", b"", b" %PDF-1.7"])
def test_a_file_of_another_kind_is_withheld_under_any_name(content: bytes, tmp_path: Path) -> None:
    assert published_documents(plan_with(tmp_path, entry(), a_pdf=content)) == {"a.pdf": Withheld.OTHER_KIND}


def test_a_too_large_file_is_withheld(tmp_path: Path) -> None:
    plan = plan_with(tmp_path, entry(), a_pdf=SCAN.ljust(LARGEST + 1))
    assert published_documents(plan) == {"a.pdf": Withheld.TOO_LARGE}


def test_files_beyond_the_byte_limit_of_a_plan_are_withheld(tmp_path: Path) -> None:
    most = LARGEST_PLAN // LARGEST
    names = [f"{letter}.pdf" for letter in "abcdefghij"[: most + 1]]
    listed = "".join(entry(name, f"d-{name[0]}") for name in names)
    plan = plan_with(tmp_path, listed, **{name.replace(".", "_"): SCAN.ljust(LARGEST) for name in names})
    assert list(published_documents(plan).values())[most - 1 :] == [f"d-{names[most - 1]}", Withheld.TOO_LARGE]


def test_a_file_that_no_document_names_is_ignored(tmp_path: Path) -> None:
    assert published_documents(plan_with(tmp_path, entry(), a_pdf=SCAN, b_pdf=SCAN)) == {"a.pdf": "signed.pdf"}


def test_of_two_files_with_one_id_only_the_first_is_published(tmp_path: Path) -> None:
    plan = plan_with(tmp_path, entry("a.pdf") + entry("b.pdf"), a_pdf=SCAN, b_pdf=SCAN)
    assert published_documents(plan) == {"a.pdf": "signed.pdf", "b.pdf": Withheld.SAME_ID}


def test_reviewed_evidence_is_published_under_a_name_that_follows_from_its_file(tmp_path: Path) -> None:
    stated = "{title: รายงานการอบรม, kind: รายงาน, date: 1 ต.ค. 2567, file: b.pdf, reviewed_for_personal_data: yes}"
    plan = plan_with(tmp_path, "", f", evidence: [{stated}]", b_pdf=SCAN)
    (public,) = published_documents(plan).values()
    assert public == f"evidence-{hashlib.sha256(b'b.pdf').hexdigest()[:12]}.pdf"
    (((found,),),) = (tuple(result_documents(plan, plan.results[0], plan.results[0].projects)),)
    assert found == plan_documents(plan)[-1]
    assert (found.kind, meaning(found.date), found.public_name) == ("รายงาน", datetime.date(2024, 10, 1), public)


def test_unreviewed_evidence_is_withheld(tmp_path: Path) -> None:
    plan = plan_with(tmp_path, "", ", evidence: [{title: ก, file: b.pdf}]", b_pdf=SCAN)
    found = plan_documents(plan)[-1]
    assert (found.kind, found.public_name, found.withheld) == ("หลักฐาน", None, Withheld.NOT_REVIEWED)


def test_a_file_that_a_document_publishes_keeps_its_address_as_evidence(tmp_path: Path) -> None:
    stated = "{title: ก, file: a.pdf, reviewed_for_personal_data: yes}"
    plan = plan_with(tmp_path, entry(), f", evidence: [{stated}]", a_pdf=SCAN)
    assert published_documents(plan) == {"a.pdf": "signed.pdf"}
    assert plan_documents(plan)[-1].public_name == "signed.pdf"
