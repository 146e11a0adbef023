"""Maps a finding's location in a file to the page and anchor that show the value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeVar

from generator import addresses
from generator.findings import Location
from generator.model.content import Framework, LaoFolder
from generator.model.idp import IdpTable
from generator.model.plan import PlanFolder
from generator.model.project import ProjectTable
from generator.model.strategy import Strategy

OVERVIEW = "overview"
"""The page of a plan itself."""

Path = tuple[str | int, ...]
T = TypeVar("T")


class PagePlace(NamedTuple):
    """A place on a page."""

    part: str
    """Name of a page of the plan, as in pages/page_kinds.py; else `lao`, `framework` or the id of a list."""
    anchor: str
    """Empty for the page as a whole."""
    kind: str
    """Kind of thing, as a key of the interface's words: a key of the file, `project`, `position` ..."""
    name: str | None = None
    """Its name in the document, if it has one."""


_STRATEGY = {"local_strategies": "alignment", "values": "alignment", "alignment": "alignment"} | {
    "strategies": "tactics",
    "budget_matrix": "budget",
}
_DOCUMENT = {
    "sources": "sources",
    "cover": "cover",
    "appointment_order": "order",
    "approval": "approval",
    "announcement": "announcement",
    "drafting_stamps": "stamps",
    "rationale": "n-rationale",
    "objectives": "n-objectives",
    "targets": "n-targets",
    "curricula": "curricula",
    "methods": "methods",
    "target_groups": "target-groups",
    "competencies": "competencies",
    "committee": "committee",
    "survey": "survey",
    "request_steps": "request-steps",
    "idp_roles": "idp-roles",
    "other_tables": "other-tables",
    "quotations": "quotations",
    "amendments": "amendments",
    "corrections": "corrections",
    "acknowledged": "acknowledged",
    "documents": "documents",
}
_OVERVIEW = {"topics": "topics"} | dict.fromkeys(("cycle", "continues", "state", "submitted", "returned"), "dates")
OF_PLAN = (
    {key: PagePlace("strategy", anchor, key) for key, anchor in _STRATEGY.items()}
    | {key: PagePlace("document", anchor, key) for key, anchor in _DOCUMENT.items()}
    | {key: PagePlace(OVERVIEW, anchor, key) for key, anchor in _OVERVIEW.items()}
    | {
        "monitoring": PagePlace("monitoring", "monitoring", "monitoring"),
        "evaluation_forms": PagePlace("monitoring", "evaluation", "evaluation_forms"),
        "budget_basis": PagePlace("projects", "table", "budget_basis"),
        "title": PagePlace(OVERVIEW, "", "title"),
    }
)
"""Top-level keys of plan.yml -> where they are shown; a test compares them with the model."""

OF_LAO = {
    "departments": PagePlace("lao", "departments", "departments"),
    "contact": PagePlace("lao", "contact", "contact"),
    "staff_counts": PagePlace("lao", "staff", "staff_counts"),
    "name_variants": PagePlace("lao", "names", "name_variants"),
}
"""Top-level keys of lao.yml with a section of their own on the page."""

OF_FRAMEWORK = {
    key: PagePlace("framework", anchor, key)
    for key, anchor in {
        "resolutions": "resolutions",
        "dates": "dates",
        "letters": "letters",
        "notes": "notes",
        "quotations": "quotations",
        "cited": "cited",
        "source": "source",
    }.items()
}
"""Top-level keys of a national document with a section of their own on the page."""

_WHOLE_PLAN = PagePlace(OVERVIEW, "", "plan")
_PROJECTS = PagePlace("projects", "table", "projects")
_POSITIONS = PagePlace("idp", "matrix", "idp")
_ATTACHED = PagePlace("document", "documents", "documents")
_NARRATIVE = PagePlace("document", "text", "narrative")
_IDENTITY = PagePlace("lao", "identity", "identity")
_GUIDELINES = PagePlace("lao", "guidelines", "guidelines")
_WHOLE_FRAMEWORK = PagePlace("framework", "", "framework")


