"""`python -m tests.check_site DIR`: lists the broken links of a finished site, and exits with 1 if there are any."""

from __future__ import annotations

import sys
from pathlib import Path

from generator.building.links import check_links


def main() -> None:
    """Check the folder given on the command line."""
    broken = check_links(Path(sys.argv[1]))
    for link in broken:
        print(f"{link.page}: {link.link}: {link.reason}", file=sys.stderr)  # noqa: T201  # a command
    sys.exit(bool(broken))


if __name__ == "__main__":
    main()
