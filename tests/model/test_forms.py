"""Every example form of a cell in the description is parsed with a meaning."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Annotated, Any

import pytest
import yaml
from pydantic import BaseModel, TypeAdapter

from generator.model.base import CountCell, DateCell, YearCell, choice
from generator.model.cells import PrintedCell
from generator.model.description import FILES, keys_of
from generator.model.lao import LAO_TYPES
from generator.model.money import Budget, BudgetState, MoneyCell
from generator.model.periods import Periods
from generator.model.results import STATUSES
from generator.model.roles import CELLS, fields_of
from generator.model.strategy import Basis
from generator.reading.names import PlanNames
from generator.thai.dates import Cycle

LaoType = Annotated[str, choice(LAO_TYPES, "")]
Status = Annotated[str, choice(STATUSES, "")]
NAMES = PlanNames(Cycle.parse("2567-2569"), None)


def cells() -> Iterator[tuple[type[BaseModel], str, str]]:
    """Yield record, field and form of every example, each form of a field once."""
    found: dict[tuple[type[BaseModel], str, str], None] = {}
    for top in FILES.values():
        for key in keys_of(top):
            model = top
            *records, name = key.path.replace("[]", "").split(".")
            for record in records:
                model = fields_of(model)[record].record or model
            found |= {(model, name, form): None for form in key.forms}
    yield from found


@pytest.mark.parametrize(("model", "name", "form"), list(cells()))
def test_a_form_is_read_with_its_meaning(model: type[BaseModel], name: str, form: str) -> None:
    block = f"\n{textwrap.indent(form, '  ')}" if ":" in form else f" {form}"
    value = yaml.load(f"{name}:{block}\n", yaml.BaseLoader)[name]  # noqa: S506  # creates strings and mappings only
    value = [value] if fields_of(model)[name].many and not isinstance(value, list) and is_list(model, name) else value
    read = TypeAdapter(model.model_fields[name].rebuild_annotation()).validate_python(value, context=NAMES)
    assert not list(unread(read))


def is_list(model: type[BaseModel], name: str) -> bool:
    return "tuple[" in str(model.model_fields[name].annotation)


def unread(value: Any) -> Iterator[object]:
    """Yield the values that could not be interpreted."""
    if isinstance(value, PrintedCell):
        yield from [value] if value.is_unread else []
    elif isinstance(value, MoneyCell):
        yield from [value] if value.state in (BudgetState.UNREAD, BudgetState.UNIT) else []
    elif isinstance(value, Budget):
        yield from (cell for cell in value.cells for _ in unread(cell))
    elif isinstance(value, Periods):
        yield from value.unread()
    elif isinstance(value, tuple):
        yield from (one for part in value for one in unread(part))


@pytest.mark.parametrize(
    ("kind", "written", "meant"),
    [
        (LaoType, "ทต", "เทศบาลตำบล"),
        (LaoType, "อ.บ.ต.", "อบต."),
        (Status, "ดําเนินการแล้วเสร็จ", "done"),
        (Status, "In progress", "in_progress"),
        (Status, "“done”", "done"),
        (Basis, "Per-year", "per_year"),
    ],
)
def test_a_word_of_ours_is_read_in_any_spelling(kind: Any, written: str, meant: str) -> None:
    assert TypeAdapter(kind).validate_python(written) == meant


@pytest.mark.parametrize("kind", [CountCell, DateCell, YearCell])
def test_a_dash_is_printed_without_a_doubt(kind: Any) -> None:
    cell = TypeAdapter(kind).validate_python("–")
    assert (cell.printed, cell.meaning, cell.is_unread) == ("–", None, False)
    assert TypeAdapter(kind).validate_python("ทุกคน").is_unread


def test_every_kind_of_cell_has_example_forms() -> None:
    shown = {key.field.role for top in FILES.values() for key in keys_of(top) if key.forms}
    assert shown == CELLS
