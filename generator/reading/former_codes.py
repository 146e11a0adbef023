"""Finds the LAOs that claim each former code, and the codes that one LAO has had: lao.yml files in, codes out.

Only the comparison between LAOs; findings of a single file are created where the LAO is read.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.reading.content_tree import ContentTree, EntryKind, UnreadableError, below
from generator.reading.folders import LAO_FOLDER
from generator.reading.lao_codes import as_lao_code
from generator.reading.yaml_text import MAX_BYTES, parse_yaml

_KEY = b"former_codes"


def stated_former_codes(tree: ContentTree) -> dict[str, tuple[str, ...]]:
    """Return the former codes that LAOs state, by folder name; folders without any are left out."""
    stated = {
        entry.name: tuple(claimed_codes(tree, below("plans", entry.name)))
        for entry in tree.listing("plans").entries
        if entry.kind is EntryKind.FOLDER and LAO_FOLDER.fullmatch(entry.name)
    }
    return {name: codes for name, codes in stated.items() if codes}


def former_code_claims(stated: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return the folder names per former code that several LAOs claim, in order."""
    claims: dict[str, list[str]] = {}
    for name, codes in stated.items():
        for code in codes:
            claims.setdefault(code, []).append(name)
    return {code: tuple(folders) for code, folders in claims.items() if len(folders) > 1}


def claimed_codes(tree: ContentTree, folder_path: str) -> list[str]:
    """Return the former codes in the lao.yml of a folder, in written order."""
    try:
        content = tree.read(below(folder_path, "lao.yml"), MAX_BYTES)
    except UnreadableError:
        return []
    if _KEY not in content:  # few LAOs have a former code: parse only their files
        return []
    source, _ = parse_yaml(content.decode("utf-8", "replace"), "lao.yml")
    data = source.data if source else None
    entries = data.get("former_codes") if isinstance(data, dict) else None
    stated = [entry.get("code") for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []
    codes = [as_lao_code(code) for code in stated if isinstance(code, str)]
    return list(dict.fromkeys(code for code in codes if code))


def codes_had(code: str, tree: ContentTree) -> tuple[str, ...]:
    """Return the former codes stated in the LAO's folder, then its own code."""
    for entry in tree.listing("plans").entries:
        if entry.kind is EntryKind.FOLDER and LAO_FOLDER.fullmatch(entry.name) and entry.name.startswith(code):
            return (*claimed_codes(tree, below("plans", entry.name)), code)
    return (code,)
