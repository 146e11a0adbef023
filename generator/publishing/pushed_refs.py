"""Parses what a push requests: lines of pre-receive in, updates and refusals out, for a known user.

An officer pushes `lao/<code>`, or `draft/<code>` for a preview; the central office pushes `central`. Only the server
moves main, and there are no other refs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.findings import Finding
from generator.publishing.access import AccessRole, User
from generator.publishing.push_findings import refusal
from generator.publishing.pushed_objects import PushedObjects
from generator.publishing.redacted_commits import refuse_replaced
from generator.publishing.tree_changes import tree_changes

MAIN = "refs/heads/main"
CENTRAL = "refs/heads/central"
MOST_REFS = 100
"""Refs per push: a province office sends those of its LAOs."""
_OF_LAO = re.compile(r"refs/heads/(lao|draft)/([0-9]{7})")
_LINE = re.compile(r"([0-9a-f]{40}) ([0-9a-f]{40}) (.+)")
_FROM_MAIN = "ให้ส่งเป็น lao/<รหัส อปท.> เช่น git push origin HEAD:refs/heads/lao/{}"


@dataclass(frozen=True, slots=True)
class Update:
    """One ref that a push would move."""

    old: str
    """Full id; empty for a new ref."""
    new: str
    """Full id; empty for a deletion."""
    ref: str

    @property
    def code(self) -> str:
        """Code of the LAO; empty for `central`."""
        match = _OF_LAO.fullmatch(self.ref)
        return match[2] if match else ""

    @property
    def is_draft(self) -> bool:
        """Whether it is only for a preview."""
        return self.ref.startswith("refs/heads/draft/")


def read_updates(lines: Iterable[str]) -> list[Update]:
    """Return the updates that git passes to a hook. Raises ValueError for any other text."""
    updates = []
    for line in lines:
        match = _LINE.fullmatch(line.rstrip("\n"))
        if match is None:
            raise ValueError(line)
        old, new = (oid if oid.strip("0") else "" for oid in match.group(1, 2))
        updates.append(Update(old, new, match[3]))
    return updates


def check_transport(environment: Mapping[str, str], updates: list[Update]) -> list[Finding]:
    """Return refusals of push options and of too many refs."""
    found = []
    if environment.get("GIT_PUSH_OPTION_COUNT", "0") not in ("", "0"):
        message = "การส่งมีตัวเลือก (push option) ซึ่งเซิร์ฟเวอร์นี้ไม่รับ"
        found.append(refusal("PUSH-013", "git push", message, "ส่งใหม่โดยไม่ใช้ -o หรือ --push-option"))
    if len(updates) > MOST_REFS:
        message = f"ส่งพร้อมกัน {len(updates):,} ปลายทาง เกินกว่า {MOST_REFS} ปลายทาง"
        found.append(refusal("PUSH-008", "git push", message, "แบ่งส่งเป็นหลายครั้ง"))
    return found


def check_update(objects: PushedObjects, update: Update, user: User) -> list[Finding]:
    """Return refusals of moving a ref, regardless of the pushed content."""
    found = _may_not(update, user)
    if found:
        return [found]
    if not update.new and not update.is_draft:
        message = f"ลบ {_short(update.ref)} ไม่ได้ เพราะประวัติที่เผยแพร่แล้วต้องอยู่ครบ"
        return [refusal("PUSH-004", update.ref, message, "ถ้าต้องการเลิกใช้แผน ให้ส่ง commit ที่แก้สถานะหรือลบไฟล์ของแผนนั้น")]
    if update.new and not _is_commit(objects, update.new):
        message = "สิ่งที่ส่งไม่ใช่ commit"
        return [refusal("PUSH-010", update.ref, message, "ส่ง commit เช่น git push origin HEAD:" + update.ref)]
    if update.old and update.new and not update.is_draft and not objects.git.is_ancestor(update.old, update.new):
        added = objects.git.run("rev-list", update.new, f"^{update.old}").lines
        return [refuse_replaced(objects.folder, update.ref, added) or _not_forward(objects, update)]
    return []


def _may_not(update: Update, user: User) -> Finding | None:
    place, code = update.ref, update.code
    if user.role is AccessRole.AUDITOR:
        return refusal("PUSH-002", place, f"ผู้ใช้ “{user.name}” อ่านได้อย่างเดียว", "ถ้าต้องส่งข้อมูล ให้ขอสิทธิ์จากผู้ดูแลระบบ")
    own = min(user.codes, default="5440502")
    if update.ref == CENTRAL:
        if user.role is AccessRole.CENTRAL:
            return None
        return refusal("PUSH-003", place, "central รับเฉพาะจากหน่วยงานกลาง", _FROM_MAIN.format(own))
    if code:
        if user.may_write(code):
            return None
        message = f"ผู้ใช้ “{user.name}” ไม่มีสิทธิ์ส่งข้อมูลของ อปท. รหัส {code}"
        remedy = "ตรวจรหัสในชื่อปลายทาง ถ้าถูกต้องแล้ว ให้ขอสิทธิ์จากผู้ดูแลระบบ"
        if user.codes:
            remedy = f"ท่านส่งได้เฉพาะ {', '.join(f'lao/{one}' for one in sorted(user.codes)[:5])}"
        return refusal("PUSH-003", place, message, remedy)
    remedy = "ให้ส่งเป็น central" if user.role is AccessRole.CENTRAL else _FROM_MAIN.format(own)
    if update.ref == MAIN:
        return refusal("PUSH-003", place, "main เลื่อนได้โดยเซิร์ฟเวอร์เท่านั้น", remedy)
    if update.ref.startswith("refs/tags/"):
        return refusal("PUSH-003", place, "เซิร์ฟเวอร์นี้ไม่รับป้าย (tag)", f"ส่งโดยไม่ใช้ --tags {remedy}")
    if update.ref.startswith("refs/replace/"):
        return refusal("PUSH-003", place, "เซิร์ฟเวอร์นี้ไม่รับรายการแทนที่ (refs/replace)", remedy)
    return refusal("PUSH-003", place, f"ไม่รับปลายทาง “{_short(place)}”", remedy)


def _not_forward(objects: PushedObjects, update: Update) -> Finding:
    """Return the finding if another user of the same LAO pushed first, or if accepted commits were rewritten."""
    code = update.code or "central"
    branch = update.ref.removeprefix("refs/heads/")
    both = _changed_by_both(objects, update)
    shared = f" และแก้ไฟล์เดียวกันคือ {', '.join(both[:5])}{' …' if len(both) > 5 else ''}" if both else ""
    message = f"มีผู้ส่งข้อมูลของ {code} ไปก่อนแล้ว หรือท่านแก้ commit ที่ส่งไปแล้ว{shared} สิ่งที่ท่านส่งและสิ่งที่รับไว้แล้วยังอยู่ครบ"
    remedy = (
        f"นำงานของท่านไปต่อท้ายสิ่งที่รับไว้แล้ว แล้วส่งใหม่\n"
        f"  1. git fetch origin {branch}\n"
        f"  2. git rebase FETCH_HEAD\n"
        f"  3. ถ้า git แจ้งว่าชนกัน (CONFLICT) ให้เปิดไฟล์นั้น เลือกข้อความที่ถูก ลบเครื่องหมาย <<<<<<< ======= >>>>>>> ออก\n"
        f"     แล้วสั่ง git add ชื่อไฟล์ และ git rebase --continue\n"
        f"  4. phaen check แล้ว git push origin HEAD:{update.ref}"
    )
    return refusal("PUSH-004", update.ref, message, remedy)


def _changed_by_both(objects: PushedObjects, update: Update) -> list[str]:
    base = objects.git.run("merge-base", update.old, update.new)
    if base.code:
        return []
    start = objects.tree_id(base.out.decode("ascii").split()[0])
    sides = [tree_changes(objects, start, objects.tree_id(side)).paths for side in (update.old, update.new)]
    first, second = ({change.path for change in side} for side in sides)
    return sorted(first & second)


def _is_commit(objects: PushedObjects, oid: str) -> bool:
    return objects.git.run("cat-file", "-t", oid).out.strip() == b"commit"


def _short(ref: str) -> str:
    return ref.removeprefix("refs/heads/")
