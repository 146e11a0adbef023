"""Every kind of field, list and file whose length an officer or an attacker controls."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.scale.growing import CYCLE, Grow, Grown, Shape, wide, word

SHAPES: list[Shape] = []


def _shape(name: str, most: int, far: int) -> Callable[[Grow], Grow]:
    def add(grow: Grow) -> Grow:
        SHAPES.append(Shape(name, most, far, grow))
        return grow

    return add


def _listed(name: str, most: int, far: int, file: str, /, *path: str, **row: object) -> None:
    """Add a shape that appends the same kind of row to a list of a file; `{}` in a text becomes a number or a word."""

    def grow(lao: Grown, count: int) -> None:
        target = getattr(lao, file)
        for key in path[:-1]:
            target = target.setdefault(key, {}) if isinstance(target, dict) else target[int(key)]
        rows = target.setdefault(path[-1], [])
        rows += [_filled(row.get("each", row), number) for number in range(count)]

    SHAPES.append(Shape(name, most, far, grow))


def _filled(value: Any, number: int) -> Any:
    if isinstance(value, dict):
        return {key: _filled(one, number) for key, one in value.items()}
    if isinstance(value, list):
        return [_filled(one, number) for one in value]
    return value.replace("{n}", str(number)).replace("{w}", word(number)) if isinstance(value, str) else value


# Data of the LAO.

_listed("name variants", 500, 16_000, "lao", "name_variants", text="เทศบาลตำบล{w}")
_listed("former codes", 50, 16_000, "lao", "former_codes", code="5999902", until="30 ก.ย. 2540")
_listed(
    "staff counts",
    990,
    16_000,
    "lao",
    "staff_counts",
    fiscal_year="2567",
    position_type="{w}",
    people="2",
    source="{w}",
)
_listed("ita_path", 50, 16_000, "lao", "ita_path", each="{w}")
_listed("departments", 498, 16_000, "lao", "departments", id="d-{n}", name="กอง{w}")
_listed("aliases of one department", 1_000, 16_000, "lao", "departments", "0", "aliases", each="สำนัก{w}")


@_shape("aliases of many departments", 498, 4_000)
def _aliases(lao: Grown, count: int) -> None:
    lao.lao["departments"] += [
        {"id": f"d-{number}", "name": f"กอง{word(number)}", "aliases": [f"กอง{word(number + 1)}", "กองใหม่"]}
        for number in range(count)
    ]


# Official facts and answers.

_listed("acknowledged, one code", 990, 8_000, "plan", "acknowledged", code="COMPLETE-003", reason="ตามเอกสารต้นทาง")
_listed(
    "acknowledged, a real finding",
    990,
    8_000,
    "plan",
    "acknowledged",
    code="TEXT-118",
    reason="ตามเอกสาร",
    ids=["s1t1-{n}"],
)
_listed("acknowledged, no such code", 990, 8_000, "plan", "acknowledged", code="X-{n}", reason="ตามเอกสาร")
_listed("acknowledged, errors, no words", 990, 8_000, "plan", "acknowledged", code="YAML-001", reason="-")
_listed("amendments", 990, 8_000, "plan", "amendments", number="{n}", resolution_date="1 ต.ค. 2567", reason="{w}")
_listed(
    "corrections", 990, 8_000, "plan", "corrections", date="1 ต.ค. 2567", kind="clerical", ids=["s1t1-1"], reason="{w}"
)
_listed("sources", 990, 8_000, "plan", "sources", document="{w}", extent="full", entered_by="lao")
_listed("sections received", 990, 16_000, "plan", "sources", "0", "sections", each="บทที่ {n}")
_listed("drafting stamps", 990, 8_000, "plan", "drafting_stamps", label="{w}", printed="๒๘ / ๙ / ๖๖")
_listed("cited laws", 990, 16_000, "plan", "announcement", "cited_laws", each="พระราชบัญญัติ{w} พ.ศ. ๒๔๙๖")
_listed("names on the cover", 990, 16_000, "plan", "cover", "printed_names", each="เทศบาลตำบล{w}")
_listed("quotations", 990, 8_000, "plan", "quotations", section="{n}", text="ข้อความ {w} ที่คัดมา")
_listed(
    "documents without a file", 990, 8_000, "plan", "documents", id="doc-{n}", kind="แผน", title="{w}", file="{w}.pdf"
)


@_shape("documents and files unlike them", 990, 8_000)
def _files_unlike(lao: Grown, count: int) -> None:
    lao.plan["documents"] = [
        {"id": f"doc-{number}", "kind": "แผน", "title": word(number), "file": f"{word(number)}.pdf"}
        for number in range(count)
    ]
    lao.files |= {f"{CYCLE}/documents/{word(number)}x.pdf": "" for number in range(min(count, 990))}


@_shape("acknowledged ids", 1_000, 60_000)
def _acknowledged_ids(lao: Grown, count: int) -> None:
    ids = [f"x-{number}" for number in range(count)]
    lao.plan["acknowledged"] = [{"code": "COMPLETE-003", "ids": ids, "reason": "ตามเอกสารต้นทาง"}]


@_shape("ids of one amendment", 1_000, 60_000)
def _amended_ids(lao: Grown, count: int) -> None:
    ids = [f"x-{number}" for number in range(count)]
    lao.plan["amendments"] = [{"number": "1", "resolution_date": "1 ต.ค. 2567", "reason": "ก", "ids": ids}]


@_shape("answers to findings that are there", 990, 8_000)
def _answers(lao: Grown, count: int) -> None:
    for number in range(min(count, 990)):
        lao.projects["projects"].append(_project(number, name=f"โครงการ ({word(number)}"))
    lao.plan["acknowledged"] = [
        {"code": "TEXT-118", "ids": [f"p-{number}"], "reason": "ตามเอกสารต้นทาง"} for number in range(count)
    ]


# Strategies and money.


def _project(place: int, **changed: object) -> dict[str, object]:
    return {
        "id": f"p-{place}",
        "strategy": "s1",
        "tactic": "s1t1",
        "number": str(place + 3),
        "name": f"โครงการ{word(place)}",
        "indicator": "ร้อยละของผู้ผ่านการอบรม",
        "targets": {"quantity": "บุคลากร ๑๒ คน", "quality": "ร้อยละ ๘๐", "benefit": f"ได้{word(place)}"},
        "budget": "๑,๐๐๐",
        "periods": {"2567": "ไตรมาสที่ ๑-๔"},
        "responsible": {"departments": ["clerk-office"], "printed": "สำนักปลัดเทศบาล"},
    } | changed


@_shape("projects", 495, 8_000)
def _projects(lao: Grown, count: int) -> None:
    lao.projects["projects"] += [_project(number) for number in range(count)]


@_shape("projects of one name", 495, 8_000)
def _same_projects(lao: Grown, count: int) -> None:
    lao.projects["projects"] += [_project(number, name="โครงการฝึกอบรม", number="๑") for number in range(count)]


@_shape("projects that lack everything", 495, 16_000)
def _bare_projects(lao: Grown, count: int) -> None:
    row = {"strategy": "s1", "tactic": "s1t1", "name": "ก"}
    lao.projects["projects"] += [{"id": f"p-{number}", **row} for number in range(count)]


@_shape("projects with slips", 495, 6_000)
def _slipped_projects(lao: Grown, count: int) -> None:
    lao.projects["projects"] += [
        _project(
            number,
            name=f"โครงการ ( {word(other)} องคก์าร{word(other)} ปี ๒๕๖๖ ที",
            responsible={"departments": ["finance"], "printed": f"สำนักปลัด{word(other)}"},
        )
        for number in range(count)
        # Words of neighbours in number have the same last letters, and resemble dictionary words in steps.
        for other in [number * 48_271]
    ]


@_shape("projects of unknown tactics", 495, 8_000)
def _lost_projects(lao: Grown, count: int) -> None:
    lao.projects["projects"] += [
        _project(number, strategy=f"x-{number}", tactic=f"y-{number}") for number in range(count)
    ]


@_shape("project results", 495, 6_000)
def _results(lao: Grown, count: int) -> None:
    _projects(lao, count)
    lao.results["projects"] += [
        {"project": f"p-{number}", "status": "done", "spent": "1000", "people": "2", "problems": word(number)}
        for number in range(count)
    ]


_listed("results of unknown projects", 995, 16_000, "results", "projects", project="q-{n}", status="done", people="2")
_listed("results of one project", 995, 16_000, "results", "projects", project="s1t1-1", status="done", people="2")
_listed(
    "evidence of a result",
    990,
    8_000,
    "results",
    "projects",
    "0",
    "evidence",
    title="{w}",
    address="https://example.go.th/{n}",
)
_listed("staff trained", 990, 16_000, "results", "staff", position_type="{w}", total="12", trained="11")
_listed("evidence tags", 990, 16_000, "projects", "projects", "0", "evidence", scheme="LPA", item="{w}")


@_shape("years of a project", 500, 3_000)
def _years(lao: Grown, count: int) -> None:
    lao.projects["projects"][0]["periods"] = {str(2500 + number): "ไตรมาสที่ ๑" for number in range(min(count, 400))}


@_shape("strategies", 195, 8_000)
def _strategies(lao: Grown, count: int) -> None:
    lao.plan["strategies"] += [row | {"values": ["value-1"]} for row in wide("t", count)]


@_shape("tactics", 990, 16_000)
def _tactics(lao: Grown, count: int) -> None:
    lao.plan["strategies"][0]["tactics"] += wide("t", count)


@_shape("wordings", 990, 16_000)
def _wordings(lao: Grown, count: int) -> None:
    lao.plan["strategies"][0]["wordings"] = [{"section": str(number), "text": word(number)} for number in range(count)]


@_shape("wordings of every strategy", 150, 4_000)
def _all_wordings(lao: Grown, count: int) -> None:
    lao.plan["strategies"] += [
        row | {"wordings": [{"section": str(number), "text": word(number)} for number in range(10)]}
        for row in wide("t", count)
    ]


@_shape("local strategies and values", 990, 8_000)
def _local(lao: Grown, count: int) -> None:
    lao.plan["local_strategies"] += wide("local-x", count)
    lao.plan["values"] += wide("value-x", count)
    lao.plan["alignment"]["rows"] += [
        {"local_strategy": f"local-x-{number}", "values": [f"value-x-{number}"]} for number in range(count)
    ]


@_shape("matrix rows", 4_000, 16_000)
def _matrix_rows(lao: Grown, count: int) -> None:
    lao.plan["budget_matrix"]["rows"] += [
        {"strategy": "s1", "amounts": ["10", "20"], "stated_total": "31"} for _ in range(count)
    ]


@_shape("matrix columns", 490, 8_000)
def _matrix_columns(lao: Grown, count: int) -> None:
    matrix = lao.plan["budget_matrix"]
    lao.lao["departments"] += [{"id": f"d-{number}", "name": f"กอง{word(number)}"} for number in range(count)]
    matrix["columns"] += [{"department": f"d-{number}"} for number in range(count)]
    for row in matrix["rows"]:
        row["amounts"] += ["10"] * count
    matrix["stated_column_totals"] += ["10"] * count


@_shape("survey rows", 2_000, 16_000)
def _survey_rows(lao: Grown, count: int) -> None:
    lao.plan["survey"]["rows"] += [{"printed": word(number), "cells": ["ก", word(number)]} for number in range(count)]


@_shape("survey columns", 2_000, 30_000)
def _survey_columns(lao: Grown, count: int) -> None:
    survey = lao.plan["survey"]
    survey["columns"] += [word(number) for number in range(count)]
    for row in survey["rows"]:
        row["cells"] += ["ก"] * count


# Positions.


def _position(number: int, **changed: object) -> dict[str, object]:
    return {
        "id": f"i-{number}",
        "department": "finance",
        "staff_category": "พนักงานเทศบาล",
        "position": f"นัก{word(number)}",
        "skills": [{"number": "1", "text": "สมรรถนะหลัก", "competencies": ["core"]}],
        "goals": [{"number": "1", "text": "ผ่านการประเมิน"}],
        "methods": ["๑"],
        "years": ["2567"],
    } | changed


@_shape("positions", 1_990, 8_000)
def _positions(lao: Grown, count: int) -> None:
    lao.idp["rows"] += [_position(number) for number in range(count)]


@_shape("positions with slips", 1_990, 6_000)
def _slipped_positions(lao: Grown, count: int) -> None:
    lao.idp["rows"] += [
        _position(
            number,
            position=f"นัก ( {word(number)} ปี ๒๕๖๖",
            skills=[{"number": "3", "text": f"องคก์าร{word(number)}"}],
            methods=[{"number": "๑", "printed": word(number)}],
        )
        for number in range(count)
    ]


@_shape("skills of a position", 990, 16_000)
def _skills(lao: Grown, count: int) -> None:
    lao.idp["rows"][0]["skills"] += [{"number": str(number), "text": f"ทักษะ{word(number)}"} for number in range(count)]


@_shape("goals of a position", 990, 16_000)
def _goals(lao: Grown, count: int) -> None:
    lao.idp["rows"][0]["goals"] += [{"number": str(number), "text": f"ผ่าน{word(number)}"} for number in range(count)]


@_shape("methods of a position", 990, 16_000)
def _uses(lao: Grown, count: int) -> None:
    lao.idp["rows"][0]["methods"] += [{"number": "๑", "printed": word(number)} for number in range(count)]


_listed("IDP methods", 98, 16_000, "idp", "methods", number="{n}", name="วิธี{w}")
_listed("IDP methods of one number", 990, 16_000, "idp", "methods", number="๑", name="วิธี{w}")

# Lists of a document.

for _name in ("curricula", "methods", "target_groups", "competencies"):
    _listed(_name, 490, 8_000, "plan", _name, number="{n}", name="{w}", section="บทที่ ๓")
for _name in ("rationale", "objectives", "targets"):
    _listed(_name, 990, 16_000, "plan", _name, each="เพื่อ{w}")
_listed("topics", 100, 8_000, "plan", "topics", topic="budget", section="{w}")
_listed("committee members", 990, 8_000, "plan", "committee", "members", number="{n}", position="นัก{w}", role="กรรมการ")
_listed("committee duties", 990, 8_000, "plan", "committee", "duties", number="{n}", text="จัดทำ{w}")
_listed("request steps", 990, 8_000, "plan", "request_steps", "steps", number="{n}", text="เสนอ{w}")
_listed(
    "evaluation forms",
    990,
    8_000,
    "plan",
    "evaluation_forms",
    number="{n}",
    name="{w}",
    groups=[{"name": "{w}", "competencies": [{"name": "{w}"}]}],
)


@_shape("competencies of an evaluation form", 1_000, 16_000)
def _evaluated(lao: Grown, count: int) -> None:
    found = [{"number": str(number), "name": word(number)} for number in range(count)]
    lao.plan["evaluation_forms"] = [{"name": "แบบ", "groups": [{"name": "กลุ่ม", "competencies": found}]}]


@_shape("duties of IDP roles", 990, 16_000)
def _duties(lao: Grown, count: int) -> None:
    duties = [f"ทำ{word(number)}" for number in range(count)]
    lao.plan["idp_roles"] = {"section": "๓", "roles": [{"role": "ผู้บังคับบัญชา", "duties": duties}]}


def _guidelines(count: int, more: str) -> str:
    rows = "".join(more.format(n=number, w=word(number)) for number in range(count))
    return f"- id: g\n  title: แนวทาง\n  source: {{extent: full, entered_by: lao}}\n{rows}"


@_shape("items of guidelines", 990, 16_000)
def _items(lao: Grown, count: int) -> None:
    lao.files["guidelines.yml"] = _guidelines(1, "  items:\n") + "".join(
        f"  - name: {word(number)}\n" for number in range(count)
    )


@_shape("sources cited by guidelines", 990, 16_000)
def _cited(lao: Grown, count: int) -> None:
    lao.files["guidelines.yml"] = _guidelines(1, "  cited:\n") + "".join(
        f"  - title: {word(number)}\n" for number in range(count)
    )


@_shape("guidelines", 50, 8_000)
def _many_guidelines(lao: Grown, count: int) -> None:
    lao.files["guidelines.yml"] = "".join(
        f"- id: g-{number}\n  title: {word(number)}\n  source: {{extent: full, entered_by: lao}}\n"
        for number in range(count)
    )


# Files and folders.


@_shape("unknown files", 1_000, 16_000)
def _unknown(lao: Grown, count: int) -> None:
    lao.files |= {f"{word(number)}.txt": "" for number in range(count)}


@_shape("unknown files like a known one", 1_000, 16_000)
def _like_known(lao: Grown, count: int) -> None:
    lao.files |= {f"lao{number}.yml": "" for number in range(count)}


@_shape("unknown files of a cycle", 1_000, 16_000)
def _unknown_in_cycle(lao: Grown, count: int) -> None:
    lao.files |= {f"{CYCLE}/plan{number}.yml": "" for number in range(count)}


@_shape("unknown files in results/", 1_000, 16_000)
def _unknown_results(lao: Grown, count: int) -> None:
    lao.files |= {f"{CYCLE}/results/{word(number)}.yml": "" for number in range(count)}


@_shape("results of every year there is", 19, 4_000)
def _result_years(lao: Grown, count: int) -> None:
    text = "fiscal_year: {}\nround: 12\nas_of: 30 ก.ย. 2567\n"
    lao.files |= {f"{CYCLE}/results/{3000 + year}.yml": text.format(3000 + year) for year in range(count)}


@_shape("folders like cycles", 39, 4_000)
def _cycles(lao: Grown, count: int) -> None:
    text = "state: draft\ncycle: {0}-{1}\n"
    years = [2600 + number for number in range(count)]
    lao.files |= {f"{year}-{year + 2}/plan.yml": text.format(year, year + 2) for year in years}


# Comments and texts with persons, numbers and slips.


@_shape("comments with a person's name", 2_000, 32_000)
def _named_comments(lao: Grown, count: int) -> None:
    lao.appended["plan"] = "".join(f"# นาย{word(number)} {word(number)}\n" for number in range(count))


@_shape("comments with the same name", 2_000, 32_000)
def _same_comments(lao: Grown, count: int) -> None:
    lao.appended["plan"] = "# นายสมมุติ นามตัวอย่าง\n" * count


@_shape("comments that say nothing", 2_000, 64_000)
def _plain_comments(lao: Grown, count: int) -> None:
    lao.appended["plan"] = "".join(f"# {word(number)}\n" for number in range(count))


@_shape("signs in one line", 20_000, 600_000)
def _signs(lao: Grown, count: int) -> None:
    lao.appended["plan"] = "#" + "#" * count + "\n"


@_shape("quoted signs in one line", 20_000, 400_000)
def _quoted_signs(lao: Grown, count: int) -> None:
    lao.plan["title"] = "'" + " #" * count


@_shape("a block text of names", 2_000, 16_000)
def _named_block(lao: Grown, count: int) -> None:
    lao.plan["rationale"] = ["\n".join(f"นาย{word(number)} {word(number)}" for number in range(count))]


@_shape("a block text of slips", 2_000, 16_000)
def _slipped_block(lao: Grown, count: int) -> None:
    lao.plan["rationale"] = ["\n".join(f"องคก์าร กำ หนด {word(number)} ( กาหนด" for number in range(count))]


@_shape("names in one line", 2_000, 16_000)
def _named_line(lao: Grown, count: int) -> None:
    lao.plan["rationale"] = [" ".join(f"นาย{word(number)} {word(number)}" for number in range(count))]


@_shape("the same slip in many texts", 1_000, 16_000)
def _same_slip(lao: Grown, count: int) -> None:
    lao.plan["rationale"] = [f"องคก์าร{word(number)}" for number in range(count)]


@_shape("the same text many times", 1_000, 16_000)
def _same_text(lao: Grown, count: int) -> None:
    lao.plan["rationale"] = ["นายสมมุติ นามตัวอย่าง องคก์าร"] * count


@_shape("texts with years and laws", 1_000, 8_000)
def _years_in_text(lao: Grown, count: int) -> None:
    lao.plan["rationale"] = [
        f"พระราชบัญญัติ{word(number)} พ.ศ. ๒๕๕{number % 10} แผนพัฒนาบุคลากร ปี ๒๕๖๔ - ๒๕๖๖" for number in range(count)
    ]


def _long(name: str, text: str, most: int = 200_000, far: int = 600_000) -> None:
    def grow(lao: Grown, count: int) -> None:
        lao.plan["rationale"] = [text * (count // len(text) or 1)]

    SHAPES.append(Shape(f"one long text: {name}", most, far, grow))


_long("one letter", "ก")
_long("words", "การพัฒนาบุคลากรขององค์กรปกครองส่วนท้องถิ่น ")
_long("blanks", "ก" + " " * 30)
_long("digits", "๑๒๓")
_long("brackets", "(")
_long("marks", "ก่่้")
_long("years", "๒๕๖๖ ")
_long("dots", "ก.")
_long("slashes", "๑/")
_long("repeated words", "ของของ")
_long("amounts", "๑๐๐,๐๐๐ บาท ")
_long("places", "เทศบาลตำบลกขค อำเภอกขค ")

# Prose.


def _prose(name: str, text: str, most: int = 99_000, far: int = 99_000) -> None:
    def grow(lao: Grown, count: int) -> None:
        lao.narrative = "## rationale\n\n" + text * (count // len(text.encode()) or 1) + "\n"

    SHAPES.append(Shape(f"prose: {name}", most, far, grow))


_prose("closing tags", "</p>", 8_000)
_prose("closing tags of several kinds", "</p></div></em></li>", 10_000)
_prose("opening tags", "<em>", 8_000)
_prose("open and close", "<em>ก</em>", 12_000)
_prose("lists of tags", "<ul><li>", 8_000)
_prose("half tags", "<a ", 6_000)
_prose("angles", "<")
_prose("comments", "<!-- ")
_prose("entities", "&amp;")
_prose("headings", "# ก\n\n")
_prose("section headings", "## idp\n")
_prose("unknown sections", "## zzz\n")
_prose("links", "[ก](https://example.go.th) ")
_prose("half links", "[ก](ข ")
_prose("ends of links", "](")
_prose("blank lines", " \n")
_prose("brackets", "[")
_prose("emphasis", "*ก* ")
_prose("half emphasis", "*_")
_prose("list items", "- ก\n")
_prose("cells", "|ก")
_prose("words", "การพัฒนาบุคลากร ")
_prose("names", "นายสมมุติ นามตัวอย่าง\n")
_prose("different slips", "องคก์าร กำ หนด (\n\n")
_prose("line ends", "\n")
_prose("backslashes", "\\")
_prose("carriage returns", "ก\r")


@_shape("prose: names, each another", 2_000, 2_000)
def _named_prose(lao: Grown, count: int) -> None:
    lao.narrative = "## rationale\n\n" + "\n".join(f"นาย{word(number)}" for number in range(count))


@_shape("everything at once, in hundredths", 90, 100)
def _everything(lao: Grown, count: int) -> None:
    _slipped_positions(lao, 1_990 * count // 100)
    _results(lao, 490 * count // 100)
    _named_comments(lao, 2_000 * count // 100)
    _survey_rows(lao, 990 * count // 100)
    _slipped_block(lao, 1_000 * count // 100)
    names = {"acknowledged, no such code", "amendments", "corrections", "sources", "committee members", "quotations"}
    for shape in [one for one in SHAPES if one.name in names | {"name variants", "documents without a file"}]:
        shape.grow(lao, shape.most * count // 100)
    lao.files |= {f"{word(number)}.txt": "" for number in range(990 * count // 100)}
    lao.narrative = "## rationale\n\n" + "[ก](https://example.go.th) นายสมมุติ นามตัวอย่าง\n" * (9 * count)
