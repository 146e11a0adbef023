"""Find text that speaks as another LAO, or as another type of LAO."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks.items import LaoItem, RegisteredLao
from generator.checks.memos import IdentityMemo
from generator.checks.names.declared_spellings import Stands, declared
from generator.checks.names.document_texts import Document, documents
from generator.checks.names.mentions import Mention, mentions
from generator.checks.names.near import mistyped
from generator.checks.names.own_name import declared_only, says_own_name
from generator.checks.rule import Hit, Reader, figures, rule
from generator.findings import Severity
from generator.model.lao import Lao
from generator.thai.text import quoted

OTHER_NAMES = Reader(60, "มีชื่อหรือคำของหน่วยงานอื่นอยู่ในแผน {count} แห่ง เช่น {example}")
"""Sentence for citizens, shared by all words of other organisations."""
_SHORTEST = 4
"""Fewest letters; shorter names of LAOs are ordinary words (one is และ)."""
_LONGEST_UNREGISTERED = 15
_NEAR = 60
_CLAIMS = ("ของ", "ใน", "นายก", "ปลัด", "สภา", "พนักงาน", "บุคลากร", "สำนักงาน", "\n")
"""Words before the name with which a text claims to be that LAO's."""
_GUESTS = ("ดูงาน", "ศึกษา", "ร่วมกับ", "เครือข่าย", "ต้นแบบ", "ใกล้เคียง", "โอน", "ย้าย", "เดิม", "ยกฐานะ", "ความร่วมมือ")
"""Words nearby that show an intended mention of another LAO."""
_KEY_FIELDS = frozenset({"position", "printed_names", "document"})
"""Fields that contain only a name or a position: only there can a name outside the registry be recognised."""
_OFFICES = ("องค์การบริหารส่วน", "เทศมนตรี", "เทศบาล")


@rule(
    "NAME-010",
    Severity.WARNING,
    title="มีชื่อของ อปท. อื่นในที่ที่ควรเป็นชื่อของ อปท. นี้",
    why="ผู้อ่านไม่อาจรู้ว่าข้อความนั้นเป็นของ อปท. ใด ข้อความอาจมาจากเอกสารของ อปท. อื่น",
    remedy="ตรวจกับเอกสาร ถ้าพิมพ์ผิดตอนบันทึก ให้แก้และแจ้งใน corrections ถ้าเอกสารพิมพ์เช่นนั้น ให้แก้ในการปรับปรุงแผนครั้งต่อไป "
    "หรือชี้แจงใน acknowledged ว่าตั้งใจกล่าวถึง",
    reader=OTHER_NAMES,
)
def name_of_another_lao(item: LaoItem) -> Iterator[Hit]:
    """Each such name once per document."""
    known = {one.name: one for one in declared(item.lao) if one.stands is Stands.OTHER_NAME}
    unseen = dict(known)
    registered = _BY_TYPE(item.reference.registry)
    for document, found in mentions(documents(item)):
        names: dict[str, list[int]] = {name: list(document.occurrences(name)) for name in known}
        for mention in found:
            name = _other(item.lao, document, mention, registered)
            if name and name not in known:
                names.setdefault(name, []).append(mention.position)
        for name, positions in names.items():
            if positions:
                unseen.pop(name, None)
                yield document.hit(positions, _message(item, name), name)._replace(
                    figures=figures(example=quoted(name))
                )
    for one in unseen.values():
        for hit in declared_only(item, one, f"ซึ่งไม่ใช่ชื่อของ{item.lao.full_name}"):
            yield hit._replace(figures=figures(example=quoted(one.name)))


def _message(item: LaoItem, name: str) -> str:
    others = [lao for lao in item.reference.registry.values() if lao.name == name and lao.type == item.lao.type]
    places = " ".join(f"อำเภอ{lao.district} จังหวัด{lao.province}" for lao in others[:2])
    registered = f" ตามทะเบียนมี{item.lao.type}ชื่อนี้ที่{places}" if others else ""
    return f"พบชื่อ {quoted(name)} {{count}} ซึ่งไม่ใช่ชื่อของ{item.lao.full_name}{registered}"


def _other(lao: Lao, document: Document, mention: Mention, registered: Mapping[str, frozenset[str]]) -> str | None:
    """Return the name of another LAO that the text claims to be of, or None."""
    if not mention.type or not _claims(document, mention):
        return None
    if says_own_name(lao.name, document, mention):
        is_other = mention.type != lao.type != "เมืองพัทยา" and len(lao.name) >= _SHORTEST
        return mention.type + lao.name if is_other else None
    names = registered.get(mention.type, frozenset())
    lengths = range(len(mention.run), _SHORTEST - 1, -1)
    found = next((mention.run[:length] for length in lengths if mention.run[:length] in names), None)
    found = found or _whole_run(document, mention)
    if found is None or (mention.type == lao.type and mistyped(lao.name, mention.run)):
        return None
    return found


def _whole_run(document: Document, mention: Mention) -> str | None:
    path = document.place(document.index(mention.position)).path
    field = next((part for part in reversed(path) if isinstance(part, str)), "")
    long_enough = _SHORTEST <= len(mention.run) <= _LONGEST_UNREGISTERED
    return mention.run if field in _KEY_FIELDS and long_enough else None


def _claims(document: Document, mention: Mention) -> bool:
    text = document.joined
    around = text[max(0, mention.position - _NEAR) : mention.after + _NEAR]
    if any(word in around for word in _GUESTS):
        return False
    before = text[max(0, mention.position - _NEAR) : mention.position].replace(" ", "")
    office = next((one for one in _OFFICES if before.endswith(one)), "")
    before = before.removesuffix(office)
    return before == "" or before.endswith(_CLAIMS)


def _names_by_type(registry: Mapping[str, RegisteredLao]) -> dict[str, frozenset[str]]:
    names: dict[str, set[str]] = {}
    for lao in registry.values():
        names.setdefault(lao.type, set()).add(lao.name)
    return {kind: frozenset(of_kind) for kind, of_kind in names.items()}


_BY_TYPE: IdentityMemo[dict[str, RegisteredLao], dict[str, frozenset[str]]] = IdentityMemo(_names_by_type)
