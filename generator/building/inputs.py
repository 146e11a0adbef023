"""What all LAOs of a build share: frameworks, registry, the list of LAOs, and their key.

Frameworks and registry are read only when needed: an unchanged build uses their hashes alone. The index of the
repository's history is cached, so that a build reads only new commits.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generator.building.fingerprint import digest_of, files_digest, folder_digest, program_fingerprint
from generator.building.found import FoundCounts
from generator.building.outputs.kinds import ALL, Output, has_pdf
from generator.building.unit import Keys, ListedLao
from generator.findings import Finding, Severity
from generator.history.history_index import HistoryIndex, index_from_json, read_history
from generator.reading.content_tree import DiskTree
from generator.reading.folders import find_lao_folders, find_symlinks
from generator.reading.former_codes import former_code_claims, stated_former_codes
from generator.settings import Settings

# Readers, rules and page makers are imported where used: an unchanged build needs none of them.
if TYPE_CHECKING:
    from generator.checks.items import CheckBasis
    from generator.model.content import Frameworks
    from generator.reading.framework_reader import ReadFrameworks


@dataclass
class Inputs:
    """Inputs of a build, apart from the LAOs' files."""

    settings: Settings
    history_cache: Path | None = None
    """Folder that caches the history index."""

    def __post_init__(self) -> None:
        """List the LAOs; raise UsageError if there is no content or a code of `settings.only` has no folder."""
        content = self.settings.content
        self.tree = DiskTree(content)
        folders, misnamed = find_lao_folders(self.tree, self.settings.only)
        self.laos = tuple(ListedLao(code, tuple(paths)) for code, paths in folders.items())
        """In order of code."""
        self.elsewhere = (*find_symlinks(self.tree, "pages"), *misnamed)
        """Findings of the hand-written pages and of the plans folder itself."""
        registry = self.settings.registry
        self.digest = digest_of(
            [
                program_fingerprint(),
                folder_digest(content / "frameworks"),
                files_digest(registry.parent, [registry]) if registry else "",
                self.settings.digits,
            ]
        )
        """Hash of everything that pages depend on, apart from the LAOs and the frame."""
        self.former_codes = stated_former_codes(self.tree)
        """Former codes that LAOs state, by folder name."""
        self.history = kept_history(content, self.history_cache)
        """The commits that touched each LAO."""
        known = {lao.code for lao in self.laos}.union(*self.former_codes.values())
        self.gone = self.history.gone(known)
        """The commit that deleted an LAO's folder, by code."""

    @cached_property
    def documents(self) -> ReadFrameworks:
        """The national documents, with the sources that they were read from."""
        from generator.reading.framework_reader import read_frameworks_with_sources

        return read_frameworks_with_sources(self.tree)

    @property
    def frameworks(self) -> Frameworks:
        """The national documents."""
        return self.documents.frameworks

    @cached_property
    def reference(self) -> CheckBasis:
        """Reference data that the rules compare LAOs with."""
        from generator.checks.items import CheckBasis
        from generator.reading.registry import read_registry

        registry = read_registry(self.settings.registry) if self.settings.registry else {}
        return CheckBasis(
            self.frameworks.documents, self.settings.today, registry, former_code_claims(self.former_codes)
        )

    def keys(self, frame_digest: str, outputs: tuple[Output, ...] = ALL) -> Keys:
        """Return the part of the keys that all LAOs share; pages link to PDFs only if PDFs are made."""
        common = digest_of([self.digest, frame_digest, has_pdf(outputs), self.settings.is_preview])
        shown = (self.settings.held_back, self.settings.is_preview)
        return Keys(self.tree, common, self.former_codes, self.history, *shown)


def blocking(findings: tuple[Finding, ...]) -> list[Finding]:
    """Return the findings that block publishing."""
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def counted(findings: tuple[Finding, ...]) -> FoundCounts:
    """Return the counts of the findings."""
    counts = FoundCounts()
    counts.add(findings)
    return counts


def kept_history(content: Path, folder: Path | None) -> HistoryIndex:
    """Return the history of a content folder; `folder` is the cache, None for no cache."""
    if folder is None:
        return read_history(content)
    name = hashlib.sha256(str(content.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    file = folder / f"history-{name}.json"
    known = None
    with suppress(OSError):
        known = index_from_json(file.read_bytes())
    index = read_history(content, known)
    if index.head and index != known:
        part = file.with_suffix(".part")
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            part.write_bytes(index.to_json())
            part.replace(file)
    return index
