"""What a rule may be given: an LAO, a plan, a project, an IDP row, results, a framework document, a passage of text."""

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
from generator.model.project import Project
from generator.model.registered import RegisteredLao as RegisteredLao
from generator.model.results import YearResults

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Reference:
    """What plans are held against: the national frameworks, the registry where one is given, the build's day."""

    frameworks: tuple[Framework, ...]
    today: datetime.date
    registry: dict[str, RegisteredLao] = field(default_factory=dict)
    """By seven-digit code; empty where none is given."""
    former_codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The folders of the LAOs that claim a former code, by the code."""

    def for_lao(self, today: datetime.date, folder: str) -> Reference:
        """Return the same with the day and the claims that concern one LAO, given by the name of its folder.

        What was worked out of the frameworks is shared, not worked out again for each LAO.
        """
        one = copy(self)
        claims = {code: folders for code, folders in self.former_codes.items() if folder in folders}
        object.__setattr__(one, "today", today)
        object.__setattr__(one, "former_codes", claims)
        return one

    @cached_property
    def entries(self) -> dict[str, FrameworkEntry]:
        """All entries of all frameworks by id."""
        return {entry.id: entry for framework in self.frameworks for _, entry in framework.walk()}

    def entry_name(self, identifier: str) -> str:
        """Name of an entry; the id itself where there is no such entry."""
        entry = self.entries.get(identifier)
        return entry.name if entry else identifier

    @cached_property
    def groups(self) -> dict[str, tuple[FrameworkEntry, ...]]:
        """Entries of each group, those below other entries included, by the group's id."""
        return {group.id: tuple(group.walk()) for framework in self.frameworks for group in framework.groups}


@dataclass(frozen=True)
class LaoItem:
    """An LAO: `lao.yml` and all of its plans. Paths are those of lao.yml."""

    lao: Lao
    folder: LaoFolder
    reference: Reference


@dataclass(frozen=True)
class PlanItem(PlanInLao):
    """One plan among its LAO. Paths are those of plan.yml."""

    folder: LaoFolder
    reference: Reference
    history: PlanHistory = NO_HISTORY
    """Its versions in git, as far as they were read."""

    @property
    def is_partial(self) -> bool:
        """Whether only a part of the document was received or could be read: what is not here may stand in the rest."""
        return self.plan.is_partial or bool(self.files.unread)

    def strategy_name(self, identifier: str | None) -> str:
        """Name of a strategy; what is written where there is no such strategy."""
        known = self.strategies.get(identifier or "")
        return known.name if known else identifier or "ไม่ระบุยุทธศาสตร์"

    def tactic_name(self, identifier: str | None) -> str:
        """Name of a tactic; what is written where there is no such tactic."""
        known = self.tactics.get(identifier or "")
        return known.name if known else identifier or "ไม่ระบุกลยุทธ์"

    def covers_all(self, identifier: str) -> bool:
        """Say whether a department stands for all departments together."""
        known = self.departments.get(identifier)
        return known is not None and known.covers_all


class ProjectItem(NamedTuple):
    """One project of a plan. Paths are those of its own mapping in projects.yml."""

    of: PlanItem
    project: Project


class IdpRowItem(NamedTuple):
    """One position of the IDP table. Paths are those of its own mapping in idp.yml."""

    of: PlanItem
    row: IdpRow


@dataclass(frozen=True, slots=True)
class ResultsItem:
    """Results of one fiscal year. Paths are those of its own file in results/."""

    of: PlanItem
    results: YearResults


@dataclass(frozen=True, slots=True)
class FrameworkItem:
    """A national document. Paths are those of its document.yml; hits elsewhere name their file."""

    framework: Framework
    reference: Reference


class Passage(NamedTuple):
    """A text somewhere in a file: a value of YAML, or a line of a draft. Equal texts of a file come once."""

    text: str
    """As written."""
    field: str
    """The key it stands under, or under whose list it stands; empty outside of YAML."""
    path: Path
    """Where it stands; of several places, the first."""
    lao: Lao | None = None
    """Whose content it is; None for a framework or a draft."""
    is_worded: bool = True
    """Whether a person worded it; else it is written for the computer, and only looked at for personal data."""
    may_hold_personal_data: bool = False
    """Whether the field is meant for a person's name."""
    often: Callable[[str], int] | None = None
    """How often a word stands in the document that the text is of; None where that is not known."""
    may_be_read: bool = True
    """Whether the dictionary may read what is damaged in it: how much it reads of an LAO is bounded."""

    @property
    def is_value(self) -> bool:
        """Whether it is a whole value of YAML, not a line of running text."""
        return bool(self.field)


def in_section(section: str | None) -> str:
    """Return ` (๓.๑๐)` for a message that names a part of the document; nothing where its section is not known."""
    return f" ({section})" if section else ""
