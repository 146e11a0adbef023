"""All rules, by code: importing this imports every subject."""

from __future__ import annotations

from generator.checks import (
    acknowledgements,
    cells,
    completeness,
    dates,
    frameworks,
    ita,
    money,
    names,
    numbering,
    privacy,
    references,
    stand_ins,
    states,
    text,
)
from generator.checks.rule import Rule, made_rules

SUBJECTS = (
    completeness,
    money,
    cells,
    dates,
    states,
    acknowledgements,
    stand_ins,
    numbering,
    references,
    names,
    text,
    privacy,
    ita,
    frameworks,
)
"""The modules that hold rules, in the order in which a reader would ask."""

RULES: dict[str, Rule] = made_rules()
"""Every rule by its code."""
