"""The pages of an LAO as finished HTML documents."""

from __future__ import annotations

from generator.building.outputs.work import Files, LaoWork


def make(work: LaoWork) -> Files:
    """Return the files, none if the engine makes them later."""
    return {page.file: work.writer.html(page) for page in work.pages} if work.writer else {}
