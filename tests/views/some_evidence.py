"""The items of one assessment year as records, without files; a test changes only what it is about."""

from __future__ import annotations

from typing import Any

from generator.model.assessment import AssessmentYear

_RESTS_ON = {"source": "หน้า OIT", "confidence": "seen"}


def assessment(
    fiscal_year: str = "2568", *, plan: tuple[str, ...] = (), report: tuple[str, ...] = (), text: str = "ก"
) -> AssessmentYear:
    """Return a year whose plan item checks `plan` in the year, and whose report item `report` in the year before."""

    def elements(looked_up: tuple[str, ...]) -> list[dict[str, Any]]:
        return [{"id": one.replace("_", "-"), "name": text, "looked_up": one, **_RESTS_ON} for one in looked_up]

    def item(id: str, number: str, looks_at: str, looked_up: tuple[str, ...]) -> dict[str, Any]:
        named = {"id": id, "number": number, "name": text, "looks_at": looks_at, "evidences": text}
        return named | {"also_needed": [text], "elements": elements(looked_up), **_RESTS_ON, "source": text}

    listed = [
        item(*one) for one in (("plan", "o14", "year", plan), ("report", "o15", "year_before", report)) if one[-1]
    ]
    return AssessmentYear.model_validate({"fiscal_year": fiscal_year, "items": listed, **_RESTS_ON, "source": text})
