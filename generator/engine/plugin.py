"""The MkDocs plugin: adds the generated pages to a build as files in memory.

Options of mkdocs.yml (or settings from `batch.py`) and the `Page`s gathered from content in; MkDocs' pages out.
Findings about content never go through MkDocs' logger: with `--strict`, one LAO's error would abort the whole site.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal, Protocol

import click
from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from generator.building.replacing import MARKER
from generator.building.sitemap import SITEMAP, sitemap_files
from generator.engine.assets import add_assets, take_stylesheet, use_theme
from generator.engine.frame import headings_of, site_frame
from generator.engine.generated_page import GeneratedPage
from generator.errors import PhaenError, UsageError
from generator.exports.atom import Feed, atom
from generator.exports.crawler_files import llms_file, robots_file
from generator.findings import Finding, Severity, printable
from generator.frame.policy import META_POLICY
from generator.frame.site_frame import Operator, SiteFrame
from generator.frame.templates import prepare
from generator.pages.handbook import asked_for, fill, with_placeholders
from generator.pages.page import Heading, Page, PageMeta, Paragraph
from generator.settings import Settings, settings_of


class Gathered(Protocol):
    """What a build needs of the content."""

    @property
    def pages(self) -> Iterable[Page]:
        """Every generated page, each address once."""
        ...

    @property
    def files(self) -> Mapping[str, bytes]:
        """All other files, by path below the site."""
        ...

    @property
    def feeds(self) -> Sequence[Feed]:
        """Feeds, which become files once the site's address is known."""
        ...

    @property
    def handbook(self) -> Mapping[str, str]:
        """Generated tables for hand-written pages, by name."""
        ...

    @property
    def findings(self) -> Sequence[Finding]:
        """Findings; complete only after the last page has been taken."""
        ...


Gatherer = Callable[[Settings], Gathered]

_SHOWN_FINDINGS = 20
NO_FILE_ADDRESSES = (
    "mkdocs.yml: use_directory_urls: false ใช้กับเว็บไซต์นี้ไม่ได้ เพราะที่อยู่ของทุกหน้าลงท้ายด้วย / และเป็นที่อยู่ถาวรที่ผู้อื่นอ้างถึงแล้ว "
    "ให้ลบบรรทัดนี้หรือเขียนว่า true หากตั้งไว้เพื่อเปิดจากไฟล์ในเครื่อง ให้ใช้คำสั่ง phaen serve แทน"
)
"""Error message for `use_directory_urls: false`, which would change published addresses (`about/index.html`)."""


class PublisherOptions(Config):  # type: ignore[no-untyped-call]  # MkDocs' __init_subclass__ is untyped
    """Options under `publisher:` in mkdocs.yml: see generator.settings.Publisher."""

    name = c.Type(str, default="")
    contact = c.Type(str, default="")
    email = c.Type(str, default="")
    licence = c.Type(str, default="")
    licence_url = c.URL(default="")


class PhaenOptions(Config):  # type: ignore[no-untyped-call]  # MkDocs' __init_subclass__ is untyped
    """Options under `plugins: phaen:` in mkdocs.yml."""

    content = c.Dir(default="content")
    """Content folder, relative to mkdocs.yml."""
    digits = c.Choice(("arabic", "thai"), default="arabic")
    """Digits for the site's figures."""
    today = c.Optional(c.Type((str, datetime.date)))
    """The day that decides which plan is in force; default SOURCE_DATE_EPOCH, then the current date."""
    only = c.ListOfItems(c.Type((str, int)), default=[])
    """Codes of the LAOs to build; all if empty."""
    registry = c.Optional(c.File(exists=True))
    """CSV file of the national registry of LAOs, relative to mkdocs.yml, to compare identities with."""
    publisher = c.SubConfig(PublisherOptions)
    """Operator of the site, for open-data catalogues; missing values are shown as not stated."""
    import_program = c.Optional(c.Dir(exists=True))
    """Folder written by `phaen import-page`, relative to mkdocs.yml; enables /import/."""


