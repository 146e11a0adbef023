"""What stands around every page: what `theme_overrides/main.html` is given beside MkDocs' own context.

The parts of the frame are macros, one file each in `theme_overrides/partials/`, and looked up once a build: Jinja's own
`import` and `include` do it once a page, which takes a third of the frame's time.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import PurePosixPath
from types import CodeType
from typing import NamedTuple

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from markupsafe import Markup, escape
from mkdocs.structure.nav import Navigation

from generator.engine.assets import Assets

_PART = re.compile(r"partials/[a-z_]+\.html")
"""A part of the frame; what editors leave beside it is none."""
_SHARED = frozenset({"header", "crumbs", "footer"})
"""Parts that are the same on many pages: each is made once and kept, by what it is given."""


class _KeptTemplates(BytecodeCache):
    """Compiled templates, kept for the next build of this process: a server makes one at every change."""

    def __init__(self) -> None:
        self._compiled: dict[str, CodeType] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # the text decides, not the place
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._compiled.get(bucket.key + bucket.checksum)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code:
            self._compiled[bucket.key + bucket.checksum] = bucket.code


_KEPT = _KeptTemplates()


class Entry(NamedTuple):
    """A fixed page of the site, as the header lists it."""

    title: str
    """Finished HTML."""
    url: str
    """Below the site."""


def set_up_frame(env: Environment, assets: Assets, nav: Navigation, policy: str | None) -> None:
    """Give the templates of the frame their values and parts; before any of them is compiled, after all pages are read.

    `policy` is the Content-Security-Policy that pages state; None for none.
    """
    env.trim_blocks = env.lstrip_blocks = True  # lines that hold only template tags stay out of pages
    env.auto_reload = False  # every build has an environment of its own; a changed template calls for a build
    env.bytecode_cache = _KEPT
    menu = _menu(nav)
    env.globals |= {"assets": assets, "policy": policy, "menu": menu, "menu_urls": {entry.url for entry in menu}}
    for template in filter(_PART.fullmatch, env.list_templates()):
        part = PurePosixPath(template).stem
        macro = getattr(env.get_template(template).module, part)
        env.globals[part] = lru_cache(maxsize=256)(macro) if part in _SHARED else macro
    # Jinja chains the globals of a template to those of all, and walks the chain in Python for every page.
    env.get_template("main.html").globals = dict(env.globals)


def _menu(nav: Navigation) -> tuple[Entry, ...]:
    # A title that MkDocs takes from a heading is HTML: plain text first, then escaped.
    return tuple(
        Entry(str(escape(Markup(page.title or "").striptags())), page.url)  # noqa: S704  # to take it apart
        for page in nav.pages
        if not page.is_homepage
    )
