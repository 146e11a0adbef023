"""Check that each position has one name in all sections."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.checks.items import PlanItem
from generator.checks.memos import folded
from generator.checks.names.near import mistyped
from generator.checks.rule import Hit, Path, rule
from generator.findings import Severity
from generator.thai.text import quoted

_SHORT_FORMS = (
    ("จพง.", "เจ้าพนักงาน"),
    ("จนท.", "เจ้าหน้าที่"),
    ("นวช.", "นักวิชาการ"),
    ("ผอ.", "ผู้อำนวยการ"),
    ("หน.", "หัวหน้า"),
    ("ผช.", "ผู้ช่วย"),
    ("สำนักงานปลัด", "สำนักปลัด"),
)
_OF_THE_LAO = re.compile(r"(?<=สำนักปลัด)(?:เทศบาล|องค์การบริหารส่วน|อบ[ตจ]\.).*$|ฯ$")
_LONG_ENOUGH = 14
"""Fewest letters to compare; shorter names of positions may be similar with different meanings."""
_MOST_COMPARED = 60
_WHOLE_BODY = re.compile("คณะ(?:อนุ)?กรรมการ(?:และ(?:ผู้ช่วย)?เลขานุการ)?")


@rule(
    "NAME-023",
    Severity.NOTICE,
    title="ชื่อตำแหน่งเดียวกันเขียนต่างกันในแต่ละส่วน",
    why="ชื่อตำแหน่งควรตรงกับมาตรฐานกำหนดตำแหน่ง ชื่อที่ต่างกันทำให้ค้นหาและนับตำแหน่งไม่ครบ",
    remedy="ตรวจกับเอกสาร ถ้าพิมพ์ผิดตอนบันทึก ให้แก้และแจ้งใน corrections ถ้าเอกสารพิมพ์เช่นนั้น ให้คงไว้ "
    "และใช้ชื่อเดียวกันในการปรับปรุงแผนครั้งต่อไป",
)
def position_named_otherwise(item: PlanItem) -> Iterator[Hit]:
    """Names that are the same when written out, and long names that differ in a letter or two."""
    forms = _forms(item)
    for printed in forms.values():
        if len(printed) > 1:
            yield _hit(printed)
    names = [name for name in forms if len(name) >= _LONG_ENOUGH]
    if len(names) <= _MOST_COMPARED:
        for index, name in enumerate(names):
            for other in names[index + 1 :]:
                if abs(len(name) - len(other)) <= 3 and _alike(name, other):
                    yield _hit({**forms[name], **forms[other]})


@rule(
    "NAME-030",
    Severity.NOTICE,
    title="หน้าที่ในคณะกรรมการพิมพ์เป็นชื่อของทั้งคณะ",
    why="คณะกรรมการคือทุกคนรวมกัน หน้าที่ของแต่ละคนในคณะใช้ว่า กรรมการ ถ้อยคำที่ตรงทำให้คำสั่งแต่งตั้งชัดว่าใครเป็นอะไร",
    remedy="ตรวจกับเอกสาร ถ้าพิมพ์ผิดตอนบันทึก ให้แก้และแจ้งใน corrections ถ้าเอกสารพิมพ์เช่นนั้น ให้คงไว้ "
    "และใช้คำว่า กรรมการ ในคำสั่งครั้งต่อไป",
)
def member_called_the_whole_body(item: PlanItem) -> Iterator[Hit]:
    """Seats whose role in the committee is `committee`, in one notice."""
    members = item.plan.committee.members if item.plan.committee else ()
    found = [(index, one) for index, one in enumerate(members) if _WHOLE_BODY.fullmatch(folded(one.role))]
    if found:
        roles = " ".join(dict.fromkeys(quoted(one.role) for _, one in found))
        who = " ".join(quoted(one.position) for _, one in found)
        paths: list[Path] = [("committee", "members", index, "role") for index, _ in found]
        yield Hit(f"หน้าที่ในคณะกรรมการของ {who} พิมพ์ว่า {roles} ซึ่งเป็นชื่อของทั้งคณะ", paths[0], also=tuple(paths[1:]))


Printed = dict[str, list[tuple[str, Path]]]
"""Printed words -> file and path of each place."""


def _forms(item: PlanItem) -> dict[str, Printed]:
    """Return the positions by their names written out in full, ignoring spaces."""
    forms: dict[str, Printed] = defaultdict(dict)
    shown: dict[str, str] = {}
    for words, file, path in _positions(item):
        key = folded(words)
        printed = forms[_written_out(key)]
        printed.setdefault(shown.setdefault(key, words), []).append((file, path))
    return forms


def _positions(item: PlanItem) -> Iterator[tuple[str, str, Path]]:
    if item.plan.committee:
        for index, member in enumerate(item.plan.committee.members):
            yield member.position, "plan.yml", ("committee", "members", index, "position")
    for index, row in enumerate(item.files.idp.rows if item.files.idp else ()):
        yield row.position, "idp.yml", ("rows", index, "position")


def _written_out(plain: str) -> str:
    for short, full in _SHORT_FORMS:
        plain = plain.replace(short, full)
    return _OF_THE_LAO.sub("", plain)


def _alike(name: str, other: str) -> bool:
    """Return whether one is the other mistyped: a letter or two that do not make it another position."""
    if name[:3] != other[:3] or name[-4:] != other[-4:] or name in other or other in name:
        return False
    return mistyped(name, other, most=2) == other


def _hit(printed: Printed) -> Hit:
    places = [place for of_words in printed.values() for place in of_words]
    (file, path), *others = places
    shown = " ".join(f"{quoted(words)} ({_where(of_words)})" for words, of_words in printed.items())
    also = tuple(other for other_file, other in others if other_file == file)
    return Hit(f"ตำแหน่งเดียวกันเขียนต่างกัน: {shown}", path, file=file, also=also)


def _where(places: list[tuple[str, Path]]) -> str:
    files = {"plan.yml": "คณะกรรมการ", "idp.yml": "แผนรายบุคคล"}
    where = " และ".join(dict.fromkeys(files[file] for file, _ in places))
    return where if len(places) == 1 else f"{where} {len(places):,} แห่ง"
