"""Advice on typing mistakes: odd spaces, tabs, curly quotes, colon or ` #` in a text, no space after colon or dash."""

from __future__ import annotations

import re
import unicodedata

from generator.findings import Severity
from generator.reading.yaml_text.advice import Advice, Explanation
from generator.reading.yaml_text.indicators import quote_it
from generator.reading.yaml_text.lines import SourceText
from generator.reading.yaml_text.special_characters import CURLY_QUOTES, INVISIBLES, WIDE_SPACES, shorten

ODD_INDENT = re.compile(rf"[ \t]*([{WIDE_SPACES}{INVISIBLES}])[ \t{WIDE_SPACES}{INVISIBLES}]*")
ODD_DASH = re.compile(
    rf"[ \t]*-[ \t]*(?P<gap>[{WIDE_SPACES}{INVISIBLES}])[ \t{WIDE_SPACES}{INVISIBLES}]*(?=[a-z_][a-z0-9_]*[ \t]*:)"
)
"""A list dash before one of our keys, without a YAML space between them."""
YEAR_KEY = r"(?:ปี(?:งบประมาณ)?\s*)?(?:พ\.?\s*ศ\.?\s*)?[0-9๐-๙]{4}(?:\s*[-–]\s*[0-9๐-๙]{2,4})?"
"""A year, or a range of years, as a key."""
MISSING_GAP = re.compile(
    rf"[ \t]*(?:-[ \t]+)*(?!(?:https?|mailto|tel|fax):)(?P<key>[a-z_][a-z0-9_]*|{YEAR_KEY})[ \t]*:"
    rf"(?:[^\s/:]|[{WIDE_SPACES}])"
)
"""One of our keys with its value directly after the colon, or separated by no YAML space. Excludes addresses and
telephone numbers, which look alike."""
ANY_MISSING_GAP = re.compile(r"[ \t]*(?:-[ \t]+)*(?P<key>[ก-๙][^:#\"'\[\]{}]*):[^\s/:]")
"""The same with any Thai words as key; used only at a parser error, because texts may look like that."""


def odd_indentation(source: SourceText, lines: list[int]) -> Explanation:
    """Explain non-YAML spaces at the start of `lines` (from 0), and replace them."""
    advice, replaced = [], {}
    for number in lines:
        line = source.line(number)
        match = ODD_INDENT.match(line)
        if match is None:
            continue
        lead = "".join("" if mark in INVISIBLES else " " for mark in match[0])
        replaced[number] = (lead + line[match.end() :]).ljust(len(line))
        if line[match.end() :].lstrip()[:1] in ("", "#"):
            continue  # looks like an empty line
        name = "อักขระที่มองไม่เห็น" if match[1] in INVISIBLES else "ช่องว่างชนิดพิเศษ"
        advice.append(
            Advice(
                "YAML-024",
                number + 1,
                match.start(1) + 1,
                f"ย่อหน้าของ “{shorten(line[match.end() :])}” มี{name} (U+{ord(match[1]):04X}) ซึ่ง YAML ไม่นับเป็นย่อหน้า",
                "ลบที่ว่างหน้าบรรทัดนี้ทั้งหมด แล้วเคาะเว้นวรรคใหม่ด้วยแป้นวรรคธรรมดา",
            )
        )
    return Explanation(advice, source.with_lines(replaced))


def odd_dashes(source: SourceText, lines: list[int]) -> Explanation:
    """Explain list dashes of `lines` (from 0) without a YAML space after them, and insert one."""
    advice, replaced = [], {}
    for number in lines:
        line = source.line(number)
        match = ODD_DASH.match(line)
        if match is None:
            continue
        replaced[number] = match[0].rstrip(WIDE_SPACES + INVISIBLES + " \t").ljust(match.end()) + line[match.end() :]
        advice.append(
            Advice(
                "YAML-024",
                number + 1,
                match.start("gap") + 1,
                f"วรรคหลังเครื่องหมาย - ใน “{shorten(line)}” เป็นช่องว่างชนิดพิเศษ (U+{ord(match['gap']):04X}) "
                "ซึ่ง YAML ไม่นับเป็นวรรค",
                "ลบช่องว่างหลังเครื่องหมาย - แล้วเคาะใหม่ด้วยแป้นวรรคธรรมดา",
            )
        )
    return Explanation(advice, source.with_lines(replaced))


def tab_indentation(text: str, line: int) -> Advice:
    """Explain a tab at the start of a line."""
    return Advice(
        "YAML-022",
        line,
        text.index("\t") + 1,
        f"ย่อหน้าของ “{shorten(text)}” ใช้แท็บ (Tab) ซึ่ง YAML ไม่รับ",
        "ลบแท็บหน้าบรรทัดนี้ แล้วเคาะวรรคด้วยแป้นวรรคแทน ให้ตรงกับบรรทัดอื่นในกลุ่มเดียวกัน",
    )


