"""Do the methods, competencies, departments and strategies that a plan names exist, and do they suit?"""

from __future__ import annotations

from generator.checks.references import choices, competencies, departments, skills, values

MODULES = (choices, skills, competencies, departments, values)
"""In the order of their codes."""
