"""Checks each commit that a push would publish: author, message, signature.

History is public too, so content that one commit adds and the next deletes is checked like the rest. A commit's author
fields are not trusted: the transport identifies the user.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.findings import Finding
from generator.history.commit_chain import read_steps
from generator.history.commits import LONGEST_MESSAGE
from generator.history.integrity import TraceKind
from generator.history.signatures import check_signatures
from generator.publishing.access import Access, User
from generator.publishing.push_findings import at_commit, personal_findings, refusal
from generator.publishing.pushed_objects import PushedObjects
from generator.publishing.pushed_refs import MAIN, Update

MOST_COMMITS = 200
"""New commits per ref of a push."""
_KNOWN_HEADERS = re.compile(rb"(?:tree|parent|author|committer|gpgsig|gpgsig-sha256) ")
_TRAILER = re.compile(
    r"^(?:Redacts|Redacted-LAO|Redaction-Date|Redaction-Reason|Landed-From):", re.MULTILINE | re.IGNORECASE
)
_AUTHOR = re.compile(rb"^(author|committer) (.*?) ?<([^<>\n]*)> -?[0-9]+ [-+][0-9]{4}$", re.MULTILINE)
_LONGEST_HEAD = 20_000
_NEW_COMMITS = "แก้ commit ที่ยังไม่ได้ส่งด้วย git commit --amend หรือ git rebase -i แล้วส่งใหม่"
_BAD_SIGNATURES = {
    TraceKind.UNSIGNED: "ไม่มีลายมือชื่อ",
    TraceKind.UNSIGNED_WITHOUT_POLICY: "ไม่มีลายมือชื่อ",
    TraceKind.SIGNATURE_BAD: "มีลายมือชื่อที่ไม่ตรงกับเนื้อหา",
}


@dataclass(frozen=True, slots=True)
class PushedCommit:
    """A new commit."""

    id: str
    parents: tuple[str, ...]
    tree: str
    head: bytes
    message: str


def new_commits(objects: PushedObjects, update: Update) -> list[str] | None:
    """Return the commits that neither main nor the ref has, oldest first; at most one over the limit.

    Other refs do not count: commits in a draft or on another LAO's branch are not published. None if the history is cut
    off before it reaches a commit of the server.
    """
    known = [f"^{oid}" for oid in (update.old, objects.commit_of(MAIN)) if oid]
    answer = objects.git.run("rev-list", "--topo-order", f"--max-count={MOST_COMMITS + 1}", update.new, *known)
    return answer.lines[::-1] if answer.code == 0 else None


def cut_off(update: Update) -> Finding:
    """Return the finding for a shallow clone whose missing commits the server lacks too."""
    message = "ประวัติที่ส่งถูกตัด (shallow) ก่อนถึงข้อมูลที่เผยแพร่อยู่ จึงตรวจย้อนหลังไม่ได้"
    return refusal("PUSH-013", update.ref, message, "สั่ง git fetch --unshallow แล้วส่งใหม่")


def read_pushed(objects: PushedObjects, commit: str) -> PushedCommit:
    """Return a commit, parsed from its raw bytes."""
    head, _, message = objects.read(commit).partition(b"\n\n")
    lines = head.split(b"\n")
    parents = tuple(line[7:].decode("ascii", "replace") for line in lines if line.startswith(b"parent "))
    tree = lines[0][5:].decode("ascii", "replace")
    return PushedCommit(commit, parents, tree, head, message.decode("utf-8", "surrogateescape"))


def check_commits(update: Update, commits: Sequence[PushedCommit]) -> list[Finding]:
    """Return findings on the commits themselves, not on their changes."""
    if len(commits) > MOST_COMMITS:
        message = f"ส่ง commit ใหม่เกินกว่า {MOST_COMMITS} รายการในครั้งเดียว"
        return [refusal("PUSH-008", update.ref, message, "แบ่งส่งเป็นหลายครั้ง หรือรวม commit ด้วย git rebase -i")]
    return [finding for commit in commits for finding in _commit_findings(update, commit)]


def _commit_findings(update: Update, commit: PushedCommit) -> Iterator[Finding]:
    place = at_commit(commit.id)
    if len(commit.parents) > 1:
        remedy = f"ท่านไม่ต้องรวม main เข้ากับงานของท่าน สั่ง git rebase FETCH_HEAD หลัง git fetch origin {_branch(update)}"
        yield refusal("PUSH-010", place, "เป็น commit ที่รวมประวัติ (merge) ซึ่งรับจากเซิร์ฟเวอร์เท่านั้น", remedy)
        return
    if not commit.parents:
        message = "ไม่ได้ต่อจากข้อมูลที่เผยแพร่อยู่ (ไม่มี commit ก่อนหน้า)"
        yield refusal("PUSH-010", place, message, "คัดลอกคลังข้อมูลใหม่ด้วย git clone แล้วทำงานต่อจากนั้น")
        return
    if len(commit.head) > _LONGEST_HEAD or not _has_plain_head(commit.head):
        yield refusal("PUSH-010", place, "ส่วนหัวของ commit มีสิ่งที่ระบบไม่รับ", f"ใช้ git รุ่นปกติ {_NEW_COMMITS}")
        return
    yield from _message_findings(commit, place)
    for role, name, email in _AUTHOR.findall(commit.head):
        which = "ผู้เขียน" if role == b"author" else "ผู้บันทึก"
        yield from _identity_findings(name, email, place, f"ชื่อหรืออีเมล{which}ของ commit")
    signature = "\n".join(line.decode("ascii", "replace") for line in commit.head.split(b"\n") if line[:1] == b" ")
    yield from personal_findings(signature, place, "ลายมือชื่อของ commit", _NEW_COMMITS)


def _identity_findings(name: bytes, email: bytes, place: str, what: str) -> Iterator[Finding]:
    remedy = f"ตั้ง git config user.name เป็นชื่อหน่วยงาน และ user.email เป็นอีเมล .go.th {_NEW_COMMITS}"
    text = f"{name.decode('utf-8', 'surrogateescape')} {email.decode('utf-8', 'surrogateescape')}"
    if not _is_visible(text, ""):
        yield refusal("PUSH-010", place, f"{what} มีอักขระที่มองไม่เห็นหรือไม่ใช่ UTF-8", remedy)
    elif not any(map(str.isalnum, name.decode("utf-8"))):  # git would not write such a name into the merge commit
        yield refusal("PUSH-010", place, f"{what} ไม่มีตัวอักษร", remedy)
    yield from personal_findings(text, place, what, remedy)


def _is_visible(text: str, blanks: str) -> bool:
    """Return whether a text has only printable characters, no-break spaces and these blanks."""
    return all(one.isprintable() or one in f"\u00a0{blanks}" for one in text)


def _message_findings(commit: PushedCommit, place: str) -> Iterator[Finding]:
    message = commit.message
    if len(message) > LONGEST_MESSAGE:
        yield refusal("PUSH-010", place, f"ข้อความของ commit ยาวเกินกว่า {LONGEST_MESSAGE:,} ตัวอักษร", _NEW_COMMITS)
        return
    if not message.strip():
        yield refusal("PUSH-010", place, "ไม่ได้เขียนเหตุผลไว้ใน commit", f"เขียนว่าแก้อะไร เพราะอะไร {_NEW_COMMITS}")
    elif not _is_visible(message.replace("\r\n", "\n"), "\n\t"):  # elsewhere a carriage return hides the line before it
        yield refusal("PUSH-010", place, "ข้อความของ commit มีอักขระที่มองไม่เห็นหรือไม่ใช่ UTF-8", _NEW_COMMITS)
    elif _TRAILER.search(message):
        text = "ข้อความของ commit มีบรรทัดที่เฉพาะเซิร์ฟเวอร์เขียนได้ (Redacts: Redacted-LAO: Redaction-...: Landed-From:)"
        yield refusal("PUSH-010", place, text, f"ลบบรรทัดนั้นออก {_NEW_COMMITS}")
    yield from personal_findings(message, place, "ข้อความของ commit", _NEW_COMMITS)


def _has_plain_head(head: bytes) -> bool:
    """Return whether a commit has only the usual headers: others could contain hidden data."""
    lines = [line for line in head.split(b"\n") if not line.startswith(b" ")]
    return all(_KNOWN_HEADERS.match(line) for line in lines) and len(_AUTHOR.findall(head)) == 2


def check_signed(
    objects: PushedObjects, access: Access, update: Update, user: User, commits: Sequence[PushedCommit]
) -> list[Finding]:
    """Return a refusal per commit that is not signed by a user with write permission for the branch."""
    if not access.must_sign or not commits:
        return []
    ids = [commit.id for commit in commits]
    traces, _ = check_signatures(objects.git, list(read_steps(objects.git, ids)), access.signers)
    wrong = {trace.place: trace.kind for trace in traces}
    principals = _principals(objects, access, ids)
    remedy = f"ลงลายมือชื่อด้วยกุญแจที่ลงทะเบียนไว้ (git config commit.gpgsign true) {_NEW_COMMITS}"
    found = []
    for commit in ids:
        signer = access.user(principals.get(commit, ""))
        if commit in wrong:
            message = _BAD_SIGNATURES.get(wrong[commit], "ลงลายมือชื่อด้วยกุญแจที่ไม่ได้ลงทะเบียนไว้ หรือหมดอายุ")
            found.append(refusal("PUSH-011", at_commit(commit), message, remedy))
        elif signer is None or (signer is not user and not _may_push(signer, update)):
            message = "ลงลายมือชื่อด้วยกุญแจของผู้ที่ไม่มีสิทธิ์ส่งข้อมูลนี้"
            found.append(refusal("PUSH-011", at_commit(commit), message, remedy))
    return found


def _principals(objects: PushedObjects, access: Access, commits: Sequence[str]) -> dict[str, str]:
    git = type(objects.git)(
        objects.git.folder,
        objects.git.settings | {"gpg.ssh.allowedSignersFile": str(access.signers)},
        objects.git.environment,
    )
    lines = git.run("log", "--no-walk=unsorted", "--stdin", "--format=%H %GS", given=commits).lines
    return {line.partition(" ")[0]: line.partition(" ")[2] for line in lines}


def _may_push(user: User, update: Update) -> bool:
    return user.may_write(update.code) if update.code else user.role.value == "central"


def _branch(update: Update) -> str:
    return update.ref.removeprefix("refs/heads/")