OTHER_SIGN = re.compile(
    r"[ \t]*(?:-[ \t]+)*(?P<key>[a-z_][a-z0-9_]*)(?P<gap>[ \t]*)(?P<sign>[=：﹕︰;])[ \t]*(?P<value>[^\s=].*)$"
)
"""One of our keys with another sign in place of the colon."""


def other_sign(source: SourceText, number: int) -> Explanation | None:
    """Explain `key = value` on line `number` (from 0), and read the value; None if the line does not look like that."""
    line = source.line(number)
    match = OTHER_SIGN.match(line)
    if match is None or number in source.block_scalar_lines:
        return None
    advice = Advice(
        "YAML-029",
        number + 1,
        match.start("sign") + 1,
        f"หลังชื่อหัวข้อ “{match['key']}” เป็นเครื่องหมาย {match['sign']} แทนเครื่องหมาย :",
        f"เปลี่ยน {match['sign']} เป็นเครื่องหมาย : และเว้นหนึ่งวรรค เช่น {match['key']}: ค่า",
    )
    start, value = match.end("key"), _text_of(match["value"])
    if not source.stands_alone(number) or len(line) < start + 3:
        return Explanation([advice])
    replaced = f"{line[:start]}: {'x' * (len(line) - start - 2)}"
    kept = ((number, match["key"], value),) if value is not None else ()
    return Explanation([advice], source.with_line(number, replaced), known_values=kept)


def colon_in_text(value: str, line: int, column: int) -> Advice:
    """Explain a colon and a space that were meant as text."""
    return Advice(
        "YAML-021",
        line,
        column,
        f"ค่า “{shorten(value)}” มีเครื่องหมาย : ตามด้วยวรรคอยู่ในข้อความ YAML จึงเข้าใจว่าเป็นหัวข้อใหม่",
        quote_it(value),
    )


def curly_quotes(value: str, line: int, column: int, *, parsed: bool) -> Advice | None:
    """Explain curly quotes meant as quotes; None if they look like part of the text.

    `“ก” และ “ข”` or `“ก” ข` quote a word inside the text: such a value is left alone if it
    was parsed.
    """
    if parsed and any(mark in CURLY_QUOTES for mark in value[1:-1]):
        return None
    return Advice(
        "YAML-023",
        line,
        column,
        f"ค่า {shorten(value)} ขึ้นต้นด้วยเครื่องหมายคำพูดแบบโค้ง ({value[0]}) ซึ่ง YAML ไม่ถือเป็นเครื่องหมายคำพูด"
        + (" จึงถูกเก็บเป็นส่วนหนึ่งของข้อความ" if parsed else ""),
        'เปลี่ยนเป็นเครื่องหมายคำพูดแบบตรง (") ทั้งหน้าและหลังค่า '
        + "หรือหากเครื่องหมายนี้เป็นส่วนหนึ่งของข้อความ ให้ใส่ค่าทั้งหมดไว้ในเครื่องหมาย ' '",
        Severity.WARNING if parsed else Severity.ERROR,
    )


def cut_off(kept: str, comment: str, line: int, column: int) -> Advice:
    """Explain that ` #` began a comment, which lost the rest of the value."""
    left = f"เหลือเพียง “{shorten(kept)}”" if kept else "ค่าจึงว่าง"
    return Advice(
        "YAML-026",
        line,
        column,
        f"ข้อความตั้งแต่ “{shorten(comment)}” ถูกตัดออก เพราะเครื่องหมาย # ที่อยู่หลังวรรคเริ่มหมายเหตุ {left}",
        "หาก # เป็นส่วนหนึ่งของข้อความ ให้ใส่ค่าทั้งหมดไว้ในเครื่องหมายคำพูด หากเป็นหมายเหตุ ให้เว้นสองวรรคก่อน #",
        Severity.WARNING,
    )


def split_number(number: str, line: int, column: int) -> Advice:
    """Explain that a comma within brackets ends a value: 10,000 baht would be read as 10."""
    return Advice(
        "YAML-030",
        line,
        column,
        f"เครื่องหมาย , ใน “{shorten(number)}” อยู่ภายในวงเล็บ YAML จึงตัดจำนวนนี้ออกเป็นหลายค่า",
        f'ใส่จำนวนนี้ไว้ในเครื่องหมายคำพูด เช่น "{shorten(number)}" หากเป็นคนละค่ากัน ให้เว้นหนึ่งวรรคหลังเครื่องหมาย ,',
    )


def missing_gap(source: SourceText, number: int, pattern: re.Pattern[str] = MISSING_GAP) -> Advice | None:
    """Explain `key:value` on line `number` (from 0); None if the line does not look like that."""
    line = source.line(number)
    match = pattern.match(line)
    if match is None:
        return None
    mark = line[match.end() - 1]
    if mark in WIDE_SPACES:
        return Advice(
            "YAML-024",
            number + 1,
            match.end() - 1,
            f"วรรคหลังเครื่องหมาย : ใน “{shorten(line[match.start('key') :])}” เป็นช่องว่างชนิดพิเศษ (U+{ord(mark):04X}) "
            "ซึ่ง YAML ไม่นับเป็นวรรค",
            "ลบช่องว่างหลังเครื่องหมาย : แล้วเคาะใหม่ด้วยแป้นวรรคธรรมดา",
        )
    return stuck_colon(line[match.start("key") :], match["key"].strip(), number + 1, match.end() - 1)


