"""Typesets a document with Typst: data in, the bytes of a PDF out.

The layout is `typst/document.typ`, which is ours. Texts of an LAO are passed as JSON strings, so that Typst never
parses them as markup. Only the package's fonts are used, never system fonts or the network.
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
"""PDF/UA-1 (ISO 14289-1): tagged for screen readers. Typst rejects documents that violate it."""
_MAX_AGE = 10
"""Compilations after which the typst package evicts unused cache entries."""


def set_pdf(data: Mapping[str, Any]) -> bytes:
    """Return the PDF of a document made by `pdf_blocks.document`. Same data, same bytes: it has no date."""
    written = _compiler().compile(
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False, separators=(",", ":"))},
        pdf_standards=STANDARD,
        timestamp=0,
    )
    _free_memory()
    return with_letters(bytes(written))


def _free_memory() -> None:
    """Empty Typst's cache of earlier documents, some 200 MB per process after a few plans.

    The package has no call for this, but evicts entries unused in its last compilations, so this compiles an empty
    document as many times.
    """
    for _ in range(_MAX_AGE):
        _empty_compiler().compile(format="pdf")


@cache
def _compiler() -> Any:
    # Cached: loading fonts and layout takes as long as a short document.
    import typst  # late: 30 MB, loaded only to make PDFs

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
