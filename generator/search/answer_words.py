"""Describes the result of a search in one Thai line: how much, how well, and what is not on the site.

`sentence` of `theme_overrides/assets/js/search-results.js` says the same; `tests/site/test_search.py` holds one against
the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.search.finder import Found, Match, ResultKind
from generator.search.full_text import TextMatch
from generator.thai.searching import key_words, search_key

MOST_NAMES = 200
"""Most names that are counted; of more, the sentence says that these are the first."""
_LONGEST = 60
_EXACT = (TextMatch.TITLE, TextMatch.TEXT, TextMatch.WORDS)
_PLACES = (ResultKind.LAO, ResultKind.PROVINCE)
_PLACE_WORDS = ("องค์การบริหารส่วนตำบล", "องค์การบริหารส่วนจังหวัด", "เทศบาล", "ตำบล", "อำเภอ", "จังหวัด")
_PLACE = re.compile(f"(?:{'|'.join(search_key(word).whole for word in _PLACE_WORDS)}).{{2}}", re.DOTALL)
WEAKLY = {
    TextMatch.MARKS: "วรรณยุกต์หรือเครื่องหมายต่างจากที่พิมพ์",
    TextMatch.SOME: "ไม่มีหัวข้อใดในแผนมีครบทุกคำ จึงแสดงหัวข้อที่มีบางคำ",
    TextMatch.NEAR: "ไม่พบทั้งข้อความในแผน จึงแสดงหัวข้อที่มีบางส่วนของคำค้น",
}
NOTHING_ASKED = "พิมพ์ตัวอักษรหรือตัวเลขที่ต้องการค้น"


def answer_words(
    query: str,
    names: Sequence[Found],
    sections: int,
    in_plans: TextMatch | None,
    *,
    narrowed: bool = False,
    by_money: bool = False,
) -> str:
    """Return the line for all names found, the best first, and how many sections were found how well."""
    shown = query.strip()[:_LONGEST]
    if not key_words(query) and not names and not sections:
        return "ไม่มีผลตามตัวกรองที่เลือก" if narrowed else NOTHING_ASKED
    if not names and not sections and narrowed:
        return f"ไม่มีผลตามตัวกรองที่เลือกสำหรับ “{shown}”"
    similar = bool(names) and names[0].match is Match.SIMILAR
    absent = not narrowed and _is_absent(query, names, in_plans)
    what = " " if not names and not sections else "ชื่อ "
    said = [f"ไม่มี{what}“{shown}” ในเว็บไซต์นี้"] if absent else []
    exact = f"ชื่อ {len(names):,} รายการ{'แรก' if len(names) >= MOST_NAMES else ''}"
    counts = [exact] if names and not similar else []
    counts += [f"ในแผน {sections:,} แห่ง"] if sections else []
    said += [f"พบ{' และ'.join(counts)}"] if counts else []
    said += [f"ชื่อที่ใกล้เคียง {len(names):,} รายการ"] if similar else []
    said += ["ลองพิมพ์บางส่วนของชื่อหรือข้อความ หรือตรวจตัวสะกด"] if not names and not sections else []
    said += ["เฉพาะหัวข้อที่ระบุจำนวนเงิน"] if by_money and sections else []
    said += ["ชื่อที่พบมีวรรณยุกต์หรือเครื่องหมายต่างจากที่พิมพ์"] if names and names[0].match is Match.MARKS else []
    said += [WEAKLY[in_plans]] if in_plans in WEAKLY else []
    return " · ".join(said)


def _is_absent(query: str, names: Sequence[Found], in_plans: TextMatch | None) -> bool:
    """Return whether nothing here has this name: a queried place, or a text that is in no plan."""
    if _PLACE.match(search_key(query).whole):
        return not any(one.match is not Match.SIMILAR and one.item.kind in _PLACES for one in names)
    has_name = bool(names) and names[0].match is not Match.SIMILAR
    return not has_name and in_plans not in _EXACT
