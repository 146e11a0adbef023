"""A site of a few small files with its manifests, as after a build; and functions that tamper with it."""

from __future__ import annotations

from pathlib import Path

from generator.history.manifests import (
    ROOT,
    TEXT,
    LaoManifest,
    LaoMark,
    RootManifest,
    lao_manifest_path,
    mark_of,
    sha256_of,
    text_manifest,
)

CODES = ("5999901", "5999902")
COMMIT = "1" * 40


def write_site(folder: Path, name: str = "ตัวอย่าง", site: str = "", commit: str | None = None) -> Path:
    """Write a site whose pages contain a name; sites with different names have no page in common."""
    files = {"index.html": f"home {name}".encode(), "assets/a.css": b"a{}"}
    laos: dict[str, LaoMark] = {}
    below: dict[str, bytes] = {}
    for code in CODES:
        own = {f"lao/{code}/index.html": f"{code} {name}".encode(), f"lao/{code}/plan.csv": f"1,{code}".encode()}
        content = sha256_of(f"content {code}".encode())
        manifest = LaoManifest(code, content, commit, {path: mark_of(one) for path, one in own.items()}).to_bytes()
        laos[code] = LaoMark(sha256_of(manifest), content, commit)
        below |= {**own, lao_manifest_path(code): manifest}
    text = {"text/index.json": b"{}", "text/all.txt": name.encode()}
    of_text = text_manifest({path: sha256_of(one) for path, one in text.items()})
    hashes = {path: sha256_of(one) for path, one in files.items()}
    root = RootManifest(site, commit, laos, hashes, sha256_of(of_text)).to_bytes()
    for path, content in {**files, **below, **text, TEXT: of_text, ROOT: root, ".phaen-site": b""}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return folder
