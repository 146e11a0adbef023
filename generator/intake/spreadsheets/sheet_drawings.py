"""Finds what lies over the cells of an xlsx file: pictures, charts and text boxes, most of which openpyxl drops."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as Xml
from xml.etree.ElementTree import Element

_LARGEST_PART = 20_000_000
_REFERENCE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
A_PICTURE = "รูปภาพที่วางไว้ที่ช่องนี้"
A_TEXT_BOX = "กล่องข้อความหรือรูปวาดที่วางไว้ที่ช่องนี้"
A_CHART = "แผนภูมิหรือวัตถุที่วางไว้ที่ช่องนี้"
_KINDS = {"pic": A_PICTURE, "sp": A_TEXT_BOX, "cxnSp": A_TEXT_BOX, "grpSp": A_TEXT_BOX, "graphicFrame": A_CHART}
_LONGEST = 120
"""Most characters of a text box in a remark."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """An object over the cells, at the cell of its upper left corner."""

    row: int
    """From 1."""
    column: int
    remark: str
    """What it is, with the text in it."""


def drawings_of(content: bytes) -> dict[str, list[Drawing]]:
    """Return the drawings of an xlsx file by sheet name; nothing for parts that cannot be read."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: list(dict.fromkeys(_drawings(archive, path))) for name, path in _sheets(archive)}


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield names and paths of the sheets."""
    targets = _targets(archive, "xl/workbook.xml")
    book = _part(archive, "xl/workbook.xml")
    for sheet in book.iterfind("{*}sheets/{*}sheet") if book is not None else ():
        if path := targets.get(sheet.get(_REFERENCE, "")):
            yield sheet.get("name", ""), path


def _drawings(archive: zipfile.ZipFile, sheet: str) -> Iterator[Drawing]:
    for path in _targets(archive, sheet, "drawing").values():
        root = _part(archive, path)
        # Excel wraps newer kinds of objects, and what older programs show instead, in mc:AlternateContent.
        anchors = [one for one in root.iter() if _name(one).endswith("Anchor")] if root is not None else []
        for anchor in anchors:
            row, column = (_number(anchor.find("{*}from"), key) for key in ("row", "col"))
            drawn = next((one for one in anchor.iter() if _name(one) in _KINDS), None)
            if drawn is not None:
                yield Drawing(row + 1, column + 1, _with_text(_KINDS[_name(drawn)], drawn))


def _name(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def _with_text(remark: str, drawn: Element) -> str:
    text = " ".join("".join(part.itertext()) for part in drawn.iterfind(".//{*}txBody//{*}p")).strip()
    return f"{remark}: “{text[:_LONGEST]}{'…' if len(text) > _LONGEST else ''}”" if text else remark


def _number(start: Element | None, key: str) -> int:
    """Return a position of an anchor, 0 if it has none: such a drawing lies anywhere on the sheet."""
    text = start.findtext(f"{{*}}{key}", "0") if start is not None else "0"
    return int(text) if text.isascii() and text.isdigit() else 0


def _targets(archive: zipfile.ZipFile, part: str, kind: str = "") -> dict[str, str]:
    """Return the paths that a part refers to, by id; `kind` is the end of their type, `drawing`."""
    folder, _, name = part.rpartition("/")
    root = _part(archive, f"{folder}/_rels/{name}.rels")
    return {
        one.get("Id", ""): posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))[1:]
        for one in (root if root is not None else ())
        if one.get("TargetMode") != "External" and one.get("Type", "").endswith(f"/{kind}" if kind else "")
    }


def _part(archive: zipfile.ZipFile, path: str) -> Element | None:
    try:
        if archive.getinfo(path).file_size > _LARGEST_PART:
            return None
        content = archive.read(path)
    except KeyError:
        return None
    if b"<!DOCTYPE" in content[:2_000] or b"<!ENTITY" in content:
        return None
    return Xml.fromstring(content)  # noqa: S314  # no DTD, so no entities; sizes are limited
