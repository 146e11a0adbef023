"""A local web server for the live release: does what nginx or Caddy do on a real server."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

from generator.frame.policy import HEADER_POLICY
from generator.publishing.site_dir import SiteDir

_PREVIEW = "/preview/"


@contextmanager
def serving(site: SiteDir, port: int = 0) -> Iterator[str]:
    """Serve a site on loopback during the block; yield its address. Port 0 means any free port."""

    class Handler(_Handler):
        folder = site

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(SimpleHTTPRequestHandler):
    folder: SiteDir
    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        """Return the file of an address, in the live release or the previews."""
        plain = posixpath.normpath(unquote(urlsplit(path).path))
        is_preview = plain.startswith(_PREVIEW)
        root = self.folder.previews if is_preview else self.folder.current
        below = plain.removeprefix(_PREVIEW) if is_preview else plain
        names = [name for name in below.split("/") if name not in ("", ".", "..")]
        found = str(Path(root, *names))
        return f"{found}/" if path.endswith("/") else found

    def list_directory(self, path: object) -> None:  # noqa: ARG002  # names of previews are secret
        """Respond as for a missing page."""
        self.send_error(404)

    def end_headers(self) -> None:
        """Send the headers of the shipped configurations."""
        self.send_header("Content-Security-Policy", HEADER_POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-cache")
        if self.path.startswith(_PREVIEW):
            self.send_header("X-Robots-Tag", "noindex, nofollow")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Respond with the site's own 404 page."""
        page = self.folder.current / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *arguments: object) -> None:
        """Log nothing."""
