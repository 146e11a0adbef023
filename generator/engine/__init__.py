"""Builds the website from pages with MkDocs. The only folder that imports mkdocs; another engine would be a new folder.

`Page` objects from building in; a folder of HTML, or a server with live reload, out.
"""

import os

# Material prints ten lines about its own end of life when the `mkdocs` command loads it; this is its documented switch,
# and it silences nothing else. It must be set before MkDocs reads `theme:` and so before it loads our plugin:
# mkdocs.yml names `generator.engine.headings`, which imports this module while the file is still being parsed.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "true")
