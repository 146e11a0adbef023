"""What is made of one LAO: each kind of output is one module here, with a function `make` from `LaoWork` to files.

To add a kind: write the module, name it in `kinds.py`, and say there whether its files are published and whether they
may follow when the pages are live. See docs/decisions/0012-units.md.
"""
