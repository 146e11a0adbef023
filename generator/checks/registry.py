"""All rules, by code. Importing this imports every subject."""

from __future__ import annotations

from generator.checks import (
    acknowledgements,
    cells,
    completeness,
    dates,
    declared,
    documents,
    frameworks,
    ita,
    money,
    names,
    numbering,
    privacy,
    references,
    result_counts,
    stand_ins,
    states,
    text,
    undeclared,
)
from generator.checks.rule import Rule, made_rules

SUBJECTS = (
    completeness,
    money,
    cells,
    dates,
    states,
    result_counts,
    declared,
    undeclared,
    acknowledgements,
    stand_ins,
    numbering,
    references,
    names,
    text,
    privacy,
    documents,
    ita,
    frameworks,
)
"""The modules of rules, in a reader's order."""

RULES: dict[str, Rule] = made_rules()
"""Every rule by its code."""
