"""National files from summaries alone: home, provinces, frameworks, quality, search, the finder, the sitemap."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from generator.building.fixed_part import FixedPart
from generator.building.inputs import Inputs
from generator.building.kept_results import KeptResults
from generator.building.lao_job import Unit
from generator.building.outputs.output import WritePage
from generator.building.outputs.summary import ADDRESSES, SUMMARY
from generator.building.sitemap import sitemap_files
from generator.building.tracked_day import TrackedDay
from generator.building.written_pages import written_pages
from generator.facts.summary import LaoSummary
from generator.facts.summary_json import from_json
from generator.findings import Finding
from generator.pages.national_pages import national_pages
from generator.search.finder_index import finder_index


def national_files(
    inputs: Inputs,
    fixed: FixedPart,
    of_frameworks: Sequence[Finding],
    units: Sequence[Unit],
    results: KeptResults,
    writer: WritePage,
    today: TrackedDay,
) -> dict[str, bytes]:
    """Return every file of the site that belongs to no LAO, but for the full text."""
    summaries, listed = _summaries(units, results, with_addresses=bool(fixed.frame.site_url))
    files = dict(fixed.files)
    pages = national_pages(summaries, inputs.frameworks, inputs.settings.digits, today, of_frameworks)
    for page in pages:
        files[page.file] = writer.html(page)
        listed += [] if page.meta.noindex else [page.address]
    written = tuple(written_pages(inputs.settings.content / "pages"))
    files |= finder_index(summaries, inputs.frameworks, written).files()
    below = [*fixed.addresses, *(address.removeprefix("/") for address in listed)]
    return files | sitemap_files(below, fixed.frame.site_url)


def _summaries(
    units: Iterable[Unit], results: KeptResults, *, with_addresses: bool
) -> tuple[tuple[LaoSummary, ...], list[str]]:
    summaries: list[LaoSummary] = []
    listed: list[str] = []
    for unit in units:
        files = results.files(unit, "summary")
        summaries.append(from_json(files[SUMMARY]))
        listed += json.loads(files[ADDRESSES]) if with_addresses else []
    return tuple(summaries), listed
