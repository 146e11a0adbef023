"""Atom feeds of changes (RFC 4287), of one LAO and of the whole site: versions of plans in, bytes out.

Links lead to the page of each version. Times are the commits' days at midnight in Thailand, so that the same history
gives the same bytes.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

from generator import addresses
from generator.facts.summary import LaoSummary
from generator.history.revisions import PlanHistory
from generator.settings import BANGKOK
from generator.views.national_changes import newest_versions
from generator.views.recent_versions import recent_versions

MOST_ENTRIES = 50
_NAMESPACE = "http://www.w3.org/2005/Atom"
_BEFORE_GIT = datetime.date(2005, 4, 7)
"""The date of a feed without entries, because every feed must have one."""


class FeedEntry(NamedTuple):
    """One version of a plan."""

    address: str
    """Its page, below the site."""
    title: str
    summary: str
    published: datetime.date


class Feed(NamedTuple):
    """A feed, independent of the site's address."""

    title: str
    address: str
    """Address of the feed below the site, with a leading slash."""
    entries: tuple[FeedEntry, ...]
    """Newest first."""

    @property
    def file(self) -> str:
        """Its path below the site."""
        return self.address.removeprefix("/")


def atom(feed: Feed, site_url: str) -> bytes:
    """Return a feed as XML; `site_url` is the address of its site, empty if unknown."""
    listed = feed.entries[:MOST_ENTRIES]
    root = ET.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": "th"})
    _add(root, "id", _id(feed.address, site_url))
    _add(root, "title", feed.title)
    _add(root, "updated", _moment(max((one.published for one in listed), default=_BEFORE_GIT)))
    if site_url:
        ET.SubElement(root, "link", {"rel": "self", "href": _below(feed.address, site_url)})
    ET.SubElement(ET.SubElement(root, "author"), "name").text = "แผน"
    for one in listed:
        entry = ET.SubElement(root, "entry")
        _add(entry, "id", _id(one.address, site_url))
        _add(entry, "title", one.title)
        _add(entry, "updated", _moment(one.published))
        ET.SubElement(entry, "link", {"rel": "alternate", "href": _below(one.address, site_url)})
        _add(entry, "summary", one.summary)
    ET.indent(root)
    printed: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return printed + b"\n"


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = _xml(text)


def _xml(text: str) -> str:
    """Return a text without characters forbidden in XML: control characters and lone surrogates."""
    return "".join(one if one.isprintable() or one in "\n\t" else "�" for one in text)


def _id(address: str, site_url: str) -> str:
    return _below(address, site_url) if site_url else f"urn:phaen:{address.strip('/').replace('/', ':') or 'site'}"


def _below(address: str, site_url: str) -> str:
    return urljoin(site_url, address.removeprefix("/")) if site_url else addresses.relative(address, "/")


def _moment(day: datetime.date) -> str:
    return datetime.datetime.combine(day, datetime.time(), BANGKOK).isoformat()


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
