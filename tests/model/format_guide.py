"""Generates the tables of docs/content-format.md from the model and the limits; the rest of the page is hand-written.

A table is between `<!-- made: NAME -->` and `<!-- end -->`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.model.description import FILES, Key, keys_of
from generator.model.roles import Role
from generator.reading import extent, file_limits, folders, narrative
from generator.reading.yaml_text import refusals

_MADE = re.compile(r"(?<=^<!-- made: )(?P<name>.+?)( -->\n).*?(?=^<!-- end -->$)", re.MULTILINE | re.DOTALL)

_ROLES = {
    Role.PRINTED: "text as printed",
    Role.NUMBER: "number as printed",
    Role.SECTION: "section as printed",
    Role.SUMMARY: "own words",
    Role.REMARK: "remark",
    Role.STATEMENT: "text of the LAO",
    Role.NAME: "name",
    Role.OWN_WORD: "one of",
    Role.ID: "id",
    Role.REFERENCE: "reference to",
    Role.MONEY: "money as printed",
    Role.PERIOD: "period as printed",
    Role.DATE: "day of the Buddhist era",
    Role.YEAR: "year of the Buddhist era",
    Role.COUNT: "whole number",
    Role.CODE: "code",
    Role.ADDRESS: "address, http or https",
    Role.HASH: "SHA-256, 64 hexadecimal digits",
    Role.FILE: "name of a file in documents/",
    Role.RECORD: "group",
}

_KINDS = {
    "department": "a department: id, name, alias",
    "strategy": "a strategy: id, name, printed number",
    "tactic": "a tactic: id, name, printed number under its strategy",
    "value": "a value: id, name, printed number",
    "local_strategy": "a local strategy: id, name, printed number",
    "project": "a project: id, name",
    "framework": "an entry of a framework: id, name",
    "item": "anything with an id: project, IDP row, strategy, tactic, document, `budget_matrix`",
}

LIMITS = {
    "MOST_PROJECTS": "projects of a plan",
    "MOST_POSITIONS": "rows of `idp.yml`",
    "MOST_STRATEGIES": "strategies of a plan",
    "MOST_TACTICS": "tactics of a plan",
    "MOST_CHOICES": "entries of each list of curricula, methods, target groups and competencies",
    "MOST_METHODS": "distinct numbers of methods in an IDP table",
    "MOST_OTHER_TABLES": "other tables of a plan",
    "MOST_CELLS": "cells of a survey, of a budget matrix, and of all other tables",
    "MOST_MARKS": "cells of an IDP table: positions by methods and years",
    "MOST_YEARS": "years in periods and money of all projects together",
    "MOST_REFERENCES": "references from the rows of a file",
    "MOST_NAMED": "characters of all names printed for those references",
    "MOST_DEPARTMENTS": "departments",
    "MOST_GUIDELINES": "guidelines",
    "MOST_ENTRIES": "entries of any other list",
    "LONGEST_TEXT": "characters of any other value",
    "LONGEST_NAME": "characters of a name of the LAO, its district and province, and of a title of guidelines",
}
"""Unit of each limit of reading/extent.py."""


def with_tables(markdown: str) -> str:
    """Return the page with every table regenerated."""
    return _MADE.sub(lambda match: f"{match['name']}{match[2]}\n{_MAKERS[match['name']]()}\n\n", markdown)


def made(markdown: str) -> list[str]:
    """Return the names of the tables in the page."""
    return [match["name"] for match in _MADE.finditer(markdown)]


def _keys(file: str) -> str:
    rows = [f"| `{key.path}` | {key.term} | {key.meaning} | {written(key)} |" for key in keys_of(FILES[file])]
    return "\n".join(["| key | Thai | what it is | written as |", "|---|---|---|---|", *rows])


def written(key: Key) -> str:
    """Return how the value of a key is written: its role, its target, its words or forms."""
    role = key.field.role
    said = _ROLES[role]
    if role is Role.REFERENCE:
        said = f"{said} {_KINDS[key.field.is_.of]}"
    if role is Role.OWN_WORD:
        groups = (" = ".join(f"`{word}`" for word in choice) for choice in key.field.is_.choices)
        said = f"{said}: {'<br>'.join(groups)}"
    if key.forms:
        said = f"{said}: {'<br>'.join(map(_form, key.forms))}"
    if key.field.many and "[]" in key.path.rpartition(".")[2]:
        said = f"list: {said}"
    return f"**required** · {said}" if key.is_required else said


def _form(form: str) -> str:
    return f"<pre>{form.replace(chr(10), '<br>')}</pre>" if "\n" in form else f"`{form}`"


def _limits() -> str:
    rows = [
        (f"{refusals.MAX_BYTES:,}", "bytes of a YAML file"),
        (f"{refusals.MAX_DEPTH:,}", "levels of nested groups and lists"),
        (f"{narrative.MAX_BYTES:,}", "bytes of `narrative.md`"),
        (f"{narrative.MOST_TAGS:,}", "HTML tags of `narrative.md`"),
        (f"{file_limits.MOST_COMMENTS:,}", "comment lines of a YAML file"),
        (f"{file_limits.MOST_BYTES:,}", "bytes of all YAML files of an LAO"),
        (f"{file_limits.MOST_RESULTS:,}", "files of results of a plan"),
        (f"{folders.MOST_FILES:,}", "files in a folder"),
        (f"{folders.MOST_CYCLES:,}", "cycles of an LAO"),
        *((f"{getattr(extent, name):,}", words) for name, words in LIMITS.items()),
        *((f"{extent.LISTS[of]:,}", f"`{of[1]}` of an LAO") for of in extent.LISTS if of[0] == "Lao"),
    ]
    return "\n".join(["| at most | of |", "|--:|---|", *(f"| {most} | {what} |" for most, what in rows)])


def _sections() -> str:
    return " ".join(f"`{section}`" for section in narrative.SECTION_IDS)


def _maker(file: str) -> Callable[[], str]:
    return lambda: _keys(file)


_MAKERS: dict[str, Callable[[], str]] = {
    "limits": _limits,
    "sections of narrative.md": _sections,
    **{f"keys of {file}": _maker(file) for file in FILES},
}
TABLES = frozenset(_MAKERS)
"""Names of the tables, each of which is in the page once."""
