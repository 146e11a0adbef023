"""Check that the amounts in a plan and its results agree."""

from __future__ import annotations

from generator.checks.money import amounts, basis, matrix, projects, results, said

MODULES = (matrix, projects, amounts, said, basis, results)
"""In the order of their codes."""
