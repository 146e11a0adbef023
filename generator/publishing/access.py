"""Permissions of pushes: reads the access file into users with what they may write.

The file is outside the pushed tree, so that no push can change it. It is parsed strictly: any error in it rejects all
pushes, because a mistake could open a plan to others. Only the transport identifies the user.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from generator.errors import UsageError
from generator.findings import Finding, Location, Severity, printable
from generator.reading.content_tree import DiskTree
from generator.reading.yaml_text import PlainData, YamlSource, read_yaml
from generator.thai.provinces import province_named
from generator.thai.text import closest

USER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@+-]{0,63}")
"""User names, as in gitolite."""
_CODE = re.compile(r"[0-9]{7}")
_WORDS = ("required", "optional")
_SHOWN = 20


class AccessRole(StrEnum):
    """Role of a user."""

    OFFICER = "officer"
    """Writes the folders of certain LAOs."""
    PROVINCE = "province"
    """Writes the folders of all LAOs of certain provinces."""
    CENTRAL = "central"
    """Writes national frameworks and hand-written pages, but no LAO's folder."""
    AUDITOR = "auditor"
    """Only reads."""


@dataclass(frozen=True, slots=True)
class User:
    """A user with write permissions."""

    name: str
    role: AccessRole
    codes: frozenset[str] = frozenset()
    """For an officer: codes of LAOs."""
    provinces: frozenset[str] = frozenset()
    """For a province office: two digits each, as in the codes of LAOs."""

    def may_write(self, code: str) -> bool:
        """Return whether the user may write the folder of an LAO."""
        return code in self.codes or code[1:3] in self.provinces


@dataclass(frozen=True, slots=True)
class Access:
    """Content of the access file."""

    users: dict[str, User]
    content: str = "content"
    """The content folder in the repository; empty if it is the root."""
    must_sign: bool = False
    """Whether every pushed commit must be signed by a key in `signers`."""
    signers: Path | None = None
    """Allowed signers (ssh-keygen(1)); the principal of a key is a user's name."""
    signing_key: Path | None = None
    """The server's own key, which signs merge commits on main."""

    def user(self, name: str) -> User | None:
        """Return a user; None for an unknown name."""
        return self.users.get(name)


_GROUPS = {
    "officers": AccessRole.OFFICER,
    "province_offices": AccessRole.PROVINCE,
    "central_office": AccessRole.CENTRAL,
    "auditors": AccessRole.AUDITOR,
}
ACCESS_KEYS = (*_GROUPS, "content", "signed_commits", "signers", "signing_key")


class AccessError(UsageError):
    """The access file is unusable; the message lists each error."""

    def __init__(self, file: Path, findings: Collection[Finding]) -> None:
        """Take the file and its errors."""
        lines = [f"{one.location}: {one.message} {one.remedy}" for one in findings][:_SHOWN]
        super().__init__(f"ใช้ไฟล์สิทธิ์ {file} ไม่ได้ จึงไม่รับการส่งใด ๆ ให้ผู้ดูแลระบบแก้ก่อน\n" + "\n".join(lines))


def read_access(file: Path) -> Access:
    """Return the content of the access file. Raises AccessError for any error."""
    source, findings = read_yaml(DiskTree(file.parent), file.name)
    if source is None or findings:
        raise AccessError(file, findings)
    # In plans the first of duplicate keys counts; here the intended one is unknown.
    reader = _AccessReader(source, [_lost(file.name, lost.first_line) for lost in source.lost])
    access = reader.access(file.parent)
    if reader.findings:
        raise AccessError(file, reader.findings)
    return access


def read_landing_access(file: Path) -> Access:
    """Return the part of the file needed for landing: the server's own key, without users.

    A file without a signing key is not parsed: it may list thousands of users.
    """
    try:
        stated = b"signing_key" in file.read_bytes()
    except OSError:
        stated = True
    return Access({}, signing_key=read_access(file).signing_key if stated else None)


def _lost(file: str, line: int) -> Finding:
    message = "ส่วนนี้ซ้ำหรืออ่านไม่ได้"
    return Finding("PUSH-001", Severity.ERROR, message, Location(file, line), "ลบส่วนที่ซ้ำออก ให้เหลือแห่งเดียว")


