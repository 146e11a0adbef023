"""Every text field and printed cell of a plan is in its PDF, or has a reason here."""

from __future__ import annotations

import json
from typing import Any

import pypdfium2
import pytest

from generator.exports.pdf_blocks import facts, paragraph, part, table
from generator.exports.pdf_frame import PrintedPlan
from generator.exports.pdf_text import Run, run
from generator.exports.plan_pdf import plan_document
from generator.exports.typesetting import set_pdf
from generator.views.plan_context import plan_contexts
from generator.views.table_cells import words
from generator.views.tables import Column, Row, Table
from tests.exports.pdf_reading import squeezed, text_of
from tests.views.every_field import TODAY, EveryField, read_every_field

OF_THE_LAO = ("lao.yml ", "guidelines.yml ")
"""Files about the LAO: a plan's PDF quotes them only where the plan does."""
RESULTS = "2567.yml "
"""Results are added every year and do not change the announced plan: the PDF leaves them out."""
NOT_PRINTED = {
    "plan.yml topics.note": "tells where a part is that the PDF lacks; this plan has the part",
    "plan.yml topics.section": "tells where a part is that the PDF lacks; this plan has the part",
    "projects.yml projects.evidence.item": "the note of an assessment stands there as printed",
    "projects.yml projects.evidence.scheme": "the note of an assessment stands there as printed",
}
"""Place of a field -> why the PDF leaves it out."""


@pytest.fixture(scope="module")
def every() -> EveryField:
    return EveryField()


@pytest.fixture(scope="module")
def document(every: EveryField, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    read = read_every_field(tmp_path_factory.mktemp("every"), every.files())
    (context,) = plan_contexts(read, read.lao_folder.findings, TODAY)
    return plan_document(PrintedPlan(context, "5e" * 32))


def test_every_text_of_a_plan_is_printed_or_has_a_reason(every: EveryField, document: dict[str, Any]) -> None:
    printed = json.dumps(document, ensure_ascii=False)
    missing = {place for marker, place in every.places.items() if marker not in printed}
    of_plan = {place for place in missing if not place.startswith((*OF_THE_LAO, RESULTS))}
    remedy = (
        "add it to generator/views/printed_tables.py or generator/exports/plan_pdf.py, or say in NOT_PRINTED why not"
    )
    assert of_plan == set(NOT_PRINTED), remedy


def test_typst_leaves_out_no_text_of_the_document(every: EveryField, document: dict[str, Any]) -> None:
    in_document = json.dumps(document, ensure_ascii=False)
    found = text_of(set_pdf(document))
    lost = {place for marker, place in every.places.items() if marker in in_document and squeezed(marker) not in found}
    assert lost == set()


def test_a_list_is_set_wherever_a_run_may_stand(document: dict[str, Any]) -> None:
    listed: Run = ["list", "ข้อหนึ่ง", "ข้อสอง"]
    runs: list[Run] = [listed, ["quiet", listed], ["+", "ก่อน", listed], ["strong", ["+", listed, "หลัง"]]]
    plain = table(Table("t", words("ตาราง"), (Column("หัวตาราง"),), (Row((words("ช่อง"),)),)))[-1]
    blocks = [one for each in runs for one in (paragraph(each), facts([("ชื่อ", each)]), {**plain, "note": each})]
    found = text_of(set_pdf({**document, "blocks": [part("ส่วนที่ ๑"), *blocks]}))
    assert found.count("ข้อหนึ่ง") == found.count("ข้อสอง") == len(blocks)


@pytest.mark.parametrize("letter", ["x", "/", "ก"])
def test_a_run_without_words_ends_at_the_edge_of_the_page(document: dict[str, Any], letter: str) -> None:
    pdf = set_pdf({**document, "blocks": [part("ส่วนที่ ๑"), paragraph(run(letter * 400))]})
    assert text_of(pdf).count(letter * 400) == 1
    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage()
        assert all(text.get_charbox(place)[2] <= page.get_width() for place in range(text.count_chars()))
