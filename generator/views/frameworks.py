"""The national documents: list, summary and validity of each, its entries, and the plans that use them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator import addresses
from generator.facts.framework_users import FrameworkUser, FrameworkUsers
from generator.facts.states import Validity
from generator.findings import Finding, Location, Severity
from generator.model.content import Framework, Frameworks
from generator.model.framework import (
    FrameworkDate,
    FrameworkDocument,
    FrameworkEntry,
    FrameworkGroup,
    FrameworkLetter,
    FrameworkNote,
    FrameworkResolution,
)
from generator.model.official import SourceDocument
from generator.model.plan_parts import CitedSource, Quotation
from generator.thai.dates import Cycle, parse_thai_date
from generator.thai.text import fold_for_comparison
from generator.views.finding_places import PagePlace, place_in_framework
from generator.views.framework_tables import (
    GroupLine,
    dates_table,
    groups_table,
    letters_table,
    notes_table,
    resolutions_table,
)
from generator.views.page_findings import NO_FINDINGS, PageFindings, page_findings
from generator.views.quoted_tables import cited_table, quotations_table
from generator.views.tables import Table

SHOWN_USERS = 30
"""Longest list of plans per entry, as thousands would help nobody; the count stays exact."""

GROUP_OF_KIND = {
    "core": "competencies-core",
    "executive": "competencies-executive",
    "line": "competencies-line",
}
"""Kind of competencies that IDP rows name as a whole -> group of the master plan."""

_BETWEEN_QUOTED = " / "


@dataclass(frozen=True, slots=True)
class ValidityView:
    """A document's period of validity and its state."""

    state: Validity
    valid_from: datetime.date | None
    valid_to: datetime.date | None
    note: str | None
    """What the dates are based on."""


@dataclass(frozen=True, slots=True)
class FrameworkLine:
    """One document of the index."""

    anchor: str
    title: str
    issuer: str
    address: str
    validity: ValidityView
    summary: str | None
    groups: int


@dataclass(frozen=True, slots=True)
class UnreadableFramework:
    """A document that could not be read."""

    folder: str
    """Relative to the content folder."""
    errors: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class FrameworksIndexView:
    """All national documents."""

    documents: tuple[FrameworkLine, ...]
    unreadable: tuple[UnreadableFramework, ...]


@dataclass(frozen=True, slots=True)
class DateConflict:
    """Different days that the document prints for the same thing."""

    dates: tuple[FrameworkDate, ...]
    note: str
    """What contradicts."""


@dataclass(frozen=True, slots=True)
class LetterConflict:
    """Different numbers that the document prints for the same letter."""

    letters: tuple[FrameworkLetter, ...]
    note: str
    """What contradicts."""


@dataclass(frozen=True, slots=True)
class FrameworkView:
    """One national document."""

    title: str
    issuer: str
    summary: str | None
    validity: ValidityView
    source: SourceDocument
    resolutions: tuple[FrameworkResolution, ...]
    dates: tuple[FrameworkDate, ...]
    date_conflicts: tuple[DateConflict, ...]
    letters: tuple[FrameworkLetter, ...]
    letter_conflicts: tuple[LetterConflict, ...]
    cited: tuple[CitedSource, ...]
    notes: tuple[FrameworkNote, ...]
    quotations: tuple[Quotation, ...]
    groups: tuple[GroupLine, ...]
    findings: PageFindings
    location: Location

    @property
    def groups_table(self) -> Table:
        """Its lists."""
        return groups_table(self.groups)

    @property
    def resolutions_table(self) -> Table:
        """Resolutions named in it."""
        return resolutions_table(self.resolutions)

    @property
    def dates_table(self) -> Table:
        """All dates printed in it."""
        return dates_table(self.dates)

    @property
    def letters_table(self) -> Table:
        """Letters printed in it."""
        return letters_table(self.letters)

    @property
    def notes_table(self) -> Table:
        """Contradictions inside it."""
        return notes_table(self.notes)

    @property
    def quotations_table(self) -> Table:
        """Excerpts."""
        return quotations_table("quotations", self.quotations)

    @property
    def cited_table(self) -> Table:
        """What it cites."""
        return cited_table("cited", self.cited)


