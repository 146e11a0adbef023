"""The page for unknown addresses, on a site below a path prefix that is not configured anywhere."""

from __future__ import annotations

import datetime
import functools
import http.server
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="needs playwright: pip install -e '.[dev]'")

from playwright.sync_api import Browser

from generator.engine.batch import build_site
from generator.settings import Settings
from tests.engine.conftest import CONFIG_FILE, Content, with_fixed_pages
from tests.site.browser import DESKTOP

pytestmark = pytest.mark.browser
DEEP = ("lao", "lao/", "lao/9999999/", "lao/9999999/2567-2569/projects/", "a/b/c/d/e/f/g/h/")


class _Server(http.server.SimpleHTTPRequestHandler):
    """Answers unknown addresses with the site's own page, as the shipped configurations do."""

    def send_error(self, code: int, *_: object) -> None:  # type: ignore[override]
        body = next(Path(self.directory).rglob("404.html")).read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Log nothing."""


@pytest.fixture(scope="module", params=["", "plan/", "office/plan/"], ids=["root", "folder", "deeper"])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("server")
    settings = Settings(content=folder, today=datetime.date(2026, 1, 1))
    build_site(CONFIG_FILE, settings, folder / request.param, gather=lambda _: Content(with_fixed_pages([])))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Server, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/{request.param}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("missing", DEEP)
def test_it_looks_like_the_site_and_links_back_to_it(
    browser: Browser, address: str, missing: str, *, scripts: bool
) -> None:
    context = browser.new_context(viewport={"width": DESKTOP, "height": 800}, java_script_enabled=scripts)
    page = context.new_page()
    try:
        answer = page.goto(address + missing)
        assert answer is not None
        assert answer.status == 404
        links = page.locator("main a:visible")
        assert links.count() == 2
        font = page.locator("h1").evaluate("one => getComputedStyle(one).fontFamily") if scripts else "Sarabun"
        assert "Sarabun" in font
        links.first.click()
        assert page.url == address
        assert "พบหน้านี้" not in page.locator("h1").inner_text()
    finally:
        context.close()


def test_it_has_no_root_relative_address(tmp_path: Path) -> None:
    settings = Settings(content=tmp_path, today=datetime.date(2026, 1, 1))
    build_site(CONFIG_FILE, settings, tmp_path / "site", gather=lambda _: Content(with_fixed_pages([])))
    page = (tmp_path / "site/404.html").read_text("utf-8")
    assert "ไม่พบหน้านี้" in page
    assert not re.findall(r"""(?:href|src|action)=["']?/""", page)
