"""Where the original of a plan is, and whom to ask if that is unknown."""

from __future__ import annotations

from typing import Any

from generator.views.original import OriginalDocument, original
from tests.views.one_plan import one_plan

SOURCE = {"document": "เอกสาร", "extent": "full", "entered_by": "lao"}
DOCUMENT = {"id": "d1", "kind": "แผนที่ลงนาม", "title": "แผน"}


def documents(**plan: Any) -> tuple[OriginalDocument, ...]:
    return original(one_plan(plan=plan)).documents


def test_a_source_with_an_address_is_the_original() -> None:
    found = documents(sources=[SOURCE | {"address": "https://a.go.th/plan.pdf"}])
    assert found == (OriginalDocument("เอกสาร", "https://a.go.th/plan.pdf", is_here=False, sha256=""),)


def test_a_document_is_known_by_its_address_or_by_its_hash() -> None:
    address, digest = "https://a.go.th/signed.pdf", "a" * 64
    found = documents(documents=[DOCUMENT | {"address": address}, DOCUMENT | {"id": "d2", "sha256": digest}])
    assert [(one.address, one.sha256) for one in found] == [(address, ""), ("", digest)]


def test_a_document_without_address_or_hash_is_no_original() -> None:
    assert documents(sources=[SOURCE], documents=[DOCUMENT]) == ()


def test_the_contact_is_that_of_the_lao_else_its_page() -> None:
    assert original(one_plan(lao={"contact": {"phone": "043-706875"}})).ask_address.endswith("/#contact")
    assert original(one_plan()).ask_address.endswith("/#identity")
