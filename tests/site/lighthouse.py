"""`python -m tests.site.lighthouse [--speed]`: Lighthouse on the real site behind nginx as shipped.

Prints a table of medians and fails below the limits. `make soak` requires what does not depend on the machine: 100 for
accessibility, best practices and SEO, no layout shift while loading, and the bytes of a page. The performance score is
a time and depends on other load on the machine: `make lighthouse` (`--speed`, five runs instead of one) requires 95.
Needs Node and Debian's Chromium and nginx; Lighthouse itself is installed from npm into `build/lighthouse/`.
"""

from __future__ import annotations

import datetime
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from generator.engine.batch import build_site
from generator.settings import Settings
from tests.site.browser import KINDS, QUIET
from tests.site.servers import nginx

ROOT = Path(__file__).parents[2]
VERSION = "12.8.2"
SPEED_RUNS = 5
PAGES = ("home", "overview", "projects", "idp")
BARS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
MOST_BYTES = 150_000
"""Compressed size of a page and all that it loads at the first visit."""
MOST_SHIFT = 0.02
"""Cumulative layout shift; Lighthouse calls up to 0.1 good."""
_PATIENCE = 120
_ATTEMPTS = 3
"""Attempts, as Chromium may fail to start in time on a busy machine, independently of the page."""


def main() -> None:
    """Measure and print the table."""
    speed = sys.argv[1:] == ["--speed"]
    bars = BARS if speed else {name: bar for name, bar in BARS.items() if name != "performance"}
    program = _installed(ROOT / "build" / "lighthouse")
    missed = []
    print(f"{'page':10}" + "".join(f"{name:>16}" for name in BARS) + f"{'bytes':>10}{'requests':>10}")  # noqa: T201  # output of this script
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        settings = Settings(content=ROOT / "content", today=datetime.date(2026, 11, 21))
        with nginx(site) as address:
            build_site(ROOT / "mkdocs.yml", settings, site, site_url=address)
            for kind in PAGES:
                reports = [_report(program, address + KINDS[kind]) for _ in range(SPEED_RUNS if speed else 1)]
                scores = {
                    name: median(report["categories"][name]["score"] * 100 for report in reports) for name in BARS
                }
                missed += [f"{kind} {name} {scores[name]:.0f}" for name, bar in bars.items() if scores[name] < bar]
                audits = reports[0]["audits"]
                sizes = audits["network-requests"]["details"]["items"]
                size = sum(item["transferSize"] for item in sizes)
                if size > MOST_BYTES:
                    missed.append(f"{kind} bytes {size:,}")
                if (shift := audits["cumulative-layout-shift"]["numericValue"]) > MOST_SHIFT:
                    missed.append(f"{kind} layout shift {shift:.3f}")
                print(f"{kind:10}" + "".join(f"{scores[name]:16.0f}" for name in BARS) + f"{size:10,}{len(sizes):10}")  # noqa: T201
                _say_why(reports[0], scores)
    if missed:
        sys.exit(f"below the bars: {', '.join(missed)}")


def _installed(folder: Path) -> Path:
    program = folder / "node_modules" / "lighthouse" / "cli" / "index.js"
    package = program.parents[1] / "package.json"
    if not package.is_file() or json.loads(package.read_text("utf-8"))["version"] != VERSION:
        folder.mkdir(parents=True, exist_ok=True)
        command = [
            "npm",
            "install",
            "--no-audit",
            "--no-fund",
            "--no-save",
            "--ignore-scripts",
            f"lighthouse@{VERSION}",
        ]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return program


def _report(program: Path, address: str) -> dict[str, Any]:
    chromium = shutil.which("chromium") or sys.exit("needs Chromium: apt-get install chromium")
    command = [
        "node",
        str(program),
        address,
        "--output=json",
        "--quiet",
        f"--chrome-flags=--headless {' '.join(QUIET)}",
    ]
    environment = os.environ | {"CHROME_PATH": str(chromium)}
    for _ in range(_ATTEMPTS):
        done = subprocess.run(command, env=environment, check=False, capture_output=True, timeout=_PATIENCE)
        if done.returncode == 0:
            break
    else:
        sys.exit(f"lighthouse: {done.stderr.decode()[-2000:]}")
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _say_why(report: dict[str, Any], scores: dict[str, float]) -> None:
    """Print the audits that cost a category its points, if it is below its limit."""
    for name, bar in BARS.items():
        if scores[name] < bar:
            for audit in report["categories"][name]["auditRefs"]:
                found = report["audits"][audit["id"]]
                if found["score"] is not None and found["score"] < 1 and audit["weight"]:
                    print(f"    {name}: {audit['id']} {found['score']} {found.get('displayValue', '')}")  # noqa: T201


if __name__ == "__main__":
    main()
