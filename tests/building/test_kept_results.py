"""If cache entries are corrupt, foreign, missing, locked or truncated, the site is the same."""

from __future__ import annotations

import errno
import itertools
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.building import cache as cache_module
from generator.building import inputs
from generator.building.cache import clear, kept_in, limit
from generator.building.store import FolderStore
from tests.building.nation import Nation, difference
from tests.soak_marks import some_in_soak

ROOT = Path(__file__).parents[2]


@pytest.fixture
def kept(untouched: Nation) -> Path:
    """Return a copy of a build's cache for one test."""
    folder = untouched.folder / "kept"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(untouched.folder / "cache", folder)
    shutil.rmtree(folder / "sites")
    return folder


def same_site(nation: Nation, **options: object) -> int:
    """Build into an empty folder from the cache, compare the site, and return the number of LAOs made."""
    shutil.rmtree(nation.folder / "other", ignore_errors=True)
    report = nation.build("other", cache="kept", **options)  # type: ignore[arg-type]  # keywords by name; a wrong one fails at once
    assert difference(nation.site(), nation.site("other")) == []
    return report.made


def each_file(kept: Path, kind: str) -> list[Path]:
    return sorted(file for file in (kept / kind).rglob("*") if file.is_file())


Spoil = Callable[[Path], None]
SPOILT: dict[str, Spoil] = {
    "cut off": lambda file: file.write_bytes(file.read_bytes()[:20]),
    "empty": lambda file: file.write_bytes(b""),
    "another one's": lambda file: file.write_bytes(b'{"since": "0001-01-01"}\n'),
    "one bit": lambda file: file.write_bytes(bytes([file.read_bytes()[0] ^ 1]) + file.read_bytes()[1:]),
    "gone": lambda file: file.unlink(),
}


@pytest.mark.parametrize(
    ("how", "kind"),
    some_in_soak(itertools.product(SPOILT, ("units", "objects")), (("one bit", "units"), ("cut off", "objects"))),
)
def test_corrupt_entries_are_made_again(how: str, kind: str, kept: Path, untouched: Nation) -> None:
    for file in each_file(kept, kind):
        SPOILT[how](file)
    same_site(untouched)


def test_an_entry_of_another_lao_is_not_used(kept: Path, untouched: Nation) -> None:
    first, *others = each_file(kept, "units")
    for file in others:
        file.write_bytes(first.read_bytes())
    same_site(untouched)


@pytest.mark.soak
def test_objects_deleted_after_a_build_are_made_again(kept: Path, untouched: Nation) -> None:
    shutil.rmtree(untouched.folder / "other", ignore_errors=True)
    untouched.build("other", cache="kept")
    shutil.rmtree(kept / "objects")
    text = (untouched.lao("5999902") / "lao.yml").read_text("utf-8")
    try:
        (untouched.lao("5999902") / "lao.yml").write_text(text.replace("name: ตัวอย่าง", "name: แบบอย่าง"), "utf-8")
        report = untouched.build("other", cache="kept")
        assert report.spoilt > 0
    finally:
        (untouched.lao("5999902") / "lao.yml").write_text(text, "utf-8")
    untouched.build("other", cache="kept")
    assert difference(untouched.site(), untouched.site("other")) == []


def test_entries_of_another_program_version_are_not_used(
    kept: Path, untouched: Nation, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert kept.is_dir()
    monkeypatch.setattr(inputs, "program_fingerprint", lambda: "another")
    assert same_site(untouched) == 8


@pytest.mark.soak
def test_a_full_disk_does_not_stop_a_build(kept: Path, untouched: Nation, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(kept)
    write = FolderStore.write

    def full(store: FolderStore, name: str, content: bytes) -> None:
        if store.folder == kept:
            raise OSError(errno.ENOSPC, "No space left on device")
        write(store, name, content)

    monkeypatch.setattr(FolderStore, "write", full)
    shutil.rmtree(untouched.folder / "other", ignore_errors=True)
    report = untouched.build("other", cache="kept")
    assert report.not_kept.endswith("kept")
    assert difference(untouched.site(), untouched.site("other")) == []


@pytest.mark.soak
def test_a_file_in_place_of_the_cache_folder_does_not_stop_a_build(kept: Path, untouched: Nation) -> None:
    shutil.rmtree(kept)
    kept.write_text("ไม่ใช่โฟลเดอร์", "utf-8")
    try:
        same_site(untouched)
        same_site(untouched)
    finally:
        kept.unlink()


BUILD = """
import sys
from pathlib import Path
from tests.building.nation import Nation
Nation.at(Path(sys.argv[1])).build("other", cache="kept", jobs=2)
"""


@pytest.mark.parametrize("after", some_in_soak((0.8, 1.6, 2.4), (1.6,)))
def test_a_killed_build_leaves_the_old_site_and_an_intact_cache(after: float, kept: Path, untouched: Nation) -> None:
    shutil.rmtree(kept)
    shutil.rmtree(untouched.folder / "other", ignore_errors=True)
    shutil.copytree(untouched.folder / "site", untouched.folder / "other")
    process = subprocess.Popen([sys.executable, "-c", BUILD, str(untouched.folder)], cwd=ROOT)
    time.sleep(after)
    process.kill()
    process.wait()
    assert difference(untouched.site(), untouched.site("other")) == []
    same_site(untouched)


@pytest.mark.soak
def test_two_parallel_builds_share_a_cache(kept: Path, untouched: Nation) -> None:
    shutil.rmtree(kept)
    shutil.rmtree(untouched.folder / "other", ignore_errors=True)
    script = BUILD.replace('"other"', "sys.argv[2]")
    builds = [
        subprocess.Popen([sys.executable, "-c", script, str(untouched.folder), name], cwd=ROOT)
        for name in ("left", "right")
    ]
    assert [build.wait() for build in builds] == [0, 0]
    for name in ("left", "right"):
        assert difference(untouched.site(), untouched.site(name)) == []
        shutil.rmtree(untouched.folder / name)


# Commands for operators.


def test_a_limit_deletes_the_oldest_results_first(kept: Path) -> None:
    before = kept_in(kept)
    assert before.units > 8
    gone = limit(kept, before.size // 2)
    assert gone.size >= before.size // 2
    assert kept_in(kept).size <= before.size // 2


def test_clearing_leaves_other_files(kept: Path) -> None:
    (kept / "README").write_text("ของผู้อื่น", "utf-8")
    clear(kept)
    assert [file.name for file in kept.iterdir()] == ["README"]
    assert cache_module.kept_in(kept).size == 0
