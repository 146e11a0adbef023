"""Checks which files a push may bring: changed paths in, refusals out. Only the first bytes of a file are read here.

Names are checked before anything is read, sizes before content. Only names of the content format are accepted, so that
no file with a meaning for MkDocs, git or a web server can be added.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from generator.findings import Finding, printable
from generator.publishing.access import Access
from generator.publishing.push_findings import personal_findings, refusal
from generator.publishing.pushed_objects import PushedObjects
from generator.publishing.tree_changes import FILE, MOST_LEVELS, MOST_PATHS, TreeChange, TreeChanges
from generator.reading.document_files import LARGEST
from generator.reading.folders import CYCLE_FOLDER, LAO_FOLDER, RESULTS_FILE
from generator.reading.misnamed import CYCLE_FILES, LAO_FILES
from generator.reading.windows_names import fits_windows
from generator.reading.yaml_text.refusals import MAX_BYTES
from generator.thai.text import quoted

MOST_BYTES = 60_000_000
"""Of all files in the new commits of a ref: a dozen documents of the largest size."""
MOST_TOLD = 20
"""Most refusals listed per code and commit; the others are counted."""
_LONGEST_NAME, _LONGEST_PATH = 150, 400
"""Bytes; a Thai letter has three."""
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_BEGINNINGS = {
    "pdf": (b"%PDF-",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
}
"""Required first bytes by extension."""
_TEXTS = ("yml", "md")
_MODES = {0o120000: "ลิงก์ (symbolic link)", 0o160000: "submodule", 0o100755: "ไฟล์ที่สั่งทำงานได้ (executable)"}
_PLANS = (
    "ไฟล์ที่รับคือ lao.yml guidelines.yml และในโฟลเดอร์รอบแผน plan.yml projects.yml idp.yml narrative.md results/ documents/"
)


def check_changes(objects: PushedObjects, access: Access, code: str, changes: TreeChanges) -> list[Finding]:
    """Return refusals of a commit's changes; `code` is the LAO of its branch, empty for `central`."""
    found: list[Finding] = []
    if changes.too_many:
        message = f"commit หนึ่งแก้เกินกว่า {MOST_PATHS:,} ไฟล์หรือโฟลเดอร์"
        return [refusal("PUSH-008", access.content or ".", message, "ส่งเฉพาะไฟล์ของแผนที่แก้ หรือแบ่งเป็นหลาย commit")]
    if changes.too_deep:
        message = f"โฟลเดอร์ซ้อนกันลึกเกิน {MOST_LEVELS} ชั้น"
        return [refusal("PUSH-008", access.content or ".", message, "วางไฟล์ตามโครงสร้างของรูปแบบข้อมูล")]
    for change in changes.paths:
        found += _change_findings(objects, access, code, change)
    for path, other in changes.collisions:
        message = f"มีชื่อ {quoted(other)} อยู่แล้ว บางเครื่องแยกจากชื่อนี้ไม่ได้"
        found.append(refusal("PUSH-007", path, message, "ใช้ชื่อเดิม หรือตั้งชื่อให้ต่างกันมากกว่าตัวใหญ่ตัวเล็ก"))
    return _few(found)


def check_size(objects: PushedObjects, place: str, changes: Iterable[TreeChanges]) -> list[Finding]:
    """Return a refusal if all new files of some commits together are too large, without reading them.

    Compressed objects may be small: the repository's own limit counts packed bytes only.
    """
    new = {change.after.oid for one in changes for change in one.paths if change.after and change.after.mode == FILE}
    size = sum(objects.size(oid) or 0 for oid in new)
    if size <= MOST_BYTES:
        return []
    message = f"ไฟล์ที่ส่งรวมกัน {size:,} ไบต์ เกินกว่า {MOST_BYTES:,} ไบต์"
    return [refusal("PUSH-008", place, message, "แบ่งส่งเป็นหลายครั้ง หรือเผยแพร่ที่เว็บไซต์ของ อปท. แล้วใส่ address: แทน file:")]


def may_write(access: Access, code: str, path: str) -> bool:
    """Return whether a path belongs to the LAO of a branch, or to the central office without a code."""
    root = f"{access.content}/" if access.content else ""
    if not path.startswith(root):
        return not code and path == "allowed_signers"
    first, _, rest = path[len(root) :].partition("/")
    if not code:
        return (bool(rest) and first in ("frameworks", "pages")) or path == "allowed_signers"
    match = LAO_FOLDER.fullmatch(rest.partition("/")[0])
    return first == "plans" and "/" in rest and match is not None and match[1] == code


def _change_findings(objects: PushedObjects, access: Access, code: str, change: TreeChange) -> Iterator[Finding]:
    path, entry = change.path, change.after
    name = path.rpartition("/")[2]
    if not may_write(access, code, path):
        yield _outside(access, code, change)
        return
    if entry is None:
        return
    if wrong := wrong_name(path):
        yield refusal("PUSH-007", path, f"ชื่อ {quoted(printable(name)[:80])} {wrong}", "เปลี่ยนชื่อ แล้วส่งใหม่")
        return
    yield from personal_findings(name, path, "ชื่อไฟล์", "เปลี่ยนชื่อไฟล์ให้ไม่มีข้อมูลของบุคคล แล้วส่งใหม่")
    if entry.mode != FILE:
        kind = _MODES.get(entry.mode, "รายการที่ไม่ใช่ไฟล์ธรรมดา")
        remedy = f"สั่ง git update-index --chmod=-x {name}" if entry.mode == 0o100755 else "ลบออก แล้ววางไฟล์จริงไว้แทน"
        yield refusal("PUSH-006", path, f"เป็น{kind} ซึ่งไม่รับ", remedy)
        return
    if not _is_known(access, code, path):
        yield refusal("PUSH-009", path, "ไม่ใช่ไฟล์ที่ระบบใช้", _PLANS if code else "ส่งเฉพาะ .yml .md และรูปภาพ")
        return
    size = objects.size(entry.oid)
    most = MAX_BYTES if name.rpartition(".")[2].casefold() in _TEXTS or "." not in name else LARGEST
    if size is None:
        yield refusal("PUSH-008", path, "ไม่มีเนื้อหาของไฟล์มากับการส่ง", "สั่ง git fsck ในเครื่องของท่าน แล้วส่งใหม่")
    elif size > most:
        remedy = "ลดความละเอียดของการสแกน หรือเผยแพร่ที่เว็บไซต์ของ อปท. แล้วใส่ address: แทน file:"
        yield refusal("PUSH-008", path, f"ไฟล์ใหญ่ {size:,} ไบต์ เกินกว่า {most:,} ไบต์", remedy)
    else:
        yield from _content_findings(objects, path, entry.oid)


