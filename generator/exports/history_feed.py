"""Atom feeds of what changed (RFC 4287): versions of plans in, the bytes of a feed out.

A reader of feeds shows the summary of each version; links lead to its page. Days are those of the commits, at midnight
in Thailand, so that the same history gives the same bytes.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

from generator import addresses
from generator.settings import BANGKOK

MOST_ENTRIES = 50
_NAMESPACE = "http://www.w3.org/2005/Atom"
_BEFORE_GIT = datetime.date(2005, 4, 7)
"""Stands for a day that nobody can tell; every feed must state one."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One version of a plan."""

    address: str
    """Its page, below the site."""
    title: str
    summary: str
    author: str
    published: datetime.date | None


def feed(title: str, address: str, entries: Iterable[FeedEntry], site_url: str) -> bytes:
    """Return a feed of the entries, the newest first; `address` is that of the feed, below the site."""
    listed = list(entries)[:MOST_ENTRIES]
    root = ET.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": "th"})
    _add(root, "id", _id(address, site_url))
    _add(root, "title", title)
    _add(root, "updated", _moment(max((one.published or _BEFORE_GIT for one in listed), default=_BEFORE_GIT)))
    if site_url:
        ET.SubElement(root, "link", {"rel": "self", "href": _below(address, site_url)})
    ET.SubElement(ET.SubElement(root, "author"), "name").text = "แผน"
    for one in listed:
        entry = ET.SubElement(root, "entry")
        _add(entry, "id", _id(one.address, site_url))
        _add(entry, "title", one.title)
        _add(entry, "updated", _moment(one.published or _BEFORE_GIT))
        ET.SubElement(entry, "link", {"rel": "alternate", "href": _below(one.address, site_url)})
        ET.SubElement(ET.SubElement(entry, "author"), "name").text = _xml(one.author)
        _add(entry, "summary", one.summary)
    ET.indent(root)
    return ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = _xml(text)


def _xml(text: str) -> str:
    """Leave out what XML cannot hold: control characters and halves of surrogate pairs."""
    return "".join(one if one.isprintable() or one in "\n\t" else "�" for one in text)


def _id(address: str, site_url: str) -> str:
    return _below(address, site_url) if site_url else f"urn:phaen:{address.strip('/').replace('/', ':') or 'site'}"


def _below(address: str, site_url: str) -> str:
    return urljoin(site_url, address.removeprefix("/")) if site_url else addresses.relative(address, "/")


def _moment(day: datetime.date) -> str:
    return datetime.datetime.combine(day, datetime.time(), BANGKOK).isoformat()
