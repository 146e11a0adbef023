"""Reads paragraphs under a heading that is also a section of narrative.md: the office's text in, the section out.

Paragraphs under other headings, and those from which personal data was removed, stay unused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.intake.grids import OfficeParagraph
from generator.intake.personal_names import TAKEN_OUT
from generator.intake.plan_builder import PlanBuilder
from generator.intake.table_headings import folded_heading
from generator.intake.table_titles import Lead, is_next
from generator.intake.workbook.book_layout import ContentPlace

_NUMBER = r"(?:(?:บทที่|ส่วนที่|ข้อ)\s*)?(?P<section>[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})*)[.)]?"
_HEADING = re.compile(rf"(?:{_NUMBER}\s*)?(?P<title>[^0-9๐-๙\s].*)", re.DOTALL)
_LONGEST = 110
"""Most characters in a heading."""
_NUMBERED = re.compile(rf"{_NUMBER}\s+\S.*", re.DOTALL)
_LEAST = 40
"""Fewest characters of prose; shorter text is a lower-level heading."""


@cache
def prose_headings() -> Mapping[str, str]:
    """Return the section id of narrative.md by folded heading."""
    stated = yaml.safe_load((Path(__file__).parent / "prose.yml").read_text("utf-8"))
    return {folded_heading(word): section for section, words in stated.items() for word in words}


class ProseReader:
    """Reads the paragraphs of one document in order."""

    def __init__(self, builder: PlanBuilder) -> None:
        """Take the plan builder."""
        self._builder = builder
        self._heading: OfficeParagraph | None = None
        self._section = self._source = ""
        self._texts: list[OfficeParagraph] = []
        self.unused: list[OfficeParagraph] = []

    def read(self, paragraph: OfficeParagraph, lead: Lead | None = None) -> None:
        """Read a paragraph: a heading, or a text under the last one; `lead`: what of a table it is."""
        text = " ".join(paragraph.text.split())
        match = _HEADING.fullmatch(text) if len(text) <= _LONGEST else None
        section = prose_headings().get(folded_heading(match["title"]), "") if match else ""
        if match and section:
            self.end()
            self._heading, self._section, self._source = paragraph, section, match["section"] or ""
        elif lead is Lead.CAPTION:
            self.unused.append(paragraph)  # the text goes on below the table
        elif self._section and (lead is Lead.HEADING or self._is_other_heading(text)):
            self.end()
            self.unused.append(paragraph)
        elif self._section and TAKEN_OUT not in text:
            self._texts.append(paragraph)
        else:
            self.unused.append(paragraph)

    def _is_other_heading(self, text: str) -> bool:
        """Return whether a text heads another subject: short, or with the number after that of the section."""
        match = _NUMBERED.fullmatch(text)
        if match is None or len(text) < _LEAST:
            return match is not None
        items = [one["section"] for one in map(_NUMBERED.fullmatch, (one.text for one in self._texts)) if one]
        is_item = any(is_next(item, match["section"]) for item in items)
        return bool(self._source) and len(text) <= _LONGEST and is_next(self._source, match["section"]) and not is_item

    def end(self) -> None:
        """Close the open section; if it has no prose, its heading becomes unused."""
        if self._heading is not None:
            if sum(len(one.text) for one in self._texts) >= _LEAST:
                self._add()
            else:
                self.unused += [self._heading, *self._texts]
        self._heading, self._section, self._source, self._texts = None, "", "", []

    def _add(self) -> None:
        sections: list[dict[str, Any]] = self._builder.content.files.setdefault("narrative", {}).setdefault(
            "sections", []
        )
        text = "\n\n".join(_as_markdown(one.text) for one in self._texts)
        known = next((one for one in sections if one["id"] == self._section), None)
        if known is None:
            known = {"id": self._section} | ({"source": self._source, "is_summary": "no"} if self._source else {})
            sections.append(known)
        known["text"] = f"{known['text']}\n\n{text}" if known.get("text") else text
        first = self._texts[0].source
        self._builder.origins.setdefault(ContentPlace("narrative", ("sections", sections.index(known))), first)


def _as_markdown(text: str) -> str:
    """Return a paragraph on one line, escaped so that Markdown sees no heading, quotation or code."""
    line = " ".join(text.split())
    return f"\\{line}" if line[:1] in "#>`~|=+*-" else line
