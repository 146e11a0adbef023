"""The common form of values in all files, so that CSV and workbook read back equal: clean texts, exact amounts, lists.

In: values of the model. Out: plain values. A text keeps every letter; only characters forbidden in XML are replaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from generator.model.money import MoneyCell
from generator.thai.dates import BE_MINUS_CE, FiscalYear
from generator.thai.numerals import to_arabic

SEPARATOR = "; "
"""Separates the parts of a list in one cell."""

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Forbidden in XML 1.0: controls except tab and line feed, lone surrogates, two noncharacters.
_NOT_IN_XML = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SATANG = Decimal("0.01")


def clean(text: str) -> str:
    """Return a text valid in every format: line breaks as `\\n`, forbidden characters as `�`, trimmed."""
    if text.isprintable():  # nearly all texts of a plan, in a tenth of the time
        return text.strip()
    return _NOT_IN_XML.sub("\ufffd", _BREAKS.sub("\n", text)).strip()


def exact(amount: Decimal) -> Decimal:
    """Return an amount in its shortest form: `100000`, `100000.50`; fractions of a satang are rounded."""
    rounded = amount.quantize(_SATANG, ROUND_HALF_UP)
    return rounded.to_integral_value() if rounded == rounded.to_integral_value() else rounded


def joined(parts: Iterable[str | None]) -> str | None:
    """Return a list as one text; None if it is empty."""
    return SEPARATOR.join(part for part in parts if part) or None


def lines(parts: Iterable[str | None]) -> str | None:
    """Return a list as lines of one text; None if it is empty."""
    return "\n".join(part for part in parts if part) or None


def arabic(printed: str | None) -> str | None:
    """Return a printed number in Arabic digits."""
    return to_arabic(printed) if printed else None


def differing(printed: str | None, meant: str | None) -> str | None:
    """Return the printed text if it differs from the value."""
    return printed if printed and clean(printed) != clean(meant or "") else None


def be(year: FiscalYear | None) -> int | None:
    """Return a fiscal year in the Buddhist era."""
    return year.be if year else None


def ce(year: FiscalYear | None) -> int | None:
    """Return a fiscal year in the Common Era, by the year in which it ends."""
    return year.be - BE_MINUS_CE if year else None


def printed_money(cell: MoneyCell) -> str | None:
    """Return the text of a money cell if it is more than its amount in Arabic digits."""
    plain = "" if cell.amount_baht is None else f"{exact(cell.amount_baht):f}"
    return differing(cell.printed, plain)
