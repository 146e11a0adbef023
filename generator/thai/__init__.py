"""How Thai is written: text, numerals, dates of the Buddhist era, dictionary order.

The lowest layer. In: text as written by officers and in documents. Out: plain values, or a `ValueError` with a Thai
message for unreadable text. Knows nothing of plans, files or findings. Import the modules, not this package: it stays
empty so that a command loads only what it uses.
"""
