"""The period of a national document: still valid, equal to its title, followed by a cycle of the same length."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.items import FrameworkItem, Path
from generator.checks.memos import folded
from generator.checks.printed_years import PrintedSpan, spans, thai_day, wrong_three_years
from generator.checks.rule import Hit, rule
from generator.findings import Severity
from generator.model.framework import FrameworkDocument, FrameworkEntry
from generator.thai.dates import BE_MINUS_CE, fiscal_be
from generator.thai.text import quoted

_NEXT = re.compile("รอบ(?:แผน)? ?(?:ถัดไป|ต่อไป|ใหม่)")
_BETWEEN = 60
"""Most characters between the words `the next cycle` and its years."""
_OWN_WORDS = "ถ้าเอกสารพิมพ์ไว้อย่างนั้นจริง ให้คงไว้ตามที่พิมพ์และอธิบายใน notes: ถ้าบันทึกผิด ให้แก้ข้อมูล"
_YEARS = re.compile(r"[( ]*(?:ประจำปีงบประมาณ ?)?(?:พ\.ศ\. ?)?[0-9๐-๙]{4} ?[-–] ?[0-9๐-๙]{4}\)? *$")
"""The years at the end of a title."""
_ID_YEARS = re.compile(r"(2[4-6][0-9]{2})-(2[4-6][0-9]{2})$")


@rule(
    "FRAME-001",
    Severity.WARNING,
    title="รอบถัดไปที่เอกสารพิมพ์ยาวไม่เท่ารอบของเอกสาร หรือไม่ต่อกัน",
    why="ทุก อปท. ใช้ช่วงปีนี้ตั้งรอบแผนถัดไป ถ้าช่วงปีผิด แผนทั้งประเทศจะเริ่มหรือสิ้นสุดไม่ตรงกัน",
    remedy=_OWN_WORDS,
)
def next_cycle_of_another_length(item: FrameworkItem) -> Iterator[Hit]:
    """A next cycle with a gap, an overlap or another length; with `three years` beside it, DATE-020 reports it."""
    own = title_years(item.framework.document)
    if not own:
        return
    for text, path, file in _texts(item):
        if _NEXT.search(text) and not wrong_three_years(text):
            yield from _not_as_this_one(text, path, file, own)


def _not_as_this_one(text: str, path: Path, file: str, own: PrintedSpan) -> Iterator[Hit]:
    for span in spans(text):
        named = [match for match in _NEXT.finditer(text) if 0 <= span.start - match.end() <= _BETWEEN]
        if not named or (span.first == own.last + 1 and span.length == own.length):
            continue
        wrong = []
        if span.length != own.length:
            wrong.append(f"นับได้ {span.length} ปี แต่รอบของเอกสารนี้คือ {quoted(own.printed)} ซึ่งนับได้ {own.length} ปี")
        if span.first != own.last + 1:
            wrong.append(f"เริ่มปี {span.first} แต่รอบของเอกสารนี้สิ้นสุดปี {own.last}")
        yield Hit(f"รอบถัดไปพิมพ์ว่า {quoted(span.printed)} ซึ่ง{' และ'.join(wrong)}", path, file, span.printed)


def _texts(item: FrameworkItem) -> Iterator[tuple[str, Path, str]]:
    """Yield the printed texts: names of entries, dates, quotations; summaries are not the document's words."""
    for group in item.framework.groups:
        for path, entry in entries_with_paths(group.entries, ("entries",)):
            yield entry.name, (*path, "name"), f"{group.id}.yml"
    for index, date in enumerate(item.framework.document.dates):
        yield f"{date.label} {date.printed}", ("dates", index, "printed"), ""
    for index, quotation in enumerate(item.framework.document.quotations):
        yield quotation.text, ("quotations", index, "text"), ""


@rule(
    "FRAME-002",
    Severity.NOTICE,
    title="เอกสารกรอบสิ้นผลแล้ว",
    why="แผนที่ยังอ้างเอกสารที่สิ้นผลแล้วอาจไม่ตรงกับแนวทางที่ใช้อยู่",
    remedy="หาเอกสารฉบับที่ใช้แทน แล้วเพิ่มเป็นเอกสารกรอบอีกฉบับหนึ่ง ฉบับเดิมคงไว้เพื่ออ้างอิง",
)
def expired(item: FrameworkItem) -> Iterator[Hit]:
    """A document whose last day of validity has passed."""
    document = item.framework.document
    if document.valid_to and document.is_expired(item.reference.today):
        note = " (ดูหมายเหตุเรื่องการมีผล)" if document.validity_note else ""
        yield Hit(
            f"ช่วงที่มีผลของ {quoted(document.short_title)} ตามที่บันทึกไว้ที่นี่สิ้นสุดแล้วในวันที่ {thai_day(document.valid_to)}{note}",
            ("valid_to",),
        )


