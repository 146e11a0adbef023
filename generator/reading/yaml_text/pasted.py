"""Advice on text pasted from Word and Excel: bullets, numbered items, rows with tabs, items without a dash."""

from __future__ import annotations

import re

from generator.findings import Severity
from generator.reading.yaml_text.advice import Advice, Complaint, Explanation
from generator.reading.yaml_text.lines import SourceText
from generator.reading.yaml_text.special_characters import WIDE_SPACES, shorten

ROUND_BULLETS = "•●○◦▪▫■□◆◇►▶➢➤‣⁃∙·✓✔❖\uf02d\uf06f\uf076\uf09f\uf0a7\uf0b7\uf0d8\uf0fc"
"""Bullets that are not punctuation; the last ones are from Word's symbol fonts."""
DASHES = "–—−‐‑‒"
_MARK = rf"[{ROUND_BULLETS}{DASHES}]"
_GAP = rf"[ \t{WIDE_SPACES}]"
_KEYED = re.compile(
    rf"(?P<lead>[ \t]*)(?P<mark>{_MARK}|-|\(?[0-9๐-๙]{{1,3}}[.)]|[*o](?={_GAP}))(?P<gap>{_GAP}*)"
    r"(?P<rest>[a-z_][a-z0-9_]*[ \t]*:(?:[ \t]|$).*)"
)
"""A bullet before one of our keys: certainly a list item."""
_TEXT = re.compile(rf"(?P<lead>[ \t]*)(?P<mark>{_MARK})(?P<gap>{_GAP}*)(?P<rest>\S.*)")
BULLET_KEY = re.compile(rf"(?:{_MARK}|\(?[0-9๐-๙]{{1,3}}[.)]|o(?={_GAP})){_GAP}*[a-z_][a-z0-9_]*$")
"""A key, as parsed, that begins with such a bullet."""
_CELLS = re.compile(r"\S[ ]*\t[ \t]*\S")


def bullet_lines(source: SourceText, upto: int | None = None, *, texts: bool = False) -> list[int]:
    """Return the lines (from 0) that are list items with a Word bullet; text items only if `texts`."""
    found = [number for number, line in enumerate(source.lines[:upto]) if line and _bullet(line, texts=texts)]
    return [number for number in found if number not in source.block_scalar_lines] if found else []


def _bullet(line: str, *, texts: bool) -> re.Match[str] | None:
    match = _KEYED.match(line) or (_TEXT.match(line) if texts else None)
    if match is None or (match["mark"] == "-" and re.fullmatch("[ \t]+", match["gap"])):
        return None
    return match


def is_bullet_text(line: str) -> bool:
    """Return whether a line is a text after a bullet."""
    return _TEXT.match(line) is not None


def has_round_bullet(line: str) -> bool:
    """Return whether that bullet is one that no sentence begins with."""
    return line.lstrip()[:1] in ROUND_BULLETS


def bullets(source: SourceText, numbers: list[int]) -> Explanation | None:
    """Explain all bullets of one kind together, replacing them by a YAML dash if there is room."""
    replaced: dict[int, str] = {}
    first: tuple[int, int] | None = None
    mark = ""
    for number in numbers:
        line = source.line(number)
        match = _bullet(line, texts=True)
        if match is None:
            continue
        if first is None:
            first, mark = (number, len(match["lead"])), match["mark"]
        width = len(match["mark"] + match["gap"])
        lead = match["lead"]
        if width > 1:
            replaced[number] = f"{lead}-{' ' * (width - 1)}{match['rest']}"
        elif lead:
            replaced[number] = f"{lead[:-1]}- {match['rest']}"
    if first is None:
        return None
    at, column = first
    text = shorten(source.line(at)[column:])
    more = f" และอีก {len(numbers) - 1:,} บรรทัดในไฟล์นี้" if len(numbers) > 1 else ""
    if mark == "-":
        advice = Advice(
            "YAML-029",
            at + 1,
            column + 1,
            f"ไม่มีวรรคหลังเครื่องหมาย - ที่ขึ้นต้นรายการ “{text}”{more}",
            "เว้นหนึ่งวรรคหลังเครื่องหมาย - เช่น - name: ค่า แล้วให้หัวข้ออื่นของรายการนั้นตรงกับหัวข้อแรก",
        )
    else:
        advice = Advice(
            "YAML-033",
            at + 1,
            column + 1,
            f"“{text}” ขึ้นต้นด้วยเครื่องหมายหัวข้อย่อยหรือเลขข้อ {mark} ซึ่ง YAML ไม่ถือเป็นรายการ{more}",
            "พิมพ์เครื่องหมาย - (ยัติภังค์บนแป้นพิมพ์) และหนึ่งวรรคแทน เช่น - id: ค่า "
            "หากเป็นข้อความเดียวที่มีเครื่องหมายนี้ ให้ใส่ค่าทั้งหมดไว้ในเครื่องหมายคำพูด",
        )
    return Explanation([advice], source.with_lines(replaced) if replaced else None)


