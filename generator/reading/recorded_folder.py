"""Records everything of an LAO's folder that reading needs, from names and bytes alone, without parsing.

`read_lao` reads from the record that the digest covers. A request that is not foreseen here is passed on to the tree
while reading and recorded too: the digest then differs from the earlier one, and no wrong result is reused.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from generator.reading.attachments import plain_name
from generator.reading.content_tree import ContentTree, EntryKind, UnreadableError, below, kind_of
from generator.reading.document_files import LARGEST, MOST_FILES_READ
from generator.reading.file_limits import MOST_RESULTS, ByteBudget
from generator.reading.folders import cycle_folders, results_files, walk
from generator.reading.narrative import MAX_BYTES as MAX_NARRATIVE_BYTES
from generator.reading.recording import RecordingTree
from generator.reading.yaml_text.refusals import MAX_BYTES


def fingerprint_folder(tree: ContentTree, folder_path: str) -> str:
    """Return a SHA-256 of everything that reading can see in an LAO's folder; equal hashes give equal records."""
    return record_folder(tree, folder_path).recorded().digest


def record_folder(tree: ContentTree, folder_path: str) -> RecordingTree:
    """Return a record of an LAO's folder: all listings, and the files that `read_lao` reads, with the same limits."""
    seen = RecordingTree(tree, folder_path)
    for _ in walk(seen, folder_path):
        pass
    budget = ByteBudget()
    for name in ("lao.yml", "guidelines.yml"):
        _read_yaml(seen, below(folder_path, name), budget)
    for _, cycle in cycle_folders(seen, folder_path):
        if kind_of(seen, below(cycle, "plan.yml")) in (EntryKind.FILE, EntryKind.SYMLINK):
            plan = _read_yaml(seen, below(cycle, "plan.yml"), budget)
            for name in ("projects.yml", "idp.yml"):
                _read_yaml(seen, below(cycle, name), budget)
            results = results_files(seen, below(cycle, "results"))[:MOST_RESULTS]
            reports = [_read_yaml(seen, below(cycle, f"results/{name}"), budget) for name in results]
            _read(seen, below(cycle, "narrative.md"), MAX_NARRATIVE_BYTES)
            _hash_documents(seen, below(cycle, "documents"), (plan, *reports))
    return seen


def _read_yaml(seen: RecordingTree, path: str, budget: ByteBudget) -> bytes:
    entry = seen.entry(path)
    if entry is None or entry.kind is EntryKind.SYMLINK or not budget.allows(entry.size):
        return b""
    return _read(seen, path, MAX_BYTES)


def _read(seen: RecordingTree, path: str, limit: int) -> bytes:
    try:
        return seen.read(path, limit)
    except UnreadableError:  # recorded, and reported when the file is read
        return b""


def _hash_documents(seen: RecordingTree, folder_path: str, naming: Iterable[bytes]) -> None:
    """Hash the attachments that plan.yml or the results name; for the others their size is enough."""
    files = [
        entry for entry in seen.listing(folder_path).entries if entry.kind is EntryKind.FILE and entry.size <= LARGEST
    ]
    if not files:
        return
    text = "\n".join(unicodedata.normalize("NFC", one.decode("utf-8", "replace")) for one in naming)
    named = [entry for entry in files if plain_name(entry.name) in text]
    for entry in named[:MOST_FILES_READ]:
        try:
            seen.digest(below(folder_path, entry.name), LARGEST)
        except UnreadableError:
            continue
