"""An officer's commands on an office's file, in a folder with a site of one LAO."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from generator.cli import main
from tests.building_blocks import CODE

CYCLE = "2570-2572"


def call(*arguments: str) -> Result:
    """Return the result of a command."""
    return CliRunner().invoke(main, list(arguments))


def review(document: bytes, name: str, *more: str, out: str = "review.xlsx") -> Result:
    """Save a document of an office and return the result of reading it into a review workbook."""
    Path(name).write_bytes(document)
    return call("import", name, "--for", f"{CODE}/{CYCLE}", "--out", out, *more)