class PhaenPlugin(BasePlugin[PhaenOptions]):  # type: ignore[no-untyped-call]  # the same
    """Gathers the pages once per build and adds them to MkDocs one by one.

    Defining `on_startup` makes MkDocs keep this instance across all rebuilds of `mkdocs serve`; state of a single
    build is therefore set in `on_config` and `on_files`, never in `__init__` alone.
    """

    def __init__(self) -> None:
        """Start without a caller's settings: options come from mkdocs.yml, pages from `building/`."""
        self.serving = False
        self.given_settings: Settings | None = None
        self.gather: Gatherer | None = None
        self.findings: Sequence[Finding] = ()
        self.failure: PhaenError | None = None
        self.page_count = 0
        self.frame: SiteFrame | None = None
        """The frame of every page; set in `on_env`."""
        self._gathered_here: Settings | None = None
        self._pages: dict[str, Page] = {}
        self._data: Mapping[str, bytes] = {}
        self._tables: Mapping[str, str] = {}
        self._asked: dict[str, list[str]] = {}
        self.urls: dict[str, str] = {}
        """Addresses below the site for the sitemap, by the Markdown file of each page."""

    def hand_over(self, settings: Settings | None, gather: Gatherer | None) -> None:
        """Take settings and gatherer from a caller in this process instead of mkdocs.yml.

        The caller must then also write the full text once the pages are in place.
        """
        self.given_settings = settings
        self.gather = gather

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], **_: object) -> None:
        """Record the command, which MkDocs passes only here; a server must survive errors that end a build."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Watch the content. Here, because `mkdocs serve` reads the watch list once, right after the first build."""
        if not config.use_directory_urls:
            raise PluginError(NO_FILE_ADDRESSES)
        self.failure = None
        use_theme(config)
        self._material = take_stylesheet(config)
        # MkDocs' sitemap.xml.gz contains the current time and the site's path.
        config.theme.static_templates.discard(SITEMAP)
        settings = self._settings()
        config.watch.extend(str(folder) for folder in _watched(settings))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages. Before MkDocs builds its nav, so that `nav:` and links of hand-written pages find them."""
        # MkDocs follows symlinks out of docs_dir, even with --strict. Here, because it has listed the files but read
        # none yet; gathering reports each symlink as a finding.
        for linked in [file for file in files if _is_linked(file, config.docs_dir)]:
            files.remove(linked)
        self._assets = (
            add_assets(files, config, self._material, self._settings().import_program) if self._material else None
        )
        pages = self._gathered(config.site_url or "")
        self._pages = {page.source_path: page for page in pages}
        home = self._pages.get("index.md")
        self._home = home.meta if home else None
        self.page_count = len(self._pages)
        headings = headings_of(config)
        if len(self._pages) != len(pages):
            raise PluginError("two generated pages have the same address")
        site_url, banner = config.site_url or "", self._home.banner if self._home else None
        llms = llms_file(config.site_name, config.site_description or "", site_url, banner)
        for path, content in {**self._data, **robots_file(site_url), **llms}.items():
            files.append(File.generated(config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
        for source_path, page in self._pages.items():
            if files.get_file_from_path(source_path):
                raise PluginError(f"{config.docs_dir}/{source_path}: ที่อยู่ {page.address} เป็นของหน้าที่ระบบสร้าง ใช้ชื่ออื่น")
            # Excluded from the nav here, not in mkdocs.yml: matching patterns against every file, and any nav that
            # lists all pages, would make the cost per page grow with their number.
            file = File.generated(config, source_path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            GeneratedPage(page, file, config, headings)
            files.append(file)
        return files

    def on_nav(self, nav: Navigation, *, files: Files, **_: object) -> None:
        """Keep the site's fixed pages for the header, and all addresses for the sitemap."""
        self._nav = nav
        hidden = {path for path, page in self._pages.items() if page.meta.noindex}
        if self._home and self._home.banner:  # also shown on hand-written pages
            hidden |= {file.src_uri for file in files.documentation_pages() if file.src_uri not in self._pages}
        self.urls = {
            file.src_uri: "" if file.url in (".", "./") else file.url
            for file in files.documentation_pages()
            if file.src_uri not in hidden
        }

    def on_env(self, env: Any, *, config: MkDocsConfig, **_: object) -> None:
        """Set up the frame. Here, because all titles are known and no template has been compiled yet.

        A server gets no policy: MkDocs' live reload is an inline script.
        """
        if self._assets:
            self.frame = site_frame(
                config, self._assets, self._nav, None if self.serving else META_POLICY, self._operator()
            )
            prepare(env, self.frame, self._home.banner if self._home else None)

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, **_: object) -> str:
        """Insert placeholders for generated tables into a hand-written page. Here, because MkDocs has just read it."""
        if page.file.src_uri in self._pages:
            return markdown
        self._asked[page.file.src_uri] = [name for name in asked_for(markdown) if name in self._tables]
        return with_placeholders(markdown, self._tables)

    def on_page_content(self, output: str, *, page: MkDocsPage, **_: object) -> str:
        """Replace the placeholders by generated tables, after conversion, so that no Markdown engine reads them."""
        # pop: MkDocs keeps every page's HTML until all are written (see GeneratedPage.render).
        self._pages.pop(page.file.src_uri, None)
        return fill(output, self._asked.pop(page.file.src_uri, ()), self._tables)

    @event_priority(-100)  # after all other plugins: this may end the process
    def on_post_build(self, *, config: MkDocsConfig, **_: object) -> None:
        """Write the marker file and the full text, print blocking findings, and exit `mkdocs build` with 1 on errors.

        Here, because every file has been written: the site is complete, only the exit code reports the errors, and
        `gh-deploy` does not publish. A server prints and goes on; a caller in this process receives the findings.
        """
        (Path(config.site_dir) / MARKER).touch()
        for path, content in sitemap_files(self.urls.values(), config.site_url or "").items():
            (Path(config.site_dir) / path).write_bytes(content)
        if self._gathered_here:
            from generator.building.indexing import write_full_text  # late, as for the pages

            write_full_text(self._gathered_here, Path(config.site_dir))
            from generator.building.manifest_files import write_manifests

            write_manifests(self._gathered_here, Path(config.site_dir), config.site_url or "")
        errors = [finding for finding in self.findings if finding.severity is Severity.ERROR]
        handed_back = self.given_settings is not None and not self.serving
        if handed_back or not errors:
            return
        click.echo(_summary(errors), err=True)
        if not self.serving:
            raise Abort("สร้างเว็บไซต์ครบทุกหน้าแล้ว แต่ข้อมูลมีข้อผิดพลาดตามรายการข้างต้น")

    def _operator(self) -> Operator:
        publisher = self._settings().publisher
        return Operator(publisher.contact or publisher.name, publisher.email)

    def _gathered(self, site_url: str) -> list[Page]:
        gather = self.gather
        self._gathered_here = None
        if gather is None:
            # Late: readers, rules and templates would slow down `mkdocs --help`.
            from generator.building.site import gather_pages

            gather = gather_pages
        try:
            content = gather(replace(self._settings(), site_url=site_url))
            pages, self._tables = list(content.pages), content.handbook
            self._data = {**content.files, **{one.file: atom(one, site_url) for one in content.feeds}}
            if self.gather is None:
                self._gathered_here = self._settings()
            self.findings = content.findings
            return pages
        except (PhaenError, OSError) as error:
            failure = error if isinstance(error, PhaenError) else UsageError(_unread(error))
            if not self.serving:
                if isinstance(error, OSError):
                    raise  # in a server, a file may be moved away during the read
                self.failure = failure
                raise PluginError(str(failure)) from error
            self.findings, self._data, self.failure = (), {}, failure
            click.echo(printable(str(failure)), err=True)
            return [_failure_page(failure)]

    def _settings(self) -> Settings:
        try:
            return self.given_settings or self.stated_settings()
        except UsageError as error:
            raise PluginError(f"mkdocs.yml: {error}") from error

    def stated_settings(self) -> Settings:
        """Return the settings in mkdocs.yml; raise UsageError for an invalid day."""
        return settings_of(self.stated_options())

    def stated_options(self) -> dict[str, Any]:
        """Return the options of mkdocs.yml as JSON values, with paths relative to the working folder."""
        option = self.config.today
        return {
            "content": self.config.content,
            "today": None if option is None else str(option),
            "digits": self.config.digits,
            "only": [str(code) for code in self.config.only],
            "registry": self.config.registry,
            "publisher": {key: value or "" for key, value in self.config.publisher.items()},
            "import_program": self.config.import_program,
        }


