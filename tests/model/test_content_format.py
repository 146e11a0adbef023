"""docs/content-format.md matches the model. `--update-golden` regenerates its tables."""

from __future__ import annotations

import re

import pytest
import yaml

from generator.model.framework import FrameworkDocument, FrameworkGroup
from generator.reading import extent
from tests.building_blocks import ROOT
from tests.model.format_guide import LIMITS, TABLES, made, with_tables

PAGE = ROOT / "docs" / "content-format.md"


def test_the_tables_match_the_model(request: pytest.FixtureRequest) -> None:
    written = PAGE.read_text("utf-8")
    fresh = with_tables(written)
    if request.config.getoption("--update-golden"):
        PAGE.write_text(fresh, "utf-8", newline="\n")
        written = fresh
    assert written == fresh, f"run pytest --update-golden {__file__}"


def test_every_table_is_in_the_page_once() -> None:
    assert sorted(made(PAGE.read_text("utf-8"))) == sorted(TABLES)


def test_every_limit_of_a_plan_is_named() -> None:
    assert {name for name in vars(extent) if re.match("MOST_|LONGEST_", name)} == LIMITS.keys()


@pytest.mark.parametrize(("name", "model"), [("document", FrameworkDocument), ("group", FrameworkGroup)])
def test_the_framework_examples_are_valid_records(
    name: str, model: type[FrameworkDocument] | type[FrameworkGroup]
) -> None:
    (example,) = re.findall(rf"^```yaml frameworks/{name}\.yml\n(.*?)^```$", PAGE.read_text("utf-8"), re.M | re.S)
    model.model_validate(yaml.load(example, yaml.BaseLoader))  # noqa: S506  # creates strings, lists and mappings only
