"""Which LAOs claim which former code: all lao.yml of a content folder in, folders by code out.

Only what can be compared without reading all plans; what is wrong with a file itself is told where the LAO is read.
"""

from __future__ import annotations

import os
from pathlib import Path

from generator.reading.folders import LAO_FOLDER
from generator.reading.lao_codes import as_lao_code
from generator.reading.yaml_text import parse_yaml

_KEY = b"former_codes"
_LARGEST = 2_000_000


def former_code_claims(content: Path) -> dict[str, tuple[str, ...]]:
    """Return the names of the folders that claim each former code, in order; codes that one LAO claims are left out."""
    plans = content / "plans"
    if plans.is_symlink() or not plans.is_dir():
        return {}
    claims: dict[str, list[str]] = {}
    for name in sorted(entry.name for entry in os.scandir(plans) if LAO_FOLDER.fullmatch(entry.name)):
        for code in _claimed(plans / name / "lao.yml"):
            claims.setdefault(code, []).append(name)
    return {code: tuple(folders) for code, folders in claims.items() if len(folders) > 1}


def _claimed(file: Path) -> list[str]:
    if file.parent.is_symlink() or file.is_symlink() or not file.is_file() or file.stat().st_size > _LARGEST:
        return []
    content = file.read_bytes()
    if _KEY not in content:  # few LAOs have been another one before: no other file is parsed for it
        return []
    source, _ = parse_yaml(content.decode("utf-8", "replace"), file.name)
    data = source.data if source else None
    entries = data.get("former_codes") if isinstance(data, dict) else None
    stated = [entry.get("code") for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []
    codes = [as_lao_code(code) for code in stated if isinstance(code, str)]
    return list(dict.fromkeys(code for code in codes if code))
