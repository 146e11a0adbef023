"""Put the files of a site into the wheel: theme, configuration, hand-written pages, frameworks, schemas.

They lie outside of generator/, where they are edited. A wheel holds them in generator/wheel_files/, where
generator/site_files.py looks for them; an editable installation uses them in their place. Everything else about the
package is in pyproject.toml.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

sys.path.insert(0, str(Path(__file__).parent))  # a build backend does not put the project's folder there

from generator.site_files import FOLDER, NAMES  # needs the path above


class BuildWithSiteFiles(build_py):
    """The usual command, and the files of a site beside the modules."""

    def run(self) -> None:
        """Copy the modules, then the files of a site; nothing of an earlier build stays among them."""
        super().run()
        if self.editable_mode:
            return
        target = Path(self.build_lib, "generator", FOLDER)
        shutil.rmtree(target, ignore_errors=True)
        for name in NAMES:
            source = Path(__file__).parent / name
            place = target / name
            place.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, place)
            else:
                shutil.copyfile(source, place)


setup(cmdclass={"build_py": BuildWithSiteFiles})
