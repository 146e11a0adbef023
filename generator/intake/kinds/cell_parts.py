"""Parts of printed cells: ticks, periods, numbered items, targets by label, methods by number. Nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.intake.grids import TICK
from generator.thai.numerals import to_arabic
from generator.thai.text import fold_for_comparison

TICKS = frozenset({TICK, "✔", "☑", "√", "/", "✅"})
NOTHING = frozenset({"", "-", "–", "—", "☐"})
_ITEM = re.compile(r"(?:(?<=\s)|^)(?P<number>[0-9๐-๙]{1,2})[.)]\s*")
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


def items(text: str) -> list[dict[str, Any]] | None:
    """Return the numbered items of a cell; None if the numbers are not consecutive, so that it cannot be split."""
    line = " ".join(text.split())
    starts = [(match.start(), match.end(), match["number"]) for match in _ITEM.finditer(line)]
    if not starts:
        return [{"text": line}] if line else []
    if line[: starts[0][0]].strip():
        return None
    numbers = [int(to_arabic(number)) for _, _, number in starts]
    if numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return None
    found = []
    for (_, end, number), after in zip(starts, [*starts[1:], (len(line), 0, "")], strict=True):
        own = line[end : after[0]].strip()
        item: dict[str, Any] = {"number": number} | ({"text": own} if own else {})
        if group := _GROUPS.get(fold_for_comparison(own).replace(" ", "")):
            item["competencies"] = [group]
        found.append(item)
    return found


def has_loose_lines(paragraphs: tuple[str, ...]) -> bool:
    """Return whether an unnumbered paragraph follows a numbered one: a wrapped line, or an item without a number."""
    numbered = [bool(_ITEM.match(" ".join(one.split()))) for one in paragraphs if one.strip()]
    return bool(numbered) and numbered[0] and not all(numbered)


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
