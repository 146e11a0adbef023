"""Text that is no content yet, such as a document saved as .txt: what it says of an LAO and its plan, and its tables.

Every part keeps its line and column, so that what rules find in records is told at its place in the text.
"""
