"""Text PDFs: two engines that agree or differ, tables across pages, scans, refusals."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pikepdf
import pytest
from click.testing import Result
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name

from generator.errors import UsageError
from generator.intake.grids import Grid, GridCell, OfficeDocument, OfficeParagraph
from generator.intake.kinds.cell_parts import UNSURE_LINES
from generator.intake.pdf import engine_process
from generator.intake.pdf.engine_main import pages_of
from generator.intake.pdf.engine_process import REASONS, pages_of_pdf
from generator.intake.pdf.glyphs import Glyph
from generator.intake.pdf.line_joining import BROKEN_NUMBER
from generator.intake.pdf.opening import RefusalReason
from generator.intake.pdf.page_breaks import MERGED_ON, ROW_JOINED, ROW_UNSURE
from generator.intake.pdf.page_layout import ENGINES_DIFFER, NOT_SEEN, ONE_ENGINE, STRUCK_OUT, UNKNOWN_LETTER
from generator.intake.pdf.pdf_reader import A_SCAN, REVIEW_ALL, read_pdf
from generator.intake.pdf.text_lines import cell_lines
from tests.building_blocks import CODE
from tests.intake import office_commands
from tests.intake.office_commands import CYCLE, call
from tests.intake.pdf_files import HEIGHT, Sheet, pdf
from tests.intake.test_nothing_silent import Table, Words, everything_said_of, positions, projects
from tests.intake.test_review_command import all_texts

HEADS = ["ที่", "โครงการ", "ตัวชี้วัด", "งบประมาณ", "ผู้รับผิดชอบ"]
UNMAPPED_TEXT = ("ก", "อ", "ง", "ช", "่", "(cid:3)", "ง")
WIDTHS = (40, 200, 150, 100, 150)
ROW = ["๑", "โครงการอบรม", "ร้อยละ ๘๐", "๑๐,๐๐๐", "กองคลัง"]


def read(*sheets: Sheet) -> OfficeDocument:
    """Return the content of a PDF; the engines run in this process, as only tests of limits need a subprocess."""
    return read_pdf("แผน.pdf", pdf(*sheets), lambda _, content: pages_of(content))


def grid(document: OfficeDocument) -> Grid:
    return next(document.grids())


def cell(document: OfficeDocument, row: int, column: int) -> GridCell:
    found = grid(document).at(row, column)
    assert found is not None
    return found


def one_table(*rows: list[str], page: Sheet | None = None) -> Sheet:
    sheet = page or Sheet()
    sheet.table(60, WIDTHS, rows)
    return sheet


def test_cells_have_their_places_and_the_whole_file_needs_review() -> None:
    document = read(one_table(HEADS, ROW))
    assert grid(document).texts() == (tuple(HEADS), tuple(ROW))
    assert cell(document, 1, 3).source == "แผน.pdf หน้า 1 ตารางที่ 1 แถว 2 ช่อง 4"
    assert document.odd == [(REVIEW_ALL, "แผน.pdf")]
    assert not any(one.odd for one in grid(document).cells)


def test_cell_on_which_the_engines_differ_is_kept_as_printed_and_reported() -> None:
    sheet = one_table(HEADS, [*ROW[:3], "", ROW[4]])
    # The text stated for the amount differs from what is printed: PDFium uses it, pdfminer does not.
    sheet.text(440, 93, "๑๐,๐๐๐", actual="๙๙,๐๐๐")
    amount = cell(read(sheet), 1, 3)
    assert (amount.text, amount.odd) == ("๑๐,๐๐๐", (ENGINES_DIFFER,))


def test_letters_drawn_out_of_order_are_read_by_position() -> None:
    sheet = one_table(HEADS, [*ROW[:4], ""])
    sheet.text(549, 93, "คลัง").text(534, 93, "กอง")
    found = cell(read(sheet), 1, 4)
    assert (found.text, found.odd) == ("กองคลัง", ())


def test_marks_stated_beside_glyphs_are_used() -> None:
    sheet = one_table(HEADS, ["๑", "", *ROW[2:]])
    sheet.text(84, 93, "ล้กจ้าง", actual="ลูกจ้าง")
    found = cell(read(sheet), 1, 1)
    assert (found.text, found.odd) == ("ลูกจ้าง", ())


def test_letter_known_to_one_engine_is_used_and_reported() -> None:
    first = [
        Glyph(text, 10.0 * place, 50, 10.0 * place, 10.0 * place + 9, 10) for place, text in enumerate(UNMAPPED_TEXT)
    ]
    second = [Glyph(text, 10.0 * place, 50) for place, text in enumerate("กองช่าง")]
    lines, odd = cell_lines(first, second, [])
    assert ([line.text for line in lines], odd) == (["กองช่าง"], [ONE_ENGINE])
    lines, odd = cell_lines(first, second[:-1], [])
    assert (lines[0].text[:4], odd) == ("กองช", [ENGINES_DIFFER, UNKNOWN_LETTER])


def test_mark_is_struck_with_the_letters_of_its_run() -> None:
    sheet = one_table(HEADS, ["๑", "", *ROW[2:]])
    sheet.text(84, 93, "เข").text(94, 93, "เก่า").text(114, 93, "้าใหม่")
    sheet.line(94, 90, 114, 90)
    found = cell(read(sheet), 1, 1)
    assert (found.text, found.odd) == ("เข้าใหม่", (STRUCK_OUT,))


def test_wrapped_lines_are_joined_and_line_breaks_kept() -> None:
    sheet = Sheet()
    sheet.table(60, (120, 120), [["กกกกกกกกกกกกกกกกกกกกกก\nขขขขข\nคคคคคคคคคค", "สอง"]])
    assert cell(read(sheet), 0, 0).text == "กกกกกกกกกกกกกกกกกกกกกกขขขขข\nคคคคคคคคคค"


IDP = ["ตำแหน่ง", "ทักษะที่ต้องพัฒนา", "เป้าหมายการพัฒนา", "วิธีการพัฒนา", "ช่วงเวลาพัฒนา"]


def test_list_whose_lines_may_be_items_is_a_doubt(content: Path) -> None:
    full, item = "๑. " + "ก" * 35, "ข" * 20
    sheet = one_table(IDP, ["ปลัดเทศบาล", f"{full}\n{item}", "๑. ครบ", "๑ = อบรม", "✓"])
    assert [cell(read(sheet), 1, column).has_unsure_lines for column in range(5)] == [False, True, False, False, False]
    assert review(pdf(sheet)).exit_code == 0
    book = openpyxl.load_workbook("review.xlsx")
    said = [str(one.value) for row in book["สิ่งที่ต้องดู"].iter_rows() for one in row]
    assert sum(UNSURE_LINES in one for one in said) == 1


def test_heading_torn_between_its_two_levels_is_joined_and_reported() -> None:
    one, other = Sheet(), Sheet()
    for x in (40, 140, 240, 440):
        one.line(x, 60, x, 80)
    for x in (40, 140, 240, 340, 440):
        other.line(x, 60, x, 100)
    for sheet, rows in ((one, (60, 80)), (other, (60, 80, 100))):
        for y in rows:
            sheet.line(40, y, 440, y)
    one.text(44, 74, "กิจกรรม/").text(144, 74, "งบประมาณ").text(244, 74, "ระยะเวลา")
    other.text(44, 74, "โครงการ").text(244, 74, "๒๕๖๗").text(344, 74, "๒๕๖๘")
    other.text(44, 94, "อบรม").text(144, 94, "๑๐,๐๐๐")
    document = read(one, other)
    assert [cell(document, 0, 0).text, cell(document, 0, 0).rows] == ["กิจกรรม/\nโครงการ", 2]
    assert cell(document, 0, 0).odd == (ROW_JOINED,)
    assert cell(document, 1, 2).text == "๒๕๖๗"


def test_amount_across_two_lines_is_joined_and_an_ambiguous_one_reported() -> None:
    sheet = Sheet()
    sheet.table(60, (38, 38, 60), [["๒๐๐,๐\n๐๐", "๒๐๐\n๓๐๐", "ก"]])
    document = read(sheet)
    assert (cell(document, 0, 0).text, cell(document, 0, 0).odd) == ("๒๐๐,๐๐๐", ())
    assert cell(document, 0, 1).odd == (BROKEN_NUMBER,)


@pytest.mark.parametrize(
    "broken, whole",
    [
        ("จํานวน", "จำนวน"),
        ("จำานวน", "จำนวน"),
        ("จ ำนวน", "จำนวน"),
        ("จ านวน", "จำนวน"),
        ("น้ํา", "น้ำ"),
        ("นํ้า", "น้ำ"),
        ("ตาบล", "ตาบล"),
    ],
)
def test_broken_sara_am_is_repaired_if_no_word_has_that_form(broken: str, whole: str) -> None:
    found = cell(read(one_table([broken, *HEADS[1:]], ROW)), 0, 0)
    assert (found.text, found.odd) == (whole, ())


def test_torn_vowel_of_an_unknown_word_is_reported() -> None:
    found = cell(read(one_table(HEADS, ["๑", "ฆฬ าฮ", *ROW[2:]])), 1, 1)
    assert found.text == "ฆฬ าฮ"
    assert found.odd


def over_pages(first: list[list[str]], second: list[list[str]]) -> OfficeDocument:
    one, other = Sheet(), Sheet()
    end = one.table(60, WIDTHS, first)
    assert end < HEIGHT
    other.table(60, WIDTHS, second)
    return read(one, other)


def test_torn_row_is_joined_and_reported() -> None:
    document = over_pages([HEADS, ["๑", "โครงการอบรม\nพนักงาน", "", "", ""]], [["", "เทศบาลทุกคน", "", "", ""]])
    assert len(list(document.grids())) == 1
    joined = cell(document, 1, 1)
    assert joined.text.replace("\n", "") == "โครงการอบรมพนักงานเทศบาลทุกคน"
    assert joined.odd == (ROW_JOINED,)
    assert joined.source.endswith("แถว 2 ช่อง 2 ต่อหน้า 2")


def test_repeated_heading_is_dropped_and_a_row_torn_above_it_joined() -> None:
    document = over_pages(
        [HEADS, ["๑", "โครงการอบรม\nพนักงาน", "", "", ""]],
        [HEADS, ["", "เทศบาลทุกคน", "", "", ""], ["๒", *ROW[1:]]],
    )
    assert [cell(document, row, 0).text for row in range(grid(document).height)] == ["ที่", "๑", "๒"]
    assert cell(document, 1, 1).text.replace("\n", "") == "โครงการอบรมพนักงานเทศบาลทุกคน"


def test_new_row_on_the_next_page_stays_a_row() -> None:
    document = over_pages([HEADS, ROW], [["๒", *ROW[1:]]])
    assert [len(list(document.grids())), grid(document).height] == [1, 3]
    assert not any(one.odd for one in grid(document).cells)


def test_row_that_may_be_torn_is_reported() -> None:
    heads, widths = ["ยุทธศาสตร์การพัฒนาท้องถิ่น", "ค่านิยม"], (320, 320)
    one, other = Sheet(), Sheet()
    one.table(60, widths, [heads, ["พัฒนาคน", "สามัคคี"]])
    other.table(60, widths, [["พัฒนาเมือง", "โปร่งใส"]])
    assert cell(read(one, other), 2, 0).odd == (ROW_UNSURE,)


def test_table_with_other_edges_is_another_table() -> None:
    one, other = Sheet(), Sheet()
    one.table(60, WIDTHS, [HEADS, ROW])
    other.table(60, (100, 100), [["สี", "ขนาด"]])
    assert len(list(read(one, other).grids())) == 2


def test_merged_cell_continues_on_the_next_page_and_is_reported() -> None:
    one, other = Sheet(), Sheet()
    for sheet, rows in ((one, (60, 80, 100, 120)), (other, (60, 80))):
        for x in (40, 140, 240):
            sheet.line(x, rows[0], x, rows[-1])
        for y in rows:
            is_outer = y in (rows[0], rows[-1])
            sheet.line(40, y, 240 if is_outer else 140, y)
        for count, y in enumerate(rows[:-1], start=1):
            sheet.text(44, y + 14, f"{count if sheet is one else count + 3}")
    one.text(144, 74, "กองคลัง")
    found = cell(read(one, other), 3, 1)
    assert (found.text, found.odd) == ("กองคลัง", (MERGED_ON,))


def test_struck_text_is_left_out_and_reported() -> None:
    sheet = one_table(HEADS, ["๑", "โครงการเดิมใหม่", *ROW[2:]])
    sheet.line(84 + 35, 90, 84 + 50, 90)
    found = cell(read(sheet), 1, 1)
    assert found.text == "โครงการใหม่"
    assert found.odd == (STRUCK_OUT,)


def test_invisible_text_is_left_out_and_reported() -> None:
    sheet = one_table(HEADS, ROW)
    sheet.text(600, 93, "ลับ", mode=3)
    document = read(sheet)
    assert cell(document, 1, 4).text == "กองคลัง"
    assert (NOT_SEEN, "แผน.pdf หน้า 1") in document.odd


def test_running_heads_are_separated_from_paragraphs() -> None:
    sheets = []
    for number in range(1, 5):
        sheet = Sheet().text(300, 30, "แผนพัฒนาบุคลากร").text(400, 580, f"- {number} -")
        sheet.text(76, 100, "ย่อหน้าแรกของหน้า " + "ก" * 100).text(40, 114, "ข" * 30)
        sheet.text(76, 128, "ย่อหน้าที่สอง")
        sheets.append(sheet)
    texts = [one.text for one in read(*sheets).blocks if isinstance(one, OfficeParagraph)]
    assert texts[0] == "แผนพัฒนาบุคลากร"
    assert texts[1:] == ["ย่อหน้าแรกของหน้า " + "ก" * 100 + "ข" * 30, "ย่อหน้าที่สอง"] * 4


def test_scanned_page_among_others_is_reported() -> None:
    document = read(one_table(HEADS, ROW), Sheet().picture())
    assert (A_SCAN, "แผน.pdf หน้า 2") in document.odd


@pytest.mark.parametrize("has_layer", [False, True])
def test_scan_has_no_values_whatever_its_ocr_text(has_layer: bool) -> None:
    sheet = Sheet().picture()
    if has_layer:
        sheet.text(100, 100, "๒๐๐,๐๐๐ บาท", mode=3)
    with pytest.raises(UsageError, match="ภาพสแกน") as refused:
        read(sheet)
    assert "phaen template" in str(refused.value)
    assert "documents:" in str(refused.value)


def test_text_under_a_picture_that_covers_the_page_is_ocr() -> None:
    with pytest.raises(UsageError, match="ภาพสแกน"):
        read(Sheet().text(100, 100, "๒๐๐,๐๐๐ บาท").picture())


def _javascript(made: pikepdf.Pdf) -> None:
    made.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def _javascript_inside(made: pikepdf.Pdf) -> None:
    action = Dictionary(S=Name.URI, URI="x", Next=Array([Dictionary(S=Name.JavaScript, JS="app.alert(1)")]))
    made.pages[0].Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action)])


def _attached(made: pikepdf.Pdf) -> None:
    made.attachments["a.xlsx"] = b"x"


def _form(made: pikepdf.Pdf) -> None:
    made.Root.AcroForm = Dictionary(Fields=Array([]), XFA=made.make_stream(b"<x/>"))


def _many_pages(made: pikepdf.Pdf) -> None:
    for _ in range(401):
        made.pages.append(made.pages[0])


def _bomb(made: pikepdf.Pdf) -> None:
    made.pages[0].Contents = made.make_stream(b"q 1 0 0 1 0 0 cm " * 12_000_000)


ONE = one_table(HEADS, ROW)
REFUSED = {
    "garbage": (b"%PDF-1.7\n" + b"\xff\x00 garbage " * 50, RefusalReason.DAMAGED),
    "cut off": (b"%PDF-1.7\n1 0 obj << /Type /Catalog", RefusalReason.DAMAGED),
    "password": (pdf(ONE, encryption=pikepdf.Encryption(owner="a", user="b")), RefusalReason.PASSWORD),
    "locked": (
        pdf(ONE, encryption=pikepdf.Encryption(owner="a", user="", allow=pikepdf.Permissions(extract=False))),
        RefusalReason.LOCKED,
    ),
    "javascript": (pdf(ONE, change=_javascript), RefusalReason.PROGRAM),
    "javascript in a link": (pdf(ONE, change=_javascript_inside), RefusalReason.PROGRAM),
    "attached file": (pdf(ONE, change=_attached), RefusalReason.FILES),
    "xfa": (pdf(ONE, change=_form), RefusalReason.XFA),
    "pages": (pdf(ONE, change=_many_pages), RefusalReason.MANY_PAGES),
}


@pytest.mark.parametrize("name", REFUSED)
def test_unsafe_or_unreadable_file_is_refused_with_its_reason(name: str) -> None:
    content, reason = REFUSED[name]
    with pytest.raises(UsageError) as refused:
        pages_of_pdf("แผน.pdf", content)
    assert str(refused.value) == f"“แผน.pdf” {REASONS[reason]}"


def test_every_reason_has_a_message() -> None:
    assert set(REASONS) == set(RefusalReason)


def test_slow_file_is_stopped_by_the_timeout() -> None:
    with pytest.raises(UsageError, match=r"ไม่เสร็จใน 2 วินาที|มากผิดปกติ"):
        pages_of_pdf("แผน.pdf", pdf(ONE, change=_bomb), seconds=2)


def review(content: bytes) -> Result:
    return office_commands.review(content, "แผน.pdf")


def test_command_without_the_extra_names_what_to_install(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_process, "find_spec", lambda _: None)
    result = review(pdf(ONE))
    assert (result.exit_code, "pip install 'phaen[pdf]'" in result.output) == (2, True)
    assert not Path("review.xlsx").exists()


def test_pdf_becomes_a_workbook_that_needs_review(content: Path) -> None:
    band = ["ยุทธศาสตร์ที่ ๑ พัฒนาความรู้"]
    result = review(pdf(one_table(HEADS, band, ROW)))
    assert result.exit_code == 0, result.output
    assert "โครงการ: 1 โครงการ" in result.output
    waiting = call("import", "review.xlsx", "--into", f"{CODE}/{CYCLE}")
    assert (waiting.exit_code, "ยังมีสิ่งที่ต้องดู" in waiting.output) == (2, True)
    book = openpyxl.load_workbook("review.xlsx")
    said = [str(one.value) for row in book["สิ่งที่ต้องดู"].iter_rows() for one in row]
    assert any("อ่านจาก PDF ทั้งฉบับ" in one for one in said)


def test_authors_and_persons_names_are_not_in_the_output(content: Path) -> None:
    def with_author(made: pikepdf.Pdf) -> None:
        made.docinfo["/Author"] = "นายผู้พิมพ์ ลับสุดยอด"

    heads = ["ที่", "ชื่อ-สกุล", "ตำแหน่ง", "หน้าที่", "หมายเหตุ"]
    sheet = one_table(heads, ["๑", "สมชาย ใจดี", "ปลัดเทศบาล", "ประธานกรรมการ", ""])
    sheet.text(76, 300, "ลงชื่อ นายสมศักดิ์ มีสุข")
    result = review(pdf(sheet, change=with_author))
    said = result.output + all_texts("review.xlsx")
    assert not [one for one in ("ผู้พิมพ์", "ลับสุดยอด", "สมชาย", "ใจดี", "สมศักดิ์", "มีสุข") if one in said]
    assert "ปลัดเทศบาล" in said


@settings(deadline=None, max_examples=25, derandomize=True)
@given(breaks=st.lists(st.integers(1, 8), max_size=3, unique=True), is_idp=st.booleans(), is_torn=st.booleans())
def test_no_word_of_a_table_over_pages_vanishes(breaks: list[int], is_idp: bool, is_torn: bool) -> None:
    words = Words()
    table: Table = (positions if is_idp else projects)(words, 6)
    width = 760 / len(table[0])
    if is_torn:
        table.insert(min(5, len(table)), ["" if place != 1 else words.new() for place in range(len(table[0]))])
    sheets = []
    for start, end in zip([0, *sorted(breaks)], [*sorted(breaks), len(table)], strict=True):
        sheet = Sheet()
        if table[start:end]:
            sheet.table(40, [width] * len(table[0]), table[start:end])
        sheets.append(sheet)
    said = everything_said_of(read(*sheets))
    assert [word for word in words.made if word not in said] == []
