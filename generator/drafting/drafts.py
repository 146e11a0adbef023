"""The three kinds of drafts: an LAO's folder, another cycle for it, and a cycle rolled over from another.

Comes in: codes, cycles, identity. Goes out: the new folder in place, and notes for the officer.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.drafting.format_order import in_format_order
from generator.drafting.hints import with_hints
from generator.drafting.lao_identity import LaoIdentity
from generator.drafting.modelines import with_modelines
from generator.drafting.placing import place_folder
from generator.drafting.rollover import cleared_of, rolled_idp, rolled_plan, rolled_projects
from generator.drafting.skeleton import lao_file, plan_files, with_departments
from generator.drafting.yaml_writer import yaml_text
from generator.errors import UsageError
from generator.findings import has_errors
from generator.model.idp import IdpTable
from generator.model.plan import Plan, PlanFolder
from generator.model.project import ProjectTable
from generator.reading.content_tree import DiskTree, split
from generator.reading.folders import find_lao_folders
from generator.reading.framework_reader import read_frameworks
from generator.reading.lao_reader import ReadLao, read_lao
from generator.thai.years import Cycle, FiscalYear

_FIRST_ROUND = 2567
_ROUND = 3
"""Length in years of the master plan's rounds, the first from fiscal year 2567."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A created folder."""

    folder: Path
    files: tuple[str, ...]
    """Names of the files in the folder."""
    cleared: tuple[str, ...] = ()
    """For a rolled-over plan: Thai names of the parts not taken over from the old one."""
    departments_added: bool = False
    """Whether an example department was added to a lao.yml without departments."""


def current_round(today: datetime.date) -> Cycle:
    """Return the master plan's cycle that contains a day."""
    year = FiscalYear.of(today).be
    first = year - (year - _FIRST_ROUND) % _ROUND
    return Cycle(FiscalYear(first), FiscalYear(first + _ROUND - 1))


def folder_of(code: str, content: Path) -> Path | None:
    """Return the folder of an LAO, None if it has none yet; raise UsageError if it has several."""
    if not content.is_dir():
        raise UsageError(f"ไม่พบโฟลเดอร์ {content} ให้รันคำสั่งที่โฟลเดอร์หลักของโครงการ หรือระบุ --content")
    if not (content / "plans").is_dir():
        return None
    folders = find_lao_folders(DiskTree(content))[0].get(code, [])
    if len(folders) > 1:
        names = ", ".join(split(folder)[1] for folder in folders)
        raise UsageError(f"รหัส อปท. {code} มีมากกว่าหนึ่งโฟลเดอร์: {names} ให้เหลือโฟลเดอร์เดียวก่อน")
    return content / folders[0] if folders else None


def draft_lao(identity: LaoIdentity, slug: str, cycle: Cycle, content: Path) -> Draft:
    """Create the folder of a new LAO, with the skeleton of one plan."""
    plan = {f"{cycle.slug}/{name}": text for name, text in plan_files(cycle).items()}
    files = {"lao.yml": lao_file(identity), **plan}
    target = content / "plans" / f"{identity.code}-{slug}"
    files = with_modelines(files, target, _config(content))
    place_folder(content, target, files, identity.code, read_frameworks(DiskTree(content)).entry_ids())
    return Draft(target, tuple(files))


def draft_cycle(code: str, folder: Path, cycle: Cycle, content: Path) -> Draft:
    """Create the skeleton of another plan in the folder of an LAO."""
    framework_ids = read_frameworks(DiskTree(content)).entry_ids()
    lao = _read(code, folder, content, framework_ids).lao_folder.lao
    if lao is None:
        raise UsageError(f"ข้อมูลใน {folder} มีข้อผิดพลาด ให้แก้ก่อน ดูจุดที่ต้องแก้ด้วยคำสั่ง phaen check {code}")
    files = with_modelines(plan_files(cycle), folder / cycle.slug, _config(content))
    # Projects and positions refer to departments, which an LAO with guidelines only does not have yet.
    new_lao = None if lao.departments else with_departments((folder / "lao.yml").read_text("utf-8-sig"))
    place_folder(content, folder / cycle.slug, files, code, framework_ids, new_lao)
    return Draft(folder / cycle.slug, tuple(files), departments_added=new_lao is not None)


