"""Tables of hand-written pages that are made from data: names of tables in, finished HTML out.

A hand-written page requests a table with a line `<!-- generated: framework-ids -->`. No Markdown engine reads the
table: MkDocs converts the page with a placeholder, and `fill` inserts the table afterwards. Knows no files, no engine.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Collection, Mapping
from functools import partial

from markupsafe import Markup

from generator import addresses
from generator.model.contact_links import mail_pieces
from generator.model.content import Framework, Frameworks
from generator.model.framework import FrameworkEntry, FrameworkGroup
from generator.pages.blocks import BlockError, finish, frame
from generator.pages.handbook_keys import accepted_words, keys_table, written_forms
from generator.pages.words_page import terms_list
from generator.settings import Publisher
from generator.words.glossary import GLOSSARY

BASE = "/about/publishing/framework-ids/"
"""The page to which links to the frameworks are relative."""

OPERATOR = "operator"
"""Name of the part that says who runs the site."""

_ASKED_FOR = re.compile(r"^<!-- generated: ([a-z0-9-]+) -->$", re.MULTILINE)

Table = Callable[[Frameworks], str]


def handbook_tables(frameworks: Frameworks, publisher: Publisher) -> dict[str, str]:
    """Return every generated part of hand-written pages, by the name used to request it."""
    made = {name: finish(make(frameworks)) for name, make in TABLES.items()}
    return {**made, OPERATOR: finish(_operator(publisher))}


def asked_for(markdown: str) -> tuple[str, ...]:
    """Return the names of the tables that a hand-written page requests."""
    return tuple(_ASKED_FOR.findall(markdown))


def with_placeholders(markdown: str, tables: Mapping[str, str]) -> str:
    """Return a page's Markdown with a placeholder per table; an unknown name stays a comment."""
    return _ASKED_FOR.sub(lambda match: f"⟦{match[1]}⟧" if match[1] in tables else match[0], markdown)


def fill(html: str, asked: Collection[str], tables: Mapping[str, str]) -> str:
    """Return a page's converted HTML with its tables in place of their placeholders.

    Raises BlockError if a line that requests a table was not a paragraph of its own.
    """
    for name in asked:
        html = html.replace(f"<p>⟦{name}⟧</p>", frame(tables[name]))
    if lost := [name for name in asked if f"⟦{name}⟧" in html]:
        raise BlockError(f"a table can only stand where a paragraph can: {', '.join(lost)}")
    return html


def with_tables(markdown: str, tables: Mapping[str, str]) -> str:
    """Return a page's Markdown with the tables as raw HTML, for engines that do not fill placeholders."""
    return _ASKED_FOR.sub(lambda match: frame(tables[match[1]]) if match[1] in tables else match[0], markdown)


def _operator(publisher: Publisher) -> str:
    """Return whom to notify of errors on the site."""
    if not (publisher.contact or publisher.name or publisher.email):
        return Markup('<p class="notice">ผู้ดูแลเว็บไซต์นี้ยังไม่ได้ระบุช่องทางติดต่อไว้</p>')
    mail = Markup("").join(
        Markup('<a href="{}">{}</a>').format(piece.link, piece.text) if piece.link else piece.text
        for piece in mail_pieces(publisher.email, "แจ้งข้อผิดพลาดในเว็บไซต์")
    )
    lines = (("ผู้ดูแลเว็บไซต์", publisher.name), ("ผู้รับเรื่อง", publisher.contact), ("ไปรษณีย์อิเล็กทรอนิกส์", mail))
    rows = (Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(*line) for line in lines if line[1])
    return Markup('<dl class="facts">\n{}\n</dl>').format(Markup("\n").join(rows))


def _framework_ids(frameworks: Frameworks) -> str:
    # The newest document first: plans choose from that one.
    newest = sorted(frameworks.documents, key=lambda one: one.document.valid_from or datetime.date.min, reverse=True)
    return Markup("\n").join(
        _group(framework, group) for framework in newest for group in framework.groups if group.entries
    )


def _group(framework: Framework, group: FrameworkGroup) -> Markup:
    return Markup(
        '<div class="table-scroll" role="region" tabindex="0" aria-labelledby="ids-{id}">\n<table>\n'
        '<caption id="ids-{id}"><a href="{link}">{title}</a> ({document})</caption>\n'
        '<thead><tr><th scope="col">id</th><th scope="col">ลำดับที่</th><th scope="col">ชื่อ</th></tr></thead>\n'
        "<tbody>\n{rows}\n</tbody>\n</table>\n</div>"
    ).format(
        id=f"{framework.document.id}-{group.id}",
        title=group.title,
        link=addresses.relative(addresses.framework_group(framework.document.id, group.id), BASE),
        document=framework.document.short_title,
        rows=Markup("\n").join(_row(entry, depth) for entry, depth in _entries(group.entries)),
    )


def _row(entry: FrameworkEntry, depth: int) -> Markup:
    return Markup('<tr><th scope="row"><code>{id}</code></th><td>{number}</td><td>{indent}{name}</td></tr>').format(
        id=entry.id, number=entry.number or "", indent="– " * depth, name=entry.name
    )


def _entries(entries: tuple[FrameworkEntry, ...], depth: int = 0) -> list[tuple[FrameworkEntry, int]]:
    return [one for entry in entries for one in ((entry, depth), *_entries(entry.entries, depth + 1))]


TABLES: dict[str, Table] = {
    "framework-ids": _framework_ids,
    "accepted-words": lambda _: accepted_words(),
    "written-forms": lambda _: written_forms(),
    "keys-lao": lambda _: keys_table("lao.yml"),
    "keys-plan": lambda _: keys_table("plan.yml"),
    "keys-projects": lambda _: keys_table("projects.yml"),
    "keys-idp": lambda _: keys_table("idp.yml"),
    "keys-results": lambda _: keys_table("results/<ปีงบประมาณ>.yml"),
    "keys-guidelines": lambda _: keys_table("guidelines.yml"),
    **{f"words-{part}": partial(terms_list, part=part) for part in GLOSSARY},
}
"""Tables by the name used to request them."""
