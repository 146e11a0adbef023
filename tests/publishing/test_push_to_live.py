"""A real push by an office, from its clone to the live page: hooks, OpenSSH's server, builder, web server."""

from __future__ import annotations

import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.frame.policy import HEADER_POLICY
from generator.publishing.builder import Builder
from generator.publishing.loopback_web import serving
from generator.publishing.preview_addresses import KEY
from generator.publishing.push_hooks import install, wrong_with
from generator.publishing.release_making import ReleaseMaker
from generator.publishing.site_dir import SiteDir
from generator.publishing.trial_server import TrialOffice, TrialServer
from tests.building_blocks import ROOT, make_lao, make_site
from tests.publishing.pushed_site import CODES, OUTPUTS


@dataclass
class Trial:
    """A trial server with its offices and its web site."""

    server: TrialServer
    offices: list[TrialOffice]
    address: str

    def push(self, office: TrialOffice, code: str, old: str, new: str) -> subprocess.CompletedProcess[str]:
        """Change the name of an LAO in an office's clone, commit and push it."""
        folder = next((office.clone / "content/plans").glob(f"{code}-*"), office.clone / f"content/plans/{code}-x")
        folder.mkdir(parents=True, exist_ok=True)
        place = folder / "lao.yml"
        place.write_text(place.read_text("utf-8").replace(old, new) if place.exists() else new, "utf-8")
        for command in (["add", "--all", "--sparse"], ["commit", "--quiet", "--message", "แก้ชื่อ"]):
            subprocess.run(["git", *command], cwd=office.clone, check=True, capture_output=True)
        command = ["git", "push", "origin", office.branch]
        return subprocess.run(command, cwd=office.clone, capture_output=True, text=True, check=False)

    def build(self) -> None:
        """Build the queued pushes."""
        Builder(self.server.site, ReleaseMaker(self.server.site, outputs=OUTPUTS, jobs=1)).run()

    def get(self, path: str) -> str:
        """Return a page from the web server."""
        with urllib.request.urlopen(f"{self.address}{path}") as answer:  # noqa: S310  # our own address
            assert answer.headers["Content-Security-Policy"] == HEADER_POLICY
            text: str = answer.read().decode()
            return text


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trial]:
    folder = tmp_path_factory.mktemp("trial")
    content = make_site(folder / "source")
    for code, slug in zip(CODES, ("tua-yang", "bok-phrong"), strict=True):
        make_lao(content, code, slug)
    server = TrialServer(folder / "server")
    server.set_up(content, {"office-a": CODES[0], "office-b": CODES[1]}, ROOT / "mkdocs.yml")
    with server.ssh() as port, serving(server.site) as address:
        offices = [server.clone(user, code, port) for user, code in zip(("office-a", "office-b"), CODES, strict=True)]
        found = Trial(server, offices, address)
        found.build()
        yield found


def test_a_push_is_live_after_the_next_build(trial: Trial) -> None:
    pushed = trial.push(trial.offices[0], CODES[0], "name: ตัวอย่าง", "name: ส่งผ่านกุญแจ")
    assert pushed.returncode == 0, pushed.stderr
    trial.build()
    assert "ส่งผ่านกุญแจ" in trial.get(f"lao/{CODES[0]}/")


def test_an_office_clones_its_own_folder_and_no_other(trial: Trial) -> None:
    plans = [folder.name[:7] for folder in (trial.offices[1].clone / "content/plans").iterdir()]
    assert plans == [CODES[1]]


def test_a_push_to_another_lao_is_refused_and_nothing_changes(trial: Trial) -> None:
    before = trial.get(f"lao/{CODES[0]}/")
    pushed = trial.push(trial.offices[1], CODES[0], "", "name: ของคนอื่น\n")
    assert pushed.returncode != 0
    assert "ไม่รับการส่งครั้งนี้" in pushed.stderr
    trial.build()
    assert trial.get(f"lao/{CODES[0]}/") == before


def test_a_missing_address_gets_the_sites_404_page(trial: Trial) -> None:
    for path in ("lao/9999999/", "preview/", "preview/../../state/preview.key", "%2e%2e/site.json"):
        with pytest.raises(urllib.error.HTTPError) as error:
            trial.get(path)
        assert error.value.code == 404
        assert "ไม่พบหน้านี้" in error.value.read().decode()


def test_installing_hooks_again_changes_nothing_and_the_check_finds_nothing(trial: Trial) -> None:
    server = trial.server
    hooks = server.repository / "hooks"
    before = {file.name: file.read_text("utf-8") for file in hooks.iterdir()}
    install(server.repository, server.site, server.site.settings(), builds=False)
    assert {file.name: file.read_text("utf-8") for file in hooks.iterdir()} == before
    assert list(wrong_with(server.repository, server.site)) == []


def test_installing_creates_the_secret_of_previews_for_hooks_of_another_user(tmp_path: Path, trial: Trial) -> None:
    """A hook whose user may not write the state folder still answers a draft with its address."""
    server, site = trial.server, SiteDir(tmp_path / "site")
    install(server.repository, site, server.site.settings(), builds=False)
    key = site.state / KEY
    assert key.stat().st_mode & 0o777 == 0o640
    secret = key.read_bytes()
    install(server.repository, site, server.site.settings(), builds=False)
    assert key.read_bytes() == secret
    key.unlink()
    assert any(KEY in line for line in wrong_with(server.repository, site))
    install(server.repository, server.site, server.site.settings(), builds=False)


def test_the_check_reports_what_is_wrong(trial: Trial) -> None:
    server = trial.server
    hook = server.repository / "hooks/pre-receive"
    text = hook.read_text("utf-8")
    try:
        hook.write_text("#!/bin/sh\nexit 0\n", "utf-8")
        subprocess.run(["git", "-C", str(server.repository), "config", "receive.maxInputSize", "0"], check=True)
        found = list(wrong_with(server.repository, server.site))
        assert len(found) == 2
        assert any("pre-receive" in line for line in found)
        assert any("receive.maxInputSize" in line for line in found)
        with pytest.raises(UsageError, match="ไม่ใช่ของ phaen"):
            install(server.repository, server.site, server.site.settings(), builds=False)
    finally:
        hook.write_text(text, "utf-8")
        install(server.repository, server.site, server.site.settings(), builds=False)


def test_a_non_bare_repository_is_refused(tmp_path: Path, trial: Trial) -> None:
    with pytest.raises(UsageError, match="ไม่ใช่คลังข้อมูล git แบบ bare"):
        install(tmp_path, trial.server.site, trial.server.site.settings(), builds=True)
