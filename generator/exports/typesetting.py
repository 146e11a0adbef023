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
STANDARD = "ua-1"
"""PDF/UA-1 (ISO 14289-1): tagged for screen readers. Typst refuses to write what does not follow it."""


def set_pdf(data: Mapping[str, Any]) -> bytes:
    """Return the PDF of a document, as `pdf_blocks.document` describes it. Same data, same bytes: it bears no date."""
    written = _compiler().compile(
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False, separators=(",", ":"))},
        pdf_standards=STANDARD,
        timestamp=0,
    )
    return with_letters(bytes(written))


@cache
def _compiler() -> Any:
    # Late: only what makes PDFs loads 30 MB of it. Kept: reading fonts and layout takes as long as a short document.
    import fontpkg_sarabun
    import typst

    folder = fontpkg_sarabun.ROOT / "files"
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(folder)])
    return typst.Compiler(str(LAYOUT), root=str(LAYOUT.parent), font_paths=fonts, ignore_system_fonts=True)
