"""The versions of an LAO's plans: JSON for the script that compares two versions, and an Atom feed."""

from __future__ import annotations

from generator.building.outputs.work import Files, LaoWork
from generator.exports.atom import Feed, atom, lao_feed
from generator.exports.history_json import revisions_files


def make(work: LaoWork) -> Files:
    """Return the files, none if no version is known; without a writer the engine makes the feed as well."""
    files = revisions_files(work.code, work.histories)
    feed = feed_of(work) if work.writer else None
    return files | {feed.file: atom(feed, work.site_url)} if feed else files


def feed_of(work: LaoWork) -> Feed | None:
    """Return the feed of an LAO, None if no version or no name is known."""
    lao = work.read.lao_folder.lao
    if lao is None or not any(one.revisions for one in work.histories.values()):
        return None
    return lao_feed(work.code, lao.full_name, work.histories)
