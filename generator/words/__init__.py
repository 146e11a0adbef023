"""The interface's Thai words: values of the model and of views, findings, the parts of a plan.

Wording only: no logic, no look-ups in data. Pages, search and the command line share these words.
"""
