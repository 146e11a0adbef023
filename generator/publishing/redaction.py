"""Removes texts and files from every commit of a repository by rewriting its history.

Commits before the first affected one are unchanged. Each later one is replaced by a commit with the same author,
committer, dates and message, which declares what it replaces (`history/redactions.py`) and is signed with the central
office's key. Refs move only after all new commits are written, all at once or none.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path

import pygit2
from pygit2.enums import FileMode, ObjectType

from generator.errors import PhaenError, UsageError
from generator.history.redactions import Declaration, declare
from generator.publishing.access import Access, AccessRole
from generator.publishing.pushed_objects import PushedObjects
from generator.publishing.redacted_texts import REPLACEMENT

_LAO_PATH = re.compile(r"(?:[^/]+/)?plans/(\d{7})[^/]*(?:/|$)")
_KEPT_HEADERS = (b"author ", b"committer ", b"encoding ")
_OTHER_ENCODINGS = ("utf-16-le", "utf-16-be", "cp874")


class RedactionRefusedError(PhaenError):
    """The repository has the texts where they cannot be removed; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to redact."""

    texts: tuple[str, ...]
    pattern: re.Pattern[str] | None
    """Matches the texts; None if only files are removed."""
    files: frozenset[str]
    """Paths from the top of the repository."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Signs with an SSH key of the central office."""

    key: Path

    def sign(self, content: bytes) -> bytes:
        """Return the armoured signature of a commit's bytes. Raises PhaenError if signing fails."""
        command = ["ssh-keygen", "-q", "-Y", "sign", "-n", "git", "-f", str(self.key)]
        try:
            done = subprocess.run(command, input=content, capture_output=True, check=False)  # noqa: S603  # no shell; the key is the operator's argument
        except FileNotFoundError as error:
            raise UsageError("ไม่พบโปรแกรม ssh-keygen ให้ติดตั้ง OpenSSH ก่อน") from error
        if done.returncode:
            raise PhaenError(f"ลงลายมือชื่อด้วย {self.key} ไม่ได้ ({done.stderr.decode('utf-8', 'replace').strip()[:200]})")
        return done.stdout


def central_signer(access: Access, key: Path) -> Signer:
    """Return the signer of a key. Raises UsageError if the key belongs to no central office in the access file."""
    if access.signers is None:
        raise UsageError("ไฟล์สิทธิ์ไม่มี signers: จึงไม่ทราบว่ากุญแจใดเป็นของส่วนกลาง")
    signature = Signer(key).sign(b"phaen redact")
    trial = ["ssh-keygen", "-q", "-Y", "find-principals", "-f", str(access.signers), "-s", "/dev/stdin"]
    done = subprocess.run(trial, input=signature, capture_output=True, check=False)  # noqa: S603  # no shell
    users = [access.user(name) for name in done.stdout.decode("utf-8", "replace").split()]
    if not any(user and user.role is AccessRole.CENTRAL for user in users):
        raise UsageError("กุญแจนี้ไม่ใช่ของผู้ใช้ใน central_office: ของไฟล์สิทธิ์ มีเพียงส่วนกลางที่สั่งปกปิดข้อมูลได้")
    return Signer(key)


@dataclass
class Redacted:
    """What a redaction found and wrote."""

    codes: set[str] = field(default_factory=set)
    """LAOs whose content it changes."""
    files: set[str] = field(default_factory=set)
    """Paths of files that it changes or deletes, in any commit."""
    commits: dict[str, str] = field(default_factory=dict)
    """New commits by the ids they replace."""
    texts_in_commits: int = 0
    """Number of commits whose author, committer or message it changes."""


