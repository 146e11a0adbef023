"""A real Chromium with a finished site: a local server, and pages in the widths and colours of our readers."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

PHONE, DESKTOP = 360, 1280
KINDS = {
    "home": "/",
    "province": "/province/maha-sarakham/",
    "lao": "/lao/5440502/",
    "lao-guidelines": "/lao/6750306/",
    "overview": "/lao/5440502/2567-2569/",
    "strategy": "/lao/5440502/2567-2569/strategy/",
    "projects": "/lao/5440502/2567-2569/projects/",
    "idp": "/lao/5440502/2567-2569/idp/",
    "monitoring": "/lao/5440502/2567-2569/monitoring/",
    "document": "/lao/5440502/2567-2569/document/",
    "year": "/lao/5440502/2567-2569/year/2569/",
    "report": "/lao/5440502/2567-2569/report/2567/",
    "history": "/lao/5440502/2567-2569/history/",
    "evidence": "/lao/5440502/2567-2569/evidence/",
    "evidence-sheet": "/lao/5440502/2567-2569/evidence/2568/",
    "national-changes": "/changes/",
    "national-evidence": "/evidence/",
    "national-evidence-year": "/evidence/2568/",
    "data-catalogue": "/data/",
    "data-dictionary": "/data/dictionary/",
    "frameworks": "/frameworks/",
    "framework": "/frameworks/master-plan-2567-2569/",
    "framework-group": "/frameworks/master-plan-2567-2569/competencies-line/",
    "framework-strategies": "/frameworks/hr-strategy-2561-2565/strategies/",
    "quality": "/quality/",
    "quality-rule": "/quality/yaml-001/",
    "search": "/search/?q=จริยธรรม",
    "verify": "/verify/",
    "compare": "/compare/?lao=5440502",
    "import": "/import/",
    "form": "/form/?plan=5440502/2567-2569",
    "about": "/about/",
    "handbook": "/about/publishing/",
    "handbook-keys": "/about/publishing/projects/",
    "handbook-words": "/about/publishing/words/",
    "words": "/about/words/",
    "accessibility": "/about/accessibility/",
}
"""One address per kind of page."""

SOME_KINDS = ("home", "overview", "projects", "idp", "quality", "search", "form", "handbook")
"""Kinds that `make test` opens in a second setting too (width, colours, server); `make soak` opens the others."""

FETCHING = frozenset({"search", "verify", "compare", "form", "import"})
"""Kinds whose scripts may fetch after loading; all others are complete once loaded."""

QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
QUIET += ["--disable-component-update", "--disable-sync", "--hide-scrollbars"]
"""Without these flags Chromium makes network requests at every start, and hangs without a network."""


def settle(page: Page, kind: str) -> None:
    """Wait until the scripts of a loaded page are done: for half a second without requests only where one fetches."""
    if kind in FETCHING:
        page.wait_for_load_state("networkidle")
    page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")


_AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],  # without it, most of the time goes into describing what passes
}


def axe_violations(page: Page) -> list[str]:
    """Return what axe-core's rules of WCAG 2.2 AA, and its best practices, find on a page: rule, element and reason."""
    found = Axe().run(page, options=_AXE).response["violations"]
    return [f"{one['id']}: {node['html'][:160]} {node['failureSummary']}" for one in found for node in one["nodes"]]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Log nothing."""


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Ignore errors: a page closed while loading drops its connection."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder on a free port; yield its URL without a trailing slash."""
    server = _Server(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def opened(chromium: str) -> Iterator[Browser]:
    """Start the system's Chromium headless; yield it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        try:
            yield browser
        finally:
            browser.close()
