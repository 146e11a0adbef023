"""Whether a plan is in force follows from its stated dates, to the day."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from generator.facts.legal_state import LegalState, legal_state
from tests.views.one_plan import one_plan

ANNOUNCED = {"announcement": {"effective_date": "1 ต.ค. 2566"}}
LATE = {"announcement": {"date": "5 ม.ค. 2567", "effective_date": "1 ม.ค. 2567"}}


@pytest.mark.parametrize(
    ("plan", "today", "state"),
    [
        ({"state": "draft"}, (2024, 6, 1), LegalState.NOT_ANNOUNCED),
        ({"state": "approved"}, (2024, 6, 1), LegalState.NOT_ANNOUNCED),
        (ANNOUNCED, (2023, 9, 30), LegalState.NOT_YET_IN_FORCE),
        (ANNOUNCED, (2023, 10, 1), LegalState.IN_FORCE),
        (ANNOUNCED, (2026, 9, 30), LegalState.IN_FORCE),
        (ANNOUNCED, (2026, 10, 1), LegalState.EXPIRED),
        (LATE, (2023, 12, 31), LegalState.NOT_YET_IN_FORCE),
        ({}, (2023, 10, 1), LegalState.IN_FORCE),
    ],
)
def test_the_legal_state_comes_from_the_dates(
    plan: dict[str, Any], today: tuple[int, int, int], state: LegalState
) -> None:
    assert legal_state(one_plan(plan=plan).plan, datetime.date(*today)) is state
