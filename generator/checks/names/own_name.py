"""Check that the LAO's own name has one spelling, the registered one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.items import LaoItem
from generator.checks.memos import folded
from generator.checks.names.declared_spellings import Declared, Stands, declared
from generator.checks.names.document_texts import Document, documents
from generator.checks.names.mentions import Mention, mentions
from generator.checks.names.near import mistyped
from generator.checks.rule import Hit, rule
from generator.findings import Severity
from generator.model.content import UnreadablePlan
from generator.model.lao import Lao
from generator.thai.text import quoted

_BACK = 30


@rule(
    "NAME-008",
    Severity.WARNING,
    title="ชื่อ อปท. สะกดต่างจากชื่อของตน",
    why="ชื่อที่สะกดหลายแบบทำให้ไม่แน่ใจว่าข้อความนั้นเป็นของ อปท. ใด และมักเป็นข้อความที่ติดมาจากแผนของ อปท. อื่น",
    remedy="ตรวจกับเอกสาร ถ้าพิมพ์ผิดตอนบันทึก ให้แก้และแจ้งใน corrections ถ้าเอกสารพิมพ์เช่นนั้น ให้คงไว้ บันทึกใน name_variants "
    "และชี้แจงใน acknowledged หรือแก้ในการปรับปรุงแผนครั้งต่อไป",
)
def own_name_spelled_otherwise(item: LaoItem) -> Iterator[Hit]:
    """Each other spelling once per document: declared in lao.yml, or found in place of the name."""
    known = [one for one in declared(item.lao) if one.stands is Stands.OWN_NAME]
    unseen = {one.name for one in known}
    for document, found in mentions(documents(item)):
        spellings = {one.name: dict.fromkeys(_declared_places(document, one.name, item.lao.name)) for one in known}
        for mention in found:
            name = _misspelled(item.lao, document, mention)
            if name and not any(name.startswith(one) or one.startswith(name) for one in unseen.union(spellings)):
                spellings.setdefault(name, {})[mention.after] = None
            elif name and name in spellings:
                spellings[name].setdefault(mention.after)
        counts = {one.name: one.count for one in known}
        for name, positions in spellings.items():
            if positions:
                unseen.discard(name)
                yield document.hit(positions, _message(item.lao, name, document, counts.get(name, 0)), name)
    for one in known:
        if one.name in unseen:
            yield from declared_only(item, one, f"ต่างจากชื่อ {quoted(item.lao.name)}")


@rule(
    "NAME-009",
    Severity.NOTICE,
    title="ชื่อ อปท. พิมพ์โดยเว้นวรรคภายใน",
    why="ชื่อที่เว้นวรรคภายในค้นไม่พบเมื่อประชาชนค้นด้วยชื่อเต็ม",
    remedy="ตรวจกับเอกสาร ถ้าเกิดตอนคัดลอกข้อความ ให้พิมพ์ชื่อติดกัน ถ้าเอกสารพิมพ์เช่นนั้น ให้คงไว้",
)
def own_name_with_spaces(item: LaoItem) -> Iterator[Hit]:
    """The right name after the right words, but with a space where none belongs."""
    for document, found in mentions(documents(item)):
        forms: dict[str, list[int]] = {}
        for mention in found:
            if mention.type == item.lao.type and (form := _spaced_form(document, mention, item.lao.name)):
                forms.setdefault(form, []).append(mention.position)
        if forms:
            shown = " ".join(quoted(form) for form in forms)
            positions = [position for places in forms.values() for position in places]
            yield document.hit(positions, f"พิมพ์ชื่อโดยเว้นวรรคภายใน {{count}}: {shown}", next(iter(forms)))


def says_own_name(name: str, document: Document, mention: Mention) -> bool:
    """Return whether the name follows, ignoring spaces and typing variants."""
    after = document.joined[mention.after : mention.after + len(name) + 8].partition("\n")[0].replace(" ", "")
    own = name.replace(" ", "")
    return after.startswith(own) or folded(after).startswith(folded(own))


def declared_only(item: LaoItem, one: Declared, what: str) -> Iterator[Hit]:
    """Yield the hit for a spelling that lao.yml declares and no text here prints; not while a plan is unreadable."""
    if any(isinstance(plan, UnreadablePlan) for plan in item.lao_folder.plans):
        return
    counted = f" {one.count:,} แห่ง" if one.count else ""
    yield Hit(
        f"เอกสารพิมพ์ {quoted(one.name)}{counted} {what} (ตามที่ผู้บันทึกข้อมูลระบุ ไม่มีในข้อความที่เผยแพร่ที่นี่)",
        ("name_variants", one.index, "text"),
    )


def _misspelled(lao: Lao, document: Document, mention: Mention) -> str | None:
    most = None if mention.type == lao.type else 1
    if mention.type != lao.type and (mention.type or lao.type not in ("เทศบาลตำบล", "อบต.")):
        return None
    return None if says_own_name(lao.name, document, mention) else mistyped(lao.name, mention.run, most)


def _declared_places(document: Document, variant: str, name: str) -> list[int]:
    """Return the positions of the spelling, except as a part of the right name."""
    inside = name.find(variant)
    return [
        position
        for position in document.occurrences(variant)
        if inside < 0 or not document.joined.startswith(name, max(0, position - inside))
    ]


def _message(lao: Lao, name: str, document: Document, counted: int) -> str:
    whole = f" เอกสารทั้งฉบับมี {counted:,} แห่งตามที่ผู้บันทึกข้อมูลระบุ" if counted else ""
    return f"{quoted(name)} ต่างจากชื่อ {quoted(lao.name)} ของ{lao.full_name} พบใน{_called(document)} {{count}}{whole}"


def _called(document: Document) -> str:
    return f" {document.name}" if document.name.endswith(".yml") else f"ข้อมูลแผน {document.name}"


def _spaced_form(document: Document, mention: Mention, name: str) -> str | None:
    """Return the words and the name as printed, if there is a space within them."""
    text, own = document.joined, name.replace(" ", "")
    start, end = mention.after, mention.after
    for letter in own:
        end += text[end : end + 1] == " "
        if text[end : end + 1] != letter:
            return None
        end += 1
    word = text[mention.position : start]
    if word.endswith("."):  # after an abbreviation a space is correct
        start += text[start : start + 1] == " "
        return text[mention.position : end] if " " in text[start:end].strip() and " " not in name else None
    before = text[max(0, mention.position - _BACK) : mention.position]
    first = max(before.rfind(one) for one in ("เทศบาล", "เทศมนตรี", "องค์การ", "บริหาร"))
    form = before[first:] + text[mention.position : end] if first >= 0 else text[mention.position : end]
    return form if form.count(" ") > name.count(" ") else None
