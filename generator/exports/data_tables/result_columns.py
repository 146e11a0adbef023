"""The table `results`: one row per project and round, with the LAO's report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator import addresses
from generator.exports.data_tables.data_table import DataColumn, DataTable, DataType, InWorkbook, choices
from generator.exports.data_tables.plain_values import arabic, joined, lines, printed_money
from generator.exports.data_tables.plan_data import PlanData
from generator.exports.data_tables.report_columns import printed_count, report_columns, report_key
from generator.model.project import Project
from generator.model.results import ProjectResult, ResultStatus, YearResults
from generator.words import interface, open_data


class ResultRow(NamedTuple):
    """Reported result of one project in one round."""

    plan: PlanData
    report: YearResults
    result: ProjectResult
    project: Project | None
    """None if the plan has no such project."""


_Column = DataColumn[ResultRow]


def _results(plan: PlanData) -> Iterator[ResultRow]:
    projects = {project.id: project for project in plan.projects}
    for report in plan.files.results:
        for result in report.projects:
            yield ResultRow(plan, report, result, projects.get(result.project))


def _evidence(row: ResultRow) -> str | None:
    return lines(
        " ".join(filter(None, (one.title, one.kind, one.date.printed if one.date else None, one.address)))
        for one in row.result.evidence
    )


RESULTS: DataTable[ResultRow] = DataTable(
    "results",
    "ผลการดำเนินงาน",
    "หนึ่งแถวคือผลของหนึ่งโครงการในหนึ่งรอบรายงาน โครงการที่ไม่มีแถวคือยังไม่รายงาน",
    (
        _Column(
            "result_id",
            "รหัสแถว",
            "ปี รอบ และรหัสโครงการ",
            lambda row: f"{report_key(row.report)}/{row.result.project}",
            in_workbook=InWorkbook.HIDDEN,
        ),
        _Column(
            "project_id",
            "รหัสโครงการ",
            "รหัสโครงการในตาราง projects",
            lambda row: row.result.project,
            in_workbook=InWorkbook.HIDDEN,
        ),
        *report_columns(ResultRow),
        _Column(
            "number",
            "ที่",
            open_data.PROJECT_NUMBER,
            lambda row: arabic(row.project.number) if row.project else None,
            width=7,
        ),
        _Column(
            "name",
            "โครงการหรือกิจกรรม",
            "ชื่อตามแผน ว่างเมื่อแผนไม่มีโครงการรหัสนี้",
            lambda row: row.project.name if row.project else None,
            width=40,
        ),
        _Column(
            "status",
            "สถานะ",
            "ดำเนินการไปถึงไหน",
            lambda row: str(row.result.status),
            DataType.WORD,
            choices=choices({status: interface.RESULT_STATUS[status] for status in ResultStatus}),
            width=18,
        ),
        _Column(
            "spent_baht",
            "เงินที่ใช้ไป",
            "ว่างเมื่อไม่รายงานเป็นจำนวนเงิน ไม่ใช่ศูนย์",
            lambda row: row.result.spent_baht,
            DataType.BAHT,
            "บาท",
        ),
        _Column(
            "spent_printed",
            "เงินที่ใช้ไปตามรายงาน",
            open_data.AS_REPORTED,
            lambda row: printed_money(row.result.spent) if row.result.spent else None,
        ),
        _Column(
            "people",
            "ผู้เข้าร่วม",
            "จำนวนผู้เข้าร่วม ว่างเมื่อไม่รายงานเป็นจำนวน",
            lambda row: row.result.people_count,
            DataType.INTEGER,
            "คน",
        ),
        _Column(
            "people_printed",
            "ผู้เข้าร่วมตามรายงาน",
            open_data.AS_REPORTED,
            lambda row: printed_count(row.result.people),
        ),
        _Column(
            "indicator",
            "ตัวชี้วัด",
            "ตัวชี้วัดตามแผน",
            lambda row: row.project.indicator if row.project else None,
            width=24,
        ),
        _Column(
            "indicator_result",
            "ผลตามตัวชี้วัด",
            "ตามรายงาน",
            lambda row: row.result.indicator_result,
            width=24,
        ),
        _Column("problems", "ปัญหาและอุปสรรค", "ตามรายงาน", lambda row: row.result.problems, width=24),
        _Column("suggestions", "ข้อเสนอแนะ", "ตามรายงาน", lambda row: row.result.suggestions, width=24),
        _Column("evidence", "หลักฐาน", "ชื่อ ชนิด วันที่ และที่อยู่ บรรทัดละหนึ่งรายการ", _evidence, width=32),
        _Column(
            "evidence_sha256",
            "ค่า sha256 ของหลักฐาน",
            "คั่นด้วย ;",
            lambda row: joined(one.sha256 for one in row.result.evidence),
            in_workbook=InWorkbook.HIDDEN,
        ),
        _Column(
            "page",
            "หน้าในเว็บไซต์",
            "ที่อยู่ของรายงาน ต่อจากที่อยู่ของเว็บไซต์",
            lambda row: (
                f"{addresses.plan_part(row.plan.lao.code, row.plan.plan.cycle, 'monitoring')}"
                f"#{addresses.results_anchor(row.report.fiscal_year)}"
            ),
            in_workbook=InWorkbook.LEFT_OUT,
        ),
    ),
    _results,
)
