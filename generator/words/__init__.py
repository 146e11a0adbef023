"""What the interface calls things, in Thai: values of the model and of views, findings, the parts of a plan.

Wording only: no logic, no look-ups in data. Pages, search and the command line say the same because they take it here.
"""
