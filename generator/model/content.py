"""What reading hands on: an LAO with its plans, or the plain statement that it could not be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.findings import Finding, has_errors
from generator.model.framework import FrameworkDocument, FrameworkEntry, FrameworkGroup
from generator.model.guidelines import Guidelines
from generator.model.lao import Lao
from generator.model.plan import PlanFolder
from generator.thai.dates import Cycle


@dataclass(frozen=True, slots=True)
class UnreadablePlan:
    """แผนที่อ่านข้อมูลไม่ได้: a cycle's folder with errors; its page says so instead of guessing."""

    cycle: Cycle
    """รอบแผน: from the folder name."""
    findings: tuple[Finding, ...]
    """สิ่งที่ต้องแก้: the errors."""


@dataclass(frozen=True, slots=True)
class LaoFolder:
    """ข้อมูลทั้งหมดของ อปท. หนึ่งแห่ง: one folder of content/plans."""

    code: str
    """รหัส อปท.: from the folder name."""
    folder: str
    """ชื่อโฟลเดอร์: relative to the content folder, with forward slashes."""
    lao: Lao | None
    """อปท.: None when lao.yml could not be read."""
    plans: tuple[PlanFolder | UnreadablePlan, ...]
    """แผน: in order of cycle, the oldest first."""
    guidelines: tuple[Guidelines, ...]
    """แนวทางที่ไม่มีแผน: in written order."""
    findings: tuple[Finding, ...]
    """สิ่งที่พบ: everything reading found in this folder, plans included."""


@dataclass(frozen=True, slots=True)
class Framework:
    """เอกสารกรอบระดับชาติหนึ่งฉบับพร้อมรายการทั้งหมด: one folder of content/frameworks."""

    document: FrameworkDocument
    """ตัวเอกสาร: document.yml."""
    groups: tuple[FrameworkGroup, ...]
    """กลุ่มรายการ: in order of display."""
    folder: str
    """ชื่อโฟลเดอร์: relative to the content folder."""

    def walk(self) -> Iterator[tuple[FrameworkGroup, FrameworkEntry]]:
        """Yield every entry with its group, in order of display, top down."""
        for group in self.groups:
            for entry in group.walk():
                yield group, entry


@dataclass(frozen=True, slots=True)
class Frameworks:
    """กรอบระดับชาติทั้งหมด: all documents, in order of their ids."""

    documents: tuple[Framework, ...]
    """เอกสาร: in order of id."""
    findings: tuple[Finding, ...] = ()
    """สิ่งที่พบ: everything reading found in them."""

    def entry_ids(self) -> frozenset[str] | None:
        """Ids of all entries, for checking references.

        None while any document cannot be read: nobody can then say that a reference leads nowhere.
        """
        if has_errors(self.findings):
            return None
        return frozenset(entry.id for framework in self.documents for _, entry in framework.walk())
