"""Reads and checks content without making pages: LAOs and frameworks in, findings and counts out.

Many LAOs are split among worker processes. Only findings are kept, in order of code, so memory grows with the number
of findings, not of LAOs.
"""

from __future__ import annotations

import datetime
import math
import signal
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from generator.building.collector import collect_rarely, collecting_rarely
from generator.building.work_progress import Watch, unwatched
from generator.building.workers import processors
from generator.checks.items import CheckBasis
from generator.checks.runner import check_framework, check_lao
from generator.errors import PhaenError
from generator.findings import Finding, Severity, has_errors
from generator.history.working_copy import NOTHING_KNOWN, WorkingCopy, working_copy
from generator.model.content import UnreadablePlan
from generator.model.lao import RegisteredLao
from generator.reading.content_tree import ContentTree, DiskTree
from generator.reading.folders import find_lao_folders, find_symlinks
from generator.reading.former_codes import former_code_claims, stated_former_codes
from generator.reading.framework_reader import ReadFrameworks, read_frameworks_with_sources
from generator.reading.lao_reader import read_lao

FEW = 60
"""Below this count, one process beats starting workers (half a second each)."""
_SHARE = 20
"""LAOs per task of a worker."""
_MOST_WORKERS = 16


@dataclass(frozen=True, slots=True)
class Scope:
    """What to check."""

    everything: bool = True
    """All LAOs, the frameworks and the hand-written pages."""
    frameworks: bool = False
    """The frameworks, even if not everything is checked."""
    codes: tuple[str, ...] = ()
    """LAOs by code."""
    parts: tuple[tuple[str, str], ...] = ()
    """Code, and path of a folder or file below the content folder, to limit findings to."""
    entries: tuple[str, ...] = ()
    """Entries of plans/ whose names contain no code, as in finding locations (`plans/old`)."""

    def tells_of(self, code: str, finding: Finding) -> bool:
        """Return whether to report a finding of an LAO; the whole LAO is read and checked in any case.

        Errors are reported wherever they are: they may explain why the requested part has no findings.
        """
        parts = [path for part_of, path in self.parts if part_of == code]
        if finding.severity is Severity.ERROR or code in self.codes or not parts:
            return True
        file = finding.location.file
        return any(file == path or file.startswith(f"{path}/") for path in parts)


EVERYTHING = Scope()


@dataclass(frozen=True, slots=True)
class CheckedLao:
    """Result of checking one LAO."""

    code: str
    plans: int
    unreadable: int
    """Plans that could not be read and so were not checked."""
    findings: tuple[Finding, ...]


@dataclass
class Checked:
    """All findings, and counts of what was checked."""

    findings: list[Finding] = field(default_factory=list)
    laos: int = 0
    plans: int = 0
    unreadable: int = 0
    """Plans that could not be read and so were not checked."""
    frameworks: int = 0
    elsewhere: list[Finding] = field(default_factory=list)
    """Findings of the same LAOs outside the requested files; no errors."""

    @property
    def has_errors(self) -> bool:
        """Whether any finding blocks publishing."""
        return has_errors(self.findings)


