"""Reads text PDFs into grids and paragraphs: two engines read every cell, in a subprocess with limits."""
