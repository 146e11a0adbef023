"""What of a commit may be shown: its message, and who made it. Both are whatever somebody typed.

A message in which the rules on personal data find anything is not shown at all. The name of an author is shown only
where it names an office or a duty; a person's name is not published (design: authors are shown as roles).
"""

from __future__ import annotations

import re

from generator.checks.privacy import personal_data
from generator.findings import printable

HIDDEN_MESSAGE = "ข้อความนี้ไม่แสดง เพราะอาจมีข้อมูลส่วนบุคคล"
NO_MESSAGE = "ไม่ได้ระบุเหตุผล"
SOMEONE = "ผู้บันทึก (ไม่แสดงชื่อบุคคล)"
_OFFICES = re.compile(
    "องค์การบริหาร|เทศบาล|เมืองพัทยา|อบจ|อบต|อปท|สำนัก|กอง(?=[ก-ฮเ-ไ])|ฝ่าย|งาน(?=[ก-ฮเ-ไ])|กรมส่งเสริม|จังหวัด|เจ้าหน้าที่|ผู้ดูแล|"
    "นักทรัพยากรบุคคล|ข้อมูลสมมุติ",
)
"""Words that offices, duties and made-up content are named by."""


def shown_message(message: str) -> str:
    """Return a commit's message as it may be shown, control characters made visible; never empty."""
    if not message.strip():
        return NO_MESSAGE
    if next(personal_data(message), None):
        return HIDDEN_MESSAGE
    return "\n".join(printable(line) for line in message.splitlines())


def shown_author(author: str) -> str:
    """Return who made a commit, as an office or a duty."""
    if not _OFFICES.search(author) or next(personal_data(author), None):
        return SOMEONE
    return printable(author)
