"""Personal data, which a public push cannot take back (PDPA): numbers, addresses and names of persons.

Messages never repeat what was found: findings are public too. `personal_data` applies the same rules to other published
texts, such as commit messages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.items import Passage
from generator.checks.person_names import CANDIDATE, person
from generator.checks.rule import Hit, made_rules, text_rule
from generator.findings import Severity
from generator.thai.numerals import to_arabic

_DIGIT = "[0-9๐-๙]"
_JOIN = "[ \u00a0.‐-―-]"
_BLANKS = "[ \u00a0]{0,3}"
_BEGINS = rf"(?<!{_DIGIT}.)(?<!{_DIGIT}[,./-].)"
"""After the first digit: it must not continue a number. A look-behind after it lets a search skip to the digits."""
_ENDS = rf"(?!{_DIGIT}|[,./-]{_DIGIT})"
_WHY = "ข้อมูลที่เผยแพร่แล้วเรียกคืนไม่ได้ เพราะประวัติของไฟล์เก็บไว้ตลอดไป และกฎหมายคุ้มครองข้อมูลส่วนบุคคลห้ามเปิดเผยโดยไม่จำเป็น"
_REMEDY = "ลบออกจากไฟล์ก่อนส่งขึ้น หากเคยส่งขึ้นแล้ว ให้แจ้งผู้ดูแลเว็บไซต์ลบออกจากประวัติด้วย"
_NEAR = 60


@text_rule(
    "PDPA-001",
    Severity.ERROR,
    pattern=rf"[0-8๐-๘]{_BEGINS}(?:{_JOIN}?{_DIGIT}){{12}}{_ENDS}",
    fires="เลขประจำตัวประชาชน ๑-๑๐๑๗-๐๐๒๓๐-๗๐-๘",
    silent="เลขที่ตำแหน่ง ๔๔-๒-๐๑-๑๑๐๑-๐๐๑",
    title="เลขประจำตัวประชาชน",
    why=_WHY,
    remedy=_REMEDY,
)
def citizen_id(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """Thirteen digits with the right check digit, in one of the formats of a citizen id."""
    digits = _digits(match[0])
    written = [len(group) for group in re.split(_JOIN, match[0])]
    usual = written in ([13], [1, 4, 5, 2, 1], [1] * 13)
    known = re.search("ประชาชน|ประจำตัว|บัตร", _before(match))
    if (usual or known) and _is_citizen_id(digits) and not _is_in_hash(match):
        yield Hit(f"มีเลข 13 หลักที่เป็นเลขประจำตัวประชาชน ขึ้นต้นด้วย {digits[0]}", snippet=match[0])


def _is_citizen_id(digits: str) -> bool:
    # Tax numbers of organisations begin with 0 and pass the same test; of persons, only group 89 begins with 0.
    if digits[0] == "0" and digits[5:7] != "89":
        return False
    return (11 - sum(int(one) * (13 - place) for place, one in enumerate(digits[:12])) % 11) % 10 == int(digits[12])


_MOBILE_GROUPS = (
    [10],
    [3, 7],
    [3, 3, 4],
    [2, 8],
    [2, 4, 4],
    [3, 4, 3],
    [1, 9],
    [1, 4, 5],
    [1, 4, 4, 1],
    [1, 2, 3, 4],
    [1, 2, 7],
)


@text_rule(
    "PDPA-002",
    Severity.ERROR,
    pattern=rf"[0๐+](?:(?<=[0๐]){_BEGINS}{_JOIN}?|(?<=\+)[6๖]{{2}}{_JOIN}?(?:\([0๐]\){_JOIN}?)?)"
    rf"[689๖๘๙](?:{_JOIN}?{_DIGIT}){{8}}{_ENDS}",
    fires="ติดต่อ ๐๘๑-๒๓๔-๕๖๗๘",
    silent="โทรศัพท์ ๐๔๓-๗๐๖๘๗๕ ที่ มท ๐๘๐๙.๓/ว ๖๓๐๕ วันที่ ๐๘-๐๙-๒๕๖๖ ๑๐",
    title="หมายเลขโทรศัพท์มือถือ",
    why=_WHY,
    remedy="ใช้หมายเลขโทรศัพท์ของสำนักงานแทน " + _REMEDY,
)
def mobile_number(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """A mobile number, which is personal, in one of the formats of such numbers."""
    groups = [len(group) for group in re.split(_JOIN, match[0])]
    called = re.search(r"โทร|มือถือ|เบอร์|ติดต่อ|ไลน์|พร้อมเพย์|(?i:tel|phone|mobile|line)", _before(match)[-25:])
    if (match[0][0] == "+" or called or groups in _MOBILE_GROUPS) and not _is_in_hash(match):
        yield Hit(f"มีหมายเลขโทรศัพท์มือถือ ขึ้นต้นด้วย {_digits(match[0])[:2]}", snippet=match[0])


_OF_OFFICES = re.compile(r"(?:go|mi|ac|or)\.th$|^[a-z0-9-]+\.(?:moi|dla)\b", re.IGNORECASE)
_LOCAL_PART = re.compile(r"[A-Za-z0-9._%+-]{1,64}$")


@text_rule(
    "PDPA-003",
    Severity.ERROR,
    pattern=r"(?:@|\(at\)|\[at\])(?P<host>[A-Za-z0-9-]{1,60}(?:\.[A-Za-z]{2,10}){1,3})\b",
    fires="ส่งเอกสารที่ somchai@example.com",
    silent="ส่งเอกสารที่ saraban@example.go.th",
    title="ที่อยู่อีเมลของบุคคล",
    why=_WHY,
    remedy="ใช้อีเมลกลางของหน่วยงานที่ลงท้ายด้วย .go.th หรือระบุอีเมลของสำนักงานไว้ใน contact: ของ lao.yml แห่งเดียว",
)
def personal_email(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """An address at a host that is no office's; the office's own address from `lao.yml` is allowed anywhere."""
    name = _LOCAL_PART.search(match.string[max(match.start() - 64, 0) : match.start()].rstrip())
    if not name or _OF_OFFICES.search(match["host"]) or passage.path == ("contact", "email"):
        return
    address = f"{name[0]}@{match['host']}".casefold()
    own = passage.lao.contact.email if passage.lao and passage.lao.contact else None
    if address != (own or "").strip().casefold():
        yield Hit(f"มีอีเมลที่ไม่ใช่ของหน่วยงาน ที่ @{match['host']}", snippet=f"{name[0]}{match[0]}")


@text_rule(
    "PDPA-004",
    Severity.ERROR,
    pattern=CANDIDATE,
    fires="ผู้ประสานงาน นางสาวสมมุติ นามตัวอย่าง",
    silent="นายกเทศมนตรี นายอำเภอ นายช่างโยธา และนายทะเบียน อำเภอนางรอง นาย........",
    title="คำนำหน้าชื่อที่ตามด้วยชื่อบุคคล",
    why=_WHY,
    remedy="ใช้ชื่อตำแหน่งแทนชื่อบุคคล ชื่อมีได้แห่งเดียวคือ announcement.signatory.name " + _REMEDY,
)
def name_of_a_person(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """A title with a name, except in the signatory's field."""
    if not passage.may_hold_personal_data and (found := person(match)):
        yield Hit(
            f"มีคำนำหน้า “{found.title}” ตามด้วยชื่อบุคคล “{found.initial}…”",
            snippet=match[0] + match["gap"] + match["given"],
        )


