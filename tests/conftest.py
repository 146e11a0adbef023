"""What every test may count on: skips that are failures in CI, and the source documents where they are at hand."""

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
"""Set in CI: a skipped test then fails the run, because CI installs everything a test may need."""

# No deadlines: they time the machine, not the code. CI tries the same examples each time, a developer new ones.
settings.register_profile("phaen", deadline=None, derandomize=NO_SKIPS)
settings.load_profile("phaen")

# pythainlp makes a data folder on import, in the home folder unless told otherwise.
os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden`: write the reviewed pages anew, to be looked at in the diff."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


def pytest_report_header() -> str:
    """Say at the top whether the source documents are at hand."""
    return f"source documents: {'compared with' if SEEDS.is_dir() else 'not at hand, comparisons left out'}"


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Take the collected tests from the garbage collector: 600,000 objects, 0.3 seconds each time it walks them all."""
    gc.collect()
    gc.freeze()


def _unexcused(reporter: pytest.TerminalReporter) -> list[pytest.TestReport]:
    """Return the skips that CI forbids: all but comparisons with documents that are not ours to ship."""
    skipped = reporter.stats.get("skipped", [])
    return [report for report in skipped if SEEDS.is_dir() or "source text" not in str(report.longrepr)]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name every skip and, in CI, say that it is a failure."""
    skipped = _unexcused(terminalreporter)
    for report in skipped:
        terminalreporter.write_line(f"skipped: {report.nodeid}: {report.longrepr[2]}")
    if NO_SKIPS and skipped:
        terminalreporter.write_line("skips are failures here (PHAEN_NO_SKIPS is set)", red=True)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Fail the run in CI when anything was skipped that CI could have run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if NO_SKIPS and exitstatus == 0 and reporter and _unexcused(reporter):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of a real Chromium; tests of pages are skipped by name where there is none."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    # A machine without one can still build and test everything else; CI has it, and there a skip is a failure.
    pytest.skip("needs Chromium: apt-get install chromium")
