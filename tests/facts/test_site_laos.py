"""National figures leave out made-up data if there is real data; a site without real LAOs counts all."""

from __future__ import annotations

import dataclasses

from generator.facts.site_laos import counted, site_fiction
from generator.model.lao import Fiction
from tests.views.some_laos import plan_folder, summary

REAL = summary(plan_folder(), code="5440501")
MADE_UP = summary(plan_folder(), code="5449901", fictional="yes")
OF_REAL_NAME = summary(plan_folder(), code="5440502", fictional="content")
UNREADABLE = summary(code="5449902", readable=False)


def test_one_real_lao_makes_a_site_real() -> None:
    assert site_fiction((MADE_UP, REAL)) is Fiction.NO
    assert counted((MADE_UP, REAL)) == (REAL,)


def test_a_site_of_made_up_laos_counts_them() -> None:
    assert site_fiction((MADE_UP, MADE_UP)) is Fiction.ALL
    assert counted((MADE_UP,)) == (MADE_UP,)


def test_real_names_on_a_made_up_site_are_reported() -> None:
    assert site_fiction((MADE_UP, OF_REAL_NAME)) is Fiction.CONTENT


def test_an_unreadable_lao_does_not_make_a_site_real() -> None:
    assert site_fiction((MADE_UP, UNREADABLE)) is Fiction.ALL
    assert site_fiction((UNREADABLE,)) is Fiction.NO


def test_an_unreadable_lao_may_state_that_it_is_made_up() -> None:
    assert site_fiction((dataclasses.replace(UNREADABLE, fiction=Fiction.ALL),)) is Fiction.ALL


def test_a_site_without_laos_is_real() -> None:
    assert site_fiction(()) is Fiction.NO
    assert counted(()) == ()