_OFFICE = re.compile(
    "สำนักงาน|ที่ทำการ|ที่ตั้ง|ตั้งอยู่|เทศบาล|อบต|องค์การ|ศูนย์|โรงเรียน|ศาลากลาง|วัด|หน่วยงาน|อาคาร|โรงแรม|มหาวิทยาลัย|บริษัท|ร้าน|สถานที่"
)


@text_rule(
    "PDPA-005",
    Severity.ERROR,
    pattern=rf"[บ0-9๐-๙](?:(?<=บ)้านเลขที่{_BLANKS}{_DIGIT}{{1,4}}"
    rf"|(?<=[0-9๐-๙])(?<!{_DIGIT}.)(?<!{_DIGIT}/.){_DIGIT}{{0,3}}(?:/{_DIGIT}{{1,4}})?{_BLANKS}(?:หมู่(?:ที่)?|ม\.)"
    rf"{_BLANKS}{_DIGIT}{{1,2}}{_BLANKS}(?:บ้าน[^\s\0]{{1,30}}[ \u00a0]{{1,3}})?(?:ตำบล|ต\.|แขวง))",
    fires="อยู่บ้านเลขที่ ๑๒/๓ หมู่ที่ ๔ ตำบลตัวอย่าง",
    silent="สำนักงานเทศบาล เลขที่ ๙๙ หมู่ที่ ๑ ตำบลตัวอย่าง และหมู่ที่ ๕ ตำบลตัวอย่าง",
    title="ที่อยู่ของบุคคล",
    why=_WHY,
    remedy=_REMEDY,
)
def home_address(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """A house number with its village and subdistrict, unless stated to be an office's."""
    of_an_office = passage.path == ("contact", "address") or _OFFICE.search(_before(match))
    if of_an_office and not match[0].startswith("บ้าน"):
        return
    yield Hit("มีที่อยู่ซึ่งระบุเลขที่บ้าน", snippet=match[0])


@text_rule(
    "PDPA-006",
    Severity.ERROR,
    pattern=rf"{_DIGIT}{_BEGINS}(?:[ \u00a0-]?{_DIGIT}){{9,14}}{_ENDS}",
    fires="โอนเข้าบัญชีเลขที่ ๑๒๓-๔-๕๖๗๘๙-๐",
    silent="ชื่อบัญชี เทศบาลตำบลตัวอย่าง เลขที่บัญชี ๑๒๓-๔-๕๖๗๘๙-๐ และเลขที่โครงการ ๖๖๐๑๗๐๐๑๒๓๔๕",
    title="เลขที่บัญชีธนาคารของบุคคล",
    why=_WHY,
    remedy=_REMEDY,
)
def bank_account(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """Ten to fifteen digits stated to be an account number, unless it is an office's account."""
    before = _before(match)
    if not re.search(
        "บัญชี(?:เลขที่|ธนาคาร|ออมทรัพย์|เงินฝาก)|เลข(?:ที่)?บัญชี|ธนาคาร|ธ\\.(?:กรุงไทย|ออมสิน|ก\\.ส\\.)", before[-40:]
    ):
        return
    if not re.search("ชื่อบัญชี ?[:]? ?(?:เงิน)?(?:เทศบาล|องค์การ|อบต|สำนักงาน|กอง)|ของ(?:เทศบาล|องค์การ|อบต)", before):
        yield Hit("มีเลขที่บัญชีธนาคาร", snippet=match[0])


@text_rule(
    "PDPA-007",
    Severity.ERROR,
    pattern=r"ส่วน(?:ตัว|บุคคล)[^\n\0]{0,40}?ทะเบียน[ \u00a0]?"
    rf"(?P<plate>{_DIGIT}?[ก-ฮ]{{1,2}}[ \u00a0-]{{0,2}}{_DIGIT}{{1,4}})",
    fires="รถยนต์ส่วนตัว หมายเลขทะเบียน กข ๑๒๓๔",
    silent="รถบรรทุกน้ำของเทศบาล หมายเลขทะเบียน กข ๑๒๓๔",
    title="หมายเลขทะเบียนรถส่วนตัว",
    why=_WHY,
    remedy=_REMEDY,
)
def private_plate(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """A plate of a car stated to be private; plates of office cars are not secret."""
    yield Hit("มีหมายเลขทะเบียนรถส่วนตัว", snippet=match["plate"])


def personal_data(text: str) -> Iterator[tuple[str, Hit]]:
    """Yield code and hit for all personal data in any text: a commit message, a file name."""
    passage = Passage(text, "", ())
    for code, rule in made_rules().items():
        if rule.subject == "PDPA" and rule.pattern:
            for match in rule.pattern.finditer(text):
                yield from ((code, hit) for hit in rule.find(passage, match))


def _digits(text: str) -> str:
    return "".join(filter(str.isdecimal, to_arabic(text)))


_HASH = re.compile(r"(?<![0-9A-Za-z])(?=[0-9]*[a-f])(?:[0-9a-f]{64}|[0-9a-f]{40})(?![0-9A-Za-z])")
"""A git id or a SHA-256: `git revert` writes one into its message, and it may contain number-like digits by chance."""


def _is_in_hash(match: re.Match[str]) -> bool:
    start = max(match.start() - 65, 0)
    found = _HASH.finditer(match.string[start : match.end() + 65])
    return any(one.start() + start <= match.start() and match.end() <= one.end() + start for one in found)


def _before(match: re.Match[str]) -> str:
    """Return the text just before a match."""
    return match.string[max(match.start() - _NEAR, 0) : match.start()]
