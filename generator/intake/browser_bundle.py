"""The program that /import/ runs in the browser: Pyodide, one compiled wheel, and the installed pure Python.

In: Pyodide's archive from npm and pydantic-core's wheel from PyPI, both with fixed versions and hashes. Out: the folder
named by `import_program:` in mkdocs.yml. Pure Python is copied from this installation, so the page runs the same code
as `phaen import`. The same inputs give the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
import zipfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from generator.building.fingerprint import program_fingerprint
from generator.errors import UsageError

PYODIDE = "314.0.7"
PYDANTIC_CORE = "2.50.4"
PLATFORM = {"platform": "pyemscripten_2026_0_wasm32", "python-version": "3.14", "implementation": "cp", "abi": "cp314"}
"""Platform of that Pyodide, as pip options."""
SHA256 = {
    f"pyodide-{PYODIDE}.tgz": "66b7949e5a0cba2250b586d7e368bf12fb482800748d182c4618254b685ffaa0",
    f"pydantic_core-{PYDANTIC_CORE}-cp314-cp314-pyemscripten_2026_0_wasm32.whl": (
        "e6da138a1ecc1341c8b788a5ee822670b03788e1f5decf7af9d461de6e508b8e"
    ),
}
BUNDLE, PROGRAM = "bundle.json", "program.zip"
_RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
"""Files taken from Pyodide's archive; the others are for Node and type checkers."""
_LIBRARIES = (
    *("pydantic", "annotated_types", "typing_extensions", "typing_inspection"),
    *("yaml", "ruamel.yaml", "openpyxl", "et_xmlfile", "xlsxwriter", "rapidfuzz"),
)
_OWN_LEFT_OUT = ("building", "cli", "demo", "engine", "pages", "publishing", "search", "views")
_ENDINGS = (".py", ".yml", ".json", ".txt")
_DATE = (2020, 1, 1, 0, 0, 0)


def write_bundle(folder: Path, archives: Path) -> int:
    """Write the program into a folder from archives in another folder; return its size in bytes.

    Raises UsageError if an archive does not match SHA256, or the folder contains files that no bundle has.
    """
    runtime, wheel = (_checked(archives / name) for name in SHA256)
    files = dict(_runtime(runtime))
    files |= {wheel.name: wheel.read_bytes(), PROGRAM: program()}
    made_by = program_fingerprint()
    files[BUNDLE] = json.dumps({"program": PROGRAM, "wheels": [wheel.name], "made_by": made_by}).encode()
    strange = [one.name for one in folder.iterdir() if one.name not in files] if folder.is_dir() else []
    if strange or folder.is_symlink() or folder.is_file():
        raise UsageError(f"{folder} มีสิ่งอื่นอยู่แล้ว ({', '.join(strange[:3])}) ให้ระบุโฟลเดอร์ใหม่")
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return sum(map(len, files.values()))


def program() -> bytes:
    """Return a zip file of our code and the libraries needed to read office files, from this installation."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in sorted(_sources()):
            archive.writestr(zipfile.ZipInfo(path, _DATE), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _sources() -> Iterator[tuple[str, bytes]]:
    for name in ("generator", *_LIBRARIES):
        spec = find_spec(name)
        if spec is None or spec.origin is None:
            raise UsageError(f"ไม่พบไลบรารี {name} ให้ติดตั้งโปรแกรมใหม่ตามคู่มือ")
        origin = Path(spec.origin)
        if origin.name != "__init__.py":
            yield origin.name, origin.read_bytes()
            continue
        above = origin.parents[len(name.split("."))]
        for file in origin.parent.rglob("*"):
            path = file.relative_to(above)
            left_out = path.parts[0] == "generator" and path.parts[1] in _OWN_LEFT_OUT
            if file.is_file() and file.suffix in _ENDINGS and "__pycache__" not in path.parts and not left_out:
                yield path.as_posix(), file.read_bytes()


def _runtime(archive: Path) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(archive) as packed:
        for name in _RUNTIME:
            stream = packed.extractfile(f"package/{name}")
            if stream is None:
                raise UsageError(f"ไม่พบ {name} ใน {archive.name}")
            yield name, stream.read()


def _checked(archive: Path) -> Path:
    if not archive.is_file():
        raise UsageError(f"ไม่พบ {archive.name}")
    if hashlib.sha256(archive.read_bytes()).hexdigest() != SHA256[archive.name]:
        raise UsageError(f"{archive.name} ไม่ใช่ไฟล์ที่โปรแกรมนี้รู้จัก จึงไม่ใช้")
    return archive