def _outside(access: Access, code: str, change: TreeChange) -> Finding:
    where = f"{access.content}/" if access.content else ""
    does = "ลบ" if change.after is None else "เพิ่ม" if change.before is None else "แก้"
    own = f"{where}plans/{code}-.../" if code else f"{where}frameworks/ และ {where}pages/"
    message = f"{does}ไฟล์นี้ไม่ได้ เพราะปลายทางนี้เขียนได้เฉพาะใน {own}"
    if change.path.partition("/")[0] in ("generator", "theme_overrides", "mkdocs.yml", "hooks"):
        message += " โปรแกรม ธีม และการตั้งค่าไม่รับจากการส่ง เซิร์ฟเวอร์ใช้ของที่ติดตั้งไว้เท่านั้น"
    remedy = f"นำกลับอย่างเดิมด้วย git restore --source=origin/main -- '{printable(change.path)}' แล้วรวมเป็น commit ใหม่ก่อนส่ง"
    return refusal("PUSH-005", change.path, message, remedy)


def wrong_name(path: str) -> str:
    """Return what is wrong with a path; empty if it is valid on every system."""
    name = path.rpartition("/")[2]
    try:
        encoded = path.encode("utf-8")
    except UnicodeEncodeError:
        return "ไม่ได้เขียนเป็น UTF-8"
    if len(encoded) > _LONGEST_PATH or len(name.encode()) > _LONGEST_NAME:
        return f"ยาวเกินไป (ชื่อยาวได้ {_LONGEST_NAME} ไบต์ อักษรไทยตัวละ 3 ไบต์)"
    if any(unicodedata.category(one) in _UNSEEN for one in path):
        return "มีอักขระที่มองไม่เห็นหรืออักขระควบคุม"
    if unicodedata.normalize("NFC", path) != path:
        return "ไม่ได้อยู่ในรูป Unicode NFC (เครื่อง Mac บางรุ่นเขียนเช่นนี้)"
    if any(not fits_windows(part) or part in ("", ".", "..") for part in path.split("/")):
        return "ใช้กับ Windows ไม่ได้"
    if any(part.casefold().startswith(".git") for part in path.split("/")):
        return "เป็นชื่อที่ git ใช้เอง"
    return ""


def _is_known(access: Access, code: str, path: str) -> bool:
    if path == "allowed_signers":
        return not code
    parts = path.removeprefix(f"{access.content}/").split("/")
    ending = parts[-1].rpartition(".")[2].casefold()
    if not code:
        return ending in (("yml",) if parts[0] == "frameworks" else ("md", "png", "jpg", "jpeg"))
    match parts[2:]:
        case [name]:
            return name in LAO_FILES
        case [cycle, name] if CYCLE_FOLDER.fullmatch(cycle):
            return name in CYCLE_FILES
        case [cycle, "results", name] if CYCLE_FOLDER.fullmatch(cycle):
            return RESULTS_FILE.fullmatch(name) is not None
        case [cycle, "documents", name] if CYCLE_FOLDER.fullmatch(cycle):
            return ending in _BEGINNINGS and ending != name
    return False


def _content_findings(objects: PushedObjects, path: str, oid: str) -> Iterator[Finding]:
    """Yield an error if a file's content does not match its extension."""
    ending = path.rpartition(".")[2].casefold()
    content = objects.read(oid)
    if ending in _BEGINNINGS:
        if not content.startswith(_BEGINNINGS[ending]):
            message = f"เนื้อหาไม่ใช่ไฟล์ .{ending} ตามชื่อ"
            yield refusal("PUSH-009", path, message, "เปิดไฟล์ด้วยโปรแกรมที่สร้าง แล้วบันทึกใหม่ให้ตรงชนิด")
        return
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        yield refusal("PUSH-009", path, "เนื้อหาไม่ใช่ข้อความ UTF-8", "บันทึกใหม่เป็น UTF-8 หรือสั่ง phaen fix")
        return
    if "\0" in text:
        yield refusal("PUSH-009", path, "เนื้อหาไม่ใช่ข้อความ", "ตรวจว่าไม่ได้วางไฟล์ผิด")


def _few(found: list[Finding]) -> list[Finding]:
    """Return the first findings of each code, and one that counts the others."""
    shown: list[Finding] = []
    counts: dict[str, int] = {}
    for finding in found:
        counts[finding.code] = counts.get(finding.code, 0) + 1
        if counts[finding.code] <= MOST_TOLD:
            shown.append(finding)
    for code, count in counts.items():
        if count > MOST_TOLD:
            last = next(one for one in found if one.code == code)
            more = count - MOST_TOLD
            message = f"ลักษณะเดียวกันอีก {more:,} ไฟล์ใน commit นี้"
            shown.append(last._replace(message=message, more=more))
    return shown
