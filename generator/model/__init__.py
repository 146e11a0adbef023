"""The records: frozen pydantic models of an LAO, its plans and the national frameworks.

Comes in: plain dictionaries of text from reading. Goes out: typed records. Must not know: files, line numbers, the
clock, HTML. Every field has a docstring, Thai term first; a test requires it.
"""
