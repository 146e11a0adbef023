"""Sarabun subset to the characters of Thai pages, as WOFF2, with the same bytes every time.

The fonts of `fontpkg-sarabun` in; paths below the site and bytes, with the fonts' licence, out. Pages load fonts from
their own site only, so that no third party learns of the reader.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

FOLDER = "assets/fonts"
WEIGHTS = {400: "Regular", 600: "SemiBold"}
"""Font weight, and its name in the package; declared in `theme_overrides/assets/css/fonts.css`."""

_CHARACTERS = (
    *range(0x20, 0x7F),  # Latin
    *range(0xA0, 0x100),
    *range(0x0E01, 0x0E3B),  # Thai
    *range(0x0E3F, 0x0E5C),
    *(0x200B, 0x200C, 0x200D, 0x2060),  # break and no-break characters
    *range(0x2010, 0x2016),  # dashes
    *(0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026, 0x2212, 0x25CC),
)


@cache
def site_fonts() -> dict[str, bytes]:
    """Return the fonts of a site by path; takes half a second, cached per process."""
    # Late: only builds need them.
    import fontpkg_sarabun

    files = {f"{FOLDER}/OFL.txt": (fontpkg_sarabun.ROOT / "LICENSE").read_bytes()}
    for weight, name in WEIGHTS.items():
        files[f"{FOLDER}/sarabun-{weight}.woff2"] = _cut(fontpkg_sarabun.ROOT / "files" / f"Sarabun-{name}.ttf")
    return files


def _cut(file: Path) -> bytes:
    from fontTools import subset

    options = subset.Options(
        flavor="woff2",
        layout_features=["*"],  # they position Thai marks
        hinting=False,
        name_IDs=[1, 2, 3, 4, 5, 6, 13, 14],  # 13 and 14: the licence
        recalc_timestamp=False,
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=_CHARACTERS)
    written = BytesIO()
    with subset.load_font(str(file), options) as font:
        subsetter.subset(font)
        subset.save_font(font, written, options)
    return written.getvalue()
