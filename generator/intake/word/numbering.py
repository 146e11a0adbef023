"""Computes Word's automatic numbers from numbering.xml and styles, in document order.

The numbers are not part of the text, and common libraries lose them. Supports Thai digits, letters and `%1.%2`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from generator.thai.characters import LIST_LETTERS
from generator.thai.numerals import to_thai

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""


@dataclass
class Numbering:
    """The automatic numbers of one document; stateful: call in paragraph order."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    """By list id and level."""
    lists: dict[str, str] = field(default_factory=dict)
    """Abstract list that counts for an id: several ids may share one counter."""
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    """List id and level of a paragraph style."""
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def number(self, paragraph: Element) -> str:
        """Return the automatic number of a paragraph, empty if it has none; advances the counter."""
        listed, level = self._place(paragraph)
        found = self.levels.get(listed, {}).get(level)
        if found is None or found.form == "none":
            return ""
        counts = self._counts.setdefault(self.lists.get(listed, listed), {})
        counts[level] = counts.get(level, found.start - 1) + 1
        for below in [one for one in counts if one > level]:
            del counts[below]
        if found.form == "bullet":
            return "-"
        text = found.text
        for one in range(level + 1):
            own = self.levels[listed].get(one, _Level())
            text = text.replace(f"%{one + 1}", _numeral(counts.get(one, own.start), own.form))
        return text.strip()

    def _place(self, paragraph: Element) -> tuple[str, int]:
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return "", 0
        style = properties.find(f"{W}pStyle")
        listed, level = self.styles.get(style.get(f"{W}val", ""), ("", 0)) if style is not None else ("", 0)
        direct = properties.find(f"{W}numPr")
        if direct is not None:
            listed = _value(direct, "numId") or listed
            level = int(_value(direct, "ilvl") or level)
        return ("" if listed == "0" else listed), level


def read_numbering(numbering: Element | None, styles: Element | None) -> Numbering:
    """Return the automatic numbers defined in the parts of a document."""
    found = Numbering()
    abstract: dict[str, dict[int, _Level]] = {}
    for one in numbering.iter(f"{W}abstractNum") if numbering is not None else ():
        abstract[one.get(f"{W}abstractNumId", "")] = dict(_levels(one))
    for one in numbering.findall(f"{W}num") if numbering is not None else ():
        identifier, of = one.get(f"{W}numId", ""), _value(one, "abstractNumId")
        levels = dict(abstract.get(of, {}))
        overrides = one.findall(f"{W}lvlOverride")
        for override in overrides:
            levels |= dict(_levels(override))
            place, start = int(override.get(f"{W}ilvl", "0")), _value(override, "startOverride")
            if start and place in levels:
                levels[place] = _Level(int(start), levels[place].form, levels[place].text)
        found.levels[identifier] = levels
        found.lists[identifier] = f"{identifier}!" if overrides else of
    for style in styles.iter(f"{W}style") if styles is not None else ():
        direct = style.find(f"{W}pPr/{W}numPr")
        if direct is not None and _value(direct, "numId"):
            found.styles[style.get(f"{W}styleId", "")] = (_value(direct, "numId"), int(_value(direct, "ilvl") or 0))
    return found


def _levels(around: Element) -> Iterator[tuple[int, _Level]]:
    for level in around.findall(f"{W}lvl"):
        start = _value(level, "start")
        yield (
            int(level.get(f"{W}ilvl", "0")),
            _Level(int(start) if start else 1, _value(level, "numFmt") or "decimal", _value(level, "lvlText")),
        )


def _value(element: Element, name: str) -> str:
    found = element.find(f"{W}{name}")
    return found.get(f"{W}val", "") if found is not None else ""


def _numeral(count: int, form: str) -> str:
    if form in ("thaiNumbers", "thaiCounting"):
        return to_thai(str(count))
    if form == "thaiLetters" and 0 < count <= len(LIST_LETTERS):
        return LIST_LETTERS[count - 1]
    if form in ("lowerLetter", "upperLetter") and 0 < count <= len(_LATIN):
        letter = _LATIN[count - 1]
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < count < 40:
        roman = ""
        for value, sign in _ROMAN:
            while count >= value:
                roman, count = roman + sign, count - value
        return roman if form == "lowerRoman" else roman.upper()
    return str(count)
