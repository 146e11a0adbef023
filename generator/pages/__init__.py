"""Views in, `Page`s out: Jinja templates, the sanitiser. Must not know MkDocs.

The view in `views/projects.py` is laid out by `templates/projects.html.jinja`. Templates lay out; they do no sums and
no look-ups in data.
"""
