"""Reads the plan in a text: tables as records, each value with its place, and the remaining text.

The reader of office files does the work (`office_tables.py`); doubtful values are not added to records.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.intake.grids import GridCell, OfficeDocument, OfficeParagraph
from generator.intake.ledger import Fate
from generator.intake.office_tables import TableReader
from generator.intake.plain_text.text_competencies import Groups, read_competencies
from generator.intake.plain_text.text_departments import name_columns, named_departments
from generator.intake.plain_text.text_grids import place_of, text_document
from generator.intake.plain_text.text_identity import TextIdentity
from generator.intake.plain_text.text_official import read_official
from generator.intake.plan_builder import PlanBuilder
from generator.intake.plan_content import PlanContent
from generator.intake.workbook.book_layout import ContentPlace
from generator.reading.names import PlanNames

CODE = "5999999"
"""Placeholder for the code, which no plan prints; findings that depend on it are not reported."""
UNNAMED = "ที่ไม่ระบุชื่อ"
"""Placeholder for a name or province missing in a text; findings that depend on it are not reported."""
_TITLES = (("projects", ()), ("idp", ()), *(("plan", (key,)) for key in ("budget_matrix", "alignment", "survey")))


@dataclass(frozen=True)
class TextPlan:
    """The plan in a text."""

    content: PlanContent
    origins: Mapping[ContentPlace, str]
    """Place of each value in the text, `12:34`."""
    rest: str
    """The text with records blanked out: lines and columns do not change."""


def read_text_plan(name: str, text: str, identity: TextIdentity, groups: Groups) -> TextPlan:
    """Return the plan of a text with a known cycle; `groups` are those of the national documents."""
    document = text_document(name, text)
    cycle = identity.cycle
    assert cycle is not None  # noqa: S101  # the caller's condition
    departments, cells = named_departments(document)
    name_columns(document)
    lao = {
        "code": CODE,
        "type": identity.type or "เทศบาลตำบล",
        "name": identity.name or UNNAMED,
        "province": identity.province or UNNAMED,
        **({"district": identity.district} if identity.district else {}),
        **({"departments": departments} if departments else {}),
    }
    plan = {"cycle": cycle.slug, "state": "draft", "sources": [{"extent": "partial", "entered_by": "lao"}]}
    content = PlanContent(CODE, cycle.slug, {"lao": lao, "plan": plan})
    builder = PlanBuilder(content, PlanNames(cycle, lao, entries=()))
    for index, cell in enumerate(cells):
        builder.origins[ContentPlace("lao", ("departments", index))] = cell.source
    taken = [*read_official(document, builder), *read_competencies(document, builder, groups)]
    every = [cell for grid in text_document(name, text).grids() for cell in grid.cells]
    TableReader(builder).read(document)
    content.files.pop("narrative", None)  # running text keeps its place
    if "budget_matrix" in content.of("plan") and content.of("projects").get("projects"):
        content.of("plan")["topics"] = [{"topic": "budget", "coverage": "full"}]  # both tables can be compared
    taken += _titles(document, builder)
    became = [one for one in every if builder.ledger.fate(one) in (Fate.TAKEN, Fate.HEADING)]
    return TextPlan(content, builder.origins, _without(text, [*became, *taken]))


def _titles(document: OfficeDocument, builder: PlanBuilder) -> Iterator[OfficeParagraph]:
    """Yield the paragraphs used as titles of tables."""
    paragraphs = {" ".join(one.text.split()): one for one in document.blocks if isinstance(one, OfficeParagraph)}
    for file, keys in _TITLES:
        data = builder.content.of(file)
        for key in keys:
            data = data.get(key, {})
        found = paragraphs.get(f"{data.get('section')} {data.get('title')}") if data else None
        if found:
            builder.origins[ContentPlace(file, (*keys, "title"))] = found.source
            yield found


def _without(text: str, parts: list[GridCell | OfficeParagraph]) -> str:
    """Return a text with cells and paragraphs replaced by spaces."""
    lines = text.split("\n")
    by_line: dict[int, list[int]] = {}
    for part in parts:
        line, column = place_of(part.source)
        by_line.setdefault(line, []).append(column - 1)
    for number, starts in by_line.items():
        text_of_line = lines[number - 1]
        kept, at = [], 0
        for start in sorted(starts):
            end = text_of_line.find("\t", start)
            end = len(text_of_line) if end < 0 else end
            if start >= at:
                kept += [text_of_line[at:start], " " * (end - start)]
                at = end
        lines[number - 1] = "".join(kept) + text_of_line[at:]
    return "\n".join(lines)
