"""Reads spreadsheets (xlsx, xls, ods) into grids of cells."""
