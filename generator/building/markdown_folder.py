"""`phaen pages`: writes every page as Markdown with raw HTML blocks, for other engines."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from generator.building.build_report import BuildReport
from generator.building.indexing import write_full_text
from generator.building.replacing import replacing
from generator.building.site import gather_pages
from generator.building.work_progress import Watch, unwatched
from generator.pages.as_markdown import page_as_markdown
from generator.pages.handbook import with_tables
from generator.settings import Settings


def write_pages(settings: Settings, out: Path, watch: Watch = unwatched) -> BuildReport:
    """Write every page as Markdown with raw HTML blocks, and copy the hand-written pages; return the report."""
    with replacing(out, settings.content) as fresh:
        site = gather_pages(settings, watch)
        _copy_written_pages(settings.content / "pages", fresh, site.handbook)
        for page in site.pages:
            file = fresh / page.source_path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(page_as_markdown(page), encoding="utf-8", newline="\n")
        for path, content in site.files.items():
            (fresh / path).parent.mkdir(parents=True, exist_ok=True)
            (fresh / path).write_bytes(content)
        write_full_text(settings, fresh)
    return BuildReport(
        pages=len(site.pages),
        laos=site.laos,
        plans=site.plans,
        unreadable=site.unreadable,
        findings=list(site.findings),
        found=site.found,
    )


def _copy_written_pages(source: Path, target: Path, tables: Mapping[str, str]) -> None:
    """Copy hand-written pages with their tables, skipping symlinks: gathering has reported those."""
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
