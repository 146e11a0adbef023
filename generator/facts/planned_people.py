"""The planned number of people of a project, if its printed target states it clearly.

Comes in: the target as printed (`จำนวน ๓๐ คน`). Goes out: a whole number, or None. A share, a number
per batch or per time, a minimum, and a text with several numbers of people are not comparable numbers.
"""

from __future__ import annotations

import re

from generator.model.project import Project
from generator.thai.numerals import to_arabic

_PEOPLE = re.compile(r"([0-9][0-9,]{0,8}) ?(?:คน|ราย|ท่าน)(?!ละ)")
_OTHERWISE = re.compile(r"ละ|ต่อ|ไม่น้อยกว่า|อย่างน้อย|ขึ้นไป|ประมาณ|เฉลี่ย|สะสม|%|รุ่น|ครั้ง|[0-9] ?[-–] ?[0-9]")


def planned_people(project: Project) -> int | None:
    """Return the number of people in a project's target, None if unclear.

    Documents rarely say whether a number is per year or in total: callers that sum must check this.
    """
    targets = project.targets
    printed = (targets.quantity or targets.printed if targets else None) or ""
    text = to_arabic(printed)
    found = _PEOPLE.findall(text)
    return int(found[0].replace(",", "")) if len(found) == 1 and not _OTHERWISE.search(text) else None
