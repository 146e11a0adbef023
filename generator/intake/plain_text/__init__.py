"""Reads text outside the content format, such as a document saved as .txt: LAO, plan and tables.

Every part keeps its line and column, so that findings in records are reported at their place in the text.
"""
