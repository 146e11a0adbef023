"""Turns models into exactly what one page shows: typed, without Jinja, HTML or Thai interface words.

One module per page, with the same stem as its template.
"""
