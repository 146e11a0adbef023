"""Draws pages for the first engine, with Thai marks stated by the PDF beside glyphs, and with text run numbers.

LibreOffice states a text (`/ActualText`) if one glyph represents several letters: by the glyph's own letter table `ลูก`
would have a mai tho. pdfminer ignores such texts. They are used only if they change nothing but marks: if consonants or
digits differ from what is drawn, the engines differ, and that is reported.

A run is the text between `BT` and `ET`: a mark belongs to the letters of its run.
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
    """Draws a page; letters inside a stated text get its marks, and each letter its run number."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        """Start outside any tag."""
        super().__init__(*arguments, **named)
        self._tags: list[bool] = []
        """Per open tag, whether it states a text."""
        self._stated: list[tuple[str, list[LTChar]]] = []
        """The open texts, each with its drawn letters."""
        self.run = 0

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        """Open a tag."""
        super().begin_tag(tag, props)
        said = resolve1(props.get("ActualText")) if isinstance(props, dict) else None
        self._tags.append(isinstance(said, bytes))
        if isinstance(said, bytes):
            self._stated.append((decode_text(said), []))

    def end_tag(self) -> None:
        """Close a tag; apply its stated text to the letters drawn in it."""
        super().end_tag()
        if self._tags and self._tags.pop():
            said, letters = self._stated.pop()
            _take(said, letters)

    def render_char(self, *arguments: Any, **named: Any) -> float:
        """Draw a letter."""
        width = float(super().render_char(*arguments, **named))
        drawn = self.cur_item._objs[-1] if self.cur_item._objs else None
        if isinstance(drawn, LTChar):
            # pdfplumber copies this attribute of its own; ids of marked content are not needed here.
            drawn.__dict__["mcid"] = self.run
            if self._stated:
                self._stated[-1][1].append(drawn)
        return width


class _Interpreter(PDFPageInterpreter):
    """Executes the operators of a page and counts its text runs."""

    def do_BT(self) -> None:  # noqa: N802  # the name of the operator
        """Start a run."""
        super().do_BT()
        if isinstance(self.device, _Letters):
            self.device.run += 1


def lay_out(page: Page) -> None:
    """Lay out a page like pdfplumber, with stated texts; later pdfplumber calls use this layout."""
    device = _Letters(page.pdf.rsrcmgr, pageno=page.page_number, laparams=page.pdf.laparams)
    _Interpreter(page.pdf.rsrcmgr, device).process_page(page.page_obj)
    page._layout = device.get_result()  # pdfplumber's cache of the layout


def _take(said: str, letters: list[LTChar]) -> None:
    drawn = "".join(text for one in letters if not (text := one.get_text()).startswith(UNMAPPED))
    if letters and letters_of(folded(said)) == letters_of(folded(drawn)):
        letters[0]._text = said
        for one in letters[1:]:
            one._text = ""
