"""The first line of a new YAML file: the schema's address for editors with a YAML language server.

The schemas are those of the site if its address is known, else the copies in `docs/schema/` beside mkdocs.yml; without
either, files have no such line.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from generator import addresses
from generator.exports.yaml_schema import SCHEMA_NAMES

COPIES = Path("docs", "schema")
"""Folder of the copies, relative to mkdocs.yml."""
_SITE_URL = re.compile(r"^site_url:[ \t]*[\"']?(?P<address>https?://[^\s\"'#]+)", re.MULTILINE)
_SAID = "## บรรทัดถัดไปให้โปรแกรมแก้ไขไฟล์ช่วยเติมชื่อหัวข้อและขีดเส้นใต้ที่ผิด คงไว้ตามนี้"


def with_modelines(files: Mapping[str, str], folder: Path, config: Path) -> dict[str, str]:
    """Return the texts of files below `folder`, each with its schema line; `config` is the site's mkdocs.yml."""
    found = {name: _schema_of(folder / name, config) for name in files}
    return {
        name: f"{_SAID}\n# yaml-language-server: $schema={found[name]}\n{text}" if found[name] else text
        for name, text in files.items()
    }


def _schema_of(file: Path, config: Path) -> str:
    """Return the schema of a file: an address, or a path relative to the file; empty without a schema."""
    key = "results/<ปีงบประมาณ>.yml" if file.parent.name == "results" else file.name
    if key not in SCHEMA_NAMES:
        return ""
    name = SCHEMA_NAMES[key]
    stated = _SITE_URL.search(config.read_text("utf-8", "replace")) if config.is_file() else None
    if stated:
        return stated["address"].rstrip("/") + addresses.yaml_schema(name)
    copy = config.parent / COPIES / f"{name}.json"
    return Path(os.path.relpath(copy, file.parent)).as_posix() if copy.is_file() else ""
