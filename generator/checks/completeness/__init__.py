"""Is everything there that a plan must have, and does every part of it name what it needs?"""

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
