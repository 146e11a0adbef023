"""The files that a page offers, and the names under which they are saved."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from generator.facts.named_documents import NamedDocument
from generator.views.downloads import document_saved_as, downloads
from tests.views.one_plan import FY2568, one_plan, results


def names(page: str, **parts: object) -> list[str]:
    context = one_plan(**parts)  # type: ignore[arg-type]  # keywords by name; a wrong one fails at once
    return [one.address.rpartition("/")[2] for one in downloads(context, page).listed]


def test_a_page_offers_its_files_with_the_workbook_first() -> None:
    assert names("projects")[:2] == ["plan.xlsx", "projects.csv"]
    assert names("idp")[:2] == ["plan.xlsx", "idp.csv"]


def test_a_table_without_rows_is_not_offered() -> None:
    assert "results.csv" not in names("overview")
    assert "results.csv" in names("overview", results=[results()])
    assert "idp.csv" not in names("overview", has_idp=False)


def saved(name: str, **plan: object) -> str:
    context = one_plan(lao={"name": name}, plan=plan)
    return downloads(context, "projects").listed[1].saved_as


def test_a_saved_file_is_named_by_lao_plan_and_part() -> None:
    assert saved("ตัวอย่าง") == "อบต.ตัวอย่าง-แผน-2567-2569-โครงการ-6990101.csv"


def test_a_draft_says_so_in_its_name() -> None:
    assert "-ร่าง-" in saved("ตัวอย่าง", state="draft")


HOSTILE = ["a/../../b", "CON", 'ก<>:"/\\|?*ข', "ก\u202efdp.exe", "ก\tข\nค", "ก. ", "ก" * 500, "..", '"><img src=x>']


@pytest.mark.parametrize("name", HOSTILE)
def test_every_system_can_store_the_name(name: str) -> None:
    found = saved(name)
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f]|[. ]$', found)
    assert found.isprintable()
    assert len(found.encode()) <= 255
    assert found.endswith("-6990101.csv")
    assert not re.match(r"(?i)(con|prn|aux|nul|com\d|lpt\d)\.", found)


def scanned(kind: str, **changes: Any) -> NamedDocument:
    known = NamedDocument("ก", kind, None, None, "a.pdf", None, is_reviewed=True, public_name="signed-plan.pdf")
    return replace(known, **changes)


def test_a_saved_document_is_named_by_lao_plan_and_kind() -> None:
    named = document_saved_as(one_plan(), scanned("แผน ฉบับลงนาม"))
    assert named == "อบต.ตัวอย่าง-แผน-2567-2569-แผน-ฉบับลงนาม-6990101.pdf"
    of_year = document_saved_as(one_plan(), scanned("รายงาน", fiscal_year=FY2568))
    assert of_year == "อบต.ตัวอย่าง-แผน-2567-2569-รายงาน-2568-6990101.pdf"
    assert document_saved_as(one_plan(), scanned("แผน", public_name=None)) is None


@pytest.mark.parametrize("kind", HOSTILE)
def test_every_system_can_store_the_name_of_a_document(kind: str) -> None:
    found = document_saved_as(one_plan(lao={"name": "ก" * 500}, plan={"state": "draft"}), scanned(kind)) or ""
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f]|[. ]$', found)
    assert found.isprintable()
    assert 0 < len(found.encode()) <= 255
