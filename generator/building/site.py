"""Makes every page from the content in one process, for `mkdocs build`, `mkdocs serve` and `phaen pages`.

Caches and writes nothing; `phaen build` (`build.py`) makes the same outputs, each LAO's in a job of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.building.checking import check_frameworks
from generator.building.collector import collecting_rarely
from generator.building.data_catalogue_files import catalogue_pages
from generator.building.data_stage import gathered_data
from generator.building.found import Counts, FoundCounts
from generator.building.outputs.documents import attachment_in
from generator.building.outputs.history import feed_of
from generator.building.outputs.kinds import ALL
from generator.building.outputs.rows import rows_of
from generator.building.outputs.work import LaoWork
from generator.building.work_progress import Watch, unwatched
from generator.building.written_pages import written_pages
from generator.checks.items import CheckBasis
from generator.checks.runner import check_lao
from generator.exports.atom import Feed, national_feed
from generator.exports.spread_files import spread_files
from generator.exports.withdrawn_files import withdrawn_lao_files, withdrawn_province_files
from generator.exports.yaml_schema import schema_files
from generator.facts.summary import LaoSummary
from generator.findings import Finding, Severity
from generator.history.history_index import read_history
from generator.history.revisions import plan_histories, slug_of
from generator.history.withdrawn_plans import withdrawn_histories, withdrawn_laos, withdrawn_plans
from generator.pages.handbook import handbook_tables
from generator.pages.national_pages import national_pages
from generator.pages.page import Page
from generator.pages.withdrawn_pages import withdrawn_lao_pages, withdrawn_province_pages, withdrawn_provinces
from generator.reading.content_tree import DiskTree
from generator.reading.folders import find_lao_folders, find_symlinks
from generator.reading.former_codes import former_code_claims, stated_former_codes
from generator.reading.framework_reader import read_frameworks_with_sources
from generator.reading.lao_reader import read_lao
from generator.reading.registry import read_registry
from generator.search.finder_index import finder_index
from generator.settings import Settings


@dataclass
class SiteContent:
    """All pages, and the findings of the content; complete once all pages have been rendered."""

    pages: list[Page] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    """All other generated files, by path below the site."""
    feeds: list[Feed] = field(default_factory=list)
    """Feeds; written when the site's address is known."""
    handbook: dict[str, str] = field(default_factory=dict)
    """Generated tables for hand-written pages, by name, as finished HTML."""
    findings: list[Finding] = field(default_factory=list)
    """Findings that block publishing. The others are on pages and only counted here: a nation has half a million."""
    found: FoundCounts = field(default_factory=FoundCounts)
    """Counts of all findings."""
    laos: int = 0
    """LAOs with a page."""
    plans: int = 0
    """Plans with pages."""
    unreadable: int = 0
    """Plans whose page says that they could not be read."""

    @property
    def counts(self) -> Counts:
        """All findings, by severity and code."""
        return self.found.counts

    def add(self, found: Iterable[Finding]) -> None:
        """Count findings and keep the errors."""
        found = tuple(found)
        self.found.add(found)
        self.findings += [finding for finding in found if finding.severity is Severity.ERROR]


def gather_pages(settings: Settings, watch: Watch = unwatched) -> SiteContent:
    """Read and check the content and return every page.

    Unreadable content becomes findings and a page that says so. Raises UsageError if there is no content or a code of
    `settings.only` has no folder. `watch` wraps the iterator of LAOs.
    """
    site = SiteContent()
    tree = DiskTree(settings.content)
    read_documents = read_frameworks_with_sources(tree)
    frameworks = read_documents.frameworks
    registry = read_registry(settings.registry) if settings.registry else {}
    former_codes, history = stated_former_codes(tree), read_history(settings.content)
    reference = CheckBasis(frameworks.documents, settings.today, registry, former_code_claims(former_codes))
    of_frameworks = [*frameworks.findings, *check_frameworks(read_documents, reference)]
    site.add(of_frameworks)
    site.add(find_symlinks(tree, "pages"))
    folders, folder_findings = find_lao_folders(tree, settings.only)
    site.add(folder_findings)
    framework_ids = frameworks.entry_ids()
    summaries: list[LaoSummary] = []
    rows: list[Mapping[str, bytes]] = []
    with collecting_rarely():
        for code, paths in watch(folders.items(), len(folders)):
            read = read_lao(code, paths, tree, framework_ids)
            codes = (*former_codes.get(paths[0].rpartition("/")[2], ()), code)
            histories = plan_histories(read, history, codes, framework_ids)
            found = (*read.lao_folder.findings, *check_lao(read, reference, histories))
            site.add(found)
            withdrawn = withdrawn_plans(history, codes, set(map(slug_of, read.lao_folder.plans)), framework_ids)
            work = LaoWork(
                *(code, read, found, frameworks, settings.today, settings.digits, settings.site_url),
                histories=histories,
                withdrawn=withdrawn,
                withdrawn_histories=withdrawn_histories(history, codes, withdrawn, framework_ids),
                attachment=attachment_in(tree),
            )
            site.pages += work.pages
            summaries.append(work.summary)
            rows.append(rows_of(read.lao_folder, found))
            for output in ALL:
                if output.published and output.in_one_process:
                    site.files |= output.make(work)
            if feed := feed_of(work):
                site.feeds.append(feed)
    site.pages += national_pages(tuple(summaries), frameworks, settings.digits, settings.today, of_frameworks)
    gone = history.gone(folders.keys() | {one for stated in former_codes.values() for one in stated})
    withdrawn_here = withdrawn_laos(history, gone)
    site.pages += withdrawn_lao_pages(withdrawn_here, settings.digits)
    provinces = withdrawn_provinces(withdrawn_here, {one.province.slug for one in summaries if one.province})
    site.pages += withdrawn_province_pages(provinces, settings.digits)
    for province in provinces:
        site.files |= withdrawn_province_files(province.slug)
    for lao in withdrawn_here:
        versions = withdrawn_histories(history, (lao.code,), lao.plans)
        site.files |= withdrawn_lao_files(lao, versions, settings.site_url)
    catalogue, data_files = gathered_data(rows, settings)
    site.pages += catalogue_pages(catalogue, settings.digits)
    site.files |= data_files | schema_files()
    site.handbook = handbook_tables(frameworks, settings.publisher)
    written = tuple(written_pages(settings.content / "pages"))
    site.files |= finder_index(summaries, frameworks, written).files()
    site.files |= spread_files(summaries)
    site.feeds.append(national_feed(summaries))
    site.laos = len(summaries)
    site.unreadable = sum(len(summary.unreadable_cycles) for summary in summaries)
    site.plans = sum(len(summary.plans) for summary in summaries) + site.unreadable
    return site
