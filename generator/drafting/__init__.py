"""New content folders: a minimal skeleton for an LAO or a cycle, or a plan rolled over from the cycle before.

Comes in: identity, registry rows, an old plan as read. Goes out: files of content, read back before they are put in
place. Must not know: pages, MkDocs, the terminal.
"""
