"""The data files of an LAO's plans: JSON, CSV and StratML."""

from __future__ import annotations

from generator.building.outputs.work import Files, LaoWork


def make(work: LaoWork) -> Files:
    """Return the files; the pages have already made them, to show their sizes."""
    return work.data_files
