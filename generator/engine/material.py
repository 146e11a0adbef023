"""What our pages take from Material: its stylesheet. The rest of it is put out of MkDocs' way.

Material's own frame, scripts and icons are replaced by `theme_overrides/`. MkDocs lists every file of a theme at each
build, and Material has 14,000, nearly all of them icons: leaving its folder out saves 0.15 s of every build, and a
megabyte of scripts in every site.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File


def take_stylesheet(config: MkDocsConfig) -> File | None:
    """Take Material's folder out of the theme; return its stylesheet as a file of the site, None for other themes."""
    for folder in list(config.theme.dirs):
        found = sorted(Path(folder).glob("assets/stylesheets/main.*.min.css"))
        if found and folder != config.theme.custom_dir:
            config.theme.dirs.remove(folder)
            path = found[0].relative_to(folder).as_posix()
            return File(path, folder, config.site_dir, config.use_directory_urls)
    return None
