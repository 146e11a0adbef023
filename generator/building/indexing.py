"""Reads content into the search index without making pages: for `phaen search`, and for the full text that follows a
site's pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from generator.building.collector import collecting_rarely
from generator.building.site_folder import put_file
from generator.building.work_progress import Watch, unwatched
from generator.building.written_pages import written_pages
from generator.facts.summary import LaoSummary, summarise_lao
from generator.model.content import Frameworks
from generator.reading.content_tree import DiskTree
from generator.reading.folders import find_lao_folders
from generator.reading.framework_reader import read_frameworks
from generator.reading.lao_reader import ReadLao, read_lao
from generator.search.finder_index import FinderIndex, finder_index
from generator.search.full_text_index import FOLDER, INDEX, bundle_files, bundles, index_file
from generator.search.plan_sections import Names, entry_names, searched_lao
from generator.search.sections import SearchedLao
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class ContentIndex:
    """Everything searchable in a content folder."""

    finder: FinderIndex
    laos: tuple[SearchedLao, ...]
    """In order of code; LAOs with an unreadable lao.yml are left out."""


def index_content(settings: Settings, watch: Watch = unwatched) -> ContentIndex:
    """Return the search index of the content.

    Unreadable parts are left out; `phaen check` reports them. Raises UsageError if there is no content.
    """
    tree = DiskTree(settings.content)
    frameworks = read_frameworks(tree)
    folders, _ = find_lao_folders(tree, settings.only)
    summaries: list[LaoSummary] = []
    laos: list[SearchedLao] = []
    with collecting_rarely():
        for read in watch(_read(tree, frameworks, folders.items()), len(folders)):
            summaries.append(summarise_lao(read, settings.today))
            laos += _searched(read, entry_names(frameworks))
    finder = finder_index(summaries, frameworks, tuple(written_pages(settings.content / "pages")))
    return ContentIndex(finder, tuple(laos))


def full_text_files(settings: Settings, watch: Watch = unwatched) -> Iterator[tuple[str, bytes]]:
    """Yield the full-text files by path below the site, bundle by bundle, the manifest last.

    Reads the content again, so that pages need not wait for it. Raises UsageError if there is no content.
    """
    tree = DiskTree(settings.content)
    frameworks = read_frameworks(tree)
    folders, _ = find_lao_folders(tree, settings.only)
    names = entry_names(frameworks)
    all_bundles = bundles(folders)
    in_order = [(code, folders[code]) for bundle in all_bundles for code in bundle.codes]
    reads = iter(watch(_read(tree, frameworks, in_order), len(in_order)))
    for bundle in all_bundles:
        below = islice(reads, len(bundle.codes))
        yield from bundle_files(bundle.name, (lao for read in below for lao in _searched(read, names)))
    yield INDEX, index_file(all_bundles)


def write_full_text(settings: Settings, site: Path, watch: Watch = unwatched) -> None:
    """Write the full-text files into a finished site that may be in use, replacing each file atomically.

    Files of former LAOs and provinces, and leftovers of killed builds, are deleted last.
    """
    written = set()
    with collecting_rarely():
        for path, content in full_text_files(settings, watch):
            put_file(site / path, content)
            written.add(site / path)
    folder = site / FOLDER
    for file in (*folder.glob("*.txt"), *folder.glob("lao/*.json"), *folder.rglob("*.part")):
        if file not in written:
            file.unlink()


def _read(tree: DiskTree, frameworks: Frameworks, folders: Iterable[tuple[str, list[str]]]) -> Iterator[ReadLao]:
    ids = frameworks.entry_ids()
    return (read_lao(code, paths, tree, ids) for code, paths in folders)


def _searched(read: ReadLao, names: Names) -> Iterator[SearchedLao]:
    if searched := searched_lao(read.lao_folder, names):
        yield searched
