"""The items of one year of the national transparency assessment (ITA) that a personnel development plan serves.

Numbers and elements change every year, so each year has its own file: `frameworks/ita/<year>.yml`. Every item and
element states its source and confidence, also when no manual of the NACC (สำนักงาน ป.ป.ช.)
confirms it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from generator.model.base import Count, Identifier, Name, Number, Record, Remark, Summary, Year, choice
from generator.model.results import ROUNDS


class Confidence(StrEnum):
    """ความแน่ใจ: the kind of source of a statement about the assessment."""

    MANUAL = "manual"
    """An official manual."""
    SEEN = "seen"
    """A public page of another assessed organisation."""
    INFERRED = "inferred"
    """By analogy with another item."""
    GENERAL = "general"
    """General knowledge, without a source."""


CONFIDENCES = {
    "manual": "manual",
    "คู่มือ": "manual",
    "seen": "seen",
    "พบในแหล่งสาธารณะ": "seen",
    "inferred": "inferred",
    "อนุมาน": "inferred",
    "general": "general",
    "ความรู้ทั่วไป": "general",
}
"""Written form -> confidence."""


class LooksAt(StrEnum):
    """ปีที่ดู: the fiscal year that an item is about."""

    YEAR = "year"
    """The year of the assessment."""
    YEAR_BEFORE = "year_before"
    """The year before."""


LOOKS_AT = {"year": "year", "ปีที่ประเมิน": "year", "year_before": "year_before", "ปีก่อนปีที่ประเมิน": "year_before"}
"""Written form -> fiscal year."""


class LookedUp(StrEnum):
    """สิ่งที่ตรวจในข้อมูล: what decides whether a plan meets an element."""

    ANNOUNCED = "announced"
    """The plan was announced in the LAO's name."""
    IN_FORCE = "in_force"
    """The plan is in force for the whole year."""
    PROJECTS = "projects"
    """Projects of the year."""
    BUDGETS = "budgets"
    """Money of each project, or that none is needed."""
    PERIODS = "periods"
    """Period of each project."""
    RESULTS = "results"
    """Result of each project."""
    SPENDING = "spending"
    """Spending on each project."""
    PROBLEMS = "problems"
    SUGGESTIONS = "suggestions"
    STAFF = "staff"
    """Head count by position type."""
    TRAINED = "trained"
    """People trained by position type."""


LOOKED_UP = {str(one): str(one) for one in LookedUp}
"""Written form -> what is looked up."""


class AssessmentElement(Record):
    """องค์ประกอบที่ต้องมี: one thing that an item must show."""

    id: Identifier
    """รหัสองค์ประกอบ: unique in its item; part of its anchor on evidence sheets."""
    name: Name
    """องค์ประกอบ: what is to be shown, in our own words."""
    looked_up: Annotated[LookedUp, choice(LOOKED_UP, "ใช้คำใดคำหนึ่ง")]
    """สิ่งที่ตรวจในข้อมูล: what decides whether a plan meets it."""
    source: Remark
    """แหล่งที่มา: its source."""
    confidence: Annotated[Confidence, choice(CONFIDENCES, "ใช้คำใดคำหนึ่ง")]
    """ความแน่ใจ: kind of its source."""


class AssessmentItem(Record):
    """ข้อของการประเมิน: an item of which a personnel development plan is evidence."""

    id: Identifier
    """รหัสข้อ: unique in its year; part of its anchor on evidence sheets."""
    number: Number
    """เลขข้อ: such as o14; changes every year."""
    name: Name
    """ชื่อข้อ: its Thai name."""
    looks_at: Annotated[LooksAt, choice(LOOKS_AT, "ใช้คำใดคำหนึ่ง")]
    """ปีที่ดู: whether it is about the year of the assessment or the one before."""
    months: Annotated[str, choice(ROUNDS, "ใช้จำนวนเดือนใดจำนวนหนึ่ง")] = "12"
    """รอบรายงานอย่างน้อย (เดือน): 6 or 12; for items about results."""
    evidences: Summary
    """ส่วนที่แผนนี้เป็นหลักฐาน: which part of the item a personnel development plan shows."""
    also_needed: tuple[Summary, ...] = ()
    """เอกสารอื่นที่ต้องมี: further documents that the item needs."""
    source: Remark
    """แหล่งที่มา: source of number and name."""
    confidence: Annotated[Confidence, choice(CONFIDENCES, "ใช้คำใดคำหนึ่ง")]
    """ความแน่ใจ: kind of that source."""
    elements: tuple[AssessmentElement, ...]
    """องค์ประกอบที่ต้องมี: in the order of the sheet."""


class RelatedItem(Record):
    """ข้อที่เกี่ยวข้อง: an item about staff for which such a plan is no evidence."""

    number: Number
    """เลขข้อ: such as o16."""
    name: Name
    """ชื่อข้อ: its Thai name."""
    source: Remark
    """แหล่งที่มา: its source."""
    confidence: Annotated[Confidence, choice(CONFIDENCES, "ใช้คำใดคำหนึ่ง")]
    """ความแน่ใจ: kind of its source."""


class AssessmentYear(Record):
    """รายการ ITA ของปีหนึ่ง: what the assessment of one year asks about staff development."""

    fiscal_year: Year
    """ปีที่ประเมิน: equals the file name."""
    items_in_all: Count | None = None
    """จำนวนข้อทั้งหมด: items of the whole assessment (OIT)."""
    source: Remark
    """แหล่งที่มา: source of the year's list."""
    confidence: Annotated[Confidence, choice(CONFIDENCES, "ใช้คำใดคำหนึ่ง")]
    """ความแน่ใจ: kind of that source."""
    items: tuple[AssessmentItem, ...]
    """ข้อที่แผนเป็นหลักฐาน: in order of number."""
    related: tuple[RelatedItem, ...] = ()
    """ข้อที่เกี่ยวข้อง: items that need other documents."""
