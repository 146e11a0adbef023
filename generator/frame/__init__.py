"""What stands around every page, whoever writes it: letters, one stylesheet, the policy of what a page may load.

Knows no page and no MkDocs.
"""
