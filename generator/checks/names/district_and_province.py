"""Check that the LAO's district and province have their official names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks.items import LaoItem, RegisteredLao
from generator.checks.memos import IdentityMemo, folded
from generator.checks.names.declared_spellings import Stands, declared
from generator.checks.names.document_texts import Document, documents
from generator.checks.names.near import mistyped, run_at
from generator.checks.names.own_name import declared_only
from generator.checks.rule import Hit, rule
from generator.findings import Severity
from generator.thai.provinces import PROVINCES
from generator.thai.text import quoted

_COMMITTEES = ("พนักงานเทศบาล", "พนักงานส่วนตำบล", "ข้าราชการองค์การบริหารส่วนจังหวัด")
_PROVINCES = tuple(province.name for province in PROVINCES.values())


@rule(
    "NAME-011",
    Severity.WARNING,
    title="ชื่ออำเภอของ อปท. สะกดไม่ตรง",
    why="ชื่อ อปท. ซ้ำกันได้แม้ในจังหวัดเดียวกัน อำเภอจึงเป็นส่วนหนึ่งของการบอกว่าแผนเป็นของใคร",
    remedy="ตรวจกับเอกสาร ถ้าพิมพ์ผิดตอนบันทึก ให้แก้และแจ้งใน corrections ถ้าเอกสารพิมพ์เช่นนั้น ให้คงไว้และชี้แจงใน acknowledged "
    "หรือแก้ในการปรับปรุงแผนครั้งต่อไป",
)
def district_spelled_otherwise(item: LaoItem) -> Iterator[Hit]:
    """Each other spelling once per document."""
    own = item.lao.district
    if not own:
        return
    known = {one.name: one for one in declared(item.lao) if one.stands is Stands.DISTRICT}
    unseen = dict(known)
    real = tuple(_DISTRICTS(item.reference.registry).get(item.lao.province, ()))
    for document in documents(item):
        names = {name: list(document.occurrences(name)) for name in known}
        for after, run in _named(document, "อำเภอ"):
            name = None if _is(own, run) or run.startswith(real) else mistyped(own, run, most=1)
            if name and not name.startswith(tuple(known)):
                names.setdefault(name, []).append(after)
        for name, positions in names.items():
            if positions:
                unseen.pop(name, None)
                yield document.hit(positions, f"พิมพ์ชื่ออำเภอว่า {quoted(name)} {{count}} ต่างจากอำเภอ{own}", name)
    for one in unseen.values():
        yield from declared_only(item, one, f"ต่างจากอำเภอ{own}")


@rule(
    "NAME-012",
    Severity.WARNING,
    title="ชื่อจังหวัดของ อปท. เขียนไม่ตรง",
    why="ชื่อจังหวัดที่สะกดผิด หรือเป็นของจังหวัดอื่น ทำให้ไม่ชัดว่าเป็นข้อความของ อปท. ใด",
    remedy="ตรวจกับเอกสาร ถ้าพิมพ์ผิดตอนบันทึก ให้แก้และแจ้งใน corrections ถ้าเอกสารพิมพ์เช่นนั้น ให้คงไว้และชี้แจงใน acknowledged "
    "หรือแก้ในการปรับปรุงแผนครั้งต่อไป",
)
def province_named_otherwise(item: LaoItem) -> Iterator[Hit]:
    """A misspelling anywhere; another province only if the LAO's own must be meant."""
    own = item.lao.province
    known = {one.name: one for one in declared(item.lao) if one.stands is Stands.PROVINCE}
    unseen = dict(known)
    for document in documents(item):
        names = {name: list(document.occurrences(name)) for name in known}
        for after, run in _named(document, "จังหวัด"):
            name = None if _is(own, run) else _other_province(item, document, after, run)
            if name and not name.startswith(tuple(known)):
                names.setdefault(name, []).append(after)
        for name, positions in names.items():
            if positions:
                unseen.pop(name, None)
                yield document.hit(positions, f"พิมพ์ชื่อจังหวัดว่า {quoted(name)} {{count}} ต่างจากจังหวัด{own}", name)
    for one in unseen.values():
        yield from declared_only(item, one, f"ต่างจากจังหวัด{own}")


def _named(document: Document, word: str) -> Iterator[tuple[int, str]]:
    """Yield the position of each name after the word, and the letters that follow."""
    for position in document.occurrences(word):
        after = position + len(word)
        if run := run_at(document.joined, after):
            yield after, run


def _is(name: str, run: str) -> bool:
    return run.startswith(name) or folded(run).startswith(folded(name))


def _other_province(item: LaoItem, document: Document, after: int, run: str) -> str | None:
    real = next((name for name in _PROVINCES if run.startswith(name)), None)
    if real is None:
        return mistyped(item.lao.province, run, most=2)
    before = document.joined[max(0, after - 80) : after - len("จังหวัด")].rpartition("\n")[2].replace(" ", "")
    beside_district = item.lao.district and before.endswith(f"อำเภอ{item.lao.district}")
    of_committee = "คณะกรรมการ" in before and before.endswith(_COMMITTEES)
    return real if beside_district or of_committee else None


def _districts_by_province(registry: Mapping[str, RegisteredLao]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for lao in registry.values():
        found.setdefault(lao.province, set()).add(lao.district)
    return {province: frozenset(names - {""}) for province, names in found.items()}


_DISTRICTS: IdentityMemo[dict[str, RegisteredLao], dict[str, frozenset[str]]] = IdentityMemo(_districts_by_province)
