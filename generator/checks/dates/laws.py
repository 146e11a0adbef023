"""The year of a law, compared with the master plan and with other places in the same plan."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.checks.items import Passage, PlanItem
from generator.checks.master_plan import MASTER_PLAN
from generator.checks.memos import IdentityMemo
from generator.checks.plan_texts import PlacedText, sentences
from generator.checks.printed_years import LAW_YEAR, KnownLaw, known_law, law_named
from generator.checks.rule import Hit, rule, text_rule
from generator.findings import Severity
from generator.thai.numerals import to_arabic
from generator.thai.text import quoted

_YEAR = re.compile(LAW_YEAR)
_WHY = "กฎหมายที่อ้างเป็นฐานอำนาจของประกาศ ปีที่ผิดทำให้ค้นกฎหมายฉบับนั้นไม่พบ และมักติดต่อไปในประกาศฉบับหลัง"
_REMEDY = "ตรวจปีของกฎหมายกับราชกิจจานุเบกษา ถ้าคัดลอกผิด ให้แก้ข้อมูล ถ้าประกาศพิมพ์ผิด ให้แก้ในประกาศฉบับต่อไปและชี้แจงใน acknowledged:"
_CLAUSE = f"{MASTER_PLAN} ข้อ 6.4"


def _find_law_years(item: PlanItem) -> tuple[tuple[PlacedText, re.Match[str]], ...]:
    return tuple((sentence, match) for sentence in sentences(item) for match in _YEAR.finditer(sentence.text))


_law_years = IdentityMemo(_find_law_years)
"""All years in the plan's running texts that may be the year of a law."""


@rule(
    "DATE-022",
    Severity.WARNING,
    title="ปีของกฎหมายที่แผนอ้างไม่ตรงกับที่แผนแม่บทอ้าง",
    why=_WHY,
    remedy=_REMEDY,
    clause=_CLAUSE,
)
def law_of_another_year(item: PlanItem) -> Iterator[Hit]:
    """A law cited with a wrong year; the same year of the same law is one finding, however often it is printed."""
    found: dict[tuple[str, str], list[tuple[PlacedText, str]]] = defaultdict(list)
    laws: dict[str, KnownLaw] = {}
    for sentence, match in _law_years(item):
        law = known_law(sentence.text, match.start())
        if law and _other_year(law, match):
            laws[law.name] = law
            found[law.name, to_arabic(match["year"])].append((sentence, match[0]))
    for (name, _), places in found.items():
        place, printed = places[0]
        yield Hit(
            _message(laws[name], printed, f"{place.what}พิมพ์ปีของ"),
            place.path,
            file=place.file,
            snippet=printed,
            also=tuple(other.path for other, _ in places[1:] if other.file == place.file),
        )


@text_rule(
    "DATE-023",
    Severity.WARNING,
    pattern=LAW_YEAR,
    fires="ตามพระราชกฤษฎีกาว่าด้วยหลักเกณฑ์และวิธีการบริหารกิจการบ้านเมืองที่ดี พ.ศ. ๒๕๕๖",
    silent="ตามพระราชกฤษฎีกาว่าด้วยหลักเกณฑ์และวิธีการบริหารกิจการบ้านเมืองที่ดี (ฉบับที่ ๒) พ.ศ. ๒๕๖๒",
    title="ปีของกฎหมายในร่างหรือเอกสารกรอบไม่ตรงกับที่แผนแม่บทอ้าง",
    why=_WHY,
    remedy="ตรวจปีของกฎหมายกับราชกิจจานุเบกษา แล้วแก้ในร่างก่อนเสนอขอความเห็นชอบ",
    clause=_CLAUSE,
)
def law_of_another_year_in_a_draft(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """The same in texts that belong to no LAO; in a plan DATE-022 collects the places."""
    law = known_law(passage.text, match.start()) if passage.lao is None else None
    if law and _other_year(law, match):
        yield Hit(_message(law, match[0], "พิมพ์ปีของ"), passage.path, snippet=match[0])


@rule(
    "DATE-024",
    Severity.WARNING,
    title="กฎหมายฉบับเดียวกันพิมพ์คนละปีในแผนเดียวกัน",
    why=_WHY,
    remedy=_REMEDY,
)
def law_of_two_years(item: PlanItem) -> Iterator[Hit]:
    """A law cited with two years; laws whose year the master plan gives are left to DATE-022."""
    found: dict[str, dict[str, tuple[PlacedText, str]]] = defaultdict(dict)
    for sentence, match in _law_years(item):
        name = law_named(sentence.text, match.start())
        if name and not known_law(sentence.text, match.start()):
            found[name].setdefault(to_arabic(match["year"]), (sentence, match[0]))
    for name, by_year in found.items():
        (first, printed), *others = by_year.values()
        for other, otherwise in others:
            yield Hit(
                f"กฎหมายชื่อ {quoted(name)} พิมพ์ปีว่า {quoted(otherwise)} ใน{other.what} "
                f"แต่พิมพ์ว่า {quoted(printed)} ใน{first.what}",
                other.path,
                file=other.file,
                snippet=otherwise,
                also=(first.path,) if first.file == other.file else (),
            )


def _other_year(law: KnownLaw, match: re.Match[str]) -> bool:
    return int(to_arabic(match["year"])) != law.year


def _message(law: KnownLaw, printed: str, before: str) -> str:
    return f"{before}{law.name}ว่า {quoted(printed)} แต่{law.cited_in} พิมพ์เป็นปี {law.year} น่าจะเป็นปี {law.year} โปรดตรวจสอบ"
