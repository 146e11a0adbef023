"""The codes of an LAO over time: its lao.yml in, codes out, oldest first."""

from __future__ import annotations

from generator.reading.content_tree import ContentTree, Kind, below
from generator.reading.folders import LAO_FOLDER
from generator.reading.former_codes import claimed_codes


def codes_had(code: str, tree: ContentTree) -> tuple[str, ...]:
    """Return the former codes stated in the LAO's folder, then its own code."""
    for entry in tree.listing("plans").entries:
        if entry.kind is Kind.FOLDER and LAO_FOLDER.fullmatch(entry.name) and entry.name.startswith(code):
            return (*claimed_codes(tree, below("plans", entry.name)), code)
    return (code,)
