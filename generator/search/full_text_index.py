"""The files by which a browser searches the full text: one bundle for a small site, else one for each province.

`text/index.json` lists the bundles. `text/<bundle>.txt` holds what a search needs: one line of JSON (LAOs, sections,
facets), then every distinct text once, a line each, as it is looked for, one byte a letter (TIS-620).
`text/lao/<code>.json` holds titles, texts and addresses as shown, loaded for the few LAOs on the screen. Names stay
when content changes; an LAO's mark in the bundle tells when its file is another than the bundle was made from.
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
"""LAOs in one bundle at most, about 0.7 MB compressed; more are loaded by province."""
ELSEWHERE = "other"
"""The bundle of LAOs whose province is not known."""
_PARTS = {part: place for place, part in enumerate(Part)}


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a browser loads at once."""

    name: str
    title: str
    """The province; empty for the whole site and where no province is known."""
    codes: tuple[str, ...]
    """Its LAOs, in order."""


def bundles(codes: Iterable[str]) -> tuple[Bundle, ...]:
    """Return the bundles for LAOs given by their codes, in order of name; a code tells its province."""
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
    """Return `text/index.json`."""
    return _json({"bundles": [[bundle.name, bundle.title, len(bundle.codes)] for bundle in all_bundles]})


def bundle_files(name: str, laos: Iterable[SearchedLao]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of one bundle by their paths below the site: one for each LAO, then the bundle itself."""
    bundle = _Writer()
    for lao in laos:
        content = _json([[section.title, section.text, section.address] for section in lao.sections])
        yield f"{FOLDER}/lao/{lao.code}.json", content
        bundle.add(lao, hashlib.sha256(content).hexdigest()[:8])
    yield f"{FOLDER}/{name}.txt", bundle.content()


class _Writer:
    """One bundle in the making."""

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
        """Return part, facets, texts, baht: a text that comes for the first time is 0, as the next of the lines."""
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
