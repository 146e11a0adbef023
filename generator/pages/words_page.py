"""The lists of the page of words: terms and the national documents in, finished HTML out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from generator import addresses
from generator.model.content import Framework, Frameworks
from generator.words.glossary import GLOSSARY


class Definition(NamedTuple):
    """A national document's definition of a word."""

    sentence: str
    document: str
    section: str
    address: str


def terms_list(frameworks: Frameworks, part: str) -> str:
    """Return the terms of one part of the page, each with an id, a sentence and, if there is one, its source."""
    defined = definitions(frameworks)
    rows = (
        Markup('<div id="{id}"><dt>{title}</dt><dd>{sentence}{source}</dd></div>').format(
            id=term.id,
            title=term.title,
            sentence=found.sentence if found else term.sentence,
            source=_source(found) if found else "",
        )
        for term in GLOSSARY[part]
        for found in (defined.get(term.entry),)
    )
    return Markup('<dl class="facts terms">\n{rows}\n</dl>').format(rows=Markup("\n").join(rows))


def definitions(frameworks: Frameworks) -> dict[str, Definition]:
    """Return every entry and list that has a summary, by its id; the newest document wins."""
    oldest_first = sorted(frameworks.documents, key=lambda one: one.document.valid_from or datetime.date.min)
    return {id: definition for one in oldest_first for id, definition in _of_document(one)}


def _of_document(framework: Framework) -> Iterator[tuple[str, Definition]]:
    document = framework.document
    for group in framework.groups:
        if group.summary:
            address = addresses.framework_group(document.id, group.id)
            yield group.id, Definition(group.summary, document.short_title, group.section, address)
        for entry in group.walk():
            if entry.summary:
                address = addresses.framework_entry(document.id, group.id, entry.id)
                yield entry.id, Definition(entry.summary, document.short_title, entry.section or group.section, address)


def _source(found: Definition) -> Markup:
    return Markup('<br><span class="quiet">ที่มา: <a href="{link}">{document} {section}</a></span>').format(
        link=addresses.relative(found.address, addresses.WORDS), document=found.document, section=found.section
    )
