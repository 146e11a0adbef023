"""What stands around every page: what `theme_overrides/main.html` is given beside MkDocs' own context.

The parts of the frame are macros, one file each in `theme_overrides/partials/`, and looked up once a build: Jinja's own
`import` and `include` do it once a page, which takes a third of the frame's time.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from mkdocs.structure.nav import Navigation

from generator.engine.assets import Assets
from generator.pages.escaping import text_of
from generator.pages.kept_templates import KeptTemplates
from generator.pages.page import PageMeta

_PART = re.compile(r"partials/[a-z_]+\.html")
"""A part of the frame; what editors leave beside it is none."""
_SHARED = frozenset({"header", "crumbs", "footer"})
"""Parts that are the same on many pages: each is made once and kept, by what it is given."""
_KEPT = KeptTemplates()


class Entry(NamedTuple):
    """A fixed page of the site, as the header lists it."""

    title: str
    """Finished HTML."""
    url: str
    """Below the site."""


def set_up_frame(env: Any, assets: Assets, nav: Navigation, policy: str | None, home: PageMeta | None = None) -> None:
    """Give the templates of the frame their values and parts; before any of them is compiled, after all pages are read.

    `policy` is the Content-Security-Policy that pages state; None for none. What the banner of the generated home page
    says holds for the whole site, so hand-written pages repeat it.
    """
    env.trim_blocks = env.lstrip_blocks = True  # lines that hold only template tags stay out of pages
    env.auto_reload = False  # every build has an environment of its own; a changed template calls for a build
    env.bytecode_cache = _KEPT
    menu = _menu(nav)
    env.globals |= {"assets": assets, "policy": policy, "menu": menu, "menu_urls": {entry.url for entry in menu}}
    env.globals["site_banner"] = home.banner if home else None
    for template in filter(_PART.fullmatch, env.list_templates()):
        part = PurePosixPath(template).stem
        macro = getattr(env.get_template(template).module, part)
        env.globals[part] = lru_cache(maxsize=256)(macro) if part in _SHARED else macro
    # Jinja chains the globals of a template to those of all, and walks the chain in Python for every page.
    env.get_template("main.html").globals = dict(env.globals)


def _menu(nav: Navigation) -> tuple[Entry, ...]:
    return tuple(Entry(text_of(page.title or ""), page.url) for page in nav.pages if not page.is_homepage)
