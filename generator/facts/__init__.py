"""What follows from the records of an LAO, computed once and the same for rules, pages, search and downloads.

Records in, figures and states out; nothing here knows a page, its words or how a rule is made.
"""
