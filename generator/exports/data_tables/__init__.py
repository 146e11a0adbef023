"""The tables of data that leave the site: declared once, used by CSV, workbook, data dictionary and national files.

`data_table.py` says what a table is, `all_tables.py` lists them; each table has a module. To add a column, add a
`Column` to its table: every file and the dictionary follow.
"""
