"""The key figures of an LAO as JSON, for the comparison page and for other programs."""

from __future__ import annotations

from generator.building.outputs.work import Files, LaoWork
from generator.exports.lao_figures import figures_files


def make(work: LaoWork) -> Files:
    """Return the file."""
    return figures_files(work.summary, work.read.lao_folder, work.found)
