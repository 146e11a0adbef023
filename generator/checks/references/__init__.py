"""Check that the methods, competencies, departments and strategies referenced by a plan exist and suit."""

from __future__ import annotations

from generator.checks.references import choices, competencies, departments, skills, values

MODULES = (choices, skills, competencies, departments, values)
"""In the order of their codes."""
