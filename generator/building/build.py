"""The order of a build: gather and render into a folder beside the old site, then change the two over.

Also `phaen pages`: the same pages as plain Markdown, for whatever engine comes next.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from generator.building.found import Counts, FoundCounts
from generator.building.indexing import keep_full_text, write_full_text
from generator.building.replacing import replacing
from generator.building.site import gather_pages
from generator.building.watching import Watch, unwatched
from generator.findings import Finding
from generator.pages.blocks import inline
from generator.pages.handbook import with_tables
from generator.pages.page import Page
from generator.settings import Settings


class Report(Protocol):
    """What a render hands back."""

    @property
    def pages(self) -> int: ...

    @property
    def findings(self) -> Sequence[Finding]: ...

    @property
    def warnings(self) -> Sequence[str]: ...


class Render(Protocol):
    """An engine: makes the site of a configuration file and settings in a folder."""

    def __call__(self, config_file: Path, settings: Settings, out: Path) -> Report: ...


@dataclass(frozen=True, slots=True)
class PagesReport:
    """What came of writing the pages as Markdown."""

    pages: int
    findings: tuple[Finding, ...]
    found: FoundCounts
    """How much was found."""
    laos: int
    """LAOs that have a page."""
    plans: int
    """Plans that have a page."""
    unreadable: int
    """Of the plans, those whose page says that they could not be read."""
    warnings: tuple[str, ...]

    @property
    def counts(self) -> Counts:
        """Everything found, by severity and code."""
        return self.found.counts


def build(settings: Settings, config_file: Path, out: Path, *, render: Render, watch_text: Watch = unwatched) -> Report:
    """Build the site into `out`; a build that fails leaves what stood there before.

    The full text follows the pages, which do not wait for it; `watch_text` is handed each LAO of it.

    Raises PhaenError when the content or the configuration cannot be used, or when `out` holds something that no build
    made.
    """
    with replacing(out, settings.content) as fresh:
        report = render(config_file, settings, fresh)
        keep_full_text(out, fresh)
    write_full_text(settings, out, watch_text)
    return report


def write_pages(settings: Settings, out: Path, watch: Watch = unwatched) -> PagesReport:
    """Write every page as Markdown with its blocks inline, and the hand-written pages beside them."""
    with replacing(out, settings.content) as fresh:
        site = gather_pages(settings, watch)
        _copy_written_pages(settings.content / "pages", fresh, site.handbook)
        for page in site.pages:
            file = fresh / page.source_path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(_as_markdown(page), encoding="utf-8", newline="\n")
        for path, content in site.files.items():
            (fresh / path).parent.mkdir(parents=True, exist_ok=True)
            (fresh / path).write_bytes(content)
        write_full_text(settings, fresh)
    return PagesReport(len(site.pages), tuple(site.findings), site.found, site.laos, site.plans, site.unreadable, ())


def _as_markdown(page: Page) -> str:
    # JSON strings are YAML strings; front matter is what engines agree on.
    title, description = (json.dumps(text, ensure_ascii=False) for text in (page.meta.title, page.meta.description))
    banner = f"> {page.meta.banner}\n\n" if page.meta.banner else ""
    return f"---\ntitle: {title}\ndescription: {description}\n---\n\n{banner}{inline(page.markdown, page.blocks)}"


def _copy_written_pages(source: Path, target: Path, tables: Mapping[str, str]) -> None:
    """Copy hand-written pages with their tables, never through a symbolic link: gathering has reported those."""
    if source.is_symlink():
        return
    for folder, _, names in os.walk(source, followlinks=False):
        for name in names:
            file = Path(folder, name)
            if file.is_file() and not file.is_symlink():
                copy = target / file.relative_to(source)
                copy.parent.mkdir(parents=True, exist_ok=True)
                text = file.read_bytes()
                if b"<!-- generated: " in text and file.suffix == ".md":
                    text = with_tables(text.decode("utf-8", "replace"), tables).encode()
                copy.write_bytes(text)
