"""Screenshots of the site in a real Chromium.

`python -m tests.site.screenshots DIR` takes every kind of page, phone and desktop, light and dark, for review; with a
following `--readme`, the pictures of the README instead.
"""

from __future__ import annotations

import datetime
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Literal

from generator.engine.batch import build_site
from generator.settings import Settings
from tests.site.browser import DESKTOP, KINDS, PHONE, opened, served

ROOT = Path(__file__).parents[2]
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
EVERYTHING = [(kind, width, scheme) for scheme in SCHEMES for width in (PHONE, DESKTOP) for kind in KINDS]
README: list[tuple[str, int, Scheme]] = [
    ("home", DESKTOP, "light"),
    ("overview", DESKTOP, "light"),
    ("search", DESKTOP, "light"),
    ("projects", PHONE, "light"),
]


def main() -> None:
    """Build the real content and write the screenshots to the folder named on the command line."""
    folder, readme = Path(sys.argv[1]), "--readme" in sys.argv
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        sys.exit("needs Chromium: apt-get install chromium")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as site:
        settings = Settings(content=ROOT / "content", today=datetime.date(2026, 11, 21))
        build_site(ROOT / "mkdocs.yml", settings, Path(site))
        with served(Path(site)) as address, opened(chromium) as browser:
            for kind, width, scheme in README if readme else EVERYTHING:
                page = browser.new_page(viewport={"width": width, "height": 1000}, color_scheme=scheme)
                page.goto(address + KINDS[kind])
                page.reload(wait_until="networkidle")  # as on a second visit, with fonts in the cache
                name = f"{kind}{'-phone' if width == PHONE else ''}" if readme else f"{kind}-{width}-{scheme}"
                page.screenshot(path=folder / f"{name}.png", full_page=not readme)
                page.close()


if __name__ == "__main__":
    main()
