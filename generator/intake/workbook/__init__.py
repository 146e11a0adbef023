"""The workbook of a plan for officers: its sheets, how values stand in cells, writing and reading."""
