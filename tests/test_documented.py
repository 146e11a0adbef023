"""Every command, option, setting and variable is documented, and everything that the docs name exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from generator.cli import COMMANDS
from generator.engine.plugin import PhaenOptions, PublisherOptions
from generator.publishing.access import ACCESS_KEYS
from generator.publishing.site_dir import SiteSettings
from tests.building_blocks import ROOT
from tests.command_reference import _ENVIRONMENT, commands, options_of, plugin_options, with_tables

REFERENCE = ROOT / "docs" / "commands.md"
DOCS = (
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "SECURITY.md",
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted((ROOT / "content" / "pages").rglob("*.md")),
)
KNOWN = {name.removeprefix("phaen "): options_of(command).keys() | {"--help"} for name, command in commands()}
_CODE = re.compile(r"^```[^\n]*\n(?P<block>.*?)^```|(?<!`)`(?P<span>[^`\n]+)`(?!`)", re.MULTILINE | re.DOTALL)
_CALL = re.compile(r"(?<![\w./-])phaen (?P<name>[a-z][a-z-]*(?: install)?)(?P<rest>[^\n;|&#]*)")


def calls(page: Path) -> Iterator[tuple[str, set[str]]]:
    """Yield every command that a page writes as code, with its options."""
    for code in _CODE.finditer(page.read_text("utf-8")):
        text = re.sub(r"\\\n\s*", " ", code["block"] or code["span"])
        for call in _CALL.finditer(text):
            yield call["name"], set(re.findall(r"(?<!\S)\[?(--[a-z][a-z-]*)", call["rest"]))


def test_the_reference_equals_the_program(request: pytest.FixtureRequest) -> None:
    written = REFERENCE.read_text("utf-8")
    fresh = with_tables(written)
    if request.config.getoption("--update-golden"):
        REFERENCE.write_text(fresh, "utf-8", newline="\n")
        written = fresh
    assert written == fresh, "run pytest tests/test_documented.py --update-golden"


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_documented_command_has_its_documented_options(page: Path) -> None:
    groups = {name.split()[0] for name in KNOWN if " " in name}
    for name, options in calls(page):
        first = name.split()[0]
        assert first in COMMANDS, f"phaen {name}"
        if first in groups:
            assert name in KNOWN or name == first, f"phaen {name}"
            known = set().union(*(have for one, have in KNOWN.items() if one.split()[0] == first))
        else:
            known = KNOWN[first]
        assert options <= known, f"phaen {name}: {sorted(options - known)}"


def test_the_docs_call_every_command() -> None:
    """Fails if the expressions above match nothing."""
    assert {name.split()[0] for page in DOCS for name, _ in calls(page)} == set(COMMANDS)


def test_settings_are_those_of_the_plugin() -> None:
    stated = {name for name, _ in PhaenOptions._schema} | {f"publisher.{name}" for name, _ in PublisherOptions._schema}
    assert plugin_options().keys() == stated
    assert all(text for name, text in plugin_options().items() if "." not in name)


def test_keys_of_site_json_and_the_access_file_are_documented() -> None:
    tables = (ROOT / "docs" / "publishing.md").read_text("utf-8")
    documented = re.findall(r"^\| `([a-z_]+)` \|", tables, re.MULTILINE)
    assert set(documented) == {one.name for one in fields(SiteSettings)} | set(ACCESS_KEYS)


def test_variables_are_those_that_the_program_reads() -> None:
    program = "\n".join(file.read_text("utf-8") for file in sorted((ROOT / "generator").rglob("*.py")))
    read = set(re.findall(r"\b(PHAEN_[A-Z_]+|SOURCE_DATE_EPOCH)\b", program))
    assert read == _ENVIRONMENT.keys()


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_make_target_that_the_docs_name_exists(page: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for code in _CODE.finditer(page.read_text("utf-8")):
        for target in re.findall(r"(?:^|\n)make ([a-z-]+)", code["block"] or code["span"]):
            assert target in targets, f"make {target}"


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_module_that_the_docs_run_exists(page: Path) -> None:
    for module in re.findall(r"python -m ((?:tests|tools|generator)[\w.]*)", page.read_text("utf-8")):
        assert (ROOT / f"{module.replace('.', '/')}.py").is_file(), module
