"""Rules over what was read: one module a subject, one small function a rule. A rule gets one item and yields hits.

The rule says what does not fit; `runner.py` owns the loop over items, the order, the lines and the LAO's answers.
"""