class UserLine(NamedTuple):
    """One plan that names an entry."""

    lao_name: str
    district: str | None
    province: str | None
    cycle: Cycle
    address: str
    """The plan's overview."""
    is_draft: bool


@dataclass(frozen=True, slots=True)
class Users:
    """The plans that name an entry."""

    laos: int
    plans: int
    lines: tuple[UserLine, ...]
    """In Thai order of LAOs; at most SHOWN_USERS."""


class EntryView(NamedTuple):
    """One entry with its nested entries."""

    anchor: str
    number: str | None
    name: str
    summary: str | None
    section: str
    """Its section: its own, else that of the parent entry or of the group."""
    has_own_section: bool
    """Whether its section differs from its parent's."""
    users: Users | None
    """None if no plan names the entry."""
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class FrameworkGroupView:
    """One list of a national document."""

    title: str
    document_title: str
    document_address: str
    validity: ValidityView
    section: str
    summary: str | None
    minimum: int | None
    entries: tuple[EntryView, ...]
    is_nested: bool
    """Whether any entry has entries of its own."""
    users: Users | None
    """Plans that name the group as a whole; None if there are none."""
    has_users: bool
    """Whether any plan names the group or one of its entries."""
    findings: PageFindings


def frameworks_index_view(frameworks: Frameworks, today: datetime.date) -> FrameworksIndexView:
    """Return all documents, and those that could not be read."""
    errors: dict[str, list[Finding]] = {}
    for finding in frameworks.findings:
        if finding.severity is Severity.ERROR:
            errors.setdefault("/".join(finding.location.file.split("/")[:2]), []).append(finding)
    read = {framework.path for framework in frameworks.documents}
    return FrameworksIndexView(
        documents=tuple(framework_line(framework, today) for framework in frameworks.documents),
        unreadable=tuple(
            UnreadableFramework(folder, tuple(errors[folder])) for folder in sorted(errors) if folder not in read
        ),
    )


def framework_line(framework: Framework, today: datetime.date) -> FrameworkLine:
    """Return the summary of one document."""
    document = framework.document
    return FrameworkLine(
        anchor=f"f-{document.id}",
        title=document.title,
        issuer=document.issuer,
        address=addresses.framework(document.id),
        validity=_validity(document, today),
        summary=document.summary,
        groups=len(framework.groups),
    )


def framework_findings(framework: Framework, found: Iterable[Finding]) -> dict[str, PageFindings]:
    """Return a document's findings by page: `framework`, or the id of a list; `found` may include other documents'."""
    by_part: dict[str, list[tuple[Finding, PagePlace]]] = {}

    def place(location: Location) -> PagePlace:
        return place_in_framework(framework, location)

    for finding in found:
        if finding.location.file.startswith(f"{framework.path}/"):
            where = place(finding.location)
            by_part.setdefault(where.part, []).append((finding, where))
    return {part: page_findings(placed, place) for part, placed in by_part.items()}


def framework_view(framework: Framework, today: datetime.date, findings: PageFindings = NO_FINDINGS) -> FrameworkView:
    """Return one document, with contradicting days and letters side by side."""
    document = framework.document
    return FrameworkView(
        title=document.title,
        issuer=document.issuer,
        summary=document.summary,
        validity=_validity(document, today),
        source=document.source,
        resolutions=document.resolutions,
        dates=document.dates,
        date_conflicts=tuple(_date_conflicts(document)),
        letters=document.letters,
        letter_conflicts=tuple(_letter_conflicts(document)),
        cited=document.cited,
        notes=document.notes,
        quotations=document.quotations,
        groups=tuple(
            GroupLine(
                title=group.title,
                section=group.section,
                summary=group.summary,
                minimum=group.minimum,
                address=addresses.framework_group(document.id, group.id),
                entries=len(group.entries),
            )
            for group in framework.groups
        ),
        findings=findings,
        location=Location(f"{framework.path}/document.yml"),
    )


