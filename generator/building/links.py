"""Checks that every relative link in a finished site leads to an existing page and anchor.

Our own, because publishing by parts needs the same functions, and link checkers ask a web server for each page.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

_ATTRIBUTE = r"[^\s=>\"']+(?:=(?:\"[^\"]*\"|'[^']*'|[^\s>\"']*))?"


def _tag_with(names: str) -> re.Pattern[str]:
    """Return the pattern of a tag and of the value of its first attribute with one of these names, if it has any.

    It matches each tag whole: in `title="<a href=b>"` is text and no link.
    """
    value = r"=(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))"
    others = rf"(?:\s+(?!(?:{names})=){_ATTRIBUTE})*"
    return re.compile(rf"<[a-z][a-z0-9]*{others}(?:\s+(?:{names}){value}(?:\s+{_ATTRIBUTE})*)?", re.IGNORECASE)


_HREF = _tag_with("href|src")
_ID = _tag_with("id")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class BrokenLink:
    """A broken link."""

    page: str
    """HTML file, relative to the site."""
    link: str
    """The link as written."""
    reason: str


def check_links(site: Path) -> list[BrokenLink]:
    """Return every relative link without a target file or anchor, in order of page.

    External links are not followed. `404.html` is skipped: it is served at any address.
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
    """Target of a link within the site."""

    path: str
    """File below the site."""
    anchor: str
    """Empty if the link is to the whole page."""


class OutsideSiteError(ValueError):
    """A link out of the site: an absolute path, or too many steps up."""


def links_of(text: str) -> set[str]:
    """Return the links of a page, as written."""
    return {html.unescape(value) for value in _values(_HREF, text)}


def ids_of(text: str) -> set[str]:
    """Return the anchors of a page."""
    return _values(_ID, text)


def target_of(page: str, link: str) -> Target | None:
    """Return the target of a link, None if it is external. Raises OutsideSiteError."""
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


def _values(tag: re.Pattern[str], text: str) -> set[str]:
    return {value for groups in tag.findall(text) for value in groups if value}
