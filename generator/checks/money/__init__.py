"""Check that the amounts in a plan and its results agree."""

from __future__ import annotations

from generator.checks.money import amounts, basis, matrix, matrix_and_projects, said, spending

MODULES = (matrix, matrix_and_projects, amounts, said, basis, spending)
"""In the order of their codes."""
