"""Reads Word documents (.docx) with the standard library into grids and paragraphs; keeps ticks, numbers, changes."""
