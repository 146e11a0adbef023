"""Check that national documents are consistent."""

from __future__ import annotations

from generator.checks.frameworks import contradictions, entry_lists, siblings, validity

MODULES = (validity, contradictions, entry_lists, siblings)
"""In the order of their codes."""
