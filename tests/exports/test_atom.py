"""Feeds are valid Atom for any text."""

from __future__ import annotations

import datetime

import feedparser
import pytest

from generator.exports.atom import MOST_ENTRIES, Feed, FeedEntry, atom

SITE = "https://plan.example.go.th/phaen/"
DAY = datetime.date(2024, 5, 1)


def entry(title: str = "แผน 2567-2569 รุ่นที่ 2", summary: str = "แก้งบประมาณ 1 รายการ", number: int = 2) -> FeedEntry:
    return FeedEntry(f"/lao/5999901/2567-2569/history/{number}/", title, summary, DAY)


def read(feed: Feed, site_url: str = SITE) -> feedparser.FeedParserDict:
    found = feedparser.parse(atom(feed, site_url))
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def test_a_feed_links_to_the_page_of_each_version() -> None:
    found = read(Feed("การเปลี่ยนแปลง", "/lao/5999901/feed.xml", (entry(),)))
    assert found.feed.title == "การเปลี่ยนแปลง"
    assert found.feed.id == f"{SITE}lao/5999901/feed.xml"
    assert [one.link for one in found.entries] == [f"{SITE}lao/5999901/2567-2569/history/2/"]
    assert found.entries[0].updated == "2024-05-01T00:00:00+07:00"


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "]]>&amp;<b>", "\x00\x1b[31m", "\ud800", "﷐ก"])
def test_hostile_text_stays_text(text: str) -> None:
    found = read(Feed(text, "/changes/feed.xml", (entry(title=text, summary=text),)))
    assert found.entries[0].title_detail.type == found.entries[0].summary_detail.type == "text/plain"
    assert "<script>" not in atom(Feed(text, "/changes/feed.xml", (entry(title=text),)), SITE).decode()


def test_without_a_site_address_entries_have_unique_ids() -> None:
    found = read(Feed("ก", "/changes/feed.xml", (entry(number=1), entry(number=2))), "")
    assert len({one.id for one in found.entries}) == 2


def test_an_empty_feed_is_valid() -> None:
    assert read(Feed("ก", "/changes/feed.xml", ())).entries == []


def test_a_feed_has_only_the_newest_entries() -> None:
    found = read(Feed("ก", "/changes/feed.xml", tuple(entry(number=number) for number in range(MOST_ENTRIES + 5))))
    assert len(found.entries) == MOST_ENTRIES
