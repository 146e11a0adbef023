"""Files for servers and forges are checked by schemas, a linter and systemd's own check, all offline."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple, Protocol

import pytest
import yaml

from generator.frame.policy import HEADER_POLICY
from generator.history.site_integrity import verify_site
from generator.publishing.content_checkout import ContentCheckout
from tests.building_blocks import ROOT
from tests.publishing.pushed_site import PushedSite
from tests.site.servers import caddy, missing, nginx

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
GITLAB = ROOT / "docs/forge/gitlab-ci.yml"
DEPLOY = ROOT / "deploy"


class Server(Protocol):
    """Starts a web server with the shipped files."""

    __name__: str

    def __call__(self, site: Path, *, is_pushed: bool = False) -> AbstractContextManager[str]:
        """Return the address while the server runs."""


@pytest.mark.parametrize("file", [*WORKFLOWS, GITLAB], ids=lambda file: file.name)
def test_pipelines_match_the_schema_of_their_forge(file: Path) -> None:
    schema = "vendor.gitlab-ci" if file == GITLAB else "vendor.github-workflows"
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_the_linter_of_workflows_finds_nothing(file: Path) -> None:
    zizmor = Path(sys.executable).with_name("zizmor")
    done = subprocess.run(
        [zizmor, "--offline", "--no-progress", str(file)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_actions_are_pinned_and_permissions_are_explicit(file: Path) -> None:
    text = file.read_text("utf-8")
    used = re.findall(r"uses: (\S+)", text)
    assert used and all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", one) for one in used)
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {}
    assert all("permissions" in job for job in workflow["jobs"].values())
    builds = [job for job in workflow["jobs"].values() if any("phaen build" in str(step) for step in job["steps"])]
    assert builds and all("'fetch-depth': 0" in str(job["steps"][0]) for job in builds)


def test_images_are_pinned_to_one_digest() -> None:
    texts = [file.read_text("utf-8") for file in (GITLAB, DEPLOY / "Containerfile")]
    images = [image for text in texts for image in re.findall(r"^(?:FROM| *image:) (\S+)", text, re.MULTILINE)]
    assert len(images) == 3
    assert len({image.removeprefix("docker.io/library/") for image in images}) == 1
    assert re.fullmatch(r"python:[0-9.]+-slim-[a-z]+@sha256:[0-9a-f]{64}", images[0])


def test_the_service_is_valid_and_has_a_sandbox(tmp_path: Path) -> None:
    unit = (DEPLOY / "phaen-publish.service").read_text("utf-8")
    for line in ("ProtectSystem=strict", "NoNewPrivileges=yes", "PrivateNetwork=yes", "ReadWritePaths=/srv/phaen/site"):
        assert line in unit
    if shutil.which("systemd-analyze"):
        place = tmp_path / "phaen-publish.service"
        place.write_text(unit.replace("/opt/phaen/.venv/bin/phaen", sys.executable), "utf-8")
        done = subprocess.run(
            ["systemd-analyze", "verify", "--man=no", str(place)], capture_output=True, text=True, check=False
        )
        assert "phaen-publish.service" not in done.stderr, done.stderr


def test_the_container_runs_unprivileged_and_has_no_plans() -> None:
    text = (DEPLOY / "Containerfile").read_text("utf-8")
    assert "\nUSER phaen\n" in text
    assert "content/plans" not in text
    copied = [line.split()[:-1] for line in re.findall(r"^COPY (?!--from)(.+)$", text, re.MULTILINE)]
    assert copied and all((ROOT / source).exists() for sources in copied for source in sources)


@pytest.mark.parametrize("server", [nginx, caddy], ids=["nginx", "caddy"])
def test_a_preview_is_served_to_who_has_its_address_and_to_no_search_engine(server: Server, tmp_path: Path) -> None:
    if missing(server.__name__):
        pytest.skip(
            f"needs {server.__name__}: apt-get install nginx-light caddy"
        )  # CI has it, and a skip there is a failure
    pages = {"releases/1/index.html": "public", "previews/5999901-secret/lao/index.html": "draft"}
    for name, text in pages.items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "current").symlink_to("releases/1")
    with server(tmp_path, is_pushed=True) as address:
        assert _get(f"{address}/").body == "public"
        draft = _get(f"{address}/preview/5999901-secret/lao/")
        assert draft.body == "draft"
        assert draft.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert draft.headers["Cache-Control"] == "private, no-store"
        assert draft.headers["Content-Security-Policy"] == HEADER_POLICY
        assert draft.headers["Referrer-Policy"]
        for hidden in (
            "/preview/",
            "/previews/5999901-secret/lao/",
            "/preview/../site.json",
            "/preview/..%2fsite.json",
        ):
            assert _get(f"{address}{hidden}").status in (400, 403, 404), hidden


class Answer(NamedTuple):
    """What a web server sent."""

    status: int
    headers: Mapping[str, str]
    body: str


def _get(address: str) -> Answer:
    try:
        with urllib.request.urlopen(address) as answer:  # noqa: S310  # our own address
            return Answer(answer.status, dict(answer.headers), answer.read().decode())
    except urllib.error.HTTPError as error:
        with error:
            return Answer(error.code, dict(error.headers), error.read().decode())


def test_a_site_is_restored_from_the_documented_backup(tmp_path: Path) -> None:
    """Repository, access file and site.json are the backup; everything else is rebuilt from them."""
    lost = PushedSite(tmp_path / "lost")
    lost.rename("ก่อนดิสก์เสีย")
    lost.push("x")
    lost.publish()
    backup = tmp_path / "backup"
    backup.mkdir()
    subprocess.run(["git", "clone", "--quiet", "--mirror", str(lost.bare), str(backup / "plans.git")], check=True)
    shutil.copy(lost.site.root / "site.json", backup)
    before = _hashes(lost.site.current.resolve())
    shutil.rmtree(lost.bare)
    shutil.rmtree(lost.site.root)
    subprocess.run(["git", "clone", "--quiet", "--mirror", str(backup / "plans.git"), str(lost.bare)], check=True)
    lost.site.root.mkdir()
    shutil.copy(backup / "site.json", lost.site.root)
    lost.site.set_up(lost.site.settings())
    lost.publish()
    assert _hashes(lost.site.current.resolve()) == before
    assert verify_site(lost.site.current.resolve(), lost.site.store).traces == []
    assert ContentCheckout(lost.bare, tmp_path / "x").tip("refs/heads/main")


def _hashes(site: Path) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for entry in site.iterdir():
        files = [entry] if entry.is_file() else [file for file in entry.resolve().rglob("*") if file.is_file()]
        base = entry.resolve()
        found |= {
            f"{entry.name}/{file.relative_to(base)}" if file != entry else entry.name: file.read_bytes()
            for file in files
        }
    return found


@pytest.mark.parametrize("server", [nginx, caddy], ids=["nginx", "caddy"])
def test_a_withdrawn_file_is_answered_with_the_page_of_its_folder_and_410(server: Server, tmp_path: Path) -> None:
    if missing(server.__name__):
        pytest.skip(
            f"needs {server.__name__}: apt-get install nginx-light caddy"
        )  # CI has it, and a skip there is a failure
    gone, kept = "lao/5999901/2567-2569/data", "lao/5999902/2567-2569/data"
    files = {"404.html": "missing", f"{gone}/index.html": "withdrawn", f"{gone}/withdrawn.json": "{}"}
    for name, text in {**files, f"{kept}/plan.json": "data"}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    with server(tmp_path) as address:
        answers = {
            name: _get(f"{address}/{name}") for name in (f"{gone}/plan.pdf", f"{kept}/plan.json", f"{kept}/x.pdf")
        }
    assert [(one.status, one.body) for one in answers.values()] == [(410, "withdrawn"), (200, "data"), (404, "missing")]
    assert answers[f"{gone}/plan.pdf"].headers["Content-Security-Policy"] == HEADER_POLICY
