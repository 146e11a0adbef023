"""The frame of every page: fonts, one stylesheet, the content security policy.

Imports neither pages nor MkDocs.
"""
