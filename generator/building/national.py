"""Makes the national files from summaries alone: home, provinces, frameworks, quality, search, finder, sitemap."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from generator.addresses import DATA, DATA_DICTIONARY, HOME
from generator.addresses import province as province_address
from generator.building.fingerprint import digest_of
from generator.building.inputs import Inputs
from generator.building.kept_results import KeptResults
from generator.building.outputs.summary import ADDRESSES, SUMMARY
from generator.building.site_engine import FixedPart, WritePage
from generator.building.sitemap import sitemap_files
from generator.building.tracked_day import TrackedDay
from generator.building.unit import Unit
from generator.building.written_pages import written_pages
from generator.exports.atom import atom, national_feed
from generator.exports.spread_files import spread_files
from generator.exports.withdrawn_files import withdrawn_lao_files, withdrawn_province_files
from generator.exports.yaml_schema import schema_files
from generator.facts.site_laos import site_fiction
from generator.facts.summary import LaoSummary
from generator.facts.summary_json import from_json
from generator.findings import Finding
from generator.history.withdrawn_plans import WithdrawnLao, withdrawn_histories, withdrawn_laos
from generator.model.lao import Fiction
from generator.pages.national_pages import national_pages
from generator.pages.withdrawn_pages import withdrawn_lao_pages, withdrawn_province_pages, withdrawn_provinces
from generator.search.finder_index import finder_index


class ProvincePages(NamedTuple):
    """The pages of provinces: most of what national pages cost, and one changed LAO changes one of them."""

    keys: Mapping[str, str]
    """Digest of what each page is made from, by slug of its province."""
    in_place: tuple[str, ...] = ()
    """Paths of those that the site already has."""


NationalFiles: TypeAlias = tuple[dict[str, bytes], ProvincePages]


def national_files(
    inputs: Inputs,
    fixed: Callable[[str | None], FixedPart],
    of_frameworks: Sequence[Finding],
    units: Sequence[Unit],
    results: KeptResults,
    writer: WritePage,
    today: TrackedDay,
    made_from: str,
    before: Mapping[str, str],
) -> NationalFiles:
    """Return the files of the site that belong to no LAO, apart from the full text, without provinces' pages in place.

    `fixed` returns the fixed part for a given banner of the home page. `made_from` is the digest of everything but LAOs
    that pages are made from, `before` are the keys of the provinces' pages that the site has.
    """
    summaries, listed = _summaries(units, results)
    fiction = site_fiction(summaries)
    keys = _province_keys(units, summaries, [made_from, fiction])
    current = sorted(slug for slug, key in keys.items() if before.get(slug) == key)
    files: dict[str, bytes] = {}
    banner = None
    pages = national_pages(summaries, inputs.frameworks, inputs.settings.digits, today, of_frameworks, current)
    gone = withdrawn_laos(inputs.history, inputs.gone)
    provinces = withdrawn_provinces(gone, keys)
    withdrawn = withdrawn_lao_pages(gone, inputs.settings.digits)
    for page in (*pages, *withdrawn, *withdrawn_province_pages(provinces, inputs.settings.digits)):
        files[page.file] = writer.html(page)
        listed += [] if page.meta.noindex else [page.address]
        banner = page.meta.banner if page.address == HOME else banner
    listed += map(province_address, current) if fiction is Fiction.NO else ()
    written_part = fixed(banner)
    feed = national_feed(summaries)
    files[feed.file] = atom(feed, written_part.frame.site_url)
    files |= written_part.files
    written = tuple(written_pages(inputs.settings.content / "pages"))
    files |= finder_index(summaries, inputs.frameworks, written).files()
    files |= spread_files(summaries)
    for province in provinces:
        files |= withdrawn_province_files(province.slug)
    for lao in gone:
        files |= _kept_files_of(lao, inputs, results, written_part.frame.site_url)
    files |= schema_files()
    if banner is None:
        listed += [DATA, DATA_DICTIONARY]
    below = [*written_part.addresses, *(address.removeprefix("/") for address in listed)]
    files |= sitemap_files(below, written_part.frame.site_url)
    return files, ProvincePages(keys, tuple(f"{province_address(slug)[1:]}index.html" for slug in current))


def _kept_files_of(lao: WithdrawnLao, inputs: Inputs, results: KeptResults, site_url: str) -> dict[str, bytes]:
    """Return the files of a withdrawn LAO; reading all versions of its plans for each build would take too long."""

    def make() -> dict[str, bytes]:
        histories = withdrawn_histories(inputs.history, (lao.code,), lao.plans)
        return withdrawn_lao_files(lao, histories, site_url)

    steps = inputs.history.of((lao.code,))
    return results.kept(digest_of(["withdrawn", inputs.digest, inputs.history.known, lao.code, steps, site_url]), make)


def _province_keys(units: Iterable[Unit], summaries: Iterable[LaoSummary], made_from: Sequence[str]) -> dict[str, str]:
    below: dict[str, list[str]] = {}
    for unit, summary in zip(units, summaries, strict=True):
        if summary.province:
            below.setdefault(summary.province.slug, []).append(unit.objects["summary"])
    return {slug: digest_of([*made_from, *sorted(objects)]) for slug, objects in below.items()}


def _summaries(units: Iterable[Unit], results: KeptResults) -> tuple[tuple[LaoSummary, ...], list[str]]:
    """Return the summaries of all LAOs, and the addresses of their pages for the sitemap."""
    summaries: list[LaoSummary] = []
    listed: list[str] = []
    for unit in units:
        files = results.files(unit, "summary")
        summaries.append(from_json(files[SUMMARY]))
        listed += json.loads(files[ADDRESSES])
    return tuple(summaries), listed
