"""Imports between the folders of generator/ point downwards, and only engine/ imports MkDocs."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

from generator.cli import COMMANDS

PACKAGE = Path(__file__).parents[1] / "generator"
# From the bottom up: a stage may import itself and those before it.
STAGES = (
    ("thai", "findings", "errors", "site_files"),
    ("settings", "addresses", "frame", "model"),
    ("reading",),
    ("history", "facts"),
    ("checks",),
    ("words",),
    ("views",),
    ("pages", "exports", "search"),
    ("building",),
    ("engine",),
    ("publishing",),
    ("drafting",),
    ("intake",),
    ("demo",),
    ("cli",),
)
RANK = {name: rank for rank, stage in enumerate(STAGES) for name in stage}
ONLY_ENGINE = {"mkdocs", "material"}
ONLY_PAGES = {"jinja2", "nh3", "markupsafe"}
MODULES = sorted(PACKAGE.rglob("*.py"))


@cache
def imports(module: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def stage(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.relative_to(PACKAGE).as_posix())
def test_imports_point_down(module: Path) -> None:
    if module == PACKAGE / "__init__.py":
        return
    own = RANK[stage(module)]
    for name in imports(module):
        if name.startswith("generator."):
            imported = name.split(".")[1]
            assert imported in RANK, f"{name}: not a stage; give it a place in STAGES"
            same = imported == stage(module)
            assert same or RANK[imported] < own or (RANK[imported] == own and own <= 1), (
                f"{stage(module)} imports {name}"
            )


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Neither late imports nor imports for types close one: move what both need to the lower module."""
    names = {".".join(("generator", *module.relative_to(PACKAGE).with_suffix("").parts)): module for module in MODULES}
    names = {name.removesuffix(".__init__"): module for name, module in names.items()}
    left = {
        name: {found if found in names else found.rpartition(".")[0] for found in imports(module)}
        & names.keys() - {name}
        for name, module in names.items()
    }
    while free := {name for name, below in left.items() if not below & left.keys()}:
        left = {name: below for name, below in left.items() if name not in free}
    assert {name: sorted(below & left.keys()) for name, below in left.items()} == {}


def test_only_the_engine_imports_mkdocs_and_only_pages_make_html() -> None:
    for module in MODULES:
        roots = {name.split(".")[0] for name in imports(module)}
        if stage(module) != "engine":
            assert not roots & ONLY_ENGINE, module
        if stage(module) != "frame":
            assert "jinja2" not in roots or stage(module) == "pages", module
        if stage(module) not in ("pages", "frame"):
            assert not roots & ONLY_PAGES, module
        assert "markdown" not in roots, f"{module}: only MkDocs runs Python-Markdown, over hand-written pages"


def test_every_folder_is_named_in_the_readme() -> None:
    readme = (PACKAGE.parent / "README.md").read_text("utf-8")
    for folder in PACKAGE.iterdir():
        if folder.is_dir() and any(folder.glob("*.py")):
            assert f"{folder.name}/" in readme, f"generator/{folder.name} is not on the README's map"


OF_SUMMARIES = (
    "pages/national_pages.py",
    "search/finder_index.py",
    *(f"views/{name}.py" for name in ("home", "province", "quality", "frameworks", "search", "compare", "spreads")),
    "views/national_evidence.py",
    "facts/framework_users.py",
    "facts/site_laos.py",
    "facts/comparable.py",
    "exports/spread_files.py",
)


@pytest.mark.parametrize("module", OF_SUMMARIES)
def test_national_pages_use_only_summaries_of_laos(module: str) -> None:
    read = {"ReadLao", "LaoFolder", "Lao", "PlanFolder", "UnreadablePlan", "PlanContext", "PlanInLao"}
    assert not {name.rpartition(".")[2] for name in imports(PACKAGE / module)} & read


PARALLEL = {
    "views": "the view of a page has the name of its template",
    "words": "the Thai words of a module or page have its name",
    "building/outputs": "an output has the name of what it makes, which is a key of the cache",
    "checks/*": "the rules of an area on one part of a plan have the name of the part's page",
    "cli": "a command's module has the name of the command",
}
"""Folders whose modules may share the name of a module elsewhere, with the reason; both are about the same thing."""


def parallel_folder(module: Path) -> str | None:
    """Return the parallel folder of a module, None for a module that needs a name of its own."""
    path = module.relative_to(PACKAGE)
    folder = next((one for one in PARALLEL if path.parent.match(one) and len(path.parts) == one.count("/") + 2), None)
    if folder == "views" and not (PACKAGE / "pages" / "templates" / f"{module.stem}.html.jinja").is_file():
        return None
    if folder == "cli" and f"generator.cli.{module.stem}" not in {shown.module for shown in COMMANDS.values()}:
        return None
    return folder


def test_a_module_name_is_shared_only_by_parallel_folders() -> None:
    homes: dict[str, list[tuple[str, str | None]]] = {}
    for module in MODULES:
        if module.name != "__init__.py":
            homes.setdefault(module.stem, []).append((module.as_posix(), parallel_folder(module)))
    for places in homes.values():
        assert len({folder for _, folder in places}) == len(places), f"one name, several things: {places}"


def test_a_class_name_is_unique() -> None:
    homes: dict[str, list[str]] = {}
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                homes.setdefault(node.name, []).append(module.as_posix())
    assert {name: places for name, places in homes.items() if len(places) > 1} == {}
