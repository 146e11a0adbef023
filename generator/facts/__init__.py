"""Facts derived from the records of an LAO, computed once and shared by rules, pages, search and downloads.

Records in, figures and states out; independent of pages, wording and rules.
"""
