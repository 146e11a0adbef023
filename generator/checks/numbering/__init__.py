"""Do printed numbers run on, does each mean one thing, and does each thing have one?"""

from __future__ import annotations

from generator.checks.numbering import duplicates, methods, order, places

MODULES = (order, places, methods, duplicates)
"""In the order of their codes."""
