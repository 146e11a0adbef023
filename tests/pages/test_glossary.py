"""The page of words: each term with one sentence, from a national document if one defines it; linked once per page."""

from __future__ import annotations

import re

import pytest

from generator.model.content import Frameworks
from generator.pages.environment import make_environment
from generator.pages.words_page import definitions, terms_list
from generator.reading.content_tree import DiskTree
from generator.reading.framework_reader import read_frameworks
from generator.words.glossary import GLOSSARY, TERMS
from tests.building_blocks import ROOT
from tests.views.some_laos import framework

PAGE = (ROOT / "content" / "pages" / "about" / "words.md").read_text("utf-8")
NOTHING = Frameworks(())


def test_the_page_requests_every_part() -> None:
    assert re.findall(r"^<!-- generated: words-([a-z]+) -->$", PAGE, re.MULTILINE) == list(GLOSSARY)


def test_ids_on_the_page_are_unique() -> None:
    ids = [*(term.id for terms in GLOSSARY.values() for term in terms), *re.findall(r"\{: #([a-z-]+) \}", PAGE)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("term", TERMS)
def test_a_term_is_one_sentence_without_an_end_mark(term: str) -> None:
    sentence = TERMS[term].sentence
    assert 0 < len(sentence) < 200
    assert not re.search(r"[.!?\n]$|\s{2}", sentence)


def test_a_term_defined_in_a_document_has_its_summary_and_link() -> None:
    entries = [{"id": "method-5-2", "name": "ก", "summary": "ฝึก<b>จริง</b>", "section": "ข้อ ๑๒ (๕)"}]
    html = terms_list(Frameworks((framework({"id": "methods", "entries": entries}),)), "methods")
    row = html[html.index('id="ojt"') : html.index('id="mentoring"')]
    assert "ฝึก&lt;b&gt;จริง&lt;/b&gt;" in row
    assert 'href="../../frameworks/strategy-2561-2565/methods/#e-method-5-2"' in row
    assert "ยุทธศาสตร์ ข้อ ๑๒ (๕)" in row


def test_without_the_document_our_own_sentence_is_used() -> None:
    html = terms_list(NOTHING, "methods")
    assert TERMS["ojt"].sentence in html
    assert "ที่มา" not in html


def test_of_two_documents_the_newest_is_used() -> None:
    old, new = (
        framework({"summary": summary}, **{"id": f"document-{year}", "valid_from": f"๑ ตุลาคม {year}"})
        for summary, year in (("เก่า", 2561), ("ใหม่", 2564))
    )
    assert definitions(Frameworks((new, old)))["competencies-core"].sentence == "ใหม่"


def test_entries_of_the_glossary_are_defined_in_the_master_plan() -> None:
    frameworks = read_frameworks(DiskTree(ROOT / "content"))
    defined = definitions(frameworks)
    named = {term.entry for term in TERMS.values() if term.entry}
    assert {entry for entry in named if not entry.startswith("core-")} <= defined.keys()


def test_only_the_first_use_on_a_page_is_a_link() -> None:
    environment = make_environment("arabic")
    template = environment.from_string("{{ word('idp') }}|{{ word('idp', 'IDP') }}")
    for _ in range(2):  # links restart on each page
        with environment.contexts.of_page("/lao/5440502/"):
            first, second = template.render().split("|")
        assert first == '<a class="word" href="../../about/words/#idp">แผนพัฒนารายบุคคล (IDP)</a>'
        assert second == "IDP"
