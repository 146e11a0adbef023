"""Checks the content of a push: trees in, findings of reading and rules out, with the wording of `phaen check`.

Changed plans are checked as a whole in the result. The files changed by each commit on the way are scanned for personal
data, because history stays readable.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.building.checking import check_frameworks
from generator.checks.items import CheckBasis
from generator.checks.runner import check_lao, check_text
from generator.findings import Finding, Location, Severity, few_of_each
from generator.history.git_tree import GitTree
from generator.history.revisions import NO_HISTORIES
from generator.history.working_copy import WorkingCopy
from generator.publishing.push_findings import refusal
from generator.publishing.pushed_objects import PushedObjects
from generator.publishing.tree_changes import TreeChange
from generator.reading.content_tree import ContentTree, EntryKind, UnreadableError, below, kind_of
from generator.reading.folders import LAO_FOLDER
from generator.reading.former_codes import claimed_codes, former_code_claims, stated_former_codes
from generator.reading.framework_reader import ReadFrameworks, read_frameworks_with_sources
from generator.reading.lao_reader import ReadLao, read_lao
from generator.reading.yaml_text.refusals import MAX_BYTES


@dataclass(frozen=True)
class PlanChecks:
    """Reads and checks pushed content against the published frameworks."""

    objects: PushedObjects
    root: str
    """The content folder in the repository."""
    main: str
    """The published commit."""
    today: datetime.date

    @cached_property
    def reference(self) -> CheckBasis:
        """Reference data that the rules compare plans with."""
        return CheckBasis(self._frameworks.frameworks.documents, self.today)

    @cached_property
    def _frameworks(self) -> ReadFrameworks:
        return read_frameworks_with_sources(self.tree(self.main))

    @cached_property
    def _ids(self) -> Collection[str] | None:
        return self._frameworks.frameworks.entry_ids()

    def tree(self, commit: str) -> GitTree:
        """Return the content of a commit or a tree."""
        return self.objects.tree(commit, self.root)

    def lao_findings(self, tree: GitTree, code: str, changed: Iterable[str]) -> list[Finding]:
        """Return the findings of an LAO in a tree, warnings included, that concern the push.

        `changed` are paths below the content folder. Earlier findings in other plans of the LAO do not block a push.
        """
        folders = self._folders(tree, code)
        if not folders:
            return [refusal("PUSH-014", f"plans/{code}", "ลบโฟลเดอร์ของ อปท. ทั้งหมดไม่ได้", "นำโฟลเดอร์กลับมา แล้วส่งใหม่")]
        found = self._checked(tree, code, folders, with_history=True)[1]
        parts = {_part(path) for path in changed}
        about = [one for one in found if _part(one.location.file) in parts]
        others = [one for one in found if _part(one.location.file) not in parts and one.severity is Severity.ERROR]
        if others:
            known = {(one.code, one.message) for one in self._of_main(code)}
            others = [one for one in others if (one.code, one.message) not in known]
        return [*self._withdrawn(tree, code), *about, *others]

    def former_code_findings(self, tree: GitTree, code: str, may_write: Callable[[str], bool]) -> Iterator[Finding]:
        """Yield an error per new former code of an LAO that is or was another's here, unless the user may write both.

        The pages of a former code redirect to the LAO that states it, and its history goes on there: to state the code
        of another LAO would be to write in its place.
        """
        main = self.tree(self.main)
        before = {former for folder in self._folders(main, code) for former in claimed_codes(main, folder)}
        for folder in self._folders(tree, code)[:1]:
            file = below(folder, "lao.yml")
            for former in claimed_codes(tree, folder):
                if former not in before and not may_write(former) and self._is_known(former, code):
                    message = f"รหัสเดิม {former} เป็นหรือเคยเป็นของ อปท. อื่นในเว็บไซต์นี้ ที่อยู่และประวัติของรหัสนั้นจะย้ายมาเป็นของท่าน"
                    remedy = "ตรวจรหัส ถ้าถูกต้อง ให้ขอผู้ดูแลระบบเพิ่มรหัสนั้นให้ท่านในไฟล์สิทธิ์ก่อน"
                    yield refusal("PUSH-005", file, message, remedy)._replace(location=_line_with(tree, file, former))

    def _is_known(self, former: str, code: str) -> bool:
        """Return whether a code is or was the folder of an LAO on main, or another LAO's former code there."""
        main = self.tree(self.main)
        if self._folders(main, former):
            return True
        others = (codes for name, codes in stated_former_codes(main).items() if not name.startswith(f"{code}-"))
        if any(former in codes for codes in others):
            return True
        path = f":(glob){below(self.root, f'plans/{former}-*')}/**"
        return bool(self.objects.git.run("rev-list", "--max-count=1", self.main, "--", path).lines)

    def _withdrawn(self, tree: GitTree, code: str) -> Iterator[Finding]:
        """Yield a warning per published plan that is missing: it may have been deleted by mistake."""
        kept = self._cycles(tree, code)
        for cycle, folder in sorted(self._cycles(self.tree(self.main), code).items()):
            if cycle not in kept:
                message = f"ถอนแผน {cycle} ที่เผยแพร่อยู่ออกทั้งแผน หน้าเดิมจะบอกว่าถอนเมื่อใด ไฟล์ที่เคยให้เปิดจะไม่มีแล้ว"
                remedy = "ถ้าไม่ได้ตั้งใจ นำโฟลเดอร์ของแผนกลับมาแล้วส่งใหม่ ถ้าตั้งใจ ไม่ต้องทำอะไร"
                yield refusal("PUSH-016", folder, message, remedy)._replace(severity=Severity.WARNING)

    def _cycles(self, tree: GitTree, code: str) -> dict[str, str]:
        """Return the folders of an LAO's plans by name."""
        inside = [(folder, entry) for folder in self._folders(tree, code) for entry in tree.listing(folder).entries]
        folders = {entry.name: below(folder, entry.name) for folder, entry in inside if entry.kind is EntryKind.FOLDER}
        return {
            name: path for name, path in folders.items() if kind_of(tree, below(path, "plan.yml")) is EntryKind.FILE
        }

    def personal_findings(self, commit: str, code: str, changes: Iterable[TreeChange]) -> list[Finding]:
        """Return findings of personal data in the files that one commit adds or changes."""
        tree = self.tree(commit)
        prefix = f"{self.root}/" if self.root else ""
        files = {change.path.removeprefix(prefix) for change in changes if change.after}
        found: list[Finding] = []
        looked: set[str] = set()
        if code and files and (folders := self._folders(tree, code)):
            read, findings = self._checked(tree, code, folders)
            found += [one for one in findings if one.code.startswith("PDPA") and one.location.file in files]
            looked = {*read.written, *read.texts}
        for file in sorted(files - looked):
            found += [one for one in _raw_findings(tree, file) if one.code.startswith("PDPA")]
        return [one for one in found if one.severity is Severity.ERROR]

    def central_findings(self, tree: GitTree, changed: Sequence[str]) -> list[Finding]:
        """Return the findings of frameworks and pages in a tree."""
        found: list[Finding] = []
        if any(path.startswith("frameworks/") for path in changed):
            read = read_frameworks_with_sources(tree)
            found += [
                *read.frameworks.findings,
                *check_frameworks(read, CheckBasis(read.frameworks.documents, self.today)),
            ]
        for path in changed:
            if path.startswith("pages/"):
                found += [one for one in _raw_findings(tree, path) if one.code.startswith("PDPA")]
        return found

    def _folders(self, tree: GitTree, code: str) -> list[str]:
        """Return the folders of an LAO; two with one code are an error that reading reports.

        Among thousands of folders only names are compared; only matching entries are looked up.
        """
        names = [name.decode("utf-8", "replace") for name in self.objects.names(tree.top, below(self.root, "plans"))]
        own = [name for name in names if (match := LAO_FOLDER.fullmatch(name)) and match[1] == code]
        return [path for name in sorted(own) if kind_of(tree, path := below("plans", name)) is EntryKind.FOLDER]

    def _of_main(self, code: str) -> list[Finding]:
        tree = self.tree(self.main)
        folders = self._folders(tree, code)
        return self._checked(tree, code, folders)[1] if folders else []

    def _checked(
        self, tree: GitTree, code: str, folders: list[str], *, with_history: bool = False
    ) -> tuple[ReadLao, list[Finding]]:
        read = read_lao(code, folders, tree, self._ids)
        name = folders[0].rpartition("/")[2]
        reference = self.reference
        if claimed_codes(tree, folders[0]):
            claims = former_code_claims(stated_former_codes(tree))
            reference = CheckBasis(reference.frameworks, self.today, {}, claims).for_lao(self.today, name)
        histories = dict(NO_HISTORIES)
        if with_history:
            saved = WorkingCopy(str(self.objects.folder), self.root, self.main, frozenset({name}))
            histories = saved.histories(read, self._ids)
        return read, [*read.lao_folder.findings, *check_lao(read, reference, histories)]


def _raw_findings(tree: ContentTree, file: str) -> Iterator[Finding]:
    """Scan a text that is no readable plan YAML for personal data, line by line."""
    if not file.endswith((".yml", ".md")):
        return
    try:
        text = tree.read(file, MAX_BYTES).decode("utf-8", "replace")
    except UnreadableError:
        return
    yield from few_of_each(check_text(file, text))


def _line_with(tree: ContentTree, file: str, text: str) -> Location:
    lines = tree.read(file, MAX_BYTES).decode("utf-8", "replace").split("\n")
    return Location(file, next((number for number, line in enumerate(lines, start=1) if text in line), 0))


def _part(file: str) -> tuple[str, ...]:
    """Return the plan of a file as `(plans, folder, cycle)`; files above belong to the LAO."""
    parts = file.split("/")
    return tuple(parts[:3]) if len(parts) > 3 else tuple(parts[:2])
