"""Every text field and printed cell of the model is in the full-text search, or has a reason here."""

from __future__ import annotations

from pathlib import Path

from generator.search.plan_sections import lao_sections
from tests.views.every_field import EveryField, read_every_field

_NUMBER = "the number of a line: the line is found by its words"
_COUNT = "a count"
NOT_SEARCHED = {
    "2567.yml projects.people": _COUNT,
    "2567.yml staff.total": _COUNT,
    "2567.yml staff.trained": _COUNT,
    "guidelines.yml items.number": _NUMBER,
    "idp.yml rows.methods.number": _NUMBER,
    "lao.yml name_variants.count": _COUNT,
    "lao.yml staff_counts.people": _COUNT,
    "plan.yml strategies.number": _NUMBER,
    "projects.yml projects.number": _NUMBER,
}
"""Place of a field -> why search does not find it."""


def test_every_text_is_searched_or_has_a_reason(tmp_path: Path) -> None:
    every = EveryField()
    read = read_every_field(tmp_path, every.files())
    words = "\n".join(f"{one.title}\n{one.text}" for one in lao_sections(read.lao_folder, {}))
    missing = {place for marker, place in every.places.items() if marker not in words}
    assert missing == set(NOT_SEARCHED), "add it to generator/search/plan_sections.py, or say in NOT_SEARCHED why not"
