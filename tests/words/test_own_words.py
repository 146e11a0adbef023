"""Words of the interface are accepted in files in any typed or copied form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.facts.states import TopicState
from generator.model.description import FILES, keys_of
from generator.model.lao import LAO_TYPES, Lao
from generator.model.money import read_money_cell
from generator.model.official import Correction, SourceDocument
from generator.model.plan import Plan
from generator.model.plan_parts import FrameworkChoice, Topic
from generator.model.results import ProjectResult
from generator.model.roles import Role, fields_of
from generator.words import interface

LABELS: tuple[tuple[type[BaseModel], str, Mapping[str, str]], ...] = (
    (Plan, "state", {str(state): label for state, label in interface.DOCUMENT_STATE.items()}),
    (Plan, "budget_basis", {str(basis): label for basis, label in interface.BUDGET_BASIS.items() if basis}),
    (SourceDocument, "extent", interface.EXTENT),
    (SourceDocument, "entered_by", interface.ENTERED_BY),
    (Correction, "kind", interface.CORRECTION_KIND),
    (FrameworkChoice, "kind", {kind: label for kind, label in interface.COMPETENCY_KIND.items() if kind}),
    (Topic, "topic", interface.TOPIC),
    (
        Topic,
        "coverage",
        {
            "full": interface.TOPIC_STATE[TopicState.FOUND],
            "partial": interface.TOPIC_STATE[TopicState.PARTIAL],
        },
    ),
    (ProjectResult, "status", {str(status): label for status, label in interface.RESULT_STATUS.items()}),
    (Lao, "type", {kind: kind for kind in LAO_TYPES.values()}),
)
"""Fields with fixed words, and the words for their values on the site."""

UNREAD = "unread"
"""The label of unreadable values, which files do not contain."""
BLANK = (ProjectResult, "not_stated")
"""Likewise of a blank status."""


def labels() -> Iterator[tuple[type[BaseModel], str, str, str]]:
    for model, field, words in LABELS:
        yield from (
            (model, field, value, label)
            for value, label in words.items()
            if value != UNREAD and (model, value) != BLANK
        )


def read(model: type[BaseModel], field: str, text: str) -> str:
    """Read a text as the value of one field."""
    info = model.model_fields[field]
    return str(TypeAdapter(info.rebuild_annotation()).validate_python(text))


@pytest.mark.parametrize(("model", "field", "value", "label"), list(labels()))
def test_a_label_of_the_site_is_accepted_as_its_word(
    model: type[BaseModel], field: str, value: str, label: str
) -> None:
    assert read(model, field, label) == value


@pytest.mark.parametrize(("model", "field", "value", "label"), list(labels()))
def test_a_label_copied_from_a_page_is_accepted(model: type[BaseModel], field: str, value: str, label: str) -> None:
    split = label.replace("\u0e33", "\u0e4d\u0e32")  # sara am in two code points, as in PDF files
    spaced = f"  {label[:3]} \u200b{label[3:]}\ufeff "  # blanks and invisible characters
    thai = label.replace("3", "๓")
    assert {read(model, field, text) for text in (split, spaced, thai, label.upper())} == {value}


def own_words() -> Iterator[tuple[type[BaseModel], str, str, str]]:
    for top in FILES.values():
        for key in keys_of(top):
            if key.field.role is Role.OWN_WORD:
                yield from ((top, key.path, choice[0], word) for choice in key.field.is_.choices for word in choice)


@pytest.mark.parametrize(("top", "path", "value", "word"), list(own_words()))
def test_a_word_listed_in_the_model_gives_its_value(top: type[BaseModel], path: str, value: str, word: str) -> None:
    model = top
    *records, field = path.replace("[]", "").split(".")
    for name in records:
        model = fields_of(model)[name].record or model
    assert read(model, field, word) == read(model, field, value)


def test_an_unknown_word_is_rejected() -> None:
    with pytest.raises(ValidationError, match="ไม่ใช่ค่าที่ใช้ได้"):
        read(Plan, "state", "ประกาศใช้เร็ว ๆ นี้")


@pytest.mark.parametrize("label", [interface.BUDGET_BASIS[basis] for basis in interface.BUDGET_BASIS if basis][:2])
def test_the_basis_of_one_cell_takes_the_same_words(label: str) -> None:
    cell = read_money_cell({"printed": "ห้าหมื่นเศษ", "amount": "50000", "basis": label})
    assert interface.BUDGET_BASIS[cell.basis] == label
