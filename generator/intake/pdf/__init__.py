"""Text PDF in, grids and paragraphs out: two engines read every cell, in a process of its own with limits."""
