"""The feeds of a site: changes in the plans of one LAO, and of the whole site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator import addresses
from generator.exports.atom import MOST_ENTRIES, Feed, FeedEntry
from generator.facts.summary import LaoSummary
from generator.history.revisions import PlanHistory
from generator.views.national_changes import newest_versions
from generator.views.recent_versions import recent_versions


def lao_feed(code: str, name: str, histories: Mapping[str, PlanHistory]) -> Feed:
    """Return the feed of one LAO, from its name and the versions of its plans by cycle."""
    entries = (
        FeedEntry(
            addresses.plan_revision(code, one.cycle, one.number),
            f"แผน {one.cycle.slug} รุ่นที่ {one.number}",
            one.summary,
            one.published,
        )
        for one in recent_versions(histories)[:MOST_ENTRIES]
    )
    return Feed(f"การเปลี่ยนแปลงแผนของ{name}", addresses.lao_feed(code), tuple(entries))


def national_feed(summaries: Iterable[LaoSummary]) -> Feed:
    """Return the feed of the whole site."""
    entries = (
        FeedEntry(one.address, f"{one.lao} แผน {one.cycle.slug} รุ่นที่ {one.number}", one.summary, one.published)
        for one in newest_versions(summaries, MOST_ENTRIES)
    )
    return Feed("การเปลี่ยนแปลงแผนล่าสุด", addresses.CHANGES_FEED, tuple(entries))
