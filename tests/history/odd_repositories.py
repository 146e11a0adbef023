"""Odd git repositories: each function makes one in a folder and returns it; `ODD_CASES` has them all by name.

Made by git itself if possible, else byte by byte.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from tests.history.hostile_repositories import (
    absurd_dates,
    hostile_authors,
    hostile_messages,
    huge_message,
    odd_encodings,
)
from tests.history.repositories import (
    BRANCH,
    CODE,
    CYCLE,
    FOLDER,
    MUNICIPALITY,
    OFFICER,
    PLAN,
    PROJECTS,
    Content,
    Link,
    Version,
    add_versions,
    git,
    make_repository,
    municipality,
    read_versions,
    with_budget,
)

# Folders that move.


def renamed_folder(folder: Path) -> Path:
    """Return the municipality, renamed after its third version, and changed once under its new name."""
    versions = read_versions(MUNICIPALITY)
    moved = _moved(versions[:3], FOLDER, f"plans/{CODE}-rom-yen")
    after = {path.replace(FOLDER, f"plans/{CODE}-rom-yen"): text for path, text in versions[3].files.items()}
    return make_repository(folder, [*versions[:3], moved, Version("แก้ไขหลังเปลี่ยนชื่อโฟลเดอร์\n", after)])


def upgraded_lao(folder: Path) -> Path:
    """Return an อบต. with two versions that becomes a เทศบาลตำบล with a new code, then changes once more."""
    old = f"plans/6{CODE[1:]}-sommut-rom-yen"
    versions = [_as_former(one, old) for one in read_versions(MUNICIPALITY)[:4]]
    moved = _moved(versions[:3], old, FOLDER)
    files = {**moved.files, f"{FOLDER}/lao.yml": _lao(f"  - {{code: '6{CODE[1:]}', until: 2024-01-03}}\n")}
    after = {path.replace(old, FOLDER): text for path, text in versions[3].files.items()}
    upgraded = replace(moved, message="เปลี่ยนฐานะเป็นเทศบาลตำบล\n", files=files)
    return make_repository(folder, [*versions[:3], upgraded, Version("ปรับปรุงแผนหลังเปลี่ยนฐานะ\n", after)])


def merged_laos(folder: Path) -> Path:
    """Return two อบต. that merge into one เทศบาลตำบล: the first's plan continues, the other's folder ends."""
    old, other = f"plans/6{CODE[1:]}-sommut-rom-yen", "plans/6447102-sommut-other"
    first, second = (_as_former(one, old) for one in read_versions(MUNICIPALITY)[:2])
    beside = {
        path.replace(old, other): text.replace(f"6{CODE[1:]}".encode(), b"6447102")
        for path, text in first.files.items()
        if isinstance(text, bytes)
    }
    moved = _moved([first, second], old, FOLDER)
    former = "".join(f"  - {{code: '{code}', until: 2024-01-03}}\n" for code in (f"6{CODE[1:]}", "6447102"))
    merged = replace(
        moved,
        message="รวม อบต. สองแห่งเป็นเทศบาลตำบล\n",
        files={**moved.files, f"{FOLDER}/lao.yml": _lao(former)},
        removed=(*moved.removed, *beside),
    )
    return make_repository(folder, [first, Version("เผยแพร่แผน\n", beside), second, merged])


def _whole(versions: Iterable[Version]) -> dict[str, Content]:
    files: dict[str, Content] = {}
    for version in versions:
        files |= version.files
        for path in version.removed:
            del files[path]
    return files


def _moved(versions: Iterable[Version], old: str, new: str) -> Version:
    files = _whole(versions)
    return Version("เปลี่ยนชื่อโฟลเดอร์\n", {path.replace(old, new): text for path, text in files.items()}, tuple(files))


def _as_former(version: Version, folder: str) -> Version:
    """Return a version of the municipality in the form of an อบต. with another code."""
    files = {
        path.replace(FOLDER, folder): text.replace(CODE.encode(), f"6{CODE[1:]}".encode()).replace(
            "type: เทศบาลตำบล".encode(), "type: อบต.".encode()
        )
        for path, text in version.files.items()
        if isinstance(text, bytes)
    }
    return replace(version, files=files, date="")


def _lao(former: str) -> bytes:
    text = (MUNICIPALITY / "01-first-draft" / FOLDER / "lao.yml").read_bytes()
    return text.replace(b"fictional: yes\n", b"fictional: yes\nformer_codes:\n" + former.encode())


# Merges and joined histories.


def merge_commits(folder: Path) -> Path:
    """Return a plan changed by two commits on a branch while main changed its results: one merge, one revision."""
    versions = read_versions(MUNICIPALITY)
    make_repository(folder, versions[:3])
    git(folder, "checkout", "--quiet", "-b", "amendment")
    add_versions(folder, versions[3:4])
    add_versions(folder, [Version("แก้คำในส่วนนำ\n", {f"{FOLDER}/{CYCLE}/narrative.md": "## strategy\n\nปรับถ้อยคำ\n"})])
    git(folder, "checkout", "--quiet", BRANCH)
    add_versions(folder, versions[4:5])
    return _merged(folder, "amendment")


def merge_that_reverts(folder: Path) -> Path:
    """Return a plan with an amendment on a branch that a merge includes but discards (`merge -s ours`)."""
    versions = read_versions(MUNICIPALITY)
    make_repository(folder, versions[:3])
    git(folder, "checkout", "--quiet", "-b", "amendment")
    add_versions(folder, versions[3:4])
    git(folder, "checkout", "--quiet", BRANCH)
    return _merged(folder, "amendment", "--strategy=ours")


def joined_histories(folder: Path) -> Path:
    """Return main after merging another repository with its own root."""
    versions = read_versions(MUNICIPALITY)
    make_repository(folder, [Version("เริ่มคลัง\n", {"README.md": "ข้อมูลสมมุติ\n"})])
    git(folder, "checkout", "--quiet", "--orphan", "other")
    git(folder, "rm", "--quiet", "-r", "--force", ".")
    add_versions(folder, versions[:3])
    git(folder, "checkout", "--quiet", BRANCH)
    return _merged(folder, "other", "--allow-unrelated-histories")


def force_added_files(folder: Path) -> Path:
    """Return a plan in a folder that `.gitignore` excludes; every file was added with force."""
    first, *others = read_versions(MUNICIPALITY)[:3]
    return make_repository(folder, [replace(first, files={".gitignore": "plans/\n", **first.files}), *others])


def _merged(folder: Path, branch: str, *options: str) -> Path:
    name, _, address = OFFICER.rpartition(" <")
    who = {"NAME": name, "EMAIL": address.removesuffix(">"), "DATE": "2024-06-01T09:00:00+07:00"}
    variables = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in who.items()}
    git(folder, "merge", "--quiet", "--no-ff", *options, "-m", "รวมงานของสำนักปลัด", branch, **variables)
    return folder


# Trees and files of another kind than their names suggest.


def symlink_in_tree(folder: Path) -> Path:
    """Return a plan whose project table is a symlink in one version, and whose whole folder in the next."""
    first, *_ = read_versions(MUNICIPALITY)
    texts = _below(first, f"{FOLDER}/{CYCLE}/")
    return make_repository(
        folder,
        [
            first,
            Version("ลิงก์ในที่ของไฟล์\n", {PROJECTS: Link("/etc/passwd")}),
            Version("ไฟล์กลับมา\n", {PROJECTS: with_budget(1)}),
            Version("ลิงก์ในที่ของโฟลเดอร์\n", {f"{FOLDER}/{CYCLE}": Link("../../..")}, tuple(texts)),
            Version("โฟลเดอร์กลับมา\n", texts, (f"{FOLDER}/{CYCLE}",)),
        ],
    )


def file_named_like_a_folder(folder: Path) -> Path:
    """Return a plan whose folder is a file in one version, and whose project table is a folder in another."""
    first, *_ = read_versions(MUNICIPALITY)
    texts = _below(first, f"{FOLDER}/{CYCLE}/")
    return make_repository(
        folder,
        [
            first,
            Version("ไฟล์ในที่ของโฟลเดอร์\n", {f"{FOLDER}/{CYCLE}": "cycle: 2567-2569\n"}, tuple(texts)),
            Version("โฟลเดอร์กลับมา\n", texts, (f"{FOLDER}/{CYCLE}",)),
            Version("โฟลเดอร์ในที่ของไฟล์\n", {f"{PROJECTS}/plan.yml": "projects: []\n"}, (PROJECTS,)),
            Version("ไฟล์กลับมา\n", {PROJECTS: texts[PROJECTS]}, (f"{PROJECTS}/plan.yml",)),
        ],
    )


def yaml_then_binary(folder: Path) -> Path:
    """Return a plan whose project table is a picture in its second version and YAML again in its third."""
    first, *_ = read_versions(MUNICIPALITY)
    picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 40
    return make_repository(
        folder,
        [first, Version("รูปแทนตาราง\n", {PROJECTS: picture}), Version("ตารางกลับมา\n", {PROJECTS: with_budget(1)})],
    )


def unreadable_version(folder: Path) -> Path:
    """Return a plan whose second version is unreadable: conflict markers, an open quote."""
    first, *_ = read_versions(MUNICIPALITY)
    plan = first.files[PLAN]
    assert isinstance(plan, bytes)
    broken = b'<<<<<<< HEAD\ntitle: "\n=======\nbudget_total: 1\n' + plan
    return make_repository(folder, [first, Version("บันทึกผิดรูปแบบ\n", {PLAN: broken}), Version("แก้แล้ว\n", {PLAN: plan})])


def removed_plan(folder: Path) -> Path:
    """Return a plan that was deleted and restored."""
    first, *_ = read_versions(MUNICIPALITY)
    return make_repository(
        folder, [first, Version("ลบแผน\n", removed=tuple(first.files)), Version("นำแผนกลับมา\n", first.files)]
    )


def _below(version: Version, folder: str) -> dict[str, Content]:
    return {path: content for path, content in version.files.items() if path.startswith(folder)}


# Incomplete repositories.


def shallow_clone(folder: Path) -> Path:
    """Return a clone of the municipality with only its three newest commits."""
    whole = municipality(folder.with_name(f"{folder.name}-whole"))
    git(folder.parent, "clone", "--quiet", "--depth=3", whole.as_uri(), str(folder))
    return folder


def missing_object(folder: Path, what: str = f"HEAD~2:{PROJECTS}") -> Path:
    """Return the municipality without one object: by default a file, or a folder (`HEAD~2:plans`) or a commit."""
    repository = municipality(folder)
    _object(repository, what).unlink()
    return repository


def missing_folder(folder: Path) -> Path:
    """Return the municipality without the tree of its folder in an old version."""
    return missing_object(folder, f"HEAD~2:{FOLDER}")


def missing_commit(folder: Path) -> Path:
    """Return the municipality without a commit in the middle of its history."""
    return missing_object(folder, "HEAD~5")


def damaged_object(folder: Path) -> Path:
    """Return the municipality with an old project table overwritten in git's object store."""
    repository = municipality(folder)
    file = _object(repository, f"HEAD~2:{PROJECTS}")
    file.chmod(0o600)
    file.write_bytes(b"no object of git")
    return repository


