"""Builds in this process and by the `mkdocs` command: what stops them, and what does not."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from watchdog.events import FileSystemEventHandler

from generator.building.replacing import MARKER
from generator.engine import plugin, server
from generator.engine.batch import build_site
from generator.engine.watching import SteadyObserver
from generator.errors import UsageError
from generator.findings import Finding, Location, Severity
from generator.pages.page import Heading, Page
from generator.settings import Settings
from tests.building_blocks import PUBLISHED, make_site
from tests.engine.conftest import CONFIG_FILE, REPOSITORY, Build, Content, page, settings, with_fixed_pages

PATIENCE = 60
"""Seconds after which a test stops waiting for a server; long enough for a busy machine, not a bar."""
ERROR = Finding("YAML-001", Severity.ERROR, "บรรทัดนี้อ่านไม่ได้", Location("plans/x/plan.yml", 12, 3), "แก้ย่อหน้า")


def test_findings_are_returned_and_stop_no_build(build: Build, capsys: pytest.CaptureFixture[str]) -> None:
    site = build(page("/lao/1/"), findings=[ERROR])
    assert site.report.findings == (ERROR,)
    assert site.report.warnings == ()
    assert site.report.pages == len(with_fixed_pages([page("/lao/1/")]))
    assert "หน้า" in site.html("/lao/1/")
    assert capsys.readouterr() == ("", "")


def finished(folder: Path) -> MkDocsConfig:
    config = MkDocsConfig()
    config.site_dir = str(folder)
    return config


def test_a_finished_folder_has_the_marker(tmp_path: Path) -> None:
    plugin.PhaenPlugin().on_post_build(config=finished(tmp_path))
    assert sorted(file.name for file in tmp_path.iterdir()) == [MARKER, "sitemap.xml"]


def test_the_plugin_prints_errors_and_exits_1_once_all_is_built(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = plugin.PhaenPlugin()
    one.findings = [ERROR] * 25
    with pytest.raises(Abort) as abort:
        one.on_post_build(config=finished(tmp_path))
    assert abort.value.code == 1
    printed = capsys.readouterr().err
    assert "plans/x/plan.yml:12:3  YAML-001" in printed
    assert "วิธีแก้: แก้ย่อหน้า" in printed
    assert "และอีก 5 รายการ" in printed


def test_warnings_and_notices_do_not_exit_with_1(tmp_path: Path) -> None:
    one = plugin.PhaenPlugin()
    one.findings = [Finding("MONEY-001", Severity.WARNING, "ก", Location("x"), "ข")]
    one.on_post_build(config=finished(tmp_path))


def test_a_server_survives_errors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = plugin.PhaenPlugin()
    one.on_startup(command="serve", dirty=False)
    one.findings = [ERROR]
    one.on_post_build(config=finished(tmp_path))
    assert "YAML-001" in capsys.readouterr().err


def test_content_that_cannot_be_gathered_raises(tmp_path: Path) -> None:
    def fail(_: Settings) -> Content:
        raise UsageError("ไม่พบโฟลเดอร์ข้อมูล")

    with pytest.raises(UsageError, match="ไม่พบโฟลเดอร์ข้อมูล"):
        build_site(CONFIG_FILE, settings(tmp_path), tmp_path / "site", gather=fail)


def test_two_pages_at_one_address_are_refused(tmp_path: Path) -> None:
    content = Content([page("/a/"), page("/a/")])
    with pytest.raises(UsageError, match="ไม่ได้"):
        build_site(CONFIG_FILE, settings(tmp_path), tmp_path / "site", gather=lambda _: content)


def test_a_hand_written_page_at_a_generated_address_is_refused(tmp_path: Path) -> None:
    content = Content(with_fixed_pages([page("/about/")]))
    with pytest.raises(UsageError):
        build_site(CONFIG_FILE, settings(tmp_path), tmp_path / "site", gather=lambda _: content)


def test_a_configuration_without_the_plugin_is_refused(tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    (tmp_path / "docs").mkdir()
    config.write_text("site_name: x\nplugins: []\n", encoding="utf-8")
    with pytest.raises(UsageError, match="ไม่มี phaen"):
        build_site(config, settings(tmp_path), tmp_path / "site")


@pytest.mark.parametrize("option", ["today: เมื่อวาน", "digits: roman"])
def test_wrong_options_are_named(tmp_path: Path, option: str) -> None:
    config = tmp_path / "mkdocs.yml"
    (tmp_path / "docs").mkdir()
    config.write_text(f"site_name: x\nplugins:\n  - phaen:\n      {option}\n", encoding="utf-8")
    done = run_mkdocs("build", "-f", str(config), "-d", str(tmp_path / "site"))
    assert done.returncode == 1
    assert option.split(":")[0] in done.stderr
    assert "Traceback" not in done.stderr


def test_a_server_watches_the_content_or_only_the_built_laos(tmp_path: Path) -> None:
    for folder in ("plans/5440502-phon-thong", "plans/6750306-bang-khae", "frameworks"):
        (tmp_path / folder).mkdir(parents=True)
    everything = settings(tmp_path)
    assert plugin._watched(everything) == [tmp_path]
    one = Settings(content=tmp_path, today=everything.today, only=("5440502",))
    assert plugin._watched(one) == [tmp_path / "frameworks", tmp_path / "plans/5440502-phon-thong"]


def run_mkdocs(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = shutil.which("mkdocs", path=str(Path(sys.executable).parent))
    assert command
    return subprocess.run(
        [command, *arguments], cwd=REPOSITORY, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """Return a folder to build the site from, with the fixed copy of the content."""
    shutil.copytree(PUBLISHED / "plans", make_site(tmp_path) / "plans", dirs_exist_ok=True)
    return tmp_path


def test_mkdocs_build_is_strict_and_quiet(published: Path, tmp_path: Path) -> None:
    # Material prints its notice only for the command `mkdocs`, so the test runs the real one.
    config = str(published / "mkdocs.yml")
    done = run_mkdocs("build", "--strict", "--quiet", "-f", config, "-d", str(tmp_path / "site"))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "site/lao/5440502/index.html").is_file()


def test_one_unreadable_lao_does_not_abort_a_strict_build(published: Path, tmp_path: Path) -> None:
    lao = published / "content/plans/5440502-phon-thong/lao.yml"
    lao.write_text(lao.read_text(encoding="utf-8") + "\nnmae: ก\n", encoding="utf-8")
    done = run_mkdocs("build", "--strict", "-f", str(published / "mkdocs.yml"), "-d", str(tmp_path / "site"))
    assert done.returncode == 1
    assert "plans/5440502-phon-thong/lao.yml:" in done.stderr
    assert "WARNING" not in done.stderr
    for address in ("lao/5440502", "lao/6750306", "frameworks", "about"):
        assert (tmp_path / "site" / address / "index.html").is_file()


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, Path]]:
    """Serve one page that shows what a file says; yield the address and the file."""
    source = tmp_path / "content" / "plan.yml"
    source.parent.mkdir()
    source.write_text("ก่อน", encoding="utf-8")

    def gather(_: Settings) -> Content:
        text = source.read_text(encoding="utf-8")
        if text == "อ่านไม่ได้":
            raise UsageError("อ่านไฟล์ไม่ได้")
        pages: list[Page] = with_fixed_pages([page("/", Heading(1, text, "top"))])
        return Content(pages)

    def make(site: Path, shown: Callable[[], None]) -> bool:
        del shown
        build_site(CONFIG_FILE, settings(source.parent), site, gather=gather)
        return False

    with serving(make, source.parent, monkeypatch) as address:
        yield address, source


@contextmanager
def serving(make: server.Make, content: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Serve the output of `make` and yield the address; server and build have ended afterwards."""
    servers: list[server.LiveReloadServer] = []

    class Known(server.LiveReloadServer):
        def serve(self, *, open_in_browser: bool = False) -> None:
            servers.append(self)
            super().serve(open_in_browser=open_in_browser)

    monkeypatch.setattr(server, "LiveReloadServer", Known)
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    thread = threading.Thread(
        target=server.serve_site,
        args=(CONFIG_FILE, settings(content), address, make),
    )
    thread.start()
    wait_for(lambda: bool(servers), PATIENCE)
    yield f"http://{address}/"
    servers[0].shutdown()
    thread.join(10)
    assert not thread.is_alive()


