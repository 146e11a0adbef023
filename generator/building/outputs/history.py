"""The versions of an LAO's plans: JSON for the script that compares two versions, and an Atom feed."""

from __future__ import annotations

from generator.building.outputs.work import Files, LaoWork
from generator.exports.atom import atom, lao_feed
from generator.exports.history_json import revisions_files


def make(work: LaoWork) -> Files:
    """Return the files, none if no version is known."""
    files = revisions_files(work.code, work.histories)
    if not files or not work.read.lao_folder.lao:
        return files
    feed = lao_feed(work.code, work.read.lao_folder.lao.full_name, work.histories)
    return files | {feed.file: atom(feed, work.writer.frame.site_url)}
