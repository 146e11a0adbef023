"""Runs the rules on names, years, numbering and tables on a text: findings with lines and columns out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.checks.items import CheckBasis
from generator.checks.runner import check_records
from generator.findings import Finding, Location
from generator.intake.overlay_tree import EmptyTree, OverlayTree
from generator.intake.plain_text.text_grids import place_of
from generator.intake.plain_text.text_identity import TextIdentity, text_identity
from generator.intake.plain_text.text_plan import CODE, TextPlan, read_text_plan
from generator.intake.plan_content import FILES
from generator.intake.workbook.book_layout import ContentPlace
from generator.model.plan import NarrativeSection, PlanFolder
from generator.reading.content_tree import below
from generator.reading.lao_reader import ReadLao, read_lao

_FOLDER = f"plans/{CODE}-text"
_OF_THE_NAME = frozenset({f"NAME-0{number:02}" for number in (8, 9, 10, 13)})
"""Rules that need the LAO's name and type."""
_OF_THE_DISTRICT = frozenset({"NAME-011"})
_OF_THE_PROVINCE = frozenset({"NAME-012", "COMPLETE-006"})
_OF_ANY_TEXT = frozenset(
    {
        *(f"NAME-0{number}" for number in (19, 20, 22, 23, 24, 25, 26, 27, 29, 30, 31, 33, 34, 35)),
        *(f"DATE-0{number:02}" for number in (1, 2, 3, 4, 5, 7, 9, 10, 13, 14, 15, 16, 17, 24)),
        *(f"NUMBER-0{number:02}" for number in (1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13)),
        *(f"MONEY-0{number:02}" for number in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 22)),
        "LINK-005",
        "LINK-008",
        "LINK-016",
        "LINK-017",
        "COMPLETE-014",
        "COMPLETE-019",
        "CELL-005",
    }
)
"""Rules that compare statements within a document; rules on the required content of a form do not apply to a text."""


def check_text_plan(name: str, text: str, reference: CheckBasis) -> tuple[Finding, ...]:
    """Return the findings of plan rules in a text; empty if it names no cycle.

    `name` is the file name in findings; `reference` may lack frameworks and a registry. Findings of text rules are left
    out.
    """
    identity = text_identity(text)
    if identity.cycle is None:
        return ()
    plan = read_text_plan(name, text, identity, reference.groups)
    read = _read(plan)
    if read is None:
        return ()
    codes = _decidable_codes(identity)
    places = _Places(name, plan)
    found = check_records(read, reference)
    return tuple(places.at_text(one) for one in found if one.code in codes)


def _decidable_codes(identity: TextIdentity) -> frozenset[str]:
    """Return the codes of the rules for which a text states enough."""
    codes = _OF_ANY_TEXT
    if identity.name:
        codes |= _OF_THE_NAME
        codes |= _OF_THE_PROVINCE if identity.province else frozenset()
        codes |= _OF_THE_DISTRICT if identity.district else frozenset()
    return codes


def _read(plan: TextPlan) -> ReadLao | None:
    """Return the plan as if read from content; None if its records cannot be read."""
    content = plan.content
    files = {below(_FOLDER, name): text.encode() for name, text in content.texts().items()}
    read = read_lao(CODE, [_FOLDER], OverlayTree(EmptyTree(), files), None)
    if (
        read.lao_folder.lao is None
        or len(read.lao_folder.plans) != 1
        or not isinstance(read.lao_folder.plans[0], PlanFolder)
    ):
        return None
    lines = tuple(
        NarrativeSection("other", None, is_summary=False, markdown=line)
        for line in plan.rest.split("\n")
        if line.strip()
    )
    lao_folder = replace(read.lao_folder, plans=(replace(read.lao_folder.plans[0], narrative=lines),))
    texts = {below(_FOLDER, content.name("narrative")): plan.rest}
    return replace(read, lao_folder=lao_folder, texts=texts)


class _Places:
    """Maps values to their places in the text."""

    def __init__(self, name: str, plan: TextPlan) -> None:
        self._name = name
        self._files = {below(_FOLDER, plan.content.name(file)): file for file in FILES}
        self._places = {place: place_of(source) for place, source in plan.origins.items()}
        own = dict(self._places)
        for place, at in own.items():
            for part in _around(place):
                if part not in own:
                    self._places[part] = min(self._places.get(part, at), at)

    def at_text(self, finding: Finding) -> Finding:
        """Return a finding with its places in the text, without duplicates."""
        location = self._at(finding.location)
        also = dict.fromkeys(one for one in map(self._at, finding.also) if one != location)
        return finding._replace(location=location, also=tuple(also), subjects=())

    def _at(self, location: Location) -> Location:
        file = self._files.get(location.file)
        if file == "narrative":
            return Location(self._name, location.line, location.column, location.path)
        around = _around(ContentPlace(file, location.path)) if file else ()
        line, column = next((at for one in around if (at := self._places.get(one))), (0, 0))
        return Location(self._name, line, column)


def _around(place: ContentPlace) -> Iterator[ContentPlace]:
    """Yield a place and its parents, the nearest first."""
    for length in range(len(place.path), -1, -1):
        yield ContentPlace(place.file, place.path[:length])
