"""Check that printed numbers are consecutive and unique."""

from __future__ import annotations

from generator.checks.numbering import duplicates, methods, parents, sequence

MODULES = (sequence, parents, methods, duplicates)
"""In the order of their codes."""
