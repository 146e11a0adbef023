"""Check that a plan has every required part, and that each part names what it needs."""

from generator.checks.completeness import (
    alignment,
    committees,
    evaluation,
    idp,
    lists,
    monitoring,
    projects,
    reports,
    topics,
)

__all__ = ["alignment", "committees", "evaluation", "idp", "lists", "monitoring", "projects", "reports", "topics"]