def fill_gaps(source: SourceText, numbers: list[int], pattern: re.Pattern[str] = MISSING_GAP) -> Explanation:
    """Explain the lines of `numbers` (from 0) with `key:value`, and insert the space if the value ends there."""
    advice, replaced, kept = [], {}, []
    for number in numbers:
        found, match = missing_gap(source, number, pattern), pattern.match(source.line(number))
        if found is None or match is None:
            continue
        advice.append(found)
        line, start = source.line(number), match.end() - 1
        if found.code == "YAML-024":
            replaced[number] = f"{line[:start]} {line[match.end() :]}"
            continue
        value = _text_of(line[start:])
        if source.stands_alone(number):
            replaced[number] = f"{line[:start]} {'x' * (len(line) - start - 1)}"
            if value is not None:
                kept.append((number, match["key"].strip(), value))
    return Explanation(advice, source.with_lines(replaced) if replaced else None, known_values=tuple(kept))


def _text_of(value: str) -> str | None:
    """Return the text of a value on one line, without quotes and comment; None if it may be something else."""
    value = value.partition(" #")[0].rstrip()
    if value[:1] in "\"'":
        inner = value[1:-1]
        return inner if len(value) > 1 and value[-1] == value[0] and not set(inner) & {value[0], "\\"} else None
    return None if value[:1] in "[{|>&*!%@`" else value


def stuck_colon(text: str, key: str, line: int, column: int) -> Advice:
    """Explain a colon without a space after it."""
    return Advice(
        "YAML-029",
        line,
        column,
        f"ไม่มีวรรคหลังเครื่องหมาย : ใน “{shorten(text)}”",
        f"เว้นหนึ่งวรรคหลังเครื่องหมาย : เช่น {key}: ค่า",
    )


def comma_in_text(text: str, tail: str, line: int, column: int) -> Advice:
    """Explain that a comma within brackets cut a text in two."""
    return Advice(
        "YAML-031",
        line,
        column,
        f"เครื่องหมาย , ใน “{shorten(text)}” อยู่ภายในวงเล็บ YAML จึงตัดข้อความตรงนั้น ทำให้ “{shorten(tail)}” หลุดออกจากค่า",
        f"{quote_it(text)} หรือเขียนแต่ละหัวข้อในบรรทัดของตนโดยไม่ใช้วงเล็บ",
    )


def key_without_colon(key: str, line: int, column: int) -> Advice:
    """Explain a key within braces without colon and value."""
    return Advice(
        "YAML-031",
        line,
        column,
        f"“{shorten(key)}” อยู่ภายในวงเล็บ {{ }} โดยไม่มีเครื่องหมาย : และค่าตามหลัง",
        f"ถ้าเป็นหัวข้อ ให้เติม : วรรค และค่า เช่น {shorten(key)}: ค่า ถ้าเป็นส่วนหนึ่งของค่าก่อนหน้า ให้ใส่ค่านั้นทั้งหมดไว้ในเครื่องหมายคำพูด",
    )


def cut_word(before: str, after: str, line: int, column: int, *, joined: bool, more: int) -> Advice:
    """Warn of a line break within a text where the intended space is uncertain."""
    others = f" และอีก {more:,} แห่งในค่านี้" if more else ""
    done = "ระบบต่อสองบรรทัดโดยไม่เว้นวรรค" if joined else "ระบบเว้นวรรคตรงนั้น"
    return Advice(
        "YAML-035",
        line,
        column,
        f"ค่านี้ขึ้นบรรทัดใหม่ระหว่าง “{_end(before)}” กับ “{shorten(after[:_HALF])}”{others} {done}",
        "เขียนค่านี้ให้จบในบรรทัดเดียว หากต้องการเว้นวรรคตรงนั้นจึงเคาะวรรค หรือขึ้นบรรทัดใหม่ตรงที่เว้นวรรคโดยคงวรรคไว้ท้ายบรรทัด",
        Severity.WARNING,
    )


_HALF = 20


def _end(text: str) -> str:
    """Return the last words before a break, starting at a letter, not at a combining mark."""
    text = text.rstrip()[-_HALF:]
    while text and unicodedata.category(text[0]) == "Mn":
        text = text[1:]
    return shorten(text)


def stuck_dash(text: str, line: int, column: int) -> Advice:
    """Explain a list dash without a space after it."""
    return Advice(
        "YAML-029",
        line,
        column,
        f"ไม่มีวรรคหลังเครื่องหมาย - ที่ขึ้นต้นรายการ “{shorten(text)}”",
        "เว้นหนึ่งวรรคหลังเครื่องหมาย - เช่น - name: ค่า",
    )