def framework_group_view(
    framework: Framework,
    group: FrameworkGroup,
    users: FrameworkUsers,
    today: datetime.date,
    findings: PageFindings = NO_FINDINGS,
) -> FrameworkGroupView:
    """Return one list with all entries, and the plans that name it or its entries."""
    document = framework.document
    kinds = [kind for kind, group_id in GROUP_OF_KIND.items() if group_id == group.id]
    of_whole_group = _users(user for kind in kinds for user in users.get(kind, ()))
    return FrameworkGroupView(
        title=group.title,
        document_title=document.title,
        document_address=addresses.framework(document.id),
        validity=_validity(document, today),
        section=group.section,
        summary=group.summary,
        minimum=group.minimum,
        entries=tuple(_entry(entry, group.section, users) for entry in group.entries),
        is_nested=any(entry.entries for entry in group.entries),
        users=of_whole_group,
        has_users=of_whole_group is not None or any(users.get(entry.id) for entry in group.walk()),
        findings=findings,
    )


def _validity(document: FrameworkDocument, today: datetime.date) -> ValidityView:
    valid_from, valid_to = document.valid_from, document.valid_to
    if document.is_expired(today):
        state = Validity.EXPIRED
    elif valid_from and today < valid_from:
        state = Validity.NOT_YET_IN_FORCE
    elif valid_from and valid_to:
        state = Validity.IN_FORCE
    else:
        state = Validity.NOT_STATED
    return ValidityView(state, valid_from, valid_to, document.validity_note)


def _date_conflicts(document: FrameworkDocument) -> Iterator[DateConflict]:
    """Yield the notes that quote two or more of the document's days as printed for one thing."""
    for note in document.notes:
        quoted = {day for part in note.printed.split(_BETWEEN_QUOTED) if (day := _day(part))}
        dates = tuple(date for date in document.dates if date.date in quoted)
        if len({date.date for date in dates}) > 1:
            yield DateConflict(dates, note.note)


def _letter_conflicts(document: FrameworkDocument) -> Iterator[LetterConflict]:
    for note in document.notes:
        quoted = {fold_for_comparison(part) for part in note.printed.split(_BETWEEN_QUOTED)}
        letters = tuple(letter for letter in document.letters if fold_for_comparison(letter.number) in quoted)
        if len({fold_for_comparison(letter.number) for letter in letters}) > 1:
            yield LetterConflict(letters, note.note)


def _day(text: str) -> datetime.date | None:
    try:
        return parse_thai_date(text)
    except ValueError:
        return None  # most quoted texts are not days


def _entry(entry: FrameworkEntry, section_above: str, users: FrameworkUsers) -> EntryView:
    section = entry.section or section_above
    return EntryView(
        anchor=addresses.entry_anchor(entry.id),
        number=entry.number,
        name=entry.name,
        summary=entry.summary,
        section=section,
        has_own_section=section != section_above,
        users=_users(users.get(entry.id, ())),
        entries=tuple(_entry(below, section, users) for below in entry.entries),
    )


def _users(users: Iterable[FrameworkUser]) -> Users | None:
    found = tuple(users)
    if not found:
        return None
    return Users(
        laos=len({user.summary.code for user in found}),
        plans=len(found),
        lines=tuple(_user_line(user) for user in found[:SHOWN_USERS]),
    )


def _user_line(user: FrameworkUser) -> UserLine:
    summary = user.summary
    return UserLine(
        lao_name=summary.full_name,
        district=summary.district,
        province=summary.province.name if summary.province else None,
        cycle=user.cycle,
        address=addresses.plan(summary.code, user.cycle),
        is_draft=user.is_draft,
    )
