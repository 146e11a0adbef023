"""Pages -> a website, with MkDocs. The only folder that imports mkdocs; another engine would be a folder beside it.

Comes in: `Page` objects from building. Goes out: a folder of HTML, or a server that reloads.
"""

import os

# Material prints ten lines about its own end of life whenever the `mkdocs` command loads it; this is its documented
# switch, and it silences nothing else. It has to be set before MkDocs reads `theme:` and therefore before it loads our
# plugin: mkdocs.yml names `generator.engine.headings`, which imports this module while the file is still being parsed.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "true")
