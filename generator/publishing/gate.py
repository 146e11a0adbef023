"""The complete check of a push: input of pre-receive in, a verdict out. Changes nothing.

Cheap structural checks of every new commit come first; only a push that passes them is read as content.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from generator.findings import Finding, Location, has_errors
from generator.publishing.access import Access, User
from generator.publishing.landing import merge
from generator.publishing.push_findings import at_commit, refusal
from generator.publishing.pushed_commits import (
    PushedCommit,
    check_commits,
    check_signed,
    cut_off,
    new_commits,
    read_pushed,
)
from generator.publishing.pushed_objects import PushedObjects
from generator.publishing.pushed_paths import check_changes, check_size, may_write
from generator.publishing.pushed_plans import PlanChecks
from generator.publishing.pushed_refs import MAIN, Update, check_transport, check_update
from generator.publishing.redacted_commits import refuse_replaced
from generator.publishing.tree_changes import TreeChanges, tree_changes
from generator.reading.content_tree import UnreadableError
from generator.reading.yaml_text.refusals import MAX_BYTES


@dataclass
class Verdict:
    """Result of the check of a push."""

    findings: list[Finding] = field(default_factory=list)
    """All findings; any error rejects the push. File names are relative to the top of the repository."""
    texts: dict[str, str] = field(default_factory=dict)
    """Files with findings as they would be published, by name."""
    commits: int = 0
    """Number of new commits checked."""

    @property
    def is_accepted(self) -> bool:
        """Whether the push is accepted, which is all or nothing."""
        return not has_errors(self.findings)


@dataclass(frozen=True)
class _Gate:
    objects: PushedObjects
    access: Access
    user: User
    main: str
    plans: PlanChecks


def judge(
    objects: PushedObjects,
    access: Access,
    user: User,
    updates: list[Update],
    environment: Mapping[str, str],
    today: datetime.date,
) -> Verdict:
    """Return the verdict on a push of a known user."""
    verdict = Verdict()
    verdict.findings += check_transport(environment, updates)
    for update in updates:
        verdict.findings += check_update(objects, update, user)
    main = objects.commit_of(MAIN)
    if main is None:
        remedy = "ให้ผู้ดูแลระบบตั้งต้น main ในคลังข้อมูลก่อน"
        verdict.findings.append(refusal("PUSH-013", MAIN, "คลังข้อมูลนี้ยังไม่มี main", remedy))
    if not verdict.is_accepted or main is None:
        return verdict
    gate = _Gate(objects, access, user, main, PlanChecks(objects, access.content, main, today))
    for update in updates:
        if update.new:
            _judge_update(gate, update, verdict)
    return verdict


def _judge_update(gate: _Gate, update: Update, verdict: Verdict) -> None:
    ids = new_commits(gate.objects, update)
    if ids is None:
        verdict.findings.append(cut_off(update))
        return
    if back := refuse_replaced(gate.objects.folder, update.ref, ids):
        verdict.findings.append(back)
        return
    commits = [read_pushed(gate.objects, commit) for commit in ids]
    verdict.commits += len(commits)
    found = check_commits(update, commits)
    if not has_errors(found):
        changes = [_changes(gate.objects, commit) for commit in commits]
        found += check_size(gate.objects, update.ref, changes)
    if not has_errors(found):
        for commit, one in zip(commits, changes, strict=True):
            own = check_changes(gate.objects, gate.access, update.code, one)
            found += map(partial(_in_commit, commit=commit, last=commit is commits[-1]), own)
        found += check_signed(gate.objects, gate.access, update, gate.user, commits)
    if has_errors(found):
        verdict.findings += found
        return
    # The last commit is checked completely below.
    for commit, one in zip(commits[:-1], changes, strict=False):
        own = gate.plans.personal_findings(commit.id, update.code, one.paths)
        verdict.findings += [_in_commit(_named(gate, finding), commit, last=False) for finding in own]
    if commits:
        _judge_result(gate, update, verdict)


def _judge_result(gate: _Gate, update: Update, verdict: Verdict) -> None:
    """Check the resulting main; for a draft, its own content."""
    objects = gate.objects
    tree = objects.tree_id(update.new)
    merged = merge(objects, gate.main, update.new)
    if not update.is_draft:
        if not merged.tree:
            verdict.findings += [_conflict(update, path) for path in merged.conflicts[:20]]
            return
        tree = merged.tree
    base = objects.tree_id(gate.main) if tree == merged.tree else objects.tree_id(_parent(objects, update, gate.main))
    changed = tree_changes(objects, base, tree)
    outside = [one.path for one in changed.paths if not may_write(gate.access, update.code, one.path)]
    if changed.too_many or outside:
        message = "เมื่อรวมกับ main แล้วแก้ไฟล์นอกเหนือสิทธิ์"
        verdict.findings.append(refusal("PUSH-005", (*outside, update.ref)[0], message, "แจ้งผู้ดูแลระบบ"))
        return
    root = f"{gate.access.content}/" if gate.access.content else ""
    paths = [one.path.removeprefix(root) for one in changed.paths]
    content = gate.plans.tree(tree)
    if update.code:
        found = gate.plans.lao_findings(content, update.code, paths) if paths else []
        found += gate.plans.former_code_findings(content, update.code, gate.user.may_write)
    else:
        found = gate.plans.central_findings(content, paths)
    for file in {finding.location.file for finding in found if finding.location.line}:
        try:
            verdict.texts[root + file] = content.read(file, MAX_BYTES).decode("utf-8", "replace")
        except UnreadableError:
            continue
    verdict.findings += [_named(gate, finding) for finding in found]


def _parent(objects: PushedObjects, update: Update, main: str) -> str:
    """Return the newest common commit of a draft and main."""
    return objects.git.run("merge-base", main, update.new).out.decode("ascii").split()[0]


def _changes(objects: PushedObjects, commit: PushedCommit) -> TreeChanges:
    before = objects.tree_id(commit.parents[0]) if commit.parents else None
    return tree_changes(objects, before, commit.tree)


def _in_commit(finding: Finding, commit: PushedCommit, *, last: bool) -> Finding:
    """Return the finding with its commit, unless it is the last: history keeps what later commits delete."""
    if last:
        return finding
    stays = f"สิ่งนี้อยู่ใน {at_commit(commit.id)} แม้ commit หลังจากนั้นจะลบแล้วก็ยังอยู่ในประวัติ"
    remedy = f"{finding.remedy}\n{stays} ให้รวม commit ด้วย git rebase -i ก่อนส่ง"
    return finding._replace(remedy=remedy)


def _named(gate: _Gate, finding: Finding) -> Finding:
    """Return the finding with file names relative to the top of the repository, as the officer sees them."""
    root = f"{gate.access.content}/" if gate.access.content else ""
    named = partial(_from_top, root=root)
    return finding._replace(location=named(finding.location), also=tuple(map(named, finding.also)))


def _from_top(location: Location, root: str) -> Location:
    return location._replace(file=location.file if location.file.startswith(root) else root + location.file)


def _conflict(update: Update, path: str) -> Finding:
    message = "มีการแก้ไฟล์นี้ที่เผยแพร่แล้ว และท่านแก้ที่เดียวกัน"
    branch = update.ref.removeprefix("refs/heads/")
    remedy = (
        f"สั่ง git fetch origin main แล้ว git rebase FETCH_HEAD เลือกข้อความที่ถูกในไฟล์ที่ชนกัน สั่ง git rebase --continue "
        f"แล้ว git push origin HEAD:refs/heads/{branch}"
    )
    return refusal("PUSH-012", path, message, remedy)
