"""Imports a reviewed workbook into content/: the files of one plan, all or none, after showing a diff.

Files of other LAOs are not touched. An existing plan is changed by record: ids, comments and whatever the workbook does
not contain are kept.
"""

from __future__ import annotations

import contextlib
import difflib
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.errors import UsageError
from generator.findings import Finding, has_errors
from generator.intake.overlay_tree import OverlayTree
from generator.intake.personal_names import without_personal_data
from generator.intake.plan_content import FILES, MODELS, PlanContent, content_of, narrative_text
from generator.intake.template_books import is_blank
from generator.intake.workbook.book_layout import ContentPlace
from generator.intake.workbook.book_reader import ReadBook
from generator.intake.workbook_check import lao_folder, personal_cells
from generator.intake.yaml_updates import merged, updated_yaml
from generator.model.content import EntryNames
from generator.reading.content_tree import ContentTree, below
from generator.reading.framework_reader import read_frameworks
from generator.reading.lao_reader import read_lao

_LARGEST = 5_000_000
_MOST_SHOWN = 10


@dataclass(frozen=True)
class PlanImport:
    """Planned changes of an import."""

    folder: str
    old: Mapping[str, str]
    """Old text of each file, by path below the content folder; empty for a new one."""
    new: Mapping[str, str]
    """New text of each changed file."""
    findings: tuple[Finding, ...]
    """Findings from reading the new files."""
    kept_ids: tuple[str, ...]
    """Ids of records in the plan but not in the workbook; they are kept."""

    def diff(self) -> Iterator[str]:
        """Yield a unified diff of all files."""
        for path, text in self.new.items():
            old = self.old.get(path, "")
            yield from difflib.unified_diff(
                old.splitlines(), text.splitlines(), path if old else "(ไม่มี)", path, lineterm="", n=1
            )


def plan_import(book: ReadBook, tree: ContentTree, code: str, cycle: str, *, accept_doubts: bool) -> PlanImport:
    """Return what importing a workbook would change; UsageError if it must not be imported."""
    content = book.content
    if (content.code, content.cycle) != (code, cycle):
        raise UsageError(
            f"สมุดงานนี้เป็นของ {content.code}/{content.cycle} ไม่ใช่ {code}/{cycle} จึงไม่นำเข้า "
            "ตรวจรหัส อปท. และรอบแผนในแผ่น “แผน”"
        )
    ids = read_frameworks(tree).entry_ids()
    _refuse_personal_data(book, tree, ids)
    doubts = [(one.source, f"{one.note().message} {one.remedy}".rstrip()) for one in book.doubts if one.is_open]
    waiting = [*book.open_notes, *doubts]
    if waiting and not accept_doubts:
        shown = _listed([(place, without_personal_data(message)) for place, message in waiting])
        raise UsageError(
            f"ยังมีสิ่งที่ต้องดู {len(waiting):,} แห่ง จึงยังไม่นำเข้า\n{shown}\n"
            "แก้แล้วเลือก “ดูแล้ว” ในแผ่น “สิ่งที่ต้องดู” หรือใช้ --accept-doubts เพื่อนำเข้าพร้อมหมายเหตุ"
        )
    if accept_doubts:
        _note_doubts(book)
    folder = lao_folder(tree, code)
    before = content_of(read_lao(code, [folder], tree, ids), cycle)
    if is_blank(content) and content.of("lao").items() <= {"code": code, **before.of("lao")}.items():
        raise UsageError("สมุดงานนี้ยังไม่มีข้อมูลของแผน จึงไม่มีสิ่งใดให้นำเข้า กรอกในแผ่นต่าง ๆ บันทึก แล้วสั่งใหม่")
    old, new, kept = {}, {}, []
    for file in FILES:
        data = merged(before.of(file), content.of(file), whole=book.is_whole)
        kept += _kept(before.of(file), content.of(file)) if not book.is_whole else []
        path = below(folder, content.name(file))
        entry = tree.entry(path)
        text = tree.read(path, _LARGEST).decode("utf-8-sig") if entry else ""
        after = _text(tree, path, file, text, before, data)
        if after != text:
            old[path], new[path] = text, after
    over = OverlayTree(tree, {path: text.encode() for path, text in new.items()})
    read = read_lao(code, [folder], over, ids)
    own = {folder, below(folder, cycle), *(below(folder, content.name(file)) for file in FILES)}
    findings = tuple(one for one in read.lao_folder.findings if one.location.file in own)
    return PlanImport(folder, old, new, findings, tuple(kept))


