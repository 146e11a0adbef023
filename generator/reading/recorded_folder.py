"""An LAO's folder in, a record of all that reading can ask of it out: without parsing, from names and bytes alone.

What `read_lao` reads of the record is what its digest was made from. A question that was not foreseen here is asked of
the tree while reading and recorded as well: the digest then differs from the one before, and nothing wrong is reused.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from generator.reading.attachments import plain_name
from generator.reading.content_tree import ContentTree, Kind, UnreadableError, below, kind_of
from generator.reading.document_files import LARGEST, MOST_FILES_READ
from generator.reading.file_limits import MOST_RESULTS, ByteBudget
from generator.reading.folders import cycle_folders, results_files, walk
from generator.reading.narrative import MAX_BYTES as MAX_NARRATIVE_BYTES
from generator.reading.recording import RecordingTree
from generator.reading.yaml_text.refusals import MAX_BYTES


def fingerprint_folder(tree: ContentTree, folder: str) -> str:
    """Return one SHA-256 of everything that reading can see of an LAO's folder; equal ones give equal records."""
    return record_folder(tree, folder).recorded().digest


def record_folder(tree: ContentTree, folder: str) -> RecordingTree:
    """List an LAO's folder and all below it, and read what `read_lao` reads, in its order and within its limits."""
    seen = RecordingTree(tree, folder)
    for _ in walk(seen, folder):
        pass
    budget = ByteBudget()
    for name in ("lao.yml", "guidelines.yml"):
        _read_yaml(seen, below(folder, name), budget)
    for _, cycle in cycle_folders(seen, folder):
        if kind_of(seen, below(cycle, "plan.yml")) in (Kind.FILE, Kind.SYMLINK):
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
    if entry is None or entry.kind is Kind.SYMLINK or not budget.allows(entry.size):
        return b""
    return _read(seen, path, MAX_BYTES)


def _read(seen: RecordingTree, path: str, limit: int) -> bytes:
    try:
        return seen.read(path, limit)
    except UnreadableError:  # recorded, and told when the file is read
        return b""


def _hash_documents(seen: RecordingTree, folder: str, naming: Iterable[bytes]) -> None:
    """Hash the attachments that plan.yml or the results name; of all others their size is enough."""
    files = [entry for entry in seen.listing(folder).entries if entry.kind is Kind.FILE and entry.size <= LARGEST]
    if not files:
        return
    text = "\n".join(unicodedata.normalize("NFC", one.decode("utf-8", "replace")) for one in naming)
    named = [entry for entry in files if plain_name(entry.name) in text]
    for entry in named[:MOST_FILES_READ]:
        try:
            seen.digest(below(folder, entry.name), LARGEST)
        except UnreadableError:
            continue
