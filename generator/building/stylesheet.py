"""One stylesheet for the whole site, made of many: browsers ask once, and a name by content may be kept for ever."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

FOLDER = "assets/css"


def bundle_stylesheets(files: Sequence[Path]) -> tuple[str, bytes]:
    """Return the path below the site and the bytes of all stylesheets together, in order, without comments.

    Their relative addresses (`../fonts/...`) are those of files in `assets/css/`.
    """
    # Late: only a build needs it.
    from rcssmin import cssmin

    text = "\n".join(cssmin(file.read_text("utf-8")) for file in files)
    content = text.encode()
    return f"{FOLDER}/site.{fingerprint(content)}.css", content


def fingerprint(content: bytes) -> str:
    """Return what stands in a file's name for its content."""
    return hashlib.sha256(content).hexdigest()[:10]
