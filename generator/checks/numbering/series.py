"""All numbered lists of a plan, as printed numbers with their places. No rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

from generator.checks.items import Path, PlanItem
from generator.checks.memos import IdentityMemo
from generator.checks.numbering.printed_numbers import Printed, read_printed
from generator.model.plan_parts import CHOICE_LIST, COMPETENCY_KIND_NAMES, FrameworkChoice
from generator.thai.text import quoted

_LONGEST_REMEMBERED = 50
"""Most entries of a cached list."""


class Numbered(Protocol):
    """An object with a printed number."""

    @property
    def number(self) -> str | None:
        """As printed."""


@dataclass(frozen=True, slots=True)
class NumberedEntry:
    """One entry of a list."""

    printed: str | None
    """Its number as printed."""
    path: Path
    """Path of the entry in its file."""
    number: Printed | None = field(init=False)
    """Its parsed number; None if it has none."""

    def __post_init__(self) -> None:
        """Parse the number."""
        object.__setattr__(self, "number", read_printed(self.printed))

    @property
    def text(self) -> str:
        """Return its number as printed, empty if it has none."""
        return (self.printed or "").strip()


@dataclass(frozen=True, slots=True)
class Series:
    """A list with consecutively numbered entries."""

    what: str
    """Kind of its entries, in Thai."""
    of: str
    """What it belongs to, in Thai: a strategy, a position; empty if there is only one such list."""
    entries: tuple[NumberedEntry, ...]
    """In printed order."""
    file: str = "plan.yml"
    """Its file."""
    begins: bool = True
    """Whether it must begin with 1, unless it continues the list before it."""
    before: tuple[NumberedEntry, ...] = field(default=())
    """Entries of the list before it, which its numbers may continue."""
    alike: bool = False
    """Whether it is one of many parallel lists, such as one per position, that share their slips."""


def _series(item: PlanItem) -> tuple[Series, ...]:
    return tuple(one for one in _all_series(item) if not _runs_on(tuple(entry.printed for entry in one.entries)))


series_of = IdentityMemo(_series)
"""Returns the numbered lists of all files of a plan, without the correctly numbered ones, which are most."""


def _runs_on(printed: tuple[str | None, ...]) -> bool:
    # Long lists and texts are not cached, so hostile input cannot fill the memory.
    short = len(printed) <= _LONGEST_REMEMBERED and sum(len(one or "") for one in printed) <= 10 * _LONGEST_REMEMBERED
    return _remembered(printed) if short else _read_to_run_on(printed)


def _read_to_run_on(printed: tuple[str | None, ...]) -> bool:
    numbers = [read_printed(one) for one in printed]
    return all(
        number is not None and number.last == place and number.series == (numbers[0] or number).series
        for place, number in enumerate(numbers, start=1)
    )


_remembered = lru_cache(maxsize=1024)(_read_to_run_on)


def _all_series(item: PlanItem) -> Iterator[Series]:
    plan, table = item.plan, item.files.idp
    yield from _listed("ยุทธศาสตร์", plan.strategies, "strategies")
    before: tuple[NumberedEntry, ...] = ()
    for index, strategy in enumerate(plan.strategies):
        entries = _entries(strategy.tactics, "strategies", index, "tactics")
        yield Series("กลยุทธ์", f"ในยุทธศาสตร์ {quoted(strategy.name)}", entries, before=before)
        before = entries or before
    yield from _listed("ค่านิยม", plan.values, "values")
    yield from _listed("ยุทธศาสตร์การพัฒนาท้องถิ่น", plan.local_strategies, "local_strategies")
    yield from _choices(item)
    yield from _listed("บทบาทหน้าที่", plan.idp_roles.roles if plan.idp_roles else (), "idp_roles", "roles")
    yield from _listed("ขั้นตอน", plan.request_steps.steps if plan.request_steps else (), "request_steps", "steps")
    if plan.committee:
        # Seats and duties are often clauses of one text: 1.1 to 1.5, then 2.
        yield Series("กรรมการ", "", _entries(plan.committee.members, "committee", "members"), begins=False)
        yield Series("หน้าที่ของคณะกรรมการ", "", _entries(plan.committee.duties, "committee", "duties"), begins=False)
    yield from _evaluation(item)
    yield from _listed("การปรับปรุงแผน", plan.amendments, "amendments")
    yield from _projects(item)
    if table:
        yield from _listed("วิธีการพัฒนาในคำอธิบายตาราง", table.methods, "methods", file="idp.yml")
        for index, row in enumerate(table.rows):
            for key, what, cell in (("skills", "ทักษะ", row.skills), ("goals", "เป้าหมาย", row.goals)):
                if not _runs_on(tuple([one.number for one in cell])):
                    entries = _entries(cell, "rows", index, key)
                    yield Series(what, f"ของตำแหน่ง {quoted(row.position)}", entries, "idp.yml", alike=True)


def _choices(item: PlanItem) -> Iterator[Series]:
    """Yield entries chosen from the frameworks, competencies by kind; not if they keep the frameworks' own numbers."""
    plan = item.plan
    lists: list[tuple[str, str, list[tuple[int, FrameworkChoice]]]] = [
        (what, key, list(enumerate(getattr(plan, key)))) for key, what in CHOICE_LIST.items() if key != "competencies"
    ]
    for kind, what in (*COMPETENCY_KIND_NAMES.items(), (None, "สมรรถนะ")):
        of_kind = [(index, one) for index, one in enumerate(plan.competencies) if one.kind == kind]
        lists.append((what, "competencies", of_kind))
    for what, key, choices in lists:
        if _runs_on(tuple([one.number for _, one in choices])):
            continue
        if not all(_has_the_number_of_its_entry(item, one) for _, one in choices):
            yield Series(what, "", tuple(NumberedEntry(one.number, (key, index)) for index, one in choices))


