"""Reads the national reference documents: content/frameworks in, Frameworks out.

The items of the transparency assessment are no such document, so their folder is read separately: an unreadable year is
left out, and evidence sheets say that its items are not known here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.findings import Finding, Severity, has_errors
from generator.model.assessment import AssessmentYear
from generator.model.content import Framework, Frameworks
from generator.model.framework import FrameworkDocument, FrameworkEntry, FrameworkGroup
from generator.reading.content_tree import ContentTree, EntryKind, below, split
from generator.reading.folders import find_symlinks, folder_mismatch, is_file_or_link, missing_file
from generator.reading.records import read_record
from generator.reading.yaml_text import YamlSource, read_yaml

ASSESSMENTS = "frameworks/ita"
"""Folder of the items of the transparency assessment, a file a year."""

KeyPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class ReadFrameworks:
    """All national documents as read: the records, and the positions of their values."""

    frameworks: Frameworks
    sources: dict[str, YamlSource]
    """YAML sources by file name relative to the content folder."""


def read_frameworks(tree: ContentTree) -> Frameworks:
    """Return all documents below frameworks/; a document with errors is left out, but its findings are kept."""
    return read_frameworks_with_sources(tree).frameworks


def read_frameworks_with_sources(tree: ContentTree) -> ReadFrameworks:
    """Return the same, with the YAML sources for positions."""
    sources: dict[str, YamlSource] = {}
    findings = find_symlinks(tree, "frameworks")
    documents = []
    for entry in tree.listing("frameworks").entries:
        if entry.kind is EntryKind.FOLDER and below("frameworks", entry.name) != ASSESSMENTS:
            document, document_findings = _read_framework(tree, below("frameworks", entry.name), sources)
            findings += document_findings
            if document:
                documents.append(document)
    assessments, of_assessments = read_assessments(tree, sources)
    return ReadFrameworks(Frameworks(tuple(documents), (*findings, *of_assessments), assessments), sources)


def _read_framework(
    tree: ContentTree, folder_path: str, sources: dict[str, YamlSource]
) -> tuple[Framework | None, list[Finding]]:
    name = split(folder_path)[1]
    findings: list[Finding] = []
    document: FrameworkDocument | None = None
    groups: list[FrameworkGroup] = []
    seen: dict[str, str] = {}
    linked = False
    if not is_file_or_link(tree, below(folder_path, "document.yml")):
        return None, [missing_file(below(folder_path, "document.yml"))]
    for file in tree.listing(folder_path).entries:
        if not file.name.endswith(".yml"):
            continue
        if file.kind is EntryKind.SYMLINK:
            linked = True  # reported with all other symlinks; without this file the document is incomplete
            continue
        source, file_findings = read_yaml(tree, below(folder_path, file.name))
        findings += file_findings
        if source is None or not source.complete:
            continue
        sources[source.file] = source
        if file.name == "document.yml":
            document, _, record_findings = read_record(source, FrameworkDocument)
            if document and document.id != name:
                record_findings.append(folder_mismatch("document.yml", document.id, name, source.location(("id",))))
        else:
            group, _, record_findings = read_record(source, FrameworkGroup)
            if group:
                groups.append(group)
                stem = file.name.removesuffix(".yml")
                if group.id != stem:
                    record_findings.append(folder_mismatch(file.name, group.id, stem, source.location(("id",))))
                record_findings += _repeated_ids(group, source, seen)
        findings += record_findings
    if document is None or linked or has_errors(findings):
        return None, findings
    return Framework(document, tuple(sorted(groups, key=lambda group: (group.order, group.id))), folder_path), findings


def _repeated_ids(group: FrameworkGroup, source: YamlSource, seen: dict[str, str]) -> list[Finding]:
    findings = []
    for path, entry in _with_paths(group.entries, ("entries",)):
        if entry.id in seen:
            message = f"รหัส “{entry.id}” ใช้ซ้ำ (ใช้แล้วใน {seen[entry.id]})"
            findings.append(
                Finding(
                    "REF-002", Severity.ERROR, message, source.location((*path, "id")), "ตั้งรหัสใหม่ที่ไม่ซ้ำในเอกสารเดียวกัน"
                )
            )
        seen.setdefault(entry.id, source.file)
    return findings


def _with_paths(entries: tuple[FrameworkEntry, ...], path: KeyPath) -> Iterator[tuple[KeyPath, FrameworkEntry]]:
    for index, entry in enumerate(entries):
        yield (*path, index), entry
        yield from _with_paths(entry.entries, (*path, index, "entries"))


def read_assessments(
    tree: ContentTree, sources: dict[str, YamlSource]
) -> tuple[tuple[AssessmentYear, ...], list[Finding]]:
    """Return the years in order, and all findings of reading; adds the files read to `sources`."""
    findings: list[Finding] = []
    years: dict[int, AssessmentYear] = {}
    for file in tree.listing(ASSESSMENTS).entries:
        if file.kind is EntryKind.SYMLINK or not file.name.endswith(".yml"):
            continue  # symlinks are reported with all others
        source, file_findings = read_yaml(tree, below(ASSESSMENTS, file.name))
        findings += file_findings
        if source is None or not source.complete:
            continue
        sources[source.file] = source
        year, _, record_findings = read_record(source, AssessmentYear)
        stem = file.name.removesuffix(".yml")
        if year and str(year.fiscal_year) != stem:
            at = source.location(("fiscal_year",))
            record_findings.append(folder_mismatch(file.name, str(year.fiscal_year), stem, at))
        elif year and not any(one.severity is Severity.ERROR for one in (*file_findings, *record_findings)):
            years[year.fiscal_year.be] = year
        findings += record_findings
    return tuple(years[be] for be in sorted(years)), findings
