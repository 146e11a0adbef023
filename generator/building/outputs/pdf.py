"""The plans of an LAO as PDF: each whole plan, and each of its fiscal years."""

from __future__ import annotations

from generator import addresses
from generator.building.outputs.work import Files, LaoWork
from generator.exports.pdf_frame import PrintedPlan, publishable
from generator.exports.plan_pdf import plan_document
from generator.exports.typesetting import set_pdf
from generator.exports.year_pdf import year_document


def make(work: LaoWork) -> Files:
    """Return the files, none for an unreadable plan."""
    files: dict[str, bytes] = {}
    for context in work.plan_contexts:
        code, cycle = context.lao.code, context.plan.cycle
        printed = PrintedPlan(publishable(context, work.found), work.content, work.site_url)
        files[addresses.plan_pdf(code, cycle)[1:]] = set_pdf(plan_document(printed))
        for year in cycle.years:
            files[addresses.year_pdf(code, cycle, year)[1:]] = set_pdf(year_document(printed, year))
    return files
