"""Every field of every record has a docstring that starts with its Thai term."""

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


def said_after(statement: ast.stmt | None) -> str | None:
    """Return the docstring after a field."""
    value = statement.value if isinstance(statement, ast.Expr) else None
    return value.value if isinstance(value, ast.Constant) and isinstance(value.value, str) else None


def fields() -> Iterator[tuple[str, str | None]]:
    """Yield every class and field of the model by name, with its docstring."""
    for module in sorted(set(MODEL.glob("*.py")) - {MODEL / "base.py", MODEL / "roles.py"}):  # field types, not records
        for node in ast.parse(module.read_text("utf-8")).body:
            if not isinstance(node, ast.ClassDef) or not is_record(node):
                continue
            yield f"{module.stem}.{node.name}", ast.get_docstring(node)
            for statement, after in zip(node.body, [*node.body[1:], None], strict=True):
                if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
                    yield f"{module.stem}.{node.name}.{statement.target.id}", said_after(after)


@pytest.mark.parametrize(("name", "docstring"), [pytest.param(*field, id=field[0]) for field in fields()])
def test_has_a_thai_first_docstring(name: str, docstring: str | None) -> None:
    assert docstring, f"{name} has no docstring"
    assert THAI_FIRST.match(docstring), f"{name}: begin with the Thai term, a colon, then what it is"
