"""A page as every engine gets it: an address, its parts in order, and typed metadata.

Made from the templates; read by `engine/writer.py` (HTML) and by `as_markdown.py` (`phaen pages`). Knows no MkDocs and
no Jinja: headings, titles and banners here are plain text, escaped by whatever prints them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from generator.views.page_subject import Subject

_ADDRESS = re.compile(r"/(?:[^/\s\\?#%.][^/\s\\?#%]*/)*")


class NavItem(NamedTuple):
    """One entry of a page's own navigation."""

    title: str
    """Plain text."""
    address: str
    """Site-absolute final address such as `/lao/5440502/2567-2569/projects/`, without any prefix of the site."""
    current: bool = False
    """Whether this entry is the page itself."""
    children: tuple[NavItem, ...] = ()
    """Entries below this one."""


class Crumb(NamedTuple):
    """One step of the path from the home page down to the parent page."""

    title: str
    """Plain text."""
    address: str
    """Site-absolute final address."""


class Heading(NamedTuple):
    """A heading of a page."""

    level: int
    """1 for the title of the page."""
    text: str
    """Plain text."""
    id: str | None = None
    """Its anchor, part of a published address; None only for the title, whose id is made from its text."""


class Block(NamedTuple):
    """Finished HTML (see `blocks.finish`); printed byte for byte."""

    html: str


class Paragraph(NamedTuple):
    """A paragraph of plain text."""

    text: str


Part = Heading | Block | Paragraph


class VersionMark(NamedTuple):
    """The version of a plan that a page shows: the last commit that touched the plan, never the repository's newest."""

    words: str
    """Number and day, in Thai."""
    commit: str
    """Full commit id."""
    address: str
    """Page of the version."""


class PageMeta(NamedTuple):
    """What the theme prints around a page; every text is plain and unescaped."""

    title: str
    """For the browser's tab and for search results; the heading itself is a part of the page."""
    description: str
    """One sentence for search results; empty if there is nothing to say."""
    breadcrumbs: tuple[Crumb, ...] = ()
    """From the home page down to the parent; without the page itself."""
    nav: tuple[NavItem, ...] = ()
    """The LAO's own pages. Never those of another LAO: a page's cost must not grow with their number."""
    source_file: str | None = None
    """Content file from which this page was made, relative to the content folder."""
    noindex: bool = False
    """Whether search engines are asked to leave the page out: drafts, pages of unreadable data."""
    banner: str | None = None
    """One sentence above the page, e.g. that the plan is a draft."""
    version: VersionMark | None = None
    """Version of the plan shown; None if no version is known, or the data is not committed."""
    plan_contact: Crumb | None = None
    """Where to report a mistake in a plan: its LAO, with the address of its contact; None on pages of no plan."""
    moved_to: str | None = None
    """Site-absolute address to which the browser is redirected; None for a page with content."""
    subject: Subject | None = None
    """What the page is about, if it is an LAO or a plan, as data for programs."""
    own_search: bool = False
    """Whether it has a search box of its own; the header then has none."""
    script: str = ""
    """Name of a script in assets/js that only this page loads, one of PAGE_SCRIPTS in engine/assets.py."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page, ready for any engine."""

    address: str
    """Site-absolute final address such as `/lao/5440502/`; begins and ends with a slash."""
    parts: tuple[Part, ...]
    """Content of the page, from top to bottom."""
    meta: PageMeta

    def __post_init__(self) -> None:
        """Raise an error for an address that could leave the site folder or that is invalid as a file name."""
        if not _ADDRESS.fullmatch(self.address):
            raise ValueError(f"not a page address: {self.address!r}")

    @property
    def source_path(self) -> str:
        """Path of the page in a folder of Markdown files: `lao/5440502/index.md`."""
        return f"{self.address[1:]}index.md"

    @property
    def file(self) -> str:
        """Path of its document in a site: `lao/5440502/index.html`."""
        return f"{self.address[1:]}index.html"
