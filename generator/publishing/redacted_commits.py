"""The list, in the bare repository, of commits replaced by redactions, which no push may bring back.

An office that cloned before a redaction still has them, and could push a branch based on them.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.findings import Finding
from generator.history.git_command import Git
from generator.publishing.push_findings import at_commit, refusal

_FILE = "phaen-redacted"
_MARK = "Redacts: "


def read_redacted(repository: Path) -> frozenset[str]:
    """Return the ids of replaced commits; none without redactions."""
    try:
        return frozenset((repository / _FILE).read_text("ascii").split())
    except FileNotFoundError:
        return frozenset()


def refuse_replaced(repository: Path, ref: str, commits: Iterable[str]) -> Finding | None:
    """Return the finding on the first of a ref's commits that a redaction replaced, None if there is none."""
    replaced = read_redacted(repository)
    commit = next((one for one in commits if one in replaced), None)
    if commit is None:
        return None
    message = "งานของท่านต่อจากเวอร์ชันที่ส่วนกลางปกปิดข้อมูลส่วนบุคคลไปแล้ว จึงรับกลับเข้ามาไม่ได้"
    remedy = (
        "เก็บไฟล์ที่แก้ไว้นอกโฟลเดอร์นี้ก่อน สั่ง git fetch origin main แล้ว git reset --hard FETCH_HEAD วางไฟล์ที่แก้กลับ "
        f"ตรวจว่าไม่มีข้อมูลส่วนบุคคล แล้ว commit และสั่ง git push origin HEAD:{ref}"
    )
    return refusal("PUSH-015", at_commit(commit), message, remedy)


def add_redacted(repository: Path, commits: Iterable[str]) -> None:
    """Add ids to the list, atomically. Raises OSError."""
    part = repository / f".{_FILE}.part"
    part.write_text("".join(f"{commit}\n" for commit in sorted(read_redacted(repository) | set(commits))), "ascii")
    part.replace(repository / _FILE)


def restore_redacted(repository: Path) -> None:
    """Write the list again from the declarations in main's commits: a repository restored from a clone lacks it.

    Raises GitError if the history cannot be read.
    """
    log = Git(repository, {"safe.directory": "*"}).output("log", "--all", f"--grep=^{_MARK}", "--format=%B")
    lines = log.decode("utf-8", "replace").splitlines()
    named = {line.removeprefix(_MARK).strip() for line in lines if line.startswith(_MARK)}
    known = {one for one in named if len(one) in (40, 64) and all(letter in "0123456789abcdef" for letter in one)}
    if known - read_redacted(repository):
        add_redacted(repository, known)
