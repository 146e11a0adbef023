"""What stands around every page of a site, as plain values: they can be kept, hashed and sent to another process."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import NamedTuple


class Assets(NamedTuple):
    """Addresses, below the site, of what `main.html` links to."""

    stylesheet: str
    scripts: tuple[str, ...]
    """In the order in which pages load them; the first one before anything is shown."""
    finder: str
    search_page: str
    full_text: str
    search_results: str
    fonts: tuple[str, ...]
    """Those to load at once: the text and the headings."""
    ways_up: tuple[str, ...] = ()
    """Where the site's own address is not known: stylesheets for a page at any address, by the levels it lies below."""
    page_scripts: tuple[tuple[str, str], ...] = ()
    """Scripts that single pages load, by name."""
    share_image: str = ""
    """The picture that goes with links to any page; empty where the site's own address is not known."""


class Entry(NamedTuple):
    """A fixed page of the site, as the header lists it."""

    title: str
    """Finished HTML."""
    url: str
    """Below the site."""


class Headings(NamedTuple):
    """How headings of generated pages link to themselves, as mkdocs.yml says under `markdown_extensions: toc:`."""

    permalink: str
    """Sign of the link; empty for no link."""
    permalink_title: str
    first: int
    """Level of the first heading in a page's table of contents."""
    last: int


class Operator(NamedTuple):
    """Whom to tell of errors of the site: `publisher:` of mkdocs.yml."""

    contact: str = ""
    """Unit or position that answers, or the agency."""
    email: str = ""


class SiteFrame(NamedTuple):
    """The frame of one site."""

    site_name: str
    description: str
    language: str
    site_url: str
    """Address of the site; empty where it is not known."""
    templates: str
    """Folder of `main.html` and its parts."""
    assets: Assets
    menu: tuple[Entry, ...]
    headings: Headings
    policy: str | None
    """Content-Security-Policy that pages state; None for none, as on a server that reloads by an inline script."""
    operator: Operator = Operator()

    def to_json(self) -> str:
        """Return the frame as one line of text."""
        return json.dumps(self, ensure_ascii=False)

    def digest(self) -> str:
        """Return a fingerprint of everything in it, the text of the templates included, but not where they lie."""
        files = sorted(Path(self.templates).rglob("*.html"))
        texts = [(file.relative_to(self.templates).as_posix(), file.read_text("utf-8")) for file in files]
        return hashlib.sha256(repr((self._replace(templates=""), texts)).encode()).hexdigest()


def frame_from_json(text: str) -> SiteFrame:
    """Return the frame that `to_json` wrote; ValueError or TypeError for anything else."""
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
        tuple(Entry(*entry) for entry in menu),
        Headings(*headings),
        policy,
        Operator(*operator),
    )
