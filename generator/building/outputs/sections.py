"""The sections of an LAO's pages that the full text finds."""

from __future__ import annotations

from generator.building.outputs.output import Files, LaoWork, Output
from generator.facts.summary import lao_province
from generator.search.plan_sections import lao_sections
from generator.search.sections import SearchedLao, searched_to_json


def _sections(work: LaoWork) -> Files:
    lao = work.read.folder.lao
    if lao is None:
        return {}
    province = lao_province(work.read.folder)
    sections = tuple(lao_sections(work.read.folder, work.entry_names))
    searched = SearchedLao(lao.code, lao.full_name, lao.type, province.name if province else "", sections)
    return {"sections.json": searched_to_json(searched)}


OUTPUT = Output("sections", _sections, published=False)
