"""The sections of an LAO's pages that the full text finds."""

from __future__ import annotations

from generator.building.outputs.output import Files, LaoWork, Output
from generator.search.plan_sections import searched_lao
from generator.search.sections import searched_to_json

SECTIONS = "sections.json"


def _sections(work: LaoWork) -> Files:
    searched = searched_lao(work.read.folder, work.entry_names)
    return {SECTIONS: searched_to_json(searched)} if searched else {}


OUTPUT = Output("sections", _sections, published=False)
