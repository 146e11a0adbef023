"""All tables of data, in the order of sheets and file lists."""

from __future__ import annotations

from typing import Any

from generator.exports.data_tables.budget_columns import BUDGET
from generator.exports.data_tables.data_table import DataTable
from generator.exports.data_tables.idp_columns import IDP
from generator.exports.data_tables.project_columns import PROJECTS
from generator.exports.data_tables.result_columns import RESULTS
from generator.exports.data_tables.staff_columns import STAFF

TABLES: tuple[DataTable[Any], ...] = (PROJECTS, BUDGET, IDP, RESULTS, STAFF)