def wait_for(holds: Callable[[], bool], seconds: float) -> None:
    """Wait until a condition is true; the limit in seconds only ends a test that hangs."""
    started = time.monotonic()
    while not holds():
        assert time.monotonic() - started < seconds
        time.sleep(0.05)


def shows(address: str, text: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own server
            return text in answer.read().decode()
    except OSError:
        return False


def test_serving_follows_changes_and_survives_unreadable_content(served: tuple[str, Path]) -> None:
    address, source = served
    wait_for(lambda: shows(address, "ก่อน"), PATIENCE)
    source.write_text("หลัง", encoding="utf-8")
    wait_for(lambda: shows(address, "หลัง"), PATIENCE)
    source.write_text("อ่านไม่ได้", encoding="utf-8")
    wait_for(lambda: shows(address, "อ่านไฟล์ไม่ได้"), PATIENCE)
    source.write_text("อีกครั้ง", encoding="utf-8")
    wait_for(lambda: shows(address, "อีกครั้ง"), PATIENCE)
    assert shows(address, "livereload(")


def test_changed_pages_are_served_before_the_build_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "content" / "plan.yml"
    source.parent.mkdir()
    source.write_text("ก่อน", encoding="utf-8")
    rest, ended = threading.Event(), threading.Event()

    def make(site: Path, shown: Callable[[], None]) -> bool:
        site.mkdir(exist_ok=True)
        text = source.read_text("utf-8")
        (site / "index.html").write_text(f"<head>{text}", "utf-8")
        if text == "หลัง":
            shown()
            ended.clear()
            assert rest.wait(PATIENCE)
            ended.set()
        return False

    with serving(make, source.parent, monkeypatch) as address:
        wait_for(lambda: shows(address, "ก่อน"), PATIENCE)
        source.write_text("หลัง", encoding="utf-8")
        wait_for(lambda: shows(address, "หลัง"), PATIENCE)
        assert not ended.is_set()
        rest.set()
    assert ended.is_set()


def test_a_server_rebuilds_a_page_within_a_second(tmp_path: Path) -> None:
    """A change waits for the build, the polling interval of files, and MkDocs' own delay before a build."""
    made = server.LiveReloadServer(builder=lambda: None, host="127.0.0.1", port=0, root=str(tmp_path))
    made.server_close()
    assert SteadyObserver(tmp_path, ()).timeout + made.build_delay < 1


def test_a_server_survives_replacement_of_the_watched_folder(served: tuple[str, Path]) -> None:
    address, source = served
    wait_for(lambda: shows(address, "ก่อน"), PATIENCE)
    away = source.parent.rename(source.parent.with_name("away"))
    wait_for(lambda: shows(f"{address}lao/1/2567-2569/", "สร้างเว็บไซต์ไม่ได้"), PATIENCE)
    away.rename(source.parent)
    wait_for(lambda: shows(address, "ก่อน"), PATIENCE)
    source.write_text("หลัง", encoding="utf-8")
    wait_for(lambda: shows(address, "หลัง"), PATIENCE)


def test_every_address_shows_why_content_is_unreadable(served: tuple[str, Path]) -> None:
    address, source = served
    wait_for(lambda: shows(address, "ก่อน"), PATIENCE)
    source.write_text("อ่านไม่ได้", encoding="utf-8")
    for path in ("", "lao/5440502/2567-2569/projects/", "about/"):
        wait_for(lambda path=path: shows(address + path, "อ่านไฟล์ไม่ได้"), PATIENCE)  # type: ignore[misc]  # mypy does not infer a lambda with a default


def test_a_defect_is_shown_and_the_server_survives(served: tuple[str, Path]) -> None:
    address, source = served
    wait_for(lambda: shows(address, "ก่อน"), PATIENCE)
    source.write_bytes(b"\xff")
    wait_for(lambda: shows(f"{address}lao/1/", "สร้างเว็บไซต์ไม่ได้"), PATIENCE)
    assert shows(address, "livereload("), "it reloads by itself"
    source.write_text("หลัง", encoding="utf-8")
    wait_for(lambda: shows(address, "หลัง"), PATIENCE)


def test_an_observer_polls_only_the_chosen_laos_and_finds_them_again(tmp_path: Path) -> None:
    content = tmp_path / "content"
    chosen, other = content / "plans/5440502-phon-thong", content / "plans/6750306-bang-khae"
    for folder in (chosen, other):
        folder.mkdir(parents=True)
        (folder / "lao.yml").write_text("ก", encoding="utf-8")
    seen: list[str] = []
    handler = FileSystemEventHandler()
    handler.on_any_event = lambda event: seen.append(str(event.src_path))  # type: ignore[method-assign]
    observer = SteadyObserver(content, ("5440502",))
    observer.schedule(handler, str(content), recursive=True)
    observer.start()
    try:
        time.sleep(1)  # its first poll
        chosen.rename(tmp_path / "away")
        wait_for(lambda: str(chosen / "lao.yml") in seen, PATIENCE)
        (other / "lao.yml").write_text("ข", encoding="utf-8")
        seen.clear()
        (tmp_path / "away").rename(chosen)
        wait_for(lambda: str(chosen / "lao.yml") in seen, PATIENCE)
        assert not any("6750306" in path for path in seen)
    finally:
        observer.stop()
        observer.join()


def test_addresses_of_files_are_refused(tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    (tmp_path / "docs").mkdir()
    config.write_text("site_name: x\nuse_directory_urls: false\nplugins: [phaen]\n", encoding="utf-8")
    with pytest.raises(UsageError, match="use_directory_urls: false ใช้กับเว็บไซต์นี้ไม่ได้"):
        build_site(config, settings(tmp_path), tmp_path / "site")
    (tmp_path / "content").mkdir()
    done = run_mkdocs("build", "-f", str(config), "-d", str(tmp_path / "out"))
    assert done.returncode == 1
    assert "use_directory_urls: false ใช้กับเว็บไซต์นี้ไม่ได้" in done.stderr
    assert "Traceback" not in done.stderr
