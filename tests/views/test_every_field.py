"""Every field of the model is on a page of its LAO, or has a reason here."""

from __future__ import annotations

from pathlib import Path

from generator.checks.runner import COULD_NOT_CHECK, check_lao
from generator.model.description import FILES as DESCRIBED
from tests.checks.case import TODAY, reference
from tests.on_disk import read_on_disk
from tests.views.every_field import CODE, FILES, EveryField, words_of_lao

NOT_SHOWN: dict[str, str] = {}
"""Text field or printed cell -> why no page shows it."""

ONLY_IN_FINDINGS = {
    "FrameworkChoice.ref": "the name is beside it as printed",
    "IdpMethod.ref": "the name is beside it as printed",
    "IdpSkill.competencies": "the text of the skill is beside it as printed",
    "Project.curricula": "the card counts what the plan's own list does not have",
    "Project.methods": "the card counts what the plan's own list does not have",
    "Project.target_groups": "the card counts what the plan's own list does not have",
    "Project.competencies": "the card counts what the plan's own list does not have",
    "MatrixColumn.department": "the heading stands there as printed",
    "SurveyRow.department": "the heading stands there as printed",
}
"""Dangling references that are not shown, because something else is in their place."""


def missing(content: Path, every: EveryField, *, with_findings: bool = False) -> set[str]:
    """Return the fields whose markers no page shows."""
    words = words_of_lao(content, every.files(), with_findings=with_findings)
    return {field for marker, field in every.markers.items() if marker not in words}


def test_every_file_of_an_lao_is_covered() -> None:
    of_frameworks = {model for name, model in DESCRIBED.items() if name.startswith("frameworks/")}
    assert {*FILES.values()} == {*DESCRIBED.values()} - of_frameworks


def test_every_text_and_every_printed_cell_is_on_a_page(tmp_path: Path) -> None:
    remedy = "show it in a view of generator/views/ and its template, or say in NOT_SHOWN why not"
    assert missing(tmp_path, EveryField()) == set(NOT_SHOWN), remedy


def test_a_dangling_reference_is_shown_as_written(tmp_path: Path) -> None:
    assert missing(tmp_path, EveryField(references_lead_nowhere=True)) == set(ONLY_IN_FINDINGS)


def test_a_dangling_reference_that_is_not_shown_is_named_in_its_error(tmp_path: Path) -> None:
    assert not missing(tmp_path, EveryField(references_lead_nowhere=True), with_findings=True)


def test_no_rule_fails_on_dangling_references(tmp_path: Path) -> None:
    words_of_lao(tmp_path, EveryField(references_lead_nowhere=True).files())
    read = read_on_disk(CODE, tmp_path / "plans" / f"{CODE}-tua-yang", tmp_path, None)
    beginning = COULD_NOT_CHECK.partition("(")[0]
    assert [one for one in check_lao(read, reference(TODAY)) if one.message.startswith(beginning)] == []
