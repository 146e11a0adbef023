"""Telephone numbers and mail addresses in a contact become links; everything else stays text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.contact_links import LinkedPiece, mail_link, mail_pieces, phone_pieces


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("๐๔๓-๗๐๖๘๗๕", ["tel:+6643706875"]),
        ("0 4378 1000 ต่อ 12", ["tel:+6643781000;ext=12"]),
        ("081-234-5678 หรือ 043781000", ["tel:+66812345678", "tel:+6643781000"]),
        ("โทร. 043-781000 โทรสาร 043-781001", ["tel:+6643781000"]),
        ("สายด่วน 1300", []),
        ("043-781000-99", []),
        ("43-781000", []),
        ('tel:043781000"><script>alert(1)</script>', ["tel:+6643781000"]),
        ("javascript:0812345678", ["tel:+66812345678"]),
        ("http://x/0812345678", []),
        ("0" * 40, []),
    ],
)
def test_numbers_become_links(text: str, links: list[str]) -> None:
    assert [piece.link for piece in phone_pieces(text) if piece.link] == links


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("saraban@phonthong.go.th", ["mailto:saraban@phonthong.go.th"]),
        ("อีเมล a.b+c@d.go.th, e@f.th", ["mailto:a.b%2Bc@d.go.th", "mailto:e@f.th"]),
        ("a@b", []),
        ("a@@b.th", []),
        ("a@b.th?bcc=c@d.th", ["mailto:a@b.th", "mailto:c@d.th"]),
        ("<a@b.th>", ["mailto:a@b.th"]),
        ("javascript:alert(1)//a", []),
    ],
)
def test_mail_addresses_become_links(text: str, links: list[str]) -> None:
    assert [piece.link for piece in mail_pieces(text) if piece.link] == links


def test_a_mail_link_has_its_subject() -> None:
    assert (
        mail_link("a@b.th", 'แผน & "ผล"')
        == "mailto:a@b.th?subject=%E0%B9%81%E0%B8%9C%E0%B8%99%20%26%20%22%E0%B8%9C%E0%B8%A5%22"
    )
    assert mail_link("not an address", "x") == ""


@given(st.text())
def test_text_is_kept_and_links_are_tel_or_mailto_only(text: str) -> None:
    for pieces in (phone_pieces(text), mail_pieces(text)):
        assert "".join(piece.text for piece in pieces) == text
        assert all(piece.link is None or piece.link.startswith(("tel:+66", "mailto:")) for piece in pieces)


def test_a_number_keeps_its_text() -> None:
    assert phone_pieces("โทร ๐๔๓-๗๐๖๘๗๕!") == (
        LinkedPiece("โทร "),
        LinkedPiece("๐๔๓-๗๐๖๘๗๕", "tel:+6643706875"),
        LinkedPiece("!"),
    )
