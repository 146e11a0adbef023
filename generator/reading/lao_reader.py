"""One LAO's folder in, its records with their sources out. One broken file never hides another."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from generator.findings import Finding, Location, Severity, few_of_each, has_errors
from generator.model.content import LaoFolder, UnreadablePlan
from generator.model.guidelines import Guidelines
from generator.model.idp import IdpTable
from generator.model.lao import Lao
from generator.model.plan import NarrativeSection, Plan, PlanFolder
from generator.model.project import ProjectTable
from generator.model.results import YearResults
from generator.reading.attachments import documents_without_file
from generator.reading.extent import check_extent, check_guidelines_extent, check_lao_extent
from generator.reading.file_limits import (
    MOST_BYTES,
    MOST_RESULTS,
    check_files_extent,
    check_source_extent,
    too_many_bytes,
    too_many_results,
)
from generator.reading.folders import (
    CYCLE_FOLDER,
    MOST_CYCLES,
    RESULTS_FILE,
    check_lao_folder,
    folder_mismatch,
    missing_file,
    outside_cycle,
    repeated_code,
    results_folder,
)
from generator.reading.narrative import read_narrative
from generator.reading.records import read_record, read_records, unsaid
from generator.reading.references import PlanSources, check_lao_ids, check_references
from generator.reading.yaml_text import YamlSource, read_yaml
from generator.thai.dates import Cycle

R = TypeVar("R", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class ReadLao:
    """An LAO as read: the record, and where every value of it stands."""

    folder: LaoFolder
    sources: dict[str, YamlSource]
    """YAML sources by file name relative to the content folder."""
    texts: dict[str, str] = field(default_factory=dict)
    """Narratives as written, by file name."""

    def location(self, file: str, *path: str | int) -> Location:
        """Where a value stands; the file alone when it was not read."""
        source = self.sources.get(file)
        return source.location(path) if source else Location(file, path=path)


@dataclass(slots=True)
class _Reader:
    """Collects sources and findings while the files of one LAO are read."""

    content: Path
    sources: dict[str, YamlSource] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    read: list[int] = field(default_factory=list)
    """Bytes of every YAML file so far."""

    def source(self, file: Path) -> YamlSource | None:
        if file.is_symlink() or not file.exists():
            return None
        name = file.relative_to(self.content).as_posix()
        self.read.append(file.stat().st_size)
        if sum(self.read) > MOST_BYTES:
            self.findings.append(too_many_bytes(name))
            return None
        source, findings = read_yaml(file, name)
        self.findings += findings
        if source:
            self.sources[name] = source
            self.findings += check_source_extent(source)
        return source

    def record(self, file: Path, model: type[R]) -> tuple[R, YamlSource] | None:
        before = len(self.findings)
        source = self.source(file)
        if source is None:
            return None
        record, findings = read_record(source, model)
        self.findings += unsaid(findings, self.findings[before:])
        return (record, source) if record else None


def read_lao(code: str, folders: list[Path], content: Path, framework_ids: Collection[str] | None) -> ReadLao:
    """Read everything of one LAO.

    Takes all folders of the code (two are an error), the content folder and the ids of the national frameworks.
    Returns the records and all findings; what has errors is left out and said to be unreadable.
    """
    folder = folders[0]
    name = folder.relative_to(content).as_posix()
    reader = _Reader(content)
    reader.findings += repeated_code(code, folders, content)
    reader.findings += check_lao_folder(folder, content)
    if folder.is_symlink():
        return ReadLao(LaoFolder(code, name, None, (), (), tuple(few_of_each(reader.findings))), {})
    lao = _read_identity(reader, folder, code)
    blocking = _errors(reader.findings)
    reader.findings += check_files_extent(folder, content)
    guidelines = _read_guidelines(reader, folder)
    plans = tuple(_read_plan(reader, cycle, path, lao, framework_ids) for cycle, path in _cycle_folders(folder))
    if blocking:
        # Nobody knows whose data it is; the rest was read all the same, so that every finding is told at once.
        lao, guidelines = None, ()
        plans = tuple(UnreadablePlan(cycle, blocking) for cycle, _ in _cycle_folders(folder))
    found = tuple(few_of_each(reader.findings))
    return ReadLao(LaoFolder(code, name, lao, plans, guidelines, found), reader.sources, reader.texts)


def _read_identity(reader: _Reader, folder: Path, code: str) -> Lao | None:
    file = folder / "lao.yml"
    name = file.relative_to(reader.content).as_posix()
    if not file.is_file():
        reader.findings.append(missing_file(name))
        return None
    read = reader.record(file, Lao)
    if read is None:
        return None
    lao, source = read
    if lao.code != code:
        reader.findings.append(folder_mismatch("lao.yml", lao.code, folder.name, source.location(("code",))))
    reader.findings += check_lao_ids(lao, source)
    reader.findings += check_lao_extent(lao, name)
    return lao


def _read_guidelines(reader: _Reader, folder: Path) -> tuple[Guidelines, ...]:
    source = reader.source(folder / "guidelines.yml")
    if source is None:
        return ()
    records, findings = read_records(source, Guidelines)
    too_large = check_guidelines_extent(records, source.file)
    reader.findings += findings + too_large
    return () if too_large else records


def _cycle_folders(folder: Path) -> list[tuple[Cycle, Path]]:
    cycles = []
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink() and CYCLE_FOLDER.fullmatch(path.name):
            try:
                cycles.append((Cycle.parse(path.name), path))
            except ValueError:
                continue  # reported by check_lao_folder
    return sorted(cycles, key=lambda pair: pair[0].slug)[-MOST_CYCLES:]  # more of them are an error already


def _read_plan(
    outer: _Reader, cycle: Cycle, folder: Path, lao: Lao | None, framework_ids: Collection[str] | None
) -> PlanFolder | UnreadablePlan:
    reader = _Reader(outer.content, outer.sources, outer.texts, read=outer.read)
    plan_folder = _read_plan_files(reader, cycle, folder, lao, framework_ids)
    outer.findings += reader.findings
    if plan_folder is None or has_errors(reader.findings):
        return UnreadablePlan(cycle, _errors(reader.findings))
    return plan_folder


def _read_plan_files(
    reader: _Reader, cycle: Cycle, folder: Path, lao: Lao | None, framework_ids: Collection[str] | None
) -> PlanFolder | None:
    if not (folder / "plan.yml").is_file():
        reader.findings.append(missing_file((folder / "plan.yml").relative_to(reader.content).as_posix()))
        return None
    plan = reader.record(folder / "plan.yml", Plan)
    projects = reader.record(folder / "projects.yml", ProjectTable)
    idp = reader.record(folder / "idp.yml", IdpTable)
    results = _read_results(reader, cycle, folder / "results")
    if projects is None and (folder / "projects.yml").exists():
        results = []  # whether their projects exist cannot be said
    narrative = _read_narrative(reader, folder / "narrative.md")
    if plan is None or lao is None:
        return None
    if plan[0].cycle != cycle:
        location = plan[1].location(("cycle",))
        reader.findings.append(folder_mismatch("plan.yml", plan[0].cycle.slug, folder.name, location))
    record = PlanFolder(
        plan=plan[0],
        projects=projects[0] if projects else None,
        idp=idp[0] if idp else None,
        results=tuple(result for result, _ in results),
        narrative=narrative,
    )
    sources = PlanSources(
        plan=plan[1],
        projects=projects[1] if projects else None,
        idp=idp[1] if idp else None,
        results=tuple(source for _, source in results),
    )
    too_large = check_extent(lao, record, folder.relative_to(reader.content).as_posix())
    reader.findings += too_large or check_references(lao, record, sources, framework_ids)
    if not too_large:
        reader.findings += documents_without_file(plan[0], plan[1], folder / "documents")
    return record


def _read_results(reader: _Reader, cycle: Cycle, folder: Path) -> list[tuple[YearResults, YamlSource]]:
    if folder.is_symlink() or not folder.is_dir():
        return []
    results = []
    files = [file for file in results_folder(folder.parent) if RESULTS_FILE.fullmatch(file.name)]
    if len(files) > MOST_RESULTS:
        reader.findings.append(too_many_results(folder.relative_to(reader.content).as_posix(), len(files)))
    for file in files[:MOST_RESULTS]:
        read = reader.record(file, YearResults)
        if read is None:
            continue
        if str(read[0].fiscal_year) != file.stem:
            location = read[1].location(("fiscal_year",))
            reader.findings.append(
                folder_mismatch(f"results/{file.name}", str(read[0].fiscal_year), file.stem, location)
            )
        elif read[0].fiscal_year not in cycle.years:
            location = read[1].location(("fiscal_year",))
            reader.findings.append(
                outside_cycle(f"results/{file.name}", str(read[0].fiscal_year), cycle.slug, location)
            )
        results.append(read)
    return results


def _read_narrative(reader: _Reader, file: Path) -> tuple[NarrativeSection, ...]:
    if file.is_symlink() or not file.is_file():
        return ()
    name = file.relative_to(reader.content).as_posix()
    sections, findings, reader.texts[name] = read_narrative(file, name)
    reader.findings += findings
    return sections


def _errors(findings: list[Finding]) -> tuple[Finding, ...]:
    return tuple(few_of_each(finding for finding in findings if finding.severity is Severity.ERROR))
