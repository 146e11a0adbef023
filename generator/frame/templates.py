"""The frame's templates: page content and metadata in, the whole HTML document out. No MkDocs.

MkDocs renders hand-written pages with the same templates; `prepare` gives both environments the same values. The parts
of the frame are macros, one file each in `theme_overrides/partials/`, resolved once per environment: Jinja's `import`
and `include` resolve them per page, a third of the frame's time.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import PurePosixPath
from types import SimpleNamespace
from typing import Any, NamedTuple
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader

from generator.frame.compiled_templates import compiled_templates
from generator.frame.policy import with_wasm
from generator.frame.site_frame import SiteFrame
from generator.model.contact_links import mail_link

_PART = re.compile(r"partials/[a-z_]+\.html")
"""File name of a part of the frame; excludes editors' backup files."""
_SHARED = frozenset({"header", "crumbs", "footer"})
"""Parts that are equal on many pages: cached by their arguments."""


class TocEntry(NamedTuple):
    """A heading in a page's table of contents; same attributes as MkDocs' class."""

    title: str
    """HTML."""
    id: str
    level: int
    children: tuple[TocEntry, ...] = ()

    @property
    def url(self) -> str:
        """Address within the page."""
        return f"#{self.id}"


class FramedPage(NamedTuple):
    """What `main.html` uses of a page; same attributes as MkDocs' page."""

    title: str
    """HTML."""
    url: str
    """Address below the site, percent-encoded; empty for the home page."""
    canonical_url: str | None
    meta: dict[str, Any]
    toc: tuple[TocEntry, ...]
    content: str
    """Finished HTML."""


class FrameTemplates:
    """The templates of one site."""

    def __init__(self, frame: SiteFrame) -> None:
        """Compile them for a frame."""
        env = Environment(loader=FileSystemLoader(frame.templates), autoescape=False)  # noqa: S701  # as in MkDocs
        prepare(env, frame)
        self._main = env.get_template("main.html")
        theme = SimpleNamespace(language=frame.language)
        self._config = SimpleNamespace(
            site_name=frame.site_name,
            site_description=frame.description or None,
            site_url=frame.site_url or None,
            theme=theme,
        )

    def document(self, page: FramedPage) -> str:
        """Return the whole HTML of a page."""
        base = "../" * page.url.count("/")
        return self._main.render(page=page, config=self._config, base_url=base.rstrip("/") or ".")


def page_url(address: str) -> str:
    """Return the address of a page below the site, percent-encoded for links."""
    return quote(address.removeprefix("/"))


def prepare(env: Any, frame: SiteFrame, site_banner: str | None = None) -> None:
    """Give the frame's templates their values and parts, before any of them is compiled.

    `site_banner` is the notice of the whole site, shown on pages without a banner of their own.
    """
    env.trim_blocks = env.lstrip_blocks = True  # lines with only template tags leave no blank line
    env.auto_reload = False  # each build has its own environment; a changed template causes a rebuild
    env.bytecode_cache = compiled_templates()
    env.globals |= {
        "assets": frame.assets,
        "policy": frame.policy,
        "wasm_policy": with_wasm(frame.policy) if frame.policy and frame.assets.runs_wasm else frame.policy,
        "site_banner": site_banner,
        "menu": frame.menu,
        "operator": frame.operator,
        "mail_link": mail_link,
        "menu_urls": {entry.url for entry in frame.menu},
    }
    for template in filter(_PART.fullmatch, env.list_templates()):
        part = PurePosixPath(template).stem
        macro = getattr(env.get_template(template).module, part)
        env.globals[part] = lru_cache(maxsize=256)(macro) if part in _SHARED else macro
    # Jinja chains a template's globals to the environment's, and walks the chain in Python for every page.
    env.get_template("main.html").globals = dict(env.globals)
