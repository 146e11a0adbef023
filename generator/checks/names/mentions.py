"""Find the LAO names in a document: after `เทศบาลตำบล`, `นายกเทศมนตรีตำบล`, `อบต.` etc. Texts in, mentions out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.memos import IdentityMemo
from generator.checks.names.document_texts import Document
from generator.checks.names.near import run_at

_MUNICIPAL = ("เทศบาล", "เทศมนตรี")
_ANCHORS: tuple[tuple[str, tuple[tuple[tuple[str, ...], str], ...]], ...] = (
    ("ตำบล", ((_MUNICIPAL, "เทศบาลตำบล"), (("บริหารส่วน",), "อบต."))),
    ("เมือง", ((_MUNICIPAL, "เทศบาลเมือง"),)),
    ("นคร", ((_MUNICIPAL, "เทศบาลนคร"),)),
    ("จังหวัด", ((("บริหารส่วน",), "อบจ."),)),
    ("ทต.", (((), "เทศบาลตำบล"),)),
    ("ทม.", (((), "เทศบาลเมือง"),)),
    ("ทน.", (((), "เทศบาลนคร"),)),
    ("อบต.", (((), "อบต."),)),
    ("อบจ.", (((), "อบจ."),)),
)
"""A word followed by a name, what must precede it, and the type of LAO that both mean."""

_FARTHEST = 24
"""Characters searched before the word; spaces are allowed anywhere in them."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the name of an LAO is expected."""

    type: str
    """Type of LAO, as in `Lao.type`; empty after the bare word ตำบล."""
    position: int
    """Position of the word before the name."""
    after: int
    """Position after that word."""
    run: str
    """The Thai letters that follow: the name and perhaps more."""


def _find(document: Document) -> Iterator[Mention]:
    text = document.joined
    for word, meanings in _ANCHORS:
        for position in document.occurrences(word):
            before = text[max(0, position - _FARTHEST) : position].replace(" ", "")
            kind = next((kind for words, kind in meanings if not words or before.endswith(words)), "")
            if kind or word == "ตำบล":
                after = position + len(word)
                yield Mention(kind, position, after, run_at(text, after))


_REMEMBERED: IdentityMemo[tuple[Document, ...], dict[str, tuple[Mention, ...]]] = IdentityMemo(
    lambda documents: {document.name: tuple(_find(document)) for document in documents}
)


def mentions(documents: tuple[Document, ...]) -> Iterator[tuple[Document, tuple[Mention, ...]]]:
    """Yield every document with all places where the name of an LAO is expected."""
    found = _REMEMBERED(documents)
    for document in documents:
        yield document, found[document.name]
