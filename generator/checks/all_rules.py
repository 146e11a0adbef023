"""All rules, by code. Importing this imports every subject."""

from __future__ import annotations

from generator.checks import (
    acknowledgements,
    attached_documents,
    completeness,
    dates,
    declared_changes,
    frameworks,
    ita,
    money,
    names,
    numbering,
    privacy,
    references,
    result_counts,
    stand_ins,
    text,
    timeliness,
    undeclared,
    uninterpreted_cells,
)
from generator.checks.rule import Rule, made_rules

SUBJECTS = (
    completeness,
    money,
    uninterpreted_cells,
    dates,
    timeliness,
    result_counts,
    declared_changes,
    undeclared,
    acknowledgements,
    stand_ins,
    numbering,
    references,
    names,
    text,
    privacy,
    attached_documents,
    ita,
    frameworks,
)
"""The modules of rules, in a reader's order."""

RULES: dict[str, Rule] = made_rules()
"""Every rule by its code."""
