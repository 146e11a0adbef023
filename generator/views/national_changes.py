"""The page of the latest changes on the site: versions of plans, newest first. Made from summaries."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nlargest
from typing import NamedTuple

from generator import addresses
from generator.facts.summary import LaoSummary
from generator.model.lao import Fiction
from generator.thai.dates import Cycle
from generator.views.table_cells import count, cycle, day, figure, lines, phrase, small, text, words
from generator.views.tables import Column, Look, Row, Table, head
from generator.words import interface

LISTED = 200
"""Versions on the page; older ones are on the pages of their plans."""


class PublishedVersion(NamedTuple):
    """One version of one plan."""

    published: datetime.date
    code: str
    cycle: Cycle
    number: int
    lao: str
    province: str
    summary: str
    fiction: Fiction

    @property
    def address(self) -> str:
        """Its page."""
        return addresses.plan_revision(self.code, self.cycle, self.number)


@dataclass(frozen=True, slots=True)
class NationalChangesView:
    """What the page shows."""

    versions: tuple[PublishedVersion, ...]
    feed_address: str

    @property
    def versions_table(self) -> Table:
        """The versions, the newest first."""
        return Table(
            "changes",
            phrase("แผนที่เปลี่ยนล่าสุด {} รุ่น", count(len(self.versions))),
            (head("แผน"), Column("เผยแพร่เมื่อ"), Column("สิ่งที่เปลี่ยน", look=Look.SENTENCES)),
            tuple(_row(version) for version in self.versions),
            note=words("วันที่เผยแพร่คือวันที่บันทึกเข้าระบบของเว็บไซต์นี้ ไม่ใช่วันที่ในเอกสาร ไม่รวมร่าง"),
        )


def national_changes_view(summaries: Iterable[LaoSummary]) -> NationalChangesView:
    """Return what the page shows."""
    return NationalChangesView(newest_versions(summaries, LISTED), addresses.CHANGES_FEED)


def newest_versions(summaries: Iterable[LaoSummary], most: int) -> tuple[PublishedVersion, ...]:
    """Return the newest versions of all plans; within a day by code, plan and descending number."""
    found = (
        PublishedVersion(
            one.published,
            summary.code,
            one.cycle,
            one.number,
            summary.full_name,
            summary.province.name if summary.province else "",
            one.summary,
            summary.fiction,
        )
        for summary in summaries
        for one in summary.recent
    )
    return tuple(nlargest(most, found, key=lambda one: (one.published, one.code, one.cycle.slug, one.number)))


def _row(version: PublishedVersion) -> Row:
    name = phrase("{} แผน {} รุ่นที่ {}", text(version.lao), cycle(version.cycle), count(version.number))
    made_up = interface.MADE_UP.get(version.fiction)
    below = small(" ".join(filter(None, (f"จังหวัด{version.province}" if version.province else "", made_up))))
    return Row((lines(name._replace(address=version.address), below), day(version.published), figure(version.summary)))
