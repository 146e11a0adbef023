"""The site's own link checker: does every relative link of a finished folder of HTML lead to a page and an anchor?"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

_HREF = re.compile(r"<[a-z]+\b[^>]*?\s(?:href|src)=(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))", re.IGNORECASE)
_ID = re.compile(r"<[a-z][a-z0-9]*\b[^>]*?\sid=(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class BrokenLink:
    """A link that leads nowhere."""

    page: str
    """HTML file, relative to the site."""
    link: str
    """The link as written."""
    reason: str


def check_links(site: Path) -> list[BrokenLink]:
    """Return every relative link that leads to no file, or to an anchor its page does not have, in order of page.

    Links to other sites are not followed. `404.html` is left out: it is shown at any address.
    """
    pages = {file.relative_to(site).as_posix(): file.read_text("utf-8") for file in sorted(site.rglob("*.html"))}
    ids = {page: ids_of(text) for page, text in pages.items()}
    return sorted(
        broken
        for page, text in pages.items()
        if page != "404.html"
        for link in links_of(text)
        for broken in _check(site, page, link, ids)
    )


class Target(NamedTuple):
    """Where a link leads within the site."""

    path: str
    """File below the site."""
    anchor: str
    """Empty where it leads to the page as a whole."""


class OutsideSiteError(ValueError):
    """A link that leads out of the site, by a path from the root or by too many steps upwards."""


def links_of(text: str) -> set[str]:
    """Return every link of a page, as written."""
    return {html.unescape(_value(match)) for match in _HREF.finditer(text)}


def ids_of(text: str) -> set[str]:
    """Return every anchor of a page."""
    return {_value(match) for match in _ID.finditer(text)}


def target_of(page: str, link: str) -> Target | None:
    """Return where a link of a page leads; None for another site. Raises OutsideSiteError."""
    if not link or _ELSEWHERE.match(link):
        return None
    path, _, anchor = link.partition("#")
    path = unquote(path.partition("?")[0])
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    if path.endswith("/") or path in (".", ".."):
        target = posixpath.normpath(posixpath.join(target, "index.html"))
    if path.startswith("/") or target.startswith("../"):
        raise OutsideSiteError(link)
    return Target(target, unquote(anchor))


def _check(site: Path, page: str, link: str, ids: dict[str, set[str]]) -> Iterator[BrokenLink]:
    try:
        target = target_of(page, link)
    except OutsideSiteError:
        yield BrokenLink(page, link, "leads out of the site")
        return
    if target is None:
        return
    if target.path not in ids and not (site / target.path).is_file():
        yield BrokenLink(page, link, "no such file")
    elif target.anchor and target.path in ids and target.anchor not in ids[target.path]:
        yield BrokenLink(page, link, "no such anchor")


def _value(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group is not None)
