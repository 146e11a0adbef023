"""Builds the finder's index from summaries: the items of `finder.py`, and the files that the browser loads.

`finder/index.json` names everything; `finder/titles/<n>.json` lists the LAOs of shared titles, a few hundred titles per
file, loaded when one is chosen. File names do not depend on content, so pages do not change with them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from urllib.parse import quote

from generator import addresses
from generator.facts.site_laos import counted, group_by_province
from generator.facts.summary import LaoSummary
from generator.model.content import Frameworks
from generator.model.lao import Fiction
from generator.search.finder import Item, ResultKind
from generator.thai.dates import Cycle
from generator.words.glossary import TERMS

INDEX = "finder/index.json"
TITLES_A_FILE = 256
_TYPE = re.compile("^(องค์การบริหารส่วน(?:ตำบล|จังหวัด)|เทศบาล(?:ตำบล|เมือง|นคร))")


@dataclass(frozen=True, slots=True)
class TitlePlace:
    """A project with a title."""

    lao: int
    """Index of its LAO in `FinderIndex.laos`."""
    cycle: str
    project_id: str


@dataclass(frozen=True, slots=True)
class FoundLao:
    """An LAO with its names."""

    code: str
    title: str
    detail: str
    """District and province."""
    province: str
    """Name; empty if unknown."""
    former_codes: tuple[str, ...] = ()
    """Codes before an upgrade or merger."""
    variants: tuple[str, ...] = ()
    """Names as documents misprint them."""


@dataclass(frozen=True, slots=True)
class FoundTitle:
    """A project title in its most frequent spelling, and its projects."""

    title: str
    places: tuple[TitlePlace, ...]
    laos: int


class FoundPage(NamedTuple):
    """A page, or an anchor on one, that belongs to no LAO."""

    kind: ResultKind
    title: str
    detail: str
    address: str


@dataclass(frozen=True, slots=True)
class FinderIndex:
    """Everything searchable by name."""

    laos: tuple[FoundLao, ...]
    titles: tuple[FoundTitle, ...]
    others: tuple[FoundPage, ...]

    def items(self) -> Iterator[Item]:
        """Yield the items for `Finder`, as the browser builds them from the files."""
        for lao in self.laos:
            words = f"{spaced_name(lao.title)} {lao.detail}"
            codes = frozenset((lao.code, *lao.former_codes))
            yield Item(ResultKind.LAO, lao.title, lao.detail, addresses.lao(lao.code), words, 1, codes, lao.variants)
        for title in self.titles:
            yield self._project(title)
        for page in self.others:
            yield Item(page.kind, page.title, page.detail, page.address, page.title)

    def files(self) -> dict[str, bytes]:
        """Return the files by path below the site."""
        index = {
            "laos": [_lao_row(lao) for lao in self.laos],
            "titles": [[title.title, *self._where(title)] for title in self.titles],
            "others": [[page.kind, page.title, page.detail, page.address] for page in self.others],
        }
        files = {INDEX: _json(index)}
        for start in range(0, len(self.titles), TITLES_A_FILE):
            shared = [
                [[place.lao, place.cycle, place.project_id] for place in title.places] if title.laos > 1 else 0
                for title in self.titles[start : start + TITLES_A_FILE]
            ]
            if any(shared):
                files[f"finder/titles/{start // TITLES_A_FILE}.json"] = _json(shared)
        return files

    def _project(self, title: FoundTitle) -> Item:
        if title.laos > 1:
            return Item(
                ResultKind.PROJECT,
                title.title,
                f"{title.laos:,} แห่ง",
                title_address(title.title),
                title.title,
                title.laos,
            )
        place = title.places[0]
        lao = self.laos[place.lao]
        address = addresses.project(lao.code, Cycle.parse(place.cycle), place.project_id)
        return Item(ResultKind.PROJECT, title.title, f"{lao.title} แผน {place.cycle}", address, title.title)

    def _where(self, title: FoundTitle) -> list[Any]:
        """Return the number of LAOs with the title, or its only project."""
        if title.laos > 1:
            return [title.laos]
        place = title.places[0]
        return [place.lao, place.cycle, place.project_id]


def spaced_name(title: str) -> str:
    """Return an LAO's full name with a space before the proper name, so that it counts as the start of a word."""
    return _TYPE.sub(r"\1 ", title)


