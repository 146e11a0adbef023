"""Every text field and printed cell of a plan is in its PDF, or has a reason here."""

from __future__ import annotations

import json
from pathlib import Path

from generator.exports.pdf_frame import PrintedPlan
from generator.exports.plan_pdf import plan_document
from generator.views.plan_context import plan_contexts
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


def test_every_text_of_a_plan_is_printed_or_has_a_reason(tmp_path: Path) -> None:
    every = EveryField()
    read = read_every_field(tmp_path, every.files())
    (context,) = plan_contexts(read, read.lao_folder.findings, TODAY)
    printed = json.dumps(plan_document(PrintedPlan(context, "5e" * 32)), ensure_ascii=False)
    missing = {place for marker, place in every.places.items() if marker not in printed}
    of_plan = {place for place in missing if not place.startswith((*OF_THE_LAO, RESULTS))}
    told = "add it to generator/views/printed_tables.py or generator/exports/plan_pdf.py, or say in NOT_PRINTED why not"
    assert of_plan == set(NOT_PRINTED), told
