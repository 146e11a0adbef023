"""The tables of a national document: its lists, dates, letters, resolutions and contradictions.

Begins with the record of a list; the view fills it in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.framework import FrameworkDate, FrameworkLetter, FrameworkNote, FrameworkResolution
from generator.views.table_cells import count, day, empty, inside, lines, phrase, quote, text, words
from generator.views.tables import CellKind, Column, Look, Row, Table, head

SECTION = Column("ส่วนของเอกสาร")


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One list of a document."""

    title: str
    section: str
    summary: str | None
    minimum: int | None
    address: str
    entries: int
    """Without nested entries."""


def groups_table(groups: Iterable[GroupLine]) -> Table:
    """Return the lists of a document."""
    return Table(
        "groups",
        words("หมวดของเอกสารและจำนวนรายการ ไม่นับรายการย่อย"),
        (head("หมวด"), SECTION, Column("รายการ", look=Look.NUMBER)),
        tuple(
            Row(
                (
                    lines(
                        text(one.title, address=one.address),
                        inside(CellKind.SMALL, words("เอกสารให้เลือกอย่างน้อย "), count(one.minimum))
                        if one.minimum
                        else None,
                    ),
                    text(one.section),
                    count(one.entries),
                )
            )
            for one in groups
        ),
    )


def resolutions_table(resolutions: Iterable[FrameworkResolution]) -> Table:
    """Return the resolutions named in a document."""
    return Table(
        "resolutions",
        words("มติที่เอกสารกล่าวถึง"),
        (head("คณะกรรมการ"), Column("ครั้งที่ประชุม"), Column("วันที่"), Column("เรื่อง"), SECTION),
        tuple(
            Row((text(one.body), text(one.meeting), day(one.date), text(one.matter), text(one.section)))
            for one in resolutions
        ),
    )


def dates_table(dates: Iterable[FrameworkDate]) -> Table:
    """Return all dates printed in a document."""
    incomplete = empty("ไม่ครบวัน เดือน ปี")
    return Table(
        "dates",
        words("วันที่ทั้งหมดตามที่พิมพ์ในเอกสาร"),
        (head("เรื่อง"), Column("ข้อความตามเอกสาร"), Column("วันที่"), SECTION),
        tuple(Row((text(one.label), text(one.printed), day(one.date, incomplete), text(one.section))) for one in dates),
    )


def letters_table(letters: Iterable[FrameworkLetter]) -> Table:
    """Return the official letters printed in a document."""
    return Table(
        "letters",
        words("หนังสือราชการตามที่พิมพ์ในเอกสาร"),
        (head("เลขที่"), Column("ลงวันที่"), Column("ผู้ออก"), Column("เรื่อง"), SECTION),
        tuple(
            Row((text(one.number), day(one.date), text(one.issuer), text(one.subject), text(one.section)))
            for one in letters
        ),
    )


def notes_table(notes: tuple[FrameworkNote, ...]) -> Table:
    """Return the contradictions inside a document."""
    return Table(
        "notes",
        phrase("ข้อสังเกต {} ข้อ", count(len(notes))),
        (head("ข้อความตามเอกสาร"), SECTION, Column("ข้อสังเกต")),
        tuple(Row((quote(one.printed), text(one.section), text(one.note))) for one in notes),
    )
