"""The versions of an LAO's plans: JSON for the script that compares two versions, and an Atom feed."""

from __future__ import annotations

from generator.building.outputs.work import Files, LaoWork
from generator.exports.atom import Feed, atom, lao_feed
from generator.exports.history_json import revisions_files
from generator.exports.withdrawn_files import withdrawn_plan_files


def make(work: LaoWork) -> Files:
    """Return the files, none if no version is known; those of withdrawn plans stay.

    Without a writer the engine makes the feed as well.
    """
    files = revisions_files(work.code, work.histories)
    files |= withdrawn_plan_files(work.withdrawn, work.withdrawn_histories)
    feed = feed_of(work) if work.writer else None
    return files | {feed.file: atom(feed, work.site_url)} if feed else files


def feed_of(work: LaoWork) -> Feed | None:
    """Return the feed of an LAO, None if no version or no name is known."""
    lao, histories = work.read.lao_folder.lao, {**work.histories, **work.withdrawn_histories}
    if lao is None or not any(one.revisions for one in histories.values()):
        return None
    return lao_feed(work.code, lao.full_name, histories)
