"""Spreadsheets (xlsx, xls, ods) in, grids of cells out."""
