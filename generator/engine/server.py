"""A local preview server: the site in a temporary folder, rebuilt whenever a watched file changes.

A function that builds the site in; responses to a browser, which reloads by MkDocs' script, out. While the site cannot
be built, every page shows the error.
"""

from __future__ import annotations

import logging
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from generator.engine.batch import configured, readable_log
from generator.engine.build_error_page import BuildState, as_served, reason, write_error_page
from generator.engine.watching import SteadyObserver
from generator.settings import Settings

Make = Callable[[Path, Callable[[], None]], bool]
"""Builds the site, or what changed of it, in a folder; returns whether parts of the content could not be read.

Calls the function once changed pages can be looked at, if that is before its end.
"""


def serve_site(
    config_file: Path,
    settings: Settings,
    address: str,
    make: Make,
    *,
    say: Callable[[str], None] = lambda _: None,
) -> None:
    """Serve the site until Ctrl+C. `say` is called with each line of progress.

    Raises UsageError for an invalid configuration or address, OSError if the port is taken.
    """
    with tempfile.TemporaryDirectory(prefix="phaen-") as folder, readable_log(logging.ERROR):
        site = Path(folder, "site")
        config, plugin = configured(config_file, settings, None, dev_addr=address)
        plugin.hand_over(None, None)
        state, running = BuildState(), _Running()

        def build(shown: Event) -> None:
            def show() -> None:
                if not state.failed:
                    state.has_errors = True  # perhaps: a page that is missing now may be one that cannot be read
                    shown.set()

            started = time.perf_counter()
            try:
                state.has_errors = make(site, show)
                state.failed = False
            except Exception as error:  # noqa: BLE001  # any error is shown, and the server goes on
                state.failed = True
                write_error_page(site, error)
                say(f"สร้างเว็บไซต์ไม่ได้: {reason(error)}")
                say("ทุกหน้าแสดงข้อความนี้จนกว่าจะแก้ไข")
            else:
                say(f"สร้างแล้ว ใช้เวลา {time.perf_counter() - started:.1f} วินาที หน้าที่เปิดอยู่จะโหลดใหม่เอง")

            shown.set()

        def remake() -> None:
            """Start a build and wait until its changed pages can be looked at; the rest of the site follows."""
            running.join()
            shown = Event()
            running.start(build, shown)
            shown.wait()

        def follow() -> None:
            say("พบการแก้ไขไฟล์ กำลังสร้างเว็บไซต์ใหม่")
            remake()

        host, port = config.dev_addr
        server = LiveReloadServer(
            builder=follow,
            host=host,
            port=port,
            root=str(site),
            mount_path=urlsplit(config.site_url or "/").path,
        )
        server.observer = SteadyObserver(settings.content, settings.only)
        server.error_handler = lambda code: _error_page(site, code)
        server.set_app(as_served(server, state))
        try:
            remake()
            for path in _watched(config, settings):
                server.watch(path)
            say(f"เปิดดูที่ {server.url} หยุดด้วย Ctrl+C")
            say(f"กำลังเฝ้าดูการแก้ไขใน {settings.content}")
            server.serve()  # type: ignore[no-untyped-call]  # MkDocs is untyped here
        except KeyboardInterrupt:
            pass  # Ctrl+C ends the server
        finally:
            server.shutdown()
            running.join()


class _Running:
    """At most one build in a thread of its own."""

    def __init__(self) -> None:
        self._thread: Thread | None = None

    def start(self, build: Callable[[Event], None], shown: Event) -> None:
        """Start a build."""
        self._thread = Thread(target=build, args=(shown,), daemon=True)
        self._thread.start()

    def join(self) -> None:
        """Wait for the end of the build that runs, if any."""
        if self._thread:
            self._thread.join()


def _watched(config: MkDocsConfig, settings: Settings) -> list[str]:
    """Return the paths to watch: the site's own files and all content, of which the observer skips a part."""
    own = [config.docs_dir, config.config_file_path, config.theme.custom_dir]
    elsewhere = [path for path in own if path and not Path(path).is_relative_to(settings.content)]
    return [str(settings.content), *elsewhere, *([str(settings.registry)] if settings.registry else [])]


def _error_page(folder: Path, code: int) -> bytes | None:
    page = folder / f"{code}.html"
    return page.read_bytes() if page.is_file() else None
