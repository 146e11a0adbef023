"""One LAO's folder in, its records with their sources out.

One slip takes down one cell: what can be read of a file is read, and only a wrong identity or cycle makes a plan
unreadable. Names of files of which something could not be read stand in `PlanFolder.unread`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from pathlib import Path
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
from generator.reading.attachments import documents_without_file
from generator.reading.document_files import document_file_misfits
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
    check_file_names,
    check_lao_folder,
    folder_mismatch,
    misnamed_files,
    missing_file,
    outside_cycle,
    repeated_code,
    results_folder,
)
from generator.reading.matrix import matrix_misfits
from generator.reading.names import PlanNames
from generator.reading.narrative import read_narrative
from generator.reading.records import read_record, read_records, unsaid
from generator.reading.references import PlanSources, check_lao_ids, check_references
from generator.reading.yaml_text import PlainData, YamlSource, read_yaml
from generator.reading.yaml_text.refusals import MAX_BYTES
from generator.thai.dates import Cycle
from generator.thai.text import fold_for_comparison

R = TypeVar("R", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class ReadLao:
    """An LAO as read: the record, and where every value of it stands."""

    folder: LaoFolder
    sources: dict[str, YamlSource]
    """YAML sources by file name relative to the content folder."""
    texts: dict[str, str] = field(default_factory=dict)
    """Narratives as written, by file name."""
    written: dict[str, YamlSource] = field(default_factory=dict)
    """The same sources with everything that the files say, also what could not be read into records."""

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
    written: dict[str, YamlSource] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    """Files of which something could not be read."""
    read: list[int] = field(default_factory=list)
    """Bytes of every YAML file so far."""

    def source(self, file: Path) -> YamlSource | None:
        name = file.relative_to(self.content).as_posix()
        if file.is_symlink() or not file.exists():
            self.unread |= {name} if file.is_symlink() else set()
            return None
        self.read.append(min(file.stat().st_size, MAX_BYTES))  # of a larger file nothing is read
        if sum(self.read) > MOST_BYTES:
            self.findings.append(too_many_bytes(name))
            self.unread.add(name)
            return None
        source, findings = read_yaml(file, name)
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
        record, rest, findings = read_record(source, model, names)
        lost = {one.path for one in source.lost}  # what seems to be missing there is written, and could not be read
        findings = [one for one in findings if one.location.path not in lost]
        self.findings += unsaid(findings, said)
        self.sources[source.file] = rest
        self.written[source.file] = source
        if record is None or rest is not source or not source.complete:
            self.unread.add(source.file)
        return (record, rest) if record else None


def read_lao(code: str, folders: list[Path], content: Path, framework_ids: Collection[str] | None) -> ReadLao:
    """Read everything of one LAO.

    Takes all folders of the code (two are an error), the content folder and the entries of the national frameworks
    (`Frameworks.entry_ids()`). Returns the records and all findings.
    """
    folder = folders[0]
    name = folder.relative_to(content).as_posix()
    reader = _Reader(content)
    repeated = repeated_code(code, folders, content)
    reader.findings += repeated
    reader.findings += check_lao_folder(folder, content)
    if folder.is_symlink():
        return ReadLao(LaoFolder(code, name, None, (), (), tuple(few_of_each(reader.findings))), {})
    lao_source = reader.source(folder / "lao.yml")
    before = len(reader.findings)
    lao = _read_identity(reader, folder, code, lao_source, framework_ids)
    blocking = tuple(repeated) if repeated else _errors(reader.findings[before:]) if lao is None else ()
    lao_data = lao_source.data if lao_source else None
    fiction = _stated_fiction(lao_data)
    reader.findings += check_files_extent(folder, content)
    guidelines = _read_guidelines(reader, folder)
    plans = tuple(
        _read_plan(reader, cycle, path, lao, lao_data, framework_ids) for cycle, path in _cycle_folders(folder)
    )
    if lao is None or repeated:
        # Nobody knows whose data it is; the rest was read all the same, so that every finding is told at once.
        lao, guidelines = None, ()
        blocking = blocking or _errors(reader.findings)
        plans = tuple(UnreadablePlan(cycle, blocking) for cycle, _ in _cycle_folders(folder))
    found = tuple(few_of_each(reader.findings))
    return ReadLao(
        LaoFolder(code, name, lao, plans, guidelines, found, fiction), reader.sources, reader.texts, reader.written
    )


def _read_identity(
    reader: _Reader, folder: Path, code: str, source: YamlSource | None, framework_ids: Collection[str] | None
) -> Lao | None:
    """Read lao.yml; None where it does not say who the LAO is."""
    file = folder / "lao.yml"
    name = file.relative_to(reader.content).as_posix()
    if not file.is_file():
        if "lao.yml" not in misnamed_files(folder):
            reader.findings.append(missing_file(name))
        return None
    if source is None:
        return None
    read = reader.record(source, Lao, PlanNames(None, source.data, entries=framework_ids))
    if read is None:
        return None
    lao, rest = read
    if lao.code != code:
        reader.findings.append(folder_mismatch("lao.yml", lao.code, folder.name, rest.location(("code",))))
        return None
    reader.findings += check_lao_ids(lao, rest)
    too_large = check_lao_extent(lao, name)
    reader.findings += too_large
    return None if too_large else lao


def _stated_fiction(data: PlainData) -> Fiction:
    """Return what lao.yml says of being made up, also where it names no LAO; a word that is none of ours says yes."""
    stated = data.get("fictional") if isinstance(data, dict) else None
    if stated is None:
        return Fiction.NO
    words = {fold_for_comparison(word): meant for word, meant in FICTIONS.items()}
    return Fiction(words.get(fold_for_comparison(stated), "all")) if isinstance(stated, str) else Fiction.ALL


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
    outer: _Reader,
    cycle: Cycle,
    folder: Path,
    lao: Lao | None,
    lao_data: PlainData,
    framework_ids: Collection[str] | None,
) -> PlanFolder | UnreadablePlan:
    reader = _Reader(outer.content, outer.sources, outer.texts, outer.written, read=outer.read)
    plan_folder = _read_plan_files(reader, cycle, folder, lao, lao_data, framework_ids)
    outer.findings += reader.findings
    return plan_folder or UnreadablePlan(cycle, _errors(reader.findings))


def _read_plan_files(
    reader: _Reader,
    cycle: Cycle,
    folder: Path,
    lao: Lao | None,
    lao_data: PlainData,
    framework_ids: Collection[str] | None,
) -> PlanFolder | None:
    name = folder.relative_to(reader.content).as_posix()
    reader.findings += check_file_names(folder, reader.content)
    misnamed = misnamed_files(folder)
    reader.unread |= {f"{name}/{file}" for file in misnamed}
    reader.unread |= {f"{name}/results/{file}" for file in misnamed_files(folder / "results")}
    if not (folder / "plan.yml").is_file():
        if "plan.yml" not in misnamed:
            reader.findings.append(missing_file(f"{name}/plan.yml"))
        return None
    sources = {file: reader.source(folder / file) for file in ("plan.yml", "projects.yml", "idp.yml")}
    data = {file: source.data if source else None for file, source in sources.items()}
    names = PlanNames(cycle, lao_data, data["plan.yml"], data["projects.yml"], data["idp.yml"], framework_ids)
    plan = reader.record(sources["plan.yml"], Plan, names)
    projects = reader.record(sources["projects.yml"], ProjectTable, names)
    idp = reader.record(sources["idp.yml"], IdpTable, names)
    results = _read_results(reader, cycle, folder / "results", names)
    narrative = _read_narrative(reader, folder / "narrative.md")
    if plan is None or lao is None:
        return None
    if plan[0].cycle != cycle:
        location = plan[1].location(("cycle",))
        reader.findings.append(folder_mismatch("plan.yml", plan[0].cycle.slug, folder.name, location))
        return None
    record = PlanFolder(
        plan=plan[0],
        projects=projects[0] if projects else None,
        idp=idp[0] if idp else None,
        results=tuple(result for result, _ in results),
        narrative=narrative,
    )
    too_large = check_extent(lao, record, name)
    reader.findings += too_large
    if any(finding.location.file == f"{name}/plan.yml" for finding in too_large):
        return None
    too_much = {finding.location.file.removeprefix(f"{name}/") for finding in too_large}
    record = _without(record, too_much)
    places = PlanSources(
        plan=plan[1],
        projects=projects[1] if projects and record.projects else None,
        idp=idp[1] if idp and record.idp else None,
        results=tuple(source for _, source in results) if record.results else (),
    )
    projects_are_known = f"{name}/projects.yml" not in reader.unread
    references = check_references(lao, record, places, framework_ids, projects_are_known=projects_are_known)
    lao_source = reader.written.get(f"{folder.parent.relative_to(reader.content).as_posix()}/lao.yml")
    if not (_ids_are_known(sources["plan.yml"]) and _ids_are_known(lao_source)):
        references = [one for one in references if one.code != "REF-001"]  # what they name may be what was lost
    reader.findings += references
    reader.findings += matrix_misfits(plan[0], plan[1])
    reader.findings += documents_without_file(plan[0], plan[1], folder / "documents")
    reader.findings += document_file_misfits(plan[0], plan[1], folder / "documents")
    unread = {file.removeprefix(f"{name}/") for file in reader.unread} | too_much
    return replace(record, unread=frozenset(unread))


def _ids_are_known(source: YamlSource | None) -> bool:
    """Say whether all that was lost of a file is single values of things whose ids are known."""
    return source is None or all(len(one.path) > 2 and one.path[-1] not in ("id", "name") for one in source.lost)


def _without(record: PlanFolder, files: set[str]) -> PlanFolder:
    """Leave out the parts of a plan that are too large to be shown."""
    return replace(
        record,
        projects=None if "projects.yml" in files else record.projects,
        idp=None if "idp.yml" in files else record.idp,
        results=() if "results" in files else record.results,
    )


def _read_results(
    reader: _Reader, cycle: Cycle, folder: Path, names: PlanNames
) -> list[tuple[YearResults, YamlSource]]:
    """Read the results of each year; a file of another year, or one that nobody can place, is left out by itself."""
    if folder.is_symlink() or not folder.is_dir():
        return []
    results = []
    files = [file for file in results_folder(folder.parent) if RESULTS_FILE.fullmatch(file.name)]
    if len(files) > MOST_RESULTS:
        reader.findings.append(too_many_results(folder.relative_to(reader.content).as_posix(), len(files)))
    for file in files[:MOST_RESULTS]:
        read = reader.record(reader.source(file), YearResults, names)
        if read is None:
            continue
        year, location = read[0].fiscal_year, read[1].location(("fiscal_year",))
        if str(year) != file.stem:
            reader.findings.append(folder_mismatch(f"results/{file.name}", str(year), file.stem, location))
        elif year not in cycle.years:
            reader.findings.append(outside_cycle(f"results/{file.name}", str(year), cycle.slug, location))
        else:
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
