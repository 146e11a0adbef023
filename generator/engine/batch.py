"""Runs one MkDocs build in this process, with settings passed in instead of read from mkdocs.yml.

The site's mkdocs.yml and `Settings` in; a folder of HTML and a report out. Prints only MkDocs' own warnings.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from generator.building.collector import collecting_rarely
from generator.building.replacing import MARKER
from generator.building.site_engine import FixedPart
from generator.building.sitemap import SITEMAP
from generator.engine.assets import theme_folder
from generator.engine.plugin import NO_FILE_ADDRESSES, Gatherer, PhaenPlugin
from generator.errors import UsageError
from generator.exports.atom import Feed
from generator.findings import Finding
from generator.pages.page import Page
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class RenderReport:
    """Result of a build."""

    pages: int
    """Generated pages, without hand-written ones."""
    findings: tuple[Finding, ...]
    """All findings of the content. The caller prints them and chooses the exit code."""
    warnings: tuple[str, ...]
    """MkDocs' own warnings: a broken link in a hand-written page, a nav entry without a page."""


def build_site(
    config_file: Path,
    settings: Settings,
    out: Path,
    *,
    site_url: str | None = None,
    gather: Gatherer | None = None,
) -> RenderReport:
    """Build the whole site into `out`, which is emptied first; the full text is left out if `gather` is given.

    Raises PhaenError if the content cannot be gathered, UsageError if mkdocs.yml is unusable.
    """
    with readable_log(logging.WARNING) as warnings:
        config, plugin = configured(config_file, settings, gather, site_dir=str(out.resolve()), site_url=site_url)
        _run(config, plugin)
    return RenderReport(plugin.page_count, tuple(plugin.findings), tuple(warnings))


def build_fixed_part(config_file: Path, settings: Settings, pages: Iterable[Page], tables: dict[str, str]) -> FixedPart:
    """Build the hand-written pages with MkDocs and return them without MkDocs' output for the generated pages."""
    content = _Content(tuple(pages), tables)
    with tempfile.TemporaryDirectory(prefix="phaen-") as folder, readable_log(logging.ERROR) as warnings:
        pages_folder = str(settings.pages.absolute()) if settings.pages else None
        config, plugin = configured(
            *(config_file, settings, lambda _: content),
            site_dir=folder,
            site_url=settings.site_url or None,
            docs_dir=pages_folder,
        )
        _run(config, plugin)
        assert plugin.frame is not None  # noqa: S101  # set before any page is written
        generated = {page.file for page in content.pages} | {MARKER, SITEMAP}
        found = sorted(file for file in Path(folder).rglob("*") if file.is_file())
        files = {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}
        above = config_file.resolve().parent
        reads = [Path(config.docs_dir), Path(theme_folder(config))]
        reads += [settings.import_program.absolute()] if settings.import_program else []
        return FixedPart(
            frame=plugin.frame,
            files={path: content for path, content in files.items() if path not in generated},
            addresses=tuple(
                url
                for path, url in sorted(plugin.urls.items())
                if path not in {page.source_path for page in content.pages}
            ),
            warnings=tuple(warnings),
            reads=tuple(one.relative_to(above).as_posix() if one.is_relative_to(above) else str(one) for one in reads),
        )


@dataclass(frozen=True, slots=True)
class _Content:
    """The gathered content that the plugin needs: only pages that hand-written ones may link to."""

    pages: Sequence[Page]
    handbook: Mapping[str, str]
    files: Mapping[str, bytes] = field(default_factory=dict)
    findings: Sequence[Finding] = ()
    feeds: Sequence[Feed] = ()


def _run(config: MkDocsConfig, plugin: PhaenPlugin) -> None:
    try:
        config.plugins.on_startup(command="build", dirty=False)
        with collecting_rarely():
            build(config)
    except Abort as abort:
        if plugin.failure is not None:
            raise plugin.failure from None
        raise UsageError("สร้างเว็บไซต์ไม่ได้ สาเหตุอยู่ในข้อความข้างต้น") from abort
    finally:
        config.plugins.on_shutdown()
        plugin.hand_over(None, None)


def read_options(config_file: Path) -> dict[str, Any]:
    """Return our plugin's options in a mkdocs.yml; raise UsageError if it is unusable."""
    return configured(config_file, None, None)[1].stated_options()


def configured(
    config_file: Path, settings: Settings | None, gather: Gatherer | None, **options: str | None
) -> tuple[MkDocsConfig, PhaenPlugin]:
    """Return a configuration and its plugin, with settings and pages passed in; raise UsageError if it is invalid."""
    if not config_file.is_file():
        raise UsageError(f"ไม่พบไฟล์ {config_file} ให้รันคำสั่งที่โฟลเดอร์หลักของโครงการ หรือระบุ --config")
    try:
        config = load_config(str(config_file), **options)
    except Abort as abort:
        raise UsageError(f"{config_file}: ใช้ไม่ได้ {abort}") from abort
    if not config.use_directory_urls:
        raise UsageError(NO_FILE_ADDRESSES)
    plugin = config.plugins.get("phaen")
    if not isinstance(plugin, PhaenPlugin):
        raise UsageError(f"{config_file}: ไม่มี phaen ในรายการ plugins")
    plugin.hand_over(settings, gather)
    return config, plugin


@contextmanager
def readable_log(shown: int) -> Iterator[list[str]]:
    """Print MkDocs' log from level `shown` up as plain lines, and yield the list that collects its warnings."""
    warnings: list[str] = []

    class Collector(logging.StreamHandler):  # type: ignore[type-arg]  # generic in the stubs only
        def emit(self, record: logging.LogRecord) -> None:
            if record.levelno >= logging.WARNING:
                warnings.append(record.getMessage())
            if record.levelno >= shown:
                super().emit(record)

    logger = logging.getLogger("mkdocs")
    handler = Collector()
    handler.setFormatter(logging.Formatter("%(message)s"))
    before = (logger.level, logger.propagate)
    logger.addHandler(handler)
    logger.setLevel(min(shown, logging.WARNING))
    logger.propagate = False
    try:
        yield warnings
    finally:
        logger.removeHandler(handler)
        logger.setLevel(before[0])
        logger.propagate = before[1]
