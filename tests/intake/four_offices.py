"""The tables of a plan as four offices would format them in Word, and two in Excel, from the plan's own data.

tidy    one table each, merged headings, ticks as letters, manual line breaks
office  a table per page, heading only on the first, a torn row, symbols, split runs, tracked changes, hidden text
auto    automatic Thai numbers, ticks in a symbol font, responsible cells merged down
slash   Arabic digits, "/" for ticks, cells inside content controls
neat    Excel: a sheet per table, merged headings, amounts as numbers
pasted  Excel: one sheet, pasted from Word, so that each line of a cell is a row
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from xlsxwriter import Workbook

from generator.intake.plan_content import PlanContent
from generator.thai.numerals import to_arabic
from tests.intake.word_files import FONT_TICK, THAI_NUMBERS, WORD_TICK, Tc, docx, paragraph, run, table, tc

OFFICES = ("tidy", "office", "auto", "slash")
_TARGETS = (("quantity", "เชิงปริมาณ"), ("quality", "เชิงคุณภาพ"), ("benefit", "เชิงประโยชน์"))
_ZWSP = "\u200b"


@dataclass(frozen=True)
class Office:
    """How an office formats its tables."""

    name: str

    def text(self, text: str) -> str:
        """Return a text as the office types it."""
        return to_arabic(text) if self.name == "slash" else text

    def cell(self, text: str, span: int = 1) -> Tc:
        """Return a cell."""
        typed = self.text(text)
        if self.name == "office" and len(typed) > 6:
            middle = len(typed) // 2
            runs = (
                run(typed[:middle] + _ZWSP),
                '<w:del w:id="1" w:author="x"><w:r><w:delText>ข้อความที่ลบ</w:delText></w:r></w:del>',
                f'<w:ins w:id="2" w:author="x">{run(typed[middle:])}</w:ins>',
                "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ข้อความซ่อน</w:t></w:r>",
            )
            return Tc(paragraph(*runs), span)
        if self.name == "slash":
            return replace(tc(typed, span), is_controlled=True)
        return tc(typed.replace(" ร้อยละ", "\nร้อยละ") if self.name == "tidy" else typed, span)

    def tick(self, beside: str = "") -> Tc:
        """Return a cell with a tick, and a text after it in brackets."""
        marks = {"office": WORD_TICK, "auto": FONT_TICK, "slash": run("/"), "tidy": run("✓")}
        said = run(f" ({self.text(beside)})") if beside else ""
        return Tc(paragraph(marks[self.name], said))


def word_file(content: PlanContent, office_name: str) -> bytes:
    """Return the plan as a Word file of an office."""
    office = Office(office_name)
    blocks = [
        paragraph(run(office.text("๓.๑๐ โครงการ งาน กิจกรรม ที่ประมาณการค่าใช้จ่าย"))),
        table(_matrix(content, office)),
        paragraph(run(office.text("๓.๑๑ รายละเอียดโครงการ/กิจกรรม ปีงบประมาณ ๒๕๖๗ - ๒๕๖๙"))),
        *_pages(list(_projects(content, office)), office),
        paragraph(run(office.text("๓.๑๕ แผนพัฒนารายบุคคล ประจำปีงบประมาณ ๒๕๖๔ - ๒๕๖๖"))),
        *_pages(list(_idp(content, office)), office),
    ]
    return docx(*blocks, numbering=THAI_NUMBERS)


def in_font(word: bytes, font: str) -> bytes:
    """Return a Word file with its text in 10 points of a font."""
    fonts = " ".join(f'w:{script}="{font}"' for script in ("ascii", "hAnsi", "cs"))
    style = f'<w:rPr><w:rFonts {fonts}/><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>'
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word)) as archive, zipfile.ZipFile(out, "w") as made:
        for part in archive.infolist():
            made.writestr(part, archive.read(part).replace(b"<w:r><w:t", f"<w:r>{style}<w:t".encode()))
    return out.getvalue()


def _pages(rows: list[list[Tc]], office: Office) -> Iterator[str]:
    size = 9 if office.name == "office" else len(rows)
    for start in range(0, len(rows), size):
        yield table(rows[start : start + size])
        yield paragraph()


def _matrix(content: PlanContent, office: Office) -> Iterator[list[Tc]]:
    matrix, plan = content.of("plan")["budget_matrix"], content.of("plan")
    width = len(matrix["columns"])
    yield [tc("ยุทธศาสตร์", merge="restart"), tc("กลยุทธ์", merge="restart"), tc("งบประมาณ", width)]
    yield [tc(merge="continue"), tc(merge="continue"), *(office.cell(one["printed"]) for one in matrix["columns"])]
    for row, strategy in zip(matrix["rows"], plan["strategies"], strict=True):
        tactics = "\n".join(f"กลยุทธ์ที่ {one['number']} {one['name']}" for one in strategy["tactics"])
        named = f"ยุทธศาสตร์ที่ {strategy['number']}: {strategy['name']}"
        yield [tc(office.text(named)), tc(office.text(tactics)), *(office.cell(one) for one in row["amounts"])]
    yield [tc("รวมงบประมาณที่ใช้ในการพัฒนา", 2), *(office.cell(one) for one in matrix["stated_column_totals"])]


def _projects(content: PlanContent, office: Office) -> Iterator[list[Tc]]:
    strategies = {one["id"]: one for one in content.of("plan")["strategies"]}
    years = ("2567", "2568", "2569")
    heads = ("ลำดับ", "กิจกรรม/โครงการ", "ตัวชี้วัดโครงการ", "เป้าหมาย", "งบประมาณ")
    yield [*(tc(one, merge="restart") for one in heads), tc("ระยะเวลา/ปีที่ดำเนินการ", 3), tc("ผู้รับผิดชอบ", merge="restart")]
    below = [office.cell(one) for one in ("๒๕๖๗", "๒๕๖๘", "๒๕๖๙")]
    yield [*(tc(merge="continue") for _ in heads), *below, tc(merge="continue")]
    groups = groupby(content.of("projects")["projects"], lambda one: (one["strategy"], one["tactic"]))
    for lists, ((strategy_id, tactic_id), group) in enumerate(groups, start=1):
        strategy = strategies[strategy_id]
        tactic = next(one for one in strategy["tactics"] if one["id"] == tactic_id)
        yield [office.cell(f"ยุทธศาสตร์ที่ {strategy['number']} : {strategy['name']}", 9)]
        yield [office.cell(f"กลยุทธ์ที่ {tactic['number']} {tactic['name']}", 9)]
        before = ""
        for place, project in enumerate(group, start=1):
            counts = to_arabic(project["number"]) == str(place)
            automatic = office.name == "auto" and counts
            number = Tc(paragraph(number=lists)) if automatic else office.cell(project["number"])
            responsible = project.get("responsible", {}).get("printed", "")
            merge = "continue" if responsible == before and office.name == "auto" else "restart"
            before = responsible
            targets = project.get("targets", {})
            lines = "\n".join(f"{label} {targets[key]}" for key, label in _TARGETS if key in targets)
            cells = [
                number,
                office.cell(project["name"]),
                office.cell(project.get("indicator", "")),
                tc(office.text(lines)),
                office.cell(project.get("budget", "")),
                *(
                    office.tick(project["periods"][year]) if year in project.get("periods", {}) else tc()
                    for year in years
                ),
                tc(office.text(responsible), merge=merge) if merge == "restart" else tc(merge="continue"),
            ]
            if office.name != "auto":
                cells[-1] = office.cell(responsible)
            yield cells


def _idp(content: PlanContent, office: Office) -> Iterator[list[Tc]]:
    idp = content.of("idp")
    names = {one["id"]: one["name"] for one in content.of("lao")["departments"]}
    legend = {one["number"]: one["name"] for one in idp["methods"]}
    heads = ("ตำแหน่ง (๑)", "ทักษะที่ต้องพัฒนา (๒)", "เป้าหมายการพัฒนา (๓)", "วิธีการพัฒนา (๔)")
    yield [*(tc(one, merge="restart") for one in heads[:3]), tc(heads[3]), tc("ช่วงเวลาพัฒนา (๕)", 3)]
    said = "\n".join(f"{number} = {name}" for number, name in legend.items())
    yield [
        *(tc(merge="continue") for _ in heads[:3]),
        tc(office.text(said)),
        *(office.cell(one) for one in idp["years"]),
    ]
    for (department, category), group in groupby(
        idp["rows"], lambda one: (one.get("department"), one.get("staff_category"))
    ):
        if department:
            yield [office.cell(names[department], 7)]
        if category:
            yield [office.cell(category, 7)]
        for row in group:
            methods = [
                one if isinstance(one, dict) else {"number": one, "printed": legend[one]}
                for one in row.get("methods", [])
            ]
            uses = "\n".join(f"{one['number']} = {one['printed']}" for one in methods)
            yield [
                office.cell(row["position"]),
                _items(office, row.get("skills", [])),
                _items(office, row.get("goals", [])),
                tc(office.text(uses)),
                *(office.tick() if year in row.get("years", []) else tc() for year in idp["years"]),
            ]


def _items(office: Office, items: list[dict[str, Any]]) -> Tc:
    """Return a cell with one item per paragraph."""
    lines = [f"{one['number']}. {one.get('text', '')}" if "number" in one else one["text"] for one in items]
    return Tc("".join(paragraph(run(office.text(line))) for line in lines) or paragraph())


def excel_file(content: PlanContent) -> bytes:
    """Return the plan as a neat Excel file: one sheet per table, merged headings, amounts as numbers."""
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    money = book.add_format({"num_format": "[$-D00041E]#,##0"})
    for title, rows in (
        ("งบประมาณ", _matrix(content, Office("tidy"))),
        ("โครงการ", _projects(content, Office("tidy"))),
        ("รายบุคคล", _idp(content, Office("tidy"))),
    ):
        sheet = book.add_worksheet(title)
        for number, row in enumerate(rows):
            column = 0
            for cell in row:
                text = _plain(cell)
                amount = to_arabic(text).replace(",", "")
                if cell.span > 1:
                    sheet.merge_range(number, column, number, column + cell.span - 1, text)
                elif amount.isdecimal() and "," in text:
                    sheet.write_number(number, column, int(amount), money)
                elif text:
                    sheet.write_string(number, column, text)
                column += cell.span
    book.close()
    return out.getvalue()


def pasted_file(content: PlanContent) -> bytes:
    """Return the plan as pasted from Word into one sheet: each line of a cell is a row, other cells are merged down."""
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("แผน")
    first = 0
    for rows in (_matrix, _projects, _idp):
        listed = [_by_column(row) for row in rows(content, Office("tidy"))]
        starts = [first]
        for row in listed:
            starts.append(starts[-1] + max(_plain(cell).count("\n") + 1 for cell in row.values()))
        for number, row in enumerate(listed):
            for column, cell in row.items():
                end = number + 1
                while end < len(listed) and column in listed[end] and listed[end][column].merge == "continue":
                    end += 1
                area = (starts[number], column, starts[end] - 1, column + cell.span - 1)
                lines = _plain(cell).split("\n")
                if len(lines) > 1 or cell.merge == "continue":
                    sheet.write_column(starts[number], column, lines)
                elif area[:2] != area[2:]:
                    sheet.merge_range(*area, lines[0])
                else:
                    sheet.write_string(starts[number], column, lines[0])
        first = starts[-1] + 1
    book.close()
    return out.getvalue()


def _by_column(row: list[Tc]) -> dict[int, Tc]:
    """Return the cells of a row by their first column."""
    return {sum(before.span for before in row[:place]): cell for place, cell in enumerate(row)}


def _plain(cell: Tc) -> str:
    import re
    from html import unescape

    return unescape(re.sub("<[^>]+>", "", cell.body.replace("<w:br/>", "\n").replace("</w:p><w:p>", "\n"))).strip(
        "\u200b"
    )


EXCEL_FILES = {"neat": excel_file, "pasted": pasted_file}
"""Excel files of the plan by name."""
