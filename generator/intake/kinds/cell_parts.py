"""Parts of printed cells: ticks, periods, numbered items, targets by label, methods by number. Nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.intake.grids import TICK
from generator.thai.numerals import to_arabic
from generator.thai.text import fold_for_comparison

TICKS = frozenset({TICK, "✔", "☑", "√", "/", "✅"})
UNSURE_LINES = "แยกข้อตามเลขข้อเท่านั้น เพราะ PDF ไม่บอกว่าบรรทัดใหม่ต่อจากบรรทัดก่อนหรือเป็นอีกข้อหนึ่ง ถ้าเป็นอีกข้อหนึ่งให้แยกบรรทัด"
"""Message for a cell whose lines may be items of their own; see `GridCell.has_unsure_lines`."""
NOTHING = frozenset({"", "-", "–", "—", "☐"})
_ITEM = re.compile(r"(?:(?<=\s)|^)(?P<number>[0-9๐-๙]{1,2})[.)]\s*")
_CONTINUES = re.compile(r"[ฯๆ)\]}”’,.;:]|และ|หรือ|รวมถึง|รวมทั้ง|ตลอดจน")
"""Start of a paragraph that cannot be an item of its own."""
_METHOD = re.compile(
    r"(?P<number>[0-9๐-๙]{1,2})\s*=\s*(?P<text>.*?)(?=\s*(?:(?<![0-9๐-๙])[0-9๐-๙]{1,2}\s*=|$))", re.DOTALL
)
_METHOD_HEADING = re.compile(r"\(?(?P<number>[0-9๐-๙]{1,2})[.)]+\s*(?P<name>\S.*)")
_LABEL = re.compile(r"(?:^|(?<=\s))(?:เป้าหมาย)?เชิง(?P<label>ปริมาณ|คุณภาพ|ประโยชน์)\s*:?\s*")
_LABELS = {"ปริมาณ": "quantity", "คุณภาพ": "quality", "ประโยชน์": "benefit"}
_GROUPS = {"สมรรถนะหลัก": "core", "สมรรถนะประจำผู้บริหาร": "executive", "สมรรถนะประจำสายงาน": "line"}


def is_tick(text: str) -> bool:
    """Return whether a cell contains only a tick."""
    return text.strip() in TICKS


def items(text: str, paragraphs: tuple[str, ...] = ()) -> list[dict[str, Any]] | None:
    """Return the items of a cell: numbered ones, and paragraphs without a number.

    None if the numbers are not consecutive, so that the cell cannot be split. Without paragraphs, a text belongs to the
    number before it.
    """
    line = " ".join(text.split())
    starts = list(_ITEM.finditer(line))
    if starts and line[: starts[0].start()].strip():
        return None
    numbers = [int(to_arabic(match["number"])) for match in starts]
    if numbers and numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return None
    found: list[dict[str, Any]] = []
    for part in paragraphs if has_loose_lines(paragraphs) else (line,):
        for item in _items_of(" ".join(part.split())):
            text = item.get("text", "")
            if found and "number" not in item and continues_item(text):
                found[-1]["text"] = f"{found[-1].get('text', '')} {text}".strip()
            else:
                found.append(item)
    for item in found:
        group = _GROUPS.get(fold_for_comparison(item.get("text", "")).replace(" ", ""))
        if group and "number" in item:
            item["competencies"] = [group]
    return found


def _items_of(line: str) -> Iterator[dict[str, Any]]:
    """Yield the text before the first number of a line, if any, and its numbered items."""
    starts = list(_ITEM.finditer(line))
    lead = line[: starts[0].start()].strip() if starts else line
    if lead:
        yield {"text": lead}
    ends = [match.start() for match in starts[1:]] + [len(line)]
    for match, end in zip(starts, ends, strict=True) if starts else ():
        own = line[match.end() : end].strip()
        yield {"number": match["number"]} | ({"text": own} if own else {})


def continues_item(text: str) -> bool:
    """Return whether a paragraph without a number belongs to the item before it, because no item starts like that."""
    return bool(_CONTINUES.match(text))


def has_loose_lines(paragraphs: tuple[str, ...]) -> bool:
    """Return whether one of several paragraphs has no number: a wrapped line, or an item without a number."""
    said = [" ".join(one.split()) for one in paragraphs if one.strip()]
    return len(said) > 1 and not all(map(_ITEM.match, said))


def targets(text: str) -> Any:
    """Return the targets of a cell by label, or as one text if it has no labels."""
    line = " ".join(text.split())
    found = list(_LABEL.finditer(line))
    if not found or line[: found[0].start()].strip():
        return line
    parts: dict[str, str] = {}
    for match, after in zip(found, [*found[1:], None], strict=True):
        key = _LABELS[match["label"]]
        if key in parts:
            return line
        parts[key] = line[match.end() : after.start() if after else len(line)].strip()
    return {key: part for key, part in parts.items() if part} or line


def method_uses(texts: list[str]) -> list[tuple[str, str]]:
    """Return number and wording of the methods in adjacent cells, read line by line across them."""
    columns = [[(one["number"], " ".join(one["text"].split())) for one in _METHOD.finditer(text)] for text in texts]
    columns = [column for column in columns if column]
    return [
        column[place] for place in range(max(map(len, columns), default=0)) for column in columns if place < len(column)
    ]


def method_parts(heading: str) -> tuple[str, str]:
    """Return number and name of a method in a column heading: `(๑) การสอนงาน`; no number if none is printed."""
    match = _METHOD_HEADING.match(heading)
    return (match["number"], match["name"]) if match else ("", heading)


def is_only_methods(text: str) -> bool:
    """Return whether a cell contains only numbered methods."""
    return not _METHOD.sub("", text).strip()


def plain_numbers(text: str) -> list[str] | None:
    """Return the numbers in a cell that lists only numbers: `๑, ๒, ๖`; None for other texts."""
    parts = [part for part in re.split(r"[\s,]+|และ", text.strip()) if part]
    return parts if parts and all(re.fullmatch("[0-9๐-๙]{1,2}", part) for part in parts) else None


def lines_of(text: str) -> Iterator[str]:
    """Yield the non-blank lines of a cell."""
    yield from (line.strip() for line in text.split("\n") if line.strip())
