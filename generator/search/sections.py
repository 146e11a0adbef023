"""A section of a page for full-text search: its kind, address, text and filter values."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any

from generator.model.base import Record
from generator.model.cells import PrintedCell
from generator.model.money import MoneyCell
from generator.model.roles import TEXTS, Role, fields_of
from generator.thai.dates import Cycle, FiscalYear, format_thai_date

BETWEEN = " · "
"""Separates the texts of a section in excerpts."""
_NUMBERING = re.compile(r"[0-9\u0e50-\u0e59.,() -]+")
# An address ends at an opening bracket that is not closed within it: otherwise each half link on a page would be
# searched to the end of the page.
_MARKDOWN = re.compile(r"[*_`#>|\\]+|^ *[-+] |\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)|[\[\]]", re.MULTILINE)


_SEEN = TEXTS | {Role.DATE, Role.YEAR, Role.MONEY, Role.PERIOD, Role.RECORD}
"""Roles of fields that readers see as written."""


class Part(StrEnum):
    """Kind of a section."""

    PROJECT = "project"
    POSITION = "position"
    STRATEGY = "strategy"
    YEAR = "year"
    """The page of a fiscal year of a plan."""
    EVIDENCE = "evidence"
    """The sheet of an assessment year (ITA)."""
    FILES = "files"
    """The downloads of a plan."""
    DOCUMENT = "document"
    """Any other part of a plan: its text, its lists, its official facts."""
    RESULTS = "results"
    GUIDELINES = "guidelines"
    IDENTITY = "identity"
    """The text of an LAO's own page."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a plan, or of an LAO's page, with its own address."""

    part: Part
    title: str
    """A project's name, a position, the heading of any other section."""
    text: str
    """The remaining text."""
    address: str
    years: tuple[FiscalYear, ...] = ()
    """Its fiscal years: those of a project or position, else those of the plan."""
    departments: tuple[str, ...] = ()
    strategy: str | None = None
    competencies: tuple[str, ...] = ()
    baht: Decimal | None = None
    """Stated amount of a project; None if it states none."""


@dataclass(frozen=True, slots=True)
class SearchedLao:
    """An LAO with its searchable sections."""

    code: str
    name: str
    type: str
    province: str
    """Name; empty if unknown."""
    sections: tuple[Section, ...]


def searched_to_json(lao: SearchedLao) -> bytes:
    """Return an LAO with its sections as one line of JSON."""
    sections = [
        [
            *(section.part, section.title, section.text, section.address, [year.be for year in section.years]),
            *(section.departments, section.strategy, section.competencies),
            None if section.baht is None else str(section.baht),
        ]
        for section in lao.sections
    ]
    written = [lao.code, lao.name, lao.type, lao.province, sections]
    return json.dumps(written, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def searched_from_json(data: bytes) -> SearchedLao:
    """Return the LAO that `searched_to_json` wrote."""
    code, name, kind, province, sections = json.loads(data.decode("utf-8", "surrogatepass"))
    return SearchedLao(code, name, kind, province, tuple(map(_section, sections)))


def _section(written: list[Any]) -> Section:
    part, title, text, address, years, departments, strategy, competencies, baht = written
    return Section(
        *(Part(part), title, text, address, tuple(map(FiscalYear, years)), tuple(departments), strategy),
        tuple(competencies),
        None if baht is None else Decimal(baht),
    )


def section_texts(section: Section) -> list[str]:
    """Return the texts of a section, title first."""
    return [section.title, *(section.text.split(BETWEEN) if section.text else ())]


def said(*values: Any) -> str:
    """Return all texts and days in records, without duplicates.

    Left out: ids and other data keys, and numbers of lines or parts of the document.
    """
    texts = dict.fromkeys(" ".join(text.split()).removeprefix("- ") for text in _texts(values))
    return BETWEEN.join(text for text in texts if text and not _NUMBERING.fullmatch(text))


def plain(markdown: str) -> str:
    """Return Markdown as approximate plain text, for excerpts."""
    return " ".join(_MARKDOWN.sub(" ", markdown).split())


def _texts(value: Any) -> Iterator[str]:
    if value is None:
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, Record):
        for name in _fields(type(value)):
            yield from _texts(getattr(value, name))
    elif isinstance(value, Iterable) and not isinstance(value, Cycle | FiscalYear):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, datetime.date):
        yield format_thai_date(value, "arabic")
    elif isinstance(value, PrintedCell):
        yield from _texts(value.meaning if value.meaning is not None else value.printed)
    elif isinstance(value, MoneyCell):
        yield value.printed if value.counted_baht is None or value.says_more else ""
    elif isinstance(value, (Cycle, FiscalYear)):
        yield str(value)


@cache
def _fields(kind: type[Record]) -> tuple[str, ...]:
    """Return the fields whose values readers see as written: texts, cells, records of them."""
    return tuple(name for name, field in fields_of(kind).items() if field.role in _SEEN)