def check_content(
    content: Path,
    today: datetime.date,
    scope: Scope = EVERYTHING,
    *,
    registry: dict[str, RegisteredLao] | None = None,
    watch: Watch = unwatched,
    processes: int | None = None,
) -> Checked:
    """Read and check the scope and return the findings; frameworks are always read, because plans refer to them.

    `watch` wraps the iterator of LAOs; `processes` is for tests and benchmarks, 1 starts no workers.
    Raises UsageError if there is no content or a code has no folder.
    """
    checked = Checked()
    tree = DiskTree(content)
    read = read_frameworks_with_sources(tree)
    reference = CheckBasis(
        read.frameworks.documents, today, registry or {}, former_code_claims(stated_former_codes(tree))
    )
    checked.frameworks = len(reference.frameworks)
    checked.findings += read.frameworks.findings
    if scope.everything or scope.frameworks:
        checked.findings += check_frameworks(read, reference)
    codes = tuple(dict.fromkeys((*scope.codes, *(code for code, _ in scope.parts))))
    if scope.everything or codes or scope.entries:
        folders, misnamed = find_lao_folders(tree, () if scope.everything else codes)
        checked.findings += [one for one in misnamed if scope.everything or one.location.file in scope.entries]
        chosen = list(folders.items()) if scope.everything or codes else []
        check = partial(check_one_lao, tree, reference, read.frameworks.entry_ids(), unsaved=working_copy(content))
        with collecting_rarely():
            for lao in watch(_check_all(chosen, check, processes), len(chosen)):
                for finding in lao.findings:
                    (checked.findings if scope.tells_of(lao.code, finding) else checked.elsewhere).append(finding)
                checked.laos += 1
                checked.plans += lao.plans
                checked.unreadable += lao.unreadable
    if scope.everything:
        checked.findings += find_symlinks(tree, "pages")
    return checked


def check_frameworks(read: ReadFrameworks, reference: CheckBasis) -> list[Finding]:
    """Return the rules' findings on the national documents that could be read."""
    findings: list[Finding] = []
    for framework in read.frameworks.documents:
        own = {file: source for file, source in read.sources.items() if file.startswith(f"{framework.path}/")}
        findings += check_framework(framework, own, reference)
    return findings


def check_one_lao(
    tree: ContentTree,
    reference: CheckBasis,
    framework_ids: Collection[str] | None,
    code: str,
    folders: list[str],
    unsaved: WorkingCopy = NOTHING_KNOWN,
) -> CheckedLao:
    """Read and check one LAO; return its findings and counts."""
    read = read_lao(code, folders, tree, framework_ids)
    unreadable = sum(isinstance(plan, UnreadablePlan) for plan in read.lao_folder.plans)
    found = (*read.lao_folder.findings, *check_lao(read, reference, unsaved.histories(read, framework_ids)))
    return CheckedLao(code, len(read.lao_folder.plans), unreadable, found)


_Lao = tuple[str, list[str]]
_Check = Callable[[str, list[str]], CheckedLao]


def _check_all(laos: list[_Lao], check: _Check, processes: int | None) -> Iterator[CheckedLao]:
    processes = processes or _processes(len(laos))
    if processes == 1:
        return (check(code, folders) for code, folders in laos)
    return _in_workers(laos, check, processes)


def _processes(laos: int) -> int:
    if laos < FEW:
        return 1
    return min(processors(), math.ceil(laos / (FEW // 2)), _MOST_WORKERS)


def _in_workers(laos: list[_Lao], check: _Check, processes: int) -> Iterator[CheckedLao]:
    # Spawn, not fork: Windows has no fork, and one method everywhere behaves the same.
    shares = [laos[start : start + _SHARE] for start in range(0, len(laos), _SHARE)]
    pool = ProcessPoolExecutor(processes, get_context("spawn"), _begin_work, (check,))
    try:
        for share in pool.map(_work, shares):
            yield from share
    except BrokenProcessPool as error:
        raise PhaenError(
            "การตรวจหยุดกลางคัน เพราะระบบปฏิบัติการปิดโปรแกรมช่วยตรวจ อาจเพราะหน่วยความจำไม่พอ ให้ตรวจทีละ อปท. โดยระบุรหัส"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


_check_of_worker: list[_Check] = []
"""In a worker: the check it was started with, so that the frameworks are sent once per worker, not per LAO."""


def _begin_work(check: _Check) -> None:
    # Ctrl+C signals every process of the terminal; workers ignore it and the parent ends them.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _check_of_worker[:] = [check]
    collect_rarely()


def _work(share: list[_Lao]) -> list[CheckedLao]:
    (check,) = _check_of_worker
    return [check(code, folders) for code, folders in share]
