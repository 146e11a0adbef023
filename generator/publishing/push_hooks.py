"""The hooks of a bare repository, which check, land, queue and build pushes: installation and verification.

Each hook is a short shell script that runs the installed program; the repository's own settings reject oversized or
corrupt pushes before any hook runs.
"""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

from generator.errors import UsageError
from generator.history.git_command import Git
from generator.publishing.access import read_access
from generator.publishing.preview_addresses import KEY, make_preview_key
from generator.publishing.redacted_commits import restore_redacted
from generator.publishing.site_dir import SiteDir, SiteSettings

CONFIG = {
    "receive.maxInputSize": "104857600",
    "receive.fsckObjects": "true",
    "transfer.fsckObjects": "true",
    "receive.shallowUpdate": "true",
    "receive.advertisePushOptions": "true",  # both: the gate rejects them in Thai, git would in English
    "receive.autogc": "false",
    "core.logAllRefUpdates": "always",
    "uploadpack.hideRefs": "refs/heads/draft/",  # no clone brings another office's drafts along
    "uploadpack.allowFilter": "true",
    "uploadpack.allowAnySHA1InWant": "true",  # partial clones fetch files by id; newer protocols allow it anyway
}
"""Settings of the repository. A push may have a hundred million bytes; a partial clone may fetch what it needs."""
_OPTIONAL = ("receive.autogc",)
_MARK = "# phaen hooks install"


def program() -> str:
    """Return the shell command that starts this installation.

    It excludes the hook's working folder from the module search path, because that is the repository.
    """
    python_path = os.environ.get("PYTHONPATH")
    elsewhere = f"env PYTHONPATH={shlex.quote(python_path)} " if python_path else ""
    return f"{elsewhere}{shlex.quote(sys.executable)} -P -c 'from generator.cli import main; main()'"


def hook_texts(site: SiteDir, access: Path, *, builds: bool) -> dict[str, str]:
    """Return the text of each hook by name. `builds`: a push starts the builder; otherwise a service does."""
    judged = f"{program()} receive --access {shlex.quote(str(access))}"
    folder = shlex.quote(str(site.root))
    build = [
        "# A builder that is at work builds this push as well; then this one ends at once.",
        "# It has a lower priority than the answers to pushes.",
        f"(trap '' HUP; exec nice -n 5 {program()} publish --queued --site {folder}) "
        f"</dev/null >>{folder}/state/builder.log 2>&1 &",
    ]
    after = [
        f"{judged} --after --queue {shlex.quote(str(site.queue))}",
        "code=$?",
        *(build if builds else []),
        "exit $code",
    ]
    return {"pre-receive": _script(f"exec {judged}"), "post-receive": _script(*after)}


def install(repository: Path, site: SiteDir, settings: SiteSettings, *, builds: bool) -> None:
    """Set up the site's folder, the repository's settings and its hooks; idempotent.

    Raises UsageError if the repository is not bare, the access file is unusable, or other hooks exist.
    """
    _refuse_unfit(repository, settings)
    read_access(Path(settings.access))
    site.set_up(settings)
    make_preview_key(site)  # hooks that run as another user than the builder may only read it
    git = Git(repository, {"safe.directory": "*"})
    for key, value in CONFIG.items():
        if git.run("config", key, value).code:
            raise UsageError(f"ตั้งค่า {key} ของ {repository} ไม่ได้ ตรวจว่ามีสิทธิ์เขียน")
    if git.run("rev-parse", "--verify", "--quiet", "refs/heads/main").code == 0:
        restore_redacted(repository)
    hooks = repository / "hooks"
    hooks.mkdir(exist_ok=True)
    texts = hook_texts(site, Path(settings.access), builds=builds)
    for name in texts:
        if (hooks / name).exists() and _MARK not in (hooks / name).read_text("utf-8", "replace"):
            raise UsageError(f"{hooks / name} มีอยู่แล้วและไม่ใช่ของ phaen จึงไม่เขียนทับ ให้ย้ายออกก่อน หรือเรียกจากไฟล์นั้นเอง")
    for name, text in texts.items():
        part = hooks / f".{name}.part"
        part.write_text(text, "utf-8")
        part.chmod(0o755)
        part.replace(hooks / name)


def wrong_with(repository: Path, site: SiteDir) -> Iterator[str]:
    """Yield the errors of a set-up as Thai sentences."""
    try:
        settings = site.settings()
        _refuse_unfit(repository, settings)
        read_access(Path(settings.access))
    except UsageError as error:
        yield str(error)
        return
    if Path(settings.repository) != repository.resolve():
        yield f"{site.root} ตั้งไว้สำหรับคลังข้อมูลอื่น ({settings.repository})"
    git = Git(repository, {"safe.directory": "*"})
    for key, value in CONFIG.items():
        stated = git.run("config", "--get", key).out.decode("utf-8", "replace").strip()
        if stated != value and key not in _OPTIONAL:
            yield f"ค่า {key} ของคลังข้อมูลเป็น “{stated}” ต้องเป็น {value}"
    either = [hook_texts(site, Path(settings.access), builds=builds) for builds in (True, False)]
    for name in either[0]:
        hook = repository / "hooks" / name
        if not hook.is_file():
            yield f"ไม่มี {hook}"
        elif hook.read_text("utf-8", "replace") not in [texts[name] for texts in either]:
            yield f"{hook} ไม่ตรงกับที่ phaen hooks install เขียน"
        elif not hook.stat().st_mode & 0o100:
            yield f"{hook} ยังไม่ได้ตั้งให้เรียกใช้ได้ (chmod +x)"
    if git.run("rev-parse", "--verify", "--quiet", "refs/heads/main").code:
        yield "คลังข้อมูลยังไม่มี main ให้ส่งข้อมูลตั้งต้นเข้า main ก่อน"
    for folder in (site.releases, site.store, site.queue, site.state):
        if not folder.is_dir():
            yield f"ไม่มีโฟลเดอร์ {folder}"
    if not (site.state / KEY).is_file():
        yield f"ไม่มี {site.state / KEY} ซึ่งใช้ทำที่อยู่ของตัวอย่างร่าง"


def _refuse_unfit(repository: Path, settings: SiteSettings) -> None:
    if Git(repository, {"safe.directory": "*"}).run("rev-parse", "--is-bare-repository").out.strip() != b"true":
        raise UsageError(f"{repository} ไม่ใช่คลังข้อมูล git แบบ bare สร้างด้วย git init --bare --initial-branch=main")
    if not Path(settings.config).is_file():
        raise UsageError(f"ไม่พบไฟล์ตั้งค่าเว็บไซต์ {settings.config}")


def _script(*lines: str) -> str:
    return "\n".join(("#!/bin/sh", _MARK, *lines, ""))
