"""A page as every engine gets it: an address, its parts in order, and typed metadata.

Comes in from the templates; goes out to `engine/writer.py` (HTML) and to `as_markdown.py` (`phaen pages`). Knows no
MkDocs and no Jinja: what a heading, a title or a banner says here is plain text, and whoever prints it escapes it.
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
    """This entry is the page itself."""
    children: tuple[NavItem, ...] = ()
    """Entries below this one."""


class Crumb(NamedTuple):
    """One step of the way from the home page down to the page above this one."""

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
    """Its anchor, a part of a published address; None only for the title, whose id is made of its text."""


class Block(NamedTuple):
    """Finished HTML (see `blocks.finish`); it reaches the reader byte for byte."""

    html: str


class Paragraph(NamedTuple):
    """A paragraph of plain text."""

    text: str


Part = Heading | Block | Paragraph


class VersionMark(NamedTuple):
    """The version of a plan that a page shows: the last commit that touched the plan, never the newest of all."""

    words: str
    """Number and day, in Thai."""
    commit: str
    """Whole id of the commit."""
    address: str
    """Page of the version."""


class PageMeta(NamedTuple):
    """What the theme prints around a page; every text is plain and unescaped."""

    title: str
    """For the browser's tab and for search results; the heading itself is a part of the page."""
    description: str
    """One sentence for search results; empty when there is nothing to say."""
    breadcrumbs: tuple[Crumb, ...] = ()
    """From the home page down to the parent; the page itself is not among them."""
    nav: tuple[NavItem, ...] = ()
    """The LAO's own pages. Never those of another LAO: a page's cost must not grow with their number."""
    source_file: str | None = None
    """Content file that this page was made from, relative to the content folder."""
    noindex: bool = False
    """Search engines are asked to leave the page out: drafts, pages of unreadable data."""
    banner: str | None = None
    """One sentence above the page, e.g. that the plan is a draft."""
    version: VersionMark | None = None
    """Of which version of the plan it is; None where no version is known, or the data is not committed."""
    plan_contact: Crumb | None = None
    """Where a slip in a plan is reported: its LAO, with the address of its contact; None on pages of no plan."""
    moved_to: str | None = None
    """Site-absolute address to which the browser goes on at once; None for a page that shows something itself."""
    subject: Subject | None = None
    """What the page is about, where programs have a word for it: an LAO, a plan."""
    own_search: bool = False
    """It has a search box of its own; the header then has none."""
    script: str = ""
    """Name of a script in assets/js that this page alone loads, one of PAGE_SCRIPTS in engine/assets.py."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page, ready for any engine."""

    address: str
    """Site-absolute final address such as `/lao/5440502/`; begins and ends with a slash."""
    parts: tuple[Part, ...]
    """What stands on the page, from top to bottom."""
    meta: PageMeta

    def __post_init__(self) -> None:
        """Refuse an address that could leave the site folder or that no file name can carry."""
        if not _ADDRESS.fullmatch(self.address):
            raise ValueError(f"not a page address: {self.address!r}")

    @property
    def source_path(self) -> str:
        """Where the page stands in a folder of Markdown files: `lao/5440502/index.md`."""
        return f"{self.address[1:]}index.md"

    @property
    def file(self) -> str:
        """Where its document stands in a site: `lao/5440502/index.html`."""
        return f"{self.address[1:]}index.html"
