"""Explains parser errors: the text and the error's position in, advice in Thai out.

One function per kind of mistake; `explain` tries them in order, most reliable first.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from generator.reading.yaml_text.advice import Advice, Complaint, Explanation
from generator.reading.yaml_text.as_written import as_written
from generator.reading.yaml_text.depths import moved_lines, wrong_depth
from generator.reading.yaml_text.general_explanations import explain_in_general
from generator.reading.yaml_text.indicators import CLOSING, MEANINGS, balanced, special_start, value_at
from generator.reading.yaml_text.lines import SourceText
from generator.reading.yaml_text.pasted import diagnose_bullets, diagnose_missing_dash, diagnose_row
from generator.reading.yaml_text.special_characters import CURLY_QUOTES, ODD_SPACES, shorten
from generator.reading.yaml_text.tabs import tabbed_lines
from generator.reading.yaml_text.typing_mistakes import (
    ANY_MISSING_GAP,
    MISSING_GAP,
    ODD_DASH,
    ODD_INDENT,
    colon_in_text,
    curly_quotes,
    fill_gaps,
    odd_dashes,
    odd_indentation,
    other_sign,
    stuck_dash,
)

_NEXT_KEY = re.compile(r"\s([a-z_][a-z0-9_]*|[0-9๐-๙]{4})$")
"""A key after a value within braces, where a comma is missing."""
_KEY_ALONE = re.compile(r" *[a-z_][a-z0-9_]*\s*")


def explain(source: SourceText, complaint: Complaint) -> Explanation:
    """Return an explanation of the parser's error in the author's terms."""
    for diagnosis in _DIAGNOSES:
        found = diagnosis(source, complaint)
        if found is not None:
            return found
    return explain_in_general(source, complaint)


def _odd_spaces(source: SourceText, complaint: Complaint) -> Explanation | None:
    if ODD_SPACES.isdisjoint(source.text):
        return None
    hidden = source.block_scalar_lines
    numbers = [n for n, line in enumerate(source.lines) if ODD_INDENT.match(line) and n not in hidden]
    if not any(number <= complaint.line for number in numbers):
        return None
    return odd_indentation(source, numbers)


def _tabs(source: SourceText, complaint: Complaint) -> Explanation | None:
    line = source.line(complaint.line)
    lead = line[: len(line) - len(line.lstrip(" \t"))]
    if "\t" not in lead or not (complaint.column <= len(lead) or "tab" in complaint.problem):
        return None
    hidden = source.block_scalar_lines - {complaint.line}
    tabbed = [n for n, text in enumerate(source.lines) if n not in hidden and re.match(r" *\t", text)]
    empty = {n for n in tabbed if not source.lines[n].strip() or source.lines[n].lstrip().startswith("#")}
    if complaint.line in empty:  # only a tab or a comment on the line: an invisible mistake is not reported
        return Explanation([], source.with_lines({n: source.lines[n].replace("\t", " ") for n in empty}))
    return tabbed_lines(source, tabbed, empty)


def _unclosed_quote(source: SourceText, complaint: Complaint) -> Explanation | None:
    if "quoted scalar" in complaint.context and ("stream" in complaint.problem or "document" in complaint.problem):
        line, column = complaint.context_line, complaint.context_column
    elif complaint.quoted is not None and complaint.quoted[0] < complaint.quoted[2]:
        line, column, last, _ = complaint.quoted
        swallowed = (source.entry(number).key for number in range(line + 1, last + 1))
        if last != complaint.line or not any(swallowed):
            return None
    else:
        return None
    mark, text = source.line(line)[column : column + 1], source.line(line)[column:]
    advice = Advice(
        "YAML-027",
        line + 1,
        column + 1,
        f"เครื่องหมายคำพูด {mark} ที่เปิดไว้ใน “{shorten(text)}” ไม่มีเครื่องหมายปิด",
        f"เติมเครื่องหมาย {mark} ที่ท้ายค่า หากในข้อความมีเครื่องหมาย {mark} ด้วย ให้ใช้เครื่องหมายคำพูดอีกแบบครอบค่าทั้งหมด",
    )
    return Explanation([advice], source.without_value(line))


def _after_quote(source: SourceText, complaint: Complaint) -> Explanation | None:
    if complaint.quoted is None:
        return None
    first, _, line, column = complaint.quoted
    rest = source.line(line)[column:]
    if line != complaint.line or complaint.column < column or source.line(line)[column : complaint.column].strip():
        return None
    if "key" in complaint.context and source.line(complaint.line)[complaint.column : complaint.column + 1] == ":":
        return None
    mark = source.line(line)[column - 1 : column]
    advice = Advice(
        "YAML-020",
        line + 1,
        complaint.column + 1,
        f"มีข้อความ “{shorten(rest)}” ต่อท้ายเครื่องหมายคำพูดปิด ({mark})",
        "ให้เครื่องหมายคำพูดครอบค่าทั้งหมด หากในข้อความมีเครื่องหมายคำพูดแบบเดียวกัน ให้ใช้อีกแบบครอบ เช่น 'โครงการ \"เก่งดี\" ปี ๒๕๖๗'",
    )
    if first != line:
        return Explanation([advice])
    # `"a" b "c"` may be one quoted text containing quotes, or text between two quoted words.
    entry = source.entry(line)
    is_certain = entry.start == complaint.quoted[1] and not entry.value.endswith(mark)
    return as_written(source, line, advice) if is_certain else Explanation([advice], source.without_value(line))


def _curly(source: SourceText, complaint: Complaint) -> Explanation | None:
    entry = source.entry(complaint.line)
    if not entry.value or entry.value[0] not in CURLY_QUOTES or complaint.column < entry.start:
        return None
    advice = curly_quotes(entry.value, complaint.line + 1, entry.start + 1, parsed=False)
    return None if advice is None else Explanation([advice], source.without_value(complaint.line))


def _special_start(source: SourceText, complaint: Complaint) -> Explanation | None:
    """Explain a value that begins with a YAML indicator, if the parser failed there."""
    in_context = any(word in complaint.context for word in ("alias", "anchor", "tag", "directive", "block scalar"))
    line, column = complaint.line, complaint.column
    if in_context:
        line, column = complaint.context_line, complaint.context_column
        if "block scalar" in complaint.context and complaint.line != line:
            return None
    mark = source.line(line)[column : column + 1]
    refused = in_context or any(
        words in complaint.problem
        for words in ("cannot start any token", "sequence entries are not", "mapping keys are not", "node content")
    )
    if not refused or mark not in MEANINGS or (mark == "," and "flow" in complaint.context):
        return None
    entry = source.entry(line)
    in_entry = entry.key is not None or "-" in source.line(line)[: entry.lead]
    said = special_start(value_at(source, line, column), line + 1, column + 1)
    if in_entry and column == entry.start and mark not in CLOSING:
        return as_written(source, line, said)
    return Explanation([said], source.without_value(line) if in_entry and column >= entry.start else None)


def _brackets(source: SourceText, complaint: Complaint) -> Explanation | None:
    """Explain `[` and `{` that are not closed, or closed before the value ends."""
    line, column = complaint.line, complaint.column
    if "flow" in complaint.context:
        if source.line(line)[column : column + 1] == ":" and line == complaint.context_line:
            return None  # a colon inside a value, within the brackets
        line, column = complaint.context_line, complaint.context_column
        if "flow node" in complaint.context and complaint.opened is not None:
            line, column = complaint.opened
        whole = source.line(line)[column:].rstrip()
        at_end = not source.line(complaint.line).strip() and source.next_entry(complaint.line) is None
        if whole[:1] not in CLOSING or (balanced(whole.partition(" #")[0]) and not at_end):
            return None
        return Explanation([special_start(whole, line + 1, column + 1)], source.without_value(line))
    entry = source.entry(line)
    if entry.value[:1] not in CLOSING or column <= entry.start or "character" in complaint.problem:
        return None
    if not balanced(source.line(line)[entry.start : column]):
        return None
    said = special_start(entry.value, line + 1, entry.start + 1)
    if entry.value[0] == "[" and any(letter.isalnum() for letter in entry.value.rpartition("]")[2]):
        return as_written(source, line, said)  # `[LPA] ด้านที่ ๕`
    return Explanation([said], source.without_value(line))


def _missing_colon(source: SourceText, complaint: Complaint) -> Explanation | None:
    """Explain and mend a key alone on its line, without a colon, whose content is below."""
    if "could not find expected ':'" not in complaint.problem and "not allowed" not in complaint.problem:
        return None
    for number in (complaint.context_line, source.next_entry(complaint.line, -1)):
        if number is not None and _opens_block(source, number):
            said = _lacks_colon(source, complaint, number)
            return replace(said, repaired=source.with_line(number, source.line(number).rstrip() + ":"))
    return None


def _lacks_colon(source: SourceText, complaint: Complaint, number: int) -> Explanation:
    return explain_in_general(source, replace(complaint, problem="could not find expected ':'", context_line=number))


def _opens_block(source: SourceText, number: int) -> bool:
    following = source.next_entry(number)
    if following is None or not _KEY_ALONE.fullmatch(source.line(number)):
        return False
    depth, below = source.indent(number) or 0, source.indent(following) or 0
    return below > depth or (below == depth and source.is_item(following))


def _missing_gap(source: SourceText, complaint: Complaint) -> Explanation | None:
    if "could not find expected ':'" in complaint.problem:
        first, last = complaint.context_line, complaint.context_line
    elif "not allowed" in complaint.problem or "expected" in complaint.problem:
        before = source.next_entry(complaint.line, -1)
        first, last = complaint.line if before is None else before, complaint.line
    else:
        return None
    for number in range(first, last + 1):
        if found := other_sign(source, number):
            return found
    for pattern in (MISSING_GAP, ANY_MISSING_GAP):
        for number in range(first, last + 1):
            found = fill_gaps(source, [number], pattern)
            if found.advice:
                return found
    text = source.line(first)
    dash = re.match(r"[ \t]*-[^\s-]", text)
    if dash and "':'" in complaint.problem:
        return Explanation([stuck_dash(text, first + 1, dash.end() - 1)])
    return None


def _odd_dash(source: SourceText, complaint: Complaint) -> Explanation | None:
    """Explain list dashes followed by a character that only looks like a space."""
    if ODD_SPACES.isdisjoint(source.text):
        return None
    hidden = source.block_scalar_lines
    lines = [n for n, line in enumerate(source.lines) if ODD_DASH.match(line) and n not in hidden]
    return odd_dashes(source, lines) if any(number <= complaint.line for number in lines) else None


def _colon_in_value(source: SourceText, complaint: Complaint) -> Explanation | None:
    line, column = complaint.line, complaint.column
    if source.line(line)[column : column + 1] != ":":
        return None
    entry = source.entry(line)
    own_key = entry.key is not None and column < entry.start
    before = source.next_entry(line, -1)
    if own_key and (before is None or re.fullmatch(r"[a-z_][a-z0-9_]*", entry.key or "")):
        return None
    if "not allowed" not in complaint.problem and "flow" not in complaint.context:
        return None
    value = source.line(line).strip() if own_key else entry.value
    if "flow" in complaint.context:
        value = _within_brackets(source.line(line), column)
        value = value if "sequence" in complaint.context else value.partition(": ")[2]
    said = colon_in_text(value, line + 1, column + 1)
    if "flow mapping" in complaint.context and (following := _NEXT_KEY.search(source.line(line)[:column])):
        said = replace(
            said, remedy=f"ถ้า “{following[1]}” เป็นหัวข้อถัดไป ให้เติมเครื่องหมาย , ข้างหน้า ถ้าเป็นข้อความ ให้{said.remedy}"
        )
    if own_key or "flow" in complaint.context:
        return Explanation([said], None if own_key else source.without_value(line))
    return as_written(source, line, said)


def _misplaced(source: SourceText, complaint: Complaint) -> Explanation | None:
    """Explain and mend a line at a wrong column, where only one column fits."""
    return moved_lines(source, complaint.line) if _is_about_depth(source, complaint) else None


def _is_about_depth(source: SourceText, complaint: Complaint) -> bool:
    line = complaint.line
    indent = source.indent(line)
    if "flow" in complaint.context or indent is None or "could not find" in complaint.problem:
        return False
    at_start = complaint.column == indent and source.line(line)[indent] != ":"
    is_at_entry = at_start or _is_at_key(source, complaint)
    return is_at_entry and any(word in complaint.problem for word in ("expected", "not allowed"))


def _is_at_key(source: SourceText, complaint: Complaint) -> bool:
    """Return whether the parser stopped at a key, which it took for part of a value."""
    is_before_value = complaint.column < source.entry(complaint.line).start
    return is_before_value and "mapping values are not allowed" in complaint.problem


def _indentation(source: SourceText, complaint: Complaint) -> Explanation | None:
    if not _is_about_depth(source, complaint):
        return None
    line = complaint.line
    before = source.next_entry(line, -1)
    is_beside = before is not None and source.indent(before) == source.indent(line) and not source.is_item(before)
    if _is_at_key(source, complaint) and is_beside and before is not None and source.entry(before).key is None:
        return _lacks_colon(source, complaint, before)
    return Explanation([wrong_depth(source, line, before)])


_DIAGNOSES: tuple[Callable[[SourceText, Complaint], Explanation | None], ...] = (
    _odd_spaces,
    _odd_dash,
    diagnose_bullets,
    _tabs,
    diagnose_row,
    _unclosed_quote,
    _after_quote,
    _curly,
    _special_start,
    _brackets,
    _missing_colon,
    _missing_gap,
    _misplaced,
    diagnose_missing_dash,
    _colon_in_value,
    _indentation,
)


def _within_brackets(line: str, column: int) -> str:
    """Return the value between brackets and commas at column `column`."""
    start = max(line.rfind(mark, 0, column) for mark in ",[{") + 1
    ends = [end for mark in ",]}" if (end := line.find(mark, column)) >= 0]
    return line[start : min(ends, default=len(line))].strip()
