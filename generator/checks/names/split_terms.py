"""Find words with a blank inside that are written whole elsewhere in the same document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.checks.items import LaoItem
from generator.checks.names.document_texts import Document, documents
from generator.checks.rule import Hit, rule
from generator.checks.text import suspects
from generator.findings import Severity
from generator.thai.misspelling import may_hold_misspellings
from generator.thai.text import quoted
from generator.thai.word_costs import dictionary_words

_BLANK = re.compile("(?<=[\u0e01-\u0e4e]{2})  ?(?=[\u0e01-\u0e2e\u0e40-\u0e44])")
_RUN_BEFORE = re.compile("[\u0e01-\u0e4e]*\\Z")
_RUN = re.compile("[\u0e01-\u0e4e]*")
_LONGEST_RUN = 40
_BOUND = re.compile("(?:ความ|ผู้|คณะ|นัก|เจ้าหน้า)\\Z")
"""No blank follows these: they begin the next word."""
_LONGEST_PART, _SHORTEST_WORD, _RAREST = 12, 6, 14.0
_WHOLE_AT_LEAST = 2
"""Times the word must be written whole in the document."""


@rule(
    "NAME-033",
    Severity.NOTICE,
    title="คำที่มีวรรคแทรก ขณะที่ที่อื่นในเอกสารเดียวกันเขียนติดกัน",
    why="คำที่มีวรรคแทรกค้นหาไม่พบ และโปรแกรมอ่านหน้าจออ่านเป็นสองคำ",
    remedy="ตรวจกับเอกสาร ถ้าวรรคเกิดเมื่อพิมพ์หรือคัดลอก ให้ลบวรรคและแจ้งใน corrections ถ้าเอกสารพิมพ์เช่นนั้น ให้คงไว้",
)
def term_with_a_blank(item: LaoItem) -> Iterator[Hit]:
    """Each such word once per document; blanks after a damaged mark are left to the text rules."""
    for document in documents(item):
        found: dict[str, list[tuple[int, str]]] = {}
        for position, printed in _split(document):
            found.setdefault(printed.replace(" ", ""), []).append((position, printed))
        for word, places in found.items():
            whole = document.joined.count(word)
            if whole >= _WHOLE_AT_LEAST:
                printed = places[0][1]
                message = f"พิมพ์ว่า {quoted(printed)} {{count}} ขณะที่เขียนติดกันว่า {quoted(word)} {whole:,} แห่ง"
                yield document.hit([one for one, _ in places], message, printed)


def _split(document: Document) -> Iterator[tuple[int, str]]:
    """Yield words with a blank inside, and their positions in the joined text."""
    text = document.joined
    for blank in _BLANK.finditer(text):
        start, end = blank.span()
        before = _RUN_BEFORE.search(text, max(0, start - _LONGEST_RUN), start)
        after = _RUN.match(text, end, end + _LONGEST_RUN)
        parts = _parts(before[0] if before else "", after[0] if after else "")
        if parts and not suspects.ALL.search(text, max(0, start - 2), end + 2):
            yield start - parts[0], text[start - parts[0] : end + parts[1]]


@lru_cache(maxsize=16_384)
def _parts(before: str, after: str) -> tuple[int, int] | None:
    """Return the number of letters of a word on each side of a blank, or None if no word matches."""
    if not (_BOUND.search(before) or may_hold_misspellings(before) or may_hold_misspellings(after)):
        return None
    words = dictionary_words()
    head = after[:_LONGEST_PART]
    for size in range(2, min(_LONGEST_PART, len(before)) + 1):
        part = before[-size:]
        for end in words.ends(part + head, 0):
            word = (part + head)[:end]
            if end <= size or end < _SHORTEST_WORD or words.cost[word] > _RAREST:
                continue
            if _BOUND.fullmatch(part) or part not in words.cost or word[size:] not in words.cost:
                return size, end - size
    return None
