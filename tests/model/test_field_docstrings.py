"""Every field of every record says in a docstring what it is, Thai term first: it feeds schema, dictionary, tooltips."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

MODEL = Path(__file__).parents[2] / "generator" / "model"
THAI_FIRST = re.compile(r"[^:]*[\u0e00-\u0e7f][^:]*: \S")


def is_record(node: ast.ClassDef) -> bool:
    bases = {ast.unparse(base) for base in node.bases}
    return "Record" in bases or any("dataclass" in ast.unparse(decorator) for decorator in node.decorator_list)


def fields() -> Iterator[tuple[str, str | None]]:
    """Yield every class and field of the model by name, with its docstring."""
    for module in sorted(MODEL.glob("*.py")):
        for node in ast.parse(module.read_text("utf-8")).body:
            if not isinstance(node, ast.ClassDef) or not is_record(node):
                continue
            yield f"{module.stem}.{node.name}", ast.get_docstring(node)
            for statement, after in zip(node.body, [*node.body[1:], None], strict=True):
                if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
                    said = after.value.value if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) else None
                    yield f"{module.stem}.{node.name}.{statement.target.id}", said if isinstance(said, str) else None


@pytest.mark.parametrize(("name", "docstring"), list(fields()), ids=lambda value: value if isinstance(value, str) and "." in value else "")
def test_has_a_thai_first_docstring(name: str, docstring: str | None) -> None:
    assert docstring, f"{name} has no docstring"
    assert THAI_FIRST.match(docstring), f"{name}: begin with the Thai term, a colon, then what it is"
