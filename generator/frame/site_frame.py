"""The frame of every page as plain values that can be cached, hashed and pickled."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import NamedTuple


class Assets(NamedTuple):
    """Addresses, below the site, of the assets that `main.html` links to."""

    stylesheet: str
    scripts: tuple[str, ...]
    """In loading order; the first runs before anything is shown."""
    finder: str
    search_page: str
    full_text: str
    search_results: str
    fonts: tuple[str, ...]
    """Fonts to preload: text and headings."""
    ways_up: tuple[str, ...] = ()
    """If the site's address is unknown: stylesheets for a page at any address, by its depth below the site."""
    page_scripts: tuple[tuple[str, str], ...] = ()
    """Module scripts of single pages, by name."""
    share_image: str = ""
    """The preview image of links; empty if the site's address is unknown."""

    @property
    def runs_wasm(self) -> bool:
        """Whether the page that reads office files in the browser is turned on."""
        return any(name == "import" for name, _ in self.page_scripts)


class MenuEntry(NamedTuple):
    """A fixed page of the site in the header."""

    title: str
    """Finished HTML."""
    url: str
    """Below the site."""


class Headings(NamedTuple):
    """Permalinks of headings on generated pages, from `markdown_extensions: toc:` in mkdocs.yml."""

    permalink: str
    """Text of the link; empty for no link."""
    permalink_title: str
    first: int
    """Level of the first heading in a page's table of contents."""
    last: int


class Operator(NamedTuple):
    """Contact for errors on the site: `publisher:` in mkdocs.yml."""

    contact: str = ""
    """Unit or position to contact, else the agency."""
    email: str = ""


class SiteFrame(NamedTuple):
    """The frame of one site."""

    site_name: str
    description: str
    language: str
    site_url: str
    """Address of the site; empty if unknown."""
    templates: str
    """Folder of `main.html` and its parts."""
    assets: Assets
    menu: tuple[MenuEntry, ...]
    headings: Headings
    policy: str | None
    """Content-Security-Policy of the pages; None for a server that reloads by an inline script."""
    operator: Operator = Operator()

    def to_json(self) -> str:
        """Return the frame as one line of JSON."""
        return json.dumps(self, ensure_ascii=False)

    def digest(self) -> str:
        """Return a hash of all values and of the templates' text, but not of their path."""
        files = sorted(Path(self.templates).rglob("*.html"))
        texts = [(file.relative_to(self.templates).as_posix(), file.read_text("utf-8")) for file in files]
        return hashlib.sha256(repr((self._replace(templates=""), texts)).encode()).hexdigest()


def frame_from_json(text: str) -> SiteFrame:
    """Return the frame that `to_json` wrote; raise ValueError or TypeError for anything else."""
    *words, templates, assets, menu, headings, policy, operator = json.loads(text)
    name, description, language, site_url = words
    stylesheet, scripts, *searching, fonts, ways_up, page_scripts, share_image = assets
    finder, search_page, full_text, search_results = searching
    return SiteFrame(
        name,
        description,
        language,
        site_url,
        templates,
        Assets(
            stylesheet,
            tuple(scripts),
            finder,
            search_page,
            full_text,
            search_results,
            tuple(fonts),
            tuple(ways_up),
            tuple((name, script) for name, script in page_scripts),
            share_image,
        ),
        tuple(MenuEntry(*entry) for entry in menu),
        Headings(*headings),
        policy,
        Operator(*operator),
    )
