"""Draws pages for the first engine: with the marks of Thai that a PDF states beside glyphs, and with runs of text.

LibreOffice states a text (`/ActualText`) where one glyph stands for several letters: by the letter table of its glyph
`ลูก` has a mai tho. pdfminer does not look at such texts. They are taken where they change nothing but marks: where one
has other consonants or digits than what is drawn, the engines differ, and that is told.

A run is what stands between `BT` and `ET`: a mark goes with the letters of its run.
"""

from __future__ import annotations

from typing import Any

from pdfminer.layout import LTChar
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text
from pdfplumber.page import Page, PDFPageAggregatorWithMarkedContent

from generator.intake.pdf.glyphs import UNMAPPED, folded
from generator.thai.dictionary import letters_of


class _Letters(PDFPageAggregatorWithMarkedContent):
    """Draws a page; letters inside of a stated text take its marks, and each has the number of its run."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        """Begin outside of any tag."""
        super().__init__(*arguments, **named)
        self._tags: list[bool] = []
        """For each open tag whether it states a text."""
        self._stated: list[tuple[str, list[LTChar]]] = []
        """The open texts, each with the letters drawn in it."""
        self.run = 0

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        """Open a tag."""
        super().begin_tag(tag, props)
        said = resolve1(props.get("ActualText")) if isinstance(props, dict) else None
        self._tags.append(isinstance(said, bytes))
        if isinstance(said, bytes):
            self._stated.append((decode_text(said), []))

    def end_tag(self) -> None:
        """Close a tag; the letters drawn in it take what it states."""
        super().end_tag()
        if self._tags and self._tags.pop():
            said, letters = self._stated.pop()
            _take(said, letters)

    def render_char(self, *arguments: Any, **named: Any) -> float:
        """Draw a letter."""
        width = float(super().render_char(*arguments, **named))
        drawn = self.cur_item._objs[-1] if self.cur_item._objs else None
        if isinstance(drawn, LTChar):
            # pdfplumber hands this attribute on, which is its own; ids of marked content are not needed here.
            drawn.__dict__["mcid"] = self.run
            if self._stated:
                self._stated[-1][1].append(drawn)
        return width


class _Interpreter(PDFPageInterpreter):
    """Carries out the operators of a page and counts its runs of text."""

    def do_BT(self) -> None:  # noqa: N802  # the name of the operator
        """Begin a run."""
        super().do_BT()
        if isinstance(self.device, _Letters):
            self.device.run += 1


def lay_out(page: Page) -> None:
    """Draw a page in the way of pdfplumber, with stated texts; what it finds from now on stands on that."""
    device = _Letters(page.pdf.rsrcmgr, pageno=page.page_number, laparams=page.pdf.laparams)
    _Interpreter(page.pdf.rsrcmgr, device).process_page(page.page_obj)
    page._layout = device.get_result()  # where pdfplumber keeps its own


def _take(said: str, letters: list[LTChar]) -> None:
    drawn = "".join(text for one in letters if not (text := one.get_text()).startswith(UNMAPPED))
    if letters and letters_of(folded(said)) == letters_of(folded(drawn)):
        letters[0]._text = said
        for one in letters[1:]:
            one._text = ""
