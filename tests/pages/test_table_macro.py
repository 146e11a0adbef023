"""The one macro that prints tables: escaping, headings, alignment, highlighting, labels for phones, spans."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from generator.pages.environment import make_environment
from generator.settings import Digits
from generator.views.table_cells import (
    BLANK,
    baht,
    count,
    day,
    empty,
    figure,
    items,
    lines,
    numbered,
    phrase,
    small,
    state,
    text,
    unread,
    words,
)
from generator.views.tables import Cell, CellKind, CellMark, Column, Form, Look, Row, RowKind, Table, head

TEMPLATE = '{% import "parts/table.html.jinja" as parts %}{{ '
COLUMNS = (head("เรื่อง"), Column("งบประมาณ", "บาท", Look.NUMBER))
AMOUNT = baht(Decimal(1000))


def shown(call: str, digits: Digits = "arabic", **values: object) -> str:
    environment = make_environment(digits)
    with environment.contexts.of_page("/lao/1/"):
        return environment.from_string(TEMPLATE + call + " }}").render(**values)


def table(
    *rows: Row,
    columns: tuple[Column, ...] = COLUMNS,
    totals: tuple[Row, ...] = (),
    form: Form = Form.CARDS,
) -> str:
    made = Table("t", words("คำอธิบาย"), columns, rows, totals, form)
    return shown("parts.table(table)", table=made).replace("\n", "")


@pytest.mark.parametrize(
    ("cell", "html"),
    [
        (text("<b>\nก"), "&lt;b&gt;<br>ก"),
        (words("ก & ข"), "ก &amp; ข"),
        (count(1234), "1,234"),
        (AMOUNT, "1,000"),
        (Cell(CellKind.BAHT, Decimal(5), "ห้าบาท"), '5 <small class="as-printed">พิมพ์ว่า <q>ห้าบาท</q></small>'),
        (day(datetime.date(2024, 6, 1)), '<time datetime="2024-06-01">1\u00a0มิถุนายน\u00a02567</time>'),
        (figure("๒๕๖๗"), "2567"),
        (state("done", "ดำเนินการแล้ว"), '<span class="state state--good">ดำเนินการแล้ว</span>'),
        (empty("<ว่าง>"), '<span class="empty">&lt;ว่าง&gt;</span>'),
        (unread("<?>"), '<span class="as-printed">&lt;?&gt;</span> <small class="unread">ตีความไม่ได้</small>'),
        (Cell(CellKind.QUOTE, "<i>"), "<q>&lt;i&gt;</q>"),
        (Cell(CellKind.CODE, "<i>"), "<code>&lt;i&gt;</code>"),
        (Cell(CellKind.QUIET, "<i>"), '<span class="quiet">&lt;i&gt;</span>'),
        (small("ก", "#f-1"), '<a href="#f-1"><small>ก</small></a>'),
        (text("ก", address="/lao/1/2/#p"), '<a href="2/#p">ก</a>'),
        (text("ก", address='https://x/"<'), '<a href="https://x/&#34;&lt;" rel="nofollow noopener">ก</a>'),
        (numbered("๑.", "ก"), '<span class="printed-number">๑.</span> ก'),
        (lines(words("ก"), small("ข")), "ก<br><small>ข</small>"),
        (phrase("{} ครั้ง", count(2)), "2 ครั้ง"),
        (items([words("<"), words("ข")]), "<ul><li>&lt;</li><li>ข</li></ul>"),
    ],
)
def test_every_kind_of_cell_is_printed(cell: Cell, html: str) -> None:
    assert shown("cell | cell", cell=cell) == html


def test_our_numbers_use_the_sites_digits_and_printed_ones_do_not() -> None:
    assert shown("cell | cell", "thai", cell=lines(AMOUNT, text("10"))) == "๑,๐๐๐<br>10"


def test_a_table_has_a_frame_named_by_its_caption_and_headings_of_rows_and_columns() -> None:
    assert table(Row((words("ก"), AMOUNT))) == (
        '<div class="table-scroll" role="region" tabindex="0" aria-labelledby="t-caption">'
        '<table class="table table--stack"><caption id="t-caption">คำอธิบาย</caption>'
        '<thead><tr><th scope="col">เรื่อง</th><th scope="col" class="num">งบประมาณ (บาท)</th></tr></thead>'
        '<tbody><tr><th scope="row">ก</th><td class="num" data-label="งบประมาณ (บาท)">1,000</td></tr></tbody>'
        "</table></div>"
    )


def test_only_tables_that_become_cards_on_phones_have_labels() -> None:
    row = Row((words("ก"), AMOUNT))
    assert "data-label" in table(row)
    assert "data-label" not in table(row, form=Form.PLAIN)
    assert "data-label" not in table(row, form=Form.SCROLLS)


def test_labels_may_be_shorter_than_headings_and_years_are_named_as_such() -> None:
    columns = (head("ก"), Column("ยาวมาก", "บาท", label="สั้น"), Column("๒๕๖๗", look=Look.YEAR))
    html = table(Row((words("ก"), AMOUNT, words("1-2"))), columns=columns)
    assert '<td data-label="สั้น">' in html
    assert '<th scope="col">2567</th>' in html
    assert '<td class="nowrap year" data-label="ปี 2567">' in html


def test_a_cell_of_several_parts_is_wrapped_beside_its_label() -> None:
    several = lines(AMOUNT, small("ต่อปี"))
    assert '"><div>1,000<br><small>ต่อปี</small></div></td>' in table(Row((words("ก"), several)))
    assert "<div>ก<br>ข</div>" in table(Row((words("ก"), text("ก\nข"))))
    assert "<div>1,000" not in table(Row((words("ก"), several)), form=Form.PLAIN)


def test_highlighting_is_a_class_of_the_cell_or_the_row() -> None:
    html = table(Row((words("ก"), baht(Decimal(5), mark=CellMark.DIFFERS)), RowKind.TOTAL, mark=CellMark.STATED))
    assert '<tr class="total stated">' in html
    assert '<td class="num differs"' in html


def test_totals_are_in_the_table_foot() -> None:
    html = table(Row((words("ก"), AMOUNT)), totals=(Row((words("รวม"), AMOUNT), RowKind.TOTAL),))
    assert '</tbody><tfoot><tr class="total"><th scope="row">รวม</th>' in html


def test_every_heading_in_the_body_starts_a_group_of_rows() -> None:
    group, inner = Row((words("กลุ่ม"),), RowKind.GROUP, "g"), Row((words("ย่อย"),), RowKind.SUBGROUP)
    html = table(group, inner, Row((words("ก"), AMOUNT)), group)
    assert html.count("<tbody>") == html.count("</tbody>") == 2
    assert '<tbody><tr class="group" id="g"><th scope="rowgroup" colspan="2">กลุ่ม</th></tr>' in html
    assert '<tr class="group group--sub"><th scope="rowgroup" colspan="2">ย่อย</th></tr>' in html


def test_the_last_cell_of_a_short_row_spans_columns_and_has_no_label() -> None:
    three = (*COLUMNS, Column("หมายเหตุ"))
    assert '<tr><td colspan="3">ไม่มี</td></tr>' in table(Row((words("ไม่มี"),)), columns=three)
    html = table(Row((words("รวม"), BLANK), RowKind.SUBTOTAL), columns=three)
    assert '<tr class="subtotal"><th scope="row">รวม</th><td colspan="2"></td></tr>' in html


def test_the_head_of_a_row_may_be_in_any_column() -> None:
    assert '<td data-label="เรื่อง">๑</td><th scope="row">1,000</th>' in table(
        Row((text("๑"), AMOUNT)), columns=(Column("เรื่อง"), head("งบประมาณ"))
    )


def test_columns_of_one_group_share_a_heading() -> None:
    columns = (head("ก"), Column("ข", group="กอง"), Column("ค", look=Look.NUMBER, group="กอง"), Column("รวม"))
    html = table(Row((words("1"),)), columns=columns, form=Form.SCROLLS)
    assert (
        '<thead><tr><th scope="col" rowspan="2">ก</th><th scope="colgroup" colspan="2">กอง</th>'
        '<th scope="col" rowspan="2">รวม</th></tr>'
        '<tr><th scope="col">ข</th><th scope="col" class="num">ค</th></tr></thead>'
    ) in html


def test_sortable_and_filterable_tables_have_data_attributes() -> None:
    made = Table(
        "t", words("ก"), (head("ข", sorted_as="text"),), (Row((words("1"),)),), filter_label="กรอง", note=words("บาท")
    )
    html = shown("parts.table(table)", table=made)
    assert '<table class="table table--stack" data-tools="กรอง">' in html
    assert '<th scope="col" data-sort="text">' in html
    assert 'ก\n<span class="caption__note">บาท</span></caption>' in html


def test_a_table_without_rows_and_none_print_nothing() -> None:
    assert table().strip() == ""
    assert shown("parts.table(none)").strip() == ""
