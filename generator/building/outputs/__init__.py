"""Kinds of output of one LAO: one module each, with a function `make` from `LaoWork` to files.

To add a kind, write the module and add it to `kinds.py`, stating whether its files are published and whether they may
be made in the background. See docs/decisions/0012-units.md.
"""
