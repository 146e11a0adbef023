"""The items that rules are given: an LAO, a plan, a project, an IDP row, results, a framework document, a passage."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from generator.facts.plan_in_lao import PlanInLao
from generator.history.revisions import NO_HISTORY, PlanHistory
from generator.model.content import Framework, LaoFolder
from generator.model.framework import FrameworkEntry
from generator.model.idp import IdpRow
from generator.model.lao import Lao
from generator.model.lao import RegisteredLao as RegisteredLao
from generator.model.project import Project
from generator.model.results import YearResults

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class CheckBasis:
    """What plans are checked against: the national frameworks, the registry if there is one, the build's day."""

    frameworks: tuple[Framework, ...]
    today: datetime.date
    registry: dict[str, RegisteredLao] = field(default_factory=dict)
    """By seven-digit code; empty if there is no registry."""
    former_codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The folders of the LAOs that claim a former code, by code."""

    def for_lao(self, today: datetime.date, folder_name: str) -> CheckBasis:
        """Return a copy with the day and the claims on former codes of one LAO, given by the name of its folder.

        The lookups computed from the frameworks are shared between copies.
        """
        one = copy(self)
        claims = {code: folders for code, folders in self.former_codes.items() if folder_name in folders}
        object.__setattr__(one, "today", today)
        object.__setattr__(one, "former_codes", claims)
        return one

    @cached_property
    def entries(self) -> dict[str, FrameworkEntry]:
        """All entries of all frameworks by id."""
        return {entry.id: entry for framework in self.frameworks for _, entry in framework.walk()}

    def entry_name(self, identifier: str) -> str:
        """Return the name of an entry, or the id itself if unknown."""
        entry = self.entries.get(identifier)
        return entry.name if entry else identifier

    @cached_property
    def groups(self) -> dict[str, tuple[FrameworkEntry, ...]]:
        """Entries of each group, sub-entries included, by the group's id."""
        return {group.id: tuple(group.walk()) for framework in self.frameworks for group in framework.groups}


@dataclass(frozen=True)
class LaoItem:
    """An LAO: `lao.yml` and all of its plans. Paths are in lao.yml."""

    lao: Lao
    lao_folder: LaoFolder
    reference: CheckBasis


@dataclass(frozen=True)
class PlanItem(PlanInLao):
    """One plan with its LAO. Paths are in plan.yml."""

    lao_folder: LaoFolder
    reference: CheckBasis
    history: PlanHistory = NO_HISTORY
    """Its versions in git, as far as they were read."""

    @property
    def is_partial(self) -> bool:
        """Whether only a part of the document was received or readable: what is missing may be in the other parts."""
        return self.plan.is_partial or bool(self.files.unread)

    def is_read(self, project: int) -> bool:
        """Return whether everything that is written of a project, given by its index, could be read."""
        return ("projects.yml", project) not in self.files.unread_rows

    def strategy_name(self, identifier: str | None) -> str:
        """Return the name of a strategy, or the id as written if unknown."""
        known = self.strategies.get(identifier or "")
        return known.name if known else identifier or "ไม่ระบุยุทธศาสตร์"

    def tactic_name(self, identifier: str | None) -> str:
        """Return the name of a tactic, or the id as written if unknown."""
        known = self.tactics.get(identifier or "")
        return known.name if known else identifier or "ไม่ระบุกลยุทธ์"

    def covers_all(self, identifier: str) -> bool:
        """Return whether a department means all departments together."""
        known = self.departments.get(identifier)
        return known is not None and known.covers_all


class ProjectItem(NamedTuple):
    """One project of a plan. Paths are in its own mapping in projects.yml."""

    of: PlanItem
    project: Project


class IdpRowItem(NamedTuple):
    """One position of the IDP table. Paths are in its own mapping in idp.yml."""

    of: PlanItem
    row: IdpRow


@dataclass(frozen=True, slots=True)
class ResultsItem:
    """Results of one fiscal year. Paths are in its own file in results/."""

    of: PlanItem
    results: YearResults


@dataclass(frozen=True, slots=True)
class FrameworkItem:
    """A national document. Paths are in its document.yml; hits elsewhere name their file."""

    framework: Framework
    reference: CheckBasis


class Passage(NamedTuple):
    """A text in a file: a value of YAML, or a line of a draft. Equal texts of a file are one passage."""

    text: str
    """As written."""
    field: str
    """Its key, or the key of its list; empty outside YAML."""
    path: Path
    """Its path; if there are several, the first."""
    lao: Lao | None = None
    """The LAO that it belongs to; None for a framework or a draft."""
    is_worded: bool = True
    """Whether a person wrote it; other texts are only checked for personal data."""
    may_hold_personal_data: bool = False
    """Whether the field may contain a person's name."""
    often: Callable[[str], int] | None = None
    """Counts a word in the document of the text; None if unknown."""
    may_be_read: bool = True
    """Whether damaged words in it may be looked up in the dictionary: the amount per LAO is limited."""

    @property
    def is_value(self) -> bool:
        """Whether it is a whole YAML value, not a line of running text."""
        return bool(self.field)


def in_section(section: str | None) -> str:
    """Return ` (๓.๑๐)` for a message that names a part of the document, or an empty string without its section."""
    return f" ({section})" if section else ""