def place_in_plan(files: PlanFolder, folder_path: str, texts: Mapping[str, str], location: Location) -> PagePlace:
    """Return where a plan's pages show a value in the cycle's folder; `texts` are the narratives by file name."""
    file, path = location.file[len(folder_path) + 1 :], location.path
    if file == "plan.yml":
        return _in_plan_file(files, path)
    if file == "projects.yml":
        return _project(files.projects, path)
    if file == "idp.yml":
        return _position(files.idp, path)
    if file == "narrative.md":
        return _narrative(files, texts.get(location.file, ""), location.line)
    if file.startswith("results/"):
        year = file.removeprefix("results/").removesuffix(".yml").partition("-")[0]
        return PagePlace("monitoring", f"results-{year}" if year.isdecimal() else "results", "results")
    return _ATTACHED


def place_in_lao(lao_folder: LaoFolder, location: Location) -> PagePlace:
    """Return where an LAO's own page shows a value that belongs to no plan."""
    key = location.path[0] if location.path else ""
    if location.file == f"{lao_folder.path}/guidelines.yml":
        known = lao_folder.guidelines[key] if isinstance(key, int) and key < len(lao_folder.guidelines) else None
        return (
            PagePlace("lao", addresses.guidelines_anchor(known.id), "guidelines", known.title) if known else _GUIDELINES
        )
    return OF_LAO.get(str(key), _IDENTITY)


def place_in_framework(framework: Framework, location: Location) -> PagePlace:
    """Return where the pages of a national document show a value; the part is `framework` or the id of a group."""
    stem, path = location.file.rpartition("/")[2].removesuffix(".yml"), location.path
    group = next((group for group in framework.groups if group.id == stem), None)
    if group is None:
        return OF_FRAMEWORK.get(str(path[0] if path else ""), _WHOLE_FRAMEWORK)
    entry = _at(group.entries, path) if path[:1] == ("entries",) else None
    if entry is None:
        return PagePlace(stem, "", "framework")
    return PagePlace(stem, addresses.entry_anchor(entry.id), "entry", _named(entry.number, entry.name))


def _in_plan_file(files: PlanFolder, path: Path) -> PagePlace:
    key = path[0] if path else ""
    strategy = _at(files.plan.strategies, path) if key == "strategies" else None
    if strategy:
        return _strategy(strategy, path[2:])
    if key == "budget_basis":
        return _project(files.projects, ())._replace(kind=key)
    return OF_PLAN.get(str(key), _WHOLE_PLAN)


def _strategy(strategy: Strategy, path: Path) -> PagePlace:
    tactic = _at(strategy.tactics, path) if path[:1] == ("tactics",) else None
    if tactic:
        return PagePlace("strategy", addresses.tactic_anchor(tactic.id), "tactic", _named(tactic.number, tactic.name))
    return PagePlace(
        "strategy", addresses.strategy_anchor(strategy.id), "strategy", _named(strategy.number, strategy.name)
    )


def _project(table: ProjectTable | None, path: Path) -> PagePlace:
    project = _at(table.projects, path) if table and path[:1] == ("projects",) else None
    if project is None:
        return _PROJECTS if table and table.projects else _PROJECTS._replace(anchor="")
    return PagePlace("projects", addresses.project_anchor(project.id), "project", _named(project.number, project.name))


def _position(table: IdpTable | None, path: Path) -> PagePlace:
    row = _at(table.rows, path) if table and path[:1] == ("rows",) else None
    if row is None:
        return _POSITIONS if table and table.rows else _POSITIONS._replace(anchor="")
    return PagePlace("idp", addresses.idp_anchor(row.id), "position", row.position)


def _narrative(files: PlanFolder, text: str, line: int) -> PagePlace:
    """Return the narrative section of a line: the nearest heading above it that is a known id."""
    known = {section.id for section in files.narrative}
    for written in reversed(text.split("\n")[:line]):
        if written.startswith("##"):
            section = written.strip("# \t").lower()
            if section in known:
                return PagePlace("document", addresses.narrative_anchor(section), f"n-{section}")
    return _NARRATIVE


def _at(records: Sequence[T], path: Path) -> T | None:
    """Return the record at the index in the second step of a path, or None if the path is too short or out of range."""
    index = path[1] if len(path) > 1 else None
    return records[index] if isinstance(index, int) and index < len(records) else None


def _named(number: str | None, name: str) -> str:
    return f"{number} {name}" if number else name
