"""Every text that reading accepts is in the record and on a page, to the last character.

PHAEN_FUZZ=50 tries fifty times as many.
"""

from __future__ import annotations

import dataclasses
import json
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from generator.findings import has_errors
from generator.model.plan import PlanFolder
from generator.model.roles import CELLS, TEXTS, FieldRole, walk_texts
from generator.model.roles import Path as Place
from generator.pages.lao_pages import LaoPages
from generator.reading.lao_reader import ReadLao
from tests.checks.case import BLAMELESS, TODAY, reference
from tests.checks.random_plans import TEXTS as ANY_TEXT
from tests.checks.random_plans import as_yaml
from tests.on_disk import read_on_disk
from tests.shown import words_of_all
from tests.views.every_field import CODE, FILES

TIMES = int(os.environ.get("PHAEN_FUZZ", "1"))


def written(text: str) -> Any:
    """Return plain data of a YAML file: every scalar as its text."""
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # makes only texts, lists and mappings


def keeps_characters(field: FieldRole) -> bool:
    """Return whether a field keeps the typed text: a text, or a cell with its printed form.

    A plain year, date or number of ours (`cycle`, `fiscal_year`, `as_of`) keeps only its value.
    """
    return field.role in TEXTS or (field.role in CELLS and bool(field.is_.forms))


BLAMELESS_DATA = {name: written((BLAMELESS / name).read_text("utf-8")) for name in FILES if (BLAMELESS / name).exists()}
PLACES: list[tuple[str, Place, FieldRole]] = [
    (name, path, field)
    for name, data in BLAMELESS_DATA.items()
    for path, _, field in walk_texts(data, FILES[name])
    if field and keeps_characters(field)
]
"""Every text and every printed cell of the valid plan."""


def put(data: Any, path: Place, value: str) -> None:
    for part in path[:-1]:
        data = data[part]
    data[path[-1]] = value


def texts_in(record: object) -> Iterator[str]:
    """Yield every text of a record, including those of printed cells."""
    if isinstance(record, str):
        yield record
    elif isinstance(record, BaseModel):
        for name in type(record).model_fields:
            yield from texts_in(getattr(record, name))
    elif dataclasses.is_dataclass(record):
        for one in dataclasses.fields(record):
            yield from texts_in(getattr(record, one.name))
    elif isinstance(record, tuple | list | dict):
        for part in record.values() if isinstance(record, dict) else record:
            yield from texts_in(part)


def squeezed(text: str) -> str:
    """Return a text without whitespace, as pages collapse and trim it."""
    return re.sub(r"\s+", "", text)


def read_with(content: Path, changes: list[tuple[int, str]]) -> ReadLao:
    files = json.loads(json.dumps(BLAMELESS_DATA))
    for index, value in changes:
        name, path, _ = PLACES[index]
        put(files[name], path, value)
    folder = content / "plans" / f"{CODE}-tua-yang"
    for name, data in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(as_yaml(data), "utf-8")
    return read_on_disk(CODE, folder, content, frozenset(reference(TODAY).entries))


CHANGES = st.lists(
    st.tuples(st.integers(0, len(PLACES) - 1), ANY_TEXT.filter(lambda text: len(text) < 400)),
    min_size=1,
    max_size=12,
    unique_by=lambda change: change[0],
)


def test_every_accepted_character_is_kept_and_shown() -> None:
    accepted = []

    @settings(max_examples=30 * TIMES, suppress_health_check=list(HealthCheck), derandomize=TIMES == 1)
    @given(CHANGES)
    def try_one(changes: list[tuple[int, str]]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            read = read_with(Path(folder), changes)
        accepted.append(not has_errors(read.lao_folder.findings))
        if not accepted[-1]:
            return
        kept = {squeezed(text) for text in texts_in((read.lao_folder.lao, read.lao_folder.plans))}
        words = squeezed(words_of_all(LaoPages("arabic", TODAY).pages(read, ())))
        for index, value in changes:
            name, path, field = PLACES[index]
            assert squeezed(value) in kept, (name, path, value)
            if field.role in TEXTS:
                assert squeezed(value) in words, (name, path, value)

    try_one()
    assert sum(accepted) > len(accepted) / 3, "most of them are refused"


def test_the_valid_plan_is_read_without_findings() -> None:
    with tempfile.TemporaryDirectory() as folder:
        read = read_with(Path(folder), [])
    assert not read.lao_folder.findings
    assert isinstance(read.lao_folder.plans[0], PlanFolder)
