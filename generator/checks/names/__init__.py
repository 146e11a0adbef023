"""Check all names: of the LAO itself, its departments, other organisations, framework entries."""

from __future__ import annotations

from generator.checks.names import (
    blanks,
    departments,
    identity,
    idp_wordings,
    official,
    other_laos,
    other_organisations,
    own_name,
    places,
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
    places,
    staff_terms,
    other_organisations,
    blanks,
    departments,
    wordings,
    positions,
    official,
    idp_wordings,
    terms,
    split_terms,
    titles,
)
"""In the order of their codes."""
