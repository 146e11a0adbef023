"""Sets a document with Typst: data in, the bytes of a PDF out.

The layout is `typst/document.typ`, which is ours. What an LAO wrote comes to it as strings inside JSON, so that
none of it is ever read as Typst. The fonts are those of the package; neither those of the machine nor the network are
asked.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from generator.exports.pdf_unicode import with_letters

LAYOUT = Path(__file__).with_name("typst") / "document.typ"
EMPTY = LAYOUT.with_name("empty.typ")
STANDARD = "ua-1"
"""PDF/UA-1 (ISO 14289-1): tagged for screen readers. Typst refuses to write what does not follow it."""
_MAX_AGE = 10
"""Compilations after which the typst package drops results that none of them used."""


def set_pdf(data: Mapping[str, Any]) -> bytes:
    """Return the PDF of a document, as `pdf_blocks.document` describes it. Same data, same bytes: it bears no date."""
    written = _compiler().compile(
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False, separators=(",", ":"))},
        pdf_standards=STANDARD,
        timestamp=0,
    )
    _free_memory()
    return with_letters(bytes(written))


def _free_memory() -> None:
    """Drop what Typst keeps of earlier documents, some 200 MB per process after a few plans.

    The package has no call for this. It drops what was not used in its last compilations, so this compiles an empty
    document as many times.
    """
    for _ in range(_MAX_AGE):
        _empty_compiler().compile(format="pdf")


@cache
def _compiler() -> Any:
    # Kept: reading fonts and layout takes as long as a short document.
    import typst  # late: only what makes PDFs loads 30 MB of it

    return typst.Compiler(str(LAYOUT), root=str(LAYOUT.parent), font_paths=_fonts(), ignore_system_fonts=True)


@cache
def _empty_compiler() -> Any:
    import typst

    return typst.Compiler(str(EMPTY), font_paths=_fonts(), ignore_system_fonts=True)


@cache
def _fonts() -> Any:
    import fontpkg_sarabun
    import typst

    folder = fontpkg_sarabun.ROOT / "files"
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(folder)])
