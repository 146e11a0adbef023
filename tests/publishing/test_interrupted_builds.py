"""After a builder is killed or the disk is full, the site is the whole old or the whole new one; no push is lost."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from generator.history.site_integrity import verify_site
from generator.publishing.queue import waiting_pushes
from generator.publishing.release_folders import ReleaseFolders
from tests.building_blocks import ROOT
from tests.publishing.pushed_site import CODES, PushedSite


@pytest.fixture(scope="module")
def pushed(tmp_path_factory: pytest.TempPathFactory) -> PushedSite:
    made = PushedSite(tmp_path_factory.mktemp("pushed"))
    made.rename("ชื่อเดิม")
    made.push("first name")
    made.publish()
    return made


def start(pushed: PushedSite, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.publishing.build_once", str(pushed.site.root), *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def is_whole(pushed: PushedSite, names: set[str]) -> bool:
    """Return whether the live site exactly matches one release's manifests, with one of these names."""
    found = [name for name in names if name in pushed.page()]
    return verify_site(pushed.site.current.resolve(), pushed.site.store).traces == [] and len(found) == 1


def kill_builds(pushed: PushedSite, count: int, seed: int) -> int:
    """Push and kill the builder at a random moment, `count` times; return the number of builds really killed.

    The moment is anywhere within the duration of the fastest whole build so far, or somewhat later. The first build in
    a new checkout also compiles modules and templates, and a busy machine may make any of them slow.
    """
    chance, killed, names = Random(seed), 0, {"ชื่อเดิม"}  # noqa: S311  # not for security
    begun = time.monotonic()
    pushed.push("unkilled")
    start(pushed).communicate()
    whole = time.monotonic() - begun
    for number in range(count):
        name = f"รุ่นที่{number:03}จบ"
        names.add(name)
        pushed.rename(name)
        pushed.push(name)
        begun, builder = time.monotonic(), start(pushed)
        try:
            builder.wait(timeout=chance.uniform(0.1, 1.3) * whole)
            whole = min(whole, time.monotonic() - begun)
        except subprocess.TimeoutExpired:
            builder.send_signal(signal.SIGKILL)
            killed += 1
        builder.communicate()
        assert is_whole(pushed, names), f"after kill {number}"
    pushed.publish()
    assert is_whole(pushed, {f"รุ่นที่{count - 1:03}จบ"})
    assert waiting_pushes(pushed.site.queue) == []
    left = [*pushed.site.releases.glob(".*"), *pushed.site.store.glob(".*"), *pushed.site.root.glob(".current*")]
    assert left == []
    return killed


def test_after_a_killed_builder_the_site_is_whole_and_the_next_builds_the_push(pushed: PushedSite) -> None:
    kill_builds(pushed, 3, seed=1)


@pytest.mark.soak
def test_fifty_killed_builders_leave_whole_sites(pushed: PushedSite, capsys: pytest.CaptureFixture[str]) -> None:
    killed = kill_builds(pushed, 50, seed=2)
    with capsys.disabled():
        print(f"\n{killed} of 50 builds killed, no broken or mixed site")  # noqa: T201  # for the soak run
    assert killed >= 10


def test_a_builder_killed_before_going_live_is_recovered(pushed: PushedSite, monkeypatch: pytest.MonkeyPatch) -> None:
    pushed.rename("ก่อนสลับ")
    pushed.push("x")
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(ReleaseFolders, "switch", _interrupted)
        pushed.publish()
    assert "ก่อนสลับ" not in pushed.page()
    pushed.publish()
    assert "ก่อนสลับ" in pushed.page()


def _interrupted(*_: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("most", [64, 2_000, 20_000])
def test_with_a_full_disk_the_old_site_stays_until_there_is_room(pushed: PushedSite, most: int) -> None:
    before = pushed.page()
    name = f"เต็ม{most}จบ"
    pushed.rename(name)
    pushed.rename(name, CODES[1])
    pushed.push(name)
    builder = start(pushed, str(most))
    builder.communicate()
    assert builder.returncode != 0
    assert pushed.page() == before
    assert verify_site(pushed.site.current.resolve(), pushed.site.store).traces == []
    pushed.publish()
    assert name in pushed.page()


def test_on_a_small_disk_the_old_site_stays_until_there_is_room(pushed: PushedSite, tmp_path: Path) -> None:
    """Needs a separate real file system, mountable here; elsewhere the tests above must do."""
    disk = tmp_path / "disk"
    disk.mkdir()
    # A file takes whole memory pages, and a copy follows no hard links.
    pages = sum(-(-file.stat().st_size // 4096) + 1 for file in pushed.site.root.rglob("*") if file.is_file())
    size = pages * 4096 // 2**20 + 20
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}m", "tmpfs", str(disk)]
    mounted = subprocess.run(command, capture_output=True, check=False)
    if mounted.returncode:
        return
    try:
        shutil.copytree(pushed.site.root, disk / "site", symlinks=True)
        site, root = pushed.site, disk / "site"
        object.__setattr__(site, "root", root)
        pushed.rename("ดิสก์เต็ม")
        pushed.push("x")
        with (disk / "ballast").open("wb", buffering=0) as ballast, suppress(OSError):
            while ballast.write(os.urandom(100_000)):
                pass
        builder = start(pushed)
        builder.communicate()
        assert builder.returncode != 0
        assert "ดิสก์เต็ม" not in pushed.page()
        assert verify_site(site.current.resolve(), site.store).traces == []
        (disk / "ballast").unlink()
        pushed.publish()
        assert "ดิสก์เต็ม" in pushed.page()
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)
