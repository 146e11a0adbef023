"""Assets of every page: one stylesheet, small scripts, the fonts. Made once per build, before MkDocs sees any page.

Only Material's stylesheet is used; `theme_overrides/` replaces its frame, scripts and icons. MkDocs lists every file of
a theme on each build, and Material has 14,000, mostly icons: dropping its folder saves 0.15 s per build and a megabyte
of scripts per site.
"""

from __future__ import annotations

import json
import logging
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from generator.addresses import import_asset
from generator.building.fingerprint import program_fingerprint
from generator.frame.fonts import FOLDER as FONTS
from generator.frame.fonts import WEIGHTS, site_fonts
from generator.frame.script_modules import page_files
from generator.frame.share_image import share_image
from generator.frame.site_frame import Assets
from generator.frame.stylesheet import bundle_stylesheets, fingerprint, ways_up
from generator.site_files import THEME, site_file

_LOG = logging.getLogger("mkdocs.plugins.phaen")  # below MkDocs' own, which counts warnings for --strict
SCRIPTS = tuple(f"assets/js/{name}.js" for name in ("scheme", "folding", "lists", "unfold", "to-top", "search"))
"""The first runs before anything is shown, the others in this order once the page is loaded."""
BUNDLE = "bundle.json"
"""Lists the files of the /import/ program."""
FINDER = "assets/js/finder.js"
"""Loaded when a search begins."""
SEARCH_PAGE, FULL_TEXT, SEARCH_RESULTS = (
    f"assets/js/{name}.js" for name in ("search-page", "full-text", "search-results")
)
"""Loaded on the search page."""
PAGE_SCRIPTS = {
    **{name: f"assets/js/{name}.js" for name in ("verify", "compare", "compare-laos", "import", "status")},
    "form": "assets/js/form/form-page.js",
}
"""Module scripts of single pages, by the name in `PageMeta.script`."""
IMPORT, IMPORT_WORKER = PAGE_SCRIPTS["import"], "assets/js/import-worker.js"
"""Scripts of /import/; added only if the operator enabled it."""
SCRIPTS_BELOW = "assets/js/"


def theme_folder(config: MkDocsConfig) -> str:
    """Return the folder of our templates: `custom_dir`, or where none is stated the one that came with the program."""
    return config.theme.custom_dir or str(site_file(THEME))


def use_theme(config: MkDocsConfig) -> None:
    """Let a configuration of Material without `custom_dir` use the theme that came with the program."""
    if config.theme.name == "material" and not config.theme.custom_dir:
        config.theme.dirs.insert(0, theme_folder(config))


def take_stylesheet(config: MkDocsConfig) -> Path | None:
    """Remove Material's folder from the theme and return its stylesheet, None for another theme."""
    for folder in list(config.theme.dirs):
        found = sorted(Path(folder).glob("assets/stylesheets/main.*.min.css"))
        if found and folder != config.theme.custom_dir:
            config.theme.dirs.remove(folder)
            return found[0]
    return None


def add_assets(files: Files, config: MkDocsConfig, material: Path, import_program: Path | None = None) -> Assets:
    """Add the stylesheet (with `extra_css`), scripts and fonts to the site; return their addresses.

    `import_program` is the folder of the /import/ program. Raises PluginError if it holds none.
    """
    sources = [file for path in config.extra_css if (file := files.get_file_from_path(str(path)))]
    name, style = bundle_stylesheets(material, [Path(str(file.abs_src_path)) for file in sources])
    for file in sources:
        files.remove(file)
    config.extra_css = []  # now in the site's one stylesheet; MkDocs would compute its address per page
    ways = {} if config.site_url else ways_up(name)
    picture = share_image(config.site_name, config.site_description or "") if config.site_url else {}
    made = {name: style, **site_fonts(), **ways, **picture}
    made |= _import_program(files, import_program)
    named: dict[str, str] = {}
    searching = (FINDER, SEARCH_PAGE, FULL_TEXT, SEARCH_RESULTS)
    for script in (*SCRIPTS, *searching):
        if written := files.get_file_from_path(script):
            files.remove(written)
            content, path = written.content_bytes, PurePosixPath(script)
            named[script] = str(path.with_name(f"{path.stem}.{fingerprint(content)}{path.suffix}"))
            made[named[script]] = content
    own = _page_scripts(files, made, with_import=import_program is not None)
    for path_in_site, content in made.items():
        files.append(File.generated(config, path_in_site, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
    scripts = tuple(named[script] for script in SCRIPTS if script in named)
    fonts = tuple(f"{FONTS}/sarabun-{weight}.woff2" for weight in WEIGHTS)
    finder, search_page, full_text, search_results = (named.get(script, "") for script in searching)
    image = next(iter(picture), "")
    return Assets(name, scripts, finder, search_page, full_text, search_results, fonts, tuple(ways), own, image)


def _page_scripts(files: Files, made: dict[str, bytes], *, with_import: bool) -> tuple[tuple[str, str], ...]:
    """Move the scripts of single pages to `made`, with the modules that they import; return them by name."""
    written = {file.src_uri: file for file in files if file.src_uri.startswith(SCRIPTS_BELOW)}
    if not with_import and IMPORT in written:
        files.remove(written.pop(IMPORT))
    started, used = [], set[str]()
    for name, path in PAGE_SCRIPTS.items():
        if path not in written:
            continue
        try:
            script = page_files(path, lambda path: written[path].content_string)
        except (KeyError, ValueError) as error:
            raise PluginError(f"สคริปต์ของธีมเรียกกันไม่ได้: {error}") from error
        started.append((name, script.address))
        made |= {address: text.encode() for address, text in script.files.items()}
        used |= script.used
    for path in used:
        files.remove(written[path])
    return tuple(started)


def _import_program(files: Files, folder: Path | None) -> dict[str, bytes]:
    """Return the files below /import/assets/, and take the worker out of the site's other scripts."""
    worker = files.get_file_from_path(IMPORT_WORKER)
    if worker:
        files.remove(worker)
    if not folder or not worker:
        return {}
    if not (folder / BUNDLE).is_file():
        raise PluginError(f"import_program: ไม่พบ {BUNDLE} ใน {folder} ให้สร้างด้วย phaen import-page --out {folder}")
    if json.loads((folder / BUNDLE).read_bytes()).get("made_by") != program_fingerprint():
        _LOG.warning("import_program: โปรแกรมใน %s เป็นของรุ่นอื่น ให้สั่ง phaen import-page --out %s อีกครั้ง", folder, folder)
    program = {one.name: one.read_bytes() for one in sorted(folder.iterdir()) if one.is_file() and not one.is_symlink()}
    return {
        import_asset(name): content for name, content in {**program, "import-worker.js": worker.content_bytes}.items()
    }
