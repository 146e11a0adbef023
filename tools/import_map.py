"""`python -m tools.import_map`: draw docs/images/architecture.svg from the imports of generator/.

Rows are the stages of tests/test_architecture.py, boxes the folders. Lines are the transitive reduction of the imports:
the fewest lines that imply all of them. The same imports give the same bytes.
"""

from __future__ import annotations

import html
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.test_architecture import MODULES, PACKAGE, STAGES, imports, stage

PICTURE = PACKAGE.parent / "docs" / "images" / "architecture.svg"
SAYS = {
    "thai": "text, numerals, dates, provinces",
    "findings": "what is wrong, where",
    "errors": "errors that end a command",
    "site_files": "theme and pages in a wheel",
    "settings": "inputs of a build",
    "addresses": "every address",
    "frame": "header, fonts, stylesheet",
    "model": "records of the content",
    "reading": "YAML with lines -> records",
    "history": "versions from git",
    "facts": "facts derived from records",
    "checks": "rules -> findings",
    "words": "Thai words of the interface",
    "views": "what one page shows",
    "pages": "templates -> parts of a page",
    "exports": "JSON, CSV, XLSX, PDF, feeds",
    "search": "finder and full text",
    "building": "work per LAO; cache",
    "engine": "MkDocs; HTML files",
    "publishing": "a push goes live",
    "drafting": "new and repaired files",
    "intake": "Word, Excel, PDF -> YAML",
    "demo": "a fictional nation",
    "cli": "the command phaen",
}
"""The text of each box."""
_WIDTH, _HEIGHT, _GAP_X, _GAP_Y, _MARGIN = 176, 40, 16, 26, 14


def package_imports() -> dict[str, set[str]]:
    """Return the folders and top modules of generator/ and, per name, those that it imports."""
    found: dict[str, set[str]] = {name: set() for row in STAGES for name in row}
    for module in MODULES:
        if module == PACKAGE / "__init__.py":
            continue
        own = stage(module)
        names = {name.split(".")[1] for name in imports(module) if name.startswith("generator.")}
        found[own] |= {name for name in names if name != own and name in found}
    return found


def fewest_lines(imported: Mapping[str, set[str]]) -> list[tuple[str, str]]:
    """Return the transitive reduction of the imports, in order."""

    def reached(start: str, seen: frozenset[str] = frozenset()) -> set[str]:
        found: set[str] = set()
        for name in imported[start]:
            if name not in seen:
                found |= {name} | reached(name, seen | {start, name})
        return found

    below = {name: reached(name) for name in imported}
    return sorted(
        (name, other)
        for name, others in imported.items()
        for other in others
        if not any(other in below[between] for between in others if between != other and name not in below[between])
    )


def picture() -> str:
    """Return the drawing as SVG."""
    widest = max(len(row) for row in STAGES)
    width = 2 * _MARGIN + widest * _WIDTH + (widest - 1) * _GAP_X
    height = 2 * _MARGIN + len(STAGES) * _HEIGHT + (len(STAGES) - 1) * _GAP_Y
    places: dict[str, tuple[float, float]] = {}
    for number, row in enumerate(reversed(STAGES)):
        left = (width - len(row) * _WIDTH - (len(row) - 1) * _GAP_X) / 2
        for place, name in enumerate(row):
            places[name] = (left + place * (_WIDTH + _GAP_X), _MARGIN + number * (_HEIGHT + _GAP_Y))
    imported = package_imports()
    lines = [_line(places[name], places[other]) for name, other in fewest_lines(imported)]
    boxes = [_box(name, *places[name], len(imported[name])) for row in reversed(STAGES) for name in row]
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif">',
            "<title>Folders of generator/ by stage; imports point down</title>",
            f'<rect width="{width}" height="{height}" fill="#fff"/>',
            *lines,
            *boxes,
            "</svg>",
            "",
        )
    )


def _line(upper: tuple[float, float], lower: tuple[float, float]) -> str:
    start, end = (upper[0] + _WIDTH / 2, upper[1] + _HEIGHT), (lower[0] + _WIDTH / 2, lower[1])
    if upper[1] == lower[1]:  # within one row
        start, end = (upper[0] + _WIDTH / 2, upper[1] + _HEIGHT), (lower[0] + _WIDTH / 2, lower[1] + _HEIGHT)
    middle = (start[1] + end[1]) / 2 + (12 if upper[1] == lower[1] else 0)
    path = f"M{start[0]:g} {start[1]:g}C{start[0]:g} {middle:g} {end[0]:g} {middle:g} {end[0]:g} {end[1]:g}"
    return f'<path d="{path}" fill="none" stroke="#9aa7b5" stroke-width="1.2"/>'


def _box(name: str, left: float, top: float, count: int) -> str:
    says = html.escape(SAYS[name])
    title = f"generator/{name}: imports {count} of the others"
    return (
        f'<g><title>{title}</title><rect x="{left:g}" y="{top:g}" width="{_WIDTH}" height="{_HEIGHT}" rx="5" '
        f'fill="#eef3f8" stroke="#3b5b7a"/>'
        f'<text x="{left + _WIDTH / 2:g}" y="{top + 17:g}" text-anchor="middle" font-size="13" font-weight="bold" '
        f'fill="#12263a">{name}</text>'
        f'<text x="{left + _WIDTH / 2:g}" y="{top + 32:g}" text-anchor="middle" font-size="10.5" '
        f'fill="#33475b">{says}</text></g>'
    )


def main() -> int:
    """Write the picture; return 0."""
    Path(PICTURE).write_text(picture(), "utf-8", newline="\n")
    print(PICTURE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
