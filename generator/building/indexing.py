"""Content in, the finder's index out, without making a page: for the terminal, and for whoever measures."""

from __future__ import annotations

from generator.building.collector import in_batches
from generator.building.written_pages import written_pages
from generator.reading.folders import find_lao_folders
from generator.reading.framework_reader import read_frameworks
from generator.reading.lao_reader import read_lao
from generator.search.finder_index import FinderIndex, finder_index
from generator.settings import Settings
from generator.views.summary import summarise_lao


def index_content(settings: Settings) -> FinderIndex:
    """Read the content and return what the finder of its site would know.

    What cannot be read is left out: `phaen check` says why. Raises UsageError when there is no content.
    """
    frameworks = read_frameworks(settings.content)
    folders, _ = find_lao_folders(settings.content, settings.only)
    ids = frameworks.entry_ids()
    summaries = [
        summarise_lao(read_lao(code, paths, settings.content, ids), settings.today)
        for code, paths in in_batches(folders.items())
    ]
    return finder_index(summaries, frameworks, tuple(written_pages(settings.content / "pages")))
