"""Shows the error at every address of a server while the site cannot be built.

MkDocs' server, the state of the last build and the error in; out a WSGI application around the server's own, and a page
without theme, because the theme itself may have caused the error.
"""

from __future__ import annotations

import html
import os
import re
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from generator.building.replacing import MARKER


@dataclass
class BuildState:
    """State of a server's last build."""

    failed: bool = False
    """There is no site."""
    has_errors: bool = False
    """There is a site, but parts of the content could not be read."""


_ERROR_PAGE = ".error"
"""Folder of the error page in a server's site; no page of a site begins with a dot."""
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')

_PAGE = """<!doctype html>
<html lang="th">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>สร้างเว็บไซต์ไม่ได้</title>
<body>
<h1>สร้างเว็บไซต์ไม่ได้</h1>
<p>{reason}</p>
<p>เมื่อแก้ไขแล้ว หน้านี้จะโหลดใหม่เอง</p>
</body>
</html>
"""


def as_served(server: LiveReloadServer, state: BuildState) -> Callable[..., Iterable[bytes]]:
    """Return the server's application, which shows the error page in place of a page that cannot be built.

    Pages lose their policy: it forbids inline scripts, and MkDocs' live reload is one.
    """

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        status, headers, body = _asked(server, environ)  # waits until a build ends
        path = environ["PATH_INFO"]
        if _is_page(path) and (instead := _instead(server, state, path, missing=status.startswith("404"))):
            status, headers, body = _asked(server, {**environ, "PATH_INFO": instead})
            # Links of a page are relative to its own address.
            body = body.replace(b"<head>", f'<head><base href="{quote(instead)}">'.encode(), 1)
        if _is_page(path):
            body = _POLICY.sub(b"", body, count=1)
            headers = [*((name, value) for name, value in headers if name != "Content-Length")]
        start_response(status, headers)
        return [body]

    return answer


def _asked(server: LiveReloadServer, environ: dict[str, Any]) -> tuple[str, list[tuple[str, str]], bytes]:
    said: list[Any] = []
    found = server.serve_request(environ, lambda *status: said.extend(status))
    try:
        return said[0], said[1], b"".join(found)
    finally:
        getattr(found, "close", lambda: None)()


def _instead(server: LiveReloadServer, state: BuildState, path: str, *, missing: bool) -> str | None:
    """Return the address of the page to show instead: the error page, or the nearest page of the LAO or its plan."""
    if state.failed:
        return f"{server.mount_path}{_ERROR_PAGE}/"
    address = path.removeprefix(server.mount_path)
    if not missing or not state.has_errors or not address.startswith("lao/"):
        return None
    for above in list(PurePosixPath(address).parents)[:-2]:  # /lao/ itself is not a page
        if ".." not in above.parts and Path(server.root, above, "index.html").is_file():
            return f"{server.mount_path}{above}/"
    return None


def write_error_page(site: Path, error: Exception) -> None:
    """Write the error page into the site; with PHAEN_DEBUG=1 also print the traceback."""
    if os.environ.get("PHAEN_DEBUG") == "1":
        traceback.print_exception(error)
    (site / _ERROR_PAGE).mkdir(parents=True, exist_ok=True)
    (site / MARKER).touch()
    (site / _ERROR_PAGE / "index.html").write_text(_PAGE.format(reason=html.escape(reason(error))), "utf-8")


def reason(error: Exception) -> str:
    """Return the message of an error; MkDocs wraps plugin errors in one without a message."""
    cause = error.__context__ if isinstance(error, Abort) and error.__context__ else error
    return str(cause) or type(cause).__name__


def _is_page(path: str) -> bool:
    return not path.startswith("/livereload/") and PurePosixPath(path).suffix in ("", ".html")
