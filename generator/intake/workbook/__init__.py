"""The workbook of a plan for officers: its sheets, cell formats, writer and reader."""
