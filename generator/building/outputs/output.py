"""What a kind of output is: a name, a function from one LAO's work to files, and where the files go."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from generator.findings import Finding
from generator.model.content import Frameworks
from generator.pages.lao_pages import LaoPages
from generator.pages.page import Page
from generator.reading.lao_reader import ReadLao
from generator.search.plan_sections import Names, entry_names
from generator.settings import Digits

Files = Mapping[str, bytes]
"""Bytes by path: below the site where they are published, else any name."""


class WritePage(Protocol):
    """Makes the whole document of a page; an engine's part."""

    def html(self, page: Page) -> bytes:
        """Return the bytes of the document."""


@dataclass(frozen=True)
class LaoWork:
    """All that an output may look at. Nothing of another LAO can be reached from here."""

    code: str
    read: ReadLao
    found: tuple[Finding, ...]
    """Everything found in its data, what reading found included."""
    frameworks: Frameworks
    today: datetime.date
    """May be compared only."""
    digits: Digits
    writer: WritePage
    instead: tuple[Page, ...] = ()
    """Pages in the place of those that could not be made."""

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """All pages of the LAO."""
        return self.instead or tuple(LaoPages(self.digits, self.today).pages(self.read, self.found))

    @cached_property
    def entry_names(self) -> Names:
        """Names of the entries of all national frameworks, by id."""
        return entry_names(self.frameworks)


@dataclass(frozen=True, slots=True)
class Output:
    """A kind of output."""

    name: str
    """For ever: results are kept under it."""
    make: Callable[[LaoWork], Files]
    published: bool = True
    """Whether the files are parts of the site, below `lao/<code>/`; else they are what national files are made from."""
    background: bool = False
    """Whether they may be made after the pages are live."""


def pack(files: Files) -> bytes:
    """Return files as one piece of bytes: one line of JSON with their paths and sizes, then their contents."""
    head = json.dumps([[path, len(content)] for path, content in files.items()], ensure_ascii=False)
    return b"".join((head.encode("utf-8", "surrogateescape"), b"\n", *files.values()))


def unpack(content: bytes) -> dict[str, bytes]:
    """Return the files that `pack` was given."""
    head, _, rest = content.partition(b"\n")
    files, start = {}, 0
    for path, size in json.loads(head):
        files[path] = rest[start : start + size]
        start += size
    return files
