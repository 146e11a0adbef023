"""The sections of an LAO's pages for the full text."""

from __future__ import annotations

from generator.building.outputs.work import Files, LaoWork
from generator.search.plan_sections import searched_lao
from generator.search.sections import searched_to_json

SECTIONS = "sections.json"


def make(work: LaoWork) -> Files:
    """Return the files."""
    searched = searched_lao(work.read.lao_folder, work.entry_names)
    return {SECTIONS: searched_to_json(searched)} if searched else {}