def _object(repository: Path, what: str) -> Path:
    found = git(repository, "rev-parse", what)
    return repository / ".git" / "objects" / found[:2] / found[2:]


def export_without_history(folder: Path) -> Path:
    """Return the files of the municipality without any repository."""
    for path, content in _whole(read_versions(MUNICIPALITY)).items():
        assert isinstance(content, bytes)
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def dirty_working_tree(folder: Path) -> Path:
    """Return the municipality with an uncommitted change of money, and an untracked file."""
    repository = municipality(folder)
    file = repository / PROJECTS
    file.write_bytes(file.read_bytes().replace(b"80,000", b"95,000"))
    (repository / FOLDER / CYCLE / "notes.txt").write_text("ยังไม่บันทึก\n", "utf-8")
    return repository


def repository_without_commits(folder: Path) -> Path:
    """Return a repository without commits."""
    return make_repository(folder, [])


def without_main(folder: Path) -> Path:
    """Return the municipality on a branch with another name, as older git made it."""
    repository = municipality(folder)
    git(repository, "branch", "--move", "master")
    return repository


ODD_CASES: Mapping[str, Callable[[Path], Path]] = {
    case.__name__: case
    for case in (
        renamed_folder,
        upgraded_lao,
        merged_laos,
        merge_commits,
        merge_that_reverts,
        joined_histories,
        force_added_files,
        absurd_dates,
        hostile_messages,
        hostile_authors,
        odd_encodings,
        huge_message,
        symlink_in_tree,
        file_named_like_a_folder,
        yaml_then_binary,
        unreadable_version,
        removed_plan,
        shallow_clone,
        missing_object,
        missing_folder,
        missing_commit,
        damaged_object,
        export_without_history,
        dirty_working_tree,
        repository_without_commits,
        without_main,
    )
}
"""By name, for tests of all of them: each is reported as what it is, and nothing else is lost."""