def _has_the_number_of_its_entry(item: PlanItem, choice: FrameworkChoice) -> bool:
    entry = item.reference.entries.get(choice.ref or "")
    own, official = read_printed(choice.number), read_printed(entry.number) if entry else None
    return own is not None and official is not None and own.last == official.last


def _evaluation(item: PlanItem) -> Iterator[Series]:
    yield from _listed("รูปแบบการประเมิน", item.plan.evaluation_forms, "evaluation_forms")
    for index, form in enumerate(item.plan.evaluation_forms):
        path: Path = ("evaluation_forms", index, "groups")
        yield Series("กลุ่มสมรรถนะ", f"ในรูปแบบ {quoted(form.name)}", _entries(form.groups, *path))
        before: tuple[NumberedEntry, ...] = ()
        for place, group in enumerate(form.groups):
            entries = _entries(group.competencies, *path, place, "competencies")
            yield Series("สมรรถนะ", f"ในกลุ่ม {quoted(group.name)}", entries, before=before)
            before = entries or before


def _projects(item: PlanItem) -> Iterator[Series]:
    """Yield projects by tactic: numbered from 1 in each, or consecutively within a strategy or the plan."""
    by_tactic: dict[str, list[NumberedEntry]] = defaultdict(list)
    for index, project in enumerate(item.projects):
        by_tactic[project.tactic or ""].append(NumberedEntry(project.number, ("projects", index)))
    before: tuple[NumberedEntry, ...] = ()
    for tactic, listed in by_tactic.items():
        of = f"ในกลยุทธ์ {quoted(item.tactic_name(tactic))}" if tactic else "ที่ไม่ระบุกลยุทธ์"
        yield Series("โครงการ", of, tuple(listed), "projects.yml", before=before)
        before = tuple(listed)


def _listed(what: str, things: Sequence[Numbered], *base: str | int, file: str = "plan.yml") -> Iterator[Series]:
    if not _runs_on(tuple([one.number for one in things])):
        yield Series(what, "", _entries(things, *base), file)


def _entries(entries: Iterable[Numbered], *base: str | int) -> tuple[NumberedEntry, ...]:
    return tuple(NumberedEntry(entry.number, (*base, index)) for index, entry in enumerate(entries))