def roll_over(
    code: str, folder: Path, old_cycle: Cycle, cycle: Cycle, content: Path, *, keep_budget: bool = False
) -> Draft:
    """Create the draft of a cycle from an older plan of the same LAO, with or without its amounts."""
    if cycle.first <= old_cycle.first:
        raise UsageError(f"รอบแผนใหม่ {cycle} ต้องเริ่มหลังรอบแผนเดิม {old_cycle}")
    framework_ids = read_frameworks(DiskTree(content)).entry_ids()
    read = _read(code, folder, content, framework_ids)
    old = _old_plan(read, old_cycle, code)
    prefix = f"{read.lao_folder.path}/{old_cycle.slug}"
    data = {name: _data(read, f"{prefix}/{name}") for name in ("plan.yml", "projects.yml", "idp.yml")}
    header = f"## ร่างที่ยกโครงสร้างมาจากรอบ {old_cycle} ให้ทบทวนทุกแถว\n\n"
    files = {"plan.yml": header + _yaml(rolled_plan(data["plan.yml"], old_cycle, cycle, keep_budget=keep_budget), Plan)}
    if old.projects is not None:
        table = rolled_projects(data["projects.yml"], old_cycle, cycle, keep_budget=keep_budget)
        files["projects.yml"] = _yaml(table, ProjectTable)
    if old.idp is not None:
        files["idp.yml"] = _yaml(rolled_idp(data["idp.yml"], old_cycle, cycle), IdpTable)
    cleared = [*cleared_of(data["plan.yml"]), *([] if keep_budget else ["จำนวนเงิน"]), "ป้ายหลักฐานและหมายเหตุของโครงการ"]
    cleared += ["คำตอบในตารางสำรวจ"] if old.plan.survey and not old.plan.survey.is_empty else []
    cleared += ["ผลการดำเนินงาน"] if old.results else []
    cleared += ["คำบรรยาย"] if old.narrative else []
    # Files that the old plan lacks come from the skeleton; the others get the skeleton's hints.
    forms = plan_files(cycle)
    files = {name: with_hints(files[name], form) if name in files else form for name, form in forms.items()}
    files = with_modelines(files, folder / cycle.slug, _config(content))
    place_folder(content, folder / cycle.slug, files, code, framework_ids)
    return Draft(folder / cycle.slug, tuple(files), tuple(cleared))


def _config(content: Path) -> Path:
    """Return the mkdocs.yml of the site of this content."""
    return content.resolve().parent / "mkdocs.yml"


def _read(code: str, folder: Path, content: Path, framework_ids: Collection[str] | None) -> ReadLao:
    return read_lao(code, [folder.relative_to(content).as_posix()], DiskTree(content), framework_ids)


def _old_plan(read: ReadLao, cycle: Cycle, code: str) -> PlanFolder:
    by_cycle = {plan.plan.cycle if isinstance(plan, PlanFolder) else plan.cycle: plan for plan in read.lao_folder.plans}
    if cycle not in by_cycle:
        known = ", ".join(str(other) for other in by_cycle) or "ไม่มี"
        raise UsageError(f"อปท. {code} ไม่มีรอบแผน {cycle} รอบแผนที่มี: {known}")
    plan = by_cycle[cycle]
    of_plan = f"{read.lao_folder.path}/{cycle.slug}/"
    broken = [one for one in read.lao_folder.findings if one.location.file.startswith(of_plan)]
    if not isinstance(plan, PlanFolder) or has_errors(broken):
        raise UsageError(f"แผนรอบ {cycle} มีข้อผิดพลาด จึงยกไปรอบใหม่ไม่ได้ ดูจุดที่ต้องแก้ด้วยคำสั่ง phaen check {code}")
    return plan


def _data(read: ReadLao, file: str) -> dict[str, Any]:
    source = read.sources.get(file)
    return source.data if source is not None and isinstance(source.data, dict) else {}


def _yaml(data: dict[str, Any], model: type[Plan | ProjectTable | IdpTable]) -> str:
    return yaml_text(in_format_order(data, model))
