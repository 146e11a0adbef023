"""All document texts of an LAO, file by file, joined into one long text with a place for each. Records in, text out.

Data-entry remarks are left out: they quote mistakes in order to report them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from generator.checks.file_words import file_in_words
from generator.checks.items import LaoItem
from generator.checks.memos import IdentityMemo
from generator.checks.rule import Hit, Path
from generator.model.base import Record
from generator.model.content import LaoFolder
from generator.model.plan import PlanFolder
from generator.model.roles import TEXTS, FieldMark, Role, fields_of

FROM_THE_TOP: Path = (1,)
BETWEEN = "\n\0\n"
"""Separator of texts; no text can contain a NUL."""

_OF_THE_DOCUMENT = TEXTS - {Role.REMARK, Role.NUMBER, Role.FILE} | {Role.RECORD}
"""Roles of fields with document texts, and of records that may contain such fields."""


@dataclass(frozen=True, slots=True)
class TextPlace:
    """The place of a text."""

    file: str
    """Relative to the LAO's folder."""
    path: Path
    """Keys and indexes in the file; in a narrative, the first line, where the search for a part begins."""


class Document:
    """The texts of files that belong together: of one plan, of the guidelines, or of lao.yml alone."""

    def __init__(self, name: str) -> None:
        """Start without texts; the name is the cycle's folder, or the file."""
        self.name = name
        self.texts: list[str] = []
        self._places: list[tuple[str, Path]] = []

    def add(self, file: str, value: Any, path: Path = ()) -> None:
        """Add all texts in a value of a file."""
        if isinstance(value, Record):
            found = value.__dict__
            parts: Iterable[tuple[str | int, Any]] = [(name, found[name]) for name in _fields(type(value))]
        elif type(value) is tuple:
            parts = enumerate(value)
        else:
            return
        for key, one in parts:  # texts inline, without a further call: runs for every value of every plan
            if type(one) is str:
                self.add_text(file, one, (*path, key))
            elif one:
                self.add(file, one, (*path, key))

    def add_text(self, file: str, text: str, path: Path) -> None:
        """Add one text."""
        self.texts.append(text)
        self._places.append((file, path))

    def place(self, index: int) -> TextPlace:
        """Return the place of a text by its index."""
        return TextPlace(*self._places[index])

    @cached_property
    def joined(self) -> str:
        """All texts as written."""
        return BETWEEN.join(self.texts)

    @cached_property
    def _starts(self) -> list[int]:
        starts, start = [], 0
        for text in self.texts:
            starts.append(start)
            start += len(text) + len(BETWEEN)
        return starts

    def index(self, position: int) -> int:
        """Return the index of the text at a position of the joined text."""
        return bisect_right(self._starts, position) - 1

    def occurrences(self, words: str) -> Iterator[int]:
        """Yield every position of the words in the joined text."""
        position = self.joined.find(words)
        while position >= 0:
            yield position
            position = self.joined.find(words, position + len(words))

    def hit(self, positions: Iterable[int], message: str, snippet: str = "", *, remedy: str = "") -> Hit:
        """Return one hit for all these places: at the first, with the others of its file in `also`.

        `{count}` in the message becomes the number of places, and of files if there are several.
        """
        found = [self.place(index) for index in self._without_repeats([self.index(one) for one in positions])]
        first = found[0]
        also = dict.fromkeys(place.path for place in found if place.file == first.file and place.path != first.path)
        return Hit(
            message.replace("{count}", _counted(found)),
            path=first.path,
            file=first.file,
            snippet=snippet,
            remedy=remedy,
            also=tuple(also),
        )

    def _without_repeats(self, indexes: list[int]) -> list[int]:
        """Return the indexes without quotations of text found elsewhere, those of the source's title last.

        The title of the source repeats the cover: it counts only if nothing else prints the words.
        """
        by_part: dict[bool | None, list[int]] = {True: [], False: [], None: []}
        for index in indexes:
            part = self._places[index][1][:1]
            by_part[None if part == ("sources",) else part == ("quotations",)].append(index)
        quoted, others, sources = by_part[True], by_part[False], by_part[None]
        printed = BETWEEN.join({self.texts[index] for index in others}).replace(" ", "")
        return others + [index for index in quoted if self.texts[index].replace(" ", "") not in printed] or sources


def _counted(places: list[TextPlace]) -> str:
    files = Counter(place.file for place in places)
    if len(files) == 1:
        return f"{len(places):,} แห่ง"
    each = " ".join(f"{file_in_words(file)} {count:,}" for file, count in files.items())
    return f"{len(places):,} แห่ง ({each})"


@cache
def _fields(kind: type[Record]) -> tuple[str, ...]:
    return tuple(
        name
        for name, field in fields_of(kind).items()
        if field.role in _OF_THE_DOCUMENT and FieldMark.NOT_OF_THE_DOCUMENT not in field.marks
    )


def _documents_of(lao_folder: LaoFolder) -> tuple[Document, ...]:
    own = Document("lao.yml")
    own.add("lao.yml", lao_folder.lao)
    documents = [own]
    if lao_folder.guidelines:
        guidelines = Document("guidelines.yml")
        guidelines.add("guidelines.yml", lao_folder.guidelines)
        documents.append(guidelines)
    documents += [_plan_document(plan) for plan in lao_folder.plans if isinstance(plan, PlanFolder)]
    return tuple(documents)


def _plan_document(plan: PlanFolder) -> Document:
    cycle = plan.plan.cycle.slug
    document = Document(cycle)
    document.add(f"{cycle}/plan.yml", plan.plan)
    document.add(f"{cycle}/projects.yml", plan.projects)
    document.add(f"{cycle}/idp.yml", plan.idp)
    for results in plan.results:
        document.add(f"{cycle}/{plan.file_of(results)}", results)
    for section in plan.narrative:
        document.add_text(f"{cycle}/narrative.md", section.markdown, FROM_THE_TOP)
    return document


_REMEMBERED: IdentityMemo[LaoFolder, tuple[Document, ...]] = IdentityMemo(_documents_of)


def documents(item: LaoItem) -> tuple[Document, ...]:
    """Return the texts of lao.yml, of the guidelines and of every readable plan."""
    return _REMEMBERED(item.lao_folder)
