"""The subject of a page as plain values for programs: an LAO, one of its plans, or the data files of all plans.

Views and pages fill it in; `exports/linked_data.py` writes it as schema.org.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from generator.facts.plan_in_lao import PlanInLao
from generator.model.lao import Lao
from generator.settings import Publisher
from generator.thai.dates import Cycle


class Organisation(NamedTuple):
    """An LAO: its identity, without persons."""

    code: str
    name: str
    """Type and name."""
    type: str
    district: str | None
    province: str
    website: str | None
    """Its own main website, as entered."""


class PlanDocument(NamedTuple):
    """A plan of an LAO: approved or announced, never a draft."""

    organisation: Organisation
    cycle: Cycle
    title: str
    """As printed; if none is entered, as pages name it."""
    files: tuple[str, ...] = ()
    """Addresses of the files that hold the plan."""


class DataFiles(NamedTuple):
    """A table of all plans, as files."""

    key: str
    name: str
    description: str
    files: tuple[str, ...]
    """Their addresses."""


class OpenData(NamedTuple):
    """The data files of all plans of the site."""

    title: str
    description: str
    publisher: Publisher
    tables: tuple[DataFiles, ...]


Subject = Organisation | PlanDocument | OpenData


def organisation_of(lao: Lao) -> Organisation:
    """Return an LAO as the subject of a page."""
    return Organisation(lao.code, lao.full_name, lao.type, lao.district, lao.province, lao.website)


def plan_document(context: PlanInLao, files: Iterable[str] = ()) -> PlanDocument:
    """Return a plan as the subject of a page, with the addresses of its files."""
    cycle = context.plan.cycle
    title = context.plan.title or f"แผนพัฒนาบุคลากร ๓ ปี {cycle.slug}"
    return PlanDocument(organisation_of(context.lao), cycle, title, tuple(files))
