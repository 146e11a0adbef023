"""The picture that messengers and social networks show with a link to any page of the site.

Comes in: name and description of the site. Goes out: one PNG, set by Typst in the site's own letters, the same bytes
every time. There is one for the whole site: a picture for each page would cost more than all pages together.
"""

from __future__ import annotations

from generator.frame.stylesheet import fingerprint

FOLDER = "assets/images"
WIDTH, HEIGHT = 1200, 630
"""Pixels; the proportion that readers of Open Graph show without cutting."""

# Texts come in as values of `sys.inputs`: nothing in them is read as markup.
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
    """Return the picture by its path, which follows from its content."""
    # Late: only a build needs them.
    import fontpkg_sarabun
    import typst

    name, _, rest = site_name.partition(" — ")
    # The machine's own fonts are not asked: the same picture everywhere.
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(fontpkg_sarabun.ROOT / "files")])
    content: bytes = typst.compile(
        _SOURCE.encode(),
        format="png",
        ppi=72,  # a point is a pixel
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs={"name": name, "rest": rest, "description": description},
    )
    return {f"{FOLDER}/share.{fingerprint(content)}.png": content}
