"""The blameless plan, grown: each `Shape` makes one of its fields, lists or files as large as requested.

Knows the files of an LAO and nothing of what is measured. Shapes are named after what grows; `most` is how many of it
an LAO may have, and what is far beyond that must cost little, too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

BLAMELESS = Path(__file__).parents[1] / "checks" / "blameless"
CYCLE = "2567-2569"
FOLDER = "5999901-tua-yang"
YAML_FILES = {
    "lao": "lao.yml",
    "plan": f"{CYCLE}/plan.yml",
    "projects": f"{CYCLE}/projects.yml",
    "idp": f"{CYCLE}/idp.yml",
    "results": f"{CYCLE}/results/2567.yml",
}
NARRATIVE = f"{CYCLE}/narrative.md"
LETTERS = "กขคงจฉชซดตถทธนบปผพฟมยรลวสหอ"


@dataclass
class Grown:
    """An LAO about to be written: what its YAML files say, and everything beside that."""

    lao: dict[str, Any]
    plan: dict[str, Any]
    projects: dict[str, Any]
    idp: dict[str, Any]
    results: dict[str, Any]
    narrative: str
    appended: dict[str, str] = field(default_factory=dict)
    """Text behind a YAML file, by its short name."""
    files: dict[str, str] = field(default_factory=dict)
    """Further files by their paths in the folder of the LAO."""

    def write(self, plans: Path) -> Path:
        """Write the folder of the LAO below `plans` and return it."""
        folder = plans / FOLDER
        for name, path in YAML_FILES.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            text = yaml.dump(getattr(self, name), Dumper=yaml.CSafeDumper, allow_unicode=True, width=10**9)
            file.write_text(text + self.appended.get(name, ""), "utf-8")
        (folder / NARRATIVE).write_text(self.narrative, "utf-8")
        for path, text in self.files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, "utf-8")
        return folder


Grow = Callable[[Grown, int], None]


@dataclass(frozen=True)
class Shape:
    """A field, list or file that can grow."""

    name: str
    most: int
    """Most that the limits of an LAO allow."""
    far: int
    """So many fit into a file, or are as many as anyone would put into a folder."""
    grow: Grow


def blameless() -> Grown:
    """Read the blameless plan."""
    said = {
        name: yaml.load((BLAMELESS / path).read_text("utf-8"), yaml.CBaseLoader)  # noqa: S506  # makes nothing but text
        for name, path in YAML_FILES.items()
    }
    return Grown(**said, narrative=(BLAMELESS / NARRATIVE).read_text("utf-8"))


def grown(shape: Shape, count: int) -> Grown:
    """Return the blameless plan with `count` more items of the shape."""
    lao = blameless()
    shape.grow(lao, count)
    return lao


def word(number: int) -> str:
    """Return a made-up word, different for each number."""
    letters = ""
    for _ in range(5):
        number, place = divmod(number, len(LETTERS))
        letters += f"{LETTERS[place]}า"
    return letters


def wide(name: str, count: int) -> list[dict[str, str]]:
    """Return this number of rows with id and name."""
    return [{"id": f"{name}-{number}", "number": str(number), "name": f"{word(number)}"} for number in range(count)]
