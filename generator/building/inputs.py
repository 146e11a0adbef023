"""What a build reads before any LAO: frameworks, registry, the list of LAOs; and the key of all that they share."""

from __future__ import annotations

from dataclasses import dataclass

from generator.building.checking import check_frameworks
from generator.building.fingerprint import digest_of, files_digest, folder_digest, program_fingerprint
from generator.building.found import FoundCounts
from generator.building.lao_job import Lao, Shared
from generator.building.outputs.output import WritePage
from generator.checks.items import Reference
from generator.findings import Finding, Severity
from generator.model.content import Frameworks
from generator.reading.content_tree import DiskTree
from generator.reading.folders import find_lao_folders, find_symlinks
from generator.reading.former_codes import former_code_claims
from generator.reading.framework_reader import read_frameworks_with_sources
from generator.reading.registry import read_registry
from generator.settings import Settings


@dataclass(frozen=True)
class Inputs:
    """Everything read before any LAO."""

    settings: Settings
    tree: DiskTree
    frameworks: Frameworks
    frameworks_digest: str
    reference: Reference
    laos: tuple[Lao, ...]
    """In order of code."""
    of_frameworks: tuple[Finding, ...]
    """Everything found in the frameworks."""
    elsewhere: tuple[Finding, ...]
    """Everything found in hand-written pages and in the folder of plans itself."""

    def shared(self, writer: WritePage, frame_digest: str) -> Shared:
        """Return what the work for every LAO has in common."""
        registry = self.settings.registry
        key = digest_of(
            [
                program_fingerprint(),
                frame_digest,
                self.frameworks_digest,
                files_digest(registry.parent, [registry]) if registry else "",
                self.settings.digits,
            ]
        )
        return Shared(self.tree, self.frameworks, self.reference, self.settings.digits, writer, key)

    @property
    def errors(self) -> list[Finding]:
        """What blocks publishing, outside of the LAOs."""
        return [one for one in (*self.of_frameworks, *self.elsewhere) if one.severity is Severity.ERROR]

    @property
    def found(self) -> FoundCounts:
        """How much was found outside of the LAOs."""
        counts = FoundCounts()
        counts.add((*self.of_frameworks, *self.elsewhere))
        return counts


def read_inputs(settings: Settings) -> Inputs:
    """Read what all LAOs share. Raises UsageError when there is no content or a code of `settings.only` has no folder."""
    tree = DiskTree(settings.content)
    folders, misnamed = find_lao_folders(tree, settings.only)
    documents = read_frameworks_with_sources(tree)
    registry = read_registry(settings.registry) if settings.registry else {}
    reference = Reference(documents.frameworks.documents, settings.today, registry, former_code_claims(tree))
    return Inputs(
        settings,
        tree,
        documents.frameworks,
        folder_digest(settings.content / "frameworks"),
        reference,
        tuple(Lao(code, tuple(paths)) for code, paths in folders.items()),
        (*documents.frameworks.findings, *check_frameworks(documents, reference)),
        (*find_symlinks(tree, "pages"), *misnamed),
    )
