"""Verifies a site's folder against its manifests. Reads every file once; follows no symlinks."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from generator.errors import UsageError
from generator.history.integrity import Trace, TraceKind, Verification
from generator.history.manifests import (
    LEFT_OUT,
    ROOT,
    TEXT,
    FileMark,
    ManifestError,
    RootManifest,
    SchemaError,
    lao_manifest_path,
    read_lao_manifest,
    read_root_manifest,
    read_text_manifest,
    sha256_of,
)

MARKER = ".phaen-site"
"""Marks a folder that a build made, and that later builds may therefore replace."""
_HOME = "index.html"
_TEXT_FOLDER = "text/"
_AT_ONCE = 256
"""Files hashed per task of a thread."""


def is_site(folder: Path) -> bool:
    """Return whether a folder is, or was, a site made by a build."""
    return (folder / ROOT).is_file() or (folder / MARKER).is_file()


def verify_site(site: Path, store: Path | None = None) -> Verification:
    """Return the verification of every file of a site against its manifests.

    `store` is the folder that symlinks to folders may lead into: a release of `phaen publish` consists of such
    symlinks. Raises UsageError if the folder is no site, or manifests have another schema.
    """
    if not is_site(site):
        raise UsageError(f"{site} ไม่ใช่โฟลเดอร์เว็บไซต์ที่ phaen สร้าง (ไม่มี {ROOT})")
    found = Verification("site")
    files, others = _listed(site, store=store)
    found.add(others)
    if ROOT not in files:
        found.add([Trace(TraceKind.MANIFEST_MISSING, ROOT)])
        return found
    try:
        content = (site / ROOT).read_bytes()
        root = read_root_manifest(content)
    except SchemaError as error:
        raise UsageError(f"{site / ROOT} เขียนด้วยโปรแกรมรุ่นอื่น ({error}) ให้ตรวจด้วย phaen รุ่นเดียวกับที่สร้างเว็บไซต์") from error
    except (ManifestError, OSError) as error:
        found.add([Trace(TraceKind.MANIFEST_UNREADABLE, ROOT, detail=str(error))])
        return found
    found.facts["manifest"] = sha256_of(content)
    found.facts["commit"] = root.commit or ""
    expected, unknown, unfit = _expected(site, root, files)
    found.add(unfit)
    skipped = {path for path in files if path.startswith(unknown)}
    hashes = _hashes(site, [path for path in files if path in expected])
    found.add(_differences(expected, files, hashes, skipped))
    if _is_of_another_site(root, hashes):
        found.traces.insert(0, Trace(TraceKind.MANIFEST_OF_OTHER_SITE, ROOT))
    found.counts = {"files": len(files), "laos": len(root.laos)}
    return found


def compare_site(site: Path, earlier: RootManifest) -> list[Trace]:
    """Return traces of differences from a root manifest saved earlier. The site may have been updated since."""
    try:
        now = read_root_manifest((site / ROOT).read_bytes())
    except (ManifestError, OSError):
        return []  # already reported
    common = earlier.laos.keys() & now.laos.keys()
    if (earlier.site and now.site and earlier.site != now.site) or (earlier.laos and not common):
        return [Trace(TraceKind.MANIFEST_OF_OTHER_SITE, ROOT, detail=f"{earlier.site} / {now.site}")]
    gone = [Trace(TraceKind.LAO_GONE, lao_manifest_path(code), code) for code in earlier.laos.keys() - common]
    changed = [
        Trace(TraceKind.CONTENT_DIFFERS, lao_manifest_path(code), code, earlier.laos[code].commit or "")
        for code in common
        if earlier.laos[code].commit is not None
        and earlier.laos[code].commit == now.laos[code].commit
        and earlier.laos[code].content != now.laos[code].content
    ]
    if earlier.commit is None or now.commit is None:
        gone.append(Trace(TraceKind.NOTHING_TO_COMPARE, ROOT))
    return sorted([*changed, *gone], key=lambda trace: trace.place)


def compare_files(site: Path, code: str, made: Mapping[str, bytes]) -> list[Trace]:
    """Return traces of differences between the files of one LAO and those rebuilt from its content."""
    here, others = _listed(site / "lao" / code, f"lao/{code}/")
    lacking = [Trace(TraceKind.FILE_MISSING, path, code) for path in made if path not in here]
    other = [
        Trace(TraceKind.REBUILT_DIFFERENT, path, code)
        for path, content in made.items()
        if path in here and _hash(site / path) != sha256_of(content)
    ]
    extra = [Trace(TraceKind.FILE_EXTRA, path, code) for path in here if path not in made]
    return sorted([*others, *lacking, *other, *extra], key=lambda trace: trace.place)


def _listed(folder: Path, prefix: str = "", store: Path | None = None) -> tuple[dict[str, int], list[Trace]]:
    """Return the size of every file by path; and traces of symlinks, non-files and unlistable folders.

    Symlinks into `store` are followed: it contains none itself.
    """
    files: dict[str, int] = {}
    others: list[Trace] = []
    waiting = [(str(folder), prefix)]
    while waiting:
        place, above = waiting.pop()
        try:
            with os.scandir(place) as entries:
                for entry in entries:
                    path = f"{above}{entry.name}"
                    if entry.is_dir(follow_symlinks=False) or _is_part(entry, store):
                        waiting.append((entry.path, f"{path}/"))
                    elif entry.is_file(follow_symlinks=False):
                        files[path] = entry.stat(follow_symlinks=False).st_size
                    else:
                        others.append(Trace(TraceKind.FILE_IS_LINK, path, _code(path)))
        except OSError as error:
            others.append(Trace(TraceKind.FILE_UNREADABLE, above, _code(above), error.strerror or ""))
    return dict(sorted(files.items())), sorted(others, key=lambda trace: trace.place)


def _is_part(entry: os.DirEntry[str], store: Path | None) -> bool:
    """Return whether an entry is a symlink to a folder in the store of releases."""
    return bool(
        store and entry.is_symlink() and entry.is_dir() and Path(entry.path).resolve().parent == store.resolve()
    )


def _expected(
    site: Path, root: RootManifest, files: Mapping[str, int]
) -> tuple[dict[str, FileMark | str], tuple[str, ...], list[Trace]]:
    """Return the mark of every file in the manifests, folders with unknown files, and traces of errors."""
    expected: dict[str, FileMark | str] = dict(root.files)
    unknown: list[str] = []
    traces: list[Trace] = []
    if root.text is None:
        traces.append(Trace(TraceKind.TEXT_LEFT_OUT, _TEXT_FOLDER))
        unknown.append(_TEXT_FOLDER)
    else:
        content, wrong = _manifest(site, TEXT, root.text, files)
        traces += wrong
        expected[TEXT] = root.text
        try:
            expected |= read_text_manifest(content)
        except ManifestError as error:
            unknown.append(_TEXT_FOLDER)
            traces += [Trace(TraceKind.MANIFEST_UNREADABLE, TEXT, detail=str(error))] if content else []
    for code, mark in root.laos.items():
        path, own = lao_manifest_path(code), f"lao/{code}/"
        content, wrong = _manifest(site, path, mark.manifest, files, code)
        traces += wrong
        expected[path] = mark.manifest
        try:
            manifest = read_lao_manifest(content)
        except ManifestError as error:
            unknown.append(own)
            traces += [Trace(TraceKind.MANIFEST_UNREADABLE, path, code, str(error))] if content else []
            continue
        if manifest.code == code:
            expected |= {one: file for one, file in manifest.files.items() if one.startswith(own)}
        else:
            unknown.append(own)
            traces.append(Trace(TraceKind.MANIFEST_OF_OTHER_LAO, path, code, manifest.code))
    return expected, tuple(unknown), traces


def _manifest(
    site: Path, path: str, sha256: str, files: Mapping[str, int], code: str = ""
) -> tuple[bytes, list[Trace]]:
    """Return a manifest and traces of its errors; empty bytes if unreadable."""
    if path not in files:
        return b"", [Trace(TraceKind.MANIFEST_MISSING, path, code)]
    try:
        content = (site / path).read_bytes()
    except OSError as error:
        return b"", [Trace(TraceKind.FILE_UNREADABLE, path, code, error.strerror or "")]
    return content, [] if sha256_of(content) == sha256 else [Trace(TraceKind.MANIFEST_UNFIT, path, code, sha256)]


def _differences(
    expected: Mapping[str, FileMark | str],
    files: Mapping[str, int],
    hashes: Mapping[str, str | None],
    skipped: Iterable[str],
) -> Iterator[Trace]:
    manifests = {path for path in expected if path.endswith(f"/{ROOT}")}
    for path, mark in sorted(expected.items()):
        code, sha256 = _code(path), mark if isinstance(mark, str) else mark.sha256
        if path in manifests:
            continue  # reported with the manifests
        if path not in files:
            yield Trace(TraceKind.FILE_MISSING, path, code)
        elif hashes[path] is None:
            yield Trace(TraceKind.FILE_UNREADABLE, path, code)
        elif hashes[path] != sha256:
            yield Trace(TraceKind.FILE_CHANGED, path, code, sha256)
    known = {*expected, *LEFT_OUT, *skipped}
    for path, size in files.items():
        if path not in known or (path == MARKER and size):
            yield Trace(TraceKind.FILE_EXTRA, path, _code(path))


def _is_of_another_site(root: RootManifest, hashes: Mapping[str, str | None]) -> bool:
    """Return whether nothing matches: neither the home page nor any LAO's manifest."""
    laos = [hashes.get(lao_manifest_path(code)) == mark.manifest for code, mark in root.laos.items()]
    return bool(laos) and not any(laos) and hashes.get(_HOME) != root.files.get(_HOME)


def _hashes(site: Path, paths: list[str]) -> dict[str, str | None]:
    """Return the SHA-256 of files; None if unreadable."""
    parts = [paths[start : start + _AT_ONCE] for start in range(0, len(paths), _AT_ONCE)]

    def hashed(part: list[str]) -> list[str | None]:
        return [_hash(site / path) for path in part]

    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:  # hashing releases the GIL
        found = [one for part in pool.map(hashed, parts) for one in part]
    return dict(zip(paths, found, strict=True))


def _hash(file: Path) -> str | None:
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def _code(path: str) -> str:
    parts = path.split("/")
    return parts[1] if len(parts) > 2 and parts[0] == "lao" else ""
