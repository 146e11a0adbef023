"""The files of one plan as plain data, as shown in the workbook: texts as written, nothing interpreted.

In: an LAO as read, or data from a workbook. Out: data by file, and the text of each file.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from generator.drafting.format_order import in_format_order
from generator.drafting.yaml_writer import yaml_text
from generator.model.idp import IdpTable
from generator.model.lao import Lao
from generator.model.plan import Plan
from generator.model.project import ProjectTable
from generator.reading.content_tree import below
from generator.reading.lao_reader import ReadLao
from generator.reading.narrative import SECTION_HEADING, SOURCE_LINE
from generator.thai.years import Cycle

FILES = ("lao", "plan", "projects", "idp", "narrative")
MODELS: dict[str, type[BaseModel]] = {"lao": Lao, "plan": Plan, "projects": ProjectTable, "idp": IdpTable}

Data = dict[str, Any]


@dataclass
class PlanContent:
    """The files of one plan and of its LAO: plain data by file name without ending."""

    code: str
    cycle: str
    """Name of the cycle's folder."""
    files: dict[str, Data] = field(default_factory=dict)

    def of(self, file: str) -> Data:
        """Return the data of a file; empty if there is none."""
        return self.files.get(file, {})

    def texts(self) -> dict[str, str]:
        """Return the text of each non-empty file, by its name below the LAO's folder."""
        found: dict[str, str] = {}
        for file, model in MODELS.items():
            if data := self.of(file):
                found[self.name(file)] = yaml_text(in_format_order(data, model))
        if text := narrative_text(self.of("narrative")):
            found[self.name("narrative")] = text
        return found

    def name(self, file: str) -> str:
        """Return the name of a file below the LAO's folder."""
        return "lao.yml" if file == "lao" else f"{self.cycle}/{file}.{'md' if file == 'narrative' else 'yml'}"


def content_of(read: ReadLao, cycle: Cycle | str) -> PlanContent:
    """Return the files of one plan as written, including values that could not be read into records."""
    content = PlanContent(read.lao_folder.code, str(getattr(cycle, "slug", cycle)))
    for file in MODELS:
        path = below(read.lao_folder.path, content.name(file))
        source = read.written.get(path) or read.sources.get(path)
        if source is not None and isinstance(source.data, dict):
            content.files[file] = copy.deepcopy(source.data)
    narrative = read.texts.get(below(read.lao_folder.path, content.name("narrative")))
    if narrative:
        content.files["narrative"] = narrative_data(narrative)
    return content


def narrative_data(text: str) -> Data:
    """Return the sections of a narrative: id, source, whether it is a summary, text."""
    sections: list[Data] = []
    lines: list[str] = []
    for line in [*text.split("\n"), "## end"]:
        heading = SECTION_HEADING.fullmatch(line)
        if heading is None:
            lines.append(line)
            continue
        if sections:
            sections[-1] |= _section_body(lines)
        sections.append({"id": heading[1]})
        lines = []
    return {"sections": sections[:-1]} if len(sections) > 1 else {}


def _section_body(lines: list[str]) -> Data:
    body = "\n".join(lines).strip("\n")
    first, _, rest = body.partition("\n")
    source = SOURCE_LINE.fullmatch(first)
    if source is None:
        return {"text": body} if body else {}
    found: Data = {"source": source[1]} if source[1] else {}
    found["is_summary"] = "yes" if source[2] else "no"
    return found | ({"text": rest.strip("\n")} if rest.strip("\n") else {})


def narrative_text(data: Mapping[str, Any]) -> str:
    """Return the Markdown of the sections; empty if there are none."""
    parts = []
    for section in data.get("sections", ()):
        lines = [f"## {section.get('id', 'other')}"]
        if section.get("source") or section.get("is_summary") == "yes":
            is_summary = " (สรุป)" if section.get("is_summary") == "yes" else ""
            lines.append(f"ที่มา: {section.get('source', '')}{is_summary}")
        parts.append("\n".join(lines) + f"\n\n{section.get('text', '')}\n")
    return "\n".join(parts)