def write_import(planned: PlanImport, content: Path) -> None:
    """Write all files of an import, each atomically; raise UsageError before writing if they would not be readable."""
    if has_errors(planned.findings):
        raise UsageError("ข้อมูลในสมุดงานยังมีข้อผิดพลาด จึงยังไม่นำเข้า ดูแต่ละช่องด้วย phaen check ไฟล์.xlsx --annotate คำตอบ.xlsx")
    written: list[tuple[Path, Path]] = []
    try:
        for path, text in planned.new.items():
            file = content / path
            if file.is_symlink():
                raise UsageError(f"{path} เป็นลิงก์ (symbolic link) จึงไม่เขียน")
            file.parent.mkdir(parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(prefix=".phaen-import-", dir=file.parent)
            written.append((Path(name), file))
            with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
            Path(name).chmod(0o644)
        for work, file in written:
            work.replace(file)
    finally:
        for work, _ in written:
            with contextlib.suppress(OSError):
                work.unlink(missing_ok=True)


def _refuse_personal_data(book: ReadBook, tree: ContentTree, ids: EntryNames | None) -> None:
    """Raise UsageError with the cells of personal data: what is once in git or on a terminal cannot be taken back."""
    if found := personal_cells(book, tree, ids):
        raise UsageError(
            f"มีข้อมูลที่อาจเป็นของบุคคลใน {len(found):,} ช่อง จึงไม่นำเข้า และยังไม่ได้เขียนไฟล์ใด\n{_listed(found)}\n"
            "ลบชื่อบุคคล หมายเลขโทรศัพท์ และข้อมูลส่วนบุคคลอื่นออกจากช่องเหล่านี้ หรือใช้ตำแหน่งแทน บันทึก แล้วสั่งใหม่ "
            "อ่านคำอธิบายด้วย phaen check --explain PDPA"
        )


def _listed(found: Sequence[tuple[str, str]]) -> str:
    """Return lines of places and what is there, the first of them only."""
    lines = [f"  {place}  {said}" for place, said in found[:_MOST_SHOWN]]
    more = [f"  และอีก {len(found) - _MOST_SHOWN:,} แห่ง"] if len(found) > _MOST_SHOWN else []
    return "\n".join([*lines, *more])


def _text(tree: ContentTree, path: str, file: str, text: str, before: PlanContent, data: dict[str, Any]) -> str:
    if file == "narrative":
        return text if data == before.of(file) else narrative_text(data)
    return updated_yaml(tree, path, text, before.of(file), data, MODELS[file]) if data else text


def _kept(old: Any, new: Any) -> list[str]:
    found = []
    if isinstance(old, dict) and isinstance(new, dict):
        for key in old.keys() & new.keys():
            found += _kept(old[key], new[key])
    if isinstance(old, list) and isinstance(new, list):
        ids = {one.get("id") for one in new if isinstance(one, dict)}
        found += [one["id"] for one in old if isinstance(one, dict) and "id" in one and one["id"] not in ids]
    return sorted(found)


def _note_doubts(book: ReadBook) -> None:
    """Write each open doubt into the note of its record, or of the first source if it has no record."""
    for doubt in book.doubts:
        if doubt.is_open:
            _note(book.content, doubt.place, doubt.note().message)
    for _, message in book.open_notes:
        _note(book.content, None, message)


def _note(content: PlanContent, place: ContentPlace | None, message: str) -> None:
    target: Any = None
    if place and place.file in ("projects", "idp") and len(place.path) >= 2 and place.path[0] in ("projects", "rows"):
        target = content.of(place.file)[place.path[0]][place.path[1]]
    if target is None:
        sources = content.files.setdefault("plan", {}).setdefault("sources", [])
        if not sources:
            sources.append({"extent": "full", "entered_by": "lao"})
        target = sources[0]
    message = without_personal_data(message)
    said = target.get("note", "")
    if message not in said:
        target["note"] = f"{said} {message}".strip()
