"""What to do about a finding depends on how far the plan has come: a draft is mended, nothing is declared or amended.

A remedy as its rule words it comes in, the same for a draft goes out.
"""

from __future__ import annotations

import re
from functools import lru_cache

_DECLARE = re.compile(r" ?(?:และ|แล้ว)(?:แจ้ง|ประกาศ)(?:ไว้)?(?:ใน)? ?corrections:?")
"""How remedies ask for a declared correction, after what is to be mended."""
_AMEND = re.compile(r"(?:หรือ|เมื่อ|ในการ)ปรับปรุงแผน")
"""How they ask for an amendment."""
_CLAUSES = re.compile(r" (?=ถ้า)")
"""Remedies are sentences of conditions, each with what to do."""
_OF_SIGNED = re.compile(r"คงไว้|คงค่า|acknowledged|ถ้าแผนประกาศใช้แล้ว")
"""What only a document that was approved and signed calls for."""
_STILL_A_DRAFT = "แผนนี้ยังเป็นร่าง ถ้าร่างเป็นเช่นนั้นจริง ให้แก้ในร่างได้เลย"


@lru_cache(maxsize=1024)
def remedy_in_draft(remedy: str) -> str:
    """Return a remedy for a plan that is still a draft; one that asks for no correction or amendment stays."""
    if not _DECLARE.search(remedy) and not _AMEND.search(remedy):
        return remedy
    first, *others = _CLAUSES.split(remedy)
    kept = [first, *(clause for clause in others if not _OF_SIGNED.search(clause) and not _AMEND.search(clause))]
    return f"{_DECLARE.sub('', ' '.join(kept)).strip()} {_STILL_A_DRAFT}"