@rule(
    "FRAME-003",
    Severity.WARNING,
    title="ปีในชื่อเอกสารไม่ตรงกับช่วงที่มีผลหรือกับรหัสเอกสาร",
    why="เว็บไซต์นี้บอกว่าเอกสารยังมีผลหรือไม่จากวันที่ที่บันทึก ถ้าไม่ตรงกับชื่อเอกสาร ผู้อ่านจะเข้าใจผิด",
    remedy="ตรวจ valid_from: valid_to: และ id: กับชื่อเอกสาร ถ้าเอกสารระบุวันไว้ต่างจากชื่อจริง ให้อธิบายใน validity_note:",
)
def valid_in_other_years(item: FrameworkItem) -> Iterator[Hit]:
    """Validity outside the fiscal or calendar years in the title; a day later in its first year is correct."""
    document = item.framework.document
    start, end = document.valid_from, document.valid_to
    if start and end and end < start:
        yield Hit(f"มีผลถึงวันที่ {thai_day(end)} ก่อนวันที่เริ่มมีผล คือ {thai_day(start)}", ("valid_to",))
        return
    own = title_years(document)
    if not own:
        return
    if start and own.first not in (start.year + BE_MINUS_CE, fiscal_be(start)):
        yield Hit(f"ชื่อเอกสารพิมพ์ปี {quoted(own.printed)} แต่บันทึกว่ามีผลตั้งแต่วันที่ {thai_day(start)}", ("valid_from",))
    if end and own.last not in (end.year + BE_MINUS_CE, fiscal_be(end)):
        yield Hit(f"ชื่อเอกสารพิมพ์ปี {quoted(own.printed)} แต่บันทึกว่ามีผลถึงวันที่ {thai_day(end)}", ("valid_to",))
    match = _ID_YEARS.search(document.id)
    if match and (int(match[1]), int(match[2])) != (own.first, own.last):
        yield Hit(f"รหัสเอกสาร {quoted(document.id)} มีปีไม่ตรงกับชื่อเอกสารซึ่งพิมพ์ {quoted(own.printed)}", ("id",))


@rule(
    "FRAME-014",
    Severity.NOTICE,
    title="เอกสารกรอบอ้างเอกสารอีกฉบับที่สิ้นสุดก่อนเริ่มใช้เอกสารนี้",
    why="แนวทางที่อาศัยเอกสารซึ่งสิ้นสุดแล้วอาจไม่ตรงกับแนวทางปัจจุบัน ผู้ใช้ควรทราบก่อนอ้าง",
    remedy="ตรวจว่ามีฉบับที่ใช้แทนหรือขยายเวลาหรือไม่ ถ้ามี ให้เพิ่มเป็นเอกสารกรอบ เอกสารที่พิมพ์ไว้ให้คงตามเดิม",
)
def rests_on_an_expired_document(item: FrameworkItem) -> Iterator[Hit]:
    """A cited document that ended before this one's first day, by its printed years or its last day in our data."""
    own = item.framework.document
    if not own.valid_from:
        return
    for index, cited in enumerate(own.cited):
        printed = [span for span in spans(cited.title) if span.length > 0]
        if printed:
            is_over = printed[-1].last < fiscal_be(own.valid_from)
            ended = f"พิมพ์ว่าใช้ถึงปี {printed[-1].last}" if is_over else ""
        else:
            other = _ended_before(cited.title, item)
            ended = f"ตามที่บันทึกไว้ที่นี่ใช้ถึงวันที่ {thai_day(other.valid_to)}" if other and other.valid_to else ""
        if ended:
            message = f"อ้าง {quoted(cited.title)} ซึ่ง{ended} ก่อนวันที่เอกสารนี้เริ่มใช้ คือ {thai_day(own.valid_from)}"
            yield Hit(message, ("cited", index, "title"))


def _ended_before(title: str, item: FrameworkItem) -> FrameworkDocument | None:
    """Return the document with that title, years ignored, if all its versions here ended before this one begins."""
    own, name = item.framework.document, folded(title)
    here = [
        one.document
        for one in item.reference.frameworks
        if one.document.id != own.id and folded(_YEARS.sub("", one.document.title)) == name
    ]
    is_over = [one for one in here if one.valid_to and own.valid_from and one.valid_to < own.valid_from]
    return is_over[-1] if here and len(is_over) == len(here) else None


def title_years(document: FrameworkDocument) -> PrintedSpan | None:
    """Return the years printed in a document's title, or None if it prints none that can be its years."""
    found = [span for span in spans(document.title) if span.length > 0]
    return found[-1] if found else None


def entries_with_paths(entries: tuple[FrameworkEntry, ...], path: Path) -> Iterator[tuple[Path, FrameworkEntry]]:
    """Yield entries and all sub-entries with their paths in the group's file."""
    for index, entry in enumerate(entries):
        yield (*path, index), entry
        yield from entries_with_paths(entry.entries, (*path, index, "entries"))
