"""Removes personal data from all text of an office file, before any other step reads it.

Names, mobile numbers and the like are replaced by a placeholder; counts and places are reported, removed text never.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from generator.checks.person_names import CANDIDATE, person
from generator.checks.privacy import personal_data
from generator.intake.doubts import Doubt
from generator.intake.grids import Grid, GridCell, OfficeDocument, OfficeParagraph
from generator.thai.text import fold_for_comparison

TAKEN_OUT = "(ตัดข้อมูลส่วนบุคคลออก)"
_CANDIDATE = re.compile(CANDIDATE)
_NAME_AFTER_TITLE = re.compile(r"^[ \t\u00a0]*\S+(?:[ \t\u00a0]+[ก-ฮเ-ไ][ก-๎]{2,})?")
_POSITION = "ตำแหน่ง"
_NAME_HEADINGS = ("ชื่อสกุล", "ชื่อนามสกุล", "ชื่อและนามสกุล", "ชื่อตัวชื่อสกุล", "รายชื่อ", "ชื่อผู้ดำรงตำแหน่ง", "ชื่อบุคลากร")


@lru_cache(maxsize=4096)  # tables repeat the same quarters and departments
def without_personal_data(text: str) -> str:
    """Return a text with persons and their numbers replaced by placeholders; the whole name goes with the title."""
    cleaned = _CANDIDATE.sub(_mark, text) if text else text
    for _, hit in list(personal_data(cleaned)) if cleaned else ():
        if hit.snippet:
            cleaned = cleaned.replace(hit.snippet, TAKEN_OUT)
    first, *after = cleaned.split("\0")
    return first + "".join(_NAME_AFTER_TITLE.sub("", part, count=1) for part in after)


def _mark(match: re.Match[str]) -> str:
    return TAKEN_OUT + "\0" if person(match) else match[0]


def take_out_personal_data(document: OfficeDocument) -> tuple[OfficeDocument, list[Doubt]]:
    """Return the document without personal data, and a doubt per place where some was removed."""
    doubts: list[Doubt] = []
    blocks: list[Grid | OfficeParagraph] = []
    for block in document.blocks:
        if isinstance(block, OfficeParagraph):
            text = without_personal_data(block.text)
            if text != block.text:
                doubts.append(_doubt(block.source))
            blocks.append(replace(block, text=text))
            continue
        named = _name_columns(block)
        mixed = _name_columns(block, with_position=True)
        cells = []
        for cell in block.cells:
            is_named = cell.column in named and cell.row > named[cell.column] and not cell.is_blank
            is_mixed = cell.column in mixed and cell.row > mixed[cell.column] and not cell.is_blank
            text = TAKEN_OUT if is_named else without_personal_data(cell.text)
            # Without a title, a name looks like a position: keep only what is labelled as a position.
            if is_mixed and not text.startswith(TAKEN_OUT) and _is_person_row(block, cell):
                text = _position_of(text)
            is_cleaned = not is_named and text == without_personal_data(cell.text)
            parts = tuple(map(without_personal_data, cell.paragraphs)) if is_cleaned else (text,)
            odd = tuple(map(without_personal_data, cell.odd))
            if text != cell.text or odd != cell.odd:
                doubts.append(_doubt(cell.source))
            cells.append(replace(cell, text=text, paragraphs=parts, odd=odd))
        blocks.append(Grid(block.source, cells))
    remarks = [(without_personal_data(said), source) for said, source in document.odd]
    doubts += [_doubt(source) for (said, source), (was, _) in zip(remarks, document.odd, strict=True) if said != was]
    return OfficeDocument(document.name, blocks, remarks, document.converted), doubts


def _position_of(text: str) -> str:
    """Return the position in a cell that starts with a name: the text after `ตำแหน่ง`, or the lines after the first."""
    _, marked, position = text.partition(_POSITION)
    lines = [line for line in text.split("\n") if line.strip()]
    if marked:
        return f"{TAKEN_OUT} {_POSITION}{position}"
    return "\n".join([TAKEN_OUT, *lines[1:]])


def _is_person_row(grid: Grid, cell: GridCell) -> bool:
    """Return whether the row of a cell describes a person: a band is the only cell in its row."""
    return sum(not one.is_blank for one in grid.row(cell.row)) > 1


def _name_columns(grid: Grid, *, with_position: bool = False) -> dict[int, int]:
    """Return the columns that name persons, or persons with positions, with the last row of the heading."""
    wanted = {f"{one}{_POSITION}" for one in _NAME_HEADINGS} | {f"{one}และ{_POSITION}" for one in _NAME_HEADINGS}
    wanted = wanted if with_position else set(_NAME_HEADINGS)
    found = {}
    for cell in grid.cells:
        folded = re.sub(r"[\s\-–/().]", "", fold_for_comparison(cell.text))
        if folded in wanted:
            for column in range(cell.column, cell.column + cell.columns):
                found[column] = cell.row + cell.rows - 1
    return found


def _doubt(source: str) -> Doubt:
    return Doubt("INTAKE-006", "มีข้อมูลที่อาจเป็นของบุคคล จึงไม่นำเข้า", source, is_open=False)
