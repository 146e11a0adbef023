"""Modules of the theme become few files: one per page script, one per module that it loads later."""

from __future__ import annotations

import re

import pytest

from generator.engine.assets import IMPORT_WORKER, PAGE_SCRIPTS, SCRIPTS
from generator.frame.script_modules import page_files
from tests.engine.conftest import REPOSITORY, Build, page

THEME = REPOSITORY / "theme_overrides"
MODULES = {
    "js/one.js": 'import { b } from "./lib/b.js";\n\n// Why.\nconst a = () => import("./later.js");\nb(a);\n',
    "js/lib/b.js": 'import { c } from "../c.js";\n\nexport const b = (x) => {\n  // Not this.\n  c(x); // kept\n};\n',
    "js/c.js": 'export const c = (x) => `//${x}`;\nexport const d = "";\n',
    "js/later.js": 'import { d, c } from "./c.js";\nimport { e } from "./lib/e.js";\n\nexport const a = [c, d, e];\n',
    "js/lib/e.js": 'import { b } from "./b.js";\n\nexport const e = b;\n',
}


def files_of(**changed: str) -> dict[str, str]:
    modules = MODULES | {f"js/{name}.js": text for name, text in changed.items()}
    return page_files("js/one.js", modules.__getitem__).files


def test_a_page_starts_with_one_file_and_loads_others_without_its_modules() -> None:
    (first, text), (later, more) = files_of().items()
    assert re.fullmatch(r"js/one\.[0-9a-f]{10}\.js", first)
    assert text == (
        "export const c = (x) => `//${x}`;\n"
        'export const d = "";\n'
        "export const b = (x) => {\n"
        "c(x); // kept\n"
        "};\n"
        f'const a = () => import("./{later.removeprefix("js/")}");\n'
        "b(a);\n"
    )
    imports = f'import {{ b, c, d }} from "./{first.removeprefix("js/")}";\n'
    assert more == f"{imports}export const e = b;\nexport const a = [c, d, e];\n"


def test_a_change_of_any_module_renames_all_files_of_the_page() -> None:
    before, after = files_of(), files_of(c="export const c = 1;\nexport const d = 2;\n")
    assert not before.keys() & after.keys()
    assert files_of() == before


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"c": 'import { a } from "./one.js";\nexport const c = a;\n'}, "import each other"),
        ({"c": "const b = 1;\nexport const c = b;\n"}, "both declare b"),
        ({"c": "const { q, b } = {};\nexport const c = b;\n"}, "both declare b"),
        ({"later": 'import { b as e } from "./lib/b.js";\nexport const a = e;\n'}, "write imports"),
        ({"later": 'import { e } from "./lib/e.js";\nexport const b = e;\n'}, "declares b of"),
        ({"later": 'import "./c.js";\n'}, "write imports"),
        ({"later": 'import {\n  c,\n} from "./c.js";\n'}, "write imports"),
        ({"later": "export default 1;\n"}, "write imports"),
        ({"later": 'export const a = () => import("./c.js");\n'}, "load others later"),
    ],
)
def test_what_would_not_run_in_one_scope_is_refused(changed: dict[str, str], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        files_of(**changed)


def test_a_missing_module_is_an_error() -> None:
    with pytest.raises(KeyError):
        files_of(c='import { x } from "./missing.js";\n')


def test_every_script_of_the_theme_is_used(build: Build) -> None:
    sources = {file.relative_to(THEME).as_posix() for file in THEME.rglob("*.js")}
    modules = {
        one
        for path in PAGE_SCRIPTS.values()
        for one in page_files(path, lambda name: (THEME / name).read_text("utf-8")).used
    }
    searching = {f"assets/js/{name}.js" for name in ("finder", "search-page", "full-text", "search-results")}
    assert sources == modules | set(SCRIPTS) | searching | {IMPORT_WORKER}
    site = build(page("/lao/1/"))
    assert not [file for file in site.folder.rglob("*.js") if not re.search(r"\.[0-9a-f]{10}\.js$", file.name)]


def test_no_text_of_a_module_goes_over_several_lines() -> None:
    """Such a text would lose its indentation."""
    for file in THEME.rglob("*.js"):
        assert [line for line in file.read_text("utf-8").splitlines() if line.count("`") % 2] == [], file
