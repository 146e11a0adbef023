"""The versions of an LAO's plans as data: JSON for the script that compares two of them, and an Atom feed."""

from __future__ import annotations

import datetime
import json

from generator import addresses
from generator.building.outputs.work import Files, LaoWork
from generator.checks.commit_texts import shown_author
from generator.exports.history_feed import FeedEntry, feed
from generator.exports.history_json import history_record
from generator.history.revisions import Revision
from generator.thai.dates import Cycle
from generator.words.plan_changes import summary
from generator.words.history import FIRST_VERSION


def make(work: LaoWork) -> Files:
    """Return the files; none where no version is known."""
    if not any(history.revisions for history in work.histories.values()):
        return {}
    files: dict[str, bytes] = {}
    for cycle, history in work.histories.items():
        record = history_record(work.code, {cycle: history})
        text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
        files[addresses.revisions_file(work.code, cycle)] = text.encode("utf-8", "replace")
    if work.read.folder.lao:
        title = f"การเปลี่ยนแปลงแผนของ{work.read.folder.lao.full_name}"
        address = addresses.lao_feed(work.code)
        files[address] = feed(title, address, _entries(work), work.writer.frame.site_url)
    return files


def _entries(work: LaoWork) -> list[FeedEntry]:
    """Return the versions of all plans, the newest first; of the same day, the later number first."""
    found = [(cycle, revision) for cycle, history in work.histories.items() for revision in history.revisions]
    found.sort(key=lambda one: (one[1].commit.published or datetime.date.min, one[0], one[1].number), reverse=True)
    return [_entry(work.code, cycle, revision) for cycle, revision in found]


def _entry(code: str, cycle: str, revision: Revision) -> FeedEntry:
    return FeedEntry(
        addresses.plan_revision(code, Cycle.parse(cycle), revision.number),
        f"แผน {cycle} รุ่นที่ {revision.number}",
        summary(revision.changes) if revision.compared_with else FIRST_VERSION,
        shown_author(revision.commit.author),
        revision.commit.published,
    )
