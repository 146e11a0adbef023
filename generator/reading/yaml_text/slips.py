"""Advice on slips of the pen: odd spaces, tabs, curly quotes, a colon or ` #` in a text, no space after a mark."""

from __future__ import annotations

import re

from generator.findings import Severity
from generator.reading.yaml_text.advice import Advice, Explanation
from generator.reading.yaml_text.characters import CURLY_QUOTES, INVISIBLES, WIDE_SPACES, shorten
from generator.reading.yaml_text.lines import SourceText
from generator.reading.yaml_text.marks import quote_it

ODD_INDENT = re.compile(rf"[ \t]*([{WIDE_SPACES}{INVISIBLES}])[ \t{WIDE_SPACES}{INVISIBLES}]*")
MISSING_GAP = re.compile(
    r"[ \t]*(?:-[ \t]+)*(?!(?:https?|mailto|tel|fax):)(?P<key>[a-z_][a-z0-9_]*)[ \t]*:(?:[^\s/:]|[" + WIDE_SPACES + "])"
)
"""A key of ours with its value stuck to the colon, or parted from it by no YAML space. Addresses and telephone numbers
look alike and are none."""


def odd_indentation(source: SourceText, lines: list[int]) -> Explanation:
    """Explain spaces that are no YAML spaces at the beginning of `lines` (from 0), and replace them."""
    advice, replaced = [], {}
    for number in lines:
        line = source.line(number)
        match = ODD_INDENT.match(line)
        if match is None:
            continue
        lead = "".join("" if mark in INVISIBLES else " " for mark in match[0])
        replaced[number] = (lead + line[match.end() :]).ljust(len(line))
        if line[match.end() :].lstrip()[:1] in ("", "#"):
            continue  # an empty line to all who look at it
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


def tab_indentation(text: str, line: int) -> Advice:
    """Explain a tab at the beginning of a line."""
    return Advice(
        "YAML-022",
        line,
        text.index("\t") + 1,
        f"ย่อหน้าของ “{shorten(text)}” ใช้แท็บ (Tab) ซึ่ง YAML ไม่รับ",
        "ลบแท็บหน้าบรรทัดนี้ แล้วเคาะวรรคด้วยแป้นวรรคแทน ให้ตรงกับบรรทัดอื่นในกลุ่มเดียวกัน",
    )


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
    """Explain curly quotes that were meant as quotes; None when they look like a part of the text.

    `“ก” และ “ข”` or `“ก” ข` quote a word inside the text: such a value is left alone when it was read.
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
    """Explain that ` #` began a comment, so that the rest of the value is lost."""
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


def missing_gap(source: SourceText, number: int) -> Advice | None:
    """Explain `key:value` on line `number` (from 0); None when the line does not look like that."""
    line = source.line(number)
    match = MISSING_GAP.match(line)
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
    return stuck_colon(line[match.start("key") :], match["key"], number + 1, match.end() - 1)


def stuck_colon(text: str, key: str, line: int, column: int) -> Advice:
    """Explain a colon without a space behind it."""
    return Advice(
        "YAML-029",
        line,
        column,
        f"ไม่มีวรรคหลังเครื่องหมาย : ใน “{shorten(text)}”",
        f"เว้นหนึ่งวรรคหลังเครื่องหมาย : เช่น {key}: ค่า",
    )


def stuck_dash(text: str, line: int, column: int) -> Advice:
    """Explain a list dash without a space behind it."""
    return Advice(
        "YAML-029",
        line,
        column,
        f"ไม่มีวรรคหลังเครื่องหมาย - ที่ขึ้นต้นรายการ “{shorten(text)}”",
        "เว้นหนึ่งวรรคหลังเครื่องหมาย - เช่น - name: ค่า",
    )
