"""Who pushes, from the transport alone: the variables that the server's own SSH set-up sets, never a commit's fields.

gitolite sets `GL_USER`. Without gitolite each key in authorized_keys runs `phaen receive --ssh USER REPO`, which sets
`PHAEN_USER` and starts git. A client sets neither: sshd passes on only what AcceptEnv names.
"""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import Path

from generator.errors import UsageError
from generator.findings import printable
from generator.publishing.access import Access, Role, User

VARIABLES = ("GL_USER", "PHAEN_USER")
_SERVICES = ("git-receive-pack", "git-upload-pack", "git-upload-archive")


class UnknownUserError(UsageError):
    """Nobody who may push."""


def pushing_user(access: Access, environment: Mapping[str, str]) -> User:
    """Return who pushes. Raises UnknownUserError where the transport names nobody, or nobody whom the file has."""
    named = {environment[name] for name in VARIABLES if environment.get(name)}
    if len(named) != 1:
        raise UnknownUserError(
            "ไม่ทราบว่าผู้ส่งคือใคร เพราะการเชื่อมต่อไม่ได้ระบุผู้ใช้ จึงไม่รับ "
            "ให้ส่งทาง SSH ด้วยกุญแจที่ลงทะเบียนไว้ (ผู้ดูแลระบบ: ดู GL_USER หรือ phaen receive --ssh)"
        )
    (name,) = named
    user = access.user(name)
    if user is None:
        raise UnknownUserError(f"ผู้ใช้ “{printable(name[:64])}” ไม่มีในไฟล์สิทธิ์ จึงไม่รับ ให้ขอสิทธิ์จากผู้ดูแลระบบ")
    return user


def git_service(command: str, repository: Path, user: User) -> list[str]:
    """Return the program and arguments for what a client asked of SSH. Raises UsageError for anything but git.

    Whatever repository the client names, it gets the one of its key.
    """
    try:
        words = shlex.split(command)
    except ValueError:
        words = []
    if words[:1] == ["git"]:
        words = [f"git-{words[1]}", *words[2:]] if len(words) > 1 else []
    if len(words) != 2 or words[0] not in _SERVICES:
        raise UsageError("กุญแจนี้ใช้ได้กับ git เท่านั้น เช่น git clone, git fetch, git push")
    if words[0] == "git-receive-pack" and user.role is Role.AUDITOR:
        raise UsageError(f"ผู้ใช้ “{user.name}” อ่านได้อย่างเดียว จึงส่งข้อมูลไม่ได้")
    return ["git", words[0].removeprefix("git-"), str(repository)]
