"""The versions of an LAO's plans: JSON for the script that compares two versions, and an Atom feed."""

from __future__ import annotations

from generator.building.outputs.work import Files, LaoWork
from generator.exports.atom import atom, lao_feed
from generator.exports.history_json import revisions_files
from generator.exports.withdrawn_files import withdrawn_plan_files


def make(work: LaoWork) -> Files:
    """Return the files, none if no version is known; those of withdrawn plans stay."""
    files = revisions_files(work.code, work.histories)
    files |= withdrawn_plan_files(work.withdrawn, work.withdrawn_histories)
    if not files or not work.read.lao_folder.lao:
        return files
    histories = {**work.histories, **work.withdrawn_histories}
    feed = lao_feed(work.code, work.read.lao_folder.lao.full_name, histories)
    return files | {feed.file: atom(feed, work.writer.frame.site_url)}
