"""The preview image that messengers and social networks show with links to the site.

Name and description of the site in; one PNG out, set by Typst in the site's font, with the same bytes every time. One
per site: an image per page would cost more than all pages together.
"""

from __future__ import annotations

from generator.frame.stylesheet import fingerprint

FOLDER = "assets/images"
WIDTH, HEIGHT = 1200, 630
"""Pixels; readers of Open Graph show these proportions uncropped."""

# Texts are passed through `sys.inputs`, so that they are not parsed as markup.
_SOURCE = f"""
#set page(width: {WIDTH}pt, height: {HEIGHT}pt, margin: 0pt, fill: rgb("#fbfaf7"))
#set text(font: "Sarabun", lang: "th", fill: rgb("#1c2430"))
#place(top, rect(width: 100%, height: 24pt, fill: rgb("#22426b")))
#place(bottom, rect(width: 100%, height: 10pt, fill: rgb("#f2b33d")))
#place(left + horizon, dx: 90pt, block(width: 1020pt)[
  #text(size: 132pt, weight: 600, fill: rgb("#22426b"), sys.inputs.name)
  #v(-36pt)
  #text(size: 60pt, weight: 600, sys.inputs.rest)
  #v(4pt)
  #text(size: 36pt, fill: rgb("#55606e"), sys.inputs.description)
])
"""


def share_image(site_name: str, description: str) -> dict[str, bytes]:
    """Return the image by its path, which contains the hash of its content."""
    # Late: only builds need them.
    import fontpkg_sarabun
    import typst

    name, _, rest = site_name.partition(" — ")
    # System fonts are ignored: the same image everywhere.
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(fontpkg_sarabun.ROOT / "files")])
    content: bytes = typst.compile(
        _SOURCE.encode(),
        format="png",
        ppi=72,  # one pixel per point
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs={"name": name, "rest": rest, "description": description},
    )
    return {f"{FOLDER}/share.{fingerprint(content)}.png": content}
