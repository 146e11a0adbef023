"""Identifies the pushing user from variables that the server's SSH set-up sets, never from commit fields.

gitolite sets `GL_USER`. Without gitolite, each key in authorized_keys runs `phaen receive --ssh USER REPO`, which sets
`PHAEN_USER` and starts git. Clients cannot set them: sshd passes on only what AcceptEnv names.
"""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import Path

from generator.errors import UsageError
from generator.findings import printable
from generator.publishing.access import Access, AccessRole, User

VARIABLES = ("GL_USER", "PHAEN_USER")
_SERVICES = ("git-receive-pack", "git-upload-pack", "git-upload-archive")


class UnknownUserError(UsageError):
    """The transport identifies no user with permissions."""


def pushing_user(access: Access, environment: Mapping[str, str]) -> User:
    """Return the pushing user. Raises UnknownUserError if the transport names none, or one missing from the file."""
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
    """Return program and arguments for a client's SSH command. Raises UsageError for anything but git.

    The repository is always the one of the key, whatever the client names.
    """
    try:
        words = shlex.split(command)
    except ValueError:
        words = []
    if words[:1] == ["git"]:
        words = [f"git-{words[1]}", *words[2:]] if len(words) > 1 else []
    if len(words) != 2 or words[0] not in _SERVICES:
        raise UsageError("กุญแจนี้ใช้ได้กับ git เท่านั้น เช่น git clone, git fetch, git push")
    if words[0] == "git-receive-pack" and user.role is AccessRole.AUDITOR:
        raise UsageError(f"ผู้ใช้ “{user.name}” อ่านได้อย่างเดียว จึงส่งข้อมูลไม่ได้")
    return ["git", words[0].removeprefix("git-"), str(repository)]
