"""Settings of all tests: skips are failures in CI; source documents are used if they are present."""

from __future__ import annotations

import gc
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]
SEEDS = Path(os.environ.get("PHAEN_SEEDS") or ROOT.parent / "shared" / "seeds")
NO_SKIPS = bool(os.environ.get("PHAEN_NO_SKIPS"))
"""Set in CI: a skipped test fails the run, because CI installs everything that tests need."""

# No deadlines: they time the machine, not the code. CI tries the same examples each time, a developer new ones.
settings.register_profile("phaen", deadline=None, derandomize=NO_SKIPS)
settings.load_profile("phaen")

# pythainlp creates a data folder on import, by default in the home folder.
os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-golden`, which rewrites the golden files; review their diff."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files")


def pytest_report_header() -> str:
    """State at the top whether the source documents are present."""
    return f"source documents: {'compared with' if SEEDS.is_dir() else 'missing, comparisons skipped'}"


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Take the collected tests from the garbage collector: 600,000 objects, 0.3 seconds each time it walks them all."""
    gc.collect()
    gc.freeze()


def _unexcused(reporter: pytest.TerminalReporter) -> list[pytest.TestReport]:
    """Return the skips that CI forbids: all but comparisons with documents that the repository may not contain."""
    skipped = reporter.stats.get("skipped", [])
    return [report for report in skipped if SEEDS.is_dir() or "source text" not in str(report.longrepr)]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """List every skip; in CI, state that it is a failure."""
    skipped = _unexcused(terminalreporter)
    for report in skipped:
        terminalreporter.write_line(f"skipped: {report.nodeid}: {report.longrepr[2]}")
    if NO_SKIPS and skipped:
        terminalreporter.write_line("skips are failures here (PHAEN_NO_SKIPS is set)", red=True)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Fail the run in CI if a test was skipped that CI could have run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if NO_SKIPS and exitstatus == 0 and reporter and _unexcused(reporter):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of Chromium; without it, tests of pages are skipped and listed.

    The headless shell is Chromium without its window: the same engine, and pages open in a third of the time.
    """
    for name in ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    # Without Chromium all other tests run. CI has it: a skip there is a failure.
    pytest.skip("needs Chromium: apt-get install chromium")
