"""The page /form/ in a real Chromium: its output is YAML that `phaen check` accepts, with the input as text."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="needs playwright: pip install -e '.[dev]'")

from click.testing import CliRunner
from playwright.sync_api import Browser, Locator, Page, Request, Route, expect

from generator.cli import main
from generator.engine.batch import build_site
from generator.model.plan import PlanFolder
from generator.model.results import YearResults
from generator.reading.yaml_text.special_characters import FORBIDDEN
from generator.settings import Settings
from generator.thai.dates import parse_thai_date
from tests.building_blocks import PUBLISHED, ROOT
from tests.checks.case import BLAMELESS, CODE, FOLDER, PLAN
from tests.on_disk import read_on_disk
from tests.site.browser import DESKTOP, PHONE, axe_violations, served
from tests.site.payloads import OWN

pytestmark = pytest.mark.browser
TODAY = datetime.date(2025, 3, 1)
FORMS = ("results", "amendment", "correction", "answer")
TEXTS = (
    "คำพูด “ก” และ 'ข' กับ \"ค\"",
    "ก: ข",
    "ก #ข",
    "#ก",
    "- ก",
    "? ก",
    "null",
    "~",
    "yes",
    "0110",
    "3.10",
    "12:30",
    "[ก, ข]",
    "{ก: ข}",
    "&ก",
    "*ก",
    "!ก",
    "%ก",
    "@ก",
    "`ก`",
    "|",
    ">-",
    "ก\\nข\\",
    "บรรทัดแรก\nบรรทัดสอง\n\n  - บรรทัดสี่",
    "ก\tข",
    "ก\u00a0ข\u200bค\u00adง",
    "\u202eกลับ\u2066ข\u2069",
    "😀 𝕏",
    "ก\u2028ข",
    "๑๐๐,๐๐๐ (หนึ่งแสน) - ก.ข.",
    "...",
    "--- ก",
    "amendments:",
)
"""Input that YAML, or a page, could misinterpret."""
AREAS = ("indicator_result", "problems", "suggestions")
MARKUP = "โครงการ<img src=x onerror=alert(1)><script>alert(1)</script>"
GIVEN = (
    "spent: {printed: หมื่นเก้าพันเศษ, amount: ๑๙๐๐๐, basis: per_year}, people: {printed: ทุกคน, number: 12}, "
    "evidence: [{title: 'รายงาน: ก', address: 'https://www.example.go.th/a.pdf', kind: รายงาน, "
    "date: {printed: วันสิ้นปี, date: 30 ก.ย. 2567}, reviewed_for_personal_data: yes}]"
)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real frameworks and one fictional LAO, with a result whose cells have values beside the printed text."""
    content = tmp_path_factory.mktemp("form") / "content"
    shutil.copytree(PUBLISHED, content)
    shutil.copytree(BLAMELESS, content / "plans" / FOLDER)
    results = content / "plans" / FOLDER / PLAN / "results" / "2567.yml"
    text = results.read_text("utf-8")
    assert 'spent: "๑๙,๐๐๐", people: ๑๒' in text
    text = text.replace('spent: "๑๙,๐๐๐", people: ๑๒', GIVEN)
    results.write_text(text.replace('spent: "๓,๐๐๐"', "spent: ยกให้กองอื่น"), "utf-8")
    projects = content / "plans" / FOLDER / PLAN / "projects.yml"
    name = "name: โครงการความโปร่งใสด้านการคลัง"
    assert name in projects.read_text("utf-8")
    projects.write_text(projects.read_text("utf-8").replace(name, f"name: '{MARKUP}'"), "utf-8")
    return content


