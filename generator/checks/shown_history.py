"""Filter the history for display: commit messages and authors, and texts of earlier versions.

A message or text with any personal data finding is hidden completely: data that an officer removed from a plan must not
stay on its history pages. An author is shown only if the name is of an office or a duty; persons' names are not
published (design: authors are shown as roles).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from generator.checks.privacy import personal_data
from generator.findings import printable
from generator.history.plan_change import PlanChange
from generator.history.redactions import Tombstone, without_declaration

HIDDEN = "ข้อความนี้ไม่แสดง เพราะอาจมีข้อมูลส่วนบุคคล"
NO_MESSAGE = "ไม่ได้ระบุเหตุผล"
SOMEONE = "ผู้บันทึก (ไม่แสดงชื่อบุคคล)"
_OFFICES = re.compile(
    "องค์การบริหาร|เทศบาล|เมืองพัทยา|อบจ|อบต|อปท|สำนัก|กอง(?=[ก-ฮเ-ไ])|ฝ่าย|งาน(?=[ก-ฮเ-ไ])|กรมส่งเสริม|จังหวัด|เจ้าหน้าที่|ผู้ดูแล|"
    "นักทรัพยากรบุคคล|ข้อมูลสมมุติ",
)
"""Words in the names of offices, duties and fictional content."""


def shown_message(message: str) -> str:
    """Return a commit message as it may be shown, control characters made visible; never empty."""
    message = without_declaration(message)
    if not message.strip():
        return NO_MESSAGE
    if _is_personal(message):
        return HIDDEN
    return "\n".join(printable(line) for line in message.splitlines())


def shown_tombstones(tombstones: Iterable[Tombstone]) -> tuple[Tombstone, ...]:
    """Return declared redactions with their reasons as they may be shown."""
    return tuple(one._replace(reason=shown_message(one.reason)) for one in tombstones)


def shown_author(author: str) -> str:
    """Return the author of a commit as an office or a duty."""
    if not _OFFICES.search(author) or _is_personal(author):
        return SOMEONE
    return printable(author)


def shown_text(text: str) -> str:
    """Return a text of an earlier version as it may be shown."""
    return HIDDEN if _is_personal(text) else text


def shown_changes(changes: Iterable[PlanChange]) -> tuple[PlanChange, ...]:
    """Return changes with both texts, before and after, as they may be shown."""
    return tuple(_shown_change(change) for change in changes)


def _shown_change(change: PlanChange) -> PlanChange:
    name, before, after = (text and shown_text(text) for text in (change.name, change.before, change.after))
    if (name, before, after) == (change.name, change.before, change.after):
        return change
    return replace(change, name=name or "", before=before, after=after)


def _is_personal(text: str) -> bool:
    return next(personal_data(text), None) is not None
