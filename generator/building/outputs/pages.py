"""The pages of an LAO as finished HTML documents."""

from __future__ import annotations

from generator.building.outputs.output import Files, LaoWork, Output


def _pages(work: LaoWork) -> Files:
    return {page.file: work.writer.html(page) for page in work.pages}


OUTPUT = Output("pages", _pages)
