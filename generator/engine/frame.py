"""What stands around every page: what `theme_overrides/main.html` is given beside MkDocs' own context.

The parts of the frame are macros, one file each in `theme_overrides/partials/`, and looked up once a build: Jinja's own
`import` and `include` do it once a page, which takes a third of the frame's time.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import NamedTuple

from jinja2 import Environment
from markupsafe import Markup, escape
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.engine.assets import Assets

_PARTS = "partials/"


class Entry(NamedTuple):
    """A fixed page of the site, as the header lists it."""

    title: str
    """Finished HTML."""
    url: str
    """Below the site."""
    page: Page
    """Active while it is the one being written."""


def set_up_frame(env: Environment, assets: Assets, nav: Navigation, policy: str | None) -> None:
    """Give the templates of the frame their values and parts; before any of them is compiled, after all pages are read.

    `policy` is the Content-Security-Policy that pages state; None for none.
    """
    env.trim_blocks = env.lstrip_blocks = True  # lines that hold only template tags stay out of pages
    env.auto_reload = False  # every build has an environment of its own; a changed template calls for a build
    env.globals |= {"assets": assets, "policy": policy, "menu": _menu(nav)}
    for template in env.list_templates(filter_func=lambda name: name.startswith(_PARTS)):
        part = PurePosixPath(template).stem
        env.globals[part] = getattr(env.get_template(template).module, part)
    # Jinja chains the globals of a template to those of all, and walks the chain in Python for every page.
    env.get_template("main.html").globals = dict(env.globals)


def _menu(nav: Navigation) -> tuple[Entry, ...]:
    # A title that MkDocs takes from a heading is HTML: plain text first, then escaped.
    return tuple(
        Entry(str(escape(Markup(page.title or "").striptags())), page.url, page)  # noqa: S704  # to take it apart
        for page in nav.pages
        if not page.is_homepage
    )