def _is_linked(file: File, docs_dir: str) -> bool:
    """Return whether a hand-written file, a folder above it, or docs_dir is a symlink."""
    if file.src_dir != docs_dir:
        return False  # from the theme or a plugin
    path = Path(docs_dir)
    return path.is_symlink() or any((path := path / part).is_symlink() for part in Path(file.src_path).parts)


def _watched(settings: Settings) -> list[Path]:
    """Return the paths to watch: content, but only the plans being built, and the registry."""
    registry = [settings.registry] if settings.registry else []
    if not settings.only:
        return [settings.content, *registry]
    plans = settings.content / "plans"
    chosen = [folder for code in settings.only for folder in sorted(plans.glob(f"{code}-*"))]
    return [folder for folder in (settings.content / "frameworks", *chosen) if folder.is_dir()] + registry


def _unread(error: OSError) -> str:
    return f"อ่าน {error.filename or 'ไฟล์'} ไม่ได้ ({error.strerror or type(error).__name__})"


def _failure_page(error: PhaenError) -> Page:
    meta = PageMeta(title="อ่านข้อมูลไม่ได้", description="", noindex=True, banner=str(error))
    return Page("/", (Heading(1, "อ่านข้อมูลไม่ได้"), Paragraph("เมื่อแก้ไขแล้ว หน้านี้จะโหลดใหม่เอง")), meta)


def _summary(errors: Sequence[Finding]) -> str:
    """Return the findings for a terminal: location, problem, remedy; only the first few of many."""
    lines = [f"พบข้อผิดพลาดในข้อมูล {len(errors):,} รายการ"]
    for finding in errors[:_SHOWN_FINDINGS]:
        lines += [
            f"  {printable(str(finding.location))}  {finding.code}",
            f"    {_indented(finding.message)}",
            f"    วิธีแก้: {_indented(finding.remedy)}",
        ]
    if len(errors) > _SHOWN_FINDINGS:
        lines.append(f"  และอีก {len(errors) - _SHOWN_FINDINGS:,} รายการ ดูทั้งหมดด้วยคำสั่ง phaen check")
    return "\n".join(lines)


def _indented(text: str) -> str:
    return "\n    ".join(map(printable, text.split("\n")))
