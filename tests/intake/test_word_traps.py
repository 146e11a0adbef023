"""Details of Word's XML that common libraries lose, each in the smallest document that has it."""

from __future__ import annotations

import pytest

from generator.errors import UsageError
from generator.intake.grids import Grid, GridCell
from generator.intake.word.numbering import W
from generator.intake.word.repetition import written_once
from generator.intake.word.word_reader import read_word
from tests.intake.word_files import FONT_TICK, THAI_NUMBERS, WORD_TICK, Tc, docx, paragraph, run, table, tc


def cells(*rows: list[Tc], numbering: str = "") -> list[GridCell]:
    (grid,) = read_word("a.docx", docx(table(rows), numbering=numbering)).grids()
    return grid.cells


def cell_of(body: str) -> GridCell:
    (found,) = cells([Tc(body)])
    return found


@pytest.mark.parametrize("tick", [WORD_TICK, FONT_TICK, run("✓")])
def test_every_kind_of_tick_is_read_as_a_tick(tick: str) -> None:
    assert cell_of(paragraph(tick)).text == "✓"


def test_a_cross_stays_a_cross() -> None:
    assert cell_of(paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FB"/></w:r>')).text == "✗"


def test_unknown_symbol_is_odd_and_not_blank() -> None:
    cell = cell_of(paragraph('<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>'))
    assert not cell.is_blank
    assert cell.odd == ("สัญลักษณ์ที่ไม่รู้จัก",)


def test_picture_is_odd_and_not_blank() -> None:
    assert cell_of(paragraph("<w:r><w:drawing/></w:r>")).odd == ("รูปภาพหรือกล่องข้อความ",)


def test_deleted_and_hidden_text_is_left_out_and_inserted_text_kept() -> None:
    body = paragraph(
        run("ก"),
        '<w:del w:id="1" w:author="ผู้แก้"><w:r><w:delText>ลบ</w:delText></w:r></w:del>',
        f'<w:ins w:id="2" w:author="ผู้แก้">{run("ข")}</w:ins>',
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ซ่อน</w:t></w:r>",
    )
    assert cell_of(body).text == "กข"


def test_struck_text_is_kept_and_reported() -> None:
    cell = cell_of(paragraph("<w:r><w:rPr><w:strike/></w:rPr><w:t>ก</w:t></w:r>"))
    assert (cell.text, cell.odd) == ("ก", ("ข้อความที่ขีดฆ่า",))


def test_automatic_numbers_are_text_in_thai_digits() -> None:
    found = cells([Tc(paragraph(number=1))], [Tc(paragraph(run("ก"), number=1))], [tc("๔")], numbering=THAI_NUMBERS)
    assert [one.text.strip() for one in found] == ["๑", "๒ ก", "๔"]


def test_cell_inside_a_content_control_is_a_cell() -> None:
    found = cells([Tc(paragraph(run("ก")), is_controlled=True), tc("ข")])
    assert [one.text for one in found] == ["ก", "ข"]


def test_merged_cells_cover_their_positions() -> None:
    first, second, third = cells([tc("ก", merge="restart"), tc("ข")], [tc(merge="continue"), tc("ค")])
    assert (first.rows, second.column, third.row) == (2, 1, 1)


def test_text_in_a_merge_continuation_is_kept() -> None:
    found = cells([tc("ก", merge="restart")], [tc("ข", merge="continue")])
    assert [one.text for one in found] == ["ก", "ข"]


def test_a_header_is_reported_once_and_a_page_number_is_none() -> None:
    part = '<w:hdr xmlns:w="{}"><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:hdr>'.format
    headers = {f"word/header{number}.xml": part(W.strip("{}"), "ฉบับปรับปรุง").encode() for number in (1, 2)}
    headers["word/footer1.xml"] = part(W.strip("{}"), "- ๑๒ -").encode()
    document = read_word("แผน.docx", docx(paragraph(run("ข้อความ")), more=headers))
    assert [said for said, _ in document.odd] == ["ข้อความในหัวกระดาษหรือท้ายกระดาษ: “ฉบับปรับปรุง”"]


def test_authors_and_properties_are_never_read() -> None:
    document = docx(paragraph(run("ก")), more={"docProps/core.xml": "<x>นายสมชาย ใจดี</x>".encode()})
    assert "สมชาย" not in repr(read_word("a.docx", document))


def test_a_document_with_a_dtd_is_refused() -> None:
    raw = docx(paragraph(run("ก"))).replace(b"<w:document", b"<w:document")
    assert read_word("a.docx", raw).blocks
    with pytest.raises(UsageError, match="เสียหาย"):
        read_word("a.docx", _with_dtd())


def _with_dtd() -> bytes:
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    return out.getvalue()


def test_cells_have_their_places() -> None:
    (grid,) = read_word("แผน.docx", docx(table([[tc("ก"), tc("ข")]]))).grids()
    assert isinstance(grid, Grid)
    assert grid.cells[1].source == "แผน.docx ตารางที่ 1 แถว 1 ช่อง 2"


@pytest.mark.parametrize(
    ("text", "once", "repeats"),
    [
        ("ปลัด เทศบาล ปลัด เทศบาลปลัด เทศบาล", "ปลัด เทศบาล", True),
        ("ครู ครูครู ครู", "ครู", True),
        ("กองคลัง\nกองคลัง", "กองคลัง", True),
        ("ครู ครู", "ครู ครู", False),
        ("✓ ✓ ✓", "✓ ✓ ✓", False),
        ("- - - -", "- - - -", False),
        ("๑๑๑๑", "๑๑๑๑", False),
        ("โครงการอบรม ก โครงการอบรม ข", "โครงการอบรม ก โครงการอบรม ข", False),
        ("โครงการอบรม ก โครงการอบรม ข โครงการอบรม", "โครงการอบรม ก โครงการอบรม ข โครงการอบรม", True),
        ("", "", False),
    ],
)
def test_repeated_text_is_reduced_to_one(text: str, once: str, repeats: bool) -> None:
    assert written_once(text) == (once, repeats)
