"""An LAO with a new code: in every build, its pages' former addresses redirect to the current ones."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.engine.batch import build_site
from tests.building.nation import CODES, Nation, difference, files_of
from tests.building_blocks import make_lao

FORMER = "6999901"
PROJECTS = "2567-2569/projects/index.html"


@pytest.fixture
def nation(built_nation: Nation, tmp_path: Path) -> Nation:
    """Return a nation whose first LAO has a former code."""
    nation = built_nation.copied_to(tmp_path / "nation")
    add_former_code(nation.lao(), FORMER)
    nation.build()
    return nation


def add_former_code(folder: Path, code: str) -> None:
    file = folder / "lao.yml"
    file.write_text(file.read_text("utf-8") + f"\nformer_codes:\n  - code: '{code}'\n", "utf-8")


def test_every_former_address_redirects_to_its_page(nation: Nation) -> None:
    site = nation.site()
    pages = {path for path in site if path.startswith(f"lao/{CODES[0]}/") and path.endswith("index.html")}
    moved = {path for path in site if path.startswith(f"lao/{FORMER}/")}
    assert moved == {path.replace(CODES[0], FORMER, 1) for path in pages}
    target = f"../../../../lao/{CODES[0]}/2567-2569/projects/"
    html = site[f"lao/{FORMER}/{PROJECTS}"].decode()
    assert f'<meta http-equiv="refresh" content="0; url={target}">' in html
    assert '<meta name="robots" content="noindex">' in html


def test_as_mkdocs_makes_it_in_one_process(nation: Nation, tmp_path: Path) -> None:
    build_site(nation.folder / "mkdocs.yml", nation.settings, tmp_path / "site")
    assert difference(nation.site(), files_of(tmp_path / "site")) == []


def test_a_site_with_redirects_is_not_rebuilt(nation: Nation) -> None:
    assert nation.build().made == 0
    (nation.lao(CODES[1]) / "lao.yml").write_bytes((nation.lao(CODES[1]) / "lao.yml").read_bytes() + b"# x\n")
    assert nation.build().made == 1
    nation.build("clean", cache=None)
    assert difference(nation.site(), nation.site("clean")) == []


def test_a_former_code_that_another_lao_has_does_not_redirect(nation: Nation) -> None:
    make_lao(nation.content, FORMER, "khon-uen")
    nation.build()
    assert b'http-equiv="refresh"' not in nation.site()[f"lao/{FORMER}/{PROJECTS}"]
    nation.build("clean", cache=None)
    assert difference(nation.site(), nation.site("clean")) == []


def test_a_former_code_claimed_by_two_laos_does_not_redirect(nation: Nation) -> None:
    add_former_code(nation.lao(CODES[1]), FORMER)
    nation.build()
    assert not any(path.startswith(f"lao/{FORMER}/") for path in nation.site())


def test_a_new_code_between_two_builds_keeps_the_old_addresses(nation: Nation) -> None:
    old = nation.lao(CODES[1])
    new = old.with_name("5999907-mai")
    shutil.copytree(old, new)
    shutil.rmtree(old)
    file = new / "lao.yml"
    file.write_text(file.read_text("utf-8").replace(CODES[1], "5999907"), "utf-8")
    add_former_code(new, CODES[1])
    nation.build()
    assert b"lao/5999907/2567-2569/projects/" in nation.site()[f"lao/{CODES[1]}/{PROJECTS}"]
    nation.build("clean", cache=None)
    assert difference(nation.site(), nation.site("clean")) == []
