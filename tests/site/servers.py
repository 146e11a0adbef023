"""The web servers for which `deploy/` has configurations, started locally with the shipped files themselves."""

from __future__ import annotations

import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DEPLOY = Path(__file__).parents[2] / "deploy"
_PATIENCE = 10


@contextmanager
def nginx(site: Path, *, is_pushed: bool = False) -> Iterator[str]:
    """Serve a site with nginx as `deploy/nginx.conf.example` says; yield the URL.

    A site published by pushes is served from its `current` symlink, with previews.
    """
    with _folder() as folder:
        port = _free_port()
        server = _shipped("nginx.conf.example", site, folder).replace("listen 80;", f"listen 127.0.0.1:{port};")
        if is_pushed:
            server = server.replace(
                f"root {site};", f"root {site}/current;\n    include {folder}/deploy/nginx-previews.conf;"
            )
        temporary = "".join(
            f"{name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        (folder / "nginx.conf").write_text(
            f"daemon off;\npid {folder}/pid;\nerror_log stderr;\nuser root;\nevents {{}}\n"
            f"http {{\ninclude /etc/nginx/mime.types;\naccess_log off;\n{temporary}{server}\n}}\n",
            "utf-8",
        )
        with _running(["nginx", "-e", "stderr", "-c", str(folder / "nginx.conf"), "-p", str(folder)], port) as address:
            yield address


@contextmanager
def caddy(site: Path, *, is_pushed: bool = False) -> Iterator[str]:
    """Serve a site with Caddy as `deploy/Caddyfile.example` says; yield the URL.

    A site published by pushes is served from its `current` symlink, with previews.
    """
    with _folder() as folder:
        port = _free_port()
        server = _shipped("Caddyfile.example", site, folder).replace("plans.example.go.th", f"http://127.0.0.1:{port}")
        if is_pushed:
            server = server.replace(
                f"root * {site}\n", f"root * {site}/current\n\timport {folder}/deploy/caddy-previews.caddy\n"
            )
        (folder / "Caddyfile").write_text("{\n\tadmin off\n}\n" + server, "utf-8")
        command = ["caddy", "run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")]
        with _running(command, port, {"HOME": str(folder)}) as address:
            yield address


def missing(name: str) -> bool:
    """Return whether a server is missing on this machine."""
    return shutil.which(name) is None


def _shipped(name: str, site: Path, folder: Path) -> str:
    """Copy the shipped files into a folder, adapted to the paths of this machine; return one of them."""
    shipped = folder / "deploy"
    shipped.mkdir()
    for file in DEPLOY.iterdir():
        text = file.read_text("utf-8").replace("/etc/phaen", str(shipped)).replace("/srv/phaen/site", str(site))
        (shipped / file.name).write_text(text, "utf-8")
    return (shipped / name).read_text("utf-8")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@contextmanager
def _running(command: list[str], port: int, environment: dict[str, str] | None = None) -> Iterator[str]:
    address = f"http://127.0.0.1:{port}"
    path = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
    with subprocess.Popen(
        command, env=path | (environment or {}), stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as server:
        try:
            _wait_for(address, server)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=_PATIENCE)


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=1).close()  # noqa: S310  # our own address
            return
        except urllib.error.HTTPError:
            return  # it answers, even if without a page yet
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.05)
    server.terminate()
    raise RuntimeError(f"no answer from {address}")
