"""One stylesheet for the whole site, made of many: browsers ask once, and a name by content may be kept for ever."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from generator.frame.used_rules import used_rules

FOLDER = "assets/css"
DEPTHS = 9
"""Levels below the site at which a page without a known address finds its way; our own pages lie at most 6 deep."""


def bundle_stylesheets(material: Path, files: Sequence[Path]) -> tuple[str, bytes]:
    """Return the path below the site and the bytes of all stylesheets together, in order, without comments.

    Of Material's, which comes first, only the rules that our pages can meet.

    Their relative addresses (`../fonts/...`) are those of files in `assets/css/`.
    """
    # Late: only a build needs it.
    from rcssmin import cssmin

    texts = (used_rules(material.read_text("utf-8")), *(file.read_text("utf-8") for file in files))
    text = "\n".join(map(cssmin, texts))
    content = text.encode()
    return f"{FOLDER}/site.{fingerprint(content)}.css", content


def ways_up(stylesheet: str) -> dict[str, bytes]:
    """Return small stylesheets by their paths, one for each number of levels that a page may lie below the site.

    A page that is shown at any address (404) asks for each of them from its own number of levels up; only the right one
    is there. It brings the site's stylesheet, and shows the links that go up as many levels (`.up-3`). At the top of a
    server, where no address goes up further, several are there: the first one wins.
    """
    made = {}
    for depth in range(DEPTHS):
        rules = f".up-{depth}[hidden]{{display:block!important}}.up-{depth}~.up.up{{display:none!important}}"
        content = f'@import "{PurePosixPath(stylesheet).name}";{rules}'.encode()
        made[f"{FOLDER}/up-{depth}.{fingerprint(content)}.css"] = content
    return made


def fingerprint(content: bytes) -> str:
    """Return what stands in a file's name for its content."""
    return hashlib.sha256(content).hexdigest()[:10]
