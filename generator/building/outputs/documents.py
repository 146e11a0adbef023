"""The signed scans and evidence files that an LAO publishes with its plans, byte for byte."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable

from generator import addresses
from generator.building.outputs.work import Files, LaoWork
from generator.facts.named_documents import Withheld, published_documents
from generator.reading.content_tree import ContentTree, UnreadableError
from generator.reading.document_files import LARGEST
from generator.views.plan_context import PlanContext


def make(work: LaoWork) -> Files:
    """Return the files; those changed since the folder was read follow with the next build."""
    return document_files(work.plan_contexts, work.attachment) if work.attachment else {}


def document_files(contexts: Iterable[PlanContext], attachment: Callable[[str], bytes | None]) -> Files:
    """Return the published documents of plans; `attachment` returns the bytes of a file by its path."""
    files: dict[str, bytes] = {}
    for context in contexts:
        hashes = {one.name: one.sha256 for one in context.files.attached}
        for name, public_name in published_documents(context.files).items():
            if isinstance(public_name, Withheld):
                continue
            content = attachment(f"{context.folder}/documents/{name}")
            if content is not None and hashlib.sha256(content).hexdigest() == hashes[name]:
                address = addresses.plan_document(context.lao.code, context.plan.cycle, public_name)
                files[address[1:]] = content
    return files


def attachment_in(tree: ContentTree) -> Callable[[str], bytes | None]:
    """Return a function that reads a document of a tree, or returns None if it cannot."""

    def attachment(path: str) -> bytes | None:
        try:
            return tree.read(path, LARGEST)
        except UnreadableError:
            return None

    return attachment
