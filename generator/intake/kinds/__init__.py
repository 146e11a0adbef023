"""Converts the rows of recognised tables to records of the plan, one module per kind of table."""
