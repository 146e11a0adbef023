"""How many people a project is for, where its printed target says so for certain.

Comes in: the target as printed (`จำนวน ๓๐ คน`). Goes out: a whole number, or None. A share, a number for each batch or
time, a least number, and a text with several numbers of people are no number of people to compare with.
"""

from __future__ import annotations

import re

from generator.model.project import Project
from generator.thai.numerals import to_arabic

_PEOPLE = re.compile(r"([0-9][0-9,]{0,8}) ?(?:คน|ราย|ท่าน)(?!ละ)")
_OTHERWISE = re.compile(r"ละ|ต่อ|ไม่น้อยกว่า|อย่างน้อย|ขึ้นไป|ประมาณ|เฉลี่ย|สะสม|%|รุ่น|ครั้ง|[0-9] ?[-–] ?[0-9]")


def planned_people(project: Project) -> int | None:
    """Return the number of people of a project's target; None where none is certain.

    The document rarely says whether a number is of each year or of all: whoever adds numbers up must look at that.
    """
    targets = project.targets
    printed = (targets.quantity or targets.printed if targets else None) or ""
    text = to_arabic(printed)
    found = _PEOPLE.findall(text)
    return int(found[0].replace(",", "")) if len(found) == 1 and not _OTHERWISE.search(text) else None
