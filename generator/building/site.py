"""Content in, every page of the site out, LAO by LAO; national pages come last, from small summaries."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.building.collector import in_batches
from generator.findings import Finding
from generator.pages.lao_pages import LaoPages
from generator.pages.national_pages import national_pages
from generator.pages.page import Page
from generator.reading.folders import find_lao_folders, find_symlinks
from generator.reading.framework_reader import read_frameworks
from generator.reading.lao_reader import read_lao
from generator.settings import Settings
from generator.views.summary import LaoSummary, summarise_lao


@dataclass
class SiteContent:
    """All pages and everything reading found; findings are complete once the pages have been drawn."""

    pages: list[Page] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    laos: int = 0
    """LAOs that have a page."""
    plans: int = 0
    """Plans that have pages."""


def gather_pages(settings: Settings) -> SiteContent:
    """Read the content and make every page.

    What cannot be read becomes a page that says so, and findings. Raises UsageError when there is no content or when a
    code of `settings.only` has no folder.
    """
    site = SiteContent()
    frameworks = read_frameworks(settings.content)
    site.findings += frameworks.findings
    site.findings += find_symlinks(settings.content / "pages", settings.content)
    folders, folder_findings = find_lao_folders(settings.content, settings.only)
    site.findings += folder_findings
    framework_ids = frameworks.entry_ids()
    maker = LaoPages(settings.digits, settings.today)
    summaries: list[LaoSummary] = []
    for code, paths in in_batches(folders.items()):
        read = read_lao(code, paths, settings.content, framework_ids)
        site.findings += read.folder.findings
        site.pages += maker.pages(read)
        summaries.append(summarise_lao(read, settings.today))
    site.pages += national_pages(tuple(summaries), frameworks, settings.digits, settings.today)
    site.laos = len(summaries)
    site.plans = sum(len(summary.plans) for summary in summaries)
    return site
