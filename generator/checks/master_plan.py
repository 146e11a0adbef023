"""The national document that most rules cite, and those of its clauses that several of them cite."""

from __future__ import annotations

MASTER_PLAN = "แผนแม่บทการพัฒนาบุคลากรท้องถิ่น"
"""Master plan of local personnel development; its clauses are rendered in content/frameworks/."""
COMPETENCY_CLAUSE = f"{MASTER_PLAN} ข้อ 10"
"""Curricula, methods and competencies of a plan."""
PERIOD_CLAUSE = f"{MASTER_PLAN} ข้อ 18"
"""The three fiscal years of a plan, and its order of steps."""
