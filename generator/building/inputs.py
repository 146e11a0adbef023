"""What all LAOs of a build share: frameworks, registry, the list of LAOs; and the key of it.

Frameworks and registry are read when something is to be made of them, not sooner: a build in which nothing has changed
needs their hashes alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generator.building.fingerprint import digest_of, files_digest, folder_digest, program_fingerprint
from generator.building.found import FoundCounts
from generator.building.kept_findings import finding_from_json, finding_to_json
from generator.building.kept_history import kept_history
from generator.building.outputs.kinds import ALL, Output, has_pdf
from generator.building.store import Store, get_record, put_record
from generator.building.tracked_day import TrackedDay
from generator.building.unit import Keys, Lao
from generator.findings import Finding, Severity
from generator.reading.content_tree import DiskTree
from generator.reading.folders import find_lao_folders, find_symlinks
from generator.reading.former_codes import former_code_claims, stated_former_codes
from generator.settings import Settings

# What reads, checks and makes pages is loaded where it is used: a build in which nothing has changed does without.
if TYPE_CHECKING:
    from generator.building.fixed_part import WritePage
    from generator.building.lao_job import Shared
    from generator.checks.items import Reference
    from generator.model.content import Frameworks
    from generator.reading.framework_reader import ReadFrameworks


@dataclass
class Inputs:
    """What a build is given, before any LAO is read."""

    settings: Settings
    kept: Path | None = None
    """Folder in which the index of the history is kept between builds."""

    def __post_init__(self) -> None:
        """List the LAOs. Raises UsageError when there is no content or a code of `settings.only` has no folder."""
        content = self.settings.content
        self.tree = DiskTree(content)
        folders, misnamed = find_lao_folders(self.tree, self.settings.only)
        self.laos = tuple(Lao(code, tuple(paths)) for code, paths in folders.items())
        """In order of code."""
        self.elsewhere = (*find_symlinks(self.tree, "pages"), *misnamed)
        """What was found in hand-written pages and in the folder of plans itself."""
        registry = self.settings.registry
        self.digest = digest_of(
            [
                program_fingerprint(),
                folder_digest(content / "frameworks"),
                files_digest(registry.parent, [registry]) if registry else "",
                self.settings.digits,
            ]
        )
        """Hash of everything that pages depend on, but for the LAOs and what stands around every page."""
        self.former_codes = stated_former_codes(self.tree)
        """Former codes that LAOs state, by name of the folder."""
        self.history = kept_history(content, self.kept)
        """The steps of git that touched each LAO."""
        known = {lao.code for lao in self.laos}.union(*self.former_codes.values())
        self.gone = self.history.gone(known)
        """LAOs whose folders a commit took out: the commit by code."""

    @cached_property
    def _documents(self) -> ReadFrameworks:
        from generator.reading.framework_reader import read_frameworks_with_sources

        return read_frameworks_with_sources(self.tree)

    @property
    def frameworks(self) -> Frameworks:
        """The national documents."""
        return self._documents.frameworks

    @cached_property
    def reference(self) -> Reference:
        """What LAOs are held against."""
        from generator.checks.items import Reference
        from generator.reading.registry import read_registry

        registry = read_registry(self.settings.registry) if self.settings.registry else {}
        return Reference(
            self.frameworks.documents, self.settings.today, registry, former_code_claims(self.former_codes)
        )

    def of_frameworks(self, store: Store) -> tuple[Finding, ...]:
        """Return everything found in the national documents, kept or new."""
        key = digest_of(["findings of frameworks", self.digest])
        record = get_record(store, key)
        if record and record["since"] <= self.settings.today.isoformat() <= record["until"]:
            return tuple(map(finding_from_json, record["findings"]))
        from generator.building.checking import check_frameworks

        today = TrackedDay.of(self.settings.today)
        found = (*self.frameworks.findings, *check_frameworks(self._documents, self.reference.for_lao(today, "")))
        days = {"since": today.since.isoformat(), "until": today.until.isoformat()}
        put_record(store, key, {**days, "findings": [finding_to_json(finding) for finding in found]})
        return found

    def keys(self, frame_digest: str, outputs: tuple[Output, ...] = ALL) -> Keys:
        """Return what the keys of all LAOs' results have in common; pages offer PDFs only where these are made."""
        common = digest_of([self.digest, frame_digest, has_pdf(outputs), self.settings.is_preview])
        shown = (self.settings.held_back, self.settings.is_preview)
        return Keys(self.tree, common, self.former_codes, self.history, *shown)

    def shared(self, keys: Keys, writer: WritePage, outputs: tuple[Output, ...]) -> Shared:
        """Return what the work for every LAO has in common."""
        from generator.building.lao_job import Shared

        return Shared(keys, self.frameworks, self.reference, self.settings.digits, writer, outputs)


def blocking(findings: tuple[Finding, ...]) -> list[Finding]:
    """Return what blocks publishing."""
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def counted(findings: tuple[Finding, ...]) -> FoundCounts:
    """Return how much was found."""
    counts = FoundCounts()
    counts.add(findings)
    return counts