def title_address(title: str) -> str:
    """Return the address of the list of LAOs with a project of this title."""
    return f"{addresses.SEARCH}?title={quote(title)}"


def finder_index(
    summaries: Iterable[LaoSummary], frameworks: Frameworks, written_pages: Sequence[FoundPage]
) -> FinderIndex:
    """Return the index of a site, without drafts, as on all national pages.

    On a site with real LAOs, made-up ones are searchable by name only.
    """
    summaries = sorted(summaries, key=lambda summary: summary.code)
    real = {summary.code for summary in counted(summaries)}
    laos = tuple(_lao(summary) for summary in summaries)
    provinces = tuple(
        FoundPage(
            ResultKind.PROVINCE,
            f"จังหวัด{province.name}",
            f"{sum(one.code in real for one in below):,} แห่ง",
            addresses.province(province.slug),
        )
        for province, below in group_by_province(summaries)
        if province
    )
    pages = (*written_pages, *_terms(written_pages))
    others = (*provinces, *_frameworks(frameworks), *_evidence(frameworks), *pages)
    return FinderIndex(laos, _titles(summaries, real), others)


def _lao(summary: LaoSummary) -> FoundLao:
    province = summary.province.name if summary.province else ""
    mark = "" if summary.fiction is Fiction.NO else "ข้อมูลสมมุติ"
    parts = (f"อำเภอ{summary.district}" if summary.district else "", f"จังหวัด{province}" if province else "", mark)
    detail = " ".join(filter(None, parts))
    return FoundLao(summary.code, summary.full_name, detail, province, summary.former_codes, summary.name_variants)


def _lao_row(lao: FoundLao) -> list[Any]:
    # Few LAOs have former codes or misprints: the others omit the lists.
    lists = [list(lao.former_codes), list(lao.variants)]
    while lists and not lists[-1]:
        lists.pop()
    return [lao.code, lao.title, lao.detail, *lists]


def _titles(summaries: Sequence[LaoSummary], real: Collection[str]) -> tuple[FoundTitle, ...]:
    """Group titles with the same key, in order of first occurrence."""
    by_key: dict[str, tuple[str, list[TitlePlace]]] = {}
    for place, summary in enumerate(summaries):
        for plan in summary.plans if summary.code in real else ():
            for project in () if plan.is_draft else plan.titles:
                known = by_key.setdefault(project.key, (project.title, []))
                known[1].append(TitlePlace(place, plan.cycle.slug, project.id))
    return tuple(
        FoundTitle(title, tuple(places), len({place.lao for place in places}))
        for key, (title, places) in by_key.items()
        if key
    )


def _frameworks(frameworks: Frameworks) -> Iterator[FoundPage]:
    for framework in frameworks.documents:
        document = framework.document
        yield FoundPage(ResultKind.FRAMEWORK, document.title, document.issuer, addresses.framework(document.id))
        for group in framework.groups:
            address = addresses.framework_group(document.id, group.id)
            yield FoundPage(ResultKind.FRAMEWORK, group.title, document.short_title, address)
            for entry in group.walk():
                yield FoundPage(
                    ResultKind.FRAMEWORK, entry.name, group.title, f"{address}#{addresses.entry_anchor(entry.id)}"
                )


def _evidence(frameworks: Frameworks) -> Iterator[FoundPage]:
    """Yield the pages of the national assessment under the names that officers search: `ITA 2568`, `OIT o14`."""
    if frameworks.assessments:
        detail = "แบบแสดงหลักฐานของทุก อปท. ตามปีที่ประเมิน"
        yield FoundPage(ResultKind.PAGE, "หลักฐาน ITA (OIT)", detail, addresses.EVIDENCE)
    for year in frameworks.assessments:
        items = ", ".join(one.number for one in year.items)
        title = f"หลักฐาน ITA {year.fiscal_year} (OIT {items})"
        yield FoundPage(ResultKind.PAGE, title, "องค์ประกอบที่ครบของแต่ละ อปท.", addresses.evidence_year(year.fiscal_year))


def _terms(written_pages: Sequence[FoundPage]) -> Iterator[FoundPage]:
    """Yield the terms of the glossary page, if the site has it."""
    page = next((page for page in written_pages if page.address == addresses.WORDS), None)
    if page:
        for term in TERMS.values():
            yield FoundPage(ResultKind.WORD, term.title, page.title, addresses.word(term.id))


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
