"""The page /import/: off unless the operator enabled it; then it writes the same workbook as the terminal."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="needs playwright: pip install -e '.[dev]'")

from click.testing import CliRunner
from playwright.sync_api import Browser, Page, Request, expect

from generator.cli import main
from generator.engine.batch import build_site
from generator.errors import UsageError
from generator.frame.policy import META_POLICY, with_wasm
from generator.settings import Settings
from tests.building_blocks import ROOT, make_site
from tests.intake.four_offices import OFFICES, excel_file, word_file
from tests.intake.some_books import real_content, without_ticks
from tests.site.browser import DESKTOP, PHONE, axe_violations, served
from tests.site.servers import missing, nginx

pytestmark = pytest.mark.browser
PROGRAM = ROOT / "build" / "import-program"
"""Made by `make import-program`, which downloads it."""
PATIENCE = 180_000


def build(folder: Path, program: Path | None) -> Path:
    settings = Settings(content=make_site(folder), today=datetime.date(2024, 6, 1), import_program=program)
    build_site(ROOT / "mkdocs.yml", settings, folder / "site")
    return folder / "site"


def test_if_not_enabled_the_page_says_so_and_runs_nothing(browser: Browser, tmp_path: Path) -> None:
    site = build(tmp_path, None)
    assert not list(site.glob("import/assets/*"))
    assert not list(site.rglob("import*.js"))
    assert all("wasm" not in page.read_text("utf-8") for page in site.rglob("*.html"))
    with served(site) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/import/")
        expect(page.locator(".notice--warn")).to_contain_text("phaen import")


def test_a_folder_without_program_raises(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError):
        build(tmp_path, tmp_path / "empty")
    assert "phaen import-page --out" in capsys.readouterr().err


def test_a_program_of_another_version_is_reported(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "bundle.json").write_text('{"made_by": "another"}')
    settings = Settings(make_site(tmp_path), datetime.date(2024, 6, 1), import_program=tmp_path / "old")
    report = build_site(ROOT / "mkdocs.yml", settings, tmp_path / "site")
    assert [one for one in report.warnings if "phaen import-page" in one]


def test_a_program_that_does_not_start_is_reported(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "program").mkdir()
    (tmp_path / "program" / "bundle.json").write_text("{}")
    with served(build(tmp_path, tmp_path / "program")) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/import/")
        (tmp_path / "แผน.docx").write_bytes(b"PK")
        page.locator("#import-file").set_input_files(tmp_path / "แผน.docx")
        expect(page.locator(".notice--warn")).to_contain_text("โปรแกรมอ่านไฟล์หยุดทำงาน")
        expect(page.locator("[data-import-page] [role=status]")).to_have_text("ยังไม่ได้สมุดงาน")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not (PROGRAM / "bundle.json").is_file():
        pytest.skip("needs the program of /import/: make import-program")  # CI has it, and a skip there is a failure
    return build(tmp_path_factory.mktemp("import"), PROGRAM)


@pytest.fixture(params=["plain", "nginx"])
def page(browser: Browser, site: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page from a server without headers, and one with ours."""
    if request.param == "nginx" and missing("nginx"):
        pytest.skip("needs nginx: apt-get install nginx-light")  # CI has it, and a skip there is a failure
    serve = nginx if request.param == "nginx" else served
    with serve(site) as address, browser.new_context(viewport={"width": PHONE, "height": 800}) as context:
        page = context.new_page()
        said: list[str] = []
        sent: list[Request] = []
        context.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        context.on("request", lambda one: sent.append(one))  # noqa: PLW0108  # playwright takes no built-in function
        page.goto(f"{address}/import/")
        yield page
        assert said == []
        assert {(one.method, one.post_data) for one in sent} == {("GET", None)}
        assert [one.url for one in sent if not one.url.startswith((address, "blob:"))] == []


@pytest.mark.soak
def test_the_browser_writes_the_same_bytes_as_the_terminal(page: Page, tmp_path: Path) -> None:
    make_site(tmp_path)
    content = without_ticks(real_content())
    made = {f"แผน-{office}.docx": word_file(content, office) for office in OFFICES}
    for name, document in {**made, "แผน.xlsx": excel_file(content)}.items():
        file = tmp_path / name
        file.write_bytes(document)
        out = tmp_path / f"{name}.review.xlsx"
        done = CliRunner().invoke(
            main, ["import", str(file), "--out", str(out), "--content", str(tmp_path / "content")]
        )
        assert done.exit_code == 0, done.output
        page.locator("#import-file").set_input_files(file)
        link = page.get_by_role("link", name="ดาวน์โหลดสมุดงานตรวจทาน")
        expect(link).to_be_visible(timeout=PATIENCE)
        with page.expect_download() as waiting:
            link.click()
        assert waiting.value.suggested_filename == f"ตรวจทาน {file.stem}.xlsx"
        assert waiting.value.path().read_bytes() == out.read_bytes()
        for line in done.output.splitlines()[:3]:
            expect(page.locator("[data-import-page] li", has_text=line)).to_have_count(1)


@pytest.mark.soak
def test_an_unreadable_file_is_reported(page: Page, tmp_path: Path) -> None:
    for name, content, said in (
        ("<img src=x onerror=alert(1)>.docx", b"PK broken", "เสียหาย"),
        ("ก.pdf", b"%PDF-1.7", "เป็น PDF"),
        ("ก.xls", bytes.fromhex("d0cf11e0a1b11ae1") + "Workbook".encode("utf-16-le"), ".xlsx"),
        ("ก.doc", bytes.fromhex("d0cf11e0a1b11ae1") + "WordDocument".encode("utf-16-le"), ".docx"),
    ):
        file = tmp_path / name
        file.write_bytes(content)
        page.locator("#import-file").set_input_files(file)
        expect(page.locator(".notice--warn")).to_contain_text(said, timeout=PATIENCE)
        expect(page.locator("[data-import-page] img")).to_have_count(0)


@pytest.mark.soak
def test_only_this_page_may_run_webassembly(site: Path) -> None:
    for page in site.rglob("*.html"):
        policy = with_wasm(META_POLICY) if page.parent.name == "import" else META_POLICY
        assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in page.read_text("utf-8"), page


@pytest.mark.soak
@pytest.mark.parametrize(("width", "scheme"), [(PHONE, "light"), (DESKTOP, "dark")])
def test_axe_finds_no_violation(width: int, scheme: str, browser: Browser, site: Path) -> None:
    with served(site) as address:
        page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]  # one of Playwright's literal words
        page.goto(f"{address}/import/")
        expect(page.locator("#import-file")).to_be_visible()
        assert axe_violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == width
        page.close()
