"""Sitemap of the pages that may be listed, without dates: the same content gives the same bytes.

Above the protocol's limit per file (50,000 addresses, sitemaps.org), an index and several files.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urljoin
from xml.sax.saxutils import escape

SITEMAP = "sitemap.xml"
MOST = 50_000
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemap_files(urls: Iterable[str], site_url: str) -> dict[str, bytes]:
    """Return the files by path below the site; `urls` are below the site, percent-encoded.

    Without `site_url`, with which every entry must begin, the list is empty.
    """
    found = sorted(urljoin(site_url, url) for url in urls) if site_url else []
    if len(found) <= MOST:
        return {SITEMAP: _listed("urlset", "url", found)}
    files = {f"sitemap-{number}.xml": _listed("urlset", "url", part) for number, part in enumerate(_parts(found), 1)}
    return {SITEMAP: _listed("sitemapindex", "sitemap", [urljoin(site_url, name) for name in files]), **files}


def _parts(found: list[str]) -> Iterable[list[str]]:
    return (found[start : start + MOST] for start in range(0, len(found), MOST))


def _listed(root: str, entry: str, urls: list[str]) -> bytes:
    lines = [f"  <{entry}><loc>{escape(url)}</loc></{entry}>\n" for url in urls]
    return f"{_HEAD}<{root} {_NAMESPACE}>\n{''.join(lines)}</{root}>\n".encode()
