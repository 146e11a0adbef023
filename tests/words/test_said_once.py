"""Each sentence of the interface is in one file: copies would diverge."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.building_blocks import ROOT

GENERATOR = ROOT / "generator"
READ_BY_PEOPLE = ("pages", "words", "views", "cli", "exports")
LONG = 24
"""Fewest Thai letters and marks of a sentence or long heading; shorter texts are names."""
_THAI = re.compile("[\u0e01-\u0e5b]")
_OUTSIDE_OF_CODE = re.compile(r"\{[{%#].*?[}%#]\}|<[^>]*>", re.DOTALL)


def texts_of_module(file: Path) -> Iterator[tuple[int, str]]:
    """Yield texts of Python code, without docstrings, with their lines."""
    tree = ast.parse(file.read_text("utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said | inside:
            yield node.lineno, node.value
        elif isinstance(node, ast.JoinedStr):
            parts = (part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
            yield node.lineno, "".join(map(str, parts))


def texts_of_template(file: Path) -> Iterator[tuple[int, str]]:
    """Yield a template's own text, without its code and tags."""
    text, end = file.read_text("utf-8"), 0
    for found in [*_OUTSIDE_OF_CODE.finditer(text), None]:
        start = found.start() if found else len(text)
        yield text.count("\n", 0, end) + 1, text[end:start]
        end = found.end() if found else end


@cache
def sentences() -> dict[str, list[str]]:
    """Return every long Thai text with its locations."""
    found: dict[str, list[str]] = defaultdict(list)
    kinds = (("*.py", texts_of_module), ("*.jinja", texts_of_template))
    folders = [GENERATOR / name for name in READ_BY_PEOPLE]
    files = [(file, texts) for folder in folders for kind, texts in kinds for file in sorted(folder.rglob(kind))]
    for file, texts in files:
        for line, text in texts(file):
            one = " ".join(text.split())
            if len(_THAI.findall(one)) >= LONG:
                found[one].append(f"{file.relative_to(ROOT).as_posix()}:{line}")
    return found


def test_each_sentence_is_in_one_file() -> None:
    twice = {
        text: places for text, places in sentences().items() if len({place.partition(":")[0] for place in places}) > 1
    }
    assert not twice, "give each a name in generator/words/ or one function:\n" + "\n".join(
        f"{text}: {', '.join(places)}" for text, places in sorted(twice.items())
    )


@pytest.mark.parametrize("kind", ["*.py", "*.jinja"])
def test_sentences_are_found(kind: str) -> None:
    assert sum(place.partition(":")[0].endswith(kind[1:]) for places in sentences().values() for place in places) > 100