class Rewriter:
    """Rewrites the commits of a repository. Trees first, because every new commit lists all changed LAOs."""

    def __init__(self, objects: PushedObjects, wanted: Wanted) -> None:
        """Take the repository and what to redact."""
        self._objects = objects
        self._repository = objects.repository
        self._wanted = wanted
        self._trees: dict[tuple[str, str], pygit2.Oid] = {}
        self._blobs: dict[str, pygit2.Oid] = {}
        self._unreached: set[str] = set()
        self.found = Redacted()

    def look(self) -> Redacted:
        """Write the new trees and return the changes; writes no commit and moves no ref.

        Raises RedactionRefusedError if a text is where it cannot be removed.
        """
        for commit in self._all_commits():
            found = self._commit(commit)
            tree = self._tree_of(found)
            texts = _head_and_message(found)
            has_text = texts != self._replaced(texts)
            self.found.texts_in_commits += has_text
            if tree != found.tree_id or has_text:
                self.found.commits.setdefault(commit, "")
        if self._unreached:
            listed = "\n".join(f"  {path}" for path in sorted(self._unreached)[:20])
            raise RedactionRefusedError(f"มีข้อความนี้ในไฟล์ที่ไม่ใช่ข้อความ หรือในชื่อไฟล์ ให้นำทั้งไฟล์ออกด้วย --file\n{listed}")
        return self.found

    def write(self, declaration: Declaration, signer: Signer, say: Callable[[int], None] = lambda _: None) -> Redacted:
        """Write the new commits after `look`, and return the changes. Calls `say` with the number written so far."""
        new = self.found.commits
        for commit in self._all_commits():
            found = self._commit(commit)
            if commit not in new and not any(str(parent) in new for parent in found.parent_ids):
                continue
            new[commit] = str(self._write_commit(found, declaration, signer))
            say(len(new))
        return self.found

    def move_refs(self) -> None:
        """Move every ref to the commit that replaces its own; all or none. Raises PhaenError.

        Other refs than branches (tags, replacements) that lead to a replaced commit are deleted.
        """
        orders: list[str] = []
        form = "--format=%(refname) %(objectname)"
        for line in self._objects.git.run("for-each-ref", form).lines:
            ref, _, oid = line.partition(" ")
            if oid in self.found.commits and ref.startswith("refs/heads/"):
                orders.append(f"update {ref} {self.found.commits[oid]} {oid}")
            elif self._leads_to_replaced(oid):
                orders.append(f"delete {ref} {oid}")
        answer = self._objects.git.run("update-ref", "--stdin", given=["start", *orders, "prepare", "commit"])
        if answer.code:
            raise PhaenError(f"เลื่อน ref ไม่ได้ จึงไม่มีสิ่งใดเปลี่ยน ({answer.error_output.strip()[:200]}) ให้สั่งใหม่")

    def _leads_to_replaced(self, oid: str) -> bool:
        try:
            return str(self._repository[oid].peel(pygit2.Commit).id) in self.found.commits
        except (pygit2.GitError, KeyError, ValueError):
            return False

    def _all_commits(self) -> list[str]:
        answer = self._objects.git.run("rev-list", "--topo-order", "--reverse", "--all")
        if answer.code:
            raise PhaenError(f"อ่านประวัติของคลังข้อมูลไม่ได้ ({answer.error_output.strip()[:200]})")
        return answer.lines

    def _commit(self, commit: str) -> pygit2.Commit:
        return self._repository[commit].peel(pygit2.Commit)

    def _tree_of(self, commit: pygit2.Commit) -> pygit2.Oid:
        """Return the replacement of a commit's tree, from that of its first parent and the paths that differ.

        A plans/ tree has an entry per LAO: walking all of it in every commit would cost commits times LAOs.
        """
        parent = self._repository.get(commit.parent_ids[0]) if commit.parent_ids else None
        before = parent.peel(pygit2.Commit).tree if parent else None
        if before is None or (str(before.id), "") not in self._trees:
            return self._tree(commit.tree_id, "")
        files = (file for delta in before.diff_to_tree(commit.tree).deltas for file in (delta.old_file, delta.new_file))
        paths = {file.raw_path for file in files}
        try:
            return self._changed_tree(commit.tree, "", before, {path.decode("utf-8") for path in paths})
        except UnicodeDecodeError:  # entries are looked up by name, which must be text
            return self._tree(commit.tree_id, "")

    def _changed_tree(self, tree: pygit2.Tree, path: str, before: pygit2.Tree, changed: Collection[str]) -> pygit2.Oid:
        """Return the replacement of a tree that differs from one with a known replacement in some paths below it."""
        known = self._trees.get((str(tree.id), path))
        if known is not None:
            return known
        start = self._trees[str(before.id), path]
        edits: list[tuple[str, pygit2.Object | None, pygit2.Oid | None]] = []
        for name, inner_paths in _by_first_name(changed).items():
            entry, old = _named(tree, name), _named(before, name)
            inner = f"{path}/{name}" if path else name
            if isinstance(entry, pygit2.Tree) and isinstance(old, pygit2.Tree) and inner not in self._wanted.files:
                self._tree(old.id, inner)
                self._changed_tree(entry, inner, old, inner_paths)
            edits.append((name, entry, self._entry(entry, name, inner) if entry else None))
        made: pygit2.Oid = tree.id
        if start != before.id or any(entry and new != entry.id for _, entry, new in edits):
            builder = self._repository.TreeBuilder(self._repository[start].peel(pygit2.Tree))
            for name, entry, new in edits:
                if builder.get(name) is not None:
                    builder.remove(name)
                if entry is not None and new is not None:
                    builder.insert(name, new, entry.filemode)
            made = builder.write()
        self._trees[str(tree.id), path] = made
        return made

    def _tree(self, oid: pygit2.Oid, path: str) -> pygit2.Oid:
        """Return the replacement of a tree; the same tree if unchanged."""
        known = self._trees.get((str(oid), path))
        if known is not None:
            return known
        tree = self._repository[oid].peel(pygit2.Tree)
        builder = None
        for entry in tree:
            name = (entry.raw_name or b"").decode("utf-8", "surrogateescape")
            inner = f"{path}/{name}" if path else name
            new = self._entry(entry, name, inner)
            if new == entry.id:
                continue
            builder = builder or self._repository.TreeBuilder(tree)
            if new is None:
                builder.remove(name)
            else:
                builder.insert(name, new, entry.filemode)
        made = oid if builder is None else builder.write()
        self._trees[str(oid), path] = made
        return made

    def _entry(self, entry: pygit2.Object, name: str, path: str) -> pygit2.Oid | None:
        """Return the replacement of an object; None if it is to be deleted."""
        if path in self._wanted.files:
            self._note(path)
            return None
        if self._wanted.pattern and self._wanted.pattern.search(name):
            self._unreached.add(path)
        if entry.filemode == FileMode.TREE:
            made = self._tree(entry.id, path)
            return made if made == entry.id or len(self._repository[made].peel(pygit2.Tree)) else None
        if entry.filemode == FileMode.COMMIT or self._wanted.pattern is None:
            return entry.id
        new = self._blob(entry.id, path)
        if new != entry.id:
            self._note(path)
        return new

    def _note(self, path: str) -> None:
        self.found.files.add(path)
        if found := _LAO_PATH.match(path):
            self.found.codes.add(found[1])

    def _blob(self, oid: pygit2.Oid, path: str) -> pygit2.Oid:
        known = self._blobs.get(str(oid))
        if known is not None:
            return known
        content = bytes(self._repository[oid].peel(pygit2.Blob).data)
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            if self._holds_bytes(content):
                self._unreached.add(path)
            return oid  # not cached: other paths with the same bytes are recorded too
        replaced = self._replaced(text)
        self._blobs[str(oid)] = oid if replaced == text else self._repository.create_blob(replaced.encode("utf-8"))
        return self._blobs[str(oid)]

    def _holds_bytes(self, content: bytes) -> bool:
        encodings = ("utf-8", *_OTHER_ENCODINGS)
        return any(text.encode(encoding, "ignore") in content for text in self._wanted.texts for encoding in encodings)

    def _replaced(self, text: str) -> str:
        return self._wanted.pattern.sub(REPLACEMENT, text) if self._wanted.pattern else text

    def _write_commit(self, found: pygit2.Commit, declaration: Declaration, signer: Signer) -> pygit2.Oid:
        raw = self._objects.read(str(found.id))
        head, _, message = raw.partition(b"\n\n")
        kept = [line for line in head.split(b"\n") if line.startswith(_KEPT_HEADERS)]
        names = self._replaced(b"\n".join(kept).decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")
        words = self._replaced(message.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")
        parents = [self.found.commits.get(str(parent), str(parent)) for parent in found.parent_ids]
        lines = [
            f"tree {self._tree(found.tree_id, '')}".encode("ascii"),
            *(f"parent {parent}".encode("ascii") for parent in parents),
            *names.split(b"\n"),
        ]
        declared = declare(words, str(found.id), declaration)
        signature = signer.sign(b"\n".join(lines) + b"\n\n" + declared)
        signed = b"gpgsig " + signature.rstrip(b"\n").replace(b"\n", b"\n ")
        return self._repository.odb.write(ObjectType.COMMIT, b"\n".join([*lines, signed]) + b"\n\n" + declared)


def _named(tree: pygit2.Tree, name: str) -> pygit2.Object | None:
    try:
        return tree[name]
    except KeyError:
        return None


def _by_first_name(paths: Collection[str]) -> dict[str, list[str]]:
    """Group paths by their first name; the rest of each is the value, empty for the entry itself."""
    grouped: dict[str, list[str]] = {}
    for path in sorted(paths):
        name, _, rest = path.partition("/")
        grouped.setdefault(name, []).append(rest)
    return grouped


def _head_and_message(commit: pygit2.Commit) -> str:
    """Return all text of a commit."""
    people = (commit.author, commit.committer)
    names = [part for one in people for part in (one.raw_name or b"", one.raw_email or b"")]
    return b"\n".join([*names, commit.raw_message]).decode("utf-8", "surrogateescape")
