"""The rules: one module per subject, one small function per rule. A rule gets one item and yields hits.

A rule only describes the violation; `runner.py` owns the loop over items, the order, the lines and the LAO's answers.
"""
