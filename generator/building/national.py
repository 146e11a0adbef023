"""Makes the national files from summaries alone: home, provinces, frameworks, quality, search, finder, sitemap."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence

from generator.addresses import DATA, DATA_DICTIONARY, HOME
from generator.building.fixed_part import FixedPart, WritePage
from generator.building.inputs import Inputs
from generator.building.kept_results import KeptResults
from generator.building.outputs.summary import ADDRESSES, SUMMARY
from generator.building.sitemap import sitemap_files
from generator.building.tracked_day import TrackedDay
from generator.building.unit import Unit
from generator.building.written_pages import written_pages
from generator.exports.atom import atom, national_feed
from generator.exports.spread_files import spread_files
from generator.exports.yaml_schema import schema_files
from generator.facts.summary import LaoSummary
from generator.facts.summary_json import from_json
from generator.findings import Finding
from generator.history.withdrawn_plans import withdrawn_laos
from generator.pages.national_pages import national_pages
from generator.pages.withdrawn_pages import withdrawn_lao_pages
from generator.search.finder_index import finder_index


def national_files(
    inputs: Inputs,
    fixed: Callable[[str | None], FixedPart],
    of_frameworks: Sequence[Finding],
    units: Iterable[Unit],
    results: KeptResults,
    writer: WritePage,
    today: TrackedDay,
) -> dict[str, bytes]:
    """Return every file of the site that belongs to no LAO, apart from the full text.

    `fixed` returns the fixed part for a given banner of the home page.
    """
    summaries, listed = _summaries(units, results)
    files: dict[str, bytes] = {}
    banner = None
    pages = national_pages(summaries, inputs.frameworks, inputs.settings.digits, today, of_frameworks)
    withdrawn = withdrawn_lao_pages(withdrawn_laos(inputs.history, inputs.gone), inputs.settings.digits)
    for page in (*pages, *withdrawn):
        files[page.file] = writer.html(page)
        listed += [] if page.meta.noindex else [page.address]
        banner = page.meta.banner if page.address == HOME else banner
    written_part = fixed(banner)
    feed = national_feed(summaries)
    files[feed.file] = atom(feed, written_part.frame.site_url)
    files |= written_part.files
    written = tuple(written_pages(inputs.settings.content / "pages"))
    files |= finder_index(summaries, inputs.frameworks, written).files()
    files |= spread_files(summaries)
    files |= schema_files()
    if banner is None:
        listed += [DATA, DATA_DICTIONARY]
    below = [*written_part.addresses, *(address.removeprefix("/") for address in listed)]
    return files | sitemap_files(below, written_part.frame.site_url)


def _summaries(units: Iterable[Unit], results: KeptResults) -> tuple[tuple[LaoSummary, ...], list[str]]:
    """Return the summaries of all LAOs, and the addresses of their pages for the sitemap."""
    summaries: list[LaoSummary] = []
    listed: list[str] = []
    for unit in units:
        files = results.files(unit, "summary")
        summaries.append(from_json(files[SUMMARY]))
        listed += json.loads(files[ADDRESSES])
    return tuple(summaries), listed
