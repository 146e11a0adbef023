"""Creates content folders: a minimal skeleton of an LAO or a cycle, or a plan rolled over from the previous cycle.

Comes in: identity, registry rows, an old plan as read. Goes out: files of content, verified by reading them before they
are moved into place. Must not know: pages, MkDocs, the terminal.
"""
