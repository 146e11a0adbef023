"""Check all names: of the LAO itself, its departments, other organisations, framework entries."""

from __future__ import annotations

from generator.checks.names import (
    blanks,
    department_names,
    district_and_province,
    identity,
    idp_wordings,
    official_names,
    other_laos,
    other_organisations,
    own_name,
    positions,
    registered,
    split_terms,
    staff_terms,
    terms,
    titles,
    wordings,
)

MODULES = (
    identity,
    registered,
    own_name,
    other_laos,
    district_and_province,
    staff_terms,
    other_organisations,
    blanks,
    department_names,
    wordings,
    positions,
    official_names,
    idp_wordings,
    terms,
    split_terms,
    titles,
)
"""In the order of their codes."""
