"""The hand-written pages in the finder: Markdown files in, titles, section names and addresses out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.search.finder import ResultKind
from generator.search.finder_index import FoundPage

_HEADING = re.compile(r"^(#{1,2}) +(.+?)(?: +\{:? *#([\w-]+)[^}]*\})? *$", re.MULTILINE)
_LARGEST = 1_000_000
"""Bytes; longer than any hand-written page."""


def written_pages(folder: Path) -> Iterator[FoundPage]:
    """Yield every hand-written page and its sections with an id; symlinks are skipped and reported elsewhere."""
    if folder.is_symlink():
        return
    for file in sorted(folder.rglob("*.md")):
        if file.is_symlink() or not file.is_file() or file.stat().st_size > _LARGEST:
            continue
        path = file.relative_to(folder).with_suffix("")
        address = f"/{'/'.join(path.parts[:-1] if path.name == 'index' else path.parts)}/".replace("//", "/")
        title = ""
        for level, name, anchor in _HEADING.findall(file.read_text("utf-8", errors="replace")):
            if level == "#" and not title:
                title = name
                yield FoundPage(ResultKind.PAGE, name, "", address)
            elif level == "##" and anchor:
                yield FoundPage(ResultKind.PAGE, name, title, f"{address}#{anchor}")
