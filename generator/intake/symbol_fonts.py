"""Converts letters of symbol fonts (Wingdings and the like) to the signs shown: ticks, crosses, boxes, bullets.

A character code is not enough: in Wingdings `ü` is a tick. Word and PDF files both name the font.
"""

from __future__ import annotations

from generator.intake.grids import CROSS, NO_TICK, TICK

UNKNOWN = "\ufffd"
_TICKS = frozenset({0x50, 0x52, 0x61, 0xFC, 0xFE})
"""Codes shown as a tick, or a box with a tick."""
_CROSSES = frozenset({0x4F, 0x51, 0x53, 0x54, 0x56, 0xFB, 0xFD})
"""A cross may mean yes or no: it stays a cross."""
_BOXES = frozenset({0x6F, 0x71, 0x72, 0xA3, 0xA8, 0x2A, 0x30})
_BULLETS = frozenset({0x6C, 0x6E, 0x9F, 0xA7, 0xB7, 0xD8, 0x76, 0x77, 0x75, 0x46, 0x28})
_SYMBOL_FONTS = ("wingdings", "webdings", "symbol", "zapf", "marlett")
_STAND_IN = "opensymbol"
"""LibreOffice substitutes this font if Wingdings is missing, and keeps the codes."""


def is_symbol_font(font: str) -> bool:
    """Return whether a font, given by its lower-case name, shows signs instead of letters."""
    return font.startswith(_SYMBOL_FONTS)


def sign_of(letter: str, font: str) -> str:
    """Return the sign shown for a letter in a font, given by its lower-case name; `UNKNOWN` if not known."""
    code = ord(letter)
    code = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    if letter.isspace():
        return " "
    if font.startswith(_STAND_IN) and 0xF000 <= ord(letter) <= 0xF0FF:
        font = "wingdings"
    if not is_symbol_font(font):
        return letter if not 0xF000 <= ord(letter) <= 0xF0FF else UNKNOWN
    if font.startswith(("wingdings", "webdings")) and code in _TICKS:
        return TICK
    if code in _CROSSES:
        return CROSS
    if code in _BOXES:
        return NO_TICK
    return "-" if code in _BULLETS else UNKNOWN