@pytest.fixture(scope="module")
def site(content: Path) -> Iterator[str]:
    folder = content.parent / "site"
    build_site(ROOT / "mkdocs.yml", Settings(content=content, today=TODAY), folder)
    with served(folder) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": PHONE, "height": 800})
    page = context.new_page()
    said: list[str] = []
    sent: list[Request] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: dialog.accept())
    page.on("request", lambda request: sent.append(request))  # noqa: PLW0108  # playwright takes no built-in function
    page.add_init_script(
        "addEventListener('securitypolicyviolation', e => console.error(`${e.violatedDirective} ${e.blockedURI}`))"
    )
    yield page
    assert said == []
    assert {(one.method, one.post_data) for one in sent} == {("GET", None)}
    context.close()


@pytest.fixture
def mine(content: Path, tmp_path: Path) -> Path:
    """A copy of the content that the test may change; returns the plan's folder in it."""
    shutil.copytree(content, tmp_path / "content")
    return tmp_path / "content" / "plans" / FOLDER / PLAN


def open_form(page: Page, site: str, form: str, **chosen: str) -> None:
    more = "".join(f"&{key}={value}" for key, value in chosen.items())
    page.goto(f"{site}/form/?plan={CODE}/{PLAN}&form={form}{more}")
    expect(page.locator("fieldset legend")).to_contain_text("เทศบาลตำบลตัวอย่าง")


def row_of(page: Page, project: str) -> Locator:
    name = page.locator("th small", has_text=project)
    return page.locator(".form__table tbody tr").filter(has=name)


def field(page: Page, row: Locator, label: str) -> Locator:
    return row.locator(f"td[data-label='{label}'] :is(input, select, textarea)")


