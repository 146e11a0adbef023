"""Adapt remedies to the plan's state: a draft is corrected directly, without declared corrections or amendments.

In: a remedy as its rule states it. Out: the same for a draft, or for a plan that is not yet published.
"""

from __future__ import annotations

import re
from functools import lru_cache

_DECLARE = re.compile(r" ?(?:และ|แล้ว)(?:แจ้ง|ประกาศ)(?:ไว้)?(?:ใน)? ?corrections:?")
"""How remedies ask for a declared correction, after the fix itself."""
_DECLARE_LATER = re.compile(rf"{_DECLARE.pattern}(?: ถ้าแผนประกาศใช้แล้ว)?")
"""The same with the condition after it."""
_AMEND = re.compile(r"(?:หรือ|เมื่อ|ในการ)ปรับปรุงแผน")
"""How they ask for an amendment."""
_CLAUSES = re.compile(r" (?=ถ้า)")
"""Splits a remedy into conditional sentences."""
_OF_SIGNED = re.compile(r"คงไว้|คงค่า|acknowledged|ถ้าแผนประกาศใช้แล้ว")
"""Words that apply only to an approved and signed document."""
_STILL_A_DRAFT = "แผนนี้ยังเป็นร่าง ถ้าร่างเป็นเช่นนั้นจริง ให้แก้ในร่างได้เลย"


@lru_cache(maxsize=1024)
def remedy_in_draft(remedy: str) -> str:
    """Return a remedy for a draft plan; unchanged if it asks for no correction or amendment."""
    if not _DECLARE.search(remedy) and not _AMEND.search(remedy):
        return remedy
    first, *others = _CLAUSES.split(remedy)
    kept = [first, *(clause for clause in others if not _OF_SIGNED.search(clause) and not _AMEND.search(clause))]
    return f"{_DECLARE.sub('', ' '.join(kept)).strip()} {_STILL_A_DRAFT}"


def without_declaration(remedy: str) -> str:
    """Return a remedy without its declared correction: a plan that nobody has seen has nothing to declare."""
    return _DECLARE_LATER.sub("", remedy)
