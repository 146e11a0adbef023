"""Put the files of a site into the wheel: theme, configuration, hand-written pages, frameworks, schemas.

In the repository they are outside of generator/. A wheel has them in generator/wheel_files/, where
generator/site_files.py finds them; an editable installation uses those of the repository. All other settings of the
package are in pyproject.toml.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

sys.path.insert(0, str(Path(__file__).parent))  # build backends do not add the project's folder

from generator.site_files import FOLDER, NAMES  # needs the path above


class BuildWithSiteFiles(build_py):
    """The usual command, which also copies the files of a site."""

    def run(self) -> None:
        """Copy the modules, then the files of a site; delete those of an earlier build first."""
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