@dataclass
class _AccessReader:
    source: YamlSource
    findings: list[Finding]
    data: dict[str, PlainData] = field(default_factory=dict)
    """The data of the file, set once it is known to be a mapping."""

    def access(self, folder: Path) -> Access:
        data = self.source.data
        if not isinstance(data, dict):
            self._wrong((), "ไฟล์สิทธิ์ต้องเป็นรายการคีย์", f"คีย์ที่ใช้ได้คือ {', '.join(ACCESS_KEYS)}")
            return Access({})
        self.data = data
        for key in data:
            if key not in ACCESS_KEYS:
                near = closest(key, ACCESS_KEYS)
                self._wrong((key,), f"ไม่รู้จักคีย์ “{printable(key[:40])}”", f"หมายถึง {near} หรือไม่" if near else "ลบออก")
        users: dict[str, User] = {}
        for key, role in _GROUPS.items():
            for user, path in self._users(key, role):
                if user.name in users:
                    self._wrong(path, f"มีผู้ใช้ “{user.name}” มากกว่าหนึ่งแห่ง", "ผู้ใช้หนึ่งชื่อมีได้หน้าที่เดียว")
                users[user.name] = user
        must_sign = self._word("signed_commits", _WORDS, "optional") == "required"
        signers, signing_key = (self._file(key, folder) for key in ("signers", "signing_key"))
        if must_sign and "signers" not in data:
            self._wrong(("signed_commits",), "กำหนดให้ลงลายมือชื่อ แต่ไม่ได้ระบุ signers", "เพิ่ม signers: ไฟล์รายชื่อกุญแจ")
        return Access(users, self._content(), must_sign, signers, signing_key)

    def _users(self, key: str, role: AccessRole) -> Iterator[tuple[User, tuple[str | int, ...]]]:
        data = self.data.get(key)
        if data is None:
            return
        if role in (AccessRole.CENTRAL, AccessRole.AUDITOR):
            if not isinstance(data, list):
                self._wrong((key,), f"{key} ต้องเป็นรายการชื่อผู้ใช้", f"เช่น {key}: [ชื่อผู้ใช้]")
                return
            for place, name in enumerate(data):
                if self._is_name(name, (key, place)):
                    yield User(str(name), role), (key, place)
            return
        if not isinstance(data, dict):
            self._wrong((key,), f"{key} ต้องบอกว่าผู้ใช้แต่ละชื่อเขียนอะไรได้", f"เช่น {key}: {{ชื่อผู้ใช้: [...]}}")
            return
        for name, held in data.items():
            if not self._is_name(name, (key, name)):
                continue
            if not isinstance(held, list) or not held:
                self._wrong((key, name), f"“{name}” ต้องมีรายการอย่างน้อยหนึ่งรายการ", "ถ้าไม่ใช้แล้ว ให้ลบชื่อนี้ออก")
                continue
            if role is AccessRole.OFFICER:
                codes = [one for place, one in enumerate(held) if self._is_code(one, (key, name, place))]
                yield User(name, role, codes=frozenset(map(str, codes))), (key, name)
            else:
                numbers = [self._province(one, (key, name, place)) for place, one in enumerate(held)]
                yield User(name, role, provinces=frozenset(filter(None, numbers))), (key, name)

    def _is_name(self, name: object, path: tuple[str | int, ...]) -> bool:
        if isinstance(name, str) and USER.fullmatch(name):
            return True
        self._wrong(path, f"ชื่อผู้ใช้ “{printable(str(name)[:40])}” ใช้ไม่ได้", "ใช้ตัวอักษรอังกฤษ ตัวเลข และ . _ - ไม่เกิน 64 ตัว")
        return False

    def _is_code(self, code: object, path: tuple[str | int, ...]) -> bool:
        if isinstance(code, str) and _CODE.fullmatch(code):
            return True
        self._wrong(path, f"“{printable(str(code)[:40])}” ไม่ใช่รหัส อปท.", "ใช้เลขอารบิก 7 หลัก เช่น 5440502")
        return False

    def _province(self, name: object, path: tuple[str | int, ...]) -> str:
        found = province_named(name) if isinstance(name, str) else None
        if found is None:
            self._wrong(path, f"ไม่มีจังหวัด “{printable(str(name)[:40])}”", "ใช้ชื่อจังหวัดภาษาไทย ไม่มีคำว่า จังหวัด นำหน้า")
            return ""
        return found.code

    def _word(self, key: str, words: tuple[str, ...], other: str) -> str:
        stated = self.data.get(key, other)
        if stated not in words:
            self._wrong((key,), f"{key} เป็น “{printable(str(stated)[:40])}” ไม่ได้", f"ใช้ {' หรือ '.join(words)}")
        return str(stated)

    def _content(self) -> str:
        stated = self.data.get("content", "content")
        if isinstance(stated, str) and re.fullmatch(r"\.|[A-Za-z0-9_-]{1,60}", stated):
            return "" if stated == "." else stated
        self._wrong(("content",), "content ต้องเป็นชื่อโฟลเดอร์ในคลังข้อมูล", "เช่น content หรือ . ถ้าเป็นทั้งคลังข้อมูล")
        return ""

    def _file(self, key: str, folder: Path) -> Path | None:
        stated = self.data.get(key)
        if stated is None:
            if key in self.data:
                self._wrong((key,), f"{key} ว่างอยู่", "ระบุไฟล์ หรือลบบรรทัดนี้ออก")
            return None
        file = folder / str(stated)
        if not isinstance(stated, str) or not file.is_file():
            self._wrong((key,), f"ไม่พบไฟล์ {printable(str(stated)[:100])}", "ระบุไฟล์ที่มีจริง เทียบจากโฟลเดอร์ของไฟล์สิทธิ์")
            return None
        return file.resolve()

    def _wrong(self, path: tuple[str | int, ...], message: str, remedy: str) -> None:
        place: Location = self.source.location(path, of_key=True)
        self.findings.append(Finding("PUSH-001", Severity.ERROR, message, place, remedy))
