"""Finds telephone numbers and mail addresses in a contact, for links.

Text in, pieces of text out, each with the address of its link or None. Only complete, harmless addresses become links;
the rest stays text, to be escaped by the caller.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from generator.thai.numerals import to_arabic

_PHONE = re.compile(
    r"(?<![0-9A-Za-z+=/.-])(?P<number>0(?:[ -]?[0-9]){8,9})(?![0-9]|[ -][0-9])"
    r"(?:\s*(?:ต่อ|กด)\s*(?P<extension>[0-9]{1,5})(?![0-9]))?"
)
"""Nine or ten digits starting with 0, as Thai numbers have; then an optional extension."""
_FAX = re.compile(r"(?:โทรสาร|แฟกซ์|[Ff]ax)[\s:.]*\Z")
_MAIL = re.compile(
    r"(?<![A-Za-z0-9._%+@-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@"
    r"[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*\.[A-Za-z]{2,}(?![A-Za-z0-9@._-])"
)


class LinkedPiece(NamedTuple):
    """A part of a text."""

    text: str
    """As written."""
    link: str | None = None
    """`tel:` or `mailto:`; None for plain text."""


def phone_pieces(text: str) -> tuple[LinkedPiece, ...]:
    """Return a text in pieces, its telephone numbers as links, without fax numbers."""
    return tuple(_pieces(text, _phones(text)))


def mail_pieces(text: str, subject: str = "") -> tuple[LinkedPiece, ...]:
    """Return a text in pieces, its mail addresses as `mailto:` links with a subject."""
    return tuple(_pieces(text, ((*match.span(), mail_link(match[0], subject)) for match in _MAIL.finditer(text))))


def mail_link(address: str, subject: str = "") -> str:
    """Return the `mailto:` link of an address; empty if it is not a mail address."""
    if not _MAIL.fullmatch(address):
        return ""
    return f"mailto:{quote(address, safe='@')}" + (f"?subject={quote(subject, safe='')}" if subject else "")


def _phones(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _PHONE.finditer(to_arabic(text)):
        if not _FAX.search(text[: match.start()]):
            digits = re.sub("[ -]", "", match["number"])
            extension = f";ext={match['extension']}" if match["extension"] else ""
            yield (*match.span(), f"tel:+66{digits[1:]}{extension}")


def _pieces(text: str, links: Iterator[tuple[int, int, str]]) -> Iterator[LinkedPiece]:
    at = 0
    for start, end, link in links:
        if start > at:
            yield LinkedPiece(text[at:start])
        yield LinkedPiece(text[start:end], link)
        at = end
    if at < len(text):
        yield LinkedPiece(text[at:])
