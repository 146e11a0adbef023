"""`pip install phaen` in an empty folder: a site without a checkout, from the wheel alone."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator.site_files import FOLDER, NAMES
from tests.building_blocks import ROOT
from tests.installed.wheels import Installation, copy_of_tree, tracked_files

CODE = "5999901"


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def expected_names() -> set[str]:
    """Every tracked file of the program, and every file of a site where the program looks for it."""
    tracked = tracked_files()
    program = {name for name in tracked if name.startswith("generator/")}
    of_site = {name for name in tracked if any(name == one or name.startswith(f"{one}/") for one in NAMES)}
    return program | {f"generator/{FOLDER}/{name}" for name in of_site}


def test_the_wheel_has_exactly_the_program_and_the_files_of_a_site(wheel: Path) -> None:
    assert names_in(wheel) == expected_names()
    of_site = {name.split("/")[2] for name in names_in(wheel) if name.startswith(f"generator/{FOLDER}/")}
    assert of_site == {"theme_overrides", "mkdocs.yml", "content", "docs"}
    assert not [name for name in names_in(wheel) if "content/plans" in name]


@pytest.mark.soak
def test_a_new_site_is_checked_and_built_without_a_checkout(wheel: Path, tmp_path: Path) -> None:
    walk(Installation(tmp_path, wheel, from_index=False))


@pytest.mark.soak  # downloads every dependency
def test_a_new_site_with_the_dependencies_that_the_wheel_declares(wheel: Path, tmp_path: Path) -> None:
    walk(Installation(tmp_path, wheel, from_index=True))


def walk(installed: Installation) -> None:
    """Go from an empty folder to a finished site that is what its manifests say."""
    program = Path(installed.python("import generator; print(generator.__file__)").strip())
    assert ROOT not in program.parents and installed.folder.parent in program.parents
    output = installed.phaen("new", CODE, "--name", "ตัวอย่าง", "--province", "มหาสารคาม", "--today", "2567-06-01").stdout
    assert "สร้างเว็บไซต์ใหม่ในโฟลเดอร์นี้แล้ว" in output
    assert sorted(entry.name for entry in installed.folder.iterdir()) == [".gitignore", "content", "docs", "mkdocs.yml"]
    (lao,) = (installed.folder / "content/plans").glob(f"{CODE}-*/lao.yml")
    # The editor's schema is among the files of the site, and the line at the top leads there.
    (schema,) = re.findall(r"\$schema=(\S+)", lao.read_text("utf-8"))
    assert (lao.parent / schema).resolve() == installed.folder / "docs/schema/lao.json"
    assert "ไม่พบข้อผิดพลาด" in installed.phaen("check").stdout
    installed.phaen("build")
    site = installed.folder / "site"
    page = (site / "lao" / CODE / "2567-2569" / "index.html").read_text("utf-8")
    assert (site / "about/publishing/index.html").is_file() and (site / "frameworks/index.html").is_file()
    for address in re.findall(r'(?:href|src)="((?:\.\./)+assets/[^"]+)"', page):
        assert (site / "lao" / CODE / "2567-2569" / address).resolve().is_file(), address
    assert {file.suffix for file in (site / "assets").rglob("*.*")} >= {".css", ".js", ".woff2"}
    installed.phaen("verify", "site")
    # A second build has the theme of the program among what it compares, and makes nothing again.
    before = {file: file.read_bytes() for file in site.rglob("*") if file.is_file()}
    installed.phaen("build")
    assert {file: file.read_bytes() for file in site.rglob("*") if file.is_file()} == before


def test_the_container_copies_all_sources_of_the_wheel(wheel: Path, tmp_path: Path) -> None:
    """No image can be made here, so the first stage is done by hand: its COPY lines, then its pip command."""
    stage = (ROOT / "deploy" / "Containerfile").read_text("utf-8").split("\nFROM ")[1]
    tree, context = copy_of_tree(tmp_path / "tree"), tmp_path / "context"
    context.mkdir()
    for line in re.findall(r"^COPY (.+)$", stage, re.MULTILINE):
        *sources, target = line.split()
        for source in sources:
            if (tree / source).is_dir():
                shutil.copytree(tree / source, context / target)
            else:
                shutil.copy(tree / source, context / target)
    assert "RUN python -m pip wheel --no-cache-dir --quiet --no-deps --wheel-dir /wheels ." in stage
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*command, "--wheel-dir", str(tmp_path / "wheels"), "."], cwd=context, check=True)
    (made,) = (tmp_path / "wheels").glob("*.whl")
    assert names_in(made) == names_in(wheel)
