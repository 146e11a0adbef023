"""Refuses unsafe PDFs: inspects their objects with pikepdf before any engine draws a page.

In: bytes. Out: nothing, or `RefusedPdf` with a reason. Runs in the engine process, within its limits.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from enum import StrEnum

import pikepdf

MOST_PAGES = 400
MOST_OBJECTS = 300_000
_DEEPEST = 50
_PROGRAMS = ("/JavaScript", "/Launch", "/ImportData", "/SubmitForm")
_FILES = ("/EF", "/EmbeddedFiles")


class RefusalReason(StrEnum):
    """Why a PDF is refused."""

    DAMAGED = "damaged"
    PASSWORD = "password"  # noqa: S105  # the name of a reason
    LOCKED = "locked"
    PROGRAM = "program"
    FILES = "files"
    XFA = "xfa"
    MANY_PAGES = "pages"
    MANY_OBJECTS = "objects"
    MANY_LETTERS = "letters"
    MANY_LINES = "lines"
    NO_PAGES = "no-pages"


class RefusedPdf(Exception):  # noqa: N818  # the answer of a process, not an error in it
    """A refused PDF."""

    def __init__(self, reason: RefusalReason) -> None:
        """Take the reason."""
        super().__init__(reason)
        self.reason = reason


def refuse_unsafe(content: bytes) -> None:
    """Raise `RefusedPdf` for a PDF that is damaged, locked, too large, or contains programs or files."""
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            if pdf.is_encrypted and not pdf.allow.extract:
                raise RefusedPdf(RefusalReason.LOCKED)
            if len(pdf.objects) > MOST_OBJECTS:
                raise RefusedPdf(RefusalReason.MANY_OBJECTS)
            pages = len(pdf.pages)
            if not pages or pages > MOST_PAGES:
                raise RefusedPdf(RefusalReason.MANY_PAGES if pages else RefusalReason.NO_PAGES)
            for own in _dictionaries(pdf):
                if str(own.get("/S", "")) in _PROGRAMS or "/JS" in own or "/JavaScript" in own:
                    raise RefusedPdf(RefusalReason.PROGRAM)
                if any(key in own for key in _FILES) or str(own.get("/Type", "")) == "/EmbeddedFile":
                    raise RefusedPdf(RefusalReason.FILES)
                if "/XFA" in own:
                    raise RefusedPdf(RefusalReason.XFA)
    except pikepdf.PasswordError as error:
        raise RefusedPdf(RefusalReason.PASSWORD) from error
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RuntimeError) as error:
        # pikepdf's errors for invalid structures; the officer needs another file.
        raise RefusedPdf(RefusalReason.DAMAGED) from error


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Yield every dictionary of a file, including nested ones."""
    for own in pdf.objects:
        yield from _inside(own, 0)


def _inside(value: object, depth: int) -> Iterator[pikepdf.Object]:
    if depth > _DEEPEST:
        raise RefusedPdf(RefusalReason.DAMAGED)
    if isinstance(value, pikepdf.Stream):
        value = value.stream_dict
    if isinstance(value, pikepdf.Dictionary):
        yield value
        inner = [value.get(key) for key in value.keys()]  # noqa: SIM118  # iterating it yields no keys
    elif isinstance(value, pikepdf.Array):
        inner = list(value)
    else:
        return
    for one in inner:
        if isinstance(one, (pikepdf.Dictionary, pikepdf.Array)) and not one.is_indirect:
            yield from _inside(one, depth + 1)
