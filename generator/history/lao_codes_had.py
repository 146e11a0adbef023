"""The codes that an LAO has had: its own lao.yml in, codes out, the oldest first."""

from __future__ import annotations

from generator.reading.content_tree import ContentTree, Kind, below
from generator.reading.folders import LAO_FOLDER
from generator.reading.former_codes import claimed_codes


def codes_had(code: str, tree: ContentTree) -> tuple[str, ...]:
    """Return the former codes that the LAO's folder states, then its own code."""
    for entry in tree.listing("plans").entries:
        if entry.kind is Kind.FOLDER and LAO_FOLDER.fullmatch(entry.name) and entry.name.startswith(code):
            return (*claimed_codes(tree, below("plans", entry.name)), code)
    return (code,)
