"""Every file of a site is in one manifest in all kinds of builds; manifests of unchanged LAOs need no file reads."""

from __future__ import annotations

import shutil
import subprocess

from generator.building.outputs.kinds import Output
from generator.building.outputs.work import LaoWork
from generator.building.replacing import MARKER
from generator.history.manifests import (
    LEFT_OUT,
    ROOT,
    TEXT,
    lao_manifest_path,
    mark_of,
    read_lao_manifest,
    read_root_manifest,
    read_text_manifest,
    sha256_of,
)
from generator.reading.content_tree import DiskTree
from generator.reading.recorded_folder import fingerprint_folder
from tests.building.nation import CODES, OUTPUTS, Nation


def listed(site: dict[str, bytes]) -> dict[str, str]:
    """Return every file in the manifests of a site with its hash, checking each manifest against its parent."""
    root = read_root_manifest(site[ROOT])
    found = dict(root.files)
    assert root.text == sha256_of(site[TEXT])
    found |= {TEXT: root.text, **read_text_manifest(site[TEXT])}
    for code, mark in root.laos.items():
        path = lao_manifest_path(code)
        manifest = read_lao_manifest(site[path])
        assert (sha256_of(site[path]), manifest.code) == (mark.manifest, code)
        assert (manifest.content, manifest.commit) == (mark.content, mark.commit)
        found[path] = mark.manifest
        for one, file in manifest.files.items():
            assert file == mark_of(site[one])
            found[one] = file.sha256
    return found


def test_manifests_list_every_file_with_its_hash(untouched: Nation) -> None:
    site = untouched.site()
    assert listed(site) == {path: sha256_of(content) for path, content in site.items() if path not in LEFT_OUT}
    assert LEFT_OUT.keys() == {ROOT, MARKER}


def test_the_root_manifest_has_the_hash_of_each_lao_folder(untouched: Nation) -> None:
    folder = untouched.lao().relative_to(untouched.content).as_posix()
    mark = read_root_manifest(untouched.site()[ROOT]).laos[CODES[0]]
    assert mark.content == fingerprint_folder(DiskTree(untouched.content), folder)
    assert mark.commit is None


def test_after_a_change_in_place_manifests_list_every_file(nation: Nation) -> None:
    before = read_root_manifest(nation.site()[ROOT]).laos
    file = nation.lao() / "2567-2569" / "projects.yml"
    file.write_text(file.read_text("utf-8").replace("โครงการฝึกอบรม", "โครงการอบรม"), "utf-8")
    shutil.rmtree(nation.lao(CODES[1]))
    nation.build()
    site = nation.site()
    assert listed(site) == {path: sha256_of(content) for path, content in site.items() if path not in LEFT_OUT}
    now = read_root_manifest(site[ROOT]).laos
    assert {code for code in before if before[code] != now.get(code)} == {CODES[0], CODES[1]}


def test_files_of_unchanged_laos_are_not_read_again(nation: Nation) -> None:
    page = nation.folder / "site" / "lao" / CODES[1] / "index.html"
    page.write_bytes(b"changed behind the builder's back")
    file = nation.lao() / "2567-2569" / "projects.yml"
    file.write_text(file.read_text("utf-8").replace("โครงการฝึกอบรม", "โครงการอบรม"), "utf-8")
    before = read_root_manifest(nation.site()[ROOT]).laos[CODES[1]]
    assert nation.build().made == 1
    assert read_root_manifest(nation.site()[ROOT]).laos[CODES[1]] == before


def test_only_a_missing_root_manifest_is_written_again(nation: Nation) -> None:
    root = nation.folder / "site" / ROOT
    nation.build()
    content, time = root.read_bytes(), root.stat().st_mtime_ns
    nation.build()
    assert root.stat().st_mtime_ns == time
    root.unlink()
    nation.build()
    assert root.read_bytes() == content


def later(work: LaoWork) -> dict[str, bytes]:
    return {f"lao/{work.code}/later.txt": work.code.encode()}


def test_manifests_list_background_outputs(untouched: Nation) -> None:
    outputs = (*OUTPUTS, Output("later", background=True, function=later))
    untouched.build("later", cache="cache-later", outputs=outputs)
    site = untouched.site("later")
    assert f"lao/{CODES[0]}/later.txt" in listed(site)
    untouched.build("again", cache="cache-later", outputs=outputs)
    assert untouched.site("again")[ROOT] == site[ROOT]


def git(nation: Nation, *arguments: str) -> str:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.go.th", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *who, *arguments], cwd=nation.folder, capture_output=True, check=True)
    return done.stdout.decode().strip()


def test_manifests_name_commits_of_unmodified_content(nation: Nation) -> None:
    git(nation, "init", "-q")
    git(nation, "add", "content")
    git(nation, "commit", "-q", "-m", "all")
    first = git(nation, "rev-parse", "HEAD")
    file = nation.lao() / "2567-2569" / "narrative.md"
    file.write_text(file.read_text("utf-8") + "\nอีกบรรทัด\n", "utf-8")
    nation.build("changed")
    root = read_root_manifest(nation.site("changed")[ROOT])
    assert (root.commit, root.laos[CODES[0]].commit, root.laos[CODES[1]].commit) == (None, None, first)
    git(nation, "commit", "-q", "-a", "-m", "more")
    second = git(nation, "rev-parse", "HEAD")
    nation.build("saved")
    root = read_root_manifest(nation.site("saved")[ROOT])
    assert (root.commit, root.laos[CODES[0]].commit, root.laos[CODES[1]].commit) == (second, second, first)
    assert listed(nation.site("saved"))
