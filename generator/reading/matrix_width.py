"""Checks that each row of the budget table has one cell per column: a plan in, findings at the rows out."""

from __future__ import annotations

from generator.findings import Finding, Severity
from generator.model.plan import Plan
from generator.reading.yaml_text import YamlSource


def matrix_misfits(plan: Plan, source: YamlSource) -> list[Finding]:
    """Return an error per row, or line of totals, with more or fewer cells than columns.

    The table is still shown, with every cell in its position.
    """
    matrix = plan.budget_matrix
    if matrix is None:
        return []
    wide = len(matrix.columns)
    findings = [
        Finding(
            "READ-003",
            Severity.ERROR,
            f"แถวที่ {index + 1} ของตารางงบประมาณมี {len(row.amounts)} ช่อง แต่ตารางมี {wide} ส่วนราชการ",
            source.location(("budget_matrix", "rows", index, "amounts")),
            'ใส่จำนวนเงินให้ครบทุกส่วนราชการ ช่องที่ว่างในเอกสารให้เขียน ""',
        )
        for index, row in enumerate(matrix.rows)
        if len(row.amounts) != wide
    ]
    totals = len(matrix.stated_column_totals)
    if totals not in (0, wide):
        findings.append(
            Finding(
                "READ-003",
                Severity.ERROR,
                f"ยอดรวมแต่ละส่วนราชการมี {totals} ช่อง แต่ตารางมี {wide} ส่วนราชการ",
                source.location(("budget_matrix", "stated_column_totals")),
                'ใส่ยอดรวมให้ครบทุกส่วนราชการ ช่องที่ว่างในเอกสารให้เขียน "" ถ้าเอกสารไม่มีแถวยอดรวม ให้ลบทั้งบรรทัด',
            )
        )
    return findings
