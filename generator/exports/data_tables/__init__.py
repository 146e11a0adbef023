"""The published tables of data: declared once for CSV, workbook, data dictionary and national files.

`data_table.py` defines a table, `all_tables.py` lists them; each table has a module. To add a column, add a `Column` to
its table: every file and the dictionary follow.
"""
