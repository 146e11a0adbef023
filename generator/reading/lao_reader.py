"""Reads one LAO's folder into records with their sources.

One error costs one cell: everything readable in a file is read, and only a wrong identity or cycle makes a plan
unreadable. `PlanFolder.unread` has the names of partly unreadable files.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import TypeVar

from pydantic import BaseModel

from generator.findings import Finding, Location, Severity, few_of_each
from generator.model.base import Names
from generator.model.content import LaoFolder, UnreadablePlan
from generator.model.guidelines import Guidelines
from generator.model.idp import IdpTable
from generator.model.lao import FICTIONS, Fiction, Lao
from generator.model.plan import NarrativeSection, Plan, PlanFolder
from generator.model.project import ProjectTable
from generator.model.results import YearResults
from generator.reading.attachments import documents_without_file, named_files
from generator.reading.content_tree import ContentTree, EntryKind, below, kind_of, split
from generator.reading.document_files import read_document_files
from generator.reading.extent import check_extent, check_guidelines_extent, check_lao_extent
from generator.reading.file_limits import (
    MOST_RESULTS,
    ByteBudget,
    check_files_extent,
    check_source_extent,
    too_many_bytes,
    too_many_results,
)
from generator.reading.folders import (
    check_file_names,
    check_lao_folder,
    cycle_folders,
    folder_mismatch,
    is_file_or_link,
    misnamed_files,
    missing_file,
    outside_cycle,
    repeated_code,
    reported_twice,
    results_files,
)
from generator.reading.last_read import Reads
from generator.reading.matrix_width import matrix_misfits
from generator.reading.names import PlanNames
from generator.reading.narrative import read_narrative
from generator.reading.recorded_folder import record_folder
from generator.reading.recording import RecordingTree
from generator.reading.records import read_records, unsaid
from generator.reading.references import PlanSources, check_lao_ids, check_references
from generator.reading.unread_rows import rows_at
from generator.reading.windows_names import names_not_on_windows
from generator.reading.yaml_text import PlainData, YamlSource
from generator.thai.dates import Cycle
from generator.thai.text import fold_for_comparison

R = TypeVar("R", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class ReadLao:
    """An LAO as read: the record, and the positions of its values."""

    lao_folder: LaoFolder
    sources: dict[str, YamlSource]
    """YAML sources by file name relative to the content folder."""
    texts: dict[str, str] = field(default_factory=dict)
    """Narratives as written, by file name."""
    written: dict[str, YamlSource] = field(default_factory=dict)
    """The same sources with everything in the files, including values not read into records."""

    def location(self, file: str, *path: str | int) -> Location:
        """Return the location of a value; the file alone if it was not read."""
        source = self.sources.get(file)
        return source.location(path) if source else Location(file, path=path)


@dataclass(slots=True)
class _LaoReader:
    """Collects sources and findings while reading the files of one LAO."""

    tree: ContentTree
    sources: dict[str, YamlSource] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    written: dict[str, YamlSource] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    """Partly unreadable files."""
    unread_rows: set[tuple[str, int]] = field(default_factory=set)
    """File and index of each partly unreadable row."""
    budget: ByteBudget = field(default_factory=ByteBudget)
    reads: Reads = field(default_factory=Reads)

    def source(self, name: str) -> YamlSource | None:
        entry = self.tree.entry(name)
        if entry is None or entry.kind is EntryKind.SYMLINK:
            self.unread |= {name} if entry else set()
            return None
        if not self.budget.allows(entry.size):
            self.findings.append(too_many_bytes(name))
            self.unread.add(name)
            return None
        source, findings = self.reads.file(self.tree, name)
        self.findings += findings
        if source:
            self.sources[name] = source
            self.findings += check_source_extent(source)
        else:
            self.unread.add(name)
        return source

    def record(self, source: YamlSource | None, model: type[R], names: Names) -> tuple[R, YamlSource] | None:
        if source is None:
            return None
        said = [one for one in self.findings if one.location.file == source.file]
        record, rest, findings = self.reads.record(source, model, names)
        lost = {one.path for one in source.lost}  # present in the file but unreadable, so not missing
        findings = [one for one in findings if one.location.path not in lost]
        self.findings += unsaid(findings, said)
        self.sources[source.file] = rest
        self.written[source.file] = source
        if record is None or rest is not source or not source.complete:
            self.unread.add(source.file)
            lost_lines = [one.first_line for one in source.lost] + [one.location.line for one in findings]
            self.unread_rows |= {(source.file, row) for row in rows_at(rest, lost_lines)}
        return (record, rest) if record else None


def read_lao(
    code: str,
    folders: list[str],
    tree: ContentTree,
    framework_ids: Collection[str] | None,
    reads: Reads | None = None,
    only: Collection[str] | None = None,
    *,
    with_places: bool = False,
) -> ReadLao:
    """Read everything of one LAO, or of its plans only those whose folders are in `only`.

    Takes all folders of the code (two are an error; the first is read), the content tree or a record of the first
    folder (`record_folder`), the entries of the national frameworks (`Frameworks.entry_ids()`), and the file reader.
    Returns the records and all findings; `with_places`: those that are only counted keep their places (`few_of_each`).
    """
    folder = folders[0]
    seen = tree if isinstance(tree, RecordingTree) else record_folder(tree, folder)
    reader = _LaoReader(seen, reads=reads or Reads())
    repeated = repeated_code(code, folders)
    reader.findings += repeated
    reader.findings += check_lao_folder(reader.tree, folder)
    if kind_of(reader.tree, folder) is EntryKind.SYMLINK:
        return ReadLao(LaoFolder(code, folder, None, (), (), tuple(few_of_each(reader.findings))), {})
    lao_source = reader.source(below(folder, "lao.yml"))
    before = len(reader.findings)
    lao = _read_identity(reader, folder, code, lao_source, framework_ids)
    blocking = tuple(repeated) if repeated else _errors(reader.findings[before:]) if lao is None else ()
    lao_data = lao_source.data if lao_source else None
    fiction = _stated_fiction(lao_data)
    reader.findings += check_files_extent(reader.tree, folder)
    guidelines = _read_guidelines(reader, folder)
    cycles = [one for one in cycle_folders(reader.tree, folder) if only is None or one[0].slug in only]
    plans = tuple(_read_plan(reader, cycle, path, lao, lao_data, framework_ids) for cycle, path in cycles)
    if lao is None or repeated:
        # The owner of the data is unknown; the rest was still read, to report all findings at once.
        lao, guidelines = None, ()
        blocking = blocking or _errors(reader.findings)
        plans = tuple(UnreadablePlan(cycle, blocking) for cycle, _ in cycles)
    found = tuple(few_of_each(reader.findings, with_places=with_places))
    made = LaoFolder(code, folder, lao, plans, guidelines, found, fiction)
    return ReadLao(made, reader.sources, reader.texts, reader.written)


def _read_identity(
    reader: _LaoReader, folder_path: str, code: str, source: YamlSource | None, framework_ids: Collection[str] | None
) -> Lao | None:
    """Return the record of lao.yml; None if it does not identify the LAO."""
    name = below(folder_path, "lao.yml")
    if not is_file_or_link(reader.tree, name):
        if _is_missing(reader.tree, folder_path, "lao.yml"):
            reader.findings.append(missing_file(name))
        return None
    if source is None:
        return None
    read = reader.record(source, Lao, PlanNames(None, source.data, entries=framework_ids))
    if read is None:
        return None
    lao, rest = read
    if lao.code != code:
        reader.findings.append(folder_mismatch("lao.yml", lao.code, split(folder_path)[1], rest.location(("code",))))
        return None
    reader.findings += check_lao_ids(lao, rest)
    too_large = check_lao_extent(lao, name)
    reader.findings += too_large
    return None if too_large else lao


def _is_missing(tree: ContentTree, folder_path: str, name: str) -> bool:
    """Return whether to report a file as missing: not if it is misnamed, or if its folder cannot be listed."""
    return name not in misnamed_files(tree, folder_path) and not tree.listing(folder_path).failure


def _stated_fiction(data: PlainData) -> Fiction:
    """Return the fiction stated in lao.yml, even if it names no LAO; an unknown word counts as fictional."""
    stated = data.get("fictional") if isinstance(data, dict) else None
    if stated is None:
        return Fiction.NO
    words = {fold_for_comparison(word): meant for word, meant in FICTIONS.items()}
    return Fiction(words.get(fold_for_comparison(stated), "all")) if isinstance(stated, str) else Fiction.ALL


def _read_guidelines(reader: _LaoReader, folder_path: str) -> tuple[Guidelines, ...]:
    source = reader.source(below(folder_path, "guidelines.yml"))
    if source is None:
        return ()
    records, findings = read_records(source, Guidelines)
    too_large = check_guidelines_extent(records, source.file)
    reader.findings += findings + too_large
    return () if too_large else records


def _read_plan(
    outer: _LaoReader,
    cycle: Cycle,
    folder_path: str,
    lao: Lao | None,
    lao_data: PlainData,
    framework_ids: Collection[str] | None,
) -> PlanFolder | UnreadablePlan:
    reader = _LaoReader(outer.tree, outer.sources, outer.texts, outer.written, budget=outer.budget, reads=outer.reads)
    plan_folder = _read_plan_files(reader, cycle, folder_path, lao, lao_data, framework_ids)
    of_folder = [one for one in outer.findings if one.location.file == folder_path]
    outer.findings += reader.findings
    return plan_folder or UnreadablePlan(cycle, _errors(reader.findings) or _errors(of_folder))


def _read_plan_files(
    reader: _LaoReader,
    cycle: Cycle,
    folder_path: str,
    lao: Lao | None,
    lao_data: PlainData,
    framework_ids: Collection[str] | None,
) -> PlanFolder | None:
    results_in, documents_in = below(folder_path, "results"), below(folder_path, "documents")
    reader.findings += check_file_names(reader.tree, folder_path)
    for inner in (folder_path, results_in):
        reader.unread |= {below(inner, file) for file in misnamed_files(reader.tree, inner)}
    if not is_file_or_link(reader.tree, below(folder_path, "plan.yml")):
        if _is_missing(reader.tree, folder_path, "plan.yml"):
            reader.findings.append(missing_file(below(folder_path, "plan.yml")))
        return None
    sources = {file: reader.source(below(folder_path, file)) for file in ("plan.yml", "projects.yml", "idp.yml")}
    data = {file: source.data if source else None for file, source in sources.items()}
    names = PlanNames(cycle, lao_data, data["plan.yml"], data["projects.yml"], data["idp.yml"], framework_ids)
    plan = reader.record(sources["plan.yml"], Plan, names)
    projects = reader.record(sources["projects.yml"], ProjectTable, names)
    idp = reader.record(sources["idp.yml"], IdpTable, names)
    results = _read_results(reader, cycle, results_in, names)
    narrative = _read_narrative(reader, below(folder_path, "narrative.md"))
    if plan is None or lao is None:
        return None
    if plan[0].cycle != cycle:
        location = plan[1].location(("cycle",))
        reader.findings.append(folder_mismatch("plan.yml", plan[0].cycle.slug, split(folder_path)[1], location))
        return None
    record = PlanFolder(
        plan=plan[0],
        projects=projects[0] if projects else None,
        idp=idp[0] if idp else None,
        results=tuple(result for result, _ in results),
        narrative=narrative,
        results_files=tuple(source.file.removeprefix(f"{folder_path}/") for _, source in results),
    )
    too_large = check_extent(lao, record, folder_path)
    reader.findings += too_large
    if any(finding.location.file == f"{folder_path}/plan.yml" for finding in too_large):
        return None
    too_much = {finding.location.file.removeprefix(f"{folder_path}/") for finding in too_large}
    record = _without(record, too_much)
    places = PlanSources(
        plan=plan[1],
        projects=projects[1] if projects and record.projects else None,
        idp=idp[1] if idp and record.idp else None,
        results=tuple(source for _, source in results) if record.results else (),
    )
    projects_are_known = f"{folder_path}/projects.yml" not in reader.unread
    references = check_references(lao, record, places, framework_ids, projects_are_known=projects_are_known)
    lao_source = reader.written.get(below(split(folder_path)[0], "lao.yml"))
    if not (_ids_are_known(sources["plan.yml"]) and _ids_are_known(lao_source)):
        references = [one for one in references if one.code != "REF-001"]  # their targets may be in the unreadable part
    reader.findings += references
    reader.findings += matrix_misfits(plan[0], plan[1])
    named = named_files(plan[0], plan[1], results if record.results else ())
    reader.findings += documents_without_file(named, reader.tree, documents_in)
    reader.findings += names_not_on_windows(*plan, reader.tree, documents_in)
    attached, misfits = read_document_files(named, reader.tree, documents_in)
    reader.findings += misfits
    unread = {file.removeprefix(f"{folder_path}/") for file in reader.unread} | too_much
    rows = frozenset((file.removeprefix(f"{folder_path}/"), row) for file, row in reader.unread_rows)
    return replace(record, unread=frozenset(unread), unread_rows=rows, attached=attached)


def _ids_are_known(source: YamlSource | None) -> bool:
    """Return whether only single values of a file were lost, in records with known ids."""
    return source is None or all(len(one.path) > 2 and one.path[-1] not in ("id", "name") for one in source.lost)


def _without(record: PlanFolder, files: set[str]) -> PlanFolder:
    """Return a plan without the parts that are too large to show."""
    return replace(
        record,
        projects=None if "projects.yml" in files else record.projects,
        idp=None if "idp.yml" in files else record.idp,
        results=() if "results" in files else record.results,
        results_files=() if "results" in files else record.results_files,
    )


def _read_results(
    reader: _LaoReader, cycle: Cycle, folder_path: str, names: PlanNames
) -> list[tuple[YearResults, YamlSource]]:
    """Return the results of each year, in order of years and rounds.

    A file of another year or round, a duplicate, or one that cannot be assigned, is left out alone.
    """
    results: list[tuple[YearResults, YamlSource]] = []
    files = results_files(reader.tree, folder_path)
    if len(files) > MOST_RESULTS:
        reader.findings.append(too_many_results(folder_path, len(files)))
    for file in files[:MOST_RESULTS]:
        stem = file.removesuffix(".yml")
        read = reader.record(reader.source(below(folder_path, file)), YearResults, names)
        if read is None:
            continue
        year, location = read[0].fiscal_year, read[1].location(("fiscal_year",))
        named_year, _, named_round = stem.partition("-")
        same = next((source for one, source in results if (one.fiscal_year, one.round) == (year, read[0].round)), None)
        if str(year) != named_year:
            reader.findings.append(folder_mismatch(f"results/{file}", str(year), named_year, location))
        elif named_round and read[0].round != named_round:
            at = read[1].location(("round",))
            reader.findings.append(folder_mismatch(f"results/{file}", read[0].round, named_round, at))
        elif year not in cycle.years:
            reader.findings.append(outside_cycle(f"results/{file}", str(year), cycle.slug, location))
        elif same:
            at = read[1].location(("round",))
            other = f"results/{split(same.file)[1]}"
            reader.findings.append(reported_twice(f"results/{file}", str(year), read[0].round, other, at))
        else:
            results.append(read)
    return sorted(results, key=lambda one: (one[0].fiscal_year, int(one[0].round)))


def _read_narrative(reader: _LaoReader, name: str) -> tuple[NarrativeSection, ...]:
    if kind_of(reader.tree, name) is not EntryKind.FILE:
        return ()
    sections, findings, reader.texts[name] = read_narrative(reader.tree, name)
    reader.findings += findings
    return sections


def _errors(findings: list[Finding]) -> tuple[Finding, ...]:
    return tuple(few_of_each(finding for finding in findings if finding.severity is Severity.ERROR))
