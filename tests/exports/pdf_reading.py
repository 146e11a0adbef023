"""Reads the text of a PDF as Chromium's viewer copies it, without spaces and line breaks."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2


def pages_of(pdf: bytes) -> list[str]:
    """Return the text of each page, as copied."""
    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_range() for page in document]


def squeezed(text: str) -> str:
    """Return a text without spaces and line breaks: lines of a table break where cells end."""
    return "".join(text.split()).replace("\ufffe", "").replace("\u0002", "")


def text_of(pdf: bytes) -> str:
    """Return all text of a PDF, squeezed."""
    return squeezed("".join(pages_of(pdf)))


def root_of(pdf: bytes) -> dict[str, str]:
    """Return a PDF's metadata: language, whether it is tagged, its standard, scripts and attached files."""
    with pikepdf.open(BytesIO(pdf)) as document:
        root = document.Root
        return {
            "language": str(root.Lang),
            "marked": str(root.MarkInfo.Marked),
            "standard": str(document.open_metadata().get("pdfuaid:part")),
            "keys": " ".join(sorted(root.keys())),
            "dates": " ".join(str(key) for key in document.docinfo if "Date" in str(key)),
        }
