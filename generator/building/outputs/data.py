"""The data files of an LAO's plans: JSON, CSV and StratML."""

from __future__ import annotations

from generator.building.outputs.work import Files, LaoWork


def make(work: LaoWork) -> Files:
    """Return the files; the pages have asked for their sizes, so that they are made."""
    return work.data_files
