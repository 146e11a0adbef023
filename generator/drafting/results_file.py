"""The skeleton of a results file: a plan and a fiscal year in, a new file with every project of that year out.

Entries have only the project's id, so that nothing counts as a result before it is filled in. Never replaces a file: if
the year already has one, the name includes the round.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.drafting.drafts import Draft
from generator.drafting.yaml_writer import yaml_scalar
from generator.errors import UsageError
from generator.facts.project_years import runs_in
from generator.findings import Severity
from generator.model.content import UnreadablePlan
from generator.model.lao import Lao
from generator.model.plan import PlanFolder
from generator.model.project import Project
from generator.reading.content_tree import DiskTree, split
from generator.reading.framework_reader import read_frameworks
from generator.reading.lao_reader import ReadLao, read_lao
from generator.thai.years import Cycle, FiscalYear

ROUND_ENDS = {"6": "31 มี.ค.", "12": "30 ก.ย."}
"""Round -> its last day, in the calendar year of the fiscal year."""
_LONGEST_HINT = 160


def draft_results(
    code: str, folder: Path, year: FiscalYear, months: str, content: Path, cycle: Cycle | None = None
) -> Draft:
    """Write the skeleton of the results of one round of a year, and return the file.

    Raises UsageError if no plan of the LAO has the year, the round has a file already, or the written file cannot be
    read; then nothing is left behind and nothing existing is changed.
    """
    read = _read(code, folder, content)
    if read.lao_folder.lao is None:
        raise UsageError(f"ข้อมูลใน {folder} มีข้อผิดพลาด ให้แก้ก่อน ดูจุดที่ต้องแก้ด้วยคำสั่ง phaen check {code}")
    plan = _plan_of(read, year, code, cycle)
    results = folder / plan.plan.cycle.slug / "results"
    name = _free_name(plan, results, year, months)
    text = results_text(read.lao_folder.lao, plan, year, months)
    existed = results.exists()
    if results.is_symlink():
        raise UsageError(f"{results} เป็นลิงก์ (symbolic link) ซึ่งไม่อนุญาต ให้ลบลิงก์ แล้วสั่งใหม่")
    results.mkdir(exist_ok=True)
    file = results / name
    try:
        with file.open("x", encoding="utf-8", newline="\n") as out:
            out.write(text)
    except FileExistsError as error:
        raise UsageError(f"มี {file} อยู่แล้ว คำสั่งนี้ไม่เขียนทับ") from error
    path = file.relative_to(content).as_posix()
    wrong = [
        one
        for one in _read(code, folder, content).lao_folder.findings
        if one.location.file == path and one.severity is Severity.ERROR
    ]
    if wrong:
        file.unlink()
        if not existed:
            results.rmdir()
        raise UsageError(f"ยังไม่ได้สร้าง เพราะข้อมูลที่จะเขียนอ่านกลับไม่ได้: {wrong[0].message} {wrong[0].remedy}")
    return Draft(results, (name,))


def results_text(lao: Lao, plan: PlanFolder, year: FiscalYear, months: str) -> str:
    """Return the text of the file."""
    return "\n".join(_lines(lao, plan, year, months)) + "\n"


def _lines(lao: Lao, plan: PlanFolder, year: FiscalYear, months: str) -> Iterator[str]:
    yield f"## ผลการดำเนินงานปีงบประมาณ {year} รอบ {months} เดือน ของแผนรอบ {plan.plan.cycle}"
    yield "## ช่องที่เว้นว่างแปลว่ายังไม่รายงาน โครงการที่ไม่กรอกอะไรเลย เว็บไซต์จะแสดงว่า ยังไม่รายงานผล"
    yield "## ทุกหัวข้อพร้อมตัวอย่าง: คู่มือเผยแพร่แผน /about/publishing/results/ (content/pages/about/publishing/results.md)"
    yield ""
    yield f"fiscal_year: {year}"
    yield f"round: {months}"
    yield "## วันที่ของตัวเลข ตั้งไว้เป็นวันสิ้นรอบ ให้แก้ตามรายงาน"
    yield f"as_of: {ROUND_ENDS[months]} {year}"
    table = plan.projects.projects if plan.projects else ()
    due = [project for project in table if runs_in(project, year)]
    yield "projects:" if due else "projects: []"
    for place, project in enumerate(due):
        yield from _entry(project, year, is_first=place == 0)
    yield "## จำนวนบุคลากรแยกตามประเภทตำแหน่ง กรอกจำนวน แล้วลบ “# ” หน้าบรรทัด นับผู้ที่อบรมหลายครั้งเป็นหนึ่งคน ไม่ใส่ชื่อบุคคล"
    yield "# staff:"
    for kind in dict.fromkeys(one.position_type for one in lao.staff_counts) or ("พนักงานส่วนท้องถิ่น",):
        yield from (f"#   - position_type: {yaml_scalar(kind)}", "#     total:", "#     trained:")


def _entry(project: Project, year: FiscalYear, *, is_first: bool) -> Iterator[str]:
    quarters = project.periods.quarters(year)
    when = f" ไตรมาส {', '.join(map(str, quarters))}" if quarters else ""
    yield f"  ## {_one_line(project.name)}{when}"
    if project.indicator:
        yield f"  ## ตัวชี้วัด: {_one_line(project.indicator)}"
    yield f"  - project: {yaml_scalar(project.id)}"
    if is_first:
        yield "    ## ยังไม่ดำเนินการ อยู่ระหว่างดำเนินการ ดำเนินการแล้ว หรือ ยกเลิก"
    yield "    status:"
    if is_first:
        yield "    ## เงินที่ใช้ไป (บาท) ไม่ได้ใช้เงินให้ใส่ ๐ ยังไม่ทราบให้เว้นว่าง"
    yield "    spent:"
    yield from ("    people:", "    indicator_result:")
    if is_first:
        yield "    ## การประเมิน ITA ขอปัญหาและข้อเสนอแนะ ถ้าไม่มี ให้เขียนว่า ไม่มี"
    yield from ("    problems:", "    suggestions:")


def _one_line(text: str) -> str:
    """Return a text of the plan for a YAML comment: one line of printable characters, truncated if long."""
    plain = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return plain if len(plain) <= _LONGEST_HINT else f"{plain[:_LONGEST_HINT]} ..."


def _free_name(plan: PlanFolder, results: Path, year: FiscalYear, months: str) -> str:
    """Return the name of the new file: the year, with the round if the year has a file."""
    same = next((one for one in plan.results if (one.fiscal_year, one.round) == (year, months)), None)
    if same:
        raise UsageError(f"มีผลรอบ {months} เดือนของปี {year} อยู่แล้วใน {plan.file_of(same)} คำสั่งนี้ไม่เขียนทับ")
    taken = results / f"{year}.yml"
    return f"{year}-{months}.yml" if taken.exists() or taken.is_symlink() else f"{year}.yml"


def _plan_of(read: ReadLao, year: FiscalYear, code: str, cycle: Cycle | None) -> PlanFolder:
    cycles = [one.cycle if isinstance(one, UnreadablePlan) else one.plan.cycle for one in read.lao_folder.plans]
    with_year = [
        (known, plan)
        for known, plan in zip(cycles, read.lao_folder.plans, strict=True)
        if year in known.years and cycle in (None, known)
    ]
    if not with_year:
        listed = ", ".join(map(str, cycles)) or "ไม่มี"
        raise UsageError(f"อปท. {code} ไม่มีแผนที่ครอบคลุมปีงบประมาณ {year} รอบแผนที่มี: {listed}")
    known, plan = with_year[-1]
    if not isinstance(plan, PlanFolder):
        raise UsageError(f"แผนรอบ {known} อ่านไม่ได้ จึงไม่รู้ว่ามีโครงการใด ดูจุดที่ต้องแก้ด้วยคำสั่ง phaen check {code}")
    return plan


def _read(code: str, folder: Path, content: Path) -> ReadLao:
    tree = DiskTree(content)
    place = f"plans/{split(folder.relative_to(content).as_posix())[1]}"
    return read_lao(code, [place], tree, read_frameworks(tree).entry_ids())
