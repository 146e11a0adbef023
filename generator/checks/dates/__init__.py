"""Check that days are in the required order, and that all years belong to the cycle."""

from __future__ import annotations

from generator.checks.dates import entries, laws, order, period, reporting, table_years, wording

MODULES = (order, entries, period, table_years, reporting, wording, laws)
"""In the order of their codes."""
