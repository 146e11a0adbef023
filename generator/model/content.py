"""Result of reading: an LAO with its plans, or the statement that it could not be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.findings import Finding, has_errors
from generator.model.assessment import AssessmentYear
from generator.model.framework import FrameworkDocument, FrameworkEntry, FrameworkGroup
from generator.model.guidelines import Guidelines
from generator.model.lao import Fiction, Lao
from generator.model.plan import PlanFolder
from generator.thai.dates import Cycle
from generator.thai.text import fold_for_comparison


@dataclass(frozen=True, slots=True)
class UnreadablePlan:
    """แผนที่อ่านข้อมูลไม่ได้: a cycle's folder with errors; its page says so."""

    cycle: Cycle
    """รอบแผน: from the folder name."""
    findings: tuple[Finding, ...]
    """สิ่งที่ต้องแก้: the errors."""


@dataclass(frozen=True, slots=True)
class LaoFolder:
    """ข้อมูลทั้งหมดของ อปท. หนึ่งแห่ง: one folder of content/plans."""

    code: str
    """รหัส อปท.: from the folder name."""
    path: str
    """ชื่อโฟลเดอร์: relative to the content folder, with forward slashes."""
    lao: Lao | None
    """อปท.: None if lao.yml could not be read."""
    plans: tuple[PlanFolder | UnreadablePlan, ...]
    """แผน: in order of cycle, oldest first."""
    guidelines: tuple[Guidelines, ...]
    """แนวทางที่ไม่มีแผน: in written order."""
    findings: tuple[Finding, ...]
    """สิ่งที่พบ: all findings of reading in this folder, plans included."""
    fiction: Fiction = Fiction.NO
    """ข้อมูลสมมุติ: as lao.yml says, even if the rest is unreadable."""


@dataclass(frozen=True, slots=True)
class Framework:
    """เอกสารกรอบระดับชาติหนึ่งฉบับพร้อมรายการทั้งหมด: one folder of content/frameworks."""

    document: FrameworkDocument
    """ตัวเอกสาร: document.yml."""
    groups: tuple[FrameworkGroup, ...]
    """กลุ่มรายการ: in order of display."""
    path: str
    """ชื่อโฟลเดอร์: relative to the content folder."""

    def walk(self) -> Iterator[tuple[FrameworkGroup, FrameworkEntry]]:
        """Yield every entry with its group, in display order, parents first."""
        for group in self.groups:
            for entry in group.walk():
                yield group, entry


class EntryNames(Mapping[str, str]):
    """Names of all entries of the national frameworks by id; created once for all LAOs."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """Take the name of each entry by its id."""
        self._names = dict(names)

    def __getitem__(self, key: str) -> str:
        """Return the name of an entry."""
        return self._names[key]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids."""
        return iter(self._names)

    def __len__(self) -> int:
        """Return the number of entries."""
        return len(self._names)

    @cached_property
    def by_name(self) -> dict[str, str | None]:
        """Id by folded name; None for a name shared by several entries."""
        found: dict[str, str | None] = {}
        for identifier, name in self._names.items():
            folded = fold_for_comparison(name)
            found[folded] = None if folded in found else identifier
        return found


@dataclass(frozen=True, slots=True)
class Frameworks:
    """กรอบระดับชาติทั้งหมด: all documents, in order of their ids."""

    documents: tuple[Framework, ...]
    """เอกสาร: in order of id."""
    findings: tuple[Finding, ...] = ()
    """สิ่งที่พบ: all findings of reading the documents."""
    assessments: tuple[AssessmentYear, ...] = ()
    """รายการ ITA: the items of the national assessment, in order of year."""

    def entry_ids(self) -> EntryNames | None:
        """Return the names of all entries by id, for checking references.

        None if any document is unreadable: a missing reference cannot be decided then.
        """
        if has_errors(self.findings):
            return None
        return EntryNames({entry.id: entry.name for framework in self.documents for _, entry in framework.walk()})