def diagnose_bullets(source: SourceText, complaint: Complaint) -> Explanation | None:
    """Explain the bullets at which the parser failed."""
    numbers = bullet_lines(source, complaint.line + 1)
    before = source.next_entry(complaint.line, -1)
    if not numbers and any(
        number is not None and is_bullet_text(source.line(number)) for number in (complaint.line, before)
    ):
        numbers = bullet_lines(source, texts=True)
    elif numbers:
        numbers = bullet_lines(source)
    return bullets(source, numbers) if numbers else None


def has_cells(text: str) -> bool:
    """Return whether tabs separate a text into cells."""
    return _CELLS.search(text) is not None


def row(text: str, line: int, column: int, *, severity: Severity = Severity.ERROR) -> Advice:
    """Explain spreadsheet cells on one line, separated by tabs."""
    cells = [shorten(cell) for cell in text.split("\t") if cell.strip()]
    return Advice(
        "YAML-034",
        line,
        column,
        f"“{shorten(text)}” มีแท็บคั่นระหว่างข้อความ ลักษณะเป็นแถวที่คัดลอกมาจากตาราง Excel หรือ Word",
        f"แยกแต่ละช่องเป็นบรรทัด หัวข้อ: ค่า ของตน แถวละหนึ่งรายการที่ขึ้นต้นด้วย - (ช่องแรกคือ “{cells[0] if cells else ''}”) "
        "หากเป็นข้อความเดียว ให้เปลี่ยนแท็บเป็นวรรค",
        severity,
    )


def diagnose_row(source: SourceText, complaint: Complaint) -> Explanation | None:
    """Explain a pasted row where the parser failed, or on the line before."""
    before = source.next_entry(complaint.line, -1)
    for number in (complaint.line, before):
        if number is None:
            continue
        entry = source.entry(number)
        if has_cells(entry.value):
            column = source.line(number).index(entry.value[0], entry.start)
            return Explanation(
                [row(entry.value, number + 1, column + 1)], source.without_value(number) if entry.key else None
            )
    return None


def missing_dash(source: SourceText, number: int) -> Advice:
    """Explain a list item without a dash, which begins on line `number` (from 0)."""
    line = source.line(number)
    column = len(line) - len(line.lstrip(" "))
    return Advice(
        "YAML-032",
        number + 1,
        column + 1,
        f"รายการที่ขึ้นต้นด้วย “{shorten(line)}” ไม่มีเครื่องหมาย - ข้างหน้า จึงปนกับรายการอื่น",
        "เติมเครื่องหมาย - และวรรคหน้าหัวข้อแรกของรายการนี้ ให้ตรงกับเครื่องหมาย - ของรายการอื่น และให้หัวข้ออื่นตรงกับหัวข้อแรก",
    )


def missing_dashes(source: SourceText, numbers: list[int]) -> Explanation:
    """Explain items whose keys directly follow those of the item before, and insert their dashes."""
    replaced = {}
    for number in numbers:
        line = source.line(number)
        indent = len(line) - len(line.lstrip(" "))
        replaced[number] = f"{line[: indent - 2]}- {line[indent:]}"
    return Explanation([missing_dash(source, number) for number in numbers], source.with_lines(replaced))


def diagnose_missing_dash(source: SourceText, complaint: Complaint) -> Explanation | None:
    """Explain an item without a dash among items with one."""
    number = complaint.line
    indent = source.indent(number)
    if indent is None or "flow" in complaint.context or complaint.column != indent:
        return None
    if not any(words in complaint.problem for words in ("expected", "not allowed")):
        return None
    before = source.next_entry(number, -1)
    while before is not None and (source.indent(before) or 0) > indent:
        before = source.next_entry(before, -1)
    if before is None or source.indent(before) != indent:
        return None
    dashed, above = source.is_item(number), source.is_item(before)
    if dashed == above or source.entry(before if dashed else number).key is None:
        return None
    if not dashed:
        last = source.end_of_group(number)
        return Explanation([missing_dash(source, number)], blanked=(number, last))
    first = before
    while (
        (up := source.next_entry(first, -1)) is not None
        and (source.indent(up) or 0) >= indent
        and not (source.indent(up) == indent and source.is_item(up))
    ):
        first = up
    if indent == 0 or source.entry(first).key is None:  # at the margin, the list's key is unknown
        return None
    return Explanation([missing_dash(source, first)], blanked=(first, number - 1))
