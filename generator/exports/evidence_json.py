"""An evidence sheet as JSON, for `phaen evidence --format json`: the data of the page."""

from __future__ import annotations

from typing import Any

from generator.views.evidence_sheet import EvidenceSheetView, SheetItem
from generator.views.evidence_tables import ShownElement
from generator.words.evidence import REASON

SCHEMA = 1


def evidence_record(code: str, sheet: EvidenceSheetView) -> dict[str, Any]:
    """Return a sheet as JSON values; years are of the Buddhist era."""
    return {
        "schema": SCHEMA,
        "code": code,
        "lao": sheet.lao_name,
        "cycle": sheet.cycle.slug,
        "assessment_year": sheet.fiscal_year.be,
        "items_known": sheet.assessment is not None,
        "is_draft": sheet.is_draft,
        "saved": sheet.saved.isoformat() if sheet.saved else None,
        "address": sheet.submitted,
        "website": sheet.website,
        "menu": list(sheet.menu),
        "reported": sheet.reported.isoformat() if sheet.reported else None,
        "items": [_item(one) for one in sheet.items],
        "related": [
            {"number": one.number, "name": one.name, "source": one.source, "confidence": one.confidence}
            for one in sheet.related
        ],
        "files": [
            {
                "title": one.title,
                "kind": one.kind,
                "date": one.day.isoformat() if one.day else None,
                "size": one.size,
                "address": sheet.whole(one.address) if one.address else None,
                "sha256": one.sha256,
                "not_published_because": one.why_absent or None,
            }
            for one in sheet.files
        ],
    }


def _item(one: SheetItem) -> dict[str, Any]:
    item = one.fact.item
    return {
        "number": item.number,
        "name": item.name,
        "looks_at_year": one.fact.fiscal_year.be,
        "source": item.source,
        "confidence": item.confidence,
        "elements": [_element(shown) for shown in one.shown],
        "also_needed": list(item.also_needed),
        "addresses": [page.submitted for page in one.pages],
        "text": one.copied,
        "no_text_because": one.not_yet,
    }


def _element(shown: ShownElement) -> dict[str, Any]:
    fact = shown.fact
    return {
        "id": fact.element.id,
        "name": fact.element.name,
        "state": fact.state,
        "reason": REASON[fact.reason].format(fact.done, fact.of),
        "projects_without_basis": fact.without_basis,
        "projects_lacking": list(fact.lacking),
        "projects_doubtful": list(fact.doubtful),
        "where": shown.address,
        "source": fact.element.source,
        "confidence": fact.element.confidence,
    }
