"""`phaen try-server`: from the command to a live page, and no server left when it is ended."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from generator.publishing.site_dir import SiteDir
from tests.building_blocks import ROOT

COMMAND = (sys.executable, "-c", "from generator.cli import main; main()", "try-server")


@pytest.mark.soak
def test_it_shows_pages_and_previews_until_sigterm_ends_its_servers(tmp_path: Path) -> None:
    folder = tmp_path / "trial"
    command = [*COMMAND, str(folder), "--port", "0"]
    with (tmp_path / "errors").open("w") as errors:
        server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=errors, text=True)
    assert server.stdout is not None
    try:
        address = re.search(r"http://\S+", server.stdout.readline())
        assert address, (tmp_path / "errors").read_text("utf-8")
        with urllib.request.urlopen(address[0]) as page:  # noqa: S310  # our own address
            assert page.status == 200
        settings = SiteDir(folder / "site").settings()
        assert settings.preview_url == f"{address[0]}preview/"  # which the answer to a draft's push contains
        ssh_server = int((folder / "ssh/sshd.pid").read_text())
        os.kill(ssh_server, 0)
    finally:
        server.terminate()
        server.communicate(timeout=60)
    with pytest.raises(ProcessLookupError):
        os.kill(ssh_server, 0)
