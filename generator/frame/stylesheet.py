"""Bundles all stylesheets into one file: one request, and a name with a content hash that may be cached for ever."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from generator.frame.used_rules import used_rules

FOLDER = "assets/css"
DEPTHS = 9
"""Depths below the site at which a page without a known address finds its assets; our own pages are at most 6 deep."""


def bundle_stylesheets(material: Path, files: Sequence[Path]) -> tuple[str, bytes]:
    """Return the path below the site and the bytes of all stylesheets, in order, without comments.

    Of Material's, which comes first, only the rules that our pages can match are kept.

    Relative addresses (`../fonts/...`) are relative to `assets/css/`.
    """
    # Late: only builds need it.
    from rcssmin import cssmin

    texts = (used_rules(material.read_text("utf-8")), *(file.read_text("utf-8") for file in files))
    text = "\n".join(map(cssmin, texts))
    content = text.encode()
    return f"{FOLDER}/site.{fingerprint(content)}.css", content


def ways_up(stylesheet: str) -> dict[str, bytes]:
    """Return small stylesheets by path, one per depth that a page may have below the site.

    A page served at any address (404) requests each of them relative to its own depth; only the right one exists. It
    loads the site's stylesheet and shows the links for that depth (`.up-3`). At the root of a server, where paths go no
    further up, several exist: the first one wins.
    """
    made = {}
    for depth in range(DEPTHS):
        rules = f".up-{depth}[hidden]{{display:block!important}}.up-{depth}~.up.up{{display:none!important}}"
        content = f'@import "{PurePosixPath(stylesheet).name}";{rules}'.encode()
        made[f"{FOLDER}/up-{depth}.{fingerprint(content)}.css"] = content
    return made


def fingerprint(content: bytes) -> str:
    """Return the content hash for a file name."""
    return hashlib.sha256(content).hexdigest()[:10]