def saved(page: Page, button: str) -> tuple[str, bytes]:
    """Press a button and return name and bytes of the downloaded file."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


def errors(folder: Path) -> str:
    """Return the output of `phaen check` on the LAO, if it fails."""
    content = folder.parents[2]
    done = CliRunner().invoke(main, ["check", CODE, "--content", str(content), "--today", "2568-03-01"])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return "" if done.exit_code == 0 else done.output


def plan_of(folder: Path) -> PlanFolder:
    plans = read_on_disk(CODE, folder.parent, folder.parents[2], None).lao_folder.plans
    assert isinstance(plans[0], PlanFolder)
    return plans[0]


def round_of(folder: Path, year: int, months: str) -> YearResults:
    return next(one for one in plan_of(folder).results if (one.fiscal_year.be, one.round) == (year, months))


def test_results_of_a_round_give_an_accepted_file(page: Page, site: str, mine: Path) -> None:
    open_form(page, site, "results", year="2568", round="6")
    page.get_by_label("ข้อมูล ณ วันที่ (ต้องกรอก)").fill("๓๑ มี.ค. ๒๕๖๘")
    row = row_of(page, "s1t1-1")
    field(page, row, "สถานะ").select_option("ดำเนินการแล้ว")
    field(page, row, "เงินที่ใช้ไป (บาท)").fill("๑๐,๐๐๐")
    field(page, row, "จำนวนผู้เข้าร่วม (คน)").fill("๑๒ คน")
    field(page, row, "ปัญหาและอุปสรรค").fill("ไม่มี")
    page.get_by_label("จำนวนทั้งหมด (คน) แถวที่ 1").fill("๑๒")
    page.get_by_label("จำนวนที่ได้รับการพัฒนา (คน) แถวที่ 1").fill("๑๐")
    name, data = saved(page, "ดาวน์โหลดไฟล์")
    assert name == "2568.yml"
    (mine / "results" / name).write_bytes(data)
    assert errors(mine) == ""
    report = round_of(mine, 2568, "6")
    (result,) = report.projects
    assert (report.as_of, result.project, result.status) == (datetime.date(2025, 3, 31), "s1t1-1", "done")
    assert (result.spent_baht, result.people_count, result.problems) == (10000, 12, "ไม่มี")
    assert [one.trained_people for one in report.staff] == [10]
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE


def in_lots(texts: Sequence[str], size: int) -> list[Sequence[str]]:
    return [texts[start : start + size] for start in range(0, len(texts), size)]


@pytest.mark.parametrize("texts", in_lots((*TEXTS, *OWN), 15), ids=range(len(in_lots((*TEXTS, *OWN), 15))))
def test_any_input_stays_text(texts: Sequence[str], page: Page, site: str, mine: Path) -> None:
    open_form(page, site, "results", year="2568", round="6")
    before = page.locator("script, img, iframe, a").count()
    page.get_by_label("ข้อมูล ณ วันที่ (ต้องกรอก)").fill("31 มีนาคม 2568")
    areas = page.locator(".form__table textarea").all()
    assert len(areas) >= len(texts)
    for area, text in zip(areas, texts, strict=False):
        area.fill(text)
    name, data = saved(page, "ดาวน์โหลดไฟล์")
    assert page.locator("script, img, iframe, a").count() == before
    (mine / "results" / name).write_bytes(data)
    read = read_on_disk(CODE, mine.parent, mine.parents[2], None)
    assert [one for one in read.lao_folder.findings if one.location.file.endswith(name)] == []
    written = [getattr(one, key) for one in round_of(mine, 2568, "6").projects for key in AREAS]
    wanted = [FORBIDDEN.sub("", text.strip()) for text in texts]
    assert [one for one in written if one is not None] == [one for one in wanted if one]


def test_a_reported_round_is_written_unchanged(page: Page, site: str, mine: Path, content: Path) -> None:
    open_form(page, site, "results", year="2567", round="12")
    expect(page.locator("fieldset .notice--warn")).to_contain_text("results/2567.yml")
    name, data = saved(page, "ดาวน์โหลดไฟล์")
    assert name == "2567.yml"
    (mine / "results" / name).write_bytes(data)
    assert errors(mine) == ""
    assert round_of(mine, 2567, "12") == round_of(content / "plans" / FOLDER / PLAN, 2567, "12")


def test_another_round_of_the_year_gets_a_separate_file(page: Page, site: str) -> None:
    open_form(page, site, "results", year="2567", round="12")
    page.get_by_label("รอบรายงาน (เดือน)").select_option("6")
    expect(page.locator("#form-where")).to_contain_text("results/2567-6.yml")
    expect(page.get_by_label("รอบรายงาน (เดือน)")).to_be_focused()


def test_content_of_a_plan_is_shown_as_text(page: Page, site: str) -> None:
    for form in FORMS:
        open_form(page, site, form)
        expect(page.locator(".form img, .form script")).to_have_count(0)
        if form == "results":
            expect(row_of(page, "s2t1-2").locator("th")).to_contain_text(MARKUP)
        else:
            label = page.locator("#form-ids option[value='s2t1-2']")
            expect(label).to_have_text(MARKUP)


def fill_amendment(page: Page) -> None:
    page.get_by_label("วันที่มีมติ").fill("๒๐ กุมภาพันธ์ ๒๕๖๘")
    page.get_by_label("เหตุผลความจำเป็น (ต้องกรอก)").fill("ปรับ: งบ # ตามที่จัดสรร\nจริง")
    page.get_by_label("รายการ แถวที่ 1").fill("s1t1-1")
    page.get_by_label("สิ่งที่ปรับปรุง แถวที่ 1").select_option("งบประมาณ")
    expect(page.get_by_label("เดิม แถวที่ 1")).not_to_have_value("")  # the plan's current value
    page.get_by_label("ใหม่ แถวที่ 1").fill("๒๕,๐๐๐")
    page.get_by_role("button", name="เพิ่มรายการ", exact=True).click()
    expect(page.get_by_label("รายการ แถวที่ 2")).to_be_focused()
    page.get_by_label("รายการ แถวที่ 2").fill("s9t9-9")
    expect(page.locator(".form__said:visible")).to_contain_text("ไม่มีรหัสนี้ในแผน")
    page.get_by_label("สิ่งที่ปรับปรุง แถวที่ 2").select_option("ยกเลิก")


@pytest.mark.parametrize(
    "own",
    [
        "",
        "amendments: []\n",
        "amendments:\n- number: ๑\n  reason: เดิม\n\n# ท้าย\n",
        "amendments:\n    - {number: ๑, reason: เดิม}\n",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_amendment_is_added_to_the_officers_own_file(own: str, end: str, page: Page, site: str, mine: Path) -> None:
    file = mine / "plan.yml"
    text = f"{own}{file.read_text('utf-8')}".replace("\n", end)
    file.write_bytes(text.encode())
    open_form(page, site, "amendment")
    fill_amendment(page)
    page.locator("#form-own").set_input_files(file)
    name, data = saved(page, "plan.yml ที่เพิ่มรายการแล้ว")
    assert name == "plan.yml"
    kept = iter(data.decode().split(end))
    assert all(line in kept for line in text.replace("amendments: []", "amendments:").rstrip().split(end))
    file.write_bytes(data)
    assert errors(mine) == ""
    amendment = plan_of(mine).plan.amendments[-1]
    assert len(plan_of(mine).plan.amendments) == (2 if "reason" in own else 1)
    assert amendment.resolution_day == datetime.date(2025, 2, 20)
    assert amendment.reason == "ปรับ: งบ # ตามที่จัดสรร\nจริง"
    assert [(one.id, one.what, one.after) for one in amendment.items] == [
        ("s1t1-1", "budget", "๒๕,๐๐๐"),
        ("s9t9-9", "removed", None),
    ]


@pytest.mark.parametrize("own", ["amendments: [{number: ๑, reason: ก}]\n", "amendments: [\n]\n", "cycle: 2564-2566\n"])
def test_a_file_that_only_a_person_should_edit_is_not_changed(own: str, page: Page, site: str, tmp_path: Path) -> None:
    file = tmp_path / "plan.yml"
    file.write_text(own if own.startswith("cycle") else f"cycle: {PLAN}\n{own}", "utf-8")
    open_form(page, site, "amendment")
    fill_amendment(page)
    page.locator("#form-own").set_input_files(file)
    expect(page.locator(".form__said:visible").last).to_contain_text("คัดลอกไปวางเอง")
    expect(page.get_by_role("button", name="plan.yml ที่เพิ่มรายการแล้ว")).to_be_hidden()


def test_an_answer_and_a_correction_give_blocks_to_paste(page: Page, site: str, mine: Path) -> None:
    open_form(page, site, "answer", code="money-๐๐๔", ids="s1t1-1")
    page.get_by_label("คำชี้แจง (ต้องกรอก)").fill("-")
    expect(page.locator(".form__said:visible").first).to_contain_text("งบประมาณ")  # meaning of the code
    expect(page.locator(".form__said:visible").last).to_contain_text("ต้องเป็นถ้อยคำ")
    page.get_by_label("คำชี้แจง (ต้องกรอก)").fill("เอกสารที่ลงนามแล้วพิมพ์ไว้อย่างนี้ จะแก้เมื่อปรับปรุงแผน")
    expect(page.locator(".form__status")).to_contain_text("ครบตามรูปแบบ")
    blocks = [page.locator("#form-text").input_value()]
    open_form(page, site, "correction")
    page.get_by_label("ชนิด (ต้องกรอก)").select_option("บันทึกข้อมูลคลาดเคลื่อนจากเอกสาร")
    page.get_by_label("เหตุผล (ต้องกรอก)").fill("คัดตกเลขศูนย์")
    page.get_by_label("รหัส แถวที่ 1").fill("s1t1-2")
    expect(page.locator(".form__status")).to_contain_text("ครบตามรูปแบบ")
    blocks.append(page.locator("#form-text").input_value())
    with (mine / "plan.yml").open("a", encoding="utf-8") as file:
        file.write("".join(blocks))
    assert errors(mine) == ""
    plan = plan_of(mine).plan
    assert [(one.code, one.ids) for one in plan.acknowledged] == [("MONEY-004", ("s1t1-1",))]
    assert [(one.kind, one.ids, one.reason) for one in plan.corrections] == [
        ("transcription", ("s1t1-2",), "คัดตกเลขศูนย์")
    ]


def test_missing_input_is_reported_and_focused_and_no_file_is_written(page: Page, site: str) -> None:
    open_form(page, site, "results", year="2568", round="6")
    day = page.get_by_label("ข้อมูล ณ วันที่ (ต้องกรอก)")
    expect(page.locator("[aria-invalid]")).to_have_count(0)  # no errors before any input
    field(page, row_of(page, "s1t1-1"), "ปัญหาและอุปสรรค").fill("ไม่มี")
    page.get_by_role("button", name="ดาวน์โหลดไฟล์").click()
    expect(day).to_be_focused()
    expect(day).to_have_attribute("aria-invalid", "true")
    expect(page.locator(f"#{day.get_attribute('id')}-said")).to_contain_text("ต้องกรอกข้อมูล ณ วันที่")
    for wrong in ("31 ก.พ. 2568", "31 มี.ค. 2025", "สิ้นปี", "31 มี.ค."):
        day.fill(wrong)
        expect(page.locator(f"#{day.get_attribute('id')}-said")).to_contain_text("เขียนวัน เดือน และปี พ.ศ.")
    day.fill("วันที่ ๓๐ กันยายน พ.ศ. ๒๕๖๘")
    expect(page.locator(".form__status")).to_contain_text("ครบตามรูปแบบ")
    spent = field(page, row_of(page, "s1t1-1"), "เงินที่ใช้ไป (บาท)")
    spent.fill("หมื่นเศษ")  # accepted as printed, with a notice
    expect(page.locator(".form__said:visible")).to_contain_text("ไม่นำไปรวมยอด")


DAYS = (
    "30/9/2568",
    "๓๐/๙/๖๘",
    "30-9-2568",
    "30.09.2568",
    "2568-09-30",
    "30 กย 68",
    "30 ก.ย.68",
    "30-ก.ย.-68",
    "๓๐กันยายน๒๕๖๘",
    "ณ วันที่ 30 กันยายน พ.ศ. 2568",
    "29/2/2567",
)
NO_DAYS = ("31/02/2568", "29/2/2568", "0/1/2568", "1/13/2568", "30-09-68", "30/9-2568", "30 September 2025", "30 ก.ย.")


def test_days_are_accepted_as_phaen_check_accepts_them(page: Page, site: str) -> None:
    open_form(page, site, "results", year="2568", round="12")
    field(page, row_of(page, "s1t1-1"), "สถานะ").select_option("ดำเนินการแล้ว")
    day = page.get_by_label("ข้อมูล ณ วันที่ (ต้องกรอก)")
    for written in (*DAYS, *NO_DAYS):
        day.fill(written)
        day.blur()
        if written in DAYS:
            parse_thai_date(written)
            expect(page.locator(".form__status")).to_contain_text("ครบตามรูปแบบ")
        else:
            with pytest.raises(ValueError, match="ไม่ได้"):
                parse_thai_date(written)
            expect(page.locator(".form__status")).to_contain_text("ยังมี 1 ช่อง")


def test_more_money_than_the_plan_has_is_remarked(page: Page, site: str) -> None:
    open_form(page, site, "results", year="2568", round="12")
    spent = field(page, row_of(page, "s1t1-1"), "เงินที่ใช้ไป (บาท)")
    said = page.locator(f"#{spent.get_attribute('aria-describedby')}")
    spent.fill("๙๙,๐๐๐,๐๐๐")
    expect(said).to_contain_text("มากกว่างบประมาณของโครงการในแผน")
    spent.fill("๙๙")
    expect(said).to_be_hidden()


def test_a_code_in_thai_digits_or_an_address_opens_the_plan_with_the_keyboard(page: Page, site: str) -> None:
    page.goto(f"{site}/form/")
    for written in ("๕๙๙๙๙๐๑", f"https://example.go.th/lao/{CODE}/{PLAN}/projects/#table"):
        box = page.get_by_label("รหัส อปท. หรือที่อยู่ของหน้าแผน")
        box.fill(written)
        box.press("Enter")
        expect(page.locator("fieldset legend")).to_contain_text(f"รอบแผน {PLAN}")
        assert page.url.endswith(f"/form/?plan={CODE}/{PLAN}&form=results")
    page.get_by_label("รหัส อปท. หรือที่อยู่ของหน้าแผน").fill("ตัวอย่าง")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("รหัส อปท. ๗ หลัก")


def test_pages_of_the_plan_link_to_their_form(page: Page, site: str) -> None:
    for part, form in (("", "answer"), ("monitoring/", "results")):
        page.goto(f"{site}/lao/{CODE}/{PLAN}/{part}")
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        page.get_by_role("link", name="สำหรับเจ้าหน้าที่: กรอก").click()
        expect(page.locator("fieldset legend")).to_contain_text("เทศบาลตำบลตัวอย่าง")
        assert page.get_by_label("เรื่องที่จะบันทึก").input_value() == form


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("width", "scheme"), [(PHONE, "light"), (DESKTOP, "dark")])
def test_axe_finds_no_violation(form: str, width: int, scheme: str, browser: Browser, site: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]  # one of Playwright's literal words
    open_form(page, site, form)
    page.get_by_role("button", name="คัดลอก").click()  # shows all errors
    assert axe_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


@pytest.mark.parametrize("form", FORMS)
def test_only_the_modules_of_the_chosen_form_are_loaded(form: str, page: Page, site: str) -> None:
    loaded: list[str] = []
    page.on("request", lambda one: loaded.append(one.url) if "/assets/js/form/" in one.url else None)
    open_form(page, site, form)
    names = [url.rsplit("/", 1)[1].split(".")[0] for url in loaded]
    assert names == ["form-page", f"{form}-form"]


def test_a_form_that_does_not_load_is_reported(page: Page, site: str) -> None:
    page.route("**/correction-form.*.js", lambda route: route.fulfill(content_type="text/javascript", body="throw 1"))
    page.goto(f"{site}/form/?plan={CODE}/{PLAN}&form=correction")
    expect(page.get_by_role("alert")).to_contain_text("แล้วลองใหม่")
    expect(page.get_by_role("button", name="คัดลอก")).to_be_hidden()
    page.get_by_label("เรื่องที่จะบันทึก").select_option("ชี้แจงข้อสังเกต")
    page.get_by_role("button", name="เปิดแบบกรอก").click()
    expect(page.locator("fieldset legend")).to_contain_text("ชี้แจงข้อสังเกต")


def test_the_last_form_asked_for_is_shown(page: Page, site: str) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/results-form.*.js", hold)
    page.goto(f"{site}/form/?plan={CODE}/{PLAN}&form=results")
    page.get_by_label("เรื่องที่จะบันทึก").select_option("ชี้แจงข้อสังเกต")
    page.get_by_role("button", name="เปิดแบบกรอก").click()
    expect(page.locator("fieldset legend")).to_contain_text("ชี้แจงข้อสังเกต")
    with page.expect_response("**/results-form.*.js"):
        held[0].continue_()
    page.evaluate("new Promise(requestAnimationFrame)")
    expect(page.locator("fieldset legend")).to_contain_text("ชี้แจงข้อสังเกต")


def test_it_works_below_a_folder(page: Page, content: Path, site: str) -> None:
    below = content.parent / "server" / "plan"
    if not below.exists():
        shutil.copytree(content.parent / "site", below)
    with served(below.parent) as address:
        open_form(page, f"{address}/plan", "answer")


def test_without_scripts_it_explains_how_to_do_it_by_hand(browser: Browser, site: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site}/form/")
        expect(page.locator("noscript .notice")).to_be_visible()
        page.get_by_role("link", name="ผลการดำเนินงาน").click()
        expect(page.locator("h1")).to_contain_text("ผลการดำเนินงาน")
