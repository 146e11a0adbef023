"""The plan of Phon Thong (5440502), 2567-2569: its counts and sums, and its equality with the source text.

The YAML is read as plain text, the source by its own small parser, so that no mistake of the generator can hide
another. The source is not part of the repository: it is looked for in `../shared/seeds` beside the checkout, or in
$PHAEN_SEEDS.
"""

from __future__ import annotations

import os
import re
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

ROOT = Path(__file__).parents[2]
SEEDS = Path(os.environ.get("PHAEN_SEEDS") or ROOT.parent / "shared" / "seeds")
SEED = "003_08aeb92528486cbc.txt"
FOLDER = ROOT / "content" / "plans" / "5440502-phon-thong"
NO_BUDGET = "ไม่ใช้งบประมาณ"
LONGEST_QUOTATION = 119
DEPARTMENT_HEADINGS = {
    "สำนักงานปลัด": "clerk-office",
    "กองคลัง": "finance",
    "กองช่าง": "engineering",
    "กองการศึกษา": "education",
    "กองสาธารณสุขและสิ่งแวดล้อม": "health",
    "กองสวัสดิการสังคม": "welfare",
}


def load(name: str) -> Any:
    text = (FOLDER / name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - builds text, lists and mappings only


LAO = load("lao.yml")
PLAN = load("2567-2569/plan.yml")
PROJECTS = load("2567-2569/projects.yml")["projects"]
IDP = load("2567-2569/idp.yml")


def arabic(text: str) -> str:
    return text.translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789"))


def baht(text: str) -> int:
    return int(arabic(text).replace(",", ""))


@pytest.fixture(scope="module")
def source() -> str:
    path = SEEDS / SEED
    if not path.is_file():
        # The documents are public, but not ours to republish: the project must pass its tests without them.
        pytest.skip(
            f"source text {SEED} is missing: put it in ../shared/seeds or point PHAEN_SEEDS at its folder"
        )  # public, but not ours to ship
    return path.read_text(encoding="utf-8")


def part(source: str, start: str, end: str) -> list[str]:
    """Lines from the heading that starts with `start` (left out) up to the line that starts with `end`."""
    lines = source.split("\n")
    first = next(index for index, line in enumerate(lines) if line.startswith(start))
    last = next(index for index in range(first + 1, len(lines)) if lines[index].startswith(end))
    return [line for line in lines[first + 1 : last] if line.strip()]


def numbered(cell: str) -> list[tuple[str, str]]:
    """Split a cell at its printed numbers: `๑. ... ๒. ...`; an item without text stays."""
    marks = list(re.finditer(r"(?:^|(?<=\s))([๐-๙]+)\.(?=\D|$)", cell))
    ends = [mark.start() for mark in marks[1:]] + [len(cell)]
    assert not marks or marks[0].start() == 0
    return [(mark[1], cell[mark.end() : end].strip()) for mark, end in zip(marks, ends, strict=True)]


class ProjectRow(NamedTuple):
    """One project row as the source prints it, with the tactic's heading above it."""

    tactic: str
    cells: list[str]


def source_projects(source: str) -> list[ProjectRow]:
    rows: list[ProjectRow] = []
    strategy = tactic = "?"
    for line in part(source, "๓.๑๑ ", "๓.๑๒ "):
        cells = line.split("\t")
        assert len(cells) == 9
        heading = re.match(r"(ยุทธศาสตร์|กลยุทธ์)ที่ ([๐-๙])", cells[0])
        if heading and heading[1] == "ยุทธศาสตร์":
            strategy = arabic(heading[2])
        elif heading:
            tactic = f"s{strategy}t{arabic(heading[2])}"
        elif re.fullmatch(r"[๐-๙]+", cells[0]):
            rows.append(ProjectRow(tactic, cells))
        elif not cells[0] and cells[3]:
            rows[-1].cells[3] += " " + cells[3]
    return rows


class IdpSourceRow(NamedTuple):
    """One position of the IDP table as the source prints it, with the headings above it."""

    department: str | None
    category: str | None
    cells: list[str]


def source_positions(source: str) -> list[IdpSourceRow]:
    rows: list[IdpSourceRow] = []
    department = category = None
    for line in part(source, "๓.๑๕ ", "บทที่ ๔")[2:]:
        cells = re.sub(r"</?p>|<input[^>]*>", "", line).rstrip("\t").split("\t")
        if len(cells) > 1:
            rows.append(IdpSourceRow(department, category, cells))
        elif cells[0] in DEPARTMENT_HEADINGS:
            department, category = DEPARTMENT_HEADINGS[cells[0]], None
        else:
            category = cells[0]
    return rows


# --- What must hold without the source -------------------------------------------------------------------------------


def test_the_plan_has_22_projects_and_664_000_baht() -> None:
    amounts = [baht(project["budget"]) for project in PROJECTS if project["budget"] != NO_BUDGET]
    assert len(PROJECTS) == 22
    assert len(amounts) == 16
    assert sum(amounts) == 664_000


def test_the_matrix_has_606_000_baht_and_its_columns_add_up() -> None:
    matrix = PLAN["budget_matrix"]
    columns = list(zip(*([baht(cell) for cell in row["amounts"]] for row in matrix["rows"]), strict=True))
    totals = [baht(cell) for cell in matrix["stated_column_totals"]]
    assert [sum(column) for column in columns] == totals == [260_000, 109_000, 69_000, 56_000, 56_000, 56_000]
    assert sum(totals) == 606_000
    assert not matrix["stated_grand_total"]


def test_the_counts_of_all_lists() -> None:
    kinds = [competency["kind"] for competency in PLAN["competencies"]]
    assert [kinds.count(kind) for kind in ("core", "executive", "line")] == [5, 4, 22]
    assert len({competency["ref"] for competency in PLAN["competencies"]}) == 31
    assert len(IDP["rows"]) == 30
    assert len(PLAN["request_steps"]["steps"]) == 10
    assert len(PLAN["committee"]["members"]) == 5
    assert [len(role["duties"]) for role in PLAN["idp_roles"]["roles"]] == [4, 7, 5, 8]
    assert [len(group["competencies"]) for group in PLAN["evaluation_forms"][0]["groups"]] == [5, 4]
    assert [topic["topic"] for topic in PLAN["topics"]] == ["targets", "curricula", "methods", "budget", "monitoring"]


def test_the_survey_has_7_rows_of_4_empty_cells() -> None:
    assert [row["cells"] for row in PLAN["survey"]["rows"]] == [[""] * 4] * 7
    assert len(PLAN["survey"]["columns"]) == 4


def test_ids_are_unique_and_every_reference_has_its_target() -> None:
    departments = {department["id"] for department in LAO["departments"]}
    tactics = {tactic["id"]: strategy["id"] for strategy in PLAN["strategies"] for tactic in strategy["tactics"]}
    ids = [item["id"] for item in chain(PROJECTS, IDP["rows"])]
    assert len(ids) == len(set(ids))
    assert all(tactics[project["tactic"]] == project["strategy"] for project in PROJECTS)
    named = chain.from_iterable(project.get("responsible", {}).get("departments", ()) for project in PROJECTS)
    listed = (row["department"] for row in chain(IDP["rows"], PLAN["survey"]["rows"]) if "department" in row)
    assert departments >= set(named) | set(listed)


def test_received_parts_and_missing_statements_are_declared() -> None:
    (document,) = PLAN["sources"]
    assert (document["extent"], document["entered_by"]) == ("partial", "third_party")
    assert PLAN["budget_basis"] == PLAN["budget_matrix"]["basis"] == "not_stated"
    assert PLAN["state"] == "announced"
    assert not PLAN["announcement"]["signatory"]["name"]


# --- What the source says --------------------------------------------------------------------------------------------


def test_project_rows_are_those_of_the_source(source: str) -> None:
    rows = source_projects(source)
    assert len(rows) == len(PROJECTS)
    for row, project in zip(rows, PROJECTS, strict=True):
        number, name, indicator, targets, budget, *years, responsible = row.cells
        assert project["id"] == f"{row.tactic}-{arabic(number)}"
        assert (project["tactic"], project["number"]) == (row.tactic, number)
        assert (project["name"], project["indicator"], project["budget"]) == (name, indicator, budget)
        labelled = zip(("เชิงปริมาณ", "เชิงคุณภาพ", "เชิงประโยชน์"), project["targets"].values(), strict=True)
        assert " ".join(f"{label} {text}" for label, text in labelled) == targets
        assert list(project["targets"]) == ["quantity", "quality", "benefit"]
        assert list(project["periods"]) == ["2567", "2568", "2569"]
        periods = project["periods"].values()
        assert [cell["printed"] if isinstance(cell, dict) else cell for cell in periods] == years
        assert project.get("responsible", {}).get("printed", "") == responsible


def test_tick_with_a_dash_is_noted(source: str) -> None:
    dashed = [row.cells for row in source_projects(source) if any(year.startswith("-") for year in row.cells[5:8])]
    assert len(dashed) == 1
    (project,) = (project for project in PROJECTS if project["name"] == dashed[0][1])
    assert dashed[0][5] in project["note"]


def test_cells_that_name_no_department_are_evidence_or_empty(source: str) -> None:
    for row, project in zip(source_projects(source), PROJECTS, strict=True):
        cell = row.cells[8]
        if not cell:
            assert "responsible" not in project
        elif cell.startswith("("):
            assert project["responsible"]["departments"] == []
            (tag,) = project["evidence"]
            assert tag["printed"] == cell
            assert tag["item"] in cell
            assert tag["scheme"] == "LPA" or tag["scheme"] in cell.replace(" ", "")
        else:
            (department,) = project["responsible"]["departments"]
            (entry,) = (entry for entry in LAO["departments"] if entry["id"] == department)
            assert cell in [entry["name"], *entry.get("aliases", [])]
            assert "evidence" not in project


def test_money_counted_and_summed_from_the_source(source: str) -> None:
    budgets = [row.cells[4] for row in source_projects(source)]
    assert budgets.count(NO_BUDGET) == sum(project["budget"] == NO_BUDGET for project in PROJECTS) == 6
    stated = sum(baht(project["budget"]) for project in PROJECTS if project["budget"] != NO_BUDGET)
    assert sum(baht(budget) for budget in budgets if budget != NO_BUDGET) == stated


def test_matrix_is_that_of_the_source(source: str) -> None:
    _, heading, *rows, totals = [line.split("\t") for line in part(source, "๓.๑๐ ", "๓.๑๑ ")]
    matrix = PLAN["budget_matrix"]
    assert [column["printed"] for column in matrix["columns"]] == heading[2:]
    assert [row["amounts"] for row in matrix["rows"]] == [row[2:] for row in rows]
    assert matrix["stated_column_totals"] == totals[2:]


def test_alignment_is_that_of_the_source(source: str) -> None:
    rows = [line.split("\t") for line in part(source, "๓.๘ ", "๓.๙ ")[1:]]
    strategies = [name for name, _ in rows if name]
    printed = [f"ยุทธศาสตร์ที่ {item['number']} {item['name']}" for item in PLAN["local_strategies"]]
    assert printed == strategies
    values = {value["id"]: f"{value['number']}.{value['name']}" for value in PLAN["values"]}
    cells: list[str] = []
    for row in PLAN["alignment"]["rows"]:
        cells += [values[value] for value in row["values"]] or [row["printed"]]
    assert cells == [cell for _, cell in rows]


def test_tactics_are_those_of_the_source(source: str) -> None:
    rows = [line.split("\t") for line in part(source, "๓.๙ ", "๓.๑๐ ")[1:]]
    for (value, cell), strategy in zip(rows, PLAN["strategies"], strict=True):
        tactics = " ".join(f"กลยุทธ์ที่ {tactic['number']} {tactic['name']}" for tactic in strategy["tactics"])
        assert (f"{strategy['number']}. {strategy['name']}", tactics) == (value, cell)
        assert strategy["values"] == [f"value-{arabic(strategy['number'])}"]


def test_other_wordings_are_complete(source: str) -> None:
    """Every heading of 3.10 and 3.11 is a recorded wording, or is worded as in 3.9."""
    recorded: dict[str, set[str]] = {"๓.๑๐": set(), "๓.๑๑": set()}
    for strategy in PLAN["strategies"]:
        for item, word in [(strategy, "ยุทธศาสตร์"), *((tactic, "กลยุทธ์") for tactic in strategy["tactics"])]:
            for section, texts in recorded.items():
                own = {wording["text"] for wording in item.get("wordings", ()) if wording["section"] == section}
                texts.update(own or {f"{word}ที่ {item['number']} {item['name']}"})
    matrix = [line.split("\t")[:2] for line in part(source, "๓.๑๐ ", "๓.๑๑ ")[2:-1]]
    tactics = chain.from_iterable(re.split(r" (?=กลยุทธ์ที่)", cell) for _, cell in matrix)
    assert {name for name, _ in matrix} | set(tactics) == recorded["๓.๑๐"]
    lines = [line.split("\t") for line in part(source, "๓.๑๑ ", "๓.๑๒ ")]
    assert {cells[0] for cells in lines if cells[0] and not any(cells[1:])} == recorded["๓.๑๑"]


def test_idp_rows_are_those_of_the_source(source: str) -> None:
    rows = source_positions(source)
    assert len(rows) == len(IDP["rows"])
    legend = {method["number"]: method["name"] for method in IDP["methods"]}
    for row, entry in zip(rows, IDP["rows"], strict=True):
        position, skills, goals, *methods = row.cells
        assert (entry.get("department"), entry.get("staff_category")) == (row.department, row.category)
        assert entry["position"] == position
        written = [
            f"{item['number']}. {item.get('text', '')}" if "number" in item else item["text"]
            for item in entry["skills"]
        ]
        assert " ".join(written).strip() == re.sub(r"([๐-๙]\.)(?=[^\s])", r"\1 ", skills)
        assert [(goal["number"], goal["text"]) for goal in entry["goals"]] == numbered(goals)
        uses = [method if isinstance(method, dict) else {"number": method} for method in entry["methods"]]
        pairs = [(use["number"], use.get("printed", legend[use["number"]])) for use in uses]
        printed = re.findall(r"([๐-๙]+) ?= (\S+)", " ".join(methods))
        assert sorted(pairs) == sorted(printed) if len(methods) > 4 else pairs == printed
        assert len(entry["years"]) == methods.count("✓") == 3


def test_idp_skills_are_split_at_their_printed_numbers(source: str) -> None:
    for row, entry in zip(source_positions(source), IDP["rows"], strict=True):
        split = numbered(row.cells[1])
        numbers = [item["number"] for item in entry["skills"] if "number" in item]
        assert numbers == [number for number, _ in split]
        for item in entry["skills"]:
            named = {
                kind
                for kind, words in (
                    ("core", "สมรรถนะหลัก"),
                    ("executive", "สมรรถนะประจำผู้บริหาร"),
                    ("line", "สมรรถนะประจำสายงาน"),
                )
                if words in item.get("text", "")
            }
            assert set(item.get("competencies", ())) == named


def test_idp_heading_and_legend_are_those_of_the_source(source: str) -> None:
    assert f"๓.๑๕ {IDP['title']}\n" in source
    legend = part(source, "๓.๑๕ ", "บทที่ ๔")[1]
    printed = dict(re.findall(r"([๐-๙]+) = (\S+)", legend))
    assert {method["number"]: method["name"] for method in IDP["methods"]} == printed
    assert len(printed) == 10
    assert [cell for cell in legend.split("\t") if re.fullmatch(r"[๐-๙]{4}", cell)] == IDP["years"]


def test_competencies_are_those_of_the_source(source: str) -> None:
    lines = part(source, "ส่วนการพัฒนาด้านสมรรถนะ", "๓.๑๔ ")
    listed = [found.groups() for line in lines if (found := re.fullmatch(r"([๐-๙]+)\. (\S+)", line))]
    cells = (cell.strip() for line in lines if line.startswith("|") for cell in line.split("|"))
    table = [found.groups() for cell in cells if (found := re.fullmatch(r"([๐-๙]+)\. (.+)", cell))]
    assert [(item["number"], item["name"]) for item in PLAN["competencies"]] == listed + table


def test_roles_have_as_many_duties_as_the_source(source: str) -> None:
    rows = [re.sub(r"<[^>]*> ?", "", line).split("\t") for line in part(source, "กลุ่มบุคคล\t", "๓.๑๓ ")]
    assert [role["role"] for role in PLAN["idp_roles"]["roles"]] == [role for role, _ in rows]
    assert [len(role["duties"]) for role in PLAN["idp_roles"]["roles"]] == [len(numbered(cell)) for _, cell in rows]


def test_survey_is_that_of_the_source(source: str) -> None:
    heading, *rows = [line.split("\t") for line in part(source, "๓.๑๓ ", "ส่วนการพัฒนาด้านสมรรถนะ") if "\t" in line]
    assert PLAN["survey"]["columns"] == heading[1:]
    assert [[row["printed"], *row["cells"]] for row in PLAN["survey"]["rows"]] == rows


def test_departments_are_those_that_the_source_names_as_headings(source: str) -> None:
    """The survey lists the permanent secretary and the deputies as positions, not as a department."""
    named = {department["id"] for department in LAO["departments"] if "covers_all" not in department}
    assert named == {row.department for row in source_positions(source) if row.department}
    assert [row["printed"] for row in PLAN["survey"]["rows"] if "department" not in row] == ["ปลัด รองปลัด"]


def test_request_steps_are_those_of_the_source(source: str) -> None:
    lines = [line for line in part(source, "๓.๑๔ ", "๓.๑๕ ") if line.startswith("- ")]
    assert [f"- {step['number']}.{step['text']}" for step in PLAN["request_steps"]["steps"]] == lines


def test_committee_is_that_of_the_source(source: str) -> None:
    lines = part(source, "บทที่ ๔", "การติดตามและประเมินผล")
    members = [line for line in lines if line.count("\t") == 2]
    committee = PLAN["committee"]
    assert ["\t".join(member.values()) for member in committee["members"]] == members
    duties = [found[1] for line in lines if (found := re.match(r"(๒(?:\.[๐-๙])?)\.? (?=\D)", line))]
    assert [duty["number"] for duty in committee["duties"]] == duties
    assert f"{committee['title']} ประจำปีงบประมาณ {committee['years_printed']} " in " ".join(lines)


def test_evaluation_forms_are_those_of_the_source(source: str) -> None:
    lines = source.split("\n")
    for form in PLAN["evaluation_forms"]:
        assert f"รูปแบบที่ {form['number']} {form['name']}" in lines
        for group in form.get("groups", ()):
            assert f"{group['number']}) {group['name']}" in lines
            starts = [f"{item['number']}) {item['name']}" for item in group["competencies"]]
            printed = [line for line in lines if line.startswith(f"{group['number']}.") and ")" in line[:5]]
            assert len(starts) == len(printed)
            assert all(line.startswith((f"{start} ", f"{start}:")) for start, line in zip(starts, printed, strict=True))


def test_approval_announcement_and_order_are_those_of_the_source(source: str) -> None:
    approval, announcement, order = PLAN["approval"], PLAN["announcement"], PLAN["appointment_order"]
    assert f"{approval['committee']} ครั้งที่ {approval['meeting']} เมื่อวันที่ {approval['date']} " in source
    assert f"เรื่อง {announcement['title']}\n" in source
    assert f"วันที่ {announcement['effective_date']} เป็นต้นไป" in source
    day, month_and_year = announcement["date"].split(" ", 1)
    assert f"ประกาศ ณ วันที่ {day} เดือน {month_and_year}\n" in source
    assert all(law in source for law in announcement["cited_laws"])
    assert f"\n{announcement['signatory']['position']}\n" in source
    assert f"ที่ {order['number']} เรื่อง {order['title']} ลงวันที่ {order['date']} " in source
    law = PLAN["monitoring"]["cited_law"]
    assert f"{law['title']} ประกาศ ณ วันที่ {law['date']} {law['section']} " in source


def test_cover_and_stamp_are_those_of_the_source(source: str) -> None:
    head = source[: source.index("ประกาศเทศบาล")].split("\n")
    cover = PLAN["cover"]
    printed = [*cover["printed_names"], cover["unit"], cover["office"], cover["phone"], *cover["marks"]]
    assert printed == [line for line in head if line]
    lines = source.split("\n")
    for stamp in PLAN["drafting_stamps"]:
        assert {stamp["label"] + stamp["printed"], f"{stamp['label']} {stamp['printed']}"} & set(lines)


def test_name_variants_are_counted_in_the_source(source: str) -> None:
    assert {variant["text"]: int(variant["count"]) for variant in LAO["name_variants"]} == {
        variant["text"]: source.count(variant["text"]) for variant in LAO["name_variants"]
    }
    assert (source.count("โพหนอง"), source.count("โพธิ์ทอง"), source.count("คำใหญ่")) == (25, 4, 1)


def test_titles_and_quotations_are_in_the_source(source: str) -> None:
    titles = [PLAN["monitoring"]["title"]]
    for name in ("alignment", "budget_matrix", "idp_roles", "survey", "request_steps"):
        titles.append(f"{PLAN[name]['section']} {PLAN[name]['title']}")
    assert set(titles) <= set(source.split("\n"))
    for quotation in PLAN["quotations"]:
        assert quotation["text"] in source
        assert len(quotation["text"]) <= LONGEST_QUOTATION
        assert quotation["note"]


def test_headings_of_3_8_3_9_and_3_11_are_quoted(source: str) -> None:
    """What has no field of its own is quoted: the title of 3.9, and the headings of the columns in the notes."""
    lines = source.split("\n")
    (title,) = [line.removeprefix("๓.๙ ") for line in lines if line.startswith("๓.๙ ")]
    quoted = {
        section: [(one["text"], one["note"]) for one in PLAN["quotations"] if one["section"] == section]
        for section in ("๓.๘", "๓.๙", "๓.๑๑")
    }
    assert title in [text for text, _ in quoted["๓.๙"]]
    headings = {
        "๓.๘": part(source, "๓.๘ ", "๓.๙ ")[0],
        "๓.๙": part(source, "๓.๙ ", "๓.๑๐ ")[0],
        "๓.๑๑": next(line for line in part(source, "๓.๑๑ ", "๓.๑๒ ") if line.startswith("ลำดับ")),
    }
    for section, heading in headings.items():
        said = " ".join(f"{text} {note}" for text, note in quoted[section])
        assert [cell for cell in heading.split("\t") if cell not in said] == []


def test_the_plan_names_no_person(source: str) -> None:
    (signature,) = re.findall(r"^\((?:นาย|นาง|นางสาว)(\S+) (\S+)\)$", source, flags=re.MULTILINE)
    for file in FOLDER.rglob("*.*"):
        text = file.read_text(encoding="utf-8")
        assert not any(name in text for name in signature)
