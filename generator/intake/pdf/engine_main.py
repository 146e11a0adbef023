"""Main program of the engine process: a PDF on stdin, the pages as JSON or a refusal reason on stdout.

Started by `engine_process`. Limits on this process bound the memory and time that a hostile file can use.
"""

from __future__ import annotations

import io
import logging
import sys
import warnings

from generator.intake.pdf.opening import RefusalReason, RefusedPdf, refuse_unsafe
from generator.intake.pdf.page_layout import PAGES, LaidPage

REFUSED = 3
"""Exit code if the output is a refusal reason."""
_MEMORY = 3_000_000_000
"""Most bytes of address space."""
MOST_LETTERS = 3_000_000
"""Most letters in a document."""


def pages_of(content: bytes) -> list[LaidPage]:
    """Return the pages of a PDF; raise `RefusedPdf` if it must not be read."""
    refuse_unsafe(content)
    # Late: not needed for a refused file.
    import pdfplumber
    from pdfminer.pdfparser import PDFSyntaxError
    from pdfminer.psparser import PSException
    from pdfplumber.utils.exceptions import PdfminerException
    from pypdfium2 import PdfiumError

    from generator.intake.pdf.first_engine import drawn_page
    from generator.intake.pdf.laying_out import laid_page
    from generator.intake.pdf.second_engine import open_document, seen_page

    found: list[LaidPage] = []
    letters = 0
    try:
        with pdfplumber.open(io.BytesIO(content)) as first:
            second = open_document(content)
            if len(second) != len(first.pages):
                raise RefusedPdf(RefusalReason.DAMAGED)
            for index, page in enumerate(first.pages):
                drawn = drawn_page(page)
                letters += len(drawn.glyphs)
                if letters > MOST_LETTERS:
                    raise RefusedPdf(RefusalReason.MANY_LETTERS)
                found.append(laid_page(index + 1, drawn, seen_page(second, index)))
                page.close()
            second.close()
    except (PdfminerException, PDFSyntaxError, PSException, PdfiumError) as error:
        raise RefusedPdf(RefusalReason.DAMAGED) from error
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError, RecursionError) as error:
        # pdfminer's errors for invalid structures; the officer needs another file.
        raise RefusedPdf(RefusalReason.DAMAGED) from error
    return found


def _limit(seconds: int) -> None:
    """Limit memory and CPU time of this process; on Windows only the parent limits its time."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def main() -> int:
    """Read a PDF and write its pages; return the exit code."""
    _limit(int(sys.argv[1]))
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    content = sys.stdin.buffer.read()
    try:
        answer, code = PAGES.dump_json(pages_of(content)), 0
    except RefusedPdf as refused:
        answer, code = str(refused.reason).encode(), REFUSED
    sys.stdout.buffer.write(answer)
    return code


if __name__ == "__main__":
    sys.exit(main())
