"""Reads the items of the national transparency assessment by year: content/frameworks/ita in, records and findings out.

The folder is not a national document, so its files are read separately: an unreadable year is left out, and evidence
sheets say that its items are not known here.
"""

from __future__ import annotations

from generator.findings import Finding, Severity
from generator.model.assessment import AssessmentYear
from generator.reading.content_tree import ContentTree, EntryKind, below
from generator.reading.folders import folder_mismatch
from generator.reading.records import read_record
from generator.reading.yaml_text import YamlSource, read_yaml

FOLDER = "frameworks/ita"


def read_assessments(
    tree: ContentTree, sources: dict[str, YamlSource]
) -> tuple[tuple[AssessmentYear, ...], list[Finding]]:
    """Return the years in order, and all findings of reading; adds the files read to `sources`."""
    findings: list[Finding] = []
    years: dict[int, AssessmentYear] = {}
    for file in tree.listing(FOLDER).entries:
        if file.kind is EntryKind.SYMLINK or not file.name.endswith(".yml"):
            continue  # symlinks are reported with all others
        source, file_findings = read_yaml(tree, below(FOLDER, file.name))
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
