"""The browser's full-text files: one bundle for a small site, else one per province.

`text/index.json` lists the bundles. `text/<bundle>.txt` has the searched data: one line of JSON (LAOs, sections,
facets), then every distinct text once, one per line, normalised, one byte per letter (TIS-620). `text/lao/<code>.json`
has titles, texts and addresses as shown, loaded for the few LAOs on screen. File names do not depend on content; an
LAO's hash in the bundle shows whether its file is of another version than the bundle.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator.search.sections import Part, SearchedLao, Section, section_texts
from generator.thai.provinces import PROVINCES, Province
from generator.thai.searching import text_key

FOLDER = "text"
INDEX = f"{FOLDER}/index.json"
WHOLE_SITE = "all"
SMALL_SITE = 100
"""Most LAOs in a single bundle, about 0.7 MB compressed; larger sites have one per province."""
ELSEWHERE = "other"
"""The bundle of LAOs with an unknown province."""
_PARTS = {part: place for place, part in enumerate(Part)}


@dataclass(frozen=True, slots=True)
class Bundle:
    """A file of texts that the browser loads at once."""

    name: str
    title: str
    """The province; empty for the whole site, and for an unknown province."""
    codes: tuple[str, ...]
    """Its LAOs, sorted."""


def bundles(codes: Iterable[str]) -> tuple[Bundle, ...]:
    """Return the bundles for LAO codes, sorted by name; the code contains the province."""
    codes = sorted(codes)
    if len(codes) <= SMALL_SITE:
        return (Bundle(WHOLE_SITE, "", tuple(codes)),)
    by_province: dict[Province | None, list[str]] = {}
    for code in codes:
        by_province.setdefault(PROVINCES.get(code[1:3]), []).append(code)
    found = (
        Bundle(province.slug, province.name, tuple(below)) if province else Bundle(ELSEWHERE, "", tuple(below))
        for province, below in by_province.items()
    )
    return tuple(sorted(found, key=lambda bundle: bundle.name))


def index_file(all_bundles: Iterable[Bundle]) -> bytes:
    """Return the content of `text/index.json`."""
    return _json({"bundles": [[bundle.name, bundle.title, len(bundle.codes)] for bundle in all_bundles]})


def bundle_files(name: str, laos: Iterable[SearchedLao]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of one bundle by path below the site: one per LAO, then the bundle."""
    bundle = _Writer()
    for lao in laos:
        content = _json([[section.title, section.text, section.address] for section in lao.sections])
        yield f"{FOLDER}/lao/{lao.code}.json", content
        bundle.add(lao, hashlib.sha256(content).hexdigest()[:8])
    yield f"{FOLDER}/{name}.txt", bundle.content()


class _Writer:
    """A bundle being written."""

    def __init__(self) -> None:
        self._laos: list[list[Any]] = []
        self._texts: dict[str, int] = {}
        self._keys: dict[str, str] = {}
        self._facets: dict[str, dict[str, int]] = {"year": {}, "department": {}, "strategy": {}, "competency": {}}
        self._sets: dict[tuple[tuple[int, ...], ...], int] = {}

    def add(self, lao: SearchedLao, mark: str) -> None:
        rows = [self._row(section) for section in lao.sections]
        self._laos.append([lao.code, lao.name, lao.type, lao.province, mark, rows])

    def _row(self, section: Section) -> list[Any]:
        """Return part, facets, texts, baht; 0 refers to the next new line of text."""
        facets = (
            self._places("year", map(str, section.years)),
            self._places("department", section.departments),
            self._places("strategy", (section.strategy,) if section.strategy else ()),
            self._places("competency", section.competencies),
        )
        row = [
            _PARTS[section.part],
            self._sets.setdefault(facets, len(self._sets)),
            [self._text(text) for text in section_texts(section)],
        ]
        return row if section.baht is None else [*row, _number(section.baht)]

    def _places(self, facet: str, values: Iterable[str]) -> tuple[int, ...]:
        known = self._facets[facet]
        return tuple(known.setdefault(value, len(known)) for value in values)

    def _text(self, text: str) -> int:
        key = self._keys.get(text)
        if key is None:
            key = self._keys[text] = text_key(text)
        place = self._texts.get(key)
        if place is None:
            self._texts[key] = len(self._texts)
            return 0
        return place + 1

    def content(self) -> bytes:
        head = {
            "facets": {facet: list(values) for facet, values in self._facets.items()},
            "sets": list(self._sets),
            "laos": self._laos,
        }
        return _json(head) + b"\n" + "\n".join(self._texts).encode("tis-620")


def _number(baht: Decimal) -> int | float:
    return int(baht) if baht == baht.to_integral_value() else float(baht)


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
