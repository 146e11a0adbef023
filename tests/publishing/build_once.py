"""A builder in its own process, to be killed: `python -m tests.publishing.build_once SITE [BYTES]`.

BYTES is the largest file that it may write, which simulates a full disk.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from generator.publishing.builder import Builder
from generator.publishing.release_making import ReleaseMaker
from generator.publishing.site_dir import SiteDir
from tests.publishing.pushed_site import DAY, OUTPUTS

if __name__ == "__main__":
    folder, *most = sys.argv[1:]
    if most:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(most[0]), resource.RLIM_INFINITY))
    site = SiteDir(Path(folder))
    Builder(site, ReleaseMaker(site, outputs=OUTPUTS, jobs=1, day=DAY), sleep=lambda _: None).run()
