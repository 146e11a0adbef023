"""Word documents (.docx) in, grids and paragraphs out, by the standard library: ticks, numbers and changes are kept."""
