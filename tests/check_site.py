"""`python -m tests.check_site DIR`: exit 1 and name them when a finished site has links that lead nowhere."""

from __future__ import annotations

import sys
from pathlib import Path

from generator.building.links import check_links


def main() -> None:
    """Check the folder named on the command line."""
    broken = check_links(Path(sys.argv[1]))
    for link in broken:
        print(f"{link.page}: {link.link}: {link.reason}", file=sys.stderr)  # noqa: T201  # a command
    sys.exit(bool(broken))


if __name__ == "__main__":
    main()
