"""Model in, exactly what one page shows out: typed, with no Jinja, no HTML and no Thai interface words.

One module a page, with the same stem as its template.
"""
